//! What lists need, computed once: records by theme, audience, age, commune, place, partner and territory.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::agenda::Agenda;
use super::ages::AgeBand;
use super::narrower::Narrower;
use super::near::Nearby;
use super::serves;
use super::situations::{Answers, Situation};
use crate::check::{Entry, Guide};
use crate::geo::{InseeCode, communes};
use crate::model::values::Term as _;
use crate::model::{Data, Kind};
use crate::text::nearest::fold;

/// Records by what parents look for; every list is in the order of titles.
#[derive(Debug, Default)]
pub struct Index {
    /// Directory records by kind.
    pub kinds: BTreeMap<Kind, Vec<usize>>,
    /// What narrows the list of each kind.
    pub narrower: BTreeMap<Kind, Narrower>,
    /// Directory records by theme, those of the themes under it among them.
    pub themes: BTreeMap<Box<str>, Vec<usize>>,
    /// Articles by theme, those of the themes under it among them.
    pub reading: BTreeMap<Box<str>, Vec<usize>>,
    /// Directory records by audience, those of the audiences under it among them.
    pub audiences: BTreeMap<Box<str>, Vec<usize>>,
    /// Directory records by band of ages, as [`AgeBand::ALL`].
    pub ages: Vec<Vec<usize>>,
    /// Directory records that lie in a commune.
    pub communes: BTreeMap<InseeCode, Vec<usize>>,
    /// Directory records that serve a commune by its code.
    pub served: BTreeMap<InseeCode, Vec<usize>>,
    /// Directory records that serve a territory, by its id.
    pub territories: HashMap<Box<str>, Vec<usize>>,
    /// What a partner holds, runs or takes part in, by its id.
    pub partners: HashMap<Box<str>, Vec<usize>>,
    /// What takes place at a place, by its place among the entries.
    pub places: HashMap<usize, Vec<usize>>,
    /// Places by their type.
    pub place_types: HashMap<Box<str>, Vec<usize>>,
    /// Articles by section, the empty one first, each in its order.
    pub sections: BTreeMap<Box<str>, Vec<usize>>,
    /// Partners, territories, plans and public conventions in the order of their titles.
    pub others: BTreeMap<Kind, Vec<usize>>,
    /// Places of records that may be proposed beside others.
    pub near: Nearby,
    /// What shares the first theme with a record, at most three.
    pub alike: HashMap<usize, Vec<usize>>,
    /// What answers each situation, as [`Situation::ALL`].
    pub situations: Vec<Answers>,
    /// The dates for which parents come.
    pub agenda: Agenda,
}

impl Index {
    pub(super) fn new(guide: &Guide) -> Index {
        let mut order: Vec<(String, usize)> = guide
            .entries()
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.takes_part())
            .map(|(index, entry)| (fold(entry.record.data.title()), index))
            .collect();
        order.sort();
        let titled: Vec<usize> = order.into_iter().map(|(_, entry)| entry).collect();
        let (agenda, mut index) = rayon::join(
            || Agenda::new(guide, |entry| themes_of(guide, entry), own_communes),
            || Index::of_lists(guide, &titled),
        );
        index.agenda = agenda;
        index
    }

    /// All but the agenda.
    fn of_lists(guide: &Guide, titled: &[usize]) -> Index {
        let mut index = Index {
            ages: vec![Vec::new(); AgeBand::ALL.len()],
            ..Index::default()
        };
        for entry in titled {
            index.add(guide, *entry);
        }
        for articles in index.sections.values_mut() {
            articles.sort_by_key(|article| rank(&guide.entries()[*article]));
        }
        let kinds = index.kinds.iter();
        index.narrower = kinds
            .map(|(kind, records)| (*kind, Narrower::new(guide, records)))
            .collect();
        let proposed = titled
            .iter()
            .copied()
            .filter(|entry| is_proposed(&guide.entries()[*entry]));
        let answers = |situation: &Situation| Answers::new(guide, titled, *situation);
        index.situations = Situation::ALL.par_iter().map(answers).collect();
        index.near = Nearby::new(guide, proposed);
        index.alike = alike(guide, &index.themes);
        index
    }

    fn add(&mut self, guide: &Guide, at: usize) {
        let entry = &guide.entries()[at];
        match &entry.record.data {
            Data::Article(article) => {
                let section = entry
                    .record
                    .slug
                    .rsplit_once('/')
                    .map_or("", |(section, _)| section);
                self.sections.entry(section.into()).or_default().push(at);
                for theme in with_ancestors(
                    guide,
                    "themes",
                    article.themes.iter().map(|theme| theme.code()),
                ) {
                    self.reading.entry(theme).or_default().push(at);
                }
            }
            Data::Convention(convention) if convention.public != Some(true) => {}
            Data::Partner(_) | Data::Territory(_) | Data::Plan(_) | Data::Convention(_) => {
                self.others.entry(entry.record.kind).or_default().push(at)
            }
            _ => self.add_directory(guide, at, entry),
        }
    }

    fn add_directory(&mut self, guide: &Guide, at: usize, entry: &Entry) {
        let Some(directory) = entry.directory() else {
            return;
        };
        self.kinds.entry(entry.record.kind).or_default().push(at);
        for theme in themes_of(guide, entry) {
            self.themes.entry(theme).or_default().push(at);
        }
        for audience in with_ancestors(
            guide,
            "publics",
            directory.audiences.iter().map(|audience| audience.code()),
        ) {
            self.audiences.entry(audience).or_default().push(at);
        }
        for (band, records) in AgeBand::ALL.iter().zip(&mut self.ages) {
            if band.fits(entry) {
                records.push(at);
            }
        }
        for insee in own_communes(entry) {
            self.communes.entry(insee).or_default().push(at);
        }
        for insee in directory
            .communes
            .iter()
            .filter(|_| !entry.standing.confidential)
            .filter_map(|code| today(code.value))
        {
            push_once(self.served.entry(insee).or_default(), at);
        }
        for territory in &directory.territories {
            push_once(
                self.territories.entry(territory.id().into()).or_default(),
                at,
            );
        }
        for partner in partners_of(&entry.record.data) {
            push_once(self.partners.entry(partner.into()).or_default(), at);
        }
        for location in &entry.locations {
            if let Some(place) = location.place {
                push_once(self.places.entry(place).or_default(), at);
            }
        }
        if let Data::Place(place) = &entry.record.data {
            self.place_types
                .entry(place.kind.code().into())
                .or_default()
                .push(at);
        }
    }

    /// The communes that have a page: those in which something lies, or which something serves by their code.
    pub fn communes_with_pages(&self) -> Vec<InseeCode> {
        let mut all: Vec<InseeCode> = self
            .communes
            .keys()
            .chain(self.served.keys())
            .copied()
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What serves a commune without lying in it: by its code, or by a territory that holds it.
    pub fn serving(&self, guide: &Guide, insee: InseeCode) -> Vec<usize> {
        let own: &[usize] = self.communes.get(&insee).map_or(&[], Vec::as_slice);
        let mut all: Vec<usize> = self
            .served
            .get(&insee)
            .into_iter()
            .flatten()
            .copied()
            .collect();
        let Some(commune) = communes().by_insee(insee) else {
            return all;
        };
        for territory in self.others.get(&Kind::Territory).into_iter().flatten() {
            let record = &guide.entries()[*territory].record;
            let Data::Territory(data) = &record.data else {
                continue;
            };
            if serves::contains(data, commune) {
                all.extend(self.territories.get(&*record.id()).into_iter().flatten());
            }
        }
        let mut seen: std::collections::HashSet<usize> = own.iter().copied().collect();
        all.retain(|entry| seen.insert(*entry));
        all
    }
}

