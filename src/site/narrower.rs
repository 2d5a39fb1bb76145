//! What narrows the list of a kind: its communes, ages and themes, counted once for all its pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ages::AgeBand;
use super::facts::Facts;
use crate::check::Guide;
use crate::geo::InseeCode;
use crate::model::values::Term as _;

/// How many communes and themes of a kind are kept: those with the most records.
const MOST: usize = 12;

/// What narrows the list of a kind, each with how many of its records meet it.
#[derive(Debug, Default)]
pub struct Narrower {
    /// The communes with the most records, the most first.
    pub communes: Vec<(InseeCode, usize)>,
    /// The bands of ages, as [`AgeBand::ALL`].
    pub ages: [usize; AgeBand::ALL.len()],
    /// The themes that records name themselves, those of the most records, the most first.
    pub themes: Vec<(Box<str>, usize)>,
}

impl Narrower {
    /// Counts the records of a kind.
    pub(super) fn new(guide: &Guide, facts: &[Arc<Facts>], records: &[usize]) -> Narrower {
        let mut communes: BTreeMap<InseeCode, usize> = BTreeMap::new();
        let mut themes: BTreeMap<&str, usize> = BTreeMap::new();
        let mut ages = [0; AgeBand::ALL.len()];
        for record in records {
            let (entry, facts) = (&guide.entries()[*record], &facts[*record]);
            for insee in &facts.communes {
                *communes.entry(*insee).or_default() += 1;
            }
            let directory = entry.directory().into_iter();
            for theme in directory.flat_map(|directory| &directory.themes) {
                *themes.entry(theme.code()).or_default() += 1;
            }
            for (band, count) in ages.iter_mut().enumerate() {
                *count += usize::from(facts.ages >> band & 1);
            }
        }
        let themes = most(themes).into_iter();
        Narrower {
            communes: most(communes),
            ages,
            themes: themes.map(|(code, count)| (code.into(), count)).collect(),
        }
    }
}

/// The keys with the highest counts, the highest first.
fn most<K: Ord + Copy>(counts: BTreeMap<K, usize>) -> Vec<(K, usize)> {
    let mut all: Vec<(K, usize)> = counts.into_iter().collect();
    all.sort_by_key(|(key, count)| (std::cmp::Reverse(*count), *key));
    all.truncate(MOST);
    all
}
