//! What a place has of its own: school zone, public holidays, time zone.

use super::PublicHolidays;

/// A school zone, as a record's `zone_scolaire` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// `A`
    A,
    /// `B`
    B,
    /// `C`
    C,
    /// `corse`
    Corse,
    /// `guadeloupe`
    Guadeloupe,
    /// `martinique`
    Martinique,
    /// `guyane`
    Guyane,
    /// `reunion`
    Reunion,
    /// `mayotte`
    Mayotte,
    /// `saint-pierre-et-miquelon`
    SaintPierreEtMiquelon,
    /// `aucune`: school holidays change nothing.
    None,
}

impl Zone {
    /// All zones, in the order of the codes.
    pub const ALL: [Zone; 11] = [
        Zone::A,
        Zone::B,
        Zone::C,
        Zone::Corse,
        Zone::Guadeloupe,
        Zone::Martinique,
        Zone::Guyane,
        Zone::Reunion,
        Zone::Mayotte,
        Zone::SaintPierreEtMiquelon,
        Zone::None,
    ];

    /// The zone as records write it.
    pub fn code(self) -> &'static str {
        match self {
            Zone::A => "A",
            Zone::B => "B",
            Zone::C => "C",
            Zone::Corse => "corse",
            Zone::Guadeloupe => "guadeloupe",
            Zone::Martinique => "martinique",
            Zone::Guyane => "guyane",
            Zone::Reunion => "reunion",
            Zone::Mayotte => "mayotte",
            Zone::SaintPierreEtMiquelon => "saint-pierre-et-miquelon",
            Zone::None => "aucune",
        }
    }

    /// The zone that a record names.
    pub fn from_code(code: &str) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.code() == code)
    }

    /// The zone of a département by its code (`67`, `2A`, `971`), as its académie belongs to it.
    pub fn of_departement(code: &str) -> Option<Zone> {
        ZONES
            .iter()
            .find(|(_, codes)| codes.contains(&code))
            .map(|(zone, _)| *zone)
    }
}

/// Where something takes place, as far as the calendar cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Locality {
    /// The school zone, where it is known.
    pub zone: Option<Zone>,
    /// The public holidays.
    pub public_holidays: PublicHolidays,
}

impl Locality {
    /// The locality of a département, with the zone that a record says of itself instead of the département's.
    pub fn new(departement: Option<&str>, zone: Option<Zone>) -> Locality {
        Locality {
            zone: zone.or_else(|| Zone::of_departement(departement?)),
            public_holidays: departement.map_or_else(Default::default, |code| {
                PublicHolidays::of_departement(code)
            }),
        }
    }
}

/// The time zone of a département in the tz database; mainland France without one.
pub fn time_zone(departement: Option<&str>) -> &'static str {
    match departement {
        Some("971") => "America/Guadeloupe",
        Some("972") => "America/Martinique",
        Some("973") => "America/Cayenne",
        Some("974") => "Indian/Reunion",
        Some("975") => "America/Miquelon",
        Some("976") => "Indian/Mayotte",
        Some("977") => "America/St_Barthelemy",
        Some("978") => "America/Marigot",
        Some("986") => "Pacific/Wallis",
        Some("987") => "Pacific/Tahiti",
        Some("988") => "Pacific/Noumea",
        _ => "Europe/Paris",
    }
}

#[rustfmt::skip]
const ZONES: [(Zone, &[&str]); 10] = [
    (Zone::A, &[
        "25", "39", "70", "90", "24", "33", "40", "47", "64", "03", "15", "43", "63", "21", "58", "71", "89",
        "07", "26", "38", "73", "74", "19", "23", "87", "01", "42", "69", "16", "17", "79", "86",
    ]),
    (Zone::B, &[
        "04", "05", "13", "84", "02", "60", "80", "14", "50", "61", "27", "76", "59", "62", "54", "55", "57", "88",
        "44", "49", "53", "72", "85", "06", "83", "18", "28", "36", "37", "41", "45", "08", "10", "51", "52",
        "22", "29", "35", "56", "67", "68",
    ]),
    (Zone::C, &[
        "77", "93", "94", "11", "30", "34", "48", "66", "75", "09", "12", "31", "32", "46", "65", "81", "82",
        "78", "91", "92", "95",
    ]),
    (Zone::Corse, &["2A", "2B"]),
    // Saint-Barthélemy and Saint-Martin belong to the académie of Guadeloupe.
    (Zone::Guadeloupe, &["971", "977", "978"]),
    (Zone::Martinique, &["972"]),
    (Zone::Guyane, &["973"]),
    (Zone::Reunion, &["974"]),
    (Zone::Mayotte, &["976"]),
    (Zone::SaintPierreEtMiquelon, &["975"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_departement_has_one_zone() {
        let mut codes: Vec<&str> = ZONES
            .iter()
            .flat_map(|(_, codes)| *codes)
            .copied()
            .collect();
        assert_eq!(codes.len(), 96 + 8);
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 96 + 8);
        assert_eq!(Zone::of_departement("67"), Some(Zone::B));
        assert_eq!(Zone::of_departement("69"), Some(Zone::A));
        assert_eq!(Zone::of_departement("66"), Some(Zone::C));
        assert_eq!(Zone::of_departement("20"), None);
    }

    #[test]
    fn a_record_s_own_zone_comes_first() {
        assert_eq!(Locality::new(Some("67"), None).zone, Some(Zone::B));
        assert_eq!(
            Locality::new(Some("67"), Some(Zone::None)).zone,
            Some(Zone::None)
        );
        assert_eq!(Locality::new(None, None).zone, None);
    }

    #[test]
    fn time_zones_are_in_the_database() {
        for (_, codes) in ZONES {
            for code in codes {
                assert!(
                    jiff::tz::TimeZone::get(time_zone(Some(code))).is_ok(),
                    "{code}"
                );
            }
        }
    }
}
