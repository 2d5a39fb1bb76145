//! Times of a day: to the minute, in ranges that end after they begin.

use std::fmt;

use super::read::{self, Doubt};

/// A time of day to the minute, from 00:00 to 24:00 (the end of the day).
///
/// It is shown as `09:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The beginning of a day.
    pub const START: TimeOfDay = TimeOfDay(0);
    /// Noon.
    pub const NOON: TimeOfDay = TimeOfDay(12 * 60);
    /// The end of a day.
    pub const END: TimeOfDay = TimeOfDay(24 * 60);

    /// Makes a time of its hour and minute, where there is such a time.
    pub fn new(hour: u8, minute: u8) -> Option<TimeOfDay> {
        let minutes = u16::from(hour) * 60 + u16::from(minute);
        (minute < 60 && minutes <= TimeOfDay::END.0).then_some(TimeOfDay(minutes))
    }

    /// Reads one time as people write it: `09:30`, `9h30`, `9 h`, `9 heures`, `midi`.
    pub fn parse(text: &str) -> Result<TimeOfDay, Doubt> {
        read::time_of_day(text)
    }

    /// The hour, from 0 to 24.
    pub fn hour(self) -> u8 {
        // At most 24, by `new`.
        (self.0 / 60) as u8
    }

    /// The minute, from 0 to 59.
    pub fn minute(self) -> u8 {
        // At most 59, by the remainder.
        (self.0 % 60) as u8
    }

    /// The minutes since the beginning of the day, from 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

/// A stretch of a day that ends after it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeRange {
    from: TimeOfDay,
    to: TimeOfDay,
}

impl TimeRange {
    /// Makes a range, where it ends after it begins.
    pub fn new(from: TimeOfDay, to: TimeOfDay) -> Option<TimeRange> {
        (from < to).then_some(TimeRange { from, to })
    }

    /// When it begins.
    pub fn from(self) -> TimeOfDay {
        self.from
    }

    /// When it ends.
    pub fn to(self) -> TimeOfDay {
        self.to
    }

    /// Whether both share a minute; ranges that touch don't.
    pub fn meets(self, other: TimeRange) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// A part of a day, where people say no hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfDay {
    /// « matin »
    Morning,
    /// « après-midi »
    Afternoon,
    /// « soir »
    Evening,
}

/// When on a day something takes place, as far as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Slot {
    /// From one time to another.
    Range(TimeRange),
    /// From one time on, the end not said.
    From(TimeOfDay),
    /// In a part of the day, as « vendredi matin, sur rendez-vous ».
    Part(PartOfDay),
    /// Nothing is said.
    #[default]
    Unsaid,
}

impl Slot {
    /// When it begins, where that is said.
    pub fn start(self) -> Option<TimeOfDay> {
        match self {
            Slot::Range(range) => Some(range.from),
            Slot::From(start) => Some(start),
            Slot::Part(_) | Slot::Unsaid => None,
        }
    }

    /// The whole range, where it is said.
    pub fn range(self) -> Option<TimeRange> {
        match self {
            Slot::Range(range) => Some(range),
            _ => None,
        }
    }

    /// What sorts slots of one day by their beginning, those without one last.
    pub fn order(self) -> (u16, Slot) {
        (self.start().map_or(u16::MAX, TimeOfDay::minutes), self)
    }
}
