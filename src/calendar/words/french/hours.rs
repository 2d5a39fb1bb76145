//! Hours, and what changes them, in French.

use super::{NBSP, NNBSP, days_between, enumeration, long_date, part, range, school_holiday, slot};
use crate::calendar::{
    Closure, Days, HolidayHours, HolidayPolicy, Opening, Ordinals, PublicHolidayPolicy,
    SchoolHoliday, Slot, Timetable, WeeklyHours, WeeklyRule, Weeks, day_name,
};

/// Weekly hours, a phrase for each group of days: « mardi et jeudi, de 9 h à 11 h 30 ».
///
/// Rules that follow each other and differ in their hours only make one phrase.
pub fn hours(hours: &WeeklyHours) -> Vec<String> {
    let alike = |one: &WeeklyRule, two: &WeeklyRule| {
        let days = |rule: &WeeklyRule| (rule.days, rule.weeks, rule.by_appointment);
        days(one) == days(two) && one.slot.range().is_some() && two.slot.range().is_some()
    };
    hours.0.chunk_by(alike).map(group).collect()
}

/// All that a timetable says, a phrase each; what it leaves unsaid is said by [`unsaid`].
pub fn timetable(timetable: &Timetable) -> Vec<String> {
    let mut phrases = hours(&timetable.weekly);
    phrases.extend(holidays(&timetable.holidays));
    phrases.extend(public_holidays(timetable.public_holidays).map(str::to_owned));
    phrases.extend(timetable.closures.iter().map(closure));
    phrases.extend(timetable.openings.iter().map(opening));
    phrases
}

/// What a timetable leaves unsaid: « vacances scolaires : se renseigner ».
pub fn unsaid(timetable: &Timetable) -> Vec<String> {
    let mut phrases = Vec::new();
    if timetable.holidays == HolidayPolicy::UNKNOWN {
        phrases.push(format!("vacances scolaires{NBSP}: se renseigner"));
    }
    if timetable.public_holidays == PublicHolidayPolicy::Unknown {
        phrases.push(format!("jours fériés{NBSP}: se renseigner"));
    }
    phrases
}

/// What is said of school holidays: « hors vacances scolaires », « pendant les vacances de Noël : … ».
pub fn holidays(policy: &HolidayPolicy) -> Vec<String> {
    let each = match policy {
        HolidayPolicy::All(hours) => {
            return holiday_hours("vacances scolaires", hours)
                .into_iter()
                .collect();
        }
        HolidayPolicy::Each(_) => SchoolHoliday::NAMED,
    };
    each.into_iter()
        .filter_map(|holiday| holiday_hours(school_holiday(holiday), policy.of(holiday)))
        .collect()
}

/// What is said of public holidays, where anything is.
pub fn public_holidays(policy: PublicHolidayPolicy) -> Option<&'static str> {
    match policy {
        PublicHolidayPolicy::Unknown => None,
        PublicHolidayPolicy::Closed => Some("hors jours fériés"),
        PublicHolidayPolicy::Open => Some("y compris les jours fériés"),
    }
}

/// « fermé du 1er au 31 août 2026 (Congés) ».
pub fn closure(closure: &Closure) -> String {
    let days = days_between(closure.from, closure.to);
    format!("fermé {days}{}", in_parentheses(closure.reason.as_deref()))
}

/// « ouvert le samedi 5 décembre 2026, de 10 h à 17 h (Portes ouvertes) ».
pub fn opening(opening: &Opening) -> String {
    let times = opening.range.map(|it| format!(", {}", range(it)));
    format!(
        "ouvert le {}{}{}",
        long_date(opening.date),
        times.unwrap_or_default(),
        in_parentheses(opening.reason.as_deref())
    )
}

/// Days in the weeks in which they are meant: « lundi et jeudi », « 1er et 3e lundi du mois ».
pub(super) fn days_in_weeks(days: Days, weeks: Weeks) -> String {
    match weeks {
        Weeks::Every => list_of_days(days),
        Weeks::Even => format!("{} des semaines paires", list_of_days(days)),
        Weeks::Odd => format!("{} des semaines impaires", list_of_days(days)),
        Weeks::Ordinals(ordinals) => of_the_month(days, ordinals),
    }
}

fn of_the_month(days: Days, ordinals: Ordinals) -> String {
    let ordinals: Vec<&str> = ordinals.iter().map(|ordinal| ordinal.code()).collect();
    let ordinals = enumeration(&ordinals);
    let each: Vec<String> = days
        .iter()
        .map(|day| format!("{ordinals}{NBSP}{}", day_name(day)))
        .collect();
    format!("{} du mois", enumeration(&each))
}

/// « mardi et jeudi », « du lundi au vendredi », « tous les jours ».
fn list_of_days(days: Days) -> String {
    let list: Vec<_> = days.iter().collect();
    if let [first, .., last] = list[..]
        && list.len() >= 3
        && Days::span(first, last) == days
    {
        return match days {
            Days::ALL => "tous les jours".to_owned(),
            _ => format!("du {} au {}", day_name(first), day_name(last)),
        };
    }
    let names: Vec<&str> = list.into_iter().map(day_name).collect();
    enumeration(&names)
}

/// Rules of the same days as one phrase.
fn group(rules: &[WeeklyRule]) -> String {
    // A chunk has at least one rule.
    let rule = &rules[0];
    let mut phrase = days_in_weeks(rule.days, rule.weeks);
    let mut parts = Vec::new();
    match rule.slot {
        Slot::Part(it) if !rule.days.is_empty() && rule.weeks == Weeks::Every => {
            phrase = format!("{phrase} {}", part(it));
        }
        _ => {
            let slots: Vec<String> = rules.iter().filter_map(|rule| slot(rule.slot)).collect();
            parts.push(enumeration(&slots));
        }
    }
    if rule.by_appointment {
        parts.push("sur rendez-vous".to_owned());
    }
    let mut all = if rule.days.is_empty() {
        Vec::new()
    } else {
        vec![phrase]
    };
    all.extend(parts.into_iter().filter(|part| !part.is_empty()));
    all.join(", ")
}

fn holiday_hours(name: &str, said: &HolidayHours) -> Option<String> {
    match said {
        HolidayHours::Unknown => None,
        HolidayHours::Closed => Some(format!("hors {name}")),
        HolidayHours::Open => Some(format!("y compris pendant les {name}")),
        HolidayHours::Replaced(other) => {
            let phrases = hours(other).join(&format!("{NNBSP}; "));
            Some(format!("pendant les {name}{NBSP}: {phrases}"))
        }
    }
}

fn in_parentheses(reason: Option<&str>) -> String {
    reason.map_or_else(String::new, |reason| format!(" ({reason})"))
}
