//! Record shards: what a list of results shows.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::memo::Memo;
use super::shards::list;
use crate::search::attribute::{Attribute, Facet};
use crate::search::document::Document;
use crate::search::index::{Index, IndexError};
use crate::search::settings::SynonymGroup;

/// Records in one shard.
const SHARD: usize = 6;
/// Records in one shard of a list.
const LIST: usize = 24;

/// The record shards.
pub(super) struct Records {
    /// All records in the order of their numbers, then those that bear an attribute, list by list.
    pub(super) shards: Vec<String>,
    /// The first shard of an attribute's list.
    pub(super) lists: BTreeMap<String, usize>,
}

/// The record shards of an index.
pub(super) fn records(index: &Index, memo: Option<&mut Memo>) -> Result<Records, IndexError> {
    let made = |number: usize| {
        let name = index.commune_name(number as u32);
        row(&index.documents[number], name).to_string()
    };
    let all = || (0..index.len()).into_par_iter().map(made).collect();
    let mut own = Vec::new();
    let rows: &Vec<String> = match memo {
        Some(Memo {
            fresh: Some(fresh),
            rows,
            ..
        }) => {
            for number in &fresh.numbers {
                rows[*number] = made(*number);
            }
            rows
        }
        Some(memo) => {
            memo.rows = all();
            &memo.rows
        }
        None => {
            own.extend(all());
            &own
        }
    };
    let mut shards: Vec<String> = rows
        .par_chunks(SHARD)
        .map(|rows| list(rows.iter().map(String::as_str)))
        .collect();
    let mut lists = BTreeMap::new();
    for group in index
        .settings
        .synonyms
        .iter()
        .filter(|group| is_listed(group))
    {
        let attribute = group.attribute.iter().map(Attribute::key);
        for key in attribute {
            if lists.contains_key(&key[1..]) {
                continue;
            }
            let bearing = index.postings(&key)?;
            lists.insert(key[1..].to_owned(), shards.len());
            let row = |(number, _): &(u32, u8)| rows[*number as usize].as_str();
            let of = |chunk: &[(u32, u8)]| list(chunk.iter().map(row));
            shards.par_extend(bearing.par_chunks(LIST).map(of));
        }
    }
    Ok(Records { shards, lists })
}

/// Whether what bears a group's attribute is listed once more: it is what answers to its subject are taken from.
fn is_listed(group: &SynonymGroup) -> bool {
    let facet = group.attribute.as_ref().map(|attribute| attribute.facet);
    !group.generic
        && matches!(
            facet,
            Some(Facet::Theme | Facet::Kind | Facet::PlaceType | Facet::Format)
        )
}

fn row(document: &Document, commune: &str) -> Value {
    let url = if document.url == format!("/{}/", document.id) {
        json!(0)
    } else {
        json!(document.url)
    };
    let facts = document.facts.iter();
    let facts: Vec<&str> = facts
        .flat_map(|fact| [fact.code.as_str(), &fact.text])
        .collect();
    let kind = document.kind.code.as_str();
    let is_of_kind = |id: &str| id.strip_prefix(kind).is_some_and(|id| id.starts_with('/'));
    let mut row = vec![
        json!(document.id),
        url,
        json!(document.title),
        if is_of_kind(&document.id) {
            json!(0)
        } else {
            json!(kind)
        },
        json!(document.venue),
        json!(commune),
        json!(document.summary),
        json!(facts),
        json!(u8::from(document.discreet) | u8::from(document.example) << 1),
        json!(document.language.as_deref().unwrap_or("")),
    ];
    let empty = [json!(""), json!(0), json!([])];
    while row.last().is_some_and(|last| empty.contains(last)) {
        row.pop();
    }
    Value::Array(row)
}
