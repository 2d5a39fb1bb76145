//! Pages of partners, territories, plans and public conventions.

mod convention;
mod partner;
mod plan;
mod territory;

use minijinja::Value;
use serde::Serialize;

use super::{finish, verified};
use crate::diag::Diagnostic;
use crate::model::Data;
use crate::render::card;
use crate::render::context::{Context, Link, Row, Said};

/// How many records such a page shows.
const CARDS: usize = 40;

#[derive(Serialize, Default)]
struct Parts {
    rows: Vec<Option<Row>>,
    groups: Vec<Group>,
    records: Vec<usize>,
    cards_title: &'static str,
    links: Vec<Link>,
    links_title: &'static str,
}

#[derive(Serialize)]
struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct View {
    label: Said,
    example: bool,
    summary: Option<Said>,
    untranslated: bool,
    rows: Vec<Row>,
    body: Option<Value>,
    body_attrs: Value,
    groups: Vec<Group>,
    cards_title: String,
    cards: Vec<Value>,
    cards_left: usize,
    links_title: String,
    links: Vec<Link>,
    read_on: Vec<Row>,
    verified: verified::Verified,
}

pub(super) fn page(context: &Context<'_>, index: usize, path: &str) -> Result<String, Diagnostic> {
    let entry = context.entry(index);
    let parts = match &entry.record.data {
        Data::Partner(partner) => partner::parts(context, index, partner),
        Data::Territory(territory) => territory::parts(context, index, territory),
        Data::Plan(plan) => plan::parts(context, plan),
        Data::Convention(convention) => convention::parts(context, convention),
        _ => Parts::default(),
    };
    let (body, body_attrs) = super::body(context, entry);
    let view = View {
        label: card::label(context, index),
        example: entry.standing.example,
        summary: context.summary(entry),
        untranslated: super::is_untranslated(context, entry),
        rows: parts.rows.into_iter().flatten().collect(),
        body,
        body_attrs,
        groups: parts.groups,
        cards_title: context.t.get(parts.cards_title).to_owned(),
        cards_left: parts.records.len().saturating_sub(CARDS),
        cards: card::all(context, parts.records.into_iter().take(CARDS))?,
        links_title: context.t.get(parts.links_title).to_owned(),
        links: parts.links,
        read_on: super::read_on(context, entry),
        verified: verified::view(context, index),
    };
    finish(
        context,
        "sheet.html",
        &super::frame(context, index, path),
        &view,
    )
}
