//! Weekly hours to dates.

use super::{Certainty, Occurrence, Reason, Source, closed_days, on_public_holiday};
use crate::calendar::{
    Almanac, Day, Facts, HolidayHours, School, Slot, Timetable, WeeklyHours, WeeklyRule,
};

/// Expands a timetable to the dates of an almanac, sorted.
///
/// On a date, an exceptional opening comes first and replaces the weekly hours that it meets; then a closure, a
/// public holiday and a school holiday may close it, leave it to be confirmed, or give it other hours. A rule
/// without days (« sur rendez-vous ») has no dates.
pub fn expand_hours(timetable: &Timetable, almanac: &Almanac) -> Vec<Occurrence> {
    let closed = closed_days(timetable, almanac);
    let openings = openings(timetable, almanac);
    let mut extra = openings.iter().peekable();
    let mut list = Vec::new();
    for (day, closed) in almanac.days().iter().zip(closed) {
        let start = list.len();
        if !closed && let Some(ruling) = ruling(timetable, day) {
            list.extend(regular(&ruling, day));
        }
        while let Some(opening) = extra.next_if(|opening| opening.date == day.date) {
            list.push(opening.clone());
        }
        settle(&mut list, start);
    }
    list
}

/// What holds on a day: which hours, how sure.
struct Ruling<'a> {
    hours: &'a WeeklyHours,
    in_holidays: bool,
    certainty: Certainty,
}

fn ruling<'a>(timetable: &'a Timetable, day: &Day) -> Option<Ruling<'a>> {
    let public = on_public_holiday(day, timetable.public_holidays)?;
    let weekly = |certainty| Ruling {
        hours: &timetable.weekly,
        in_holidays: false,
        certainty: first_doubt(public, certainty),
    };
    Some(match day.school {
        School::Term => weekly(Certainty::Sure),
        School::Unknown if timetable.holidays.is_open() => weekly(Certainty::Sure),
        School::Unknown => weekly(Certainty::ToConfirm(Reason::SchoolCalendarUnknown)),
        School::Holiday(holiday) => match timetable.holidays.of(holiday) {
            HolidayHours::Unknown => weekly(Certainty::ToConfirm(Reason::SchoolHoliday(holiday))),
            HolidayHours::Closed => return None,
            HolidayHours::Open => weekly(Certainty::Sure),
            HolidayHours::Replaced(hours) => Ruling {
                hours,
                in_holidays: true,
                certainty: public,
            },
        },
    })
}

/// Of two certainties, the doubtful one; the first where both are.
pub(super) fn first_doubt(one: Certainty, two: Certainty) -> Certainty {
    if one == Certainty::Sure { two } else { one }
}

fn regular(ruling: &Ruling<'_>, day: &Day) -> impl Iterator<Item = Occurrence> {
    let falls = |rule: &&WeeklyRule| rule.days.contains(day.weekday) && day.is_in(rule.weeks);
    let rules = ruling.hours.0.iter().enumerate();
    rules
        .filter(move |(_, rule)| falls(rule))
        .map(|(index, rule)| Occurrence {
            date: day.date,
            slot: rule.slot,
            certainty: ruling.certainty,
            by_appointment: rule.by_appointment,
            source: if ruling.in_holidays {
                Source::HolidayRule(index)
            } else {
                Source::Rule(index)
            },
            facts: None,
            postponed_to: None,
            postponed_from: None,
        })
}

/// The exceptional openings within the almanac, by date.
fn openings(timetable: &Timetable, almanac: &Almanac) -> Vec<Occurrence> {
    let within = |(_, opening): &(usize, &crate::calendar::Opening)| {
        almanac.position(opening.date).is_some()
    };
    let openings = timetable.openings.iter().enumerate().filter(within);
    let mut list: Vec<Occurrence> = openings
        .map(|(index, opening)| Occurrence {
            date: opening.date,
            slot: opening.range.map_or(Slot::Unsaid, Slot::Range),
            certainty: Certainty::Sure,
            by_appointment: false,
            source: Source::Opening(index),
            facts: opening.reason.clone().map(|reason| {
                let reason = Some(reason);
                Facts {
                    reason,
                    ..Facts::default()
                }
                .into()
            }),
            postponed_to: None,
            postponed_from: None,
        })
        .collect();
    list.sort_by_key(Occurrence::order);
    list
}

/// Sorts the occurrences of one day, leaves out hours that an opening replaces and those that are said twice.
fn settle(list: &mut Vec<Occurrence>, start: usize) {
    let is_opening = |one: &Occurrence| matches!(one.source, Source::Opening(_));
    let openings: Vec<_> = list[start..]
        .iter()
        .filter(|one| is_opening(one))
        .filter_map(|one| one.slot.range())
        .collect();
    if !openings.is_empty() {
        let replaced = |one: &Occurrence| {
            let meets = |range| openings.iter().any(|opening| opening.meets(range));
            !is_opening(one) && one.slot.range().is_some_and(meets)
        };
        let kept: Vec<_> = list.drain(start..).filter(|one| !replaced(one)).collect();
        list.extend(kept);
    }
    list[start..].sort_by_key(Occurrence::order);
    let twice = |two: &Occurrence, one: &Occurrence| {
        one.slot == two.slot && one.by_appointment == two.by_appointment && !is_opening(two)
    };
    if list[start..].windows(2).any(|two| twice(&two[1], &two[0])) {
        let mut day = list.split_off(start);
        day.dedup_by(|two, one| twice(two, one));
        list.append(&mut day);
    }
}
