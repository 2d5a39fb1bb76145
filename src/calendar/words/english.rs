//! English words, with the clock of British public services: 9.30 am.

use jiff::civil::Weekday;

use super::{NBSP, Phrases, Words, each};
use crate::calendar::{
    Days, Ordinals, PartOfDay, PublicHoliday, SchoolHoliday, TimeOfDay, TimeRange,
};

/// English.
#[derive(Debug)]
pub struct English;

const PHRASES: Phrases = Phrases {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    days: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    comma: ", ",
    semicolon: "; ",
    colon: ": ",
    between: ", ",
    and: " and ",
    after_weekday: " ",
    on: "on ",
    from_day: "from ",
    to_day: " to ",
    every_day: "every day",
    in_even_weeks: " in even-numbered weeks of the year",
    in_odd_weeks: " in odd-numbered weeks of the year",
    of_the_month: " of the month",
    by_appointment: "by appointment",
    except: "except ",
    on_excepted: "",
    outside: "outside ",
    through: "also during ",
    during: "during ",
    in_holidays_only: "during school holidays only",
    outside_public_holidays: "not on public holidays",
    through_public_holidays: "also on public holidays",
    ask_about_holidays: "school holidays: please ask",
    ask_about_public_holidays: "public holidays: please ask",
    unknown_school_calendar: "school holidays not known yet",
    public_holiday: "public holiday",
    ranks: ["1st", "2nd", "3rd", "4th", "5th", "last"],
    local_holiday: "public holiday in some communes",
    closed: "closed ",
    open_on: "open on ",
};

impl Words for English {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn time(&self, time: TimeOfDay) -> String {
        let half = match (time.hour(), time.minute()) {
            (0 | 24, 0) => return "midnight".to_owned(),
            (12, 0) => return "midday".to_owned(),
            (0..12, _) => "am",
            _ => "pm",
        };
        let hour = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        match time.minute() {
            0 => format!("{hour}{NBSP}{half}"),
            minute => format!("{hour}.{minute:02}{NBSP}{half}"),
        }
    }

    fn range(&self, range: TimeRange) -> String {
        format!("{} to {}", self.time(range.from()), self.time(range.to()))
    }

    fn short_range(&self, range: TimeRange) -> String {
        self.range(range)
    }

    fn starting(&self, start: TimeOfDay) -> String {
        format!("from {}", self.time(start))
    }

    fn part(&self, part: PartOfDay) -> &'static str {
        match part {
            PartOfDay::Morning => "in the morning",
            PartOfDay::Afternoon => "in the afternoon",
            PartOfDay::Evening => "in the evening",
        }
    }

    fn day_to_day(&self, first: Weekday, last: Weekday) -> String {
        format!("{} to {}", self.weekday(first), self.weekday(last))
    }

    fn ranked_day(&self, day: Weekday, ordinals: Ordinals) -> String {
        let ranks = self.ranks(ordinals);
        format!("{ranks}{NBSP}{}", self.weekday(day))
    }

    fn every(&self, days: Days) -> String {
        let names = each(self, days, |day| self.weekday(day).to_owned());
        format!("every {names}")
    }

    fn every_other(&self, days: Days) -> String {
        each(self, days, |day| {
            format!("every second {}", self.weekday(day))
        })
    }

    fn school_holidays(&self, holiday: Option<SchoolHoliday>) -> &'static str {
        match holiday {
            None => "school holidays",
            Some(SchoolHoliday::Toussaint) => "the autumn holidays",
            Some(SchoolHoliday::Noel) => "the Christmas holidays",
            Some(SchoolHoliday::Hiver) => "the winter holidays",
            Some(SchoolHoliday::Printemps) => "the spring holidays",
            Some(SchoolHoliday::Ete) => "the summer holidays",
            Some(SchoolHoliday::Ascension) => "the long Ascension weekend",
        }
    }

    fn public_holiday(&self, holiday: PublicHoliday) -> &'static str {
        match holiday {
            PublicHoliday::NewYear => "New Year’s Day",
            PublicHoliday::GoodFriday => "Good Friday",
            PublicHoliday::EasterMonday => "Easter Monday",
            PublicHoliday::LabourDay => "1\u{a0}May",
            PublicHoliday::Victory => "8\u{a0}May, Victory Day",
            PublicHoliday::Ascension => "Ascension Day",
            PublicHoliday::WhitMonday => "Whit Monday",
            PublicHoliday::NationalDay => "14\u{a0}July, national day",
            PublicHoliday::Assumption => "15\u{a0}August, Assumption",
            PublicHoliday::AllSaints => "1\u{a0}November, All Saints’ Day",
            PublicHoliday::Armistice => "11\u{a0}November, Armistice Day",
            PublicHoliday::Christmas => "Christmas Day",
            PublicHoliday::SaintStephen => "26\u{a0}December, St Stephen’s Day",
            PublicHoliday::Abolition => "abolition of slavery day",
            PublicHoliday::MidLent => "Mid-Lent",
            PublicHoliday::Schoelcher => "Victor Schœlcher Day",
        }
    }
}
