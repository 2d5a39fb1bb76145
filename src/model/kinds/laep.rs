//! LAEP: lieux d'accueil enfants-parents.

use crate::diag::{Spanned, say};
use crate::mapping;
use crate::model::common::Common;
use crate::model::directory::{Address, Directory};
use crate::model::hours::Timetable;
use crate::model::values::{PartnerRef, PlaceRef};
use crate::text::yaml::{Decoder, Fields};

mapping! {
    /// A lieu d'accueil enfants-parents.
    pub struct Laep {
        ..pub directory: Directory,
        /// The partner that runs it.
        pub manager: Spanned<PartnerRef> = "gestionnaire",
        /// How many accueillants are there.
        pub hosts: Option<u32> = "accueillants",
        /// Its steps, when it moves.
        pub steps: Vec<Step> = "etapes",
    }

    /// One of the places between which a LAEP moves.
    pub struct Step {
        ..pub timetable: Timetable,
        /// The place.
        pub place: Option<Spanned<PlaceRef>> = "lieu",
        /// The address.
        pub address: Option<Box<Spanned<Address>>> = "adresse",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
    }
    check step_has_a_place;
}

impl Laep {
    pub(super) fn common(&self) -> &Common {
        &self.directory.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.directory.common
    }
}

fn step_has_a_place(this: &mut Step, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if decoder.has_error_within(fields.span()) {
        return;
    }
    if this.place.is_some() == this.address.is_some() {
        decoder.error(
            "step-place",
            fields.span(),
            say(
                "une étape a un « lieu » ou une « adresse » : l'un des deux",
                "a step has a “lieu” or an “adresse”: one of the two",
            ),
            say(
                "écrivez « lieu: identifiant-du-lieu »",
                "write “lieu: id-of-the-place”",
            ),
        );
    }
}
