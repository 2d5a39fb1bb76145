//! A naive reader of hours and sessions: slow, and made of other means than the one it is held against.
//!
//! Weeks are counted from a known Monday, ranks in the month by going back week by week, holidays are looked up in
//! the table's text and in a list of Easters.

use jiff::{ToSpan, civil::Date, civil::Weekday, civil::date};
use ribambelle::calendar::*;

/// An occurrence as both readers are compared: date, slot, source, and what is open about it.
pub(crate) type Shown = (Date, Slot, String, String);

/// What is compared of an occurrence.
pub(crate) fn shown(one: &Occurrence) -> Shown {
    let certainty = match one.certainty {
        Certainty::Sure => "sure".to_owned(),
        Certainty::ToConfirm(reason) => format!("{reason:?}"),
    };
    (one.date, one.slot, format!("{:?}", one.source), certainty)
}

/// The dates of hours in a window.
pub(crate) fn hours(
    timetable: &Timetable,
    departement: &str,
    zone: Option<Zone>,
    window: Window,
) -> Vec<Shown> {
    let mut list = Vec::new();
    for date in days(window) {
        let openings = timetable.openings.iter().enumerate();
        let openings: Vec<_> = openings
            .filter(|(_, opening)| opening.date == date)
            .collect();
        let mut today: Vec<(Slot, Source, bool, String)> = Vec::new();
        let (rules, source, doubt) = on(timetable, departement, zone, date);
        for (index, rule) in rules.iter().enumerate() {
            let range = rule.slot.range();
            let replaced = openings.iter().any(|(_, opening)| {
                range
                    .zip(opening.range)
                    .is_some_and(|(a, b)| a.from() < b.to() && b.from() < a.to())
            });
            if rule.days.contains(date.weekday()) && in_weeks(rule.weeks, date) && !replaced {
                let source = if source {
                    Source::HolidayRule(index)
                } else {
                    Source::Rule(index)
                };
                today.push((rule.slot, source, rule.by_appointment, doubt.clone()));
            }
        }
        for (index, opening) in openings {
            let slot = opening.range.map_or(Slot::Unsaid, Slot::Range);
            today.push((slot, Source::Opening(index), false, "sure".to_owned()));
        }
        today.sort_by_key(|(slot, source, ..)| {
            (
                slot.start().map_or(9999, TimeOfDay::minutes),
                *slot,
                *source,
            )
        });
        let mut before: Option<(Slot, bool)> = None;
        for (slot, source, by_appointment, doubt) in today {
            let twice =
                before == Some((slot, by_appointment)) && !matches!(source, Source::Opening(_));
            if !twice {
                list.push((date, slot, format!("{source:?}"), doubt));
                before = Some((slot, by_appointment));
            }
        }
    }
    list
}

/// The rules of a date, whether they are those of a holiday, and the doubt.
fn on<'a>(
    timetable: &'a Timetable,
    departement: &str,
    zone: Option<Zone>,
    date: Date,
) -> (&'a [WeeklyRule], bool, String) {
    let none = (&[][..], false, String::new());
    if closed(timetable, date) {
        return none;
    }
    let Some(public) = public(timetable, departement, date) else {
        return none;
    };
    let either = |school: String| {
        if public == "sure" {
            school
        } else {
            public.clone()
        }
    };
    let weekly = &timetable.weekly.0[..];
    match school(departement, zone, date).as_str() {
        "term" => (weekly, false, public),
        "unknown" if all_open(&timetable.holidays) => (weekly, false, public),
        "unknown" => (weekly, false, either("SchoolCalendarUnknown".to_owned())),
        name => match said(&timetable.holidays, name) {
            HolidayHours::Closed => none,
            HolidayHours::Open => (weekly, false, public),
            HolidayHours::Unknown => (weekly, false, either(in_holiday(name))),
            HolidayHours::Replaced(hours) => (&hours.0[..], true, public),
        },
    }
}

