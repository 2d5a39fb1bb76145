//! What takes place in the days after the build, day by day.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::calendar::Source;
use crate::check::{Guide, What, When};
use crate::model::Kind;

/// How many days the agenda page shows.
pub const DAYS: i64 = 14;

/// One date of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    /// The record, by its place among the entries.
    pub entry: usize,
    /// The date, by its place among the record's.
    pub when: usize,
}

/// What takes place on each of the next days, from the day of the build on, sorted by its beginning.
pub(super) fn all(guide: &Guide) -> Vec<(Date, Vec<Appointment>)> {
    let today = guide.today;
    let mut days: Vec<(Date, Vec<Appointment>)> = (0..DAYS)
        .filter_map(|more| today.checked_add(more.days()).ok())
        .map(|day| (day, Vec::new()))
        .collect();
    for (index, entry) in guide.entries().iter().enumerate() {
        if !entry.takes_part() || entry.standing.discreet {
            continue;
        }
        for (place, when) in entry.dates.iter().enumerate() {
            let Some(day) = days
                .iter_mut()
                .find(|(day, _)| *day == when.occurrence.date)
            else {
                if days
                    .last()
                    .is_some_and(|(last, _)| when.occurrence.date > *last)
                {
                    break;
                }
                continue;
            };
            if is_appointment(entry.record.kind, when) {
                day.1.push(Appointment {
                    entry: index,
                    when: place,
                });
            }
        }
    }
    for (_, appointments) in &mut days {
        appointments.sort_by_key(|one| {
            (
                guide.entries()[one.entry].dates[one.when]
                    .occurrence
                    .slot
                    .order(),
                one.entry,
            )
        });
    }
    days
}

/// Whether people come for this date itself; the weekly hours of a library or a relais are no appointment.
fn is_appointment(kind: Kind, when: &When) -> bool {
    match when.what {
        What::Sessions | What::Workshops => true,
        What::Hours | What::Step(_) if kind == Kind::Laep => !when.occurrence.by_appointment,
        What::Hours => matches!(when.occurrence.source, Source::Opening(_)),
        What::Step(_) | What::Desk => false,
    }
}
