//! Recurrences: what comes back on certain days between two dates.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use super::{Days, Facts, Session, Slot, Weeks};

/// One item of a list of sessions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Event {
    /// A session on one date.
    Once(Session),
    /// A session that comes back.
    Repeated(Recurrence),
}

/// On which days a recurrence falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// On these days, in these weeks: « mercredi », « 1er et 3e lundi », « jour » (all days).
    On {
        /// The days; at least one.
        days: Days,
        /// The weeks.
        weeks: Weeks,
    },
    /// Every other time, each day counted from its first after the recurrence's beginning: « un samedi sur deux ».
    EveryOther {
        /// The days; at least one.
        days: Days,
    },
}

/// What a recurrence does in school holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum InHolidays {
    /// As the record's `vacances` say.
    #[default]
    AsRecord,
    /// `oui`: it goes on.
    Yes,
    /// `non`: it pauses.
    No,
    /// `seulement`: it takes place in holidays only.
    Only,
}

impl InHolidays {
    /// The codes that a record may write.
    pub const CODES: [&str; 3] = ["oui", "non", "seulement"];

    /// What a record's code says.
    pub fn from_code(code: &str) -> Option<InHolidays> {
        match code {
            "oui" => Some(InHolidays::Yes),
            "non" => Some(InHolidays::No),
            "seulement" => Some(InHolidays::Only),
            _ => None,
        }
    }
}

/// A session that comes back between two dates, both included.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Recurrence {
    /// `chaque`
    pub pattern: Pattern,
    /// `du`
    pub from: Date,
    /// `au`
    pub until: Date,
    /// `de` and `a`.
    pub slot: Slot,
    /// `vacances`
    pub holidays: InHolidays,
    /// `sauf`
    pub except: Vec<Date>,
    /// The rest.
    pub facts: Arc<Facts>,
}

/// Whether two dates are more than 24 months apart, the most a recurrence may last.
pub fn longer_than_two_years(from: Date, until: Date) -> bool {
    from.checked_add(24.months())
        .is_ok_and(|limit| until > limit)
}
