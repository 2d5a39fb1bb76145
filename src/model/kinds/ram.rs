//! RAM, called relais petite enfance since 2021.

use crate::diag::Spanned;
use crate::mapping;
use crate::model::common::Common;
use crate::model::directory::Directory;
use crate::model::hours::Hours;
use crate::model::sessions::SessionRule;
use crate::model::values::PartnerRef;
use crate::text::yaml::{Decoder, Fields};

mapping! {
    /// A relais petite enfance.
    pub struct Ram {
        ..pub directory: Directory,
        /// The partner that runs it.
        pub manager: Spanned<PartnerRef> = "gestionnaire",
        /// When somebody is there for questions.
        pub desk: Option<Hours> = "permanences",
        /// Workshops.
        pub workshops: Vec<SessionRule> = "ateliers",
        /// What it does.
        pub missions: Vec<Box<str>> = "missions",
    }
    check desk_agrees;
}

impl Ram {
    pub(super) fn common(&self) -> &Common {
        &self.directory.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.directory.common
    }
}

fn desk_agrees(this: &mut Ram, decoder: &mut Decoder, _: &Fields<'_, '_>) {
    if let Some(desk) = &this.desk {
        desk.join_or_tell(&this.directory.timetable.0, decoder);
    }
}
