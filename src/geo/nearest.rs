//! The nearest spellings of a name that no commune has.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::find::best_of;
use super::{Commune, Communes, PostalCode};

/// How many are proposed.
const PROPOSED: usize = 3;
/// What is longer than any commune's name is not compared.
const LONGEST: usize = 60;
/// Points of a name that is written whole but for its article: nearer than any slip.
const WITHOUT_ARTICLE: i32 = 1;
/// Points of a name of which only the beginning is written: farther than two slips.
const BEGINNING: i32 = 5;

impl Communes {
    /// The communes whose names come nearest to a key, best first; those that have the code come before others.
    pub(super) fn nearest(
        &'static self,
        key: &str,
        code: Option<PostalCode>,
    ) -> Vec<&'static Commune> {
        if key.is_empty() || key.len() > LONGEST {
            return Vec::new();
        }
        let mut ranks: BTreeSet<(u16, i32)> = self.misspelt(key).collect();
        for article in ["le", "la", "les", "l"] {
            let whole = format!("{article}{key}");
            ranks.extend(
                self.keys()
                    .ranks_of(&whole)
                    .map(|rank| (rank, WITHOUT_ARTICLE)),
            );
        }
        if key.len() >= 4 {
            ranks.extend(self.keys().ranks_under(key).map(|rank| (rank, BEGINNING)));
        }
        let points = |(rank, points)| {
            let commune = best_of(rank, code)?;
            Some((points - bonus(commune, code), commune))
        };
        let mut found: Vec<(i32, &'static Commune)> =
            ranks.into_iter().filter_map(points).collect();
        found
            .sort_by_key(|(points, commune)| (*points, Reverse(commune.population), commune.insee));
        let mut proposed: Vec<&'static Commune> = Vec::new();
        for (_, commune) in found {
            if proposed.len() < PROPOSED && !proposed.contains(&commune) {
                proposed.push(commune);
            }
        }
        proposed
    }

    /// The ranks of names that are few slips away from a key, with two points for each slip.
    fn misspelt(&'static self, key: &str) -> impl Iterator<Item = (u16, i32)> {
        static SKETCHES: OnceLock<Vec<Sketch>> = OnceLock::new();
        let sketches =
            SKETCHES.get_or_init(|| self.keys().iter().map(|(_, key)| Sketch::of(key)).collect());
        let slips = match key.len() {
            0..=3 => 1,
            4..=9 => 2,
            _ => 3,
        };
        let sketch = Sketch::of(key);
        (0u16..)
            .zip(sketches)
            .filter(move |(_, known)| known.may_be_near(&sketch, slips))
            .map(move |(rank, _)| (rank, strsim::osa_distance(key, self.keys().get(rank))))
            .filter(move |(_, distance)| *distance <= slips as usize)
            .map(|(rank, distance)| (rank, 2 * distance as i32))
    }
}

/// So much of a key that most others are ruled out without comparing them letter by letter.
struct Sketch {
    length: u32,
    /// One bit for each letter that stands in it.
    letters: u32,
    /// One bit for each pair of neighbours, several pairs to a bit; the ends have neighbours too.
    pairs: u64,
}

impl Sketch {
    fn of(key: &str) -> Sketch {
        let mut sketch = Sketch {
            length: 0,
            letters: 0,
            pairs: 0,
        };
        let mut last = 0;
        for byte in key.bytes().chain([0]) {
            sketch.pairs |= 1 << ((u32::from(last) * 31 + u32::from(byte)) % 64);
            last = byte;
            if byte != 0 {
                sketch.letters |= 1 << (byte % 32);
                sketch.length += 1;
            }
        }
        sketch
    }

    /// A slip changes the length by one, the set of letters by two and the pairs by four at most;
    /// where it exchanges two letters, the pairs by six, which is allowed for once.
    fn may_be_near(&self, other: &Sketch, slips: u32) -> bool {
        (self.letters ^ other.letters).count_ones() <= 2 * slips
            && (self.pairs ^ other.pairs).count_ones() <= 4 * slips + 2
            && self.length.abs_diff(other.length) <= slips
    }
}

/// What a commune gains by the postal code: nearly two slips where it has it, half a slip where it is near.
fn bonus(commune: &Commune, code: Option<PostalCode>) -> i32 {
    match code {
        Some(code) if commune.has_postal_code(code) => 4,
        Some(code) if commune.is_around(code) => 1,
        _ => 0,
    }
}
