//! RAM, called relais petite enfance since 2021.

use crate::diag::{Span, Spanned, say};
use crate::mapping;
use crate::model::common::Common;
use crate::model::directory::Directory;
use crate::model::hours::Hours;
use crate::model::sessions::SessionRule;
use crate::model::values::PartnerRef;
use crate::text::yaml::Decoder;

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
    check has_communes;
}

impl Ram {
    pub(super) fn common(&self) -> &Common {
        &self.directory.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.directory.common
    }
}

fn has_communes(this: &mut Ram, decoder: &mut Decoder, span: Span) {
    let directory = &this.directory;
    if let Some(desk) = &this.desk {
        desk.join_or_tell(&directory.timetable.0, decoder);
    }
    if directory.communes.is_empty() {
        decoder.error(
            "missing-key",
            span,
            say(
                "il manque la clé « communes »",
                "the key “communes” is missing",
            ),
            say(
                "ajoutez les codes INSEE des communes servies : communes: [67180, 67462]",
                "add the INSEE codes of the communes served: communes: [67180, 67462]",
            ),
        );
    }
}
