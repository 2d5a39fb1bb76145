//! Calendar built in: hours, recurrences, holidays, and their expansion to dates.
//!
//! What a record says is a [`Timetable`] (weekly hours with what changes them) and a list of [`Event`]s.
//! What the place adds is an [`Almanac`]: the days of a window, with the school and public holidays of its
//! [`Locality`]. [`expand_hours`] and [`expand_events`] join the two into [`Occurrence`]s. What is not known is
//! never guessed: such a date is [`Certainty::ToConfirm`] with its reason.
//!
//! People also write hours in words: [`read_hours`] and [`read_pattern`] understand them or say what they doubt,
//! and [`words`] says any of it in a language. This layer knows no YAML; `model` decodes records to its types.

mod almanac;
mod expand;
mod hours;
mod join;
mod locality;
mod next;
mod overlap;
mod public;
mod read;
mod recurrence;
mod school;
mod session;
mod time;
mod week;
pub mod words;

pub use almanac::{Almanac, Day, School, Window, school_on};
pub use expand::{Certainty, Occurrence, Reason, Source, expand_events, expand_hours};
pub use hours::{
    Closure, HolidayHours, HolidayPolicy, Opening, PerHoliday, PublicHolidayPolicy, Timetable,
    WeeklyHours, WeeklyRule,
};
pub use join::join_items;
pub use locality::{Locality, Zone};
pub use next::{Now, state_at};
pub use overlap::{Overlap, overlaps};
pub use public::{PublicHoliday, PublicHolidays};
pub use read::{Doubt, Reading, Understood, read_hours, read_pattern};
pub use recurrence::{Event, InHolidays, Pattern, Recurrence, longer_than_two_years};
pub use school::{SchoolHoliday, holidays_from, known_until};
pub use session::{Facts, Session, SessionStatus};
pub use time::{PartOfDay, Slot, TimeOfDay, TimeRange};
pub use week::{Days, Ordinal, Ordinals, Weeks, day_from_code, day_name};
