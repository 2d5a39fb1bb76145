//! The custom properties of style sheets, as far as a page's colours need them.

use crate::diag::{FileId, Span};

/// A declaration of a custom property on the root of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its name, with the two dashes.
    pub(crate) name: String,
    /// Its value.
    pub(crate) value: String,
    /// The layer that it stands in; empty where it stands in none.
    pub(crate) layer: String,
    /// The scheme that it is for; any, where it does not say.
    pub(crate) dark: Option<bool>,
    /// Where the declaration stands.
    pub(crate) span: Span,
}

/// The names of `@layer a, b;`, in order, and the tokens of a sheet.
pub(crate) fn read(file: FileId, text: &str) -> (Vec<String>, Vec<Token>) {
    let text = without_comments(text);
    let mut layers = Vec::new();
    let mut tokens = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '{' | '}' | ';') {
            continue;
        }
        let part = &text[start..at];
        match c {
            '{' => open.push(part.trim()),
            _ => {
                if open.is_empty() {
                    let names = part.trim().strip_prefix("@layer ").unwrap_or_default();
                    let names = names
                        .split(',')
                        .map(str::trim)
                        .filter(|name| !name.is_empty());
                    layers.extend(names.map(str::to_owned));
                }
                tokens.extend(declared(file, part, start, &open));
                if c == '}' {
                    open.pop();
                }
            }
        }
        start = at + 1;
    }
    (layers, tokens)
}

/// The token that a declaration sets, where it holds for the root of every page.
fn declared(file: FileId, part: &str, start: usize, open: &[&str]) -> Option<Token> {
    let (name, value) = part.split_once(':')?;
    let (selector, around) = open.split_last()?;
    let is_root = selector
        .split(',')
        .any(|one| matches!(one.trim(), ":root" | "html"));
    if !name.trim().starts_with("--") || !is_root {
        return None;
    }
    let mut layer = "";
    let mut dark = None;
    for block in around {
        let block: String = block.split_whitespace().collect::<Vec<_>>().join(" ");
        if block.starts_with("@layer") {
            continue;
        }
        match block.replace(' ', "").as_str() {
            "@media(prefers-color-scheme:dark)" => dark = Some(true),
            "@media(prefers-color-scheme:light)" => dark = Some(false),
            "@mediascreen" | "@mediaall" => {}
            // Paper, and what few people ask for, are not what is measured here.
            _ => return None,
        }
    }
    for block in around {
        if let Some(name) = block.strip_prefix("@layer") {
            layer = name.trim();
        }
    }
    let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    let lead = part.len() - part.trim_start().len();
    Some(Token {
        name: name.trim().to_owned(),
        value: value.trim().to_owned(),
        layer: layer.to_owned(),
        dark,
        span: Span {
            file,
            start: at(start + lead),
            end: at(start + part.trim_end().len()),
        },
    })
}

/// The text with blanks for its comments, so that places stay.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("/*") {
        let end = rest[at + 2..]
            .find("*/")
            .map_or(rest.len(), |end| at + end + 4);
        out.push_str(&rest[..at]);
        out.extend(std::iter::repeat_n(' ', end - at));
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_know_their_layer_scheme_and_place() {
        let text = "/* é { */\n@layer a, b;\n@layer a {\n  :root { --ink: #000; color: red }\n  @media (prefers-color-scheme: dark) { html { --ink: #fff; } }\n  @media print { :root { --ink: red } }\n  .x { --ink: blue }\n}\n:root{--paper:#fff}";
        let (layers, tokens) = read(FileId(3), text);
        assert_eq!(layers, ["a", "b"]);
        let told: Vec<_> = tokens
            .iter()
            .map(|token| {
                let (start, end) = (token.span.start as usize, token.span.end as usize);
                (&text[start..end], &*token.value, &*token.layer, token.dark)
            })
            .collect();
        assert_eq!(
            told,
            [
                ("--ink: #000", "#000", "a", None),
                ("--ink: #fff", "#fff", "a", Some(true)),
                ("--paper:#fff", "#fff", "", None),
            ]
        );
    }
}
