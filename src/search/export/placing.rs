//! Which shard of the dictionary a row lies in.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::shards::{hash_of as hash, list};
use crate::search::attribute::Facet;
use crate::search::grammar::lexicon;
use crate::search::meaning::Meaning;
use crate::text::tongue::{Stemmer, Tongue};

/// Characters of rows in one shard, about, at least and at most.
const SMALLEST: usize = 600;
const LARGEST: usize = 3_200;

/// The number of shards is a multiple of this: else a word more would move all rows.
const STEP: usize = 64;

/// Shards of attributes, unless more keep apart what is long: three times as many at most.
const MOST_OF_ATTRIBUTES: usize = 128;

/// What is chosen to narrow answers, and seldom or never told by a question's words.
const NARROWING: [Facet; 2] = [Facet::Commune, Facet::Band];

/// How many times less a phrase stands with a word that tells a day, an age or a price.
const CIRCUMSTANCE: usize = 16;

/// A row of the dictionary, about to be placed.
pub(super) struct Placed<'a> {
    pub(super) key: &'a str,
    pub(super) meanings: &'a [Meaning],
    pub(super) text: Cow<'a, str>,
}

/// Shards, and how many of them, the last ones, are those of attributes.
pub(super) type Shards = (Vec<String>, usize);

/// Puts rows into shards; a table of what is where would cost more than it saves.
///
/// A phrase stands with one of its words, since a question that holds it asks for all of them: see [`Words`]. The name
/// of a commune or département stands with its first word, from which on it is completed.
///
/// Attributes have shards of their own, the last ones, which are counted: an age or a price is asked for with a
/// subject, and brings none.
pub(super) fn shards(rows: &[Placed<'_>], tongue: Tongue) -> Shards {
    let (attributes, rows): (Vec<_>, Vec<_>) =
        rows.iter().partition(|row| row.key.starts_with('#'));
    let total: usize = rows.iter().map(|row| row.text.len()).sum();
    let size = (total.isqrt() / 2).clamp(SMALLEST, LARGEST);
    let count = match total.div_ceil(size) {
        few if few < 2 * STEP => few,
        many => many.next_multiple_of(STEP),
    };
    let words = Words::of(&rows, tongue);
    let mut shards: Vec<Vec<&str>> = vec![Vec::new(); count];
    for row in rows {
        shards[hash(words.holder(row)) as usize % count].push(&row.text);
    }
    let last = apart(&attributes);
    shards.resize(count + last, Vec::new());
    for row in attributes {
        shards[count + hash(row.key) as usize % last].push(&row.text);
    }
    let text = |rows: Vec<&str>| list(rows.iter().copied());
    (shards.into_par_iter().map(text).collect(), last)
}

/// What is known of the words that rows may stand with.
struct Words<'a> {
    of: HashMap<&'a str, Word<'a>>,
}

#[derive(Default)]
struct Word<'a> {
    /// What it means by itself.
    meanings: &'a [Meaning],
    /// How many rows hold it.
    held: usize,
    /// Whether it tells a day, an age or a price.
    is_circumstance: bool,
}