/// The dates of sessions in a window.
pub(crate) fn events(
    events: &[Event],
    timetable: &Timetable,
    departement: &str,
    zone: Option<Zone>,
    window: Window,
) -> Vec<Shown> {
    let mut list: Vec<(Date, Slot, Source, String)> = Vec::new();
    let mut slots: Vec<Option<Slot>> = vec![None; events.len()];
    for date in days(window) {
        for (index, event) in events.iter().enumerate() {
            let Event::Repeated(recurrence) = event else {
                continue;
            };
            let Some(doubt) = falls(recurrence, timetable, departement, zone, date) else {
                continue;
            };
            let meant = events.iter().position(|other| match other {
                Event::Once(session) => speaks_of(session, recurrence, date),
                Event::Repeated(_) => false,
            });
            match meant {
                Some(once) => slots[once] = Some(recurrence.slot),
                None => list.push((date, recurrence.slot, Source::Event(index), doubt)),
            }
        }
    }
    for (index, event) in events.iter().enumerate() {
        let Event::Once(session) = event else {
            continue;
        };
        let slot = match (session.slot, slots[index]) {
            (Slot::Unsaid, Some(slot)) => slot,
            (slot, _) => slot,
        };
        let twice = |date: &Date| {
            events.iter().enumerate().any(|(at, other)| {
                matches!(other, Event::Once(other) if at != index && other.date == *date
                    && other.slot == session.slot && other.facts.title == session.facts.title)
            })
        };
        let later = session.postponed_to.filter(|date| !twice(date));
        for date in [Some(session.date), later].into_iter().flatten() {
            if window.from <= date && date <= window.to {
                list.push((date, slot, Source::Event(index), "sure".to_owned()));
            }
        }
    }
    list.sort_by_key(|(date, slot, source, _)| {
        (
            *date,
            slot.start().map_or(9999, TimeOfDay::minutes),
            *slot,
            *source,
        )
    });
    list.into_iter()
        .map(|(date, slot, source, doubt)| (date, slot, format!("{source:?}"), doubt))
        .collect()
}

fn speaks_of(session: &Session, recurrence: &Recurrence, date: Date) -> bool {
    let time = match (session.slot, session.slot.start()) {
        (Slot::Unsaid, _) => true,
        (_, Some(start)) => recurrence.slot.start() == Some(start),
        (_, None) => false,
    };
    let title = session.facts.title.is_none() || session.facts.title == recurrence.facts.title;
    session.date == date && time && title
}

fn falls(
    recurrence: &Recurrence,
    timetable: &Timetable,
    departement: &str,
    zone: Option<Zone>,
    date: Date,
) -> Option<String> {
    let within = recurrence.from <= date && date <= recurrence.until;
    let by_pattern = within
        && match recurrence.pattern {
            Pattern::On { days, weeks } => days.contains(date.weekday()) && in_weeks(weeks, date),
            Pattern::EveryOther { days } => {
                let mut turn = first(recurrence.from, date.weekday());
                while turn < date {
                    turn += 14.days();
                }
                days.contains(date.weekday()) && turn == date
            }
        };
    if !by_pattern || recurrence.except.contains(&date) || closed(timetable, date) {
        return None;
    }
    let public = public(timetable, departement, date)?;
    let either = |school: String| {
        if public == "sure" {
            school
        } else {
            public.clone()
        }
    };
    let school = school(departement, zone, date);
    let unknown = || Some(either("SchoolCalendarUnknown".to_owned()));
    match (recurrence.holidays, school.as_str()) {
        (InHolidays::Yes, _) => Some(public),
        (InHolidays::Only, "term" | "ascension") => None,
        (InHolidays::Only, "unknown") => unknown(),
        (InHolidays::Only, _) => Some(public),
        (_, "term") => Some(public),
        (InHolidays::AsRecord, "unknown") if all_open(&timetable.holidays) => Some(public),
        (_, "unknown") => unknown(),
        (InHolidays::No, "ascension") => Some(either(in_holiday("ascension"))),
        (InHolidays::No, _) => None,
        (InHolidays::AsRecord, name) => match said(&timetable.holidays, name) {
            HolidayHours::Open => Some(public),
            HolidayHours::Closed => None,
            _ => Some(either(in_holiday(name))),
        },
    }
}

fn first(from: Date, weekday: Weekday) -> Date {
    let mut date = from;
    while date.weekday() != weekday {
        date += 1.day();
    }
    date
}

fn days(window: Window) -> Vec<Date> {
    let mut list = Vec::new();
    let mut date = window.from;
    while date <= window.to {
        list.push(date);
        date += 1.day();
    }
    list
}

fn in_weeks(weeks: Weeks, date: Date) -> bool {
    match weeks {
        Weeks::Every => true,
        Weeks::Even => week_number(date) % 2 == 0,
        Weeks::Odd => week_number(date) % 2 == 1,
        Weeks::Ordinals(ordinals) => {
            let mut rank = 0;
            let mut back = date;
            while back.month() == date.month() {
                rank += 1;
                back -= 7.days();
            }
            let named = Ordinal::ALL[rank - 1];
            let last = (date + 7.days()).month() != date.month();
            ordinals.contains(named) || (last && ordinals.contains(Ordinal::Last))
        }
    }
}

/// A week belongs to the year of its Thursday, and is numbered by that Thursday.
fn week_number(date: Date) -> i16 {
    let to_thursday = 3 - i32::from(date.weekday().to_monday_zero_offset());
    let thursday = date + to_thursday.days();
    (thursday.day_of_year() - 1) / 7 + 1
}

