//! Pages of records, by kind.

mod ages;
mod article;
mod brief;
mod directory;
mod facts;
mod now;
mod organisation;
mod reviews;
mod sections;
mod session;
mod sheet;
mod state;
mod verified;

use minijinja::Value;

use super::finish;
use crate::check::Entry;
use crate::diag::Diagnostic;
use crate::model::{Data, Kind};
use crate::render::context::{Cell, Context, Link, Row, Said};
use crate::render::frame::{Frame, Menu};
use crate::render::{fragment, json_ld};
use crate::site::pages::list_path;
use crate::site::{Facet, Share};
use crate::text::markdown::Body;

pub(super) use brief::{Brief, brief};
pub(super) use session::{Session, session};
pub(in crate::render) use state::state_title;

pub(super) fn page(context: &Context<'_>, index: usize, path: &str) -> Result<String, Diagnostic> {
    match &context.entry(index).record.data {
        Data::Article(article) => article::page(context, index, article, path),
        data if data.directory().is_some() => directory::page(context, index, path),
        _ => organisation::page(context, index, path),
    }
}

/// The frame of a record's page: neutral where it is discreet, hidden from search engines where it is an example.
fn frame(context: &Context<'_>, index: usize, path: &str) -> Frame {
    let entry = context.entry(index);
    let mut frame = Frame::new(context, path, context.title(entry))
        .section(Menu::from(entry.record.kind))
        .described(context.summary(entry).as_ref());
    for link in crumbs(context, entry) {
        frame = frame.crumb(link);
    }
    frame.noindex = entry.standing.example || entry.standing.closed;
    frame.og_type = "article";
    frame = frame.pictured(context, &Share::of_record(context.site, index));
    if entry.standing.discreet {
        return frame.neutral(context, "discreet.title");
    }
    frame.json_ld = json_ld::of(context, index, &frame);
    frame
}

fn crumbs(context: &Context<'_>, entry: &Entry) -> Vec<Link> {
    let (key, path) = match entry.record.kind {
        kind if kind.is_directory() => (
            super::lists::kind_plural(kind),
            list_path(&Facet::Kind(kind), 1),
        ),
        Kind::Partner => ("partners.title", "/partenaires/".to_owned()),
        Kind::Territory => ("territories.title", "/territoires/".to_owned()),
        Kind::Article => {
            let mut crumbs =
                vec![context.link(context.here(context.t.get("menu.understand")), "/articles/")];
            if let Some((section, _)) = entry
                .record
                .slug
                .rsplit_once('/')
                .filter(|(section, _)| context.site.index.sections.contains_key(*section))
            {
                crumbs.push(context.link(
                    super::groups::section_title(context, section),
                    &format!("/{section}/"),
                ));
            }
            return crumbs;
        }
        _ => return Vec::new(),
    };
    vec![context.link(context.here(context.t.get(key)), &path)]
}

/// The text of a record in the page's language, or in its own with the attributes that say so.
fn body(context: &Context<'_>, entry: &Entry) -> (Option<Value>, Value) {
    let body = context.body_of(entry);
    let is_own = std::ptr::eq(body, &entry.record.body);
    let attrs = if is_own {
        context.content_attrs()
    } else {
        Value::from_safe_string(String::new())
    };
    (
        (!body.is_empty()).then(|| fragment::html(context, entry.record.file, body)),
        attrs,
    )
}

/// Whether a record says nothing in the page's language.
fn is_untranslated(context: &Context<'_>, entry: &Entry) -> bool {
    let translations = entry.record.data.common().translations.as_ref();
    !context.is_own()
        && translations
            .and_then(|all| all.get(&context.language().code))
            .is_none()
}

/// The text in easy French, line by line.
#[derive(serde::Serialize)]
struct Easy {
    lines: Vec<String>,
    attrs: Value,
}

