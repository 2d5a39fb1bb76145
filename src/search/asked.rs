//! The words of a question.

use super::index::Index;
use crate::text::french::{Acronyms, Protection, Stemmer, is_stop, words};

/// How many words of a question are read.
pub const MOST_WORDS: usize = 16;
/// A word of the question.
pub(super) struct Asked {
    pub(super) form: String,
    /// The acronym's term, where it may be one, then the word's.
    pub(super) terms: Vec<String>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The words of a question that carry a subject, each once.
pub(super) fn asked(question: &str, index: &Index) -> Vec<Asked> {
    let stemmer = Stemmer::new();
    let mut asked: Vec<Asked> = Vec::new();
    words(question, |word| {
        let repeated = asked.iter().any(|former| former.form == word.form);
        if is_stop(word.form) || repeated || asked.len() == MOST_WORDS {
            return;
        }
        let protection = index.settings.acronyms.protection(word.raw, word.form);
        let mut terms = Vec::new();
        if protection != Protection::None {
            terms.push(Acronyms::term(word.form));
        }
        if protection != Protection::Acronym {
            terms.push(stemmer.stem(word.form));
        }
        asked.push(Asked {
            form: word.form.to_owned(),
            terms,
            start: word.start,
            end: word.start + word.raw.len(),
        });
    });
    asked
}
