//! What others wrote, shown without giving orders to a terminal, a workflow or a reader's eyes.
//!
//! Names of files and texts of records may hold escape sequences, line breaks and marks that turn the direction of
//! reading: each stands in a report as one visible character, so that columns stay right.

use std::borrow::Cow;

/// The most characters of a message: one that quotes a value of a megabyte is cut in its middle.
const LONGEST: usize = 2_000;
/// How many characters are left at each end of a message that is cut.
const KEPT: usize = 160;

/// Puts a visible character for each that would not be seen, line breaks and tabs included.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| stand_in(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(stand_in).collect())
    }
}

/// [`visible`], of a length that a person reads.
pub(super) fn message(text: &str) -> String {
    let text = visible(text);
    if text.len() <= LONGEST || text.chars().count() <= LONGEST {
        return text.into_owned();
    }
    let end = |(at, c): (usize, char)| at + c.len_utf8();
    let first = text.char_indices().nth(KEPT - 1).map_or(0, end);
    let last = text.char_indices().rev().nth(KEPT - 1);
    let last = last.map_or(text.len(), |(at, _)| at);
    format!("{}…{}", &text[..first], &text[last..])
}

/// Writes what JSON lets through and a terminal obeys as escapes, which programs read as the same characters.
///
/// In JSON such characters stand within texts only.
pub fn json(text: String) -> String {
    if text.chars().all(|c| c == '\n' || stand_in(c) == c) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        match c {
            // Between values of indented JSON; within texts they are escaped already.
            '\n' => out.push(c),
            c if stand_in(c) != c => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// The character that is shown for another: its picture, or the sign of what can't be shown.
pub(super) fn stand_in(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => '\u{fffd}',
        c if turns_reading(c) => '\u{fffd}',
        c => c,
    }
}

/// Whether a character embeds, overrides or isolates a direction of reading.
fn turns_reading(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_order_is_let_through_and_each_character_stands_for_one() {
        let text = "é\u{1b}[31m\n\t\u{7f}\u{9b}\u{202e}x\u{2068}🙂";
        assert_eq!(visible(text), "é␛[31m␊␉␡��x�🙂");
        assert_eq!(visible(text).chars().count(), text.chars().count());
        assert!(matches!(visible("été 🙂"), Cow::Borrowed(_)));
        let value = serde_json::Value::from(text);
        let shown = json(value.to_string());
        assert!(!shown.contains(['\u{1b}', '\u{7f}', '\u{9b}', '\u{202e}']));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&shown).unwrap(),
            value
        );
    }

    #[test]
    fn a_message_is_never_longer_than_a_person_reads() {
        let long = format!("« {} » n'existe pas", "é".repeat(1_000_000));
        let shown = message(&long);
        assert!(shown.chars().count() < 400 && shown.ends_with(" » n'existe pas"));
        let list = "code, ".repeat(300);
        assert_eq!(message(&list), list);
    }
}
