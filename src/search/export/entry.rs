//! The entry: the one file by which all others are found.

use std::collections::BTreeMap;

use serde_json::json;

use super::FORMAT;
use crate::search::codec::push_number;
use crate::search::index::Index;
use crate::search::layout::is_stale;

/// What the entry says beside what the index knows.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) language: &'a str,
    pub(super) core: &'a str,
    /// How many shards the dictionary has: those of words, then those of attributes.
    pub(super) term_shards: [usize; 2],
    pub(super) terms: &'a [String],
    pub(super) parts: &'a [String],
    pub(super) records: &'a [String],
    pub(super) words: &'a [String],
    pub(super) word_shards: usize,
}

impl Entry<'_> {
    /// The entry's text.
    pub(super) fn text(&self, index: &Index) -> String {
        let kinds: BTreeMap<&str, &str> = index
            .documents
            .iter()
            .map(|document| (document.kind.code.as_str(), document.kind.text.as_str()))
            .collect();
        let acronyms = index.settings.acronyms.iter();
        let acronyms: Vec<String> = acronyms
            .map(|(form, word)| format!("{form}{}", if word { "*" } else { "" }))
            .collect();
        let mut places = String::new();
        for place in &index.places {
            push_number(&mut places, place.documents.len() as u32);
        }
        let stale = stale(index);
        json!({
            "format": FORMAT,
            "stale": stale,
            "core": self.core,
            "language": self.language,
            "documents": index.len(),
            "kinds": kinds,
            "acronyms": acronyms.join(" "),
            "places": places,
            "departments": departments(index),
            "terms": {"folders": self.terms, "count": self.term_shards[0], "attributes": self.term_shards[1]},
            "parts": {"folders": self.parts},
            "records": {"folders": self.records},
            "spelling": {"folders": self.words, "count": self.word_shards},
        })
        .to_string()
    }
}

/// For each place, how many of its documents should be confirmed, as numbers.
fn stale(index: &Index) -> String {
    let counts: Vec<u32> = index
        .places
        .iter()
        .map(|place| {
            let within =
                &index.documents[place.documents.start as usize..place.documents.end as usize];
            let stale = within
                .iter()
                .filter(|document| is_stale(document, &index.settings));
            stale.count() as u32
        })
        .collect();
    let last = counts
        .iter()
        .rposition(|count| *count > 0)
        .map_or(0, |at| at + 1);
    let mut text = String::new();
    counts[..last]
        .iter()
        .for_each(|count| push_number(&mut text, *count));
    text
}

/// Rows of code, first place, number of places, whether the first is the whole département.
fn departments(index: &Index) -> Vec<(&str, usize, usize, u8)> {
    let mut rows: Vec<(&str, usize, usize, u8)> = Vec::new();
    for (number, place) in index.places.iter().enumerate().skip(1) {
        match rows.last_mut() {
            Some(last) if last.0 == place.department => last.2 += 1,
            _ => rows.push((
                &place.department,
                number,
                1,
                u8::from(place.commune.is_none()),
            )),
        }
    }
    rows
}
