//! Spelling shards: the words that a misspelt one may mean.

use serde_json::json;

use super::memo::{Memo, Words};
use super::shards::hash_of as hash;
use crate::search::index::{Index, IndexError};
use crate::search::spelling::{Spelling, counts, rank};

/// Entries in one shard, about.
const SHARD: usize = 160;

/// The spelling shards, in order.
pub(super) fn words(index: &Index, memo: Option<&mut Memo>) -> Result<Vec<String>, IndexError> {
    let Some(memo) = memo else {
        return shards(index.spelling()?);
    };
    let former = memo.fresh.as_ref().zip(memo.words.as_mut());
    let is_same = former.is_some_and(|(fresh, words)| {
        let mut is_same = true;
        for ((_, form), step) in &fresh.forms {
            let count = words.counts.entry(form.clone()).or_default();
            let before = rank(*count);
            *count = u32::try_from(i64::from(*count) + step).unwrap_or(0);
            is_same &= rank(*count) == before;
        }
        is_same
    });
    match &mut memo.words {
        Some(words) if is_same => Ok(words.shards.clone()),
        words => {
            let counts = match words.take().filter(|_| memo.fresh.is_some()) {
                Some(known) => known.counts,
                None => counts(index)?,
            };
            let shards = shards(&Spelling::new(index, &counts))?;
            *words = Some(Words {
                counts,
                shards: shards.clone(),
            });
            Ok(shards)
        }
    }
}

fn shards(spelling: &Spelling) -> Result<Vec<String>, IndexError> {
    let by_key = &spelling.by_key;
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
