//! Pages of records, one each.

use super::Page;
use crate::diag::Span;
use crate::site::Site;
use crate::site::routes::Draft;

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    for (index, entry) in site.guide.entries().iter().enumerate() {
        if let Some(path) = site.address(index) {
            draft.page(
                path,
                Page::Record(index),
                Some(Span::file(entry.record.file)),
            );
        }
    }
}
