//! What lists need, computed once: records by theme, audience, age, commune, place, partner and territory.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::agenda::Agenda;
use super::ages::AgeBand;
use super::facts::{Facts, Kept, is_proposed};
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
    pub near: Arc<Nearby>,
    /// What shares the first theme with a record, at most three.
    pub alike: HashMap<usize, Vec<usize>>,
    /// What answers each situation, as [`Situation::ALL`].
    pub situations: Vec<Answers>,
    /// The dates for which parents come.
    pub agenda: Arc<Agenda>,
}

impl Index {
    /// Makes what lists need; what an edit leaves as it was is taken over from the site of before.
    pub(super) fn new(guide: &Guide, kept: &mut Kept) -> Index {
        let facts = kept.facts(guide);
        let entries = guide.entries().iter().zip(&facts).enumerate();
        let mut order: Vec<(&str, usize)> = entries
            .filter(|(_, (entry, _))| entry.takes_part())
            .map(|(index, (_, facts))| (&*facts.title, index))
            .collect();
        order.par_sort_unstable();
        let titled: Vec<usize> = order.into_iter().map(|(_, entry)| entry).collect();
        let agenda = || {
            let known = kept.agenda(guide);
            known.unwrap_or_else(|| Arc::new(Agenda::new(guide, &facts)))
        };
        let (agenda, mut index) =
            rayon::join(agenda, || Index::of_lists(guide, &facts, &titled, kept));
        index.agenda = agenda;
        kept.keep(guide, &index.agenda, &index.near);
        index
    }

    /// All but the agenda.
    fn of_lists(guide: &Guide, facts: &[Arc<Facts>], titled: &[usize], kept: &Kept) -> Index {
        let mut index = Index {
            ages: vec![Vec::new(); AgeBand::ALL.len()],
            ..Index::default()
        };
        for entry in titled {
            index.add(guide, &facts[*entry], *entry);
        }
        for articles in index.sections.values_mut() {
            articles.sort_by_key(|article| rank(&guide.entries()[*article]));
        }
        let kinds = index.kinds.iter();
        index.narrower = kinds
            .map(|(kind, records)| (*kind, Narrower::new(guide, facts, records)))
            .collect();
        let proposed = titled
            .iter()
            .copied()
            .filter(|entry| is_proposed(&guide.entries()[*entry]));
        let situations = (0..Situation::ALL.len()).into_par_iter();
        let answers = |situation| Answers::new(facts, titled, situation);
        index.situations = situations.map(answers).collect();
        let near = || Arc::new(Nearby::new(guide, proposed));
        index.near = kept.near(guide).unwrap_or_else(near);
        index.alike = alike(guide, &index.themes);
        index
    }

    fn add(&mut self, guide: &Guide, facts: &Facts, at: usize) {
        let entry = &guide.entries()[at];
        match &entry.record.data {
            Data::Article(_) => {
                let section = entry
                    .record
                    .slug
                    .rsplit_once('/')
                    .map_or("", |(section, _)| section);
                self.sections.entry(section.into()).or_default().push(at);
                for theme in &facts.themes {
                    push(&mut self.reading, theme, at);
                }
            }
            Data::Convention(convention) if convention.public != Some(true) => {}
            Data::Partner(_) | Data::Territory(_) | Data::Plan(_) | Data::Convention(_) => {
                self.others.entry(entry.record.kind).or_default().push(at)
            }
            _ => self.add_directory(facts, at, entry),
        }
    }

    fn add_directory(&mut self, facts: &Facts, at: usize, entry: &Entry) {
        let Some(directory) = entry.directory() else {
            return;
        };
        self.kinds.entry(entry.record.kind).or_default().push(at);
        for theme in &facts.themes {
            push(&mut self.themes, theme, at);
        }
        for audience in &facts.audiences {
            push(&mut self.audiences, audience, at);
        }
        for (band, records) in self.ages.iter_mut().enumerate() {
            if facts.ages >> band & 1 == 1 {
                records.push(at);
            }
        }
        for insee in &facts.communes {
            self.communes.entry(*insee).or_default().push(at);
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

/// The code of the commune that a code means today.
fn today(insee: InseeCode) -> Option<InseeCode> {
    let communes = communes();
    communes
        .by_insee(insee)
        .or_else(|| communes.former(insee).map(|former| former.today()))
        .map(|commune| commune.insee())
}

/// Adds to the list of a code.
fn push(lists: &mut BTreeMap<Box<str>, Vec<usize>>, code: &str, at: usize) {
    match lists.get_mut(code) {
        Some(list) => list.push(at),
        None => drop(lists.insert(code.into(), vec![at])),
    }
}

fn push_once(list: &mut Vec<usize>, at: usize) {
    if list.last() != Some(&at) {
        list.push(at);
    }
}

/// An article's rank in its section, then its title.
fn rank(entry: &Entry) -> (u32, String) {
    let order = match &entry.record.data {
        Data::Article(article) => article.order,
        _ => None,
    };
    (order.unwrap_or(u32::MAX), fold(entry.record.data.title()))
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
