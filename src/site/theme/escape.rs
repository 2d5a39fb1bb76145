//! How values are written into pages: escaped, unless a template or the renderer vouches for them.

use minijinja::{Environment, escape_formatter};

/// Escapes what HTML needs escaped in texts and quoted attributes, and leaves `/` as it is: addresses stay short.
pub(super) fn add(environment: &mut Environment<'static>) {
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if !value.is_safe() => Ok(write(out, text)?),
        _ => escape_formatter(out, state, value),
    });
}

fn is_escaped(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
}

/// Where the first byte stands that is escaped; most texts have none, and are looked through by many bytes at once.
fn first(text: &[u8]) -> Option<usize> {
    let (parts, _) = text.as_chunks::<16>();
    let is_plain = |part: &&[u8; 16]| !part.iter().fold(false, |any, byte| any | is_escaped(*byte));
    let plain = 16 * parts.iter().take_while(is_plain).count();
    let rest = text[plain..].iter().position(|byte| is_escaped(*byte));
    rest.map(|at| plain + at)
}

fn write(out: &mut minijinja::Output<'_>, text: &str) -> std::fmt::Result {
    let mut rest = text;
    // All of them are single bytes, which no other character holds: none has to be decoded.
    while let Some(at) = first(rest.as_bytes()) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}
