//! Pages for the frame of another site: of a commune, of a kind in it, of a kind, of a theme.
//!
//! They are in the content's own language alone, and hold nothing discreet: who frames them knows what is read there.

use super::{Facet, Page, commune_path, list_path};
use crate::check::is_grave;
use crate::geo::{InseeCode, communes};
use crate::model::Kind;
use crate::site::Site;
use crate::site::routes::Draft;

/// The page that says how to frame the others; they lie below it.
pub const EMBEDS: &str = "/integrer/";

/// What a page for a frame holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Embed {
    /// What lies in a commune or serves it; of one kind alone, perhaps.
    Commune(InseeCode, Option<Kind>),
    /// What a list of the guide holds: a kind, or a theme.
    List(Facet),
}

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    draft.page(EMBEDS, Page::Embeds, None);
    for embed in all(site) {
        if let Some(path) = path(&embed) {
            draft.single(&path, Page::Embed(embed));
        }
    }
}

/// Every page for a frame that holds something.
pub fn all(site: &Site) -> Vec<Embed> {
    let kinds = || Kind::ALL.iter().copied().filter(|kind| kind.is_directory());
    let mut all: Vec<Embed> = Vec::new();
    for insee in site.index.communes_with_pages() {
        let records = records(site, &Embed::Commune(insee, None));
        let kind_of = |record: &usize| site.guide.entries()[*record].record.kind;
        all.extend((!records.is_empty()).then_some(Embed::Commune(insee, None)));
        all.extend(
            kinds()
                .filter(|kind| records.iter().any(|record| kind_of(record) == *kind))
                .map(|kind| Embed::Commune(insee, Some(kind))),
        );
    }
    let themes = site.index.themes.keys();
    let lists = kinds()
        .map(Facet::Kind)
        .chain(themes.cloned().map(Facet::Theme));
    all.extend(
        lists
            .map(Embed::List)
            .filter(|embed| !records(site, embed).is_empty()),
    );
    all
}

/// Where a page for a frame stands.
pub fn path(embed: &Embed) -> Option<String> {
    let inner = match embed {
        Embed::Commune(insee, kind) => {
            let commune = commune_path(communes().by_insee(*insee)?);
            match kind {
                Some(kind) => format!("{commune}{}/", kind.address()),
                None => commune,
            }
        }
        Embed::List(facet) => list_path(facet, 1),
    };
    Some(format!("{EMBEDS}{}", inner.trim_start_matches('/')))
}

/// The records of a page for a frame.
pub fn records(site: &Site, embed: &Embed) -> Vec<usize> {
    let mut all: Vec<usize> = match embed {
        Embed::Commune(insee, kind) => {
            let here = site.index.communes.get(insee).into_iter().flatten();
            let mut all: Vec<usize> = here.copied().collect();
            all.extend(site.index.serving(&site.guide, *insee));
            all.retain(|record| {
                kind.is_none_or(|kind| site.guide.entries()[*record].record.kind == kind)
            });
            all
        }
        Embed::List(Facet::Theme(code)) if is_grave(&site.guide.vocabulary, code) => Vec::new(),
        Embed::List(facet) => super::list_records(site, facet).to_vec(),
    };
    all.retain(|record| !site.guide.entries()[*record].standing.discreet);
    all
}
