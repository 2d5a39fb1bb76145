//! The export: the index as small files that a static host serves and the browser client reads.
//!
//! # The format, version 5
//!
//! All paths lie under `/recherche/`. Those that are stable are small, and are to be revalidated: the client
//! `client.js` and the entry `index.json` (`de.json`… in other languages). All else lies in folders named by their content, `/recherche/<hash>/…`,
//! and may be kept for ever: a folder is 256 shards at most (or the client's core), its name ten letters and
//! digits of the digest of them all (most modules are one, `core.js`). Every file is JSON (or JavaScript) in UTF-8, which hosts compress and which
//! is small enough without. No file but the entry exceeds [`LONGEST`] characters of postings or 24 records.
//!
//! **Entry**: `{format, core, language, documents, kinds, acronyms, places, departments, terms, parts, records,
//! spelling}`.
//! - `format`: [`FORMAT`]. A client that reads another number loads `core` instead of its own core.
//! - `language`: that of results and of the analysis. Each other language of a site has an index of its own, of the
//!   same records as they are shown in it, and so an entry of its own, `de.json`.
//! - `core`: the path of the core module from the client, `./<hash>/core.js`; `./<hash>/core.de.js` in `de.json`, which
//!   holds the German stemmer and words in the place of the French ones.
//! - `documents`: how many there are; they have numbers from 0, by place.
//! - `kinds`: code → what parents read.
//! - `acronyms`: letters in lower case, with `*` where they are a word as well, separated by spaces.
//! - `places`: for each place, how many documents it has, as *numbers* (see below). Place 0 is nowhere.
//! - `stale`: for each place, how many of its documents, the last ones, should be confirmed; zeros at the end left out.
//! - `departments`: rows `[code, first place, number of places, 1 if the first is the whole département else 0]`.
//! - `terms`: `{folders, count, attributes}`: the folders of the dictionary's shards, and how many there are for words,
//!   then for attributes. The shard of a word
//!   is its FNV-1a hash of 32 bits, over UTF-16 code units, modulo `count`. A phrase stands with one of its words:
//!   the name of a commune or département with the first, any other with one that is seldom asked for alone.
//!   The shard of an attribute's key is `count` + its hash modulo `attributes`.
//! - `parts`, `records`: `{folders}`; `spelling`: `{folders, count}`.
//!
//! Shard *n* of a kind is `<folders[⌊n / 256⌋]>/<n mod 256>.json`.
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
//! **Record shard**: 6 rows `[id, url or 0, title, kind, place, commune, summary, facts, flags, language]`, empty
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

mod again;
mod client;
mod columns;
mod entry;
mod memo;
mod placing;
mod records;
mod shards;
mod terms;
mod words;

use crate::model::{Output, UrlPath};

use std::borrow::Borrow;
use std::collections::HashSet;

use super::index::{Index, IndexError};

pub use client::{Client, ClientFault, Module, modules};
pub use memo::Memo;

/// The format's version: raised whenever a client of before would misread what is written now.
pub const FORMAT: u32 = 5;
/// Where all files of the search lie.
pub const FOLDER: &str = "/recherche/";
/// Characters of postings in one file.
pub const LONGEST: usize = 12_000;

/// Makes the files that answer questions in the browser: shards, client, modules, and last the entries.
///
/// Indexes are given by language, that of the site's own first; one at a time is asked for. Files are given to
/// `write` in batches, each before the next is made.
pub fn export<'a, I: Borrow<Index>, E: From<IndexError>>(
    indexes: impl IntoIterator<Item = (&'a str, Result<I, IndexError>)>,
    client: &Client,
    mut write: impl FnMut(Vec<Output>) -> Result<(), E>,
) -> Result<(), E> {
    let (mut languages, mut entries) = (Vec::new(), Vec::new());
    // What two languages share is written once.
    let mut written = HashSet::new();
    let mut put = |shards: Vec<String>| {
        let (names, mut files) = shards::folders(shards);
        files.retain(|(name, _)| written.insert(name.clone()));
        write(outputs(files)).map(|()| names)
    };
    for (language, index) in indexes {
        let index = index?;
        let index = index.borrow();
        let is_own = entries.is_empty();
        // Whoever panicked with it left it half made: then all is made.
        let mut kept = index.memo.as_ref().and_then(|memo| memo.lock().ok());
        let mut memo = kept.as_mut().map(|kept| std::mem::take(&mut **kept));
        let records::Records { shards, lists } = records::records(index, memo.as_mut())?;
        let records = put(shards)?;
        let terms::Terms {
            shards,
            attributes,
            mut parts,
        } = terms::terms(index, &lists, memo.as_mut())?;
        let term_shards = [shards.len() - attributes, attributes];
        let terms = put(shards)?;
        columns::append(index, &mut parts, memo.as_mut());
        let parts = put(parts)?;
        let shards = words::words(index, memo.as_mut())?;
        let word_shards = shards.len();
        let words = put(shards)?;
        let entry = entry::Entry {
            language,
            core: &client.core((!is_own).then_some(language)),
            term_shards,
            terms: &terms,
            parts: &parts,
            records: &records,
            words: &words,
            word_shards,
        };
        let name = if is_own { "index" } else { language };
        entries.push((format!("{name}.json"), entry.text(index)));
        languages.push(language.to_owned());
        if let (Some(mut kept), Some(memo)) = (kept, memo) {
            *kept = memo.made();
        }
    }
    write(outputs(client.files(&languages).chain(entries).collect()))
}

/// The files that [`export()`] makes, all in memory.
pub fn files<'a, I: Borrow<Index>>(
    indexes: impl IntoIterator<Item = (&'a str, I)>,
    client: &Client,
) -> Result<Vec<Output>, IndexError> {
    let mut all = Vec::new();
    let indexes = indexes
        .into_iter()
        .map(|(language, index)| (language, Ok(index)));
    export(indexes, client, |batch| {
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