fn easy(context: &Context<'_>, translated: Option<&str>, own: Option<&str>) -> Option<Easy> {
    let said = match (translated, own) {
        (Some(text), _) => context.here(text),
        (None, own) => context.content(own?),
    };
    let lines = said
        .text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    Some(Easy {
        lines,
        attrs: said.attrs,
    })
}

/// The themes of a record, as links; a theme without a page is left out.
fn themes<'t>(context: &Context<'_>, codes: impl Iterator<Item = &'t str>) -> Vec<Link> {
    let index = &context.site.index;
    let known =
        codes.filter(|code| index.themes.contains_key(*code) || index.reading.contains_key(*code));
    known
        .map(|code| {
            context.link(
                context.label("themes", code),
                &list_path(&Facet::Theme(code.into()), 1),
            )
        })
        .collect()
}

/// Documents, links and sources of a record.
fn read_on(context: &Context<'_>, entry: &Entry) -> Vec<Row> {
    let common = entry.record.data.common();
    let file = |path: &str| {
        let media = context
            .site
            .media
            .find(context.site.sources(), entry.record.file, path)?;
        Some(context.site.href(0, media.path.as_str()))
    };
    let cell = |title: &str, own: Option<String>, url: Option<&str>, details: Option<&str>| {
        let said = context
            .content(&details.map_or(title.to_owned(), |details| format!("{title} ({details})")));
        let external = own.is_none();
        Cell {
            href: own.or(url.map(str::to_owned)),
            external,
            ..said.cell()
        }
    };
    let link = |link: &crate::model::values::Link| {
        cell(
            &link.title,
            link.file.as_ref().and_then(|path| file(path.as_str())),
            link.url.as_ref().map(|url| url.as_str()),
            link.details.as_deref(),
        )
    };
    let source = |source: &crate::model::common::Source| {
        let own = source.file.as_ref().and_then(|path| file(path.as_str()));
        let date = source
            .date
            .map(|date| context.partial_date(date))
            .filter(|date| !source.title.contains(&**date));
        let details: Vec<&str> = date
            .as_deref()
            .into_iter()
            .chain(source.details.as_deref())
            .collect();
        cell(
            &source.title,
            own,
            source.url.as_ref().map(|url| url.0.as_str()),
            (!details.is_empty()).then(|| details.join(", ")).as_deref(),
        )
    };
    let rows = [
        context.row(
            "read_on.documents",
            common.documents.iter().map(link).collect(),
        ),
        context.row("read_on.links", common.links.iter().map(link).collect()),
        context.row(
            "read_on.sources",
            common.sources.iter().map(source).collect(),
        ),
    ];
    rows.into_iter().flatten().collect()
}

/// A phrase of the content as one value of a row.
fn text_cell(context: &Context<'_>, text: &str) -> Cell {
    context.content(text).cell()
}

/// A row whose text is Markdown.
fn text_row(context: &Context<'_>, entry: &Entry, term: &str, body: Option<&Body>) -> Option<Row> {
    let body = body.filter(|body| !body.is_empty())?;
    let html = fragment::html(context, entry.record.file, &without_ids(body));
    Some(Row {
        term: context.here(context.t.get(term)),
        values: Vec::new(),
        html: Some(html),
        attrs: context.content_attrs(),
    })
}

/// A text that stands beside others on a page: its headings keep no ids, which could meet theirs.
fn without_ids(body: &Body) -> Body {
    let mut html = body.html.to_string();
    for heading in &body.headings {
        html = html.replace(&format!(" id=\"{}\"", heading.id), "");
    }
    Body {
        html: html.into(),
        ..body.clone()
    }
}

/// How many people, « moins de 5 » where a smaller number could tell who they are.
fn people(context: &Context<'_>, count: u32) -> String {
    if count < 5 {
        context.t.get("count.under_five").to_owned()
    } else {
        count.to_string()
    }
}

/// Words in a row of facts.
fn said_row(
    context: &Context<'_>,
    term: &str,
    said: impl IntoIterator<Item = Said>,
) -> Option<Row> {
    context.row(term, said.into_iter().map(Said::cell).collect())
}
