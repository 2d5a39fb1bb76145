//! One commune.

use super::find::arrondissement;
use super::fold::fold;
use super::{DepartmentCode, Epci, InseeCode, Point, PostalCode, Precision, RegionCode, communes};

/// A commune of today, or a municipal arrondissement of Paris, Lyon or Marseille.
///
/// There is none without a postal code, a population and a position.
#[derive(Debug)]
pub struct Commune {
    pub(super) insee: InseeCode,
    pub(super) name: &'static str,
    pub(super) postal_codes: &'static [PostalCode],
    pub(super) department: DepartmentCode,
    pub(super) epci: Option<&'static Epci>,
    pub(super) ept: Option<&'static Epci>,
    pub(super) whole: Option<u16>,
    pub(super) population: u32,
    pub(super) point: Point,
    pub(super) precision: Precision,
}

impl Commune {
    /// Its INSEE code.
    pub fn insee(&self) -> InseeCode {
        self.insee
    }

    /// The official name: « L'Haÿ-les-Roses », « Paris 11e Arrondissement ».
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The name that an address ends with: the official one, « Paris » for an arrondissement of Paris.
    pub fn city(&self) -> &'static str {
        self.whole().name
    }

    /// Its postal codes, sorted, at least one; CEDEX codes are not among them.
    pub fn postal_codes(&self) -> &'static [PostalCode] {
        self.postal_codes
    }

    /// Its département.
    pub fn department(&self) -> DepartmentCode {
        self.department
    }

    /// Its region.
    pub fn region(&self) -> RegionCode {
        self.department.region()
    }

    /// The grouping it belongs to; four islands of the mainland and the collectivities of the oceans have none.
    pub fn epci(&self) -> Option<&'static Epci> {
        self.epci
    }

    /// Its établissement public territorial, in Greater Paris outside Paris, beside its EPCI.
    pub fn ept(&self) -> Option<&'static Epci> {
        self.ept
    }

    /// Its inhabitants by the last legal census (population municipale).
    pub fn population(&self) -> u32 {
        self.population
    }

    /// Its centre, as far as [`precision`](Commune::precision) says.
    pub fn point(&self) -> Point {
        self.point
    }

    /// Whether [`point`](Commune::point) is its own centre or a mean of its neighbours'.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The commune that this is an arrondissement of, else itself.
    pub fn whole(&self) -> &Commune {
        self.whole.map_or(self, |index| communes().at(index))
    }

    /// Whether it is a municipal arrondissement.
    pub fn is_arrondissement(&self) -> bool {
        self.whole.is_some()
    }

    /// Its arrondissements, in order; none but in Paris, Lyon and Marseille.
    pub fn arrondissements(&self) -> impl Iterator<Item = &'static Commune> {
        let insee = self.insee;
        communes()
            .parts()
            .filter(move |part| part.whole().insee == insee)
    }

    /// Whether mail for it may bear this code.
    pub fn has_postal_code(&self, code: PostalCode) -> bool {
        self.postal_codes.contains(&code)
    }

    /// Whether a code of its own begins as this one does, so that it most often lies in the same département.
    pub fn is_around(&self, code: PostalCode) -> bool {
        self.postal_codes.iter().any(|known| known.is_near(&code))
    }

    /// Whether people may write it so: its name or its city's, without case, accents, hyphens and apostrophes.
    pub fn is_named(&self, name: &str) -> bool {
        let key = fold(name);
        let bare = self.name.split(" (").next().unwrap_or_default();
        [self.name, self.city(), bare]
            .into_iter()
            .any(|known| fold(known) == key)
            || arrondissement(name) == Some(self.insee)
    }

    /// Its time zone in the tz database: the département's, save on the Marquises and the Gambier.
    pub fn time_zone(&self) -> &'static str {
        match self.insee.as_str() {
            "98718" | "98723" | "98731" | "98746" | "98756" | "98757" => "Pacific/Marquesas",
            "98719" => "Pacific/Gambier",
            _ => self.department.time_zone(),
        }
    }
}

impl PartialEq for Commune {
    fn eq(&self, other: &Commune) -> bool {
        self.insee == other.insee
    }
}

impl Eq for Commune {}

/// A code or a name that merged communes had, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Former {
    pub(super) insee: InseeCode,
    pub(super) name: Option<&'static str>,
    pub(super) today: u16,
}

impl Former {
    /// The INSEE code it had.
    pub fn insee(&self) -> InseeCode {
        self.insee
    }

    /// The name it had, where the list still gives it (communes déléguées et associées).
    pub fn name(&self) -> Option<&'static str> {
        self.name
    }

    /// The commune it is a part of today.
    pub fn today(&self) -> &'static Commune {
        communes().at(self.today)
    }
}