impl<'a> Words<'a> {
    fn of(rows: &[&Placed<'a>], tongue: Tongue) -> Words<'a> {
        let stemmer = Stemmer::new(tongue);
        let told = lexicon(tongue).words().map(|word| stemmer.stem(word));
        let told: HashSet<String> = told.collect();
        let is_number =
            |word: &str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        let mut of: HashMap<&str, Word<'_>> = HashMap::new();
        for row in rows {
            for name in row.key.split(' ') {
                let word = of.entry(name).or_insert_with(|| Word {
                    is_circumstance: is_number(name) || told.contains(name),
                    ..Word::default()
                });
                word.held += 1;
                if name == row.key {
                    word.meanings = row.meanings;
                }
            }
        }
        Words { of }
    }

    /// The word that a row stands with.
    ///
    /// It is one that means the same, if there is one: both have the same postings, which weigh nothing the second
    /// time in a file that is compressed. Of these, or of all, it is the one that is least asked for without the
    /// phrase: that few phrases hold; one that means something by itself counts twice, one that tells a day, an age or
    /// a price many times. So *enfant*, with which forty phrases begin, brings none of them, nor does *gratuit* bring
    /// *lait gratuit*.
    fn holder(&self, row: &Placed<'a>) -> &'a str {
        let mut words = row.key.split(' ');
        if row.meanings.iter().any(Meaning::is_place) {
            return words.next().unwrap_or_default();
        }
        let is_meant =
            |one: &Meaning| matches!(one, Meaning::Group(_)) && row.meanings.contains(one);
        let asked = |name: &&str| {
            let word = &self.of[name];
            let is_other = !word.meanings.iter().any(is_meant);
            let alone = match word.is_circumstance {
                true => CIRCUMSTANCE,
                false => 1 + usize::from(!word.meanings.is_empty()),
            };
            (is_other, alone * word.held)
        };
        // The first of those that are equal.
        words.min_by_key(asked).unwrap_or_default()
    }
}

/// How many shards attributes have: as many as bring the least beside one that a question tells.
///
/// What half of all documents bear is thousands of characters long: no two of these should share a shard. Communes
/// and bands of ages are asked for by those who narrow answers, and are short. In a small guide all are short, and more
/// shards would be more files for nothing.
fn apart(attributes: &[&Placed<'_>]) -> usize {
    let least = attributes.len().clamp(1, MOST_OF_ATTRIBUTES);
    let total: usize = attributes.iter().map(|row| row.text.len()).sum();
    if total < least * SMALLEST {
        return least;
    }
    let is_told = |key: &str| {
        !NARROWING
            .iter()
            .any(|facet| key[1..].starts_with(facet.letter()))
    };
    let hashed = attributes.iter();
    let hashed: Vec<(usize, usize, bool)> = hashed
        .map(|row| (hash(row.key) as usize, row.text.len(), is_told(row.key)))
        .collect();
    let brought = |count: &usize| {
        let mut held = vec![(0, 0); *count];
        for (hash, length, is_told) in &hashed {
            let (told, whole) = &mut held[hash % count];
            *told += usize::from(*is_told);
            *whole += length;
        }
        let held = held.into_iter();
        held.map(|(told, whole)| told * whole).sum::<usize>()
    };
    (least..3 * least).min_by_key(brought).unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLAITEMENT: &[Meaning] = &[Meaning::Group(1)];
    const MATERIEL: &[Meaning] = &[Meaning::Group(2)];

    fn row<'a>(key: &'a str, meanings: &'a [Meaning]) -> Placed<'a> {
        let text = key.into();
        Placed {
            key,
            meanings,
            text,
        }
    }

    fn holder<'a>(rows: &[Placed<'a>], key: &str) -> &'a str {
        let rows: Vec<&Placed<'a>> = rows.iter().collect();
        let row = rows.iter().find(|row| row.key == key);
        Words::of(&rows, Tongue::French).holder(row.expect("a row"))
    }

    #[test]
    fn a_phrase_stands_with_a_word_that_means_the_same() {
        let rows = [
            row("lait", ALLAITEMENT),
            row("lait maternel", ALLAITEMENT),
            row("lait mont", ALLAITEMENT),
            row("maternel", &[]),
        ];
        assert_eq!(holder(&rows, "lait maternel"), "lait");
    }

    #[test]
    fn a_phrase_stands_with_no_word_of_days_ages_or_prices() {
        let rows = [
            row("couch gratuit", MATERIEL),
            row("couch", &[]),
            row("couch lavabl", MATERIEL),
            row("enfant 3 an", MATERIEL),
            row("enfant", &[]),
        ];
        assert_eq!(holder(&rows, "couch gratuit"), "couch");
        assert_eq!(holder(&rows, "couch lavabl"), "lavabl");
        for word in ["3", "an", "enfant"] {
            assert!(
                Words::of(&rows.iter().collect::<Vec<_>>(), Tongue::French).of[word]
                    .is_circumstance
            );
        }
    }

    #[test]
    fn attributes_that_half_of_all_bear_have_files_of_their_own() {
        let long = "1".repeat(4_000);
        let keys: Vec<String> = (0..36).map(|month| format!("#a:m{month}")).collect();
        let communes: Vec<String> = (0..500)
            .map(|number| format!("#c:{}", 67_000 + number))
            .collect();
        let placed = |key| Placed {
            key,
            meanings: &[],
            text: long.as_str().into(),
        };
        let mut rows: Vec<Placed<'_>> = keys.iter().map(|key| placed(key)).collect();
        rows.extend(communes.iter().map(|key| row(key, &[])));
        let (shards, attributes) = shards(&rows, Tongue::French);
        assert!((MOST_OF_ATTRIBUTES..3 * MOST_OF_ATTRIBUTES).contains(&attributes));
        let alone = shards
            .iter()
            .filter(|text| (4_000..8_000).contains(&text.len()));
        assert!(alone.count() > 30);
    }
}