/// The partners that a record names, by id.
fn partners_of(data: &Data) -> impl Iterator<Item = &str> {
    let directory = data.directory();
    let holders = directory
        .into_iter()
        .flat_map(|directory| directory.holders.iter().map(|holder| holder.0.partner.id()));
    let partners = directory.into_iter().flat_map(|directory| {
        directory
            .partners
            .iter()
            .map(|partner| partner.0.partner.id())
    });
    let manager = match data {
        Data::Laep(laep) => Some(laep.manager.id()),
        Data::Ram(ram) => Some(ram.manager.id()),
        Data::Place(place) => place.partner.as_ref().map(|partner| partner.id()),
        _ => None,
    };
    manager.into_iter().chain(holders).chain(partners)
}

/// The communes in which a record lies.
pub(super) fn own_communes(entry: &Entry) -> Vec<InseeCode> {
    let mut all: Vec<InseeCode> = entry
        .locations
        .iter()
        .filter_map(|location| location.commune)
        .map(|commune| commune.insee())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The code of the commune that a code means today.
fn today(insee: InseeCode) -> Option<InseeCode> {
    let communes = communes();
    communes
        .by_insee(insee)
        .or_else(|| communes.former(insee).map(|former| former.today()))
        .map(|commune| commune.insee())
}

fn push_once(list: &mut Vec<usize>, at: usize) {
    if list.last() != Some(&at) {
        list.push(at);
    }
}

/// The themes of a directory record, with those above them.
fn themes_of(guide: &Guide, entry: &Entry) -> Vec<Box<str>> {
    let directory = entry.directory().into_iter();
    let codes = directory.flat_map(|directory| directory.themes.iter().map(|theme| theme.code()));
    with_ancestors(guide, "themes", codes)
}

/// Codes with all that they stand under, each once.
fn with_ancestors<'c>(
    guide: &Guide,
    list: &str,
    codes: impl Iterator<Item = &'c str>,
) -> Vec<Box<str>> {
    let mut all: Vec<Box<str>> = Vec::new();
    for code in codes {
        let mut at = Some(code.to_owned());
        while let Some(code) = at {
            if all.iter().any(|known| **known == *code) {
                break;
            }
            at = guide
                .vocabulary
                .entry(list, &code)
                .and_then(|entry| entry.parent.clone());
            all.push(code.into());
        }
    }
    all
}

/// An article's rank in its section, then its title.
fn rank(entry: &Entry) -> (u32, String) {
    let order = match &entry.record.data {
        Data::Article(article) => article.order,
        _ => None,
    };
    (order.unwrap_or(u32::MAX), fold(entry.record.data.title()))
}

fn is_proposed(entry: &Entry) -> bool {
    entry.directory().is_some() && !entry.standing.discreet && !entry.standing.confidential
}

/// For each record the three that follow it in the list of its first theme.
fn alike(guide: &Guide, themes: &BTreeMap<Box<str>, Vec<usize>>) -> HashMap<usize, Vec<usize>> {
    let mut all = HashMap::new();
    for (theme, records) in themes {
        let proposed: Vec<usize> = records
            .iter()
            .copied()
            .filter(|entry| is_proposed(&guide.entries()[*entry]))
            .collect();
        for (place, entry) in proposed.iter().enumerate() {
            let first = guide.entries()[*entry]
                .directory()
                .and_then(|directory| directory.themes.first());
            if first.is_none_or(|first| first.code() != &**theme) {
                continue;
            }
            let others = proposed
                .iter()
                .cycle()
                .skip(place + 1)
                .take(proposed.len() - 1)
                .take(3);
            all.insert(*entry, others.copied().collect());
        }
    }
    all
}
