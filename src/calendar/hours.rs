//! What a record says of its opening hours, and of what changes them.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Days, SchoolHoliday, Slot, TimeRange, Weeks};

/// One line of weekly hours: days, a slot, and the weeks in which it holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WeeklyRule {
    /// The days; none where a service only says « sur rendez-vous ».
    pub days: Days,
    /// When on these days.
    pub slot: Slot,
    /// In which weeks.
    pub weeks: Weeks,
    /// Whether one comes by appointment.
    pub by_appointment: bool,
}

/// Weekly hours, in the order in which they were written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct WeeklyHours(pub Vec<WeeklyRule>);

/// What is said of one school holiday, or of all of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum HolidayHours {
    /// Nothing is said: « se renseigner ».
    #[default]
    Unknown,
    /// Closed.
    Closed,
    /// Open as in other weeks.
    Open,
    /// Open at other hours.
    Replaced(WeeklyHours),
}

/// What is said of each school holiday; what is not named is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PerHoliday {
    /// Autumn.
    pub toussaint: HolidayHours,
    /// Christmas.
    pub noel: HolidayHours,
    /// Winter.
    pub hiver: HolidayHours,
    /// Spring.
    pub printemps: HolidayHours,
    /// Summer.
    pub ete: HolidayHours,
}

/// What is said of school holidays.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum HolidayPolicy {
    /// The same in all of them.
    All(HolidayHours),
    /// Holiday by holiday.
    Each(Box<PerHoliday>),
}

impl HolidayPolicy {
    /// Nothing is said.
    pub const UNKNOWN: HolidayPolicy = HolidayPolicy::All(HolidayHours::Unknown);

    /// What is said of one holiday; of the bridge of Ascension nothing is, unless it is open in all of them.
    pub fn of(&self, holiday: SchoolHoliday) -> &HolidayHours {
        match (self, holiday) {
            (HolidayPolicy::All(HolidayHours::Open), _) => &HolidayHours::Open,
            (_, SchoolHoliday::Ascension) => &HolidayHours::Unknown,
            (HolidayPolicy::All(hours), _) => hours,
            (HolidayPolicy::Each(each), SchoolHoliday::Toussaint) => &each.toussaint,
            (HolidayPolicy::Each(each), SchoolHoliday::Noel) => &each.noel,
            (HolidayPolicy::Each(each), SchoolHoliday::Hiver) => &each.hiver,
            (HolidayPolicy::Each(each), SchoolHoliday::Printemps) => &each.printemps,
            (HolidayPolicy::Each(each), SchoolHoliday::Ete) => &each.ete,
        }
    }

    /// Whether holidays change nothing, so that they need not be known.
    pub fn is_open(&self) -> bool {
        match self {
            HolidayPolicy::All(hours) => *hours == HolidayHours::Open,
            HolidayPolicy::Each(_) => SchoolHoliday::NAMED
                .into_iter()
                .all(|holiday| *self.of(holiday) == HolidayHours::Open),
        }
    }
}

impl Default for HolidayPolicy {
    fn default() -> HolidayPolicy {
        HolidayPolicy::UNKNOWN
    }
}

/// What is said of public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PublicHolidayPolicy {
    /// Nothing is said; 1 May is closed all the same.
    #[default]
    Unknown,
    /// Closed.
    Closed,
    /// Open as on other days.
    Open,
}

/// Days on which a place is closed, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Closure {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Why.
    pub reason: Option<Arc<str>>,
}

/// One day on which a place opens beside its weekly hours.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Opening {
    /// The day.
    pub date: Date,
    /// When, where it is said.
    pub range: Option<TimeRange>,
    /// Why.
    pub reason: Option<Arc<str>>,
}

/// Weekly hours with all that changes them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Timetable {
    /// `horaires` or `permanences`.
    pub weekly: WeeklyHours,
    /// `vacances`.
    pub holidays: HolidayPolicy,
    /// `fermetures`.
    pub closures: Vec<Closure>,
    /// `ouvertures`.
    pub openings: Vec<Opening>,
    /// `jours_feries`.
    pub public_holidays: PublicHolidayPolicy,
}
