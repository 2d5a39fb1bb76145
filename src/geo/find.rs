//! From what people write in an address to the commune that is meant.

use super::communes::Named;
use super::fold::{fold, words};
use super::{Commune, Communes, InseeCode, PostalCode, communes};

/// What a name, with a postal code or without, leads to.
///
/// Lists are never empty, [`NameUnknown`](Lookup::NameUnknown)'s aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// One commune and no other. « Paris » with 75011 is the arrondissement, whose
    /// [`city`](Commune::city) is still « Paris »; « Paris » without a code is the whole.
    One(&'static Commune),
    /// Several that nothing written tells apart, by INSEE code: the address must say which.
    Several(Vec<&'static Commune>),
    /// The name is that of communes that were merged: these are today's, by INSEE code.
    Former(Vec<&'static Commune>),
    /// The code is none of those of the communes so named, which come nearest first (same département), then biggest.
    PostalCodeMismatch(Vec<&'static Commune>),
    /// The name says CEDEX, or no commune has the code though it begins as those of the communes so named do.
    ///
    /// A CEDEX is an address for the post, not for visitors: [`Commune::postal_codes`] has the codes to propose.
    Cedex(Vec<&'static Commune>),
    /// Nothing has this name; the nearest spellings, best first, three at most, each name once.
    NameUnknown(Vec<&'static Commune>),
}

impl Communes {
    /// Looks a commune up by its name as people write it, and its postal code where they gave it.
    ///
    /// Case, accents, hyphens, apostrophes and spaces don't count, nor « St » for « Saint »;
    /// « Paris 11 », « Lyon 7e », « Marseille 1er arrondissement » are read, and « Bors » without its canton.
    pub fn find(&'static self, name: &str, code: Option<PostalCode>) -> Lookup {
        let mut words = words(name);
        let cedex = words
            .iter()
            .skip(1)
            .position(|word| word == "cedex")
            .map(|at| at + 1);
        if let Some(at) = cedex {
            // The number after it is that of an office, which in the three cities is the arrondissement's.
            words.remove(at);
            let whole = words[..at].concat();
            let part = arrondissement_of(&words).and_then(|insee| self.by_insee(insee));
            let named = part.map_or_else(|| self.today(&whole), |part| vec![part]);
            let near = nearest_first(named, code);
            return if near.is_empty() {
                self.unknown(&whole, code)
            } else {
                Lookup::Cedex(same_code_area(near, code))
            };
        }
        let key = words.concat();
        let part = arrondissement_of(&words).and_then(|insee| self.by_insee(insee));
        let named = part.map_or_else(|| self.today(&key), |part| vec![part]);
        let former = self.formerly(&key);
        let Some(code) = code else {
            return match (named.as_slice(), former.is_empty()) {
                ([], true) => self.unknown(&key, None),
                ([], false) => Lookup::Former(former),
                ([one], _) => Lookup::One(one),
                _ => Lookup::Several(named),
            };
        };
        let fitting = |rows: &[&'static Commune]| -> Vec<&'static Commune> {
            rows.iter()
                .copied()
                .filter(|commune| commune.has_postal_code(code))
                .collect()
        };
        match (fitting(&named).as_slice(), fitting(&former)) {
            ([one], _) => Lookup::One(self.part_with(one, code)),
            ([], merged) if !merged.is_empty() => Lookup::Former(merged),
            ([], _) if named.is_empty() && former.is_empty() => self.unknown(&key, Some(code)),
            ([], _) if named.is_empty() => Lookup::Former(former),
            ([], _) => self.mismatch(named, code),
            (several, _) => Lookup::Several(several.to_vec()),
        }
    }

    fn mismatch(&'static self, named: Vec<&'static Commune>, code: PostalCode) -> Lookup {
        let unused = self.by_postal_code(code).next().is_none();
        let near = nearest_first(named, Some(code));
        if unused && near.iter().any(|commune| commune.is_around(code)) {
            return Lookup::Cedex(same_code_area(near, Some(code)));
        }
        Lookup::PostalCodeMismatch(near)
    }

    fn unknown(&'static self, key: &str, code: Option<PostalCode>) -> Lookup {
        Lookup::NameUnknown(self.nearest(key, code))
    }

    /// Communes of today whose name has this key, by INSEE code.
    fn today(&'static self, key: &str) -> Vec<&'static Commune> {
        let mut found = self.bearing(self.keys().ranks_of(key), |_| true);
        if found.is_empty() && !key.is_empty() {
            // « Bors » alone is no name of the list, « Bors (Canton de Charente-Sud) » is.
            let bare = |commune: &Commune| {
                commune
                    .name
                    .split_once(" (")
                    .is_some_and(|(bare, _)| fold(bare) == key)
            };
            found = self.bearing(self.keys().ranks_under(key), bare);
        }
        found
    }

    fn bearing(
        &'static self,
        ranks: impl Iterator<Item = u16>,
        keep: impl Fn(&Commune) -> bool,
    ) -> Vec<&'static Commune> {
        let today = |named| match named {
            Named::Today(at) => Some(self.at(at)),
            Named::Former(_) => None,
        };
        let mut found: Vec<_> = ranks
            .flat_map(|rank| self.named(rank))
            .filter_map(today)
            .collect();
        found.retain(|commune| keep(commune));
        found.sort_by_key(|commune| commune.insee);
        found
    }

    /// What became of the communes whose former name has this key, by INSEE code.
    fn formerly(&'static self, key: &str) -> Vec<&'static Commune> {
        let today = |named| match named {
            Named::Today(_) => None,
            Named::Former(at) => Some(self.former_at(at).today()),
        };
        let ranks = self.keys().ranks_of(key);
        let mut found: Vec<_> = ranks
            .flat_map(|rank| self.named(rank))
            .filter_map(today)
            .collect();
        found.sort_by_key(|commune| commune.insee);
        found.dedup();
        found
    }

    /// The arrondissement that a postal code tells of its commune, else the commune.
    fn part_with(&'static self, commune: &'static Commune, code: PostalCode) -> &'static Commune {
        let part = |other: &&Commune| other.is_arrondissement() && other.whole() == commune;
        self.by_postal_code(code).find(part).unwrap_or(commune)
    }
}

/// The arrondissement that « Paris 11 », « Lyon 7ème » or « marseille 1er arrondissement » names.
pub(super) fn arrondissement(name: &str) -> Option<InseeCode> {
    arrondissement_of(&words(name))
}

fn arrondissement_of(words: &[String]) -> Option<InseeCode> {
    let (city, rest) = words.split_first()?;
    let (first, count) = match city.as_str() {
        "paris" => (75101, 20),
        "lyon" => (69381, 9),
        "marseille" => (13201, 16),
        _ => return None,
    };
    let (number, rest) = rest.split_first()?;
    let end = number
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(number.len());
    let (digits, ordinal) = number.split_at(end);
    let ordinals = ["", "e", "er", "eme", "ieme", "nd", "nde"];
    let tails = ["e", "er", "eme", "arr", "ardt", "arrdt", "arrondissement"];
    let read =
        ordinals.contains(&ordinal) && rest.iter().all(|word| tails.contains(&word.as_str()));
    let number = digits
        .parse::<u32>()
        .ok()
        .filter(|number| read && (1..=count).contains(number))?;
    InseeCode::parse(&(first + number - 1).to_string()).ok()
}

fn nearest_first(
    mut named: Vec<&'static Commune>,
    code: Option<PostalCode>,
) -> Vec<&'static Commune> {
    named.sort_by_key(|commune| {
        let far = !code.is_some_and(|code| commune.is_around(code));
        (far, std::cmp::Reverse(commune.population), commune.insee)
    });
    named
}

/// Those whose codes begin as the given one does; all, where none does.
fn same_code_area(
    mut named: Vec<&'static Commune>,
    code: Option<PostalCode>,
) -> Vec<&'static Commune> {
    if let Some(code) = code.filter(|code| named.iter().any(|commune| commune.is_around(*code))) {
        named.retain(|commune| commune.is_around(code));
    }
    named
}

/// The commune of this name that is most likely meant: one that has the code, else one around, else the biggest.
pub(super) fn best_of(rank: u16, code: Option<PostalCode>) -> Option<&'static Commune> {
    let all = communes();
    let named = all.named(rank).filter_map(|named| match named {
        Named::Today(at) => Some(all.at(at)),
        Named::Former(_) => None,
    });
    named.min_by_key(|commune| {
        let here = code.is_some_and(|code| commune.has_postal_code(code));
        let near = code.is_some_and(|code| commune.is_around(code));
        (
            !here,
            !near,
            std::cmp::Reverse(commune.population),
            commune.insee,
        )
    })
}
