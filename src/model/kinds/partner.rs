//! Partners: organisations.

use crate::diag::Spanned;
use crate::mapping;
use crate::model::common::Common;
use crate::model::directory::Photo;
use crate::model::values::{Contact, PartnerRef, PartnerType, Summary, TerritoryRef, Title};

mapping! {
    /// An organisation.
    pub struct Partner {
        ..pub common: Common,
        /// Its name.
        pub title: Spanned<Title> = "titre",
        /// Its acronym.
        pub acronym: Option<Box<str>> = "sigle",
        /// What sort of body it is.
        pub kind: Spanned<PartnerType> = "type",
        /// The larger body of which it is a service.
        pub parent: Option<Spanned<PartnerRef>> = "parent",
        /// Its former names.
        pub former_titles: Vec<Box<str>> = "anciens_titres",
        /// The bodies whose place it took.
        pub succeeds: Vec<Spanned<PartnerRef>> = "succede_a",
        /// One sentence for a parent.
        pub summary: Option<Spanned<Summary>> = "resume",
        /// How to reach it.
        pub contact: Option<Contact> = "contact",
        /// Its territory.
        pub territory: Option<Spanned<TerritoryRef>> = "territoire",
        /// Its logo.
        pub logo: Option<Photo> = "logo",
        /// Words that are searched, not shown.
        pub keywords: Vec<Box<str>> = "mots_cles",
        /// Other names that are searched, not shown.
        pub synonyms: Vec<Box<str>> = "synonymes",
    }
}

impl Partner {
    pub(super) fn common(&self) -> &Common {
        &self.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
}
