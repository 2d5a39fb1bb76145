//! All communes, and the ways to come to one.

use std::sync::OnceLock;

use super::fold::fold_into;
use super::point::EARTH_KM;
use super::tables::{self, Tables};
use super::{Commune, Epci, Former, InseeCode, Point, PostalCode, Siren};

/// All communes of France, read from the built-in tables at the first call.
pub fn communes() -> &'static Communes {
    static COMMUNES: OnceLock<Communes> = OnceLock::new();
    COMMUNES.get_or_init(Communes::load)
}

/// All communes and municipal arrondissements, former communes and EPCI.
pub struct Communes {
    list: Vec<Commune>,
    epci: &'static [Epci],
    former: Vec<Former>,
    /// Which of the list are arrondissements.
    parts: Vec<u16>,
    keys: Keys,
    /// Ranks of names, each with what bears it; sorted.
    named: Vec<(u16, Named)>,
    /// Sorted; made when the first postal code is asked for.
    by_postal_code: OnceLock<Vec<(PostalCode, u16)>>,
    /// Sorted from south to north; made when the first neighbours are asked for.
    by_latitude: OnceLock<Vec<(f64, u16)>>,
}

/// A commune within some distance of a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// Which one.
    pub commune: &'static Commune,
    /// How far its centre is, in kilometres as the crow flies.
    pub km: f64,
}

/// What bears a name: an index in the list of communes or of former ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    Today(u16),
    Former(u16),
}

/// The keys of all names, by rank.
pub(super) struct Keys {
    count: u16,
    text: String,
    ends: Vec<u32>,
}

impl Communes {
    pub(super) fn load() -> Communes {
        let Tables {
            names,
            communes: list,
            ranks,
            epci,
            former,
            former_ranks,
        } = tables::read();
        let today = ranks
            .iter()
            .enumerate()
            .map(|(at, rank)| (*rank, Named::Today(at as u16)));
        let formerly = former_ranks.iter().enumerate();
        let formerly = formerly.filter_map(|(at, rank)| Some(((*rank)?, Named::Former(at as u16))));
        let mut named: Vec<_> = today.chain(formerly).collect();
        named.sort_unstable();
        let parts = (0u16..)
            .zip(&list)
            .filter(|(_, row)| row.is_arrondissement())
            .map(|(at, _)| at)
            .collect();
        Communes {
            list,
            epci,
            former,
            parts,
            keys: Keys::of(&names),
            named,
            by_postal_code: OnceLock::new(),
            by_latitude: OnceLock::new(),
        }
    }

    /// All of them in the order of their INSEE codes, arrondissements among them.
    pub fn iter(&self) -> impl Iterator<Item = &Commune> {
        self.list.iter()
    }

    /// The commune or arrondissement that has this code today.
    pub fn by_insee(&self, insee: InseeCode) -> Option<&Commune> {
        let at = self
            .list
            .binary_search_by_key(&insee, |commune| commune.insee)
            .ok()?;
        Some(&self.list[at])
    }

    /// What became of a code that merged communes gave up; `None` where it never was one, or still is.
    pub fn former(&self, insee: InseeCode) -> Option<&Former> {
        let start = self.former.partition_point(|former| former.insee < insee);
        let found = self
            .former
            .get(start)
            .filter(|former| former.insee == insee);
        found.filter(|_| self.by_insee(insee).is_none())
    }

    /// What this postal code serves, by INSEE code; in Paris, Lyon and Marseille the arrondissement and the whole.
    ///
    /// None where the code isn't in use: a slip, or a CEDEX.
    pub fn by_postal_code(&self, code: PostalCode) -> impl Iterator<Item = &Commune> {
        let rows = self.by_postal_code.get_or_init(|| {
            let codes = |(at, commune): (usize, &Commune)| {
                let at = at as u16;
                commune.postal_codes.iter().map(move |code| (*code, at))
            };
            let mut rows: Vec<_> = self.list.iter().enumerate().flat_map(codes).collect();
            rows.sort_unstable();
            rows
        });
        let start = rows.partition_point(|row| row.0 < code);
        rows[start..]
            .iter()
            .take_while(move |row| row.0 == code)
            .map(|row| self.at(row.1))
    }

