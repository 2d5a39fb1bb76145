//! Dates and hours in the language of the page.
//!
//! French is said by `calendar::words`; other languages by patterns of the theme's strings.
//! What has no pattern there (a recurrence, hours of each holiday) is said in French, and marked so.

use jiff::civil::Date;

use super::context::{Context, Said};
use crate::calendar::words::french;
use crate::calendar::{
    HolidayHours, HolidayPolicy, PublicHolidayPolicy, Slot, TimeOfDay, Timetable, WeeklyHours,
    WeeklyRule, Weeks,
};
use crate::model::values::PartialDate;

impl Context<'_> {
    fn speaks_french(&self) -> bool {
        &*self.language().code == "fr"
    }

    /// « 12 octobre 2026 ».
    pub(super) fn date(&self, date: Date) -> String {
        if self.speaks_french() {
            french::date_of_year(date)
        } else {
            self.pattern("date.day", date)
        }
    }

    /// « samedi 5 décembre 2026 ».
    pub(super) fn long_date(&self, date: Date) -> String {
        if self.speaks_french() {
            french::long_date(date)
        } else {
            self.pattern("date.long", date)
        }
    }

    /// « samedi 5 décembre ».
    pub(super) fn day_and_month(&self, date: Date) -> String {
        if self.speaks_french() {
            return format!(
                "{} {}",
                crate::calendar::day_name(date.weekday()),
                french::date(date)
            );
        }
        self.pattern("date.weekday", date)
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

    fn time(&self, time: TimeOfDay) -> String {
        if self.speaks_french() {
            french::time(time)
        } else {
            format!("{}:{:02}", time.hour(), time.minute())
        }
    }

    /// « 9 h – 11 h 30 »: a slot by itself, where it says when; its line breaks nowhere, not even after the dash.
    pub(super) fn slot(&self, slot: Slot) -> Option<Said> {
        match slot {
            Slot::Range(range) => Some(self.here(format!(
                "{}\u{a0}–\u{2060}\u{a0}{}",
                self.time(range.from()),
                self.time(range.to())
            ))),
            Slot::From(start) => {
                Some(self.here(self.t.fill("time.from", &[("time", &self.time(start))])))
            }
            other => french::slot(other).map(|words| self.content(&words)),
        }
    }

    /// Weekly hours, a phrase each.
    pub(super) fn hours(&self, timetable: &Timetable) -> Vec<Said> {
        if self.speaks_french() {
            let phrases = french::hours(&timetable.weekly);
            return phrases
                .iter()
                .map(|phrase| self.content(phrase).capital())
                .collect();
        }
        timetable
            .weekly
            .0
            .iter()
            .map(|rule| self.rule(rule).capital())
            .collect()
    }

    /// One line of weekly hours; ranks in the month and parts of a day are said in French.
    fn rule(&self, rule: &WeeklyRule) -> Said {
        if !matches!(rule.weeks, Weeks::Every) || matches!(rule.slot, Slot::Part(_)) {
            let alone = WeeklyHours(vec![rule.clone()]);
            return self.content(&french::hours(&alone).join(", "));
        }
        let name = |day: jiff::civil::Weekday| {
            self.t
                .get(DAY[usize::from(day.to_monday_zero_offset().unsigned_abs())])
        };
        let comma = self.t.get("time.comma");
        let days: Vec<&str> = rule.days.iter().map(name).collect();
        let mut parts = if days.is_empty() {
            Vec::new()
        } else {
            vec![days.join(comma)]
        };
        parts.extend(self.slot(rule.slot).map(|said| said.text));
        if rule.by_appointment {
            parts.push(self.t.get("time.appointment").to_owned());
        }
        self.here(parts.join(comma))
    }

    /// What holidays and public holidays make of weekly hours, and what is not known of them.
    pub(super) fn in_holidays(&self, timetable: &Timetable) -> Vec<Said> {
        let mut all = Vec::new();
        match &timetable.holidays {
            HolidayPolicy::All(HolidayHours::Closed) => {
                all.push(self.here(self.t.get("holidays.closed")))
            }
            HolidayPolicy::All(HolidayHours::Open) => {
                all.push(self.here(self.t.get("holidays.open")))
            }
            HolidayPolicy::All(HolidayHours::Unknown) => {
                all.push(self.here(self.t.get("holidays.unknown")))
            }
            other => all.extend(
                french::holidays(other)
                    .iter()
                    .map(|phrase| self.content(phrase).capital()),
            ),
        }
        all.push(self.here(self.t.get(match timetable.public_holidays {
            PublicHolidayPolicy::Closed => "public_holidays.closed",
            PublicHolidayPolicy::Open => "public_holidays.open",
            PublicHolidayPolicy::Unknown => "public_holidays.unknown",
        })));
        all
    }

    /// Closures and openings to come, which change weekly hours for once.
    pub(super) fn exceptions(&self, timetable: &Timetable) -> Vec<Said> {
        let today = self.site.guide.today;
        let closures = timetable
            .closures
            .iter()
            .filter(|closure| closure.to >= today)
            .map(french::closure);
        let openings = timetable
            .openings
            .iter()
            .filter(|opening| opening.date >= today)
            .map(french::opening);
        closures
            .chain(openings)
            .map(|words| self.content(&words).capital())
            .collect()
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
