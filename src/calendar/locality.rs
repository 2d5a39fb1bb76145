//! What a place has of its own: school zone and public holidays.

use super::PublicHolidays;
use crate::geo::DepartmentCode;

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

    /// The time zone of its places in the tz database, where the zone is theirs alone; else that of Paris.
    pub fn time_zone(self) -> &'static str {
        match self {
            Zone::Guadeloupe => "America/Guadeloupe",
            Zone::Martinique => "America/Martinique",
            Zone::Guyane => "America/Cayenne",
            Zone::Reunion => "Indian/Reunion",
            Zone::Mayotte => "Indian/Mayotte",
            Zone::SaintPierreEtMiquelon => "America/Miquelon",
            Zone::A | Zone::B | Zone::C | Zone::Corse | Zone::None => "Europe/Paris",
        }
    }

    /// The zone of a département by its code (`67`, `2A`, `971`), as its académie belongs to it.
    pub fn of_departement(code: &str) -> Option<Zone> {
        Zone::from_code(DepartmentCode::parse(code)?.school_zone()?.code())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_departement_has_the_zone_of_its_academie() {
        for department in DepartmentCode::all() {
            let zone = Zone::of_departement(department.as_str());
            assert_eq!(
                zone.is_none(),
                department.school_zone().is_none(),
                "{}",
                department.as_str()
            );
        }
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
}
