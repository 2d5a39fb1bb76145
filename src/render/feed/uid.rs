//! The lasting names of events: the same from build to build, whatever else changes in the record.

use std::collections::HashMap;

use crate::calendar::{Certainty, Reason, Source};
use crate::check::{Behind, Entry, What, When};

/// Gives each event of a record its name; two that would share one are told apart by a number.
#[derive(Default)]
pub(super) struct Uids(HashMap<String, usize>);

impl Uids {
    /// The name of the event that a date begins: `laep-la-marelle-horaires-mardi-0900@guide.example.org`.
    pub(super) fn of(&mut self, entry: &Entry, when: &When, host: &str) -> String {
        let record = &entry.record;
        let mut name = format!("{}-{}", record.kind.folder(), record.slug.replace('/', "-"));
        match when.what {
            What::Hours => name.push_str("-horaires"),
            What::Sessions => name.push_str("-seances"),
            What::Desk => name.push_str("-permanences"),
            What::Workshops => name.push_str("-ateliers"),
            What::Step(index) => name.push_str(&format!("-etape-{}", index + 1)),
        }
        let occurrence = &when.occurrence;
        match entry.behind(when) {
            Some(Behind::Weekly(rule, _)) => {
                rule.days
                    .iter()
                    .for_each(|day| name.extend(["-", crate::calendar::day_name(day)]));
            }
            Some(Behind::Recurrence(recurrence, _)) => {
                name.push_str(&format!("-des-{}", recurrence.from));
            }
            None if matches!(occurrence.source, Source::HolidayRule(_)) => {
                name.push_str("-vacances");
            }
            None => name.push_str(&format!("-{}", occurrence.date)),
        }
        if let Some(start) = occurrence.slot.start() {
            name.push_str(&format!("-{:02}{:02}", start.hour(), start.minute()));
        }
        if let Certainty::ToConfirm(reason) = occurrence.certainty {
            name.push_str("-a-confirmer");
            match reason {
                Reason::SchoolHoliday(holiday) => name.extend(["-", holiday.code()]),
                Reason::SchoolCalendarUnknown => {}
                Reason::PublicHoliday(_) | Reason::UncertainPublicHoliday(_) => {
                    name.push_str(&format!("-{}", occurrence.date));
                }
            }
        }
        let count = self.0.entry(name.clone()).or_default();
        *count += 1;
        match *count {
            1 => format!("{name}@{host}"),
            number => format!("{name}-{number}@{host}"),
        }
    }
}
