//! Names of holidays, and why a date is to be confirmed, in French.

use super::NBSP;
use crate::calendar::{PublicHoliday, Reason, SchoolHoliday};

/// « vacances de la Toussaint ».
pub fn school_holiday(holiday: SchoolHoliday) -> &'static str {
    match holiday {
        SchoolHoliday::Toussaint => "vacances de la Toussaint",
        SchoolHoliday::Noel => "vacances de Noël",
        SchoolHoliday::Hiver => "vacances d’hiver",
        SchoolHoliday::Printemps => "vacances de printemps",
        SchoolHoliday::Ete => "vacances d’été",
        SchoolHoliday::Ascension => "pont de l’Ascension",
    }
}

/// « lundi de Pâques ».
pub fn public_holiday(holiday: PublicHoliday) -> &'static str {
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

/// Why a date is to be confirmed: « vacances de Noël », « jour férié : Ascension ».
pub fn reason(reason: Reason) -> String {
    match reason {
        Reason::SchoolHoliday(holiday) => school_holiday(holiday).to_owned(),
        Reason::SchoolCalendarUnknown => "calendrier scolaire inconnu".to_owned(),
        Reason::PublicHoliday(holiday) => {
            format!("jour férié{NBSP}: {}", public_holiday(holiday))
        }
        Reason::UncertainPublicHoliday(holiday) => format!(
            "jour férié dans certaines communes{NBSP}: {}",
            public_holiday(holiday)
        ),
    }
}
