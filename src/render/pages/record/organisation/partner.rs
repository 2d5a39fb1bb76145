//! Partners: how to reach them, what they belong to, what they offer.

use minijinja::Value;

use super::super::text_cell;
use super::Parts;
use crate::model::kinds::Partner;
use crate::model::{Data, Kind};
use crate::render::context::{Cell, Context};

pub(super) fn parts(context: &Context<'_>, index: usize, partner: &Partner) -> Parts {
    let entry = context.entry(index);
    let id = entry.record.id();
    let site = context.site;
    let contact = partner.contact.as_ref();
    let mut contacts: Vec<Cell> = Vec::new();
    if let Some(contact) = contact {
        let ltr = || Value::from_safe_string(" dir=\"ltr\"".to_owned());
        contacts.extend(contact.phone.iter().map(|phone| Cell {
            text: phone.shown(),
            attrs: ltr(),
            href: Some(phone.link()),
            external: false,
            aside: None,
        }));
        contacts.extend(contact.email.iter().map(|email| Cell {
            text: email.as_str().to_owned(),
            attrs: ltr(),
            href: Some(format!("mailto:{}", email.as_str())),
            external: false,
            aside: None,
        }));
        contacts.extend(contact.site.iter().chain(&contact.link).map(|url| Cell {
            text: url.host().to_owned(),
            attrs: ltr(),
            href: Some(url.as_str().to_owned()),
            external: true,
            aside: None,
        }));
    }
    let services = site
        .index
        .others
        .get(&Kind::Partner)
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| match &context.entry(*other).record.data {
            Data::Partner(other) => other
                .parent
                .as_ref()
                .is_some_and(|parent| parent.id() == id),
            _ => false,
        });
    let conventions = site
        .index
        .others
        .get(&Kind::Convention)
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| match &context.entry(*other).record.data {
            Data::Convention(convention) => convention.parties.iter().any(|party| party.id() == id),
            _ => false,
        });
    Parts {
        rows: vec![
            context.row(
                "partner.acronym",
                partner
                    .acronym
                    .as_deref()
                    .map(|acronym| text_cell(context, acronym))
                    .into_iter()
                    .collect(),
            ),
            context.row("partner.contact", contacts),
            context.row(
                "partner.parent",
                partner
                    .parent
                    .iter()
                    .filter_map(|parent| context.record_cell(parent.id()))
                    .collect(),
            ),
            context.row(
                "partner.services",
                services
                    .filter_map(|other| context.record_cell(&context.entry(other).record.id()))
                    .collect(),
            ),
            context.row(
                "partner.territory",
                partner
                    .territory
                    .iter()
                    .filter_map(|territory| context.record_cell(territory.id()))
                    .collect(),
            ),
            context.row(
                "partner.former",
                partner
                    .former_titles
                    .iter()
                    .map(|title| text_cell(context, title))
                    .collect(),
            ),
            context.row(
                "partner.succeeds",
                partner
                    .succeeds
                    .iter()
                    .filter_map(|other| context.record_cell(other.id()))
                    .collect(),
            ),
            context.row(
                "partner.conventions",
                conventions
                    .filter_map(|other| context.record_cell(&context.entry(other).record.id()))
                    .collect(),
            ),
        ],
        records: site.index.partners.get(&*id).cloned().unwrap_or_default(),
        cards_title: "partner.offers",
        ..Parts::default()
    }
}
