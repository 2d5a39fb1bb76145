//! What all languages share: which rules make one phrase, and what follows what.

use jiff::civil::{Date, Weekday};

use super::Words;
use crate::calendar::{
    Days, HolidayHours, HolidayPolicy, InHolidays, Recurrence, SchoolHoliday, Slot, Timetable,
    WeeklyHours, WeeklyRule, Weeks,
};

/// The first and last of three days or more that follow each other.
pub(super) fn stretch(days: Days) -> Option<(Weekday, Weekday)> {
    let list: Vec<_> = days.iter().collect();
    match list[..] {
        [first, _, .., last] if Days::span(first, last) == days => Some((first, last)),
        _ => None,
    }
}

/// Rules that follow each other and differ in their hours only.
pub(super) fn groups(hours: &WeeklyHours) -> impl Iterator<Item = &[WeeklyRule]> {
    hours.0.chunk_by(|one, two| {
        let days = |rule: &WeeklyRule| (rule.days, rule.weeks, rule.by_appointment);
        days(one) == days(two) && one.slot.range().is_some() && two.slot.range().is_some()
    })
}

/// Rules of the same days as one phrase.
pub(super) fn phrase<W: Words + ?Sized>(words: &W, rules: &[WeeklyRule]) -> String {
    // A chunk has at least one rule.
    let rule = &rules[0];
    let days = words.days_in_weeks(rule.days, rule.weeks);
    let (days, slots) = match rule.slot {
        Slot::Part(part) if !rule.days.is_empty() && rule.weeks == Weeks::Every => {
            (words.days_in_part(&days, part), String::new())
        }
        _ => {
            let slots: Vec<String> = rules
                .iter()
                .filter_map(|rule| words.slot(rule.slot))
                .collect();
            (days, words.enumeration(&slots))
        }
    };
    let phrases = words.phrases();
    let appointment = if rule.by_appointment {
        phrases.by_appointment
    } else {
        ""
    };
    let days = if rule.days.is_empty() {
        String::new()
    } else {
        days
    };
    let parts = [&*days, &*slots, appointment];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(phrases.comma)
}

/// What is said of school holidays, a phrase for all or for each.
pub(super) fn holidays<W: Words + ?Sized>(words: &W, policy: &HolidayPolicy) -> Vec<String> {
    let said = |holiday: Option<SchoolHoliday>, hours: &HolidayHours| {
        let (name, phrases) = (words.school_holidays(holiday), words.phrases());
        match hours {
            HolidayHours::Unknown => None,
            HolidayHours::Closed => Some(format!("{}{name}", phrases.outside)),
            HolidayHours::Open => Some(format!("{}{name}", phrases.through)),
            HolidayHours::Replaced(other) => {
                let hours = words.hours(other).join(phrases.semicolon);
                Some(format!("{}{name}{}{hours}", phrases.during, phrases.colon))
            }
        }
    };
    match policy {
        HolidayPolicy::All(hours) => said(None, hours).into_iter().collect(),
        HolidayPolicy::Each(_) => SchoolHoliday::NAMED
            .into_iter()
            .filter_map(|holiday| said(Some(holiday), policy.of(holiday)))
            .collect(),
    }
}

/// All that a timetable says, a phrase each.
pub(super) fn timetable<W: Words + ?Sized>(words: &W, timetable: &Timetable) -> Vec<String> {
    let with = |phrase: String, reason: Option<&str>| match reason {
        Some(reason) => format!("{phrase} ({reason})"),
        None => phrase,
    };
    let mut all = words.hours(&timetable.weekly);
    all.extend(words.holidays(&timetable.holidays));
    all.extend(
        words
            .public_holidays(timetable.public_holidays)
            .map(str::to_owned),
    );
    all.extend(
        timetable
            .closures
            .iter()
            .map(|it| with(words.closure(it), it.reason.as_deref())),
    );
    all.extend(
        timetable
            .openings
            .iter()
            .map(|it| with(words.opening(it), it.reason.as_deref())),
    );
    all
}

/// A recurrence: its pattern, when on the day, what holidays change, what is left out.
pub(super) fn recurrence<W: Words + ?Sized>(words: &W, recurrence: &Recurrence) -> String {
    let phrases = words.phrases();
    let holidays = words.school_holidays(None);
    let mut all = vec![words.pattern(recurrence.pattern)];
    all.extend(words.slot(recurrence.slot));
    all.extend(match recurrence.holidays {
        InHolidays::AsRecord => None,
        InHolidays::Yes => Some(format!("{}{holidays}", phrases.through)),
        InHolidays::No => Some(format!("{}{holidays}", phrases.outside)),
        InHolidays::Only => Some(phrases.in_holidays_only.to_owned()),
    });
    if !recurrence.except.is_empty() {
        all.push(except(words, recurrence));
    }
    all.join(phrases.comma)
}

/// « sauf le 11 novembre et le 18 novembre ».
fn except<W: Words + ?Sized>(words: &W, recurrence: &Recurrence) -> String {
    let said = excepted(words, recurrence);
    format!("{}{}", words.phrases().except, words.enumeration(&said))
}

/// The dates that are left out, with years where a date could be meant in two of them: « le 11 novembre ».
pub(super) fn excepted<W: Words + ?Sized>(words: &W, recurrence: &Recurrence) -> Vec<String> {
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
    let clear = dates.iter().all(once);
    let phrases = words.phrases();
    let said = dates.iter().map(|date| {
        let date = if clear {
            words.date(*date)
        } else {
            words.date_of_year(*date)
        };
        format!("{}{date}", phrases.on_excepted)
    });
    said.collect()
}
