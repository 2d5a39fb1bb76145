//! The edition for paper: a document with cover, contents and indexes, and the posters of places.
//!
//! Browsers can't yet say on which page a link leads: what is printed is found by its number, as in any directory.

use std::collections::BTreeMap;

use minijinja::Value;
use serde::Serialize;

use super::finish;
use super::record::{Brief, brief};
use crate::diag::Diagnostic;
use crate::geo::communes;
use crate::model::values::Term as _;
use crate::render::context::{Context, Link, Said, value};
use crate::render::frame::Frame;
use crate::render::qr;
use crate::site::pages::{Edition, edition_path, edition_records};
use crate::text::nearest::fold;
use crate::text::typography::typeset;

/// A chapter: what lies in a commune, or everywhere.
#[derive(Serialize)]
struct Chapter {
    id: String,
    title: Said,
    records: Vec<Numbered>,
}

/// A record with its number, by which indexes name it.
#[derive(Serialize)]
struct Numbered {
    number: usize,
    it: Brief,
}

/// A word of an index, with the numbers of records.
#[derive(Serialize)]
struct Word {
    name: Said,
    numbers: Vec<usize>,
}

#[derive(Serialize)]
struct Document {
    date: String,
    publisher: Option<Said>,
    address: String,
    count: String,
    qr: Option<Value>,
    chapters: Vec<Chapter>,
    themes: Vec<Word>,
    communes: Vec<Word>,
    posters: Vec<Link>,
}

pub(super) fn page(
    context: &Context<'_>,
    edition: &Edition,
    path: &str,
) -> Result<String, Diagnostic> {
    match edition {
        Edition::Poster(index) => poster(context, *index, path),
        _ => document(context, edition, path),
    }
}

fn frame(context: &Context<'_>, path: &str, title: Said) -> Frame {
    let mut frame = Frame::new(context, path, title);
    frame.noindex = true;
    frame
}

fn document(context: &Context<'_>, edition: &Edition, path: &str) -> Result<String, Diagnostic> {
    let site = context.site;
    let guide = &site.guide;
    let (title, address) = match edition {
        Edition::Commune(insee) => {
            let commune = communes().by_insee(*insee);
            let name = commune.map_or("", |commune| commune.name());
            let address = commune.map(crate::site::pages::commune_path);
            (context.content(name), address)
        }
        _ => (context.content(&guide.config.name), None),
    };
    let records = edition_records(site, edition);
    let chapters = chapters(context, &records);
    let numbers: BTreeMap<usize, usize> = chapters
        .iter()
        .flat_map(|(_, records)| records)
        .enumerate()
        .map(|(at, record)| (*record, at + 1))
        .collect();
    let numbered = |record: &usize| {
        Some(Numbered {
            number: *numbers.get(record)?,
            it: brief(context, *record)?,
        })
    };
    let url = site.url(0, address.as_deref().unwrap_or("/"));
    let posters = crate::site::pages::posters(site).filter(|entry| numbers.contains_key(entry));
    let view = Document {
        date: context.date(guide.today),
        publisher: guide
            .get(guide.config.publisher.id())
            .map(|publisher| context.title(publisher)),
        count: context.t.count("list.count", numbers.len(), &[]),
        qr: qr::svg(&url).map(Value::from_safe_string),
        address: url,
        themes: themes(context, &numbers),
        communes: chapters
            .iter()
            .map(|(name, records)| Word {
                name: name.clone(),
                numbers: records
                    .iter()
                    .filter_map(|one| numbers.get(one).copied())
                    .collect(),
            })
            .collect(),
        chapters: chapters
            .iter()
            .enumerate()
            .map(|(at, (title, records))| Chapter {
                id: format!("c{}", at + 1),
                title: title.clone(),
                records: records.iter().filter_map(numbered).collect(),
            })
            .collect(),
        posters: posters
            .filter_map(|entry| {
                let path = edition_path(site, &Edition::Poster(entry))?;
                Some(context.link(context.title(context.entry(entry)), &path))
            })
            .collect(),
    };
    finish(
        context,
        "imprimer/document.html",
        &frame(context, path, title),
        &view,
    )
}

/// The records by commune, in the order of their names; what lies in none comes last.
fn chapters(context: &Context<'_>, records: &[usize]) -> Vec<(Said, Vec<usize>)> {
    let mut all: BTreeMap<(bool, String), (Said, Vec<usize>)> = BTreeMap::new();
    for record in records {
        let entry = context.entry(*record);
        let commune = entry.locations.iter().find_map(|location| location.commune);
        let (key, name) = match commune {
            Some(commune) => (
                (
                    false,
                    format!("{} {}", fold(commune.name()), commune.insee().as_str()),
                ),
                context.content(commune.name()),
            ),
            None => (
                (true, String::new()),
                context.here(context.t.get("edition.elsewhere")),
            ),
        };
        all.entry(key)
            .or_insert_with(|| (name, Vec::new()))
            .1
            .push(*record);
    }
    let mut all: Vec<(Said, Vec<usize>)> = all.into_values().collect();
    for (_, records) in &mut all {
        records.sort_by_cached_key(|record| {
            (fold(&context.title(context.entry(*record)).text), *record)
        });
        records.dedup();
    }
    all
}

/// Each theme with the numbers of the records that name it.
fn themes(context: &Context<'_>, numbers: &BTreeMap<usize, usize>) -> Vec<Word> {
    let mut all: BTreeMap<String, Word> = BTreeMap::new();
    for (record, number) in numbers {
        let directory = context.entry(*record).directory().into_iter();
        for theme in directory.flat_map(|directory| &directory.themes) {
            let name = context.label("themes", theme.code());
            let word = all.entry(fold(&name.text)).or_insert_with(|| Word {
                name,
                numbers: Vec::new(),
            });
            word.numbers.push(*number);
        }
    }
    all.into_values()
        .map(|mut word| {
            word.numbers.sort_unstable();
            word
        })
        .collect()
}

#[derive(Serialize)]
struct Poster {
    it: Brief,
    qr: Option<Value>,
    address: String,
    guide: String,
}

fn poster(context: &Context<'_>, index: usize, path: &str) -> Result<String, Diagnostic> {
    // Only directory records have a poster.
    let Some(it) = brief(context, index) else {
        return super::notices::not_found(context, path);
    };
    let url = context
        .site
        .address(index)
        .map_or_else(String::new, |own| context.site.url(0, own));
    let title = it.title.clone();
    let view = Poster {
        it,
        qr: qr::svg(&url).map(Value::from_safe_string),
        address: url,
        guide: typeset(&context.site.guide.config.name).into_owned(),
    };
    finish(
        context,
        "imprimer/poster.html",
        &frame(context, path, title),
        &value(&view),
    )
}
