//! What pictures are made with: drawn once, when the first picture needs it.

use std::sync::OnceLock;

use super::{Foot, Plate};

/// How many sorts of pictures there may be: the guide's, and one for each kind of record.
const SORTS: usize = 16;

/// The plates and feet of a site, by sort.
#[derive(Default)]
pub struct Press {
    plates: [OnceLock<Plate>; SORTS],
    feet: [OnceLock<Foot>; 2],
}

impl Press {
    /// The plate of a sort, drawn at the first call.
    pub fn plate(&self, sort: usize, draw: impl FnOnce() -> Plate) -> &Plate {
        self.plates[sort].get_or_init(draw)
    }

    /// The foot of the guide's own picture, or that of all others, drawn at the first call.
    pub fn foot(&self, is_guide: bool, draw: impl FnOnce() -> Foot) -> &Foot {
        self.feet[usize::from(is_guide)].get_or_init(draw)
    }
}
