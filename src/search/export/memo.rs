//! What an export made, so that the one of an index that follows makes only what an edit changed.
//!
//! It is kept where somebody edits a guide, never in a build. Documents have the numbers that they had before, and
//! settings and places are the same: else an index begins with an empty memo.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::again::Made;
use super::columns::Columns;
use crate::search::analyse::FORM;
use crate::search::slice::keys_in;

/// What an export made of an index.
#[derive(Default)]
pub struct Memo {
    /// What changed since it was made; none where all is to be made.
    pub(super) fresh: Option<Fresh>,
    /// The rows of records, by their numbers.
    pub(super) rows: Vec<String>,
    /// The rows of the dictionary.
    pub(super) terms: BTreeMap<String, Made>,
    pub(super) columns: Option<Columns>,
    pub(super) words: Option<Words>,
}

/// The spelling shards, and what they were made of.
pub(super) struct Words {
    /// How many documents hold a form.
    pub(super) counts: HashMap<String, u32>,
    pub(super) shards: Vec<String>,
}

/// What differs from the index of before.
#[derive(Default)]
pub(super) struct Fresh {
    /// The documents, in order.
    pub(super) numbers: Vec<usize>,
    /// The keys that they hold or held, those of exact forms and groups aside.
    pub(super) keys: BTreeSet<String>,
    /// For each exact form behind its stem, in how many more documents it is now.
    pub(super) forms: BTreeMap<(String, String), i64>,
}

impl Memo {
    /// The memo for an index of which some documents are others now; their keys as they were, and as they are.
    pub(in crate::search) fn after(
        mut self,
        numbers: Vec<usize>,
        before: &[String],
        now: &[String],
    ) -> Memo {
        let mut fresh = Fresh {
            numbers,
            ..Fresh::default()
        };
        let of = |texts: &[String], step| {
            let all: Vec<(String, i64)> = texts
                .iter()
                .flat_map(|keys| keys_in(keys).map(|key| (key.to_owned(), step)))
                .collect();
            all
        };
        for (key, step) in of(before, -1).into_iter().chain(of(now, 1)) {
            match key.split_once(FORM) {
                _ if key.starts_with('~') => {}
                Some((stem, form)) => {
                    fresh.keys.insert(stem.to_owned());
                    let form = (stem.to_owned(), form.to_owned());
                    *fresh.forms.entry(form).or_default() += step;
                }
                None => drop(fresh.keys.insert(key)),
            }
        }
        // What was never made can't be taken over.
        self.fresh = self.words.is_some().then_some(fresh);
        self
    }

    /// The memo of an index that was exported: asked again, nothing changed since.
    pub(super) fn made(mut self) -> Memo {
        self.fresh = Some(Fresh::default());
        self
    }
}

impl Fresh {
    /// Whether a document of a range of numbers is another now.
    pub(super) fn holds(&self, numbers: std::ops::Range<usize>) -> bool {
        let from = self.numbers.partition_point(|one| *one < numbers.start);
        self.numbers.get(from).is_some_and(|one| *one < numbers.end)
    }

    /// The forms of a stem that documents hold or held.
    pub(super) fn forms_of(&self, stem: &str) -> impl Iterator<Item = &str> {
        let from = (stem.to_owned(), String::new());
        let all = self.forms.range(from..);
        all.take_while(move |((of, _), _)| of == stem)
            .map(|((_, form), _)| form.as_str())
    }
}
