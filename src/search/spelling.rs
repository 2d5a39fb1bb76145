//! Misspelt and joined words of a question, by the words that the index knows.
//!
//! `spelling.js` is the same in the browser. A word that neither documents nor phrases hold is compared with known
//! words that begin or end as it does ([`keys`]): one slip among the first letters leaves the last, and the other
//! way round. The nearest is meant, where one letter differs, or two in a word of [`LONG`] letters or more
//! (left out, added, replaced, two exchanged); of equals the one of higher [rank](Known::rank), then that whose
//! first letter is the same, then the first of the alphabet. Else the word may be several in one: `laeplunéville`.

use std::collections::{BTreeMap, HashMap};

use super::analyse::FORM;
use super::asked::Asked;
use super::grammar::lexicon;
use super::index::{Index, IndexError};
use crate::text::tongue::Tongue;

/// Words of fewer letters are never corrected.
const SHORTEST: usize = 4;
/// In words of so many letters two slips are forgiven.
const LONG: usize = 8;
/// Words of so many letters or fewer are known by their first and last two letters.
const SHORT: usize = 6;
/// Words of so many letters or more are known by their first and last three.
const MIDDLE: usize = 5;
/// The length of the longest word that is known here.
const LONGEST: usize = 24;
/// How often words may be taken apart.
const ROUNDS: usize = 2;

/// A word that may be meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Known {
    pub(super) form: String,
    /// 4 for a place or a synonym of one word, 3 for a word of longer ones, 2 for one of many documents, 1 for one of
    /// several, and for a day or a part of it.
    pub(super) rank: u8,
}

/// The words that may be meant, by what they begin and end with.
pub(super) struct Spelling {
    pub(super) by_key: BTreeMap<String, Vec<Known>>,
}

impl Spelling {
    /// Gathers the words of an index: those of phrases, those of at least two documents, and what says a time.
    pub(super) fn of(index: &Index) -> Result<Spelling, IndexError> {
        Ok(Spelling::new(index, &counts(index)?))
    }

    /// Gathers words as [`Spelling::of`] does, given how many documents hold each form.
    pub(super) fn new(index: &Index, counts: &HashMap<String, u32>) -> Spelling {
        let mut ranks: BTreeMap<String, u8> = BTreeMap::new();
        for (form, count) in counts {
            if let Some(rank) = rank(*count) {
                ranks.insert(form.clone(), rank);
            }
        }
        for (form, is_phrase) in &index.meanings.forms {
            ranks.insert(form.clone(), 3 + u8::from(*is_phrase));
        }
        for form in lexicon(index.settings.tongue).times() {
            ranks.entry(form.to_owned()).or_insert(1);
        }
        let mut by_key: BTreeMap<String, Vec<Known>> = BTreeMap::new();
        for (form, rank) in ranks {
            // Postal codes are known for the sake of suggestions.
            let is_word = form.bytes().all(|byte| byte.is_ascii_lowercase())
                || form.len() == 5 && form.bytes().all(|byte| byte.is_ascii_digit());
            if is_word
                && (3..=LONGEST).contains(&form.len())
                && !index.settings.tongue.is_stop(&form)
            {
                for key in keys_of(&form) {
                    let known = by_key.entry(key).or_default();
                    known.push(Known {
                        form: form.clone(),
                        rank,
                    });
                }
            }
        }
        Spelling { by_key }
    }

    /// The known words among which a word is sought, sorted, each once.
    fn candidates(&self, form: &str) -> Vec<&Known> {
        let found = keys(form)
            .into_iter()
            .filter_map(|key| self.by_key.get(&key));
        let mut all: Vec<&Known> = found.flatten().collect();
        all.sort();
        all.dedup();
        all
    }
}

/// How many documents hold each exact form.
pub(super) fn counts(index: &Index) -> Result<HashMap<String, u32>, IndexError> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for slice in &index.slices {
        for (key, info) in slice.keys()? {
            if let Some((_, form)) = key.split_once(FORM) {
                *counts.entry(form.to_owned()).or_default() += info.doc_freq;
            }
        }
    }
    Ok(counts)
}

/// The rank of a word of so many documents; none where it is of too few.
pub(super) fn rank(count: u32) -> Option<u8> {
    match count {
        0..2 => None,
        2..8 => Some(1),
        _ => Some(2),
    }
}

/// The keys under which a known word is kept: its ends of two letters, of three, or both.
fn keys_of(form: &str) -> Vec<String> {
    let mut all = Vec::new();
    if form.len() <= SHORT {
        all.extend(ends(form, 2));
    }
    if form.len() >= MIDDLE {
        all.extend(ends(form, 3));
    }
    all
}

/// The keys under which a word of a question is sought.
pub(super) fn keys(form: &str) -> Vec<String> {
    ends(form, if form.len() < SHORT { 2 } else { 3 })
}

fn ends(form: &str, letters: usize) -> Vec<String> {
    vec![
        format!("{}-", &form[..letters]),
        format!("-{}", &form[form.len() - letters..]),
    ]
}