fn closed(timetable: &Timetable, date: Date) -> bool {
    let closures = &timetable.closures;
    closures
        .iter()
        .any(|closure| closure.from <= date && date <= closure.to)
}

/// What is sure of a date under the policy for public holidays; nothing where it is closed.
fn public(timetable: &Timetable, departement: &str, date: Date) -> Option<String> {
    let sure = "sure".to_owned();
    let Some((name, certain)) = public_holiday(departement, date) else {
        return Some(sure);
    };
    match timetable.public_holidays {
        PublicHolidayPolicy::Open => Some(sure),
        _ if !certain => Some(format!("UncertainPublicHoliday({name})")),
        PublicHolidayPolicy::Closed => None,
        PublicHolidayPolicy::Unknown if name == "LabourDay" => None,
        PublicHolidayPolicy::Unknown => Some(format!("PublicHoliday({name})")),
    }
}

fn public_holiday(departement: &str, date: Date) -> Option<(&'static str, bool)> {
    const EASTERS: [(i16, i8, i8); 5] = [
        (2016, 3, 27),
        (2017, 4, 16),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
    ];
    let easter = EASTERS.into_iter().find(|(year, ..)| *year == date.year());
    let since = easter.map(|(year, month, day)| {
        let easter = jiff::civil::date(year, month, day);
        easter.until(date).unwrap().get_days()
    });
    let alsace = matches!(departement, "57" | "67" | "68");
    let sure = match (date.month(), date.day(), since) {
        (1, 1, _) => "NewYear",
        (_, _, Some(1)) => "EasterMonday",
        (5, 1, _) => "LabourDay",
        (5, 8, _) => "Victory",
        (_, _, Some(39)) => "Ascension",
        (_, _, Some(50)) => "WhitMonday",
        (7, 14, _) => "NationalDay",
        (8, 15, _) => "Assumption",
        (11, 1, _) => "AllSaints",
        (11, 11, _) => "Armistice",
        (12, 25, _) => "Christmas",
        (12, 26, _) if alsace => "SaintStephen",
        (5, 27, _) if departement == "971" => "Abolition",
        (5, 22, _) if departement == "972" => "Abolition",
        (12, 20, _) if departement == "974" => "Abolition",
        _ => "",
    };
    if !sure.is_empty() {
        return Some((sure, true));
    }
    let islands = matches!(departement, "971" | "972");
    match (date.month(), date.day(), since) {
        (_, _, Some(-2)) if alsace || islands => Some(("GoodFriday", false)),
        (_, _, Some(-24)) if departement == "971" => Some(("MidLent", false)),
        (7, 21, _) if islands => Some(("Schoelcher", false)),
        _ => None,
    }
}

/// `term`, `unknown` or the holiday's name, from the text of the table.
fn school(departement: &str, zone: Option<Zone>, day: Date) -> String {
    let letter = match (zone, departement) {
        (Some(Zone::None), _) => return "term".to_owned(),
        (Some(Zone::C), _) | (None, "75") => 'C',
        (None, "67" | "57" | "13") => 'B',
        (None, "69") => 'A',
        _ => return "unknown".to_owned(),
    };
    let first = date(2016, 10, 19);
    let last = date(2028, 8, 31);
    if day < first || day > last {
        return "unknown".to_owned();
    }
    for line in include_str!("../../src/calendar/data/vacances.txt").lines() {
        let words: Vec<&str> = line.split(' ').collect();
        if words[0].contains(letter) && !line.starts_with('#') {
            let (from, to): (Date, Date) = (words[1].parse().unwrap(), words[2].parse().unwrap());
            if from <= day && day <= to {
                return words[3].to_owned();
            }
        }
    }
    "term".to_owned()
}

fn said<'a>(policy: &'a HolidayPolicy, name: &str) -> &'a HolidayHours {
    match (policy, name) {
        (HolidayPolicy::All(HolidayHours::Open), _) => &HolidayHours::Open,
        (_, "ascension") => &HolidayHours::Unknown,
        (HolidayPolicy::All(hours), _) => hours,
        (HolidayPolicy::Each(each), "toussaint") => &each.toussaint,
        (HolidayPolicy::Each(each), "noel") => &each.noel,
        (HolidayPolicy::Each(each), "hiver") => &each.hiver,
        (HolidayPolicy::Each(each), "printemps") => &each.printemps,
        (HolidayPolicy::Each(each), _) => &each.ete,
    }
}

fn all_open(policy: &HolidayPolicy) -> bool {
    ["toussaint", "noel", "hiver", "printemps", "ete"]
        .into_iter()
        .all(|name| *said(policy, name) == HolidayHours::Open)
}

fn in_holiday(name: &str) -> String {
    let mut chars = name.chars();
    let capital: String = chars.next().unwrap().to_uppercase().chain(chars).collect();
    format!("SchoolHoliday({capital})")
}
