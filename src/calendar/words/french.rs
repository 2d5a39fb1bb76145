//! French words, with no-break spaces where French has them.

mod dates;
mod hours;
mod names;
mod recurrence;

pub use dates::{date, date_of_year, days_between, long_date};
pub use hours::{closure, holidays, hours, opening, public_holidays, timetable, unsaid};
pub use names::{public_holiday, reason, school_holiday};
pub use recurrence::{pattern, period, recurrence};

use crate::calendar::{PartOfDay, Slot, TimeOfDay, TimeRange};

/// The no-break space, before a colon and within dates and times.
const NBSP: char = '\u{a0}';

/// The narrow no-break space, before a semicolon.
const NNBSP: char = '\u{202f}';

/// « 9 h 30 », « 9 h ».
pub fn time(time: TimeOfDay) -> String {
    match time.minute() {
        0 => format!("{}{NBSP}h", time.hour()),
        minute => format!("{}{NBSP}h{NBSP}{minute:02}", time.hour()),
    }
}

/// « de 9 h à 11 h 30 ».
pub fn range(range: TimeRange) -> String {
    format!("de {} à {}", time(range.from()), time(range.to()))
}

/// A slot by itself: « de 9 h à 11 h », « à partir de 14 h », « le matin »; nothing where nothing is said.
pub fn slot(slot: Slot) -> Option<String> {
    match slot {
        Slot::Range(it) => Some(range(it)),
        Slot::From(start) => Some(format!("à partir de {}", time(start))),
        Slot::Part(PartOfDay::Afternoon) => Some("l’après-midi".to_owned()),
        Slot::Part(other) => Some(format!("le {}", part(other))),
        Slot::Unsaid => None,
    }
}

fn part(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => "matin",
        PartOfDay::Afternoon => "après-midi",
        PartOfDay::Evening => "soir",
    }
}

/// « a », « a et b », « a, b et c ».
fn enumeration<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
            format!("{} et {}", before.join(", "), last.as_ref())
        }
    }
}
