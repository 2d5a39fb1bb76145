//! Articles of the guide.

use crate::diag::Spanned;
use crate::mapping;
use crate::model::common::Common;
use crate::model::values::{Audience, Summary, Theme, Title};

mapping! {
    /// An article of the guide.
    pub struct Article {
        ..pub common: Common,
        /// The title.
        pub title: Spanned<Title> = "titre",
        /// One sentence for a parent.
        pub summary: Spanned<Summary> = "resume",
        /// Its rank in its section; articles without one come last.
        pub order: Option<u32> = "ordre",
        /// What it is about.
        pub themes: Vec<Spanned<Theme>> = "themes",
        /// Whom it is for.
        pub audiences: Vec<Spanned<Audience>> = "publics",
        /// The text in easy French.
        pub easy: Option<Box<str>> = "falc",
        /// Words that are searched, not shown.
        pub keywords: Vec<Box<str>> = "mots_cles",
        /// Other names that are searched, not shown.
        pub synonyms: Vec<Box<str>> = "synonymes",
    }
}

impl Article {
    pub(super) fn common(&self) -> &Common {
        &self.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
}
