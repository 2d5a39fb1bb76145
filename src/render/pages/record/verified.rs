//! When the facts were last made sure of, and what a visitor may do about a fault.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::check::Entry;
use crate::model::values::{PartialDate, Term as _, VerificationMeans};
use crate::render::context::{Context, Phone, Said};

/// The foot of a record.
#[derive(Serialize)]
pub(super) struct Verified {
    line: Option<Said>,
    old: bool,
    /// How to write to the editor, the page named in the message.
    report: Option<Phone>,
    call: Option<Phone>,
    edit: Option<String>,
}

pub(super) fn view(context: &Context<'_>, index: usize) -> Verified {
    let entry = context.entry(index);
    let config = &context.site.guide.config;
    let contact = config.contact.as_ref();
    let means = entry
        .record
        .data
        .common()
        .verified
        .as_ref()
        .and_then(|verified| verified.means);
    let report = contact
        .and_then(|contact| contact.email.as_ref())
        .map(|email| {
            let page = context
                .site
                .address(index)
                .map(|path| context.site.url(context.language, path))
                .unwrap_or_default();
            let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
            // A subject that says nothing of a discreet page: mail boxes are shared.
            let what = if entry.standing.discreet {
                String::new()
            } else {
                format!(" : {}", entry.record.data.title())
            };
            let subject = format!("{}{what}", context.t.get("report.subject"));
            Phone {
                href: format!(
                    "mailto:{}?subject={}&body={}",
                    email.as_str(),
                    encode(&subject),
                    encode(&format!("{page}\n\n"))
                ),
                shown: email.as_str().to_owned(),
                price: None,
                label: None,
            }
        });
    let edit = config.repository.as_ref().map(|repository| {
        format!(
            "{}/{}",
            repository.as_str().trim_end_matches('/'),
            context.site.sources().file(entry.record.file).name
        )
    });
    Verified {
        line: line(context, entry),
        old: entry.standing.stale || means == Some(VerificationMeans::Document),
        call: contact
            .and_then(|contact| contact.phone.as_ref())
            .map(|phone| context.phone(phone)),
        report,
        edit,
    }
}

/// « Vérifié le 12 octobre 2026 par téléphone, par l'équipe du guide ».
pub(super) fn line(context: &Context<'_>, entry: &Entry) -> Option<Said> {
    let verified = entry.record.data.common().verified.as_ref()?;
    let on = *verified.on;
    let date = context.partial_date(on);
    if verified.means == Some(VerificationMeans::Document) {
        return Some(context.here(context.t.fill("verified.document", &[("date", &date)])));
    }
    let key = if matches!(on, PartialDate::Day(_)) {
        "verified.on"
    } else {
        "verified.in"
    };
    let mut text = context.t.fill(key, &[("date", &date)]);
    if let Some(means) = verified.means {
        text.push(' ');
        text.push_str(context.t.get(&format!("verified.means.{}", means.code())));
    }
    let by = verified
        .by
        .as_ref()
        .and_then(|partner| context.site.guide.get(partner.id()));
    if let Some(partner) = by {
        text.push_str(
            &context
                .t
                .fill("verified.by", &[("name", &context.title(partner).text)]),
        );
    }
    Some(context.here(text))
}
