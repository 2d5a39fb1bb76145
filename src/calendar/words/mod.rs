//! Words: what records say of time, said in a language.
//!
//! Each language is one file that implements [`Words`]: its names, its phrases and how it orders them. What all
//! share (which rules make one phrase, what follows what) stands in the trait. To add a language, copy a file,
//! and add it to the table of [`in_language`]. Words are lower case where the language allows it and stand alone;
//! who shows them adds capitals and full stops.

mod arabic;
mod english;
mod french;
mod german;
mod hours;
mod phrases;
mod rule;

use jiff::civil::{Date, Weekday};

pub use arabic::Arabic;
pub use english::English;
pub use french::French;
pub use german::German;
pub use phrases::Phrases;

use super::week::index;
use super::{
    Closure, Days, HolidayPolicy, Opening, Ordinals, PartOfDay, Pattern, PublicHoliday,
    PublicHolidayPolicy, Reason, Recurrence, SchoolHoliday, Slot, TimeOfDay, TimeRange, Timetable,
    WeeklyHours, WeeklyRule, Weeks,
};

/// The no-break space, within dates and times.
const NBSP: &str = "\u{a0}";

/// A dash at which no line is broken.
const DASH: &str = "\u{2060}–\u{2060}";

/// The languages that have words, by their codes.
const LANGUAGES: &[(&str, &dyn Words)] = &[
    ("fr", &French),
    ("de", &German),
    ("en", &English),
    ("ar", &Arabic),
];

/// The words of a language, where it has any.
pub fn in_language(code: &str) -> Option<&'static dyn Words> {
    let (_, words) = LANGUAGES.iter().find(|(known, _)| *known == code)?;
    Some(*words)
}

