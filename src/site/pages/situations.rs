//! Situations: one page each, and one that lists them.

use super::Page;
use crate::site::routes::Draft;
use crate::site::{Site, Situation};

pub(super) fn add(_: &Site, draft: &mut Draft<'_>) {
    draft.page("/situations/", Page::Situations, None);
    // A situation to which nothing answers has a page that says so, and who can still be called.
    for (index, situation) in Situation::ALL.iter().enumerate() {
        draft.page(&situation.path(), Page::Situation(index), None);
    }
}
