//! The rule behind a date, in one phrase: on which days it comes back, and what leaves dates out.

use jiff::civil::Date;

use super::Words;
use crate::calendar::{
    HolidayHours, HolidayPolicy, InHolidays, Pattern, PublicHolidayPolicy, Recurrence,
    SchoolHoliday, Timetable, WeeklyRule,
};

/// « tous les mercredis, hors vacances scolaires, sauf le 11 novembre »: without hours, which stand beside the date.
pub(super) fn recurring<W: Words + ?Sized>(
    words: &W,
    recurrence: &Recurrence,
    timetable: &Timetable,
    from: Date,
) -> String {
    let phrases = words.phrases();
    let all_holidays = words.school_holidays(None);
    let holidays = match recurrence.holidays {
        InHolidays::AsRecord => in_holidays(words, &timetable.holidays),
        InHolidays::Yes => Some(format!("{}{all_holidays}", phrases.through)),
        InHolidays::No => Some(format!("{}{all_holidays}", phrases.outside)),
        InHolidays::Only => Some(phrases.in_holidays_only.to_owned()),
    };
    let coming = recurrence
        .except
        .iter()
        .copied()
        .filter(|date| *date >= from);
    let left_out = Recurrence {
        except: coming.collect(),
        ..recurrence.clone()
    };
    let dates = super::hours::excepted(words, &left_out);
    let last = recurrence.until;
    whole(
        words,
        words.pattern(recurrence.pattern),
        holidays,
        timetable,
        dates,
        (from, last),
    )
}

/// The rule of weekly hours: « tous les mardis et jeudis, hors vacances scolaires ».
pub(super) fn weekly<W: Words + ?Sized>(
    words: &W,
    rule: &WeeklyRule,
    timetable: &Timetable,
    from: Date,
) -> String {
    let pattern = words.pattern(Pattern::On {
        days: rule.days,
        weeks: rule.weeks,
    });
    let holidays = in_holidays(words, &timetable.holidays);
    whole(
        words,
        pattern,
        holidays,
        timetable,
        Vec::new(),
        (from, Date::MAX),
    )
}

fn whole<W: Words + ?Sized>(
    words: &W,
    pattern: String,
    holidays: Option<String>,
    timetable: &Timetable,
    mut left_out: Vec<String>,
    (from, until): (Date, Date),
) -> String {
    let phrases = words.phrases();
    let mut all = vec![pattern];
    all.extend(holidays);
    if timetable.public_holidays == PublicHolidayPolicy::Closed {
        all.push(phrases.outside_public_holidays.to_owned());
    }
    let closures = timetable
        .closures
        .iter()
        .filter(|one| one.to >= from && one.from <= until);
    left_out.extend(closures.map(|one| words.days_between(one.from, one.to)));
    if !left_out.is_empty() {
        all.push(format!(
            "{}{}",
            phrases.except,
            words.enumeration(&left_out)
        ));
    }
    all.join(phrases.comma)
}

/// What school holidays do to a rule, where that is said: other hours are not this rule's.
fn in_holidays<W: Words + ?Sized>(words: &W, policy: &HolidayPolicy) -> Option<String> {
    let phrases = words.phrases();
    let is_out =
        |hours: &HolidayHours| matches!(hours, HolidayHours::Closed | HolidayHours::Replaced(_));
    let named = |before: &str, holiday| format!("{before}{}", words.school_holidays(holiday));
    match policy {
        HolidayPolicy::All(HolidayHours::Unknown) => None,
        HolidayPolicy::All(HolidayHours::Open) => Some(named(phrases.through, None)),
        HolidayPolicy::All(_) => Some(named(phrases.outside, None)),
        HolidayPolicy::Each(_) => {
            let out = SchoolHoliday::NAMED
                .into_iter()
                .filter(|one| is_out(policy.of(*one)));
            let out: Vec<_> = out.map(Some).collect();
            match out.len() {
                0 => None,
                len if len == SchoolHoliday::NAMED.len() => Some(named(phrases.outside, None)),
                _ => {
                    let names = out.into_iter().map(|one| named(phrases.outside, one));
                    Some(words.enumeration(&names.collect::<Vec<_>>()))
                }
            }
        }
    }
}
