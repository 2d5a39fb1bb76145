//! Communes in which something lies, or which something serves.

use super::Page;
use crate::geo::{Commune, communes};
use crate::model::values::Slug;
use crate::site::Site;
use crate::site::routes::Draft;

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    for insee in site.index.communes_with_pages() {
        if let Some(commune) = communes().by_insee(insee) {
            draft.page(&path(commune), Page::Commune(insee), None);
        }
    }
}

/// The path of a commune's page, whether it has one or not.
pub fn path(commune: &Commune) -> String {
    format!(
        "/communes/{}-{}/",
        commune.insee().as_str(),
        Slug::proposed(commune.name())
    )
}
