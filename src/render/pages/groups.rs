//! All partners, all territories, all articles.

use minijinja::Value;
use serde::Serialize;

use super::finish;
use crate::diag::Diagnostic;
use crate::model::values::Term;
use crate::model::{Data, Kind};
use crate::render::card;
use crate::render::context::{Context, Link, Phone, Said, upper_first};
use crate::render::frame::{Frame, Menu};

#[derive(Serialize)]
struct Groups<T: Serialize> {
    groups: Vec<T>,
}

#[derive(Serialize)]
struct PartnerGroup {
    title: Said,
    partners: Vec<PartnerView>,
}

#[derive(Serialize)]
struct PartnerView {
    href: String,
    title: Said,
    acronym: Option<String>,
    summary: Option<Said>,
    phone: Option<Phone>,
}

pub(super) fn partners(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let entries = context
        .site
        .index
        .others
        .get(&Kind::Partner)
        .into_iter()
        .flatten();
    let all: Vec<(&str, PartnerView)> = entries
        .filter_map(|entry| partner(context, *entry))
        .collect();
    let groups = by_code(context, "partenaires_type", all)
        .into_iter()
        .map(|(title, partners)| PartnerGroup { title, partners });
    let frame = Frame::new(context, path, context.here(context.t.get("partners.title")));
    finish(
        context,
        "partners.html",
        &frame,
        &Groups {
            groups: groups.collect(),
        },
    )
}

fn partner<'s>(context: &Context<'s>, index: usize) -> Option<(&'s str, PartnerView)> {
    let entry = context.entry(index);
    let Data::Partner(partner) = &entry.record.data else {
        return None;
    };
    let view = PartnerView {
        href: context.record_href(index)?,
        title: context.title(entry),
        acronym: partner.acronym.as_deref().map(str::to_owned),
        summary: context.summary(entry),
        phone: partner
            .contact
            .as_ref()
            .and_then(|contact| contact.phone.as_ref())
            .map(|phone| context.phone(phone)),
    };
    Some((partner.kind.code(), view))
}

#[derive(Serialize)]
struct TerritoryGroup {
    title: Said,
    links: Vec<Link>,
}

pub(super) fn territories(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let entries = context
        .site
        .index
        .others
        .get(&Kind::Territory)
        .into_iter()
        .flatten();
    let all: Vec<(&str, Link)> = entries
        .filter_map(|index| {
            let entry = context.entry(*index);
            let Data::Territory(territory) = &entry.record.data else {
                return None;
            };
            let link = context.link(context.title(entry), context.site.address(*index)?);
            Some((territory.level.value.code(), link))
        })
        .collect();
    let groups = by_code(context, "territoires_niveau", all)
        .into_iter()
        .map(|(title, links)| TerritoryGroup { title, links });
    let frame = Frame::new(
        context,
        path,
        context.here(context.t.get("territories.title")),
    );
    finish(
        context,
        "territories.html",
        &frame,
        &Groups {
            groups: groups.collect(),
        },
    )
}

/// Things by their codes, in the order of the vocabulary's list, under the label of several.
fn by_code<T>(context: &Context<'_>, list: &str, all: Vec<(&str, T)>) -> Vec<(Said, Vec<T>)> {
    let vocabulary = &context.site.guide.vocabulary;
    let position = |code: &str| {
        vocabulary
            .list(list)
            .and_then(|list| list.position(code))
            .unwrap_or(usize::MAX)
    };
    let mut groups: Vec<(usize, &str, Vec<T>)> = Vec::new();
    for (code, one) in all {
        match groups.iter_mut().find(|(_, known, _)| *known == code) {
            Some((.., group)) => group.push(one),
            None => groups.push((position(code), code, vec![one])),
        }
    }
    groups.sort_by_key(|(position, code, _)| (*position, code.to_string()));
    groups
        .into_iter()
        .map(|(_, code, group)| (context.plural(list, code), group))
        .collect()
}

#[derive(Serialize)]
struct Articles {
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    title: Said,
    href: Option<String>,
    cards: Vec<Value>,
}

/// All articles by section, or those of one.
pub(super) fn articles(
    context: &Context<'_>,
    only: Option<&str>,
    path: &str,
) -> Result<String, Diagnostic> {
    let mut sections = Vec::new();
    for (section, entries) in &context.site.index.sections {
        if only.is_some_and(|only| only != &**section) {
            continue;
        }
        let (title, href) = match (&**section, only) {
            ("", _) => (context.here(context.t.get("articles.guide")), None),
            (_, Some(_)) => (context.here(context.t.get("articles.all")), None),
            (section, None) => (
                section_title(context, section),
                Some(context.href(&format!("/{section}/"))),
            ),
        };
        sections.push(Section {
            title,
            href,
            cards: card::all(context, entries.iter().copied())?,
        });
    }
    // What stands at the root of `pages/` is about the guide itself: last.
    sections.sort_by_key(|section| section.href.is_none());
    let understand = context.here(context.t.get("menu.understand"));
    let frame = match only {
        None => Frame::new(context, path, understand),
        Some(section) => Frame::new(context, path, section_title(context, section))
            .crumb(context.link(understand, "/articles/")),
    };
    finish(
        context,
        "articles.html",
        &frame.section(Menu::Article),
        &Articles { sections },
    )
}

/// The name of a section: a string of the theme, else the folder's own name.
pub(super) fn section_title(context: &Context<'_>, section: &str) -> Said {
    match context.t.find(&format!("articles.section.{section}")) {
        Some(title) => context.here(title),
        None => context.content(&upper_first(
            &section
                .rsplit('/')
                .next()
                .unwrap_or(section)
                .replace('-', " "),
        )),
    }
}
