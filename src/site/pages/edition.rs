//! The edition for paper: the whole guide, the part of each commune, a poster for each place; made only when asked for.
//!
//! Nothing discreet is on paper that lies about; it is in the content's own language.

use super::{Page, commune_path};
use crate::geo::{InseeCode, communes};
use crate::model::Kind;
use crate::site::Site;
use crate::site::routes::Draft;

/// The folder of the edition, and the page of the whole.
pub const EDITION: &str = "/imprimer/";

/// A document of the edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edition {
    /// Every record.
    Whole,
    /// What lies in a commune, or serves it.
    Commune(InseeCode),
    /// The poster of a place, a LAEP or a relais, by its place among the entries.
    Poster(usize),
}

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    if !site.has_edition() {
        return;
    }
    let parts = site.index.communes.keys().copied();
    let posters = posters(site).map(Edition::Poster);
    let all = std::iter::once(Edition::Whole)
        .chain(parts.map(Edition::Commune))
        .chain(posters);
    for edition in all {
        if let Some(path) = path(site, &edition) {
            draft.single(&path, Page::Edition(edition));
        }
    }
}

/// Where a document of the edition stands; none for what has no page.
pub fn path(site: &Site, edition: &Edition) -> Option<String> {
    let inner = match edition {
        Edition::Whole => "/".to_owned(),
        Edition::Commune(insee) => commune_path(communes().by_insee(*insee)?),
        Edition::Poster(entry) => format!("/affiches{}", site.address(*entry)?),
    };
    Some(format!("{EDITION}{}", &inner[1..]))
}

/// The records of a document, by their places among the entries.
pub fn records(site: &Site, edition: &Edition) -> Vec<usize> {
    let mut all: Vec<usize> = match edition {
        Edition::Whole => {
            let kinds = Kind::ALL.iter().filter(|kind| kind.is_directory());
            kinds
                .filter_map(|kind| site.index.kinds.get(kind))
                .flatten()
                .copied()
                .collect()
        }
        Edition::Commune(insee) => {
            let here = site.index.communes.get(insee).into_iter().flatten();
            let mut all: Vec<usize> = here.copied().collect();
            all.extend(site.index.serving(&site.guide, *insee));
            all
        }
        Edition::Poster(entry) => vec![*entry],
    };
    all.retain(|record| !site.guide.entries()[*record].standing.discreet);
    all
}

/// The places that have a poster: those one may go to.
pub fn posters(site: &Site) -> impl Iterator<Item = usize> {
    let goes = |entry: &crate::check::Entry| {
        matches!(entry.record.kind, Kind::Laep | Kind::Ram | Kind::Place)
            && entry.takes_part()
            && !entry.standing.discreet
            && !entry.standing.confidential
            && !entry.locations.is_empty()
    };
    let entries = site.guide.entries().iter().enumerate();
    entries
        .filter(move |(_, entry)| goes(entry))
        .map(|(index, _)| index)
}
