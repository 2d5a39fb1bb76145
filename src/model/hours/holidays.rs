//! What happens in school holidays and on public holidays.

use crate::calendar::{HolidayHours, HolidayPolicy, PerHoliday, PublicHolidayPolicy};
use crate::diag::say;
use crate::mapping;
use crate::text::nearest::nearest;
use crate::text::yaml::{Decode, Decoder, Field, Kind, Node};

use super::Hours;

mapping! {
    /// What happens in each school holiday.
    pub struct HolidayKeys {
        /// In autumn.
        pub toussaint: Option<HolidayWord> = "toussaint",
        /// At Christmas.
        pub noel: Option<HolidayWord> = "noel",
        /// In winter.
        pub hiver: Option<HolidayWord> = "hiver",
        /// In spring.
        pub printemps: Option<HolidayWord> = "printemps",
        /// In summer.
        pub ete: Option<HolidayWord> = "ete",
    }
}

/// What happens in all school holidays, or in each.
#[derive(Debug, Clone)]
pub struct Holidays(pub HolidayPolicy);

/// `ferme`, `ouvert`, or a list of hours.
#[derive(Debug, Clone)]
pub struct HolidayWord(pub HolidayHours);

/// What happens on public holidays.
#[derive(Debug, Clone, Copy)]
pub struct PublicHolidays(pub PublicHolidayPolicy);

impl Decode for Holidays {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let is_hours = node.get("jours").is_some() || node.get("de").is_some();
        if matches!(node.kind, Kind::Mapping(_)) && !is_hours {
            let keys = HolidayKeys::decode(node, decoder)?;
            let of = |word: Option<HolidayWord>| word.map(|word| word.0).unwrap_or_default();
            return Some(Holidays(HolidayPolicy::Each(Box::new(PerHoliday {
                toussaint: of(keys.toussaint),
                noel: of(keys.noel),
                hiver: of(keys.hiver),
                printemps: of(keys.printemps),
                ete: of(keys.ete),
            }))));
        }
        HolidayWord::decode(node, decoder).map(|word| Holidays(HolidayPolicy::All(word.0)))
    }
}

impl Decode for HolidayWord {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let hours = match node.as_text().map(str::trim) {
            Some("ferme") => HolidayHours::Closed,
            Some("ouvert") => HolidayHours::Open,
            // One word without a figure says no hours.
            Some(text)
                if nearest(text, ["ferme", "ouvert"]).is_some()
                    || text.chars().all(char::is_alphabetic) =>
            {
                open_or_closed(text, node, decoder);
                return None;
            }
            _ => {
                HolidayHours::Replaced(<Option<Hours> as Field>::present(node, decoder)??.weekly())
            }
        };
        Some(HolidayWord(hours))
    }
}

impl Decode for PublicHolidays {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("ferme ou ouvert", "ferme or ouvert"), "ferme")?
            .trim();
        match text {
            "ferme" => Some(PublicHolidays(PublicHolidayPolicy::Closed)),
            "ouvert" => Some(PublicHolidays(PublicHolidayPolicy::Open)),
            _ => {
                open_or_closed(text, node, decoder);
                None
            }
        }
    }
}

fn open_or_closed(text: &str, node: &Node<'_>, decoder: &mut Decoder) {
    decoder.error(
        "unknown-value",
        node.span,
        say(
            format!("valeur inconnue « {text} »"),
            format!("unknown value “{text}”"),
        ),
        say("écrivez ferme ou ouvert", "write ferme or ouvert"),
    );
}
