//! The coming school holidays, with what takes place in each.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Appointment, Day, is_told};
use crate::calendar::{SchoolHoliday, Window, Zone, holidays_from};
use crate::check::{Guide, VISITS_DAYS};

/// A school holiday, in the zones of the guide that have it.
#[derive(Debug)]
pub struct Holiday {
    /// Which one.
    pub holiday: SchoolHoliday,
    /// The year in which it begins.
    pub year: i16,
    /// When it is, zone by zone.
    pub periods: Vec<(Zone, Window)>,
    /// The days on which something takes place, in order.
    pub days: Vec<Day>,
}

impl Holiday {
    /// The last segment of its page's path: `vacances-noel-2026`.
    pub fn slug(&self) -> String {
        format!("vacances-{}-{}", self.holiday.code(), self.year)
    }

    /// Whether a date falls into it in a zone.
    pub(super) fn holds(&self, zone: Zone, date: Date) -> bool {
        let mut periods = self.periods.iter();
        periods.any(|(own, days)| *own == zone && (days.from..=days.to).contains(&date))
    }

    /// Adds a date; dates come in their order.
    pub(super) fn add(&mut self, date: Date, appointment: Appointment) {
        match self.days.last_mut().filter(|day| day.0 == date) {
            Some(day) => day.1.push(appointment),
            None => self.days.push((date, vec![appointment])),
        }
    }
}

/// The holidays to come of every zone in which a record lies, by their first day.
///
/// One that ends after what is known of hours would be told in part: it waits until all of it is known.
pub(super) fn coming(guide: &Guide) -> Vec<Holiday> {
    let known = guide
        .today
        .saturating_add((i64::from(VISITS_DAYS) - 1).days());
    let told = guide
        .entries()
        .iter()
        .filter(|entry| is_told(entry) && !entry.dates.is_empty());
    let zones: BTreeSet<Zone> = told.filter_map(|entry| entry.locality.zone).collect();
    let mut found: BTreeMap<(SchoolHoliday, i16), Vec<(Zone, Window)>> = BTreeMap::new();
    for zone in zones {
        for (holiday, days) in holidays_from(zone, guide.today) {
            if SchoolHoliday::NAMED.contains(&holiday) {
                found
                    .entry((holiday, days.from.year()))
                    .or_default()
                    .push((zone, days));
            }
        }
    }
    let whole = |periods: &Vec<(Zone, Window)>| periods.iter().all(|(_, days)| days.to <= known);
    let mut all: Vec<Holiday> = found
        .into_iter()
        .filter(|(_, periods)| whole(periods))
        .map(|((holiday, year), periods)| Holiday {
            holiday,
            year,
            periods,
            days: Vec::new(),
        })
        .collect();
    all.sort_by_key(|one| one.periods.iter().map(|(_, days)| days.from).min());
    all
}
