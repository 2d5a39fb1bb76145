//! The vocabulary: every closed list, built in, relabelled and extended by a site.

mod builtin;
pub mod danger;
mod entry;
mod site;

use std::collections::BTreeMap;

pub use builtin::{Acronym, builtin_acronyms, builtin_numbers};
pub use entry::{Entry, Translated};
pub use site::Patch;

use super::values::Term;

/// The lists that a site may extend; all others it may only relabel.
pub const EXTENSIBLE: &[&str] = &[
    "themes",
    "publics",
    "formats",
    "accueil",
    "lieux_type",
    "partenaires_type",
    "modalites",
    "milieux",
    "dispositifs",
    "equipe",
    "langues",
];

/// Every list, with its codes in order.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    lists: BTreeMap<Box<str>, List>,
}

/// One closed list: codes in the contract's order, then a site's own.
#[derive(Debug, Clone, Default)]
pub struct List {
    entries: Vec<(Box<str>, Entry)>,
    index: BTreeMap<Box<str>, usize>,
}

impl Vocabulary {
    /// A list by its name, such as `themes`.
    pub fn list(&self, name: &str) -> Option<&List> {
        self.lists.get(name)
    }

    /// The names of all lists.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(|name| &**name)
    }

    /// The entry of a code; of a language with a script or a region (`pt-BR`) that of the language, where it has none.
    pub fn entry(&self, list: &str, code: &str) -> Option<&Entry> {
        let entries = self.lists.get(list)?;
        let base = || (list == "langues").then(|| base_language(code)).flatten();
        entries.get(code).or_else(|| entries.get(base()?))
    }

    /// The label of a code in a language, or the code itself where it has none.
    pub fn label<'a>(&'a self, list: &str, code: &'a str, language: &str) -> &'a str {
        self.entry(list, code)
            .map_or(code, |entry| entry.label(language))
    }

    /// The label of a term in a language.
    pub fn label_of<'a, T: Term>(&'a self, term: &'a T, language: &str) -> &'a str {
        self.label(T::LIST, term.code(), language)
    }

    /// Whether a code is, or stands under, another one of its list.
    pub fn is_within(&self, list: &str, code: &str, ancestor: &str) -> bool {
        let mut at = Some(code);
        // A site's entries may name each other as parents in a circle, which a check tells: never go round it.
        for _ in 0..16 {
            match at {
                Some(code) if code == ancestor => return true,
                Some(code) => {
                    at = self
                        .entry(list, code)
                        .and_then(|entry| entry.parent.as_deref())
                }
                None => return false,
            }
        }
        false
    }
}

/// The language of a code that says its script or region too: `zh` of `zh-Hant-TW`.
fn base_language(code: &str) -> Option<&str> {
    let mut parts = code.split('-');
    let language = parts.next()?;
    let is_script_or_region = |part: &str| {
        let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
        letters && matches!(part.len(), 2 | 4)
            || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
    };
    (language.len() < code.len() && parts.all(is_script_or_region)).then_some(language)
}

impl List {
    /// The entry of a code.
    pub fn get(&self, code: &str) -> Option<&Entry> {
        self.index.get(code).map(|&index| &self.entries[index].1)
    }

    fn get_mut(&mut self, code: &str) -> Option<&mut Entry> {
        let index = *self.index.get(code)?;
        Some(&mut self.entries[index].1)
    }

    /// Codes and entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(code, entry)| (&**code, entry))
    }

    /// The place of a code in the list.
    pub fn position(&self, code: &str) -> Option<usize> {
        self.index.get(code).copied()
    }

    fn set(&mut self, code: &str, entry: Entry) {
        match self.index.get(code) {
            Some(&index) => self.entries[index].1 = entry,
            None => {
                self.index.insert(code.into(), self.entries.len());
                self.entries.push((code.into(), entry));
            }
        }
    }
}
