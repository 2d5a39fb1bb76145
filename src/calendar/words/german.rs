//! German words, as public services write them.

use jiff::civil::Weekday;

use super::{DASH, NBSP, Phrases, Words, each};
use crate::calendar::{
    Days, Ordinals, PartOfDay, PublicHoliday, SchoolHoliday, TimeOfDay, TimeRange,
};

/// German.
#[derive(Debug)]
pub struct German;

const PHRASES: Phrases = Phrases {
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    days: [
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ],
    comma: ", ",
    semicolon: "; ",
    colon: ": ",
    between: ", ",
    and: " und ",
    after_weekday: ", ",
    on: "am ",
    from_day: "vom ",
    to_day: " bis ",
    every_day: "täglich",
    in_even_weeks: " in geraden Kalenderwochen",
    in_odd_weeks: " in ungeraden Kalenderwochen",
    of_the_month: " im Monat",
    by_appointment: "nach Vereinbarung",
    except: "außer ",
    on_excepted: "am ",
    outside: "nicht in den ",
    through: "auch in den ",
    during: "in den ",
    in_holidays_only: "nur in den Schulferien",
    outside_public_holidays: "nicht an Feiertagen",
    through_public_holidays: "auch an Feiertagen",
    ask_about_holidays: "Schulferien: bitte nachfragen",
    ask_about_public_holidays: "Feiertage: bitte nachfragen",
    unknown_school_calendar: "Schulferien noch nicht bekannt",
    public_holiday: "Feiertag",
    ranks: ["1.", "2.", "3.", "4.", "5.", "letzter"],
    local_holiday: "Feiertag in manchen Gemeinden",
    closed: "geschlossen ",
    open_on: "geöffnet am ",
};

/// « 9:30 », « 9 »: a time without its « Uhr ».
fn bare(time: TimeOfDay) -> String {
    match time.minute() {
        0 => time.hour().to_string(),
        minute => format!("{}:{minute:02}", time.hour()),
    }
}

impl Words for German {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn time(&self, time: TimeOfDay) -> String {
        format!("{}{NBSP}Uhr", bare(time))
    }

    fn range(&self, range: TimeRange) -> String {
        format!("von {} bis {}", bare(range.from()), self.time(range.to()))
    }

    fn short_range(&self, range: TimeRange) -> String {
        format!("{}{DASH}{}", bare(range.from()), self.time(range.to()))
    }

    fn starting(&self, start: TimeOfDay) -> String {
        format!("ab {}", self.time(start))
    }

    fn part(&self, part: PartOfDay) -> &'static str {
        match part {
            PartOfDay::Morning => "vormittags",
            PartOfDay::Afternoon => "nachmittags",
            PartOfDay::Evening => "abends",
        }
    }

    fn day(&self, day: i8) -> String {
        format!("{day}.")
    }

    fn day_to_day(&self, first: Weekday, last: Weekday) -> String {
        format!("{} bis {}", self.weekday(first), self.weekday(last))
    }

    fn ranked_day(&self, day: Weekday, ordinals: Ordinals) -> String {
        let ranks = self.ranks(ordinals);
        format!("{ranks}{NBSP}{}", self.weekday(day))
    }

    fn every(&self, days: Days) -> String {
        let names = each(self, days, |day| self.weekday(day).to_owned());
        format!("jeden {names}")
    }

    fn every_other(&self, days: Days) -> String {
        each(self, days, |day| {
            format!("jeden zweiten {}", self.weekday(day))
        })
    }

    fn school_holidays(&self, holiday: Option<SchoolHoliday>) -> &'static str {
        match holiday {
            None => "Schulferien",
            Some(SchoolHoliday::Toussaint) => "Herbstferien",
            Some(SchoolHoliday::Noel) => "Weihnachtsferien",
            Some(SchoolHoliday::Hiver) => "Winterferien",
            Some(SchoolHoliday::Printemps) => "Frühlingsferien",
            Some(SchoolHoliday::Ete) => "Sommerferien",
            Some(SchoolHoliday::Ascension) => "freien Tagen um Christi Himmelfahrt",
        }
    }

    fn public_holiday(&self, holiday: PublicHoliday) -> &'static str {
        match holiday {
            PublicHoliday::NewYear => "Neujahr",
            PublicHoliday::GoodFriday => "Karfreitag",
            PublicHoliday::EasterMonday => "Ostermontag",
            PublicHoliday::LabourDay => "1.\u{a0}Mai",
            PublicHoliday::Victory => "8.\u{a0}Mai, Kriegsende 1945",
            PublicHoliday::Ascension => "Christi Himmelfahrt",
            PublicHoliday::WhitMonday => "Pfingstmontag",
            PublicHoliday::NationalDay => "14.\u{a0}Juli, Nationalfeiertag",
            PublicHoliday::Assumption => "Mariä Himmelfahrt",
            PublicHoliday::AllSaints => "Allerheiligen",
            PublicHoliday::Armistice => "11.\u{a0}November, Waffenstillstand 1918",
            PublicHoliday::Christmas => "Weihnachten",
            PublicHoliday::SaintStephen => "Stephanstag (26.\u{a0}Dezember)",
            PublicHoliday::Abolition => "Abschaffung der Sklaverei",
            PublicHoliday::MidLent => "Mittfasten",
            PublicHoliday::Schoelcher => "Victor-Schœlcher-Tag",
        }
    }
}
