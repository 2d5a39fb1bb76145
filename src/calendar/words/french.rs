//! French words, with no-break spaces where French has them.

use jiff::civil::Weekday;

use super::{DASH, NBSP, Phrases, Words, each};
use crate::calendar::week::DAY_NAMES;
use crate::calendar::{
    Days, Ordinals, PartOfDay, PublicHoliday, SchoolHoliday, TimeOfDay, TimeRange, day_name,
};

/// French, which [`read_hours`](crate::calendar::read_hours) reads back.
#[derive(Debug)]
pub struct French;

const PHRASES: Phrases = Phrases {
    months: [
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
    ],
    days: DAY_NAMES,
    comma: ", ",
    semicolon: "\u{202f}; ",
    colon: "\u{a0}: ",
    between: ", ",
    and: " et ",
    after_weekday: " ",
    on: "le ",
    from_day: "du ",
    to_day: " au ",
    every_day: "tous les jours",
    in_even_weeks: " des semaines paires",
    in_odd_weeks: " des semaines impaires",
    of_the_month: " du mois",
    by_appointment: "sur rendez-vous",
    except: "sauf ",
    on_excepted: "le ",
    outside: "hors ",
    through: "y compris pendant les ",
    during: "pendant les ",
    in_holidays_only: "pendant les vacances scolaires seulement",
    outside_public_holidays: "hors jours fériés",
    through_public_holidays: "y compris les jours fériés",
    ask_about_holidays: "vacances scolaires\u{a0}: se renseigner",
    ask_about_public_holidays: "jours fériés\u{a0}: se renseigner",
    unknown_school_calendar: "calendrier scolaire inconnu",
    public_holiday: "jour férié",
    ranks: ["1er", "2e", "3e", "4e", "5e", "dernier"],
    local_holiday: "jour férié dans certaines communes",
    closed: "fermé ",
    open_on: "ouvert le ",
};

impl Words for French {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn time(&self, time: TimeOfDay) -> String {
        match time.minute() {
            0 => [&*time.hour().to_string(), NBSP, "h"].concat(),
            minute => format!("{}{NBSP}h{NBSP}{minute:02}", time.hour()),
        }
    }

    fn range(&self, range: TimeRange) -> String {
        format!("de {} à {}", self.time(range.from()), self.time(range.to()))
    }

    fn short_range(&self, range: TimeRange) -> String {
        let (from, to) = (self.time(range.from()), self.time(range.to()));
        [&*from, NBSP, DASH, NBSP, &to].concat()
    }

    fn starting(&self, start: TimeOfDay) -> String {
        format!("à partir de {}", self.time(start))
    }

    fn part(&self, part: PartOfDay) -> &'static str {
        match part {
            PartOfDay::Morning => "le matin",
            PartOfDay::Afternoon => "l’après-midi",
            PartOfDay::Evening => "le soir",
        }
    }

    fn day(&self, day: i8) -> String {
        match day {
            1 => "1er".to_owned(),
            day => day.to_string(),
        }
    }

    fn day_to_day(&self, first: Weekday, last: Weekday) -> String {
        format!("du {} au {}", day_name(first), day_name(last))
    }

    fn days_in_part(&self, days: &str, part: PartOfDay) -> String {
        let part = match part {
            PartOfDay::Morning => "matin",
            PartOfDay::Afternoon => "après-midi",
            PartOfDay::Evening => "soir",
        };
        format!("{days} {part}")
    }

    fn ranked_day(&self, day: Weekday, ordinals: Ordinals) -> String {
        let ranks = self.ranks(ordinals);
        format!("{ranks}{NBSP}{}", day_name(day))
    }

    fn every(&self, days: Days) -> String {
        let names = each(self, days, |day| format!("{}s", day_name(day)));
        format!("tous les {names}")
    }

    fn every_other(&self, days: Days) -> String {
        let names = each(self, days, |day| format!("un {}", day_name(day)));
        format!("{names} sur deux")
    }

    fn school_holidays(&self, holiday: Option<SchoolHoliday>) -> &'static str {
        match holiday {
            None => "vacances scolaires",
            Some(SchoolHoliday::Toussaint) => "vacances de la Toussaint",
            Some(SchoolHoliday::Noel) => "vacances de Noël",
            Some(SchoolHoliday::Hiver) => "vacances d’hiver",
            Some(SchoolHoliday::Printemps) => "vacances de printemps",
            Some(SchoolHoliday::Ete) => "vacances d’été",
            Some(SchoolHoliday::Ascension) => "pont de l’Ascension",
        }
    }

    fn public_holiday(&self, holiday: PublicHoliday) -> &'static str {
        match holiday {
            PublicHoliday::NewYear => "jour de l’An",
            PublicHoliday::GoodFriday => "Vendredi saint",
            PublicHoliday::EasterMonday => "lundi de Pâques",
            PublicHoliday::LabourDay => "1er\u{a0}mai",
            PublicHoliday::Victory => "8\u{a0}mai",
            PublicHoliday::Ascension => "Ascension",
            PublicHoliday::WhitMonday => "lundi de Pentecôte",
            PublicHoliday::NationalDay => "14\u{a0}juillet",
            PublicHoliday::Assumption => "Assomption",
            PublicHoliday::AllSaints => "Toussaint",
            PublicHoliday::Armistice => "11\u{a0}novembre",
            PublicHoliday::Christmas => "Noël",
            PublicHoliday::SaintStephen => "Saint-Étienne",
            PublicHoliday::Abolition => "abolition de l’esclavage",
            PublicHoliday::MidLent => "Mi-Carême",
            PublicHoliday::Schoelcher => "fête de Victor Schœlcher",
        }
    }
}
