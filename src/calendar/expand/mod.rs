//! Expansion: hours and sessions to real dates.

mod events;
mod hours;

use std::sync::Arc;

use jiff::civil::Date;

use super::{
    Almanac, Day, Facts, PublicHoliday, PublicHolidayPolicy, SchoolHoliday, SessionStatus, Slot,
    Timetable,
};

pub use events::expand_events;
pub use hours::expand_hours;

/// One date on which something takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The date.
    pub date: Date,
    /// When on that date.
    pub slot: Slot,
    /// Whether it takes place for sure.
    pub certainty: Certainty,
    /// Whether one comes by appointment.
    pub by_appointment: bool,
    /// What made it.
    pub source: Source,
    /// What is said of it; nothing is of weekly hours.
    pub facts: Option<Arc<Facts>>,
    /// The date to which it was put off.
    pub postponed_to: Option<Date>,
    /// The date from which it was put off.
    pub postponed_from: Option<Date>,
}

impl Occurrence {
    /// How it stands.
    pub fn status(&self) -> SessionStatus {
        self.facts
            .as_ref()
            .map_or(SessionStatus::Planned, |facts| facts.status)
    }

    /// Its own title.
    pub fn title(&self) -> Option<&str> {
        self.facts.as_ref()?.title.as_deref()
    }

    /// The slug of its own place.
    pub fn place(&self) -> Option<&str> {
        self.facts.as_ref()?.place.as_deref()
    }

    /// What sorts occurrences: date, beginning, source.
    pub fn order(&self) -> (Date, (u16, Slot), Source) {
        (self.date, self.slot.order(), self.source)
    }
}

/// Whether something takes place for sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// The record says so.
    Sure,
    /// « à confirmer »: the record leaves it open.
    ToConfirm(Reason),
}

/// Why a date is to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It falls in a school holiday of which the record says nothing.
    SchoolHoliday(SchoolHoliday),
    /// No calendar says whether it is a school holiday, and it would matter.
    SchoolCalendarUnknown,
    /// It falls on a public holiday of which the record says nothing.
    PublicHoliday(PublicHoliday),
    /// It falls on a day that is a public holiday in some communes only.
    UncertainPublicHoliday(PublicHoliday),
}

/// What made an occurrence: an index in a list of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A weekly rule.
    Rule(usize),
    /// A rule of the list that stands for weekly hours in that school holiday.
    HolidayRule(usize),
    /// An exceptional opening.
    Opening(usize),
    /// A session or a recurrence.
    Event(usize),
}

/// The days of an almanac that closures cover, by their place.
fn closed_days(timetable: &Timetable, almanac: &Almanac) -> Vec<bool> {
    let mut closed = vec![false; almanac.days().len()];
    for closure in &timetable.closures {
        let days = almanac.between(closure.from, closure.to);
        let Some(start) = days.first().and_then(|day| almanac.position(day.date)) else {
            continue;
        };
        closed[start..start + days.len()].fill(true);
    }
    closed
}

/// What the record's policy makes of a public holiday; nothing where it is closed then.
fn on_public_holiday(day: &Day, policy: PublicHolidayPolicy) -> Option<Certainty> {
    match (day.public, policy) {
        (None, _) | (_, PublicHolidayPolicy::Open) => Some(Certainty::Sure),
        (Some((holiday, false)), _) => Some(Certainty::ToConfirm(Reason::UncertainPublicHoliday(
            holiday,
        ))),
        (_, PublicHolidayPolicy::Closed) | (Some((PublicHoliday::LabourDay, _)), _) => None,
        (Some((holiday, true)), PublicHolidayPolicy::Unknown) => {
            Some(Certainty::ToConfirm(Reason::PublicHoliday(holiday)))
        }
    }
}
