//! The rule behind a date, in one phrase: on which days it comes back, and what leaves dates out.

use jiff::civil::Date;

use super::Words;
use crate::calendar::{
    Closure, HolidayHours, HolidayPolicy, InHolidays, Pattern, PublicHolidayPolicy, Recurrence,
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
    let change = Changes {
        holidays,
        dates: super::hours::excepted(words, &left_out),
        during: (from, recurrence.until),
    };
    change.said_of(words, recurrence.pattern, timetable)
}

/// The rule of weekly hours: « tous les mardis et jeudis, hors vacances scolaires ».
pub(super) fn weekly<W: Words + ?Sized>(
    words: &W,
    rule: &WeeklyRule,
    timetable: &Timetable,
    from: Date,
) -> String {
    let change = Changes {
        holidays: in_holidays(words, &timetable.holidays),
        dates: Vec::new(),
        during: (from, Date::MAX),
    };
    let (days, weeks) = (rule.days, rule.weeks);
    change.said_of(words, Pattern::On { days, weeks }, timetable)
}

/// What changes a rule.
struct Changes {
    holidays: Option<String>,
    /// The dates that are left out, as they are said.
    dates: Vec<String>,
    /// The first and last day that matter.
    during: (Date, Date),
}

impl Changes {
    fn said_of<W: Words + ?Sized>(
        mut self,
        words: &W,
        pattern: Pattern,
        timetable: &Timetable,
    ) -> String {
        let phrases = words.phrases();
        let (Pattern::On { days, .. } | Pattern::EveryOther { days }) = pattern;
        let (from, until) = self.during;
        let matters = |one: &&Closure| {
            let all = std::iter::successors(Some(one.from), |day| day.tomorrow().ok());
            let mut all = all.take_while(|day| *day <= one.to).take(7);
            one.to >= from && one.from <= until && all.any(|day| days.contains(day.weekday()))
        };
        let closures = timetable.closures.iter().filter(matters);
        let closures = closures.map(|one| words.days_between(one.from, one.to));
        self.dates.extend(closures);
        let mut all = vec![words.pattern(pattern)];
        all.extend(self.holidays);
        if timetable.public_holidays == PublicHolidayPolicy::Closed {
            all.push(phrases.outside_public_holidays.to_owned());
        }
        if !self.dates.is_empty() {
            let dates = words.enumeration(&self.dates);
            all.push(format!("{}{dates}", phrases.except));
        }
        all.join(phrases.comma)
    }
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
                    let names = out
                        .into_iter()
                        .map(|one| words.school_holidays(one).to_owned());
                    let names = words.enumeration(&names.collect::<Vec<_>>());
                    Some(format!("{}{names}", phrases.outside))
                }
            }
        }
    }
}
