//! Sessions and recurrences to dates.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::hours::first_doubt;
use super::{Certainty, Occurrence, Reason, Source, closed_days, on_public_holiday};
use crate::calendar::{
    Almanac, Day, Event, Facts, HolidayHours, InHolidays, Pattern, Recurrence, School,
    SchoolHoliday, Session, Slot, Timetable,
};

/// Expands sessions to the dates of an almanac, sorted.
///
/// A session on one date is sure, whatever the day. A recurrence leaves out what the record's closures and public
/// holidays close, and asks the record about school holidays where it says nothing itself. A session on one date
/// that begins with a recurrence (or says no time) and has its title or none speaks of that very occurrence, and
/// stands for it; so one date can be cancelled. A session that is put off is shown on both dates, once on each.
pub fn expand_events(
    events: &[Event],
    timetable: &Timetable,
    almanac: &Almanac,
) -> Vec<Occurrence> {
    let mut single: BTreeMap<Date, Vec<Single<'_>>> = BTreeMap::new();
    for (index, event) in events.iter().enumerate() {
        if let Event::Once(session) = event {
            single.entry(session.date).or_default().push(Single {
                index,
                session,
                stands_for: None,
            });
        }
    }
    let closed = closed_days(timetable, almanac);
    let mut list = Vec::new();
    for (index, event) in events.iter().enumerate() {
        if let Event::Repeated(recurrence) = event {
            for occurrence in repeated(index, recurrence, timetable, almanac, &closed) {
                let mut same_day = single.get_mut(&occurrence.date).into_iter().flatten();
                match same_day.find(|one| one.speaks_of(recurrence)) {
                    Some(one) => one.stands_for = Some(recurrence),
                    None => list.push(occurrence),
                }
            }
        }
    }
    for one in single.values().flatten() {
        // A session that is put off to a date where it is written as well is told there once, by what is written.
        let written = |date: &Date| {
            single
                .get(date)
                .into_iter()
                .flatten()
                .any(|other| other.is_same(one))
        };
        let from = single.values().flatten().find(|other| {
            other.session.postponed_to == Some(one.session.date) && other.is_same(one)
        });
        list.extend(one.occurrences(almanac).filter_map(|mut occurrence| {
            match occurrence.postponed_from {
                Some(_) if written(&occurrence.date) => None,
                Some(_) => Some(occurrence),
                None => {
                    occurrence.postponed_from = from.map(|from| from.session.date);
                    Some(occurrence)
                }
            }
        }));
    }
    list.sort_by_key(Occurrence::order);
    list
}

/// A session on one date, with the recurrence for whose occurrence it stands.
struct Single<'a> {
    index: usize,
    session: &'a Session,
    stands_for: Option<&'a Recurrence>,
}

impl Single<'_> {
    fn speaks_of(&self, recurrence: &Recurrence) -> bool {
        let same_time = self.session.slot == Slot::Unsaid
            || (self.session.slot.start().is_some()
                && self.session.slot.start() == recurrence.slot.start());
        let title = &self.session.facts.title;
        same_time && (title.is_none() || *title == recurrence.facts.title)
    }

    /// Whether it is the same session on another date: at the same hours, of the same title.
    fn is_same(&self, other: &Single<'_>) -> bool {
        self.index != other.index
            && self.session.slot == other.session.slot
            && self.session.facts.title == other.session.facts.title
    }

    /// Its date, and the one to which it was put off, as far as they are in the almanac.
    fn occurrences(&self, almanac: &Almanac) -> impl Iterator<Item = Occurrence> {
        let (slot, facts) = self.whole();
        let occurrence = |date, facts| Occurrence {
            date,
            slot,
            certainty: Certainty::Sure,
            by_appointment: false,
            source: Source::Event(self.index),
            facts: Some(facts),
            postponed_to: None,
            postponed_from: None,
        };
        let put_off = self.session.postponed_to.map(|date| Occurrence {
            postponed_from: Some(self.session.date),
            ..occurrence(date, planned(&facts))
        });
        let first = Occurrence {
            postponed_to: self.session.postponed_to,
            ..occurrence(self.session.date, facts)
        };
        let within = |one: &Occurrence| almanac.position(one.date).is_some();
        [Some(first), put_off].into_iter().flatten().filter(within)
    }

    /// Its slot and facts, with those of the recurrence where it says nothing itself.
    fn whole(&self) -> (Slot, Arc<Facts>) {
        let (slot, facts) = (self.session.slot, &self.session.facts);
        let Some(recurrence) = self.stands_for else {
            return (slot, facts.clone());
        };
        let facts = Facts {
            title: facts.title.clone().or(recurrence.facts.title.clone()),
            place: facts.place.clone().or(recurrence.facts.place.clone()),
            ..Facts::clone(facts)
        };
        let unsaid = slot == Slot::Unsaid;
        (if unsaid { recurrence.slot } else { slot }, facts.into())
    }
}

