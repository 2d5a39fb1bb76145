//! The words of a question.

use super::index::{Index, IndexError};
use super::spelling::corrected;
use crate::text::french::{Acronyms, Protection, words};
use crate::text::tongue::Stemmer;

/// How many words of a question are read.
pub const MOST_WORDS: usize = 16;
/// A word of the question.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) form: String,
    /// The acronym's term, where it may be one, then the word's.
    pub(super) terms: Vec<String>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The words of a question that carry a subject, each once, as they are meant.
pub(super) fn asked(question: &str, index: &Index) -> Result<Vec<Asked>, IndexError> {
    let tongue = index.settings.tongue;
    let stemmer = Stemmer::new(tongue);
    let acronyms = &index.settings.acronyms;
    let mut asked: Vec<Asked> = Vec::new();
    words(question, |word| {
        let (number, unit) = apart(word.form);
        for form in [number, unit] {
            let repeated = asked.iter().any(|former| former.form == form);
            if form.is_empty() || tongue.is_stop(form) || repeated || asked.len() == MOST_WORDS {
                continue;
            }
            asked.push(Asked {
                form: form.to_owned(),
                terms: terms(word.raw, form, acronyms, &stemmer),
                start: word.start,
                end: word.start + word.raw.len(),
            });
        }
    });
    corrected(asked, index, &|form| terms(form, form, acronyms, &stemmer))
}

/// The terms of a word: of an acronym, of a word, or of both where it may be either.
fn terms(raw: &str, form: &str, acronyms: &Acronyms, stemmer: &Stemmer) -> Vec<String> {
    let protection = acronyms.protection(raw, form);
    let mut terms = Vec::new();
    if protection != Protection::None {
        terms.push(Acronyms::term(form));
    }
    if protection != Protection::Acronym {
        terms.push(stemmer.stem(form));
    }
    terms
}

/// A number of one or two digits and the letters that are joined to it: `18mois`.
fn apart(form: &str) -> (&str, &str) {
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let letters = form.len() - digits;
    let is_unit = form[digits..].bytes().all(|byte| byte.is_ascii_lowercase());
    if (1..=2).contains(&digits) && letters >= 2 && is_unit {
        form.split_at(digits)
    } else {
        (form, "")
    }
}
