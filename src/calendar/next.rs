//! What is open at an instant, and what opens next: as data, for those who word it.

use jiff::civil::DateTime;

use super::{Occurrence, Slot};

/// How a place stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now<'a> {
    /// Open, until the end of this occurrence's range.
    Open(&'a Occurrence),
    /// Opens with this occurrence.
    Later(&'a Occurrence),
    /// No later opening is known.
    Unknown,
}

/// Says how a place stands at an instant of its own local time.
///
/// Of the occurrences, sorted as [`expand_hours`](super::expand_hours) gives them, those count that take place,
/// need no appointment and say when they begin. One without an end is never open, for nobody knows until when.
pub fn state_at(occurrences: &[Occurrence], now: DateTime) -> Now<'_> {
    let from = occurrences.partition_point(|one| one.date < now.date());
    let minute = u16::from(now.hour().unsigned_abs()) * 60 + u16::from(now.minute().unsigned_abs());
    let counts = |one: &&Occurrence| !one.by_appointment && one.status().takes_place();
    for one in occurrences[from..].iter().filter(counts) {
        let Some(start) = one.slot.start() else {
            continue;
        };
        if one.date > now.date() || start.minutes() > minute {
            return Now::Later(one);
        }
        if let Slot::Range(range) = one.slot
            && range.to().minutes() > minute
        {
            return Now::Open(one);
        }
    }
    Now::Unknown
}
