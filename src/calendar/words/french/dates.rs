//! Dates in French.

use jiff::civil::Date;

use super::NBSP;
use crate::calendar::day_name;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// « 11 novembre », « 1er août ».
pub fn date(date: Date) -> String {
    format!("{}{NBSP}{}", day(date), month(date))
}

/// « 11 novembre 2026 ».
pub fn date_of_year(it: Date) -> String {
    format!("{}{NBSP}{}", date(it), it.year())
}

/// « samedi 5 décembre 2026 ».
pub fn long_date(date: Date) -> String {
    format!("{} {}", day_name(date.weekday()), date_of_year(date))
}

/// « le 5 décembre 2026 », « du 1er au 31 août 2026 », « du 19 décembre 2026 au 3 janvier 2027 ».
pub fn days_between(from: Date, to: Date) -> String {
    let from_words = match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => return format!("le {}", date_of_year(from)),
        (true, true) => day(from),
        (true, false) => date(from),
        (false, _) => date_of_year(from),
    };
    format!("du {from_words} au {}", date_of_year(to))
}

fn day(date: Date) -> String {
    match date.day() {
        1 => "1er".to_owned(),
        day => day.to_string(),
    }
}

fn month(date: Date) -> &'static str {
    // A month is from 1 to 12.
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}
