//! What is behind a date of a record: the rule or the session that made it.

use std::borrow::Cow;

use super::{Entry, What, When};
use crate::calendar::{Event, Recurrence, Source, Timetable, WeeklyRule};
use crate::model::Data;
use crate::model::sessions::SessionRule;

/// The rule behind a date, with what changes it.
#[derive(Debug)]
pub enum Behind<'e> {
    /// A line of weekly hours.
    Weekly(WeeklyRule, Cow<'e, Timetable>),
    /// A session that comes back.
    Recurrence(&'e Recurrence, &'e Timetable),
}

impl Entry {
    /// The rule that made a date; none for single sessions, exceptional openings, and hours of a school holiday.
    pub fn behind(&self, when: &When) -> Option<Behind<'_>> {
        let directory = self.directory()?;
        let own = &directory.timetable.0;
        let timetable = match (when.what, &self.record.data) {
            (What::Sessions, _) => return recurrence(&directory.sessions, when, own),
            (What::Workshops, Data::Ram(ram)) => return recurrence(&ram.workshops, when, own),
            (What::Desk, Data::Ram(ram)) => Cow::Owned(ram.desk.as_ref()?.join(own).ok()?),
            (What::Step(step), Data::Laep(laep)) => {
                Cow::Borrowed(&laep.steps.get(step)?.timetable.0)
            }
            _ => Cow::Borrowed(own),
        };
        let Source::Rule(index) = when.occurrence.source else {
            return None;
        };
        let rule = timetable.weekly.0.get(index)?.clone();
        Some(Behind::Weekly(rule, timetable))
    }
}

fn recurrence<'e>(rules: &'e [SessionRule], when: &When, own: &'e Timetable) -> Option<Behind<'e>> {
    let Source::Event(index) = when.occurrence.source else {
        return None;
    };
    match &rules.get(index)?.event {
        Event::Repeated(recurrence) => Some(Behind::Recurrence(recurrence, own)),
        Event::Once(_) => None,
    }
}