    /// The grouping that has this SIREN.
    pub fn epci(&self, siren: Siren) -> Option<&'static Epci> {
        let at = self
            .epci
            .binary_search_by_key(&siren, |epci| epci.siren)
            .ok()?;
        Some(&self.epci[at])
    }

    /// All groupings, in the order of their SIREN.
    pub fn all_epci(&self) -> impl Iterator<Item = &'static Epci> {
        self.epci.iter()
    }

    /// What lies within a distance of a point, nearest first, then by INSEE code; arrondissements too.
    ///
    /// Distances count to the metre, so that the order is the same on any machine.
    pub fn within(&'static self, point: Point, km: f64) -> Vec<Neighbour> {
        let rows = self.by_latitude.get_or_init(|| {
            let mut rows: Vec<_> = (0u16..)
                .zip(&self.list)
                .map(|(at, row)| (row.point.lat(), at))
                .collect();
            rows.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            rows
        });
        // Nothing within the distance lies farther north or south than this, in degrees.
        let band = (km / EARTH_KM).to_degrees() + 1e-6;
        let start = rows.partition_point(|row| row.0 < point.lat() - band);
        // Nor farther east or west than this; around a pole, where it is no number, everything may.
        let angle = (km / EARTH_KM).min(std::f64::consts::FRAC_PI_2);
        let reach = angle.sin() / point.lat().to_radians().cos();
        let width = reach.asin().to_degrees() + 1e-6;
        let mut near: Vec<(u64, Neighbour)> = rows[start..]
            .iter()
            .take_while(|row| row.0 <= point.lat() + band)
            .map(|row| self.at(row.1))
            .filter(|commune| {
                let apart = (commune.point.lon() - point.lon()).abs();
                // Across the meridian of 180 degrees the way round is the shorter one.
                width.is_nan() || apart <= width || apart >= 360.0 - width
            })
            .map(|commune| Neighbour {
                commune,
                km: commune.point.distance_km(point),
            })
            .filter(|neighbour| neighbour.km <= km)
            .map(|neighbour| ((neighbour.km * 1000.0).round() as u64, neighbour))
            .collect();
        near.sort_by_key(|(metres, neighbour)| (*metres, neighbour.commune.insee));
        near.into_iter().map(|(_, neighbour)| neighbour).collect()
    }

    pub(super) fn at(&self, index: u16) -> &Commune {
        &self.list[usize::from(index)]
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &Commune> {
        self.parts.iter().map(|at| self.at(*at))
    }

    pub(super) fn former_at(&self, index: u16) -> &Former {
        &self.former[usize::from(index)]
    }

    pub(super) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// What bears the name of this rank.
    pub(super) fn named(&self, rank: u16) -> impl Iterator<Item = Named> {
        let start = self.named.partition_point(|row| row.0 < rank);
        self.named[start..]
            .iter()
            .take_while(move |row| row.0 == rank)
            .map(|row| row.1)
    }
}

impl Keys {
    fn of(names: &[&str]) -> Keys {
        let mut text = String::with_capacity(names.len() * 14);
        let fold = |name: &&str| {
            fold_into(&mut text, name, "");
            text.len() as u32
        };
        let ends: Vec<u32> = names.iter().map(fold).collect();
        Keys {
            // `names.txt` holds fewer names than that: ranks have two bytes in the tables.
            count: ends.len() as u16,
            text,
            ends,
        }
    }

    /// The keys with their ranks, sorted.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, &str)> {
        (0..self.count).map(|rank| (rank, self.get(rank)))
    }

    /// The ranks of the names that have this key.
    pub(super) fn ranks_of(&self, key: &str) -> impl Iterator<Item = u16> {
        self.ranks_from(key)
            .take_while(move |rank| self.get(*rank) == key)
    }

    /// The ranks of the names whose key begins so.
    pub(super) fn ranks_under(&self, start: &str) -> impl Iterator<Item = u16> {
        self.ranks_from(start)
            .take_while(move |rank| self.get(*rank).starts_with(start))
    }

    fn ranks_from(&self, key: &str) -> impl Iterator<Item = u16> + use<> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle) < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low..self.count
    }

    /// The key of the name of this rank.
    pub(super) fn get(&self, rank: u16) -> &str {
        let rank = usize::from(rank);
        let start = rank
            .checked_sub(1)
            .map_or(0, |former| self.ends[former] as usize);
        &self.text[start..self.ends[rank] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_by_their_keys() {
        let keys: Vec<&str> = communes().keys.iter().map(|(_, key)| key).collect();
        assert!(keys.is_sorted());
        assert!(
            keys.iter()
                .all(|key| key.bytes().all(|c| c.is_ascii_alphanumeric()) && !key.is_empty())
        );
    }
}
