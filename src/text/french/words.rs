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
    let bytes = text.as_bytes();
    let mut form = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut is_ascii = true;
        form.clear();
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphanumeric() {
                form.push(char::from(byte.to_ascii_lowercase()));
                at += 1;
            } else if byte.is_ascii() {
                break;
            } else {
                let Some(c) = text[at..].chars().next().filter(|c| is_word_char(*c)) else {
                    break;
                };
                is_ascii = false;
                at += c.len_utf8();
            }
        }
        if at == start {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let raw = &text[start..at];
        if !is_ascii {
            form.clear();
            fold_into(raw, &mut form);
        }
        let is_short = form.len() <= LONGEST_WORD || form.chars().count() <= LONGEST_WORD;
        if !form.is_empty() && is_short {
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
