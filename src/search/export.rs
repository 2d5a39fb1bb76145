//! The export: the index as small files that a static host serves and the browser client reads.
//!
//! # The format, version 3
//!
//! All paths lie under `/recherche/`. Those that are stable are small, and are to be revalidated: the client
//! `client.js` and the entry `index.json` (`de.json`… in other languages). All else lies in folders named by their content, `/recherche/<hash>/…`,
//! and may be kept for ever: a folder is 128 shards at most (or the client's core), its name ten letters and
//! digits of the digest of them all (most modules are one, `core.js`). Every file is JSON (or JavaScript) in UTF-8, which hosts compress and which
//! is small enough without. No file but the entry exceeds [`LONGEST`] characters of postings or 4 records.
//!
//! **Entry**: `{format, core, language, documents, kinds, acronyms, places, departments, terms, parts, records,
//! spelling}`.
//! - `format`: [`FORMAT`]. A client that reads another number loads `core` instead of its own core.
//! - `language`: that of results; `labels` the part that names attributes in it, `{attribute: label}`, where it isn't
//!   that of `index.json`. Each other language of a site has an entry of its own, `de.json`, which differs in these, in
//!   `kinds` and in `records`.
//! - `core`: the path of the core module from the client, `./<hash>/core.js`.
//! - `documents`: how many there are; they have numbers from 0, by place.
//! - `kinds`: code → what parents read.
//! - `acronyms`: letters in lower case, with `*` where they are a word as well, separated by spaces.
//! - `places`: for each place, how many documents it has, as *numbers* (see below). Place 0 is nowhere.
//! - `stale`: for each place, how many of its documents, the last ones, should be confirmed; zeros at the end left out.
//! - `departments`: rows `[code, first place, number of places, 1 if the first is the whole département else 0]`.
//! - `terms`: `{folders, count}`: the folders of the dictionary's shards, and how many there are. The shard of a word
//!   is its FNV-1a hash of 32 bits, over UTF-16 code units, modulo `count`. A phrase stands with one of its words:
//!   the name of a commune or département with the first, any other with one that is seldom asked for alone.
//! - `parts`, `records`: `{folders}`; `spelling`: `{folders, count}`.
//!
//! Shard *n* of a kind is `<folders[⌊n / 128⌋]>/<n mod 128>.json`.
//!
//! **Numbers** are written with 90 digits: the characters from `#` to `}` without the backslash. A digit below 60
//! ends a number; `d` from 60 on stands for `d + 30 × (the number that follows)`.
//! **Postings** are gaps (the first document's number, then the distance to the next one less 1), and after a space
//! one digit for each document's impact; where all impacts are 1 space and impacts are left out. Postings of more
//! than [`LONGEST`] characters are cut into parts, and `[first part, number of parts, number of documents]` stands
//! in their place: a
//! part is a JSON text, all of them joined in order are the gaps, a space, and the impacts.
//!
//! **Dictionary shard**: rows `[key, postings or 0, forms or 0, meanings or 0]`, zeros at the end left out,
//! sorted by key, of which no file holds many. Keys are stems, acronyms in capitals, phrases (stems joined by spaces), `#` and an attribute.
//! - *forms*: `[form]` where all documents hold the same, else `[form, subset, form, subset…]`: a subset has six
//!   documents of the postings a digit, the first in the lowest bit; a blank where the word is too common to tell.
//! - *meanings*: `["g", group, attribute or 0, label or 0, postings, 1 if generic else 0, list or 0]`, a group of
//!   synonyms, *list* being the record shard that its list begins at;
//!   `["h", group, attribute, 0, postings]`, a group that the word hints at;
//!   `["c", insee, name, forms, department, postings, near]`, a commune: documents that lie in it or are for it,
//!   and *near*: numbers, in pairs: places skipped since the former one, class of distance;
//!   `["z", code, name, forms]`, a département. *forms* are the words as they must be written, folded.
//!
//! **Spelling shard**: one text of words that a misspelt one may mean, each with a digit of its rank behind it,
//! separated by spaces. A word is in the shards of all its keys (two or three letters that it begins and ends with,
//! see `spelling`): the shard of a key is its hash modulo `spelling.count`.
//!
//! **Record shard**: 4 rows `[id, url or 0, title, kind, place, commune, summary, facts, flags, language]`, empty
//! ends left out. After the shards of all records come lists, shards of 24 rows: the documents that bear an attribute,
//! in order (those of impact 15 in the postings of its group), so that answers to a subject stand together. In a row, url 0 is
//! `/<id>/`; kind 0 is what the id begins with; facts are an icon's name and a text, and so on; flag 1: discreet, 2: example.
//!
//! **Part 0** is the *table* of what is read only when answers are narrowed or put in another order:
//! `{facets, chunks, places, centres, dates, day}`, where parts are named by the first one and how many they are.
//! - `facets`: rows `[letter, name, [[code, label]…]]`; all codes of all rows, in order, are numbered from 0.
//!   Communes have no codes here: each chunk brings its own.
//! - `chunks`: `[first, documents in one]`. A chunk is `[values, communes]`: *communes* are rows `[insee, name]`,
//!   numbered after all codes of the table; *values* are numbers: for each value that a document of the chunk bears,
//!   in order, its distance from the value before, how many documents bear it, and their gaps within the chunk.
//! - `places`: `[first, count]`: for each place two numbers, thousandths of a degree from 90° south and 180° west,
//!   zeros where it has no centre; the parts' texts follow each other.
//! - `centres`: `[first, count]`: an INSEE code and two such numbers, separated by spaces; the part of a code is its
//!   hash modulo `count`.
//! - `dates`: the first of as many parts as chunks: for each document, how many dates it has and their gaps in days,
//!   the first from `day`.
//!
//! A shard that can't be had tells that the entry is older than the site: the client reads the entry again and
//! asks anew. So no answer mixes two builds.

