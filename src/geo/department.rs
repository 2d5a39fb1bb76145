//! Départements, the overseas collectivities that stand for one, and regions.

use std::fmt;

use super::SchoolZone;

/// The code of a département or of an overseas collectivity that stands for one: `67`, `2A`, `971`, `987`.
///
/// It exists: there is no value for a code that INSEE doesn't know. The order is that of the codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DepartmentCode(u8);

impl DepartmentCode {
    /// Reads a code as INSEE writes it, `2a` and `2b` in either case; `None` where there is no such département.
    pub fn parse(code: &str) -> Option<DepartmentCode> {
        let upper = code.to_ascii_uppercase();
        let row = DEPARTMENTS.binary_search_by(|row| row.0.cmp(&upper)).ok()?;
        Some(DepartmentCode(row as u8))
    }

    /// All of them, in the order of their codes.
    pub fn all() -> impl Iterator<Item = DepartmentCode> {
        (0..DEPARTMENTS.len()).map(|row| DepartmentCode(row as u8))
    }

    /// The code as INSEE writes it.
    pub fn as_str(self) -> &'static str {
        self.row().0
    }

    /// The official name: « Bas-Rhin ».
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The region; overseas it covers the same territory.
    pub fn region(self) -> RegionCode {
        let row = REGIONS.binary_search_by(|row| row.0.cmp(self.row().2));
        // A test finds the region of every row.
        RegionCode(row.unwrap_or_default() as u8)
    }

    /// The school zone of its académie; `None` where a territory has a calendar of its own (Pacific).
    pub fn school_zone(self) -> Option<SchoolZone> {
        SchoolZone::of(self)
    }

    /// The time zone in the tz database.
    ///
    /// [`Commune::time_zone`](super::Commune::time_zone) knows the islands that differ.
    pub fn time_zone(self) -> &'static str {
        match self.as_str() {
            "971" => "America/Guadeloupe",
            "972" => "America/Martinique",
            "973" => "America/Cayenne",
            "974" => "Indian/Reunion",
            "975" => "America/Miquelon",
            "976" => "Indian/Mayotte",
            "977" => "America/St_Barthelemy",
            "978" => "America/Marigot",
            "986" => "Pacific/Wallis",
            "987" => "Pacific/Tahiti",
            "988" => "Pacific/Noumea",
            _ => "Europe/Paris",
        }
    }

    /// Whether it lies in metropolitan France, Corsica included.
    pub fn is_metropolitan(self) -> bool {
        self.as_str().len() == 2
    }

    /// Whether local law adds public holidays: Bas-Rhin, Haut-Rhin and Moselle.
    pub fn is_alsace_moselle(self) -> bool {
        matches!(self.as_str(), "57" | "67" | "68")
    }

    fn row(self) -> &'static (&'static str, &'static str, &'static str) {
        &DEPARTMENTS[usize::from(self.0)]
    }
}

impl fmt::Debug for DepartmentCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "DepartmentCode({self})")
    }
}

impl fmt::Display for DepartmentCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// The INSEE code of a region, or of an overseas collectivity that stands for one: `44`, `04`, `987`.
///
/// It exists, as a [`DepartmentCode`] does. The order is that of the codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode(u8);

impl RegionCode {
    /// Reads a code as INSEE writes it; `None` where there is no such region.
    pub fn parse(code: &str) -> Option<RegionCode> {
        let row = REGIONS.binary_search_by(|row| row.0.cmp(code)).ok()?;
        Some(RegionCode(row as u8))
    }

    /// All of them, in the order of their codes.
    pub fn all() -> impl Iterator<Item = RegionCode> {
        (0..REGIONS.len()).map(|row| RegionCode(row as u8))
    }

    /// The code as INSEE writes it.
    pub fn as_str(self) -> &'static str {
        REGIONS[usize::from(self.0)].0
    }

    /// The official name: « Grand Est ».
    pub fn name(self) -> &'static str {
        REGIONS[usize::from(self.0)].1
    }

    /// Its départements, in the order of their codes.
    pub fn departments(self) -> impl Iterator<Item = DepartmentCode> {
        DepartmentCode::all().filter(move |department| department.region() == self)
    }
}

