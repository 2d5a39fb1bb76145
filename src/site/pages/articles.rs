//! Sections of articles: one page each.

use super::Page;
use crate::site::Site;
use crate::site::routes::Draft;

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    for section in site
        .index
        .sections
        .keys()
        .filter(|section| !section.is_empty())
    {
        draft.page(
            &format!("/{section}/"),
            Page::Section(section.clone()),
            None,
        );
    }
}
