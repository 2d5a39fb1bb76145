//! Spelling shards: the words that a misspelt one may mean.

use serde_json::json;

use super::shards::hash_of as hash;
use crate::search::index::{Index, IndexError};

/// Entries in one shard, about.
const SHARD: usize = 160;

/// The spelling shards, in order.
pub(super) fn words(index: &Index) -> Result<Vec<String>, IndexError> {
    let by_key = &index.spelling()?.by_key;
    let total: usize = by_key.values().map(Vec::len).sum();
    let count = total.div_ceil(SHARD);
    let mut shards: Vec<Vec<String>> = vec![Vec::new(); count];
    for (key, known) in by_key {
        let words = known
            .iter()
            .map(|known| format!("{}{}", known.form, known.rank));
        shards[hash(key) as usize % count].extend(words);
    }
    let text = |mut words: Vec<String>| {
        words.sort();
        words.dedup();
        json!(words.join(" ")).to_string()
    };
    Ok(shards.into_iter().map(text).collect())
}