impl fmt::Debug for RegionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RegionCode({self})")
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// Code, name and region, sorted by code; `regenerer.py` stops where the official list differs.
#[rustfmt::skip]
const DEPARTMENTS: &[(&str, &str, &str)] = &[
    ("01", "Ain", "84"),
    ("02", "Aisne", "32"),
    ("03", "Allier", "84"),
    ("04", "Alpes-de-Haute-Provence", "93"),
    ("05", "Hautes-Alpes", "93"),
    ("06", "Alpes-Maritimes", "93"),
    ("07", "Ardèche", "84"),
    ("08", "Ardennes", "44"),
    ("09", "Ariège", "76"),
    ("10", "Aube", "44"),
    ("11", "Aude", "76"),
    ("12", "Aveyron", "76"),
    ("13", "Bouches-du-Rhône", "93"),
    ("14", "Calvados", "28"),
    ("15", "Cantal", "84"),
    ("16", "Charente", "75"),
    ("17", "Charente-Maritime", "75"),
    ("18", "Cher", "24"),
    ("19", "Corrèze", "75"),
    ("21", "Côte-d'Or", "27"),
    ("22", "Côtes-d'Armor", "53"),
    ("23", "Creuse", "75"),
    ("24", "Dordogne", "75"),
    ("25", "Doubs", "27"),
    ("26", "Drôme", "84"),
    ("27", "Eure", "28"),
    ("28", "Eure-et-Loir", "24"),
    ("29", "Finistère", "53"),
    ("2A", "Corse-du-Sud", "94"),
    ("2B", "Haute-Corse", "94"),
    ("30", "Gard", "76"),
    ("31", "Haute-Garonne", "76"),
    ("32", "Gers", "76"),
    ("33", "Gironde", "75"),
    ("34", "Hérault", "76"),
    ("35", "Ille-et-Vilaine", "53"),
    ("36", "Indre", "24"),
    ("37", "Indre-et-Loire", "24"),
    ("38", "Isère", "84"),
    ("39", "Jura", "27"),
    ("40", "Landes", "75"),
    ("41", "Loir-et-Cher", "24"),
    ("42", "Loire", "84"),
    ("43", "Haute-Loire", "84"),
    ("44", "Loire-Atlantique", "52"),
    ("45", "Loiret", "24"),
    ("46", "Lot", "76"),
    ("47", "Lot-et-Garonne", "75"),
    ("48", "Lozère", "76"),
    ("49", "Maine-et-Loire", "52"),
    ("50", "Manche", "28"),
    ("51", "Marne", "44"),
    ("52", "Haute-Marne", "44"),
    ("53", "Mayenne", "52"),
    ("54", "Meurthe-et-Moselle", "44"),
    ("55", "Meuse", "44"),
    ("56", "Morbihan", "53"),
    ("57", "Moselle", "44"),
    ("58", "Nièvre", "27"),
    ("59", "Nord", "32"),
    ("60", "Oise", "32"),
    ("61", "Orne", "28"),
    ("62", "Pas-de-Calais", "32"),
    ("63", "Puy-de-Dôme", "84"),
    ("64", "Pyrénées-Atlantiques", "75"),
    ("65", "Hautes-Pyrénées", "76"),
    ("66", "Pyrénées-Orientales", "76"),
    ("67", "Bas-Rhin", "44"),
    ("68", "Haut-Rhin", "44"),
    ("69", "Rhône", "84"),
    ("70", "Haute-Saône", "27"),
    ("71", "Saône-et-Loire", "27"),
    ("72", "Sarthe", "52"),
    ("73", "Savoie", "84"),
    ("74", "Haute-Savoie", "84"),
    ("75", "Paris", "11"),
    ("76", "Seine-Maritime", "28"),
    ("77", "Seine-et-Marne", "11"),
    ("78", "Yvelines", "11"),
    ("79", "Deux-Sèvres", "75"),
    ("80", "Somme", "32"),
    ("81", "Tarn", "76"),
    ("82", "Tarn-et-Garonne", "76"),
    ("83", "Var", "93"),
    ("84", "Vaucluse", "93"),
    ("85", "Vendée", "52"),
    ("86", "Vienne", "75"),
    ("87", "Haute-Vienne", "75"),
    ("88", "Vosges", "44"),
    ("89", "Yonne", "27"),
    ("90", "Territoire de Belfort", "27"),
    ("91", "Essonne", "11"),
    ("92", "Hauts-de-Seine", "11"),
    ("93", "Seine-Saint-Denis", "11"),
    ("94", "Val-de-Marne", "11"),
    ("95", "Val-d'Oise", "11"),
    ("971", "Guadeloupe", "01"),
    ("972", "Martinique", "02"),
    ("973", "Guyane", "03"),
    ("974", "La Réunion", "04"),
    ("975", "Saint-Pierre-et-Miquelon", "975"),
    ("976", "Mayotte", "06"),
    ("977", "Saint-Barthélemy", "977"),
    ("978", "Saint-Martin", "978"),
    ("986", "Wallis et Futuna", "986"),
    ("987", "Polynésie française", "987"),
    ("988", "Nouvelle-Calédonie", "988"),
];

/// Code and name, sorted by code; `regenerer.py` stops where the official list differs.
#[rustfmt::skip]
const REGIONS: &[(&str, &str)] = &[
    ("01", "Guadeloupe"),
    ("02", "Martinique"),
    ("03", "Guyane"),
    ("04", "La Réunion"),
    ("06", "Mayotte"),
    ("11", "Île-de-France"),
    ("24", "Centre-Val de Loire"),
    ("27", "Bourgogne-Franche-Comté"),
    ("28", "Normandie"),
    ("32", "Hauts-de-France"),
    ("44", "Grand Est"),
    ("52", "Pays de la Loire"),
    ("53", "Bretagne"),
    ("75", "Nouvelle-Aquitaine"),
    ("76", "Occitanie"),
    ("84", "Auvergne-Rhône-Alpes"),
    ("93", "Provence-Alpes-Côte d'Azur"),
    ("94", "Corse"),
    ("975", "Saint-Pierre-et-Miquelon"),
    ("977", "Saint-Barthélemy"),
    ("978", "Saint-Martin"),
    ("986", "Wallis et Futuna"),
    ("987", "Polynésie française"),
    ("988", "Nouvelle-Calédonie"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_region_is_known() {
        assert!(DEPARTMENTS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(REGIONS.is_sorted_by(|a, b| a.0 < b.0));
        for row in DEPARTMENTS {
            assert!(RegionCode::parse(row.2).is_some(), "{}", row.0);
        }
        assert_eq!(
            RegionCode::all().flat_map(RegionCode::departments).count(),
            DEPARTMENTS.len()
        );
    }
}
