//! Indexes of kinds, themes, audiences and ages, and the links that lead to their lists.

use serde::Serialize;

use super::finish;
use super::lists::title;
use crate::diag::Diagnostic;
use crate::model::Kind;
use crate::render::card::kind_class;
use crate::render::context::{Context, Link};
use crate::render::frame::Frame;
use crate::site::Facet;
use crate::site::pages::{Topics, list_path, list_records};

#[derive(Serialize)]
struct TopicsView {
    links: Vec<Link>,
}

/// All themes, audiences or ages.
pub(super) fn page(
    context: &Context<'_>,
    topics: Topics,
    path: &str,
) -> Result<String, Diagnostic> {
    let (key, links) = match topics {
        Topics::Themes => ("themes.title", theme_links(context)),
        Topics::Audiences => ("audiences.title", audience_links(context)),
        Topics::Ages => ("ages.title", age_links(context)),
    };
    let frame = Frame::new(context, path, context.here(context.t.get(key)));
    finish(context, "topics.html", &frame, &TopicsView { links })
}

pub(super) fn kind_links(context: &Context<'_>) -> Vec<Link> {
    let kinds = Kind::ALL.iter().filter(|kind| kind.is_directory());
    let mut all: Vec<Link> = kinds
        .map(|kind| {
            let facet = Facet::Kind(*kind);
            let link = context
                .link(title(context, &facet), &list_path(&facet, 1))
                .counting(list_records(context.site, &facet).len());
            Link {
                kind: Some(kind_class(*kind)),
                ..link
            }
        })
        .collect();
    let articles: usize = context.site.index.sections.values().map(Vec::len).sum();
    let link = context
        .link(context.here(context.t.get("menu.understand")), "/articles/")
        .counting(articles);
    all.push(Link {
        kind: Some("article"),
        ..link
    });
    all
}

pub(super) fn theme_links(context: &Context<'_>) -> Vec<Link> {
    let index = &context.site.index;
    let codes = context
        .site
        .guide
        .vocabulary
        .list("themes")
        .into_iter()
        .flat_map(|list| list.iter());
    let count = |code: &str| {
        index.themes.get(code).map_or(0, Vec::len) + index.reading.get(code).map_or(0, Vec::len)
    };
    let known = codes
        .map(|(code, _)| (code, count(code)))
        .filter(|(_, count)| *count > 0);
    known
        .map(|(code, count)| {
            context
                .link(
                    context.label("themes", code),
                    &list_path(&Facet::Theme(code.into()), 1),
                )
                .counting(count)
        })
        .collect()
}

fn audience_links(context: &Context<'_>) -> Vec<Link> {
    let codes = context
        .site
        .guide
        .vocabulary
        .list("publics")
        .into_iter()
        .flat_map(|list| list.iter());
    let known =
        codes.filter_map(|(code, _)| Some((code, context.site.index.audiences.get(code)?.len())));
    known
        .map(|(code, count)| {
            context
                .link(
                    context.label("publics", code),
                    &list_path(&Facet::Audience(code.into()), 1),
                )
                .counting(count)
        })
        .collect()
}

pub(super) fn age_links(context: &Context<'_>) -> Vec<Link> {
    let bands = context.site.index.ages.iter().enumerate();
    bands
        .map(|(band, records)| {
            context
                .link(
                    title(context, &Facet::Age(band)),
                    &list_path(&Facet::Age(band), 1),
                )
                .counting(records.len())
        })
        .collect()
}
