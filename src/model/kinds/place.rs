//! Places where something happens.

use crate::diag::Spanned;
use crate::mapping;
use crate::model::common::Common;
use crate::model::directory::Directory;
use crate::model::values::{PartnerRef, PlaceType, Term as _};

mapping! {
    /// A place.
    pub struct Place {
        ..pub directory: Directory,
        /// What sort of place it is.
        pub kind: Spanned<PlaceType> = "type",
        /// The partner that runs it.
        pub partner: Option<Spanned<PartnerRef>> = "partenaire",
        /// What is there.
        pub equipment: Vec<Box<str>> = "equipements",
    }
}

impl Place {
    pub(super) fn common(&self) -> &Common {
        &self.directory.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.directory.common
    }

    /// Whether no address of it is ever published.
    pub fn is_confidential(&self) -> bool {
        self.kind.code() == "hebergement-protege"
            || self
                .directory
                .confidential
                .as_ref()
                .is_some_and(|confidential| confidential.value)
    }
}
