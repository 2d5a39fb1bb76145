//! When things take place: the dates for which parents come, by day, school holiday, commune and theme.
//!
//! Pages of the agenda say dates, never « today »: they are true whenever they are read. Everything is sorted once
//! here, so that a page costs what it shows.

mod holidays;
mod strand;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use rayon::prelude::*;

use super::facts::Facts;
use crate::calendar::Source;
use crate::check::{Entry, Guide, HOURS_DAYS, Location, What, When};
use crate::geo::InseeCode;
use crate::model::Kind;
use strand::Strands;

pub use holidays::Holiday;
pub use strand::Strand;

/// One date of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    entry: u32,
    when: u32,
}

impl Appointment {
    /// The record, by its place among the entries.
    pub fn entry(self) -> usize {
        self.entry as usize
    }

    /// The date, by its place among the record's.
    pub fn when(self) -> usize {
        self.when as usize
    }

    /// The date itself.
    pub fn of(self, guide: &Guide) -> &When {
        &guide.entries()[self.entry()].dates[self.when()]
    }
}

/// What takes place on one day, sorted by its beginning.
pub type Day = (Date, Vec<Appointment>);

/// The dates for which parents come.
#[derive(Debug, Default)]
pub struct Agenda {
    /// The days that have a page each, from the day of the build to a Sunday, at least sixty of them.
    pub days: Vec<Day>,
    /// The coming school holidays of which every day is known.
    pub holidays: Vec<Holiday>,
    /// What takes place in a commune.
    pub communes: BTreeMap<InseeCode, Strand>,
    /// What takes place on a theme, those under it among them.
    pub themes: BTreeMap<Box<str>, Strand>,
    /// The time zone in which the agenda counts its days: that of most of its records.
    pub time_zone: &'static str,
}

impl Agenda {
    pub(super) fn new(guide: &Guide, facts: &[Arc<Facts>]) -> Agenda {
        let all = sorted(guide);
        let mut holidays = holidays::coming(guide);
        let mut strands = Strands::new(guide, facts);
        let mut days: Vec<Day> = first_days(guide.today)
            .map(|day| (day, Vec::new()))
            .collect();
        for (date, appointment) in &all {
            // Days follow each other: a date's place is how many days it is away.
            if let Ok(at) = days.binary_search_by_key(date, |day| day.0) {
                days[at].1.push(*appointment);
            }
            let zone = guide.entries()[appointment.entry()].locality.zone;
            let within =
                zone.and_then(|zone| holidays.iter_mut().find(|one| one.holds(zone, *date)));
            let is_holiday = within.is_some();
            if let Some(holiday) = within {
                holiday.add(*date, *appointment);
            }
            strands.add(guide, *appointment, date.weekday(), is_holiday);
        }
        let (communes, themes) = strands.finish();
        Agenda {
            days,
            holidays,
            communes,
            themes,
            time_zone: most_common(guide),
        }
    }

    /// The days that have a page and fall on a day of the week, each with what takes place then.
    pub fn on(&self, weekday: Weekday) -> impl Iterator<Item = &Day> {
        self.days
            .iter()
            .filter(move |(date, _)| date.weekday() == weekday)
    }

    /// The Mondays of the weeks that have a page.
    pub fn weeks(&self) -> Vec<Date> {
        let mut all: Vec<Date> = self.days.iter().map(|(date, _)| monday(*date)).collect();
        all.dedup();
        all
    }

    /// The days of the week that begins with a Monday, as far as they have a page.
    pub fn week(&self, monday: Date) -> &[Day] {
        let start = self.days.partition_point(|(date, _)| *date < monday);
        let end = monday.saturating_add(7.days());
        let end = self.days.partition_point(|(date, _)| *date < end);
        &self.days[start..end]
    }

    /// What takes place on a day that has a page.
    pub fn day(&self, date: Date) -> Option<&[Appointment]> {
        let at = self.days.binary_search_by_key(&date, |day| day.0).ok()?;
        Some(&self.days[at].1)
    }
}

/// The Monday of a day's week.
pub fn monday(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
}

/// The days from the day of the build on to the last Sunday of which the hours are known.
fn first_days(today: Date) -> impl Iterator<Item = Date> {
    let last = today.saturating_add((i64::from(HOURS_DAYS) - 1).days());
    let last = match last.weekday() {
        Weekday::Sunday => last,
        _ => monday(last).saturating_sub(1.day()),
    };
    std::iter::successors(Some(today), |day| day.tomorrow().ok())
        .take_while(move |day| *day <= last)
}

/// Every appointment of records that may be told of, by date, beginning and record.
fn sorted(guide: &Guide) -> Vec<(Date, Appointment)> {
    let mut all = Vec::new();
    for (index, entry) in guide.entries().iter().enumerate() {
        if !is_told(entry) {
            continue;
        }
        for (place, when) in entry.dates.iter().enumerate() {
            if is_appointment(entry.record.kind, when) {
                let order = when.occurrence.slot.order();
                all.push((when.occurrence.date, order, index as u32, place as u32));
            }
        }
    }
    all.par_sort_unstable();
    let bare = |(date, _, entry, when)| (date, Appointment { entry, when });
    all.into_iter().map(bare).collect()
}

/// Whether the agenda and feeds may tell of a record: no discreet one, whose date could be seen on a shared device.
pub fn is_told(entry: &Entry) -> bool {
    entry.takes_part() && !entry.standing.discreet
}

/// Whether people come for this date itself; the weekly hours of a library or a relais are no appointment.
pub fn is_appointment(kind: Kind, when: &When) -> bool {
    match when.what {
        What::Sessions | What::Workshops => true,
        What::Hours | What::Step(_) if kind == Kind::Laep => !when.occurrence.by_appointment,
        What::Hours => matches!(when.occurrence.source, Source::Opening(_)),
        What::Step(_) | What::Desk => false,
    }
}

/// Where a date takes place, as far as it may be said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spot<'g> {
    /// The place, by its place among the entries.
    pub place: Option<usize>,
    /// The address and position.
    pub location: Option<&'g Location>,
}

/// Where a date takes place: at its own place, its step, else the record's first; nothing of what is confidential.
pub fn spot_of<'g>(guide: &'g Guide, entry: &'g Entry, when: &When) -> Spot<'g> {
    if entry.standing.confidential {
        return Spot::default();
    }
    if let Some(slug) = when.occurrence.place() {
        let place = guide.index(&format!("{}/{slug}", Kind::Place.folder()));
        let told = |place: &usize| !guide.entries()[*place].standing.confidential;
        let place = place.filter(told);
        let location = place.and_then(|place| guide.entries()[place].locations.first());
        return Spot { place, location };
    }
    let step = match when.what {
        What::Step(step) => Some(step),
        _ => None,
    };
    let location = entry
        .locations
        .iter()
        .find(|location| location.step == step);
    Spot {
        place: location.and_then(|location| location.place),
        location,
    }
}

/// The time zone of most records that say when.
fn most_common(guide: &Guide) -> &'static str {
    let mut counts: HashMap<&'static str, usize> = HashMap::new();
    let told = guide
        .entries()
        .iter()
        .filter(|entry| is_told(entry) && !entry.dates.is_empty());
    for entry in told {
        *counts.entry(entry.time_zone).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(name, count)| (*count, *name));
    most.map_or("Europe/Paris", |(name, _)| name)
}
