//! What is read only when answers are narrowed or put in another order: values of facets, centres, dates.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde_json::{Value, json};

use super::LONGEST;
use super::memo::Memo;
use super::shards::hash_of;
use crate::search::attribute::Facet;
use crate::search::codec::push_number;
use crate::search::facets::{FACETS, borne, named, values};
use crate::search::index::Index;
use crate::search::sorting::{MOST_DATES, spot};

/// Documents in one chunk.
const CHUNK: usize = 512;

/// The chunks, and the codes by which they were made.
pub(super) struct Columns {
    known: Known,
    values: Vec<String>,
    dates: Vec<String>,
}

/// The codes and labels of facets.
type Known = Vec<(Facet, Vec<(String, String)>)>;

/// Adds the columns to the parts, and puts the table that names them into the first part.
pub(super) fn append(index: &Index, parts: &mut Vec<String>, memo: Option<&mut Memo>) {
    let known = values(index);
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for ((facet, name), (_, values)) in FACETS.into_iter().zip(&known) {
        for (code, _) in values {
            let number = numbers.len();
            numbers.insert(format!("{}:{code}", facet.letter()), number);
        }
        rows.push(json!([facet.letter(), name, values]));
    }
    let names = index.commune_names();
    let chunks = parts.len();
    let documents: Vec<u32> = (0..index.len() as u32).collect();
    let former = memo.as_deref().and_then(|memo| {
        let columns = memo.columns.as_ref()?;
        Some((columns, memo.fresh.as_ref()?)).filter(|_| columns.known == known)
    });
    let former = |at: usize, of: fn(&Columns) -> &Vec<String>| {
        let (columns, fresh) = former?;
        let is_same = !fresh.holds(at * CHUNK..(at + 1) * CHUNK);
        of(columns).get(at).filter(|_| is_same).cloned()
    };
    let chunks_of = |of: fn(&Columns) -> &Vec<String>, make: &(dyn Fn(&[u32]) -> String + Sync)| {
        let chunks = documents.par_chunks(CHUNK).enumerate();
        chunks
            .map(|(at, chunk)| former(at, of).unwrap_or_else(|| make(chunk)))
            .collect::<Vec<String>>()
    };
    let made = chunks_of(|columns| &columns.values, &|chunk| {
        values_of(index, chunk, &numbers, &names).to_string()
    });
    let made_dates = chunks_of(|columns| &columns.dates, &|chunk| {
        json!(dates_of(index, chunk)).to_string()
    });
    if let Some(memo) = memo {
        memo.columns = Some(Columns {
            known: known.clone(),
            values: made.clone(),
            dates: made_dates.clone(),
        });
    }
    parts.extend(made);
    let dates = parts.len();
    parts.extend(made_dates);
    let places = push_text(parts, &places(index));
    let centres = push_centres(index, parts);
    let table = json!({
        "facets": rows,
        "chunks": [chunks, CHUNK],
        "places": places,
        "centres": centres,
        "dates": dates,
        "day": index.settings.today.to_string(),
    });
    if let Some(first) = parts.first_mut() {
        *first = table.to_string();
    }
}

/// The values that the documents of a chunk bear, and the communes among them.
fn values_of(
    index: &Index,
    chunk: &[u32],
    numbers: &BTreeMap<String, usize>,
    names: &HashMap<&str, &str>,
) -> Value {
    let mut bearing: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut communes: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (at, number) in (0u32..).zip(chunk) {
        for attribute in borne(index, *number) {
            if attribute.facet == Facet::Commune {
                communes.entry(attribute.code).or_default().push(at);
            } else if let Some(value) = numbers.get(&attribute.name()) {
                bearing.entry(*value).or_default().push(at);
            }
        }
    }
    let named = named(names, communes.keys());
    for (at, (code, _)) in named.iter().enumerate() {
        let documents = communes.remove(code).unwrap_or_default();
        bearing.insert(numbers.len() + at, documents);
    }
    let mut text = String::new();
    let mut next = 0;
    for (value, documents) in bearing {
        push_number(&mut text, (value - next) as u32);
        next = value + 1;
        push_number(&mut text, documents.len() as u32);
        push_gaps(&mut text, documents.into_iter());
    }
    json!([text, named])
}

/// The next dates of the documents of a chunk.
fn dates_of(index: &Index, chunk: &[u32]) -> String {
    let today = index.settings.today;
    let mut text = String::new();
    for number in chunk {
        let document = &index.documents[*number as usize];
        let dates = document.next.iter().take(MOST_DATES);
        let days: Vec<u32> = dates
            .filter_map(|date| u32::try_from((*date - today).get_days()).ok())
            .collect();
        push_number(&mut text, days.len() as u32);
        push_gaps(&mut text, days.into_iter());
    }
    text
}

/// Writes numbers that rise, each as its distance from the one before.
fn push_gaps(text: &mut String, numbers: impl Iterator<Item = u32>) {
    let mut next = 0;
    for number in numbers {
        push_number(text, number - next);
        next = number + 1;
    }
}

/// The centres of all places.
fn places(index: &Index) -> String {
    let mut text = String::new();
    for place in &index.places {
        let commune = place
            .commune
            .map(|commune| &index.settings.communes[commune]);
        let (north, east) = commune.and_then(|known| known.centre).map_or((0, 0), spot);
        push_number(&mut text, north);
        push_number(&mut text, east);
    }
    text
}

/// Adds a text in as many parts as it needs: the first one, and how many.
fn push_text(parts: &mut Vec<String>, text: &str) -> [usize; 2] {
    let first = parts.len();
    // All characters are ASCII, so every byte is a boundary.
    let chunks = text.as_bytes().chunks(LONGEST);
    parts.extend(chunks.map(|chunk| json!(String::from_utf8_lossy(chunk)).to_string()));
    [first, parts.len() - first]
}

/// Adds the centres of all communes, by their codes: the first part, and how many.
fn push_centres(index: &Index, parts: &mut Vec<String>) -> [usize; 2] {
    const ROW: usize = 14;
    let communes = &index.settings.communes;
    let count = (communes.len() * ROW).div_ceil(LONGEST);
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); count];
    for commune in communes {
        let Some(centre) = commune.centre else {
            continue;
        };
        let (north, east) = spot(centre);
        let mut row = commune.insee.clone();
        push_number(&mut row, north);
        push_number(&mut row, east);
        texts[hash_of(&commune.insee) as usize % count].push(row);
    }
    let first = parts.len();
    let text = |rows: Vec<String>| json!(rows.join(" ")).to_string();
    parts.extend(texts.into_iter().map(text));
    [first, count]
}