/// A day's name in a list that begins with Monday.
fn of_week(names: &[&'static str; 7], day: Weekday) -> &'static str {
    names[index(day)]
}

/// Days in one list, each named as it is wanted there.
fn each(words: &dyn Words, days: Days, name: impl Fn(Weekday) -> String) -> String {
    words.enumeration(&days.iter().map(name).collect::<Vec<_>>())
}

/// What a language says of time.
pub trait Words: Sync {
    /// Its fixed phrases and what joins them.
    fn phrases(&self) -> &'static Phrases;

    /// The name of a month, from 1 to 12, as dates have it.
    fn month(&self, month: i8) -> &'static str {
        self.phrases().months[usize::from(month.unsigned_abs()) - 1]
    }

    /// The name of a day of the week, as dates have it: « mardi ».
    fn weekday(&self, day: Weekday) -> &'static str {
        of_week(&self.phrases().days, day)
    }

    /// « 9 h 30 », « 9 h ».
    fn time(&self, time: TimeOfDay) -> String;

    /// « de 9 h à 11 h 30 ».
    fn range(&self, range: TimeRange) -> String;

    /// « 9 h – 11 h 30 », for cards.
    fn short_range(&self, range: TimeRange) -> String;

    /// « à partir de 14 h ».
    fn starting(&self, start: TimeOfDay) -> String;

    /// « le matin ».
    fn part(&self, part: PartOfDay) -> &'static str;

    /// The day of a month as dates have it: « 1er ».
    fn day(&self, day: i8) -> String {
        day.to_string()
    }

    /// « 11 novembre », « 1er août ».
    fn date(&self, date: Date) -> String {
        [&*self.day(date.day()), NBSP, self.month(date.month())].concat()
    }

    /// « 11 novembre 2026 ».
    fn date_of_year(&self, date: Date) -> String {
        format!("{}{NBSP}{}", self.date(date), date.year())
    }

    /// « samedi 5 décembre ».
    fn day_and_month(&self, date: Date) -> String {
        let phrases = self.phrases();
        let day = self.weekday(date.weekday());
        [day, phrases.after_weekday, &self.date(date)].concat()
    }

    /// « samedi 5 décembre 2026 ».
    fn long_date(&self, date: Date) -> String {
        format!("{}{NBSP}{}", self.day_and_month(date), date.year())
    }

    /// « le 5 décembre 2026 », « du 1er au 31 août 2026 », « du 19 décembre 2026 au 3 janvier 2027 ».
    fn days_between(&self, from: Date, to: Date) -> String {
        let phrases = self.phrases();
        let from_words = match (from.year() == to.year(), from.month() == to.month()) {
            _ if from == to => return format!("{}{}", phrases.on, self.date_of_year(from)),
            (true, true) => self.day(from.day()),
            (true, false) => self.date(from),
            (false, _) => self.date_of_year(from),
        };
        let to_words = self.date_of_year(to);
        format!(
            "{}{from_words}{}{to_words}",
            phrases.from_day, phrases.to_day
        )
    }

    /// « mardi et jeudi », « du lundi au vendredi », « tous les jours ».
    fn days(&self, days: Days) -> String {
        if days == Days::ALL {
            return self.phrases().every_day.to_owned();
        }
        match hours::stretch(days) {
            Some((first, last)) => self.day_to_day(first, last),
            None => {
                let names = days.iter().map(|day| self.weekday(day).to_owned());
                self.enumeration(&names.collect::<Vec<_>>())
            }
        }
    }

    /// « du lundi au vendredi ».
    fn day_to_day(&self, first: Weekday, last: Weekday) -> String;

    /// « mardi matin »: days with a part of each.
    fn days_in_part(&self, days: &str, part: PartOfDay) -> String {
        format!("{days} {}", self.part(part))
    }

    /// « 1er et 3e »: ranks in the month.
    fn ranks(&self, ordinals: Ordinals) -> String {
        let names = &self.phrases().ranks;
        let ranks = ordinals.iter().map(|rank| names[rank as usize].to_owned());
        self.enumeration(&ranks.collect::<Vec<_>>())
    }

    /// « 1er et 3e lundi »: one day by its ranks in the month.
    fn ranked_day(&self, day: Weekday, ordinals: Ordinals) -> String;

    /// Days in the weeks in which they are meant: « lundi et jeudi », « 1er et 3e lundi du mois ».
    fn days_in_weeks(&self, days: Days, weeks: Weeks) -> String {
        let phrases = self.phrases();
        match weeks {
            Weeks::Every => self.days(days),
            Weeks::Even => format!("{}{}", self.days(days), phrases.in_even_weeks),
            Weeks::Odd => format!("{}{}", self.days(days), phrases.in_odd_weeks),
            Weeks::Ordinals(ordinals) => {
                let each = days.iter().map(|day| self.ranked_day(day, ordinals));
                let each = self.enumeration(&each.collect::<Vec<_>>());
                format!("{each}{}", phrases.of_the_month)
            }
        }
    }

    /// « tous les lundis et jeudis ».
    fn every(&self, days: Days) -> String;

    /// « un samedi sur deux ».
    fn every_other(&self, days: Days) -> String;

    /// « tous les mercredis », « 1er et 3e lundi du mois », « un samedi sur deux », « tous les jours ».
    fn pattern(&self, pattern: Pattern) -> String {
        let phrases = self.phrases();
        match pattern {
            Pattern::On {
                days: Days::ALL,
                weeks: Weeks::Every,
            } => phrases.every_day.to_owned(),
            Pattern::On { days, weeks } => match weeks {
                Weeks::Every => self.every(days),
                Weeks::Even => format!("{}{}", self.every(days), phrases.in_even_weeks),
                Weeks::Odd => format!("{}{}", self.every(days), phrases.in_odd_weeks),
                Weeks::Ordinals(_) => self.days_in_weeks(days, weeks),
            },
            Pattern::EveryOther { days } => self.every_other(days),
        }
    }

    /// School holidays, all of them or those of one name: « vacances de la Toussaint ».
    fn school_holidays(&self, holiday: Option<SchoolHoliday>) -> &'static str;

    /// « lundi de Pâques ».
    fn public_holiday(&self, holiday: PublicHoliday) -> &'static str;

    /// Why a date is to be confirmed: « vacances de Noël », « jour férié : Ascension ».
    fn reason(&self, reason: Reason) -> String {
        let phrases = self.phrases();
        match reason {
            Reason::SchoolHoliday(holiday) => self.school_holidays(Some(holiday)).to_owned(),
            Reason::SchoolCalendarUnknown => phrases.unknown_school_calendar.to_owned(),
            Reason::PublicHoliday(holiday) => {
                let name = self.public_holiday(holiday);
                format!("{}{}{name}", phrases.public_holiday, phrases.colon)
            }
            Reason::UncertainPublicHoliday(holiday) => {
                let name = self.public_holiday(holiday);
                format!("{}{}{name}", phrases.local_holiday, phrases.colon)
            }
        }
    }

    /// A slot by itself: « de 9 h à 11 h », « à partir de 14 h », « le matin »; nothing where nothing is said.
    fn slot(&self, slot: Slot) -> Option<String> {
        match slot {
            Slot::Range(it) => Some(self.range(it)),
            Slot::From(start) => Some(self.starting(start)),
            Slot::Part(part) => Some(self.part(part).to_owned()),
            Slot::Unsaid => None,
        }
    }

    /// Weekly hours, a phrase for each group of days: « mardi et jeudi, de 9 h à 11 h 30 ».
    ///
    /// Rules that follow each other and differ in their hours only make one phrase.
    fn hours(&self, hours: &WeeklyHours) -> Vec<String> {
        hours::groups(hours)
            .map(|rules| hours::phrase(self, rules))
            .collect()
    }

    /// What is said of school holidays: « hors vacances scolaires », « pendant les vacances de Noël : … ».
    fn holidays(&self, policy: &HolidayPolicy) -> Vec<String> {
        hours::holidays(self, policy)
    }

    /// What is said of public holidays, where anything is.
    fn public_holidays(&self, policy: PublicHolidayPolicy) -> Option<&'static str> {
        match policy {
            PublicHolidayPolicy::Unknown => None,
            PublicHolidayPolicy::Closed => Some(self.phrases().outside_public_holidays),
            PublicHolidayPolicy::Open => Some(self.phrases().through_public_holidays),
        }
    }

    /// « fermé du 1er au 31 août 2026 »; the reason is the record's own words.
    fn closure(&self, closure: &Closure) -> String {
        let days = self.days_between(closure.from, closure.to);
        format!("{}{days}", self.phrases().closed)
    }

    /// « ouvert le samedi 5 décembre 2026, de 10 h à 17 h »; the reason is the record's own words.
    fn opening(&self, opening: &Opening) -> String {
        let phrases = self.phrases();
        let times = opening
            .range
            .map(|it| format!("{}{}", phrases.comma, self.range(it)));
        format!(
            "{}{}{}",
            phrases.open_on,
            self.long_date(opening.date),
            times.unwrap_or_default()
        )
    }

    /// All that a timetable says, a phrase each; what it leaves unsaid is said by [`Words::unsaid`].
    fn timetable(&self, timetable: &Timetable) -> Vec<String> {
        hours::timetable(self, timetable)
    }

    /// What a timetable leaves unsaid: « vacances scolaires : se renseigner ».
    fn unsaid(&self, timetable: &Timetable) -> Vec<&'static str> {
        let mut phrases = Vec::new();
        if timetable.holidays == HolidayPolicy::UNKNOWN {
            phrases.push(self.phrases().ask_about_holidays);
        }
        if timetable.public_holidays == PublicHolidayPolicy::Unknown {
            phrases.push(self.phrases().ask_about_public_holidays);
        }
        phrases
    }

    /// A recurrence: « tous les mercredis, de 9 h 30 à 11 h, hors vacances scolaires, sauf le 11 novembre ».
    ///
    /// Its period is not in it; [`Words::days_between`] says it.
    fn recurrence(&self, recurrence: &Recurrence) -> String {
        hours::recurrence(self, recurrence)
    }

    /// The rule behind a date of a recurrence, without hours: « tous les mercredis, sauf le 11 novembre ».
    ///
    /// Dates that are left out are said from a day on.
    fn recurring(&self, recurrence: &Recurrence, timetable: &Timetable, from: Date) -> String {
        rule::recurring(self, recurrence, timetable, from)
    }

    /// The rule behind a date of weekly hours: « tous les mardis, hors vacances scolaires ».
    fn weekly(&self, rule: &WeeklyRule, timetable: &Timetable, from: Date) -> String {
        rule::weekly(self, rule, timetable, from)
    }

    /// « a, b et c ».
    fn enumeration(&self, items: &[String]) -> String {
        let phrases = self.phrases();
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => {
                format!("{}{}{last}", before.join(phrases.between), phrases.and)
            }
        }
    }
}
