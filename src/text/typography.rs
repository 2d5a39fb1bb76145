//! French typography: what a partner types at a keyboard, as a printer would set it.

use std::borrow::Cow;

/// The text as it is displayed: typographic apostrophes, and no line broken within « 9 h 30 », « 6 ans », « ainsi : ».
///
/// A blank is made unbreakable where one was written, never added, so that addresses, times (`9:30`) and other
/// languages stay as they are. Addresses of the web are left alone.
///
/// ```
/// # use ribambelle::text::typography::typeset;
/// assert_eq!(typeset("L'atelier : à 9 h 30"), "L’atelier\u{a0}: à 9\u{a0}h\u{a0}30");
/// ```
pub fn typeset(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    // Where what is not yet copied begins, and what was looked at last.
    let (mut from, mut seen) = (0, 0);
    // Whether the word that is being read is an address of the web.
    let mut is_address = false;
    let bytes = text.as_bytes();
    for (at, byte) in text.bytes().enumerate() {
        if !matches!(byte, b' ' | b'\'') {
            continue;
        }
        // Most blanks stand between two words: their bytes alone say so.
        if byte == b' ' && is_between_words(&bytes[..at], &bytes[at + 1..]) {
            is_address = false;
            seen = at + 1;
            continue;
        }
        let (before, after) = (&text[..at], &text[at + 1..]);
        let set = if byte == b' ' {
            is_address = false;
            blank(before, after)
        } else {
            let piece = &text[seen..at];
            let word = piece.rfind(char::is_whitespace);
            is_address &= word.is_none();
            is_address |= piece[word.unwrap_or(0)..].contains("://");
            let is_set = !is_address && is_apostrophe(before, after);
            if is_set { '’' } else { '\'' }
        };
        seen = at + 1;
        if u32::from(set) != u32::from(byte) {
            out.push_str(&text[from..at]);
            out.push(set);
            from = at + 1;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Whether neither the last byte before a blank nor the first one after it can be part of what [`blank`] looks for.
fn is_between_words(before: &[u8], after: &[u8]) -> bool {
    /// The last byte of « in UTF-8, and the first ones of » and €.
    const OPENING: u8 = 0xab;
    const CLOSING: [u8; 2] = [0xc2, 0xe2];
    let is_plain_end = |last: &u8| !last.is_ascii_digit() && !matches!(*last, b'h' | OPENING);
    let is_plain_start = |first: &u8| !b";!?:%".contains(first) && !CLOSING.contains(first);
    before.last().is_none_or(is_plain_end) && after.first().is_none_or(is_plain_start)
}

/// The blank that stands between two texts.
fn blank(before: &str, after: &str) -> char {
    match (before.chars().next_back(), after.chars().next()) {
        (_, Some(';' | '!' | '?')) => '\u{202f}',
        (_, Some(':' | '»' | '€' | '%')) | (Some('«'), _) => '\u{a0}',
        (Some(last), _) if last.is_ascii_digit() && UNITS.contains(&first_word(after)) => '\u{a0}',
        // « 9 h 30 »: the blank of the minutes.
        (Some('h'), Some('0'..='5')) if is_hour(before) => '\u{a0}',
        _ => ' ',
    }
}

/// What a number is not parted from.
const UNITS: [&str; 11] = [
    "h", "min", "an", "ans", "mois", "m", "m²", "km", "kg", "euros", "places",
];

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

/// Whether a text ends with an hour: « 9 h ».
fn is_hour(text: &str) -> bool {
    text.strip_suffix('h')
        .and_then(|text| text.strip_suffix([' ', '\u{a0}', '\u{202f}']))
        .is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a straight quote stands for letters left out, and doesn't begin or end a quotation or measure.
fn is_apostrophe(before: &str, after: &str) -> bool {
    before.ends_with(char::is_alphabetic)
        && match after.chars().next() {
            Some(next) => next.is_alphanumeric() || matches!(next, '«' | '“'),
            // The word goes on in bold or as a link.
            None => is_elided(before),
        }
}

/// Whether a text ends with a word that loses its vowel before another: `l`, `d`, `qu`, `jusqu`…
fn is_elided(text: &str) -> bool {
    let start = text.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let word = text[start..].to_lowercase();
    word.len() == 1 || word.ends_with("qu")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_written_blanks_are_kept_from_breaking() {
        assert_eq!(
            typeset("Café : on cause ?"),
            "Café\u{a0}: on cause\u{202f}?"
        );
        assert_eq!(typeset("« bonjour »"), "«\u{a0}bonjour\u{a0}»");
        assert_eq!(typeset("9:30, why?"), "9:30, why?");
        assert_eq!(typeset("12 € par an"), "12\u{a0}€ par an");
        assert!(matches!(typeset("rien à faire"), Cow::Borrowed(_)));
    }

    #[test]
    fn numbers_keep_what_they_count() {
        assert_eq!(
            typeset("de 9 h 30 à 11 h, 6 ans"),
            "de 9\u{a0}h\u{a0}30 à 11\u{a0}h, 6\u{a0}ans"
        );
        assert_eq!(typeset("de 9 h à 12 h"), "de 9\u{a0}h à 12\u{a0}h");
        assert_eq!(typeset("2 mamans, 3 habitants"), "2 mamans, 3 habitants");
    }

    #[test]
    fn apostrophes_are_curly_and_quotes_stay() {
        assert_eq!(
            typeset("l'école d'« Aujourd'hui »"),
            "l’école d’«\u{a0}Aujourd’hui\u{a0}»"
        );
        assert_eq!(typeset("jusqu'"), "jusqu’");
        assert_eq!(typeset("'un' 5' x'"), "'un' 5' x’");
        assert_eq!(
            typeset("https://exemple.org/l'an"),
            "https://exemple.org/l'an"
        );
    }

    #[test]
    fn a_quick_look_at_a_blank_agrees_with_a_close_one() {
        let ends = [
            "", "a", "é", "h", "9 h", "3", "«", "»", "€", "²", "\u{ab}x", "œ", "٣",
        ];
        let starts = [
            "", "a", "é", "h", "3", ";", "!", "?", ":", "%", "«", "»", "€", "ans", "œ",
        ];
        for (before, after) in ends.iter().flat_map(|end| starts.map(|start| (end, start))) {
            let quick = is_between_words(before.as_bytes(), after.as_bytes());
            assert!(
                !quick || blank(before, after) == ' ',
                "{before:?} {after:?}"
            );
        }
        assert!(is_between_words(b"bonjour", b"madame"));
    }
}
