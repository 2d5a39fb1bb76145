//! How to reach somebody.

use crate::mapping;

use super::{Email, PhoneNumber, WebUrl};
use jiff::civil::Date;

mapping! {
    /// How to reach somebody.
    pub struct Contact {
        /// The telephone number that parents call.
        pub phone: Option<PhoneNumber> = "telephone",
        /// Other numbers, each with a word on it.
        pub phones: Vec<NamedPhone> = "telephones",
        /// When somebody answers the telephone.
        pub phone_hours: Option<Box<str>> = "horaires_telephone",
        /// The e-mail address.
        pub email: Option<Email> = "courriel",
        /// The web site.
        pub site: Option<WebUrl> = "site",
        /// Another page on the web.
        pub link: Option<WebUrl> = "lien",
        /// That the person to whom a personal number or address belongs agreed to its being published.
        pub consent: Option<Consent> = "consentement",
    }

    /// One of several telephone numbers.
    pub struct NamedPhone {
        /// The number.
        pub number: PhoneNumber = "numero",
        /// What it is for.
        pub label: Option<Box<str>> = "libelle",
        /// Whether text messages are answered.
        pub sms: Option<bool> = "sms",
    }

    /// Somebody's agreement to what is published of them.
    pub struct Consent {
        /// When it was given.
        pub on: Date = "le",
        /// Who received it.
        pub by: Box<str> = "par",
    }
}
