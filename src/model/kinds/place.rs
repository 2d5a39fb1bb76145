//! Places where something happens.

use crate::diag::{Span, Spanned, say};
use crate::mapping;
use crate::model::common::Common;
use crate::model::directory::Directory;
use crate::model::values::{PartnerRef, PlaceType, Term as _};
use crate::text::yaml::Decoder;

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
    check has_an_address;
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

fn has_an_address(this: &mut Place, decoder: &mut Decoder, span: Span) {
    let needs_none = this.is_confidential() || this.kind.code() == "en-ligne";
    if this.directory.address.is_none() && !needs_none && !this.kind.code().is_empty() {
        decoder.error(
            "missing-key",
            span,
            say(
                "il manque la clé « adresse »",
                "the key “adresse” is missing",
            ),
            say(
                "ajoutez adresse: {voie: 3 rue de l'Église, code_postal: 67500, commune: Haguenau}",
                "add adresse: {voie: 3 rue de l'Église, code_postal: 67500, commune: Haguenau}",
            ),
        );
    }
}
