//! French typography: no-break spaces where a line must not break.

use std::borrow::Cow;

/// The text with no-break spaces before `: ; ! ? »` and after `«`, where a blank stands already.
///
/// It never adds a blank that was not written, so that addresses, times (`9:30`) and other languages stay as they are.
pub fn no_break_spaces(text: &str) -> Cow<'_, str> {
    let wanted = |before: char, after: char| {
        (before == ' ' && matches!(after, ':' | ';' | '!' | '?' | '»' | '€' | '%'))
            || (before == '«' && after == ' ')
    };
    if !text
        .chars()
        .zip(text.chars().skip(1))
        .any(|(before, after)| wanted(before, after))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied();
        let replaced =
            c == ' ' && (last == Some('«') || next.is_some_and(|next| wanted(' ', next)));
        out.push(match (replaced, next) {
            (true, Some(';' | '!' | '?')) => '\u{202f}',
            (true, _) => '\u{a0}',
            (false, _) => c,
        });
        last = Some(c);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_written_blanks_are_kept_from_breaking() {
        assert_eq!(
            no_break_spaces("Café : on cause ?"),
            "Café\u{a0}: on cause\u{202f}?"
        );
        assert_eq!(no_break_spaces("« bonjour »"), "«\u{a0}bonjour\u{a0}»");
        assert_eq!(no_break_spaces("9:30, why?"), "9:30, why?");
        assert_eq!(no_break_spaces("12 € par an"), "12\u{a0}€ par an");
    }
}
