//! Cutting a text into folded words.

use super::LONGEST_WORD;
use super::fold::{fold_into, is_word_char};

/// One word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as it was written.
    pub raw: &'a str,
    /// The word folded.
    pub form: &'a str,
    /// Where it begins in the text, in bytes.
    pub start: usize,
}

/// Hands each word of a text to `each`, in order, stop words among them.
///
/// ```
/// # use ribambelle::text::french::words;
/// let mut forms = Vec::new();
/// words("L’accueil enfants-parents", |word| forms.push(word.form.to_owned()));
/// assert_eq!(forms, ["l", "accueil", "enfants", "parents"]);
/// ```
pub fn words(text: &str, mut each: impl FnMut(Word<'_>)) {
    let mut form = String::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if !is_word_char(c) {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| is_word_char(*c)) {
            end = at + c.len_utf8();
        }
        let raw = &text[start..end];
        form.clear();
        fold_into(raw, &mut form);
        if !form.is_empty() && (form.len() <= LONGEST_WORD || form.chars().count() <= LONGEST_WORD)
        {
            each(Word {
                raw,
                form: &form,
                start,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_and_hyphens_cut() {
        for text in [
            "qu'un laep-mobile",
            "qu’un laep‑mobile",
            "quʼun laep–mobile",
            "qu`un laep/mobile",
        ] {
            let mut forms = Vec::new();
            words(text, |word| forms.push(word.form.to_owned()));
            assert_eq!(forms, ["qu", "un", "laep", "mobile"], "{text}");
        }
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        let text = "Où est-ce ?";
        words(text, |word| {
            assert_eq!(&text[word.start..word.start + word.raw.len()], word.raw)
        });
    }
}
