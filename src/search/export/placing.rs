//! Which shard of the dictionary a row lies in.

use std::borrow::Cow;
use std::collections::HashMap;

use rayon::prelude::*;

use super::shards::{hash_of as hash, list};

/// Characters of rows in one shard, about, at least and at most.
const SMALLEST: usize = 600;
const LARGEST: usize = 3_200;

/// Shards of attributes at most.
const MOST_OF_ATTRIBUTES: usize = 128;

/// A row of the dictionary, about to be placed.
pub(super) struct Placed<'a> {
    pub(super) key: &'a str,
    /// Whether it means something by itself.
    pub(super) is_meant: bool,
    /// Whether it means a commune or a département, whose names are completed from their first word on.
    pub(super) is_name: bool,
    pub(super) text: Cow<'a, str>,
}

/// Shards, and how many of them, the last ones, are those of attributes.
pub(super) type Shards = (Vec<String>, usize);

/// Puts rows into shards; a table of what is where would cost more than it saves.
///
/// A phrase stands with one of its words, since a question that holds it asks for all of them: with one that is
/// seldom asked for without it. That is a word that few phrases hold; one that means something by itself counts twice.
/// So *enfant*, with which forty phrases begin, brings none of them.
///
/// Attributes have shards of their own, the last ones, which are counted: an age or a price is asked for with a
/// subject, and brings none.
pub(super) fn shards(rows: &[Placed<'_>]) -> Shards {
    let (attributes, rows): (Vec<_>, Vec<_>) =
        rows.iter().partition(|row| row.key.starts_with('#'));
    let total: usize = rows.iter().map(|row| row.text.len()).sum();
    let size = (total.isqrt() * 2 / 5).clamp(SMALLEST, LARGEST);
    let count = total.div_ceil(size);
    let mut asked: HashMap<&str, (bool, usize)> = HashMap::new();
    for row in &rows {
        let is_word = !row.key.contains(' ');
        for word in row.key.split(' ') {
            let (is_meant, held) = asked.entry(word).or_default();
            *is_meant |= is_word && row.is_meant;
            *held += 1;
        }
    }
    let mut shards: Vec<Vec<&str>> = vec![Vec::new(); count];
    for row in rows {
        let mut words = row.key.split(' ');
        let word = match row.is_name {
            true => words.next(),
            // The first of those that are equal.
            false => words.min_by_key(|word| {
                let (is_meant, held) = asked[word];
                held * (1 + usize::from(is_meant))
            }),
        };
        shards[hash(word.unwrap_or_default()) as usize % count].push(&row.text);
    }
    let last = attributes.len().clamp(1, MOST_OF_ATTRIBUTES);
    shards.resize(count + last, Vec::new());
    for row in attributes {
        shards[count + hash(row.key) as usize % last].push(&row.text);
    }
    let text = |rows: Vec<&str>| list(rows.iter().copied());
    (shards.into_par_iter().map(text).collect(), last)
}
