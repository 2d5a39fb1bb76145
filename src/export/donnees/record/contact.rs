//! How to reach somebody, as data: never who agreed to it.

use super::super::view::view;
use crate::model::values::{self, PhoneNumber};

view! {
    /// How to reach somebody.
    struct Contact<'s> {
        phone: Option<String> = "telephone",
        phones: Vec<Phone<'s>> = "telephones",
        phone_hours: Option<&'s str> = "horaires_telephone",
        email: Option<&'s str> = "courriel",
        site: Option<&'s str> = "site",
        link: Option<&'s str> = "lien",
    }

    /// One of several telephone numbers.
    struct Phone<'s> {
        number: String = "numero",
        label: Option<&'s str> = "libelle",
        sms: bool = "sms",
    }
}

pub(super) fn of(contact: &values::Contact) -> Contact<'_> {
    let phones = contact.phones.iter().map(|phone| Phone {
        number: number(&phone.number),
        label: phone.label.as_deref(),
        sms: phone.sms == Some(true),
        ..Phone::default()
    });
    Contact {
        phone: contact.phone.as_ref().map(number),
        phones: phones.collect(),
        phone_hours: contact.phone_hours.as_deref(),
        email: contact.email.as_ref().map(|email| email.as_str()),
        site: contact.site.as_ref().map(|site| site.as_str()),
        link: contact.link.as_ref().map(|link| link.as_str()),
        ..Contact::default()
    }
}

impl Contact<'_> {
    /// The number that is called first.
    pub(in crate::export::donnees) fn first_phone(&self) -> Option<&str> {
        let others = || self.phones.first().map(|phone| &*phone.number);
        self.phone.as_deref().or_else(others)
    }
}

/// A number as programs dial it: `+33123456789`, `3919`.
fn number(phone: &PhoneNumber) -> String {
    phone.link().trim_start_matches("tel:").to_owned()
}
