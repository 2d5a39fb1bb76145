//! School zones: which calendar the schools of a département follow.

use super::DepartmentCode;

/// The calendar that the schools of a place follow; what a record writes as `zone_scolaire`, save « aucune ».
///
/// Zones A, B and C group whole académies since 1 January 2016, by two orders published in the Journal officiel
/// of 17 April 2015:
/// A Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers;
/// B Aix-Marseille, Amiens, Caen, Lille, Nancy-Metz, Nantes, Nice, Orléans-Tours, Reims, Rennes, Rouen, Strasbourg;
/// C Créteil, Montpellier, Paris, Toulouse, Versailles.
/// Which départements an académie holds is said by the code de l'éducation, article R. 222-2.
/// Corsica and the overseas académies set their own calendar;
/// Saint-Barthélemy and Saint-Martin belong to Guadeloupe's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchoolZone {
    /// Zone A.
    A,
    /// Zone B.
    B,
    /// Zone C.
    C,
    /// The académie of Corsica.
    Corse,
    /// The académie of Guadeloupe.
    Guadeloupe,
    /// The académie of Martinique.
    Martinique,
    /// The académie of Guyane.
    Guyane,
    /// The académie of La Réunion.
    Reunion,
    /// The académie of Mayotte.
    Mayotte,
    /// Saint-Pierre-et-Miquelon.
    SaintPierreEtMiquelon,
}

impl SchoolZone {
    /// The code as records write it: `A`, `corse`, `saint-pierre-et-miquelon`.
    pub fn code(self) -> &'static str {
        match self {
            SchoolZone::A => "A",
            SchoolZone::B => "B",
            SchoolZone::C => "C",
            SchoolZone::Corse => "corse",
            SchoolZone::Guadeloupe => "guadeloupe",
            SchoolZone::Martinique => "martinique",
            SchoolZone::Guyane => "guyane",
            SchoolZone::Reunion => "reunion",
            SchoolZone::Mayotte => "mayotte",
            SchoolZone::SaintPierreEtMiquelon => "saint-pierre-et-miquelon",
        }
    }

    /// The zone of a département; `None` in Wallis-et-Futuna, Polynesia and Nouvelle-Calédonie.
    pub(super) fn of(department: DepartmentCode) -> Option<SchoolZone> {
        let code = department.as_str();
        ACADEMIES
            .iter()
            .find(|(_, _, departments)| departments.split(' ').any(|known| known == code))
            .map(|(_, zone, _)| *zone)
    }
}

#[rustfmt::skip]
const ACADEMIES: &[(&str, SchoolZone, &str)] = &[
    ("Besançon", SchoolZone::A, "25 39 70 90"),
    ("Bordeaux", SchoolZone::A, "24 33 40 47 64"),
    ("Clermont-Ferrand", SchoolZone::A, "03 15 43 63"),
    ("Dijon", SchoolZone::A, "21 58 71 89"),
    ("Grenoble", SchoolZone::A, "07 26 38 73 74"),
    ("Limoges", SchoolZone::A, "19 23 87"),
    ("Lyon", SchoolZone::A, "01 42 69"),
    ("Poitiers", SchoolZone::A, "16 17 79 86"),
    ("Aix-Marseille", SchoolZone::B, "04 05 13 84"),
    ("Amiens", SchoolZone::B, "02 60 80"),
    ("Lille", SchoolZone::B, "59 62"),
    ("Nancy-Metz", SchoolZone::B, "54 55 57 88"),
    ("Nantes", SchoolZone::B, "44 49 53 72 85"),
    ("Nice", SchoolZone::B, "06 83"),
    // Caen and Rouen until 2020.
    ("Normandie", SchoolZone::B, "14 27 50 61 76"),
    ("Orléans-Tours", SchoolZone::B, "18 28 36 37 41 45"),
    ("Reims", SchoolZone::B, "08 10 51 52"),
    ("Rennes", SchoolZone::B, "22 29 35 56"),
    ("Strasbourg", SchoolZone::B, "67 68"),
    ("Créteil", SchoolZone::C, "77 93 94"),
    ("Montpellier", SchoolZone::C, "11 30 34 48 66"),
    ("Paris", SchoolZone::C, "75"),
    ("Toulouse", SchoolZone::C, "09 12 31 32 46 65 81 82"),
    ("Versailles", SchoolZone::C, "78 91 92 95"),
    ("Corse", SchoolZone::Corse, "2A 2B"),
    ("Guadeloupe", SchoolZone::Guadeloupe, "971 977 978"),
    ("Martinique", SchoolZone::Martinique, "972"),
    ("Guyane", SchoolZone::Guyane, "973"),
    ("La Réunion", SchoolZone::Reunion, "974"),
    ("Mayotte", SchoolZone::Mayotte, "976"),
    ("Saint-Pierre-et-Miquelon", SchoolZone::SaintPierreEtMiquelon, "975"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_department_belongs_to_one_academy_at_most() {
        for department in DepartmentCode::all() {
            let academies = ACADEMIES
                .iter()
                .filter(|row| row.2.split(' ').any(|code| code == department.as_str()))
                .count();
            let pacific = matches!(department.as_str(), "986" | "987" | "988");
            assert_eq!(academies, usize::from(!pacific), "{department}");
        }
        for (name, _, departments) in ACADEMIES {
            for code in departments.split(' ') {
                assert!(DepartmentCode::parse(code).is_some(), "{name} {code}");
            }
        }
    }
}
