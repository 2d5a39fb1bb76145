//! Emergency and listening numbers: one checked list for pages, footer, search and print.

use crate::diag::Spanned;
use crate::mapping;

use super::common::{SourceUrl, Translations, Verification};
use super::values::{PhoneNumber, WrittenChannel};

mapping! {
    /// An emergency or listening number.
    pub struct EmergencyNumber {
        /// The number.
        pub number: Spanned<PhoneNumber> = "numero",
        /// Whose it is.
        pub name: Box<str> = "nom",
        /// What it is for.
        pub purpose: Box<str> = "pour",
        /// When somebody answers.
        pub when: Option<Box<str>> = "quand",
        /// Whether the call is free.
        pub free: Option<bool> = "gratuit",
        /// Whether one need not say who one is.
        pub anonymous: Option<bool> = "anonyme",
        /// Whether the call is absent from bills.
        pub unbilled: Option<bool> = "invisible_facture",
        /// How one may write.
        pub written: Vec<WrittenChannel> = "ecrit",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
        /// Who says so.
        pub source: SourceUrl = "source",
        /// When somebody last made sure.
        pub verified: Verification = "verifie",
        /// Texts in other languages.
        pub translations: Option<Translations<NumberTexts>> = "traductions",
    }

    /// The texts of a number in another language.
    pub struct NumberTexts {
        /// Whose it is.
        pub name: Option<Box<str>> = "nom",
        /// What it is for.
        pub purpose: Option<Box<str>> = "pour",
        /// When somebody answers.
        pub when: Option<Box<str>> = "quand",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
    }
}