/// A question's words with those that nobody knows corrected or taken apart.
pub(super) fn corrected(
    asked: Vec<Asked>,
    index: &Index,
    terms: &dyn Fn(&str) -> Vec<String>,
) -> Result<Vec<Asked>, IndexError> {
    let mut all = asked;
    let lexicon = lexicon(index.settings.tongue);
    for _ in 0..ROUNDS {
        let mut next: Vec<Asked> = Vec::new();
        let mut changed = false;
        for word in all {
            let is_right = !is_sought(&word.form) || lexicon.knows(&word.form);
            if is_right || is_known(&word, index)? {
                push(&mut next, word);
                continue;
            }
            let candidates = index.spelling()?.candidates(&word.form);
            let parts = meant(&word.form, &candidates, index.settings.tongue);
            changed |= parts.len() != 1 || parts[0] != word.form;
            for form in parts {
                let terms = terms(&form);
                push(
                    &mut next,
                    Asked {
                        form,
                        terms,
                        ..word
                    },
                );
            }
        }
        all = next;
        if !changed {
            break;
        }
    }
    Ok(all)
}

fn push(all: &mut Vec<Asked>, word: Asked) {
    if all.iter().all(|former| former.form != word.form) {
        all.push(word);
    }
}

fn is_known(word: &Asked, index: &Index) -> Result<bool, IndexError> {
    for term in &word.terms {
        if index.meanings.of.contains_key(term) || !index.postings(term)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_sought(form: &str) -> bool {
    form.len() >= SHORTEST && form.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// What a word that nobody knows may mean: another one, several, or itself.
fn meant(form: &str, candidates: &[&Known], tongue: Tongue) -> Vec<String> {
    let allowed = if form.len() >= LONG { 2 } else { 1 };
    let near = candidates
        .iter()
        .filter(|known| {
            known.form.len() >= SHORTEST && known.form.len().abs_diff(form.len()) <= allowed
        })
        .map(|known| {
            let starts = known.form.as_bytes()[0] != form.as_bytes()[0];
            let distance = strsim::osa_distance(form, &known.form);
            (distance, std::cmp::Reverse(known.rank), starts, &known.form)
        })
        .filter(|near| near.0 <= allowed)
        .min();
    let pairs = |exact: bool| parts(form, candidates, exact, tongue);
    if let Some((1, .., near)) = near {
        return vec![near.clone()];
    }
    if let Some(parts) = pairs(true) {
        return parts;
    }
    if let Some((.., near)) = near {
        return vec![near.clone()];
    }
    if let Some(parts) = pairs(false) {
        return parts;
    }
    let longer = candidates
        .iter()
        .filter(|known| known.form.starts_with(form))
        .min_by_key(|known| (std::cmp::Reverse(known.rank), known.form.len(), &known.form));
    vec![longer.map_or(form, |known| &known.form).to_owned()]
}

/// A word taken apart at a known beginning and a known end; `exact`: nothing, or a stop word, stands between.
fn parts(form: &str, candidates: &[&Known], exact: bool, tongue: Tongue) -> Option<Vec<String>> {
    let begins = candidates
        .iter()
        .map(|known| known.form.as_str())
        .filter(|known| known.len() < form.len() && form.starts_with(known));
    let begins: Vec<&str> = begins.collect();
    let ends = candidates
        .iter()
        .map(|known| known.form.as_str())
        .filter(|known| known.len() < form.len() && form.ends_with(known));
    let ends: Vec<&str> = ends.collect();
    let between = |start: &str, end: &str| (form.len() - end.len()).checked_sub(start.len());
    if exact {
        let pairs = begins
            .iter()
            .flat_map(|start| ends.iter().map(move |end| (*start, *end)));
        let fitting = pairs.filter_map(|(start, end)| {
            let gap = between(start, end)?;
            let is_whole = gap == 0 || tongue.is_stop(&form[start.len()..start.len() + gap]);
            is_whole.then_some((gap, std::cmp::Reverse(start.len()), start, end))
        });
        let (.., start, end) = fitting.min()?;
        return Some(vec![start.to_owned(), end.to_owned()]);
    }
    let long = |list: &[&str]| {
        let long = list.iter().filter(|known| known.len() >= SHORTEST);
        long.max_by_key(|known| known.len())
            .map(|known| (*known).to_owned())
    };
    let (start, end) = (long(&begins), long(&ends));
    let mut parts = Vec::new();
    let head = start.as_deref().unwrap_or("");
    let tail = end
        .as_deref()
        .filter(|end| between(head, end).is_some())
        .unwrap_or("");
    if head.is_empty() && tail.is_empty() {
        return None;
    }
    let middle = &form[head.len()..form.len() - tail.len()];
    for part in [head, middle, tail] {
        if part.len() > 2 && !tongue.is_stop(part) {
            parts.push(part.to_owned());
        }
    }
    Some(parts)
}
