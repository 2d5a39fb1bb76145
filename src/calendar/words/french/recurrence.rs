//! Recurrences in French.

use jiff::civil::Date;

use super::hours::days_in_weeks;
use super::{date, date_of_year, days_between, enumeration, slot};
use crate::calendar::{Days, InHolidays, Pattern, Recurrence, Weeks, day_name};

/// A recurrence: « tous les mercredis, de 9 h 30 à 11 h, hors vacances scolaires, sauf le 11 novembre ».
///
/// Its period is not in it; [`period`] says it.
pub fn recurrence(recurrence: &Recurrence) -> String {
    let mut phrases = vec![pattern(recurrence.pattern)];
    phrases.extend(slot(recurrence.slot));
    phrases.extend(match recurrence.holidays {
        InHolidays::AsRecord => None,
        InHolidays::Yes => Some("y compris pendant les vacances scolaires".to_owned()),
        InHolidays::No => Some("hors vacances scolaires".to_owned()),
        InHolidays::Only => Some("pendant les vacances scolaires seulement".to_owned()),
    });
    if !recurrence.except.is_empty() {
        phrases.push(except(recurrence));
    }
    phrases.join(", ")
}

/// « tous les mercredis », « 1er et 3e lundi du mois », « un samedi sur deux », « tous les jours ».
pub fn pattern(pattern: Pattern) -> String {
    match pattern {
        Pattern::On {
            days: Days::ALL,
            weeks: Weeks::Every,
        } => "tous les jours".to_owned(),
        Pattern::On {
            days,
            weeks: weeks @ Weeks::Ordinals(_),
        } => days_in_weeks(days, weeks),
        Pattern::On { days, weeks } => {
            let names: Vec<String> = days
                .iter()
                .map(|day| format!("{}s", day_name(day)))
                .collect();
            let which = match weeks {
                Weeks::Even => " des semaines paires",
                Weeks::Odd => " des semaines impaires",
                _ => "",
            };
            format!("tous les {}{which}", enumeration(&names))
        }
        Pattern::EveryOther { days } => {
            let names: Vec<String> = days
                .iter()
                .map(|day| format!("un {}", day_name(day)))
                .collect();
            format!("{} sur deux", enumeration(&names))
        }
    }
}

/// « du 9 septembre 2026 au 30 juin 2027 ».
pub fn period(from: Date, until: Date) -> String {
    days_between(from, until)
}

/// « sauf le 11 novembre et le 18 novembre », with years where a date could be meant in two of them.
fn except(recurrence: &Recurrence) -> String {
    let mut dates = recurrence.except.clone();
    dates.sort_unstable();
    dates.dedup();
    let once = |one: &Date| {
        let other = |year| Date::new(year, one.month(), one.day());
        let within = |date: &Date| (recurrence.from..=recurrence.until).contains(date);
        // A recurrence lasts two years at most.
        let years = (0..=2).filter_map(|more| recurrence.from.year().checked_add(more));
        years
            .filter_map(|year| other(year).ok())
            .filter(within)
            .count()
            <= 1
    };
    let words: Vec<String> = if dates.iter().all(once) {
        dates
            .iter()
            .map(|one| format!("le {}", date(*one)))
            .collect()
    } else {
        dates
            .iter()
            .map(|one| format!("le {}", date_of_year(*one)))
            .collect()
    };
    format!("sauf {}", enumeration(&words))
}
