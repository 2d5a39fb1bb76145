//! Weekly hours and what changes them, as records write them: structured, or in words.

mod atoms;
mod holidays;
mod rules;

use std::sync::Arc;

use jiff::civil::Date;

use crate::calendar::{self, TimeRange};
use crate::diag::say;
use crate::mapping;
use crate::text::yaml::{Decoder, Fields, FromFields, Key};

pub use atoms::{Time, WeekCode, WeekDay};
pub use holidays::{HolidayKeys, HolidayWord, Holidays, PublicHolidays};
pub(super) use rules::slot;
pub use rules::{Hours, Rule};

/// `horaires` with the keys that hold for all of them.
#[derive(Debug, Clone, Default)]
pub struct Timetable(pub calendar::Timetable);

impl FromFields for Timetable {
    fn keys(keys: &mut Vec<Key>) {
        TimetableKeys::keys(keys);
    }

    fn read(fields: &mut Fields<'_, '_>, decoder: &mut Decoder) -> Option<Self> {
        let keys = TimetableKeys::read(fields, decoder)?;
        let hours = keys.hours.unwrap_or_default();
        let beside = calendar::Timetable {
            holidays: keys.holidays.map(|holidays| holidays.0).unwrap_or_default(),
            closures: keys.closures.into_iter().map(Into::into).collect(),
            openings: keys
                .openings
                .into_iter()
                .filter_map(Opening::into_calendar)
                .collect(),
            public_holidays: keys
                .public_holidays
                .map(|policy| policy.0)
                .unwrap_or_default(),
            ..Default::default()
        };
        Some(Timetable(hours.join_or_tell(&beside, decoder)))
    }
}

mapping! {
    /// Weekly hours and what changes them.
    pub struct TimetableKeys {
        /// Weekly hours.
        pub hours: Option<Hours> = "horaires",
        /// What happens in school holidays.
        pub holidays: Option<Holidays> = "vacances",
        /// Days on which it is closed.
        pub closures: Vec<Closure> = "fermetures",
        /// Days on which it opens beside its hours.
        pub openings: Vec<Opening> = "ouvertures",
        /// What happens on public holidays.
        pub public_holidays: Option<PublicHolidays> = "jours_feries",
    }

    /// Days on which it is closed, both ends included.
    pub struct Closure {
        /// The first day.
        pub from: Date = "du",
        /// The last day.
        pub to: Date = "au",
        /// Why.
        pub reason: Option<Box<str>> = "motif",
    }
    check ordered;

    /// A day on which it opens beside its hours.
    pub struct Opening {
        /// The day.
        pub date: Date = "date",
        /// From when.
        pub from: Option<Time> = "de",
        /// Until when.
        pub to: Option<Time> = "a",
        /// Why.
        pub reason: Option<Box<str>> = "motif",
    }
    check opens_before_it_closes;
}

impl From<Closure> for calendar::Closure {
    fn from(closure: Closure) -> Self {
        calendar::Closure {
            from: closure.from,
            to: closure.to,
            reason: closure.reason.map(Arc::from),
        }
    }
}

impl Opening {
    fn into_calendar(self) -> Option<calendar::Opening> {
        let range = match (self.from, self.to) {
            (Some(from), Some(to)) => Some(TimeRange::new(from.0, to.0)?),
            _ => None,
        };
        Some(calendar::Opening {
            date: self.date,
            range,
            reason: self.reason.map(Arc::from),
        })
    }
}

fn opens_before_it_closes(this: &mut Opening, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if !decoder.has_error_within(fields.span()) {
        let _ = slot(
            this.from,
            this.to,
            true,
            (fields.span(), fields.at("a")),
            decoder,
        );
    }
}

fn ordered(this: &mut Closure, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if this.to < this.from {
        decoder.error(
            "end-before-start",
            fields.at("au"),
            say("« au » est avant « du »", "“au” is before “du”"),
            say(
                "échangez les deux dates ou corrigez l'année",
                "swap the two dates or correct the year",
            ),
        );
    }
}
