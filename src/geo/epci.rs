//! Groupings of communes: EPCI with their own taxes, and the EPT of Greater Paris.

use super::{Commune, Point, Siren, communes};

/// A grouping of communes that the official lists give by SIREN.
#[derive(Debug, Clone, PartialEq)]
pub struct Epci {
    pub(super) siren: Siren,
    pub(super) kind: EpciKind,
    pub(super) name: &'static str,
    pub(super) point: Point,
    pub(super) place: (i32, i32),
}

/// What kind of grouping it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EpciKind {
    /// Communauté de communes.
    Cc,
    /// Communauté d'agglomération.
    Ca,
    /// Communauté urbaine.
    Cu,
    /// Métropole.
    Metropole,
    /// The Métropole de Lyon, a collectivity that stands for the département too.
    MetropoleDeLyon,
    /// Établissement public territorial, a part of the Métropole du Grand Paris.
    Ept,
}

impl Epci {
    /// Its number, which never changes while it exists.
    pub fn siren(&self) -> Siren {
        self.siren
    }

    /// What kind of grouping it is.
    pub fn kind(&self) -> EpciKind {
        self.kind
    }

    /// The name as the official list has it: « CC Faucigny - Glières ».
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The name with its kind written out: « Communauté de communes Faucigny - Glières ».
    pub fn full_name(&self) -> String {
        let short = [
            ("CC ", "Communauté de communes "),
            ("CA ", "Communauté d'agglomération "),
            ("CU ", "Communauté urbaine "),
        ];
        let long = short
            .iter()
            .find_map(|(short, long)| Some(format!("{long}{}", self.name.strip_prefix(short)?)));
        long.unwrap_or_else(|| self.name.to_owned())
    }

    /// Its middle: the mean of the communes that are known exactly.
    pub fn point(&self) -> Point {
        self.point
    }

    /// Its communes, in the order of their codes, without arrondissements.
    pub fn communes(&self) -> impl Iterator<Item = &'static Commune> {
        let siren = self.siren;
        communes().iter().filter(move |commune| {
            let of = |group: Option<&Epci>| group.is_some_and(|group| group.siren == siren);
            !commune.is_arrondissement() && (of(commune.epci()) || of(commune.ept()))
        })
    }
}