mod client;
mod columns;
mod entry;
mod placing;
mod records;
mod shards;
mod terms;
mod words;

use crate::model::{Output, UrlPath};

use std::collections::{BTreeMap, HashMap};

use super::document::Document;
use super::index::{Index, IndexError};

pub use client::{Client, ClientFault, MODULES, Module};

/// The format's version: raised whenever a client of before would misread what is written now.
pub const FORMAT: u32 = 3;
/// Where all files of the search lie.
pub const FOLDER: &str = "/recherche/";
/// Characters of postings in one file.
pub const LONGEST: usize = 12_000;

/// What results and filters say in another language of the site.
#[derive(Debug, Clone, Default)]
pub struct Translation {
    /// The language's code.
    pub language: String,
    /// The documents of the index as they are shown in it, in any order; one that is absent is shown as it is.
    pub documents: Vec<Document>,
    /// What parents read of attributes.
    pub labels: BTreeMap<String, String>,
}

/// Makes the files that answer questions in the browser: shards, client, modules, and last the entries.
///
/// They are given to `write` in batches, each before the next is made.
pub fn export<E: From<IndexError>>(
    index: &Index,
    client: &Client,
    translations: &[Translation],
    mut write: impl FnMut(Vec<Output>) -> Result<(), E>,
) -> Result<(), E> {
    let mut put = |shards: Vec<String>| {
        let (names, files) = shards::folders(shards);
        write(outputs(files)).map(|()| names)
    };
    let own: Vec<&Document> = index.documents.iter().collect();
    let records::Records { shards, lists } = records::records(index, &own)?;
    let records = put(shards)?;
    let terms::Terms { shards, mut parts } = terms::terms(index, &lists)?;
    let term_shards = shards.len();
    let terms = put(shards)?;
    columns::append(index, &mut parts);
    let first_labels = parts.len();
    let labels = translations.iter().map(|translation| &translation.labels);
    parts.extend(labels.map(|labels| serde_json::json!(labels).to_string()));
    let parts = put(parts)?;
    let shards = words::words(index)?;
    let word_shards = shards.len();
    let words = put(shards)?;
    let entry = entry::Entry {
        language: "fr",
        labels: None,
        documents: &own,
        core: client.core(),
        term_shards,
        terms: &terms,
        parts: &parts,
        records: &records,
        words: &words,
        word_shards,
    };
    let mut entries = vec![("index.json".to_owned(), entry.text(index))];
    for (number, translation) in translations.iter().enumerate() {
        let by_id: HashMap<&str, &Document> = translation
            .documents
            .iter()
            .map(|document| (document.id.as_str(), document))
            .collect();
        let shown = |own: &&Document| by_id.get(own.id.as_str()).copied();
        let documents: Vec<&Document> = own.iter().map(|own| shown(own).unwrap_or(own)).collect();
        let records = put(records::records(index, &documents)?.shards)?;
        let entry = entry::Entry {
            language: &translation.language,
            labels: Some(first_labels + number),
            documents: &documents,
            records: &records,
            ..entry
        };
        entries.push((format!("{}.json", translation.language), entry.text(index)));
    }
    write(outputs(client.files().chain(entries).collect()))
}

/// The files that [`export()`] makes, all in memory.
pub fn files(
    index: &Index,
    client: &Client,
    translations: &[Translation],
) -> Result<Vec<Output>, IndexError> {
    let mut all = Vec::new();
    export(index, client, translations, |batch| {
        all.extend(batch);
        Ok::<(), IndexError>(())
    })?;
    Ok(all)
}

fn outputs(files: Vec<(String, String)>) -> Vec<Output> {
    let files = files.into_iter();
    let outputs = files.filter_map(|(name, text)| {
        let path = UrlPath::new(format!("{FOLDER}{name}"))?;
        let bytes = text.into_bytes();
        Some(Output { path, bytes })
    });
    outputs.collect()
}
