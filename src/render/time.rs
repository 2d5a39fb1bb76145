//! Dates and hours in the language of the page.
//!
//! [`words`] say them in the languages it has. In another language of a site, dates follow
//! the patterns of its theme's strings, and what has no pattern there is said in French, and marked so.

use jiff::civil::Date;

use super::context::{Context, Line, Said, upper_first};
use crate::calendar::words::{self, French, Words};
use crate::calendar::{
    HolidayHours, HolidayPolicy, PublicHolidayPolicy, Reading, Recurrence, Slot, Timetable,
    read_hours,
};
use crate::check::{Behind, Entry, When};
use crate::model::values::PartialDate;

impl Context<'_> {
    fn words(&self) -> Option<&'static dyn Words> {
        words::in_language(&self.language().code)
    }

    /// What is said of time in the page's language, or in French.
    pub(super) fn in_words(&self, say: impl Fn(&dyn Words) -> String) -> Said {
        match self.words() {
            Some(words) => self.here(say(words)),
            None => self.content(&say(&French)),
        }
    }

    /// « 12 octobre 2026 ».
    pub(super) fn date(&self, date: Date) -> String {
        match self.words() {
            Some(words) => words.date_of_year(date),
            None => self.pattern("date.day", date),
        }
    }

    /// « samedi 5 décembre 2026 ».
    pub(super) fn long_date(&self, date: Date) -> String {
        match self.words() {
            Some(words) => words.long_date(date),
            None => self.pattern("date.long", date),
        }
    }

    /// « samedi 5 décembre ».
    pub(super) fn day_and_month(&self, date: Date) -> String {
        match self.words() {
            Some(words) => words.day_and_month(date),
            None => self.pattern("date.weekday", date),
        }
    }

    /// « sam. ».
    pub(super) fn short_day(&self, date: Date) -> &str {
        self.t.find(DAY_SHORT[index_of(date)]).unwrap_or_default()
    }

    /// A date of which only the month or the year may be known.
    pub(super) fn partial_date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(..) => self.pattern("date.month", date.first_day()),
            PartialDate::Day(day) => self.date(day),
        }
    }

    fn pattern(&self, key: &str, date: Date) -> String {
        let month = MONTH[usize::from(date.month().unsigned_abs()) - 1];
        self.t.fill(
            key,
            &[
                ("weekday", self.t.get(DAY[index_of(date)])),
                ("day", &date.day().to_string()),
                ("month", self.t.get(month)),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// « 9 h – 11 h 30 »: a slot by itself, where it says when.
    pub(super) fn slot(&self, slot: Slot) -> Option<Said> {
        (slot != Slot::Unsaid).then(|| {
            self.in_words(|words| match slot {
                Slot::Range(range) => words.short_range(range),
                other => words.slot(other).unwrap_or_default(),
            })
        })
    }

    /// « mardi 24 novembre, 9 h – 11 h 30 »: a day with its slot, where that says when.
    pub(super) fn with_slot(&self, day: String, slot: Slot) -> Said {
        match self.slot(slot) {
            Some(slot) => Said {
                text: format!("{day}{}{}", self.t.get("time.comma"), slot.text),
                attrs: slot.attrs,
            },
            None => self.here(day),
        }
    }

    /// Weekly hours, a phrase each.
    pub(super) fn hours(&self, timetable: &Timetable) -> Vec<Said> {
        self.each_in_words(|words| words.hours(&timetable.weekly))
    }

    /// Hours in a record's own words: said again in the page's language where they are understood without doubt.
    pub(super) fn own_hours(&self, own: &str) -> Said {
        if let Some(words) = self.words().filter(|_| !self.is_own())
            && let Reading::Understood(understood) = read_hours(own)
        {
            let said = words.timetable(&understood.timetable);
            return self.here(said.join(words.phrases().comma)).capital();
        }
        self.content(&upper_first(own))
    }

    /// A recurrence and its period: « tous les mercredis, de 9 h 30 à 11 h, du 9 septembre au 16 décembre 2026 ».
    pub(super) fn recurrence(&self, recurrence: &Recurrence) -> Said {
        self.in_words(|words| {
            let days = words.days_between(recurrence.from, recurrence.until);
            let comma = words.phrases().comma;
            format!("{}{comma}{days}", words.recurrence(recurrence))
        })
        .capital()
    }

    /// The rule behind a date, without its hours: « tous les mercredis, hors vacances scolaires ».
    pub(super) fn rule(&self, entry: &Entry, when: &When) -> Option<Said> {
        let from = self.site.guide.today;
        let said = match entry.behind(when)? {
            Behind::Weekly(rule, timetable) => {
                self.in_words(|words| words.weekly(&rule, &timetable, from))
            }
            Behind::Recurrence(recurrence, timetable) => {
                self.in_words(|words| words.recurring(recurrence, timetable, from))
            }
        };
        Some(said.capital())
    }

    /// What holidays and public holidays make of weekly hours, and what is not known of them.
    pub(super) fn in_holidays(&self, timetable: &Timetable) -> Vec<Line> {
        let holidays = match &timetable.holidays {
            HolidayPolicy::All(HolidayHours::Closed) => vec![self.string("holidays.closed")],
            HolidayPolicy::All(HolidayHours::Open) => vec![self.string("holidays.open")],
            HolidayPolicy::All(HolidayHours::Unknown) => vec![self.string("holidays.unknown")],
            other => self.each_in_words(|words| words.holidays(other)),
        };
        let public = self.string(match timetable.public_holidays {
            PublicHolidayPolicy::Closed => "public_holidays.closed",
            PublicHolidayPolicy::Open => "public_holidays.open",
            PublicHolidayPolicy::Unknown => "public_holidays.unknown",
        });
        let all = holidays.into_iter().chain([public]);
        all.map(|said| said.line(false)).collect()
    }

    /// Closures and openings to come, which change weekly hours for once, each with its reason.
    pub(super) fn exceptions(&self, timetable: &Timetable) -> Vec<Line> {
        let today = self.site.guide.today;
        let with = |said: Said, reason: Option<&str>, until: Date| Line {
            aside: reason.map(|reason| self.content(reason)),
            until: Some(until.to_string()),
            ..said.capital().line(false)
        };
        let closures = timetable.closures.iter().filter(|it| it.to >= today);
        let closures = closures.map(|it| {
            let said = self.in_words(|words| words.closure(it));
            with(said, it.reason.as_deref(), it.to)
        });
        let openings = timetable.openings.iter().filter(|it| it.date >= today);
        let openings = openings.map(|it| {
            let said = self.in_words(|words| words.opening(it));
            with(said, it.reason.as_deref(), it.date)
        });
        closures.chain(openings).collect()
    }

    fn each_in_words(&self, say: impl Fn(&dyn Words) -> Vec<String>) -> Vec<Said> {
        let (phrases, french) = match self.words() {
            Some(words) => (say(words), false),
            None => (say(&French), true),
        };
        let said = |phrase: String| match french {
            true => self.content(&phrase).capital(),
            false => self.here(phrase).capital(),
        };
        phrases.into_iter().map(said).collect()
    }

    fn string(&self, key: &str) -> Said {
        self.here(self.t.get(key))
    }
}

fn index_of(date: Date) -> usize {
    usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())
}

const DAY: [&str; 7] = [
    "day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7",
];
const DAY_SHORT: [&str; 7] = [
    "day_short.1",
    "day_short.2",
    "day_short.3",
    "day_short.4",
    "day_short.5",
    "day_short.6",
    "day_short.7",
];
const MONTH: [&str; 12] = [
    "month.01", "month.02", "month.03", "month.04", "month.05", "month.06", "month.07", "month.08",
    "month.09", "month.10", "month.11", "month.12",
];
