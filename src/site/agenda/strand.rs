//! What takes place in one commune, or on one theme: the next dates, and those that parents ask for first.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use jiff::civil::Weekday;

use super::{Appointment, is_told, spot_of};
use crate::check::{Guide, What};
use crate::geo::InseeCode;
use crate::site::facts::Facts;

/// How many of the next dates are kept.
const NEXT: usize = 16;
/// How many Saturdays, Wednesdays and dates in school holidays are kept.
const ASKED: usize = 5;

/// The dates of a commune or a theme.
#[derive(Debug, Default)]
pub struct Strand {
    /// How many dates are known in all.
    pub total: usize,
    /// The next ones.
    pub next: Vec<Appointment>,
    /// Those on a Saturday.
    pub saturdays: Vec<Appointment>,
    /// Those on a Wednesday.
    pub wednesdays: Vec<Appointment>,
    /// Those in a school holiday that has a page.
    pub holidays: Vec<Appointment>,
    /// The records of which single dates take place here, by their place among the entries.
    pub guests: Vec<usize>,
}

impl Strand {
    fn add(&mut self, appointment: Appointment, weekday: Weekday, is_holiday: bool) {
        self.total += 1;
        keep(&mut self.next, NEXT, appointment);
        match weekday {
            Weekday::Saturday => keep(&mut self.saturdays, ASKED, appointment),
            Weekday::Wednesday => keep(&mut self.wednesdays, ASKED, appointment),
            _ => {}
        }
        if is_holiday {
            keep(&mut self.holidays, ASKED, appointment);
        }
    }
}

fn keep(list: &mut Vec<Appointment>, most: usize, appointment: Appointment) {
    if list.len() < most {
        list.push(appointment);
    }
}

/// Strands while they are filled, each by its number.
struct Filling<K> {
    strands: BTreeMap<K, usize>,
    all: Vec<Strand>,
    of_entries: Vec<Box<[usize]>>,
}

impl<K: Ord + Hash> Filling<K> {
    fn new<'f>(
        guide: &Guide,
        facts: &'f [Arc<Facts>],
        keys_of: impl Fn(&'f Facts) -> &'f [K],
    ) -> Filling<K>
    where
        K: Clone + 'f,
    {
        let mut this = Filling {
            strands: BTreeMap::new(),
            all: Vec::new(),
            of_entries: Vec::new(),
        };
        for (entry, facts) in guide.entries().iter().zip(facts) {
            let keys = match is_told(entry) && !entry.dates.is_empty() {
                true => keys_of(facts),
                false => &[],
            };
            let numbers = keys.iter().map(|key| this.number(key)).collect();
            this.of_entries.push(numbers);
        }
        this
    }

    fn number(&mut self, key: &K) -> usize
    where
        K: Clone,
    {
        if let Some(number) = self.strands.get(key) {
            return *number;
        }
        self.all.push(Strand::default());
        self.strands.insert(key.clone(), self.all.len() - 1);
        self.all.len() - 1
    }

    /// The strands by their keys, but those in which nothing takes place.
    fn finish(mut self) -> BTreeMap<K, Strand> {
        let strands = self.strands.into_iter();
        let filled = strands.map(|(key, number)| (key, std::mem::take(&mut self.all[number])));
        filled.filter(|(_, strand)| strand.total > 0).collect()
    }
}

/// The strands of communes and themes while they are filled, date by date.
pub(super) struct Strands {
    communes: Filling<InseeCode>,
    themes: Filling<Box<str>>,
}

impl Strands {
    pub(super) fn new(guide: &Guide, facts: &[Arc<Facts>]) -> Strands {
        Strands {
            communes: Filling::new(guide, facts, |facts| &facts.communes),
            themes: Filling::new(guide, facts, |facts| &facts.themes),
        }
    }

    /// Adds a date; dates come in their order.
    pub(super) fn add(
        &mut self,
        guide: &Guide,
        appointment: Appointment,
        weekday: Weekday,
        is_holiday: bool,
    ) {
        for number in &self.themes.of_entries[appointment.entry()] {
            self.themes.all[*number].add(appointment, weekday, is_holiday);
        }
        let entry = &guide.entries()[appointment.entry()];
        let when = appointment.of(guide);
        if when.occurrence.place().is_some() || matches!(when.what, What::Step(_)) {
            // It has a place of its own, perhaps elsewhere than the record's others.
            let location = spot_of(guide, entry, when).location;
            if let Some(commune) = location.and_then(|location| location.commune) {
                let number = self.communes.number(&commune.insee());
                let strand = &mut self.communes.all[number];
                strand.add(appointment, weekday, is_holiday);
                if !strand.guests.contains(&appointment.entry()) {
                    strand.guests.push(appointment.entry());
                }
            }
            return;
        }
        for number in &self.communes.of_entries[appointment.entry()] {
            self.communes.all[*number].add(appointment, weekday, is_holiday);
        }
    }

    pub(super) fn finish(self) -> (BTreeMap<InseeCode, Strand>, BTreeMap<Box<str>, Strand>) {
        (self.communes.finish(), self.themes.finish())
    }
}
