//! Themes: one page each where there is something to read or a place to go.

use super::Facet;
use crate::site::Site;
use crate::site::routes::Draft;

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    let Some(themes) = site.guide.vocabulary.list("themes") else {
        return;
    };
    for (code, _) in themes.iter() {
        if site.index.themes.contains_key(code) || site.index.reading.contains_key(code) {
            super::lists::add_pages(site, Facet::Theme(code.into()), draft);
        }
    }
}
