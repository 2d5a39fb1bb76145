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
    /// The first letters of those of each length, a bit each: most words have another, and need no look-up.
    starts: Vec<u32>,
}

impl Acronyms {
    /// Gathers acronyms; the last of two equal ones holds.
    pub fn new(acronyms: impl IntoIterator<Item = Acronym>) -> Acronyms {
        let keys = acronyms
            .into_iter()
            .map(|acronym| (super::fold(&acronym.letters), acronym.word));
        let words: BTreeMap<String, bool> = keys.filter(|(form, _)| !form.is_empty()).collect();
        let longest = words.keys().map(String::len).max().unwrap_or(0);
        let mut starts = vec![0; longest + 1];
        for form in words.keys() {
            starts[form.len()] |= start(form);
        }
        Acronyms { words, starts }
    }

    /// How a word is protected, from how it is written.
    ///
    /// An accent makes it a word (`café`); capitals make it an acronym (`CAF`); lower case leaves both
    /// possible where the letters are a word of their own.
    pub fn protection(&self, raw: &str, form: &str) -> Protection {
        let starts = self.starts.get(form.len()).copied().unwrap_or(0);
        if starts & start(form) == 0 || !raw.is_ascii() {
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

/// The bit of the letter that a form begins with; several letters may share one.
fn start(form: &str) -> u32 {
    form.bytes().next().map_or(0, |byte| 1 << (byte & 31))
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