/// The facts of a session on the date to which it was put off.
fn planned(facts: &Facts) -> Arc<Facts> {
    Arc::new(Facts {
        status: Default::default(),
        reason: None,
        ..facts.clone()
    })
}

/// The occurrences of a recurrence, whatever single sessions say.
fn repeated(
    index: usize,
    recurrence: &Recurrence,
    timetable: &Timetable,
    almanac: &Almanac,
    closed: &[bool],
) -> Vec<Occurrence> {
    let except: BTreeSet<Date> = recurrence.except.iter().copied().collect();
    let days = almanac.between(recurrence.from, recurrence.until);
    let offset = days.first().and_then(|day| almanac.position(day.date));
    let closed = &closed[offset.unwrap_or_default()..];
    let mut list = Vec::new();
    for (day, closed) in days.iter().zip(closed) {
        if *closed || !falls_on(recurrence, day) || except.contains(&day.date) {
            continue;
        }
        let Some(public) = on_public_holiday(day, timetable.public_holidays) else {
            continue;
        };
        if let Some(school) = in_school_calendar(recurrence.holidays, timetable, day) {
            list.push(Occurrence {
                date: day.date,
                slot: recurrence.slot,
                certainty: first_doubt(public, school),
                by_appointment: false,
                source: Source::Event(index),
                facts: Some(recurrence.facts.clone()),
                postponed_to: None,
                postponed_from: None,
            });
        }
    }
    list
}

fn falls_on(recurrence: &Recurrence, day: &Day) -> bool {
    match recurrence.pattern {
        Pattern::On { days, weeks } => days.contains(day.weekday) && day.is_in(weeks),
        Pattern::EveryOther { days } => {
            // The first such day on or after the beginning counts as none gone by.
            let since = recurrence
                .from
                .until(day.date)
                .map_or(0, |gone| gone.get_days());
            days.contains(day.weekday) && since.div_euclid(7) % 2 == 0
        }
    }
}

/// What school holidays make of a day; nothing where they leave it out.
fn in_school_calendar(choice: InHolidays, timetable: &Timetable, day: &Day) -> Option<Certainty> {
    let unknown = Some(Certainty::ToConfirm(Reason::SchoolCalendarUnknown));
    let sure = Some(Certainty::Sure);
    match (choice, day.school) {
        (InHolidays::Yes, _) => sure,
        (InHolidays::Only, School::Term | School::Holiday(SchoolHoliday::Ascension)) => None,
        (InHolidays::Only, School::Holiday(_)) => sure,
        (_, School::Term) => sure,
        (InHolidays::AsRecord, School::Unknown) if timetable.holidays.is_open() => sure,
        (_, School::Unknown) => unknown,
        (InHolidays::No, School::Holiday(holiday @ SchoolHoliday::Ascension)) => {
            Some(Certainty::ToConfirm(Reason::SchoolHoliday(holiday)))
        }
        (InHolidays::No, School::Holiday(_)) => None,
        (InHolidays::AsRecord, School::Holiday(holiday)) => match timetable.holidays.of(holiday) {
            HolidayHours::Open => sure,
            HolidayHours::Closed => None,
            // Other hours of the place say nothing of a session.
            HolidayHours::Unknown | HolidayHours::Replaced(_) => {
                Some(Certainty::ToConfirm(Reason::SchoolHoliday(holiday)))
            }
        },
    }
}
