//! Characters that are not seen and do something: control characters, and those that turn the direction of reading.
//!
//! They come with copied texts, and can make a page, a name or an amount read as something else than it is.

use crate::diag::{Diagnostic, Span, say};

/// The first such character of a text, with its byte.
///
/// Isolates (U+2066 to U+2069) are let through: they are how a French name stands well in an Arabic sentence.
pub fn find(text: &str) -> Option<(usize, char)> {
    // Bytes first: nearly every text holds none.
    let suspect =
        |byte: u8| (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f;
    let bytes = text.as_bytes();
    if !bytes
        .iter()
        .any(|&byte| suspect(byte) || byte == 0xc2 || byte == 0xe2)
    {
        return None;
    }
    text.char_indices().find(|(_, c)| is_hidden(*c))
}

fn is_hidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' => true,
        _ => false,
    }
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
