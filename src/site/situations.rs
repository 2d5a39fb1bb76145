//! Situations in which parents look for somebody: which records answer, from what they say themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Weekday;

use super::agenda::is_told;
use super::ages::AgeBand;
use super::facts::Facts;
use crate::calendar::School;
use crate::check::{Entry, When};
use crate::geo::InseeCode;
use crate::model::values::{RegistrationType, Term as _};
use crate::model::{Data, Kind};

/// A situation, with what a record says that answers it.
#[derive(Debug, Clone, Copy)]
pub struct Situation {
    /// Its code, the last segment of its page's path and the end of its strings' keys.
    pub code: &'static str,
    holds: fn(&Entry) -> bool,
}

impl PartialEq for Situation {
    fn eq(&self, other: &Situation) -> bool {
        self.code == other.code
    }
}

impl Situation {
    /// Every situation, in the order in which they are shown.
    pub const ALL: [Situation; 11] = [
        Situation {
            code: "premiere-fois",
            holds: |entry| says(entry, "premiere-fois") || has_first_visit(entry),
        },
        Situation {
            code: "enceinte",
            holds: |entry| {
                AgeBand::ALL[0].fits(entry)
                    || says(entry, "futurs-parents")
                    || is_for(entry, &["futurs-parents"])
            },
        },
        Situation {
            code: "0-3-mois",
            // 91 days: the first three months.
            holds: |entry| AgeBand::of_days(0, 91).fits(entry),
        },
        Situation {
            code: "peres",
            holds: |entry| {
                says(entry, "peres")
                    || says(entry, "change-peres")
                    || is_for(entry, &["peres"])
                    || has_theme(entry, "etre-pere")
            },
        },
        Situation {
            code: "peu-francais",
            holds: speaks_more_than_french,
        },
        Situation {
            code: "ado",
            holds: |entry| is_for(entry, &["adolescents", "jeunes-adultes"]),
        },
        Situation {
            code: "gratuit",
            holds: is_free,
        },
        Situation {
            code: "sans-inscription",
            holds: |entry| says(entry, "sans-inscription") || needs_no_registration(entry),
        },
        Situation {
            code: "samedi",
            holds: |entry| {
                opens(entry, |when| {
                    when.occurrence.date.weekday() == Weekday::Saturday
                })
            },
        },
        Situation {
            code: "mercredi",
            holds: |entry| {
                opens(entry, |when| {
                    when.occurrence.date.weekday() == Weekday::Wednesday
                })
            },
        },
        Situation {
            code: "vacances",
            holds: |entry| opens(entry, |when| is_in_holidays(entry, when)),
        },
    ];

    /// The path of its page.
    pub fn path(self) -> String {
        format!("/situations/{}/", self.code)
    }

    /// Whether a record answers it; what is discreet is proposed to nobody.
    pub(super) fn holds(self, entry: &Entry) -> bool {
        entry.directory().is_some() && is_told(entry) && (self.holds)(entry)
    }
}

/// What answers a situation.
#[derive(Debug, Default)]
pub struct Answers {
    /// The records, in the order of their titles.
    pub all: Vec<usize>,
    /// The communes in which they lie, those with the most first.
    pub communes: Vec<(InseeCode, usize)>,
}

impl Answers {
    /// What answers a situation, by its place in [`Situation::ALL`].
    pub(super) fn new(facts: &[Arc<Facts>], titled: &[usize], situation: usize) -> Answers {
        let holds = |index: &usize| facts[*index].situations & (1 << situation) != 0;
        let all: Vec<usize> = titled.iter().copied().filter(holds).collect();
        let mut counts: BTreeMap<InseeCode, usize> = BTreeMap::new();
        for insee in all.iter().flat_map(|index| &facts[*index].communes) {
            *counts.entry(*insee).or_default() += 1;
        }
        let mut communes: Vec<(InseeCode, usize)> = counts.into_iter().collect();
        communes.sort_by_key(|(insee, count)| (std::cmp::Reverse(*count), *insee));
        Answers { all, communes }
    }
}

fn says(entry: &Entry, fact: &str) -> bool {
    let facts = entry
        .directory()
        .into_iter()
        .flat_map(|directory| &directory.welcome);
    facts.into_iter().any(|one| one.code() == fact)
}

fn is_for(entry: &Entry, audiences: &[&str]) -> bool {
    let all = entry
        .directory()
        .into_iter()
        .flat_map(|directory| &directory.audiences);
    all.into_iter().any(|one| audiences.contains(&one.code()))
}

fn has_theme(entry: &Entry, theme: &str) -> bool {
    let all = entry
        .directory()
        .into_iter()
        .flat_map(|directory| &directory.themes);
    all.into_iter().any(|one| one.code() == theme)
}

fn has_first_visit(entry: &Entry) -> bool {
    entry
        .directory()
        .is_some_and(|directory| directory.first_visit.is_some())
}

fn speaks_more_than_french(entry: &Entry) -> bool {
    let Some(directory) = entry.directory() else {
        return false;
    };
    directory
        .languages
        .iter()
        .any(|language| language.code() != "fr")
        || directory.interpretation.is_some()
        || ["interprete", "faible-lecture"]
            .iter()
            .any(|fact| says(entry, fact))
        || is_for(entry, &["allophones"])
        || has_theme(entry, "francais-parents")
}

fn is_free(entry: &Entry) -> bool {
    let price = entry
        .directory()
        .and_then(|directory| directory.price.as_ref());
    price.is_some_and(|price| price.is_free() && price.membership.is_none())
}

/// Whether it says that nobody registers; a LAEP is open to who comes unless it says otherwise.
fn needs_no_registration(entry: &Entry) -> bool {
    let registration = entry
        .directory()
        .and_then(|directory| directory.registration.as_ref());
    match registration.and_then(|registration| registration.value.0.kind) {
        Some(kind) => kind == RegistrationType::None,
        None => matches!(entry.record.data, Data::Laep(_)) && registration.is_none(),
    }
}

/// Whether it takes place, without appointment, on a date of a sort.
fn opens(entry: &Entry, sort: impl Fn(&When) -> bool) -> bool {
    let comes = matches!(
        entry.record.kind,
        Kind::Action | Kind::Laep | Kind::Ram | Kind::Place
    );
    let counts = |when: &&When| {
        let one = &when.occurrence;
        one.status().takes_place()
            && !one.by_appointment
            && one.certainty == crate::calendar::Certainty::Sure
    };
    comes && entry.dates.iter().filter(counts).any(sort)
}

fn is_in_holidays(entry: &Entry, when: &When) -> bool {
    let zone = entry.locality.zone;
    zone.is_some_and(|zone| {
        matches!(
            crate::calendar::school_on(Some(zone), when.occurrence.date),
            School::Holiday(_)
        )
    })
}
