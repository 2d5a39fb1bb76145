//! Characters that are not seen and do something: control characters, and those that turn the direction of reading.
//!
//! They come with copied texts, and can make a page, a name or an amount read as something else than it is.

use crate::diag::{Diagnostic, Span, say};

/// The first such character of a text, with its byte.
///
/// Isolates (U+2066 to U+2069) are let through: they are how a French name stands well in an Arabic sentence.
pub fn find(text: &str) -> Option<(usize, char)> {
    let is_control = |byte: u8| match byte {
        b'\t' | b'\n' | b'\r' => false,
        byte => byte < b' ' || byte == 0x7f,
    };
    // Bytes first, many at once: nearly every text holds none that such a character begins with.
    let bytes = text.as_bytes();
    let may_begin = |byte: u8| is_control(byte) | (byte == 0xc2) | (byte == 0xe2);
    if !bytes.iter().fold(false, |any, byte| any | may_begin(*byte)) {
        return None;
    }
    let is_hidden = |at: usize| match bytes[at..] {
        // U+0080 to U+009F, and U+202A to U+202E.
        [0xc2, 0x80..=0x9f, ..] | [0xe2, 0x80, 0xaa..=0xae, ..] => true,
        [byte, ..] => is_control(byte),
        [] => false,
    };
    let at = (0..bytes.len()).find(|at| is_hidden(*at))?;
    text[at..].chars().next().map(|hidden| (at, hidden))
}

/// Tells such a character.
pub fn told(hidden: char, span: Span) -> Diagnostic {
    let code = u32::from(hidden);
    let (fr, en) = if code < 0x2000 {
        (
            "un caractère de commande invisible",
            "an invisible control character",
        )
    } else {
        (
            "un caractère invisible qui change le sens de lecture",
            "an invisible character that changes the direction of reading",
        )
    };
    Diagnostic::error(
        "hidden-character",
        span,
        say(
            format!("{fr} (U+{code:04X})"),
            format!("{en} (U+{code:04X})"),
        ),
    )
    .help(say(
        "effacez le passage et retapez-le au clavier",
        "delete the passage and type it again",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_found_and_what_languages_need_is_not() {
        for text in [
            "a\u{1b}[31m",
            "a\u{7f}",
            "a\u{9b}31m",
            "a\u{202e}gpj",
            "a\0",
        ] {
            assert_eq!(find(text).map(|(at, _)| at), Some(1), "{text:?}");
        }
        for text in [
            "à l’« été » — 12 €\t…\r\n",
            "اَلْأَبُ \u{200f}\u{2068}Haguenau\u{2069}",
            "👩\u{200d}👧 co\u{ad}op",
        ] {
            assert_eq!(find(text), None, "{text:?}");
        }
    }
}
