//! x
use crate::site::{Feed, Site};
pub(super) fn render(_s: &Site, _f: &Feed) -> String {
    String::new()
}
