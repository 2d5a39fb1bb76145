//! Acronyms, which folding must not turn into words.

use std::collections::BTreeMap;

/// One acronym of the domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acronym {
    /// Its letters in capitals, without points: `CAF`.
    pub letters: String,
    /// Whether its letters in lower case are a word as well (`pre` for `pré`, `pif`): both are then meant.
    pub word: bool,
}

/// How a word is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// An ordinary word, to be stemmed.
    None,
    /// The acronym alone: `CAF`, `caf`.
    Acronym,
    /// The acronym, or else the word: `pre`.
    Either,
}

/// The acronyms that are kept apart from words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acronyms {
    words: BTreeMap<String, bool>,
    /// The letters that those of each length begin and end with, a bit for each pair: most words have another, and
    /// need no look-up.
    ends: Vec<u64>,
}

impl Acronyms {
    /// Gathers acronyms; the last of two equal ones holds.
    pub fn new(acronyms: impl IntoIterator<Item = Acronym>) -> Acronyms {
        let keys = acronyms
            .into_iter()
            .map(|acronym| (super::fold(&acronym.letters), acronym.word));
        let words: BTreeMap<String, bool> = keys.filter(|(form, _)| !form.is_empty()).collect();
        let longest = words.keys().map(String::len).max().unwrap_or(0);
        let mut ends = vec![0; longest + 1];
        for form in words.keys() {
            ends[form.len()] |= pair(form);
        }
        Acronyms { words, ends }
    }

    /// How a word is protected, from how it is written.
    ///
    /// An accent makes it a word (`café`); capitals make it an acronym (`CAF`); lower case leaves both
    /// possible where the letters are a word of their own.
    pub fn protection(&self, raw: &str, form: &str) -> Protection {
        let ends = self.ends.get(form.len()).copied().unwrap_or(0);
        if ends & pair(form) == 0 || !raw.is_ascii() {
            return Protection::None;
        }
        let Some(word) = self.words.get(form) else {
            return Protection::None;
        };
        let capitals = raw.bytes().all(|b| !b.is_ascii_lowercase());
        match *word && !capitals {
            true => Protection::Either,
            false => Protection::Acronym,
        }
    }

    /// Each acronym's letters in lower case, and whether they are a word as well, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, bool)> {
        self.words.iter().map(|(form, word)| (form.as_str(), *word))
    }

    /// The term of an acronym: its letters in capitals, which no stem has.
    pub fn term(form: &str) -> String {
        form.to_uppercase()
    }
}

/// The bit of the letters that a form begins and ends with; several pairs may share one.
fn pair(form: &str) -> u64 {
    let bytes = form.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(first), Some(last)) => {
            1 << (first.wrapping_mul(5).wrapping_add(last.wrapping_mul(11)) & 63)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_decide() {
        let acronyms =
            Acronyms::new(
                [("CAF", false), ("PRE", true)].map(|(letters, word)| Acronym {
                    letters: letters.to_owned(),
                    word,
                }),
            );
        let protection = |raw: &str| acronyms.protection(raw, &super::super::fold(raw));
        assert_eq!(protection("CAF"), Protection::Acronym);
        assert_eq!(protection("Caf"), Protection::Acronym);
        assert_eq!(protection("café"), Protection::None);
        assert_eq!(protection("PRE"), Protection::Acronym);
        assert_eq!(protection("pre"), Protection::Either);
        assert_eq!(protection("pré"), Protection::None);
    }
}
