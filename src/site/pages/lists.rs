//! Lists of directory records that share a kind, a theme, an audience or an age.

use super::{Facet, PER_PAGE, Page};
use crate::model::Kind;
use crate::site::routes::Draft;
use crate::site::{AgeBand, Site};

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    let kinds = Kind::ALL
        .iter()
        .filter(|kind| kind.is_directory())
        .map(|kind| Facet::Kind(*kind));
    let audiences = site
        .index
        .audiences
        .keys()
        .map(|code| Facet::Audience(code.clone()));
    let ages = (0..AgeBand::ALL.len()).map(Facet::Age);
    for facet in kinds.chain(audiences).chain(ages) {
        add_pages(site, facet, draft);
    }
}

/// Adds the pages of one list; a list with nothing in it has a page that says so.
pub(super) fn add_pages(site: &Site, facet: Facet, draft: &mut Draft<'_>) {
    let pages = records(site, &facet).len().div_ceil(PER_PAGE).max(1);
    for number in 1..=pages {
        draft.page(
            &path(&facet, number),
            Page::List(facet.clone(), number),
            None,
        );
    }
}

/// The path of a page of a list, from 1.
pub fn path(facet: &Facet, number: usize) -> String {
    let first = match facet {
        Facet::Kind(kind) => format!("/{}/", kind.address()),
        Facet::Theme(code) => format!("/themes/{code}/"),
        Facet::Audience(code) => format!("/publics/{code}/"),
        Facet::Age(band) => format!("/ages/{}/", AgeBand::ALL[*band].code),
    };
    if number == 1 {
        first
    } else {
        format!("{first}page/{number}/")
    }
}

/// The records of a list, in the order of their titles.
pub fn records<'s>(site: &'s Site, facet: &Facet) -> &'s [usize] {
    let found = match facet {
        Facet::Kind(kind) => site.index.kinds.get(kind),
        Facet::Theme(code) => site.index.themes.get(code),
        Facet::Audience(code) => site.index.audiences.get(code),
        Facet::Age(band) => site.index.ages.get(*band),
    };
    found.map_or(&[], Vec::as_slice)
}
