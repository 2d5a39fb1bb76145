//! Record shards: what a list of results shows.

use serde_json::{Value, json};

use crate::search::document::Document;
use crate::search::index::Index;

/// Records in one shard.
const SHARD: usize = 4;

/// The record shards, in order.
pub(super) fn records(index: &Index) -> Vec<String> {
    let numbered: Vec<(u32, &Document)> = (0u32..).zip(&index.documents).collect();
    let row = |(number, document): &(u32, &Document)| {
        row(document, index.commune_name(*number)).to_string()
    };
    numbered
        .chunks(SHARD)
        .map(|chunk| {
            format!(
                "[{}]",
                chunk.iter().map(row).collect::<Vec<_>>().join(",\n")
            )
        })
        .collect()
}

fn row(document: &Document, commune: &str) -> Value {
    let url = if document.url == format!("/{}/", document.id) {
        json!(0)
    } else {
        json!(document.url)
    };
    let facts: Vec<[&str; 2]> = document
        .facts
        .iter()
        .map(|fact| [fact.code.as_str(), &fact.text])
        .collect();
    let mut row = vec![
        json!(document.id),
        url,
        json!(document.title),
        json!(document.kind.code),
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
