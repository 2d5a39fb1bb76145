//! The legal notice, the accessibility statement, and the page that says that there is none.

use minijinja::Value;
use serde::Serialize;

use super::finish;
use crate::diag::Diagnostic;
use crate::model::values::{Conformance, Contact};
use crate::render::context::{Context, Link, Phone, Row};
use crate::render::fragment;
use crate::render::frame::Frame;

#[derive(Serialize)]
struct LegalView {
    rows: Vec<Row>,
    text: Option<Value>,
    text_attrs: Value,
}

pub(super) fn legal(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let config = &context.site.guide.config;
    let legal = config.legal.as_ref();
    let text = |text: Option<&str>| {
        text.map(|text| vec![context.content(text).cell()])
            .unwrap_or_default()
    };
    let contact = config
        .contact
        .as_ref()
        .map(|contact| contacts(context, contact))
        .unwrap_or_default();
    let contact = contact
        .into_iter()
        .map(|phone| crate::render::context::Cell {
            text: phone.shown,
            attrs: Value::from_safe_string(" dir=\"ltr\"".into()),
            href: Some(phone.href),
            external: false,
            aside: None,
        });
    let rows = [
        context.row(
            "legal.publisher",
            context
                .record_cell(config.publisher.id())
                .into_iter()
                .collect(),
        ),
        context.row(
            "legal.director",
            text(legal.and_then(|legal| legal.director.as_deref())),
        ),
        context.row(
            "legal.host",
            text(legal.and_then(|legal| legal.host.as_deref())),
        ),
        context.row("legal.contact", contact.collect()),
    ];
    let view = LegalView {
        rows: rows.into_iter().flatten().collect(),
        text: legal
            .and_then(|legal| legal.text.as_ref())
            .map(|text| fragment::html(context, config.url.span.file, &text.0)),
        text_attrs: context.content_attrs(),
    };
    let frame = Frame::new(context, path, context.here(context.t.get("legal.title")));
    finish(context, "legal.html", &frame, &view)
}

#[derive(Serialize)]
struct AccessibilityView {
    state: String,
    declared: Option<String>,
    contacts: Vec<Phone>,
    scheme: Option<String>,
    /// Whether the site has a look of its own, which no check of ours has seen.
    own_theme: bool,
}

pub(super) fn accessibility(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let config = &context.site.guide.config;
    let statement = config.accessibility.as_ref();
    let state = match statement.and_then(|statement| statement.state) {
        Some(Conformance::Full) => "accessibility.full",
        Some(Conformance::Partial) => "accessibility.partial",
        Some(Conformance::None) => "accessibility.none",
        None => "accessibility.unknown",
    };
    let contact = statement
        .and_then(|statement| statement.contact.as_ref())
        .or(config.contact.as_ref());
    let view = AccessibilityView {
        state: context.t.get(state).to_owned(),
        declared: statement
            .and_then(|statement| statement.declared)
            .map(|date| {
                context.t.fill(
                    "accessibility.declared",
                    &[("date", &context.partial_date(date))],
                )
            }),
        contacts: contact
            .map(|contact| contacts(context, contact))
            .unwrap_or_default(),
        scheme: statement
            .and_then(|statement| statement.scheme.as_ref())
            .map(|url| url.as_str().to_owned()),
        own_theme: config.theme_name() != "guide",
    };
    let frame = Frame::new(
        context,
        path,
        context.here(context.t.get("accessibility.title")),
    );
    finish(context, "accessibility.html", &frame, &view)
}

fn contacts(context: &Context<'_>, contact: &Contact) -> Vec<Phone> {
    let mut all: Vec<Phone> = contact
        .phone
        .iter()
        .map(|phone| context.phone(phone))
        .collect();
    all.extend(contact.email.iter().map(|email| Phone {
        href: format!("mailto:{}", email.as_str()),
        shown: email.as_str().to_owned(),
        price: None,
        label: None,
    }));
    all
}

#[derive(Serialize)]
struct NotFound {
    links: Vec<Link>,
}

pub(super) fn not_found(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let links = [
        ("home", "/"),
        ("menu.search", "/recherche/"),
        ("menu.near", "/communes/"),
        ("menu.agenda", "/agenda/"),
        ("menu.understand", "/articles/"),
        ("menu.urgent", "/urgence/"),
    ];
    let view = NotFound {
        links: links
            .into_iter()
            .filter(|(_, path)| context.site.searched || *path != "/recherche/")
            .map(|(key, path)| context.link(context.here(context.t.get(key)), path))
            .collect(),
    };
    let mut frame = Frame::new(
        context,
        path,
        context.here(context.t.get("not_found.title")),
    );
    frame.noindex = true;
    frame.qr = None;
    frame.crumbs.clear();
    frame.alternates.clear();
    finish(context, "404.html", &frame, &view)
}

/// That there is no network, nor a copy of the page; a worker shows it.
pub(super) fn offline(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let title = context.here(context.t.get("offline.title"));
    let mut frame = Frame::new(context, path, title);
    frame.noindex = true;
    frame.qr = None;
    finish(context, "offline.html", &frame, &())
}
