//! The sections below the block of facts.

use minijinja::Value;
use serde::Serialize;

use crate::check::Entry;
use crate::geo::Precision;
use crate::model::Data;
use crate::model::access::{Access, Transport};
use crate::model::directory::Directory;
use crate::model::values::{Term as _, Tristate};
use crate::render::context::{Cell, Context, Line, Row, Said, upper_first};
use crate::text::typography::typeset;

use super::facts;

/// A fact of access.
#[derive(Serialize)]
pub(super) struct Fact {
    text: String,
    attrs: Value,
    value: &'static str,
}

/// A language that is spoken there.
#[derive(Serialize)]
pub(super) struct Spoken {
    code: String,
    name: String,
    direction: Option<String>,
}

/// A position, for the phone's own map.
#[derive(Serialize)]
pub(super) struct Map {
    at: String,
    lat: String,
    lon: String,
    approximate: bool,
}

/// A picture.
#[derive(Serialize)]
pub(super) struct PhotoView {
    src: String,
    alt: String,
    width: Option<usize>,
    height: Option<usize>,
    credit: Option<String>,
}

pub(super) fn access(context: &Context<'_>, access: &Access) -> Vec<Fact> {
    let one = |(key, value): (&str, Tristate)| {
        let said = context.label("accessibilite", key);
        let (text, value) = match value {
            Tristate::Yes => (said.text, "yes"),
            Tristate::Partly => (
                context.t.fill("access.partly", &[("what", &said.text)]),
                "partly",
            ),
            Tristate::No => (context.t.fill("access.no", &[("what", &said.text)]), "no"),
        };
        Fact {
            text,
            attrs: said.attrs,
            value,
        }
    };
    access.facts().map(one).collect()
}

/// How to get there and in, in words.
pub(super) fn access_more(context: &Context<'_>, access: &Access) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    for transport in &access.transport {
        match transport {
            Transport::Words(words) => all.push(context.content(words)),
            Transport::Stop(stop) => {
                let parts: Vec<&str> = stop
                    .line
                    .as_deref()
                    .into_iter()
                    .chain(stop.stop.as_deref())
                    .collect();
                let words = parts.join(", ");
                let walk = stop.walk_minutes.map(|minutes| {
                    let minutes = minutes.to_string();
                    context.t.fill("access.walk", &[("minutes", &minutes)])
                });
                // One phrase where both are in one language.
                match walk {
                    Some(walk) if context.is_own() => {
                        all.push(context.content(&format!("{words}\u{a0}: {walk}")));
                    }
                    walk => {
                        all.push(context.content(&words));
                        all.extend(walk.map(|walk| context.here(walk)));
                    }
                }
            }
        }
    }
    all.extend(
        access
            .guidance
            .as_deref()
            .map(|guidance| context.content(guidance)),
    );
    all.extend(
        access
            .details
            .as_deref()
            .map(|details| context.content(details)),
    );
    all
}

pub(super) fn languages(context: &Context<'_>, directory: &Directory) -> Vec<Spoken> {
    let vocabulary = &context.site.guide.vocabulary;
    let one = |code: &str| {
        let entry = vocabulary.entry("langues", code);
        let own = entry
            .and_then(|entry| entry.own_name.clone())
            .unwrap_or_else(|| code.to_owned());
        Spoken {
            code: code.to_owned(),
            name: own,
            direction: entry.and_then(|entry| entry.direction.clone()),
        }
    };
    directory
        .languages
        .iter()
        .map(|language| one(language.code()))
        .collect()
}

/// « Interprète par téléphone : arabe, russe, à demander 3 jours avant ».
pub(super) fn interpretation(context: &Context<'_>, directory: &Directory) -> Option<Said> {
    let interpretation = directory.interpretation.as_ref()?;
    let mut text = match interpretation.mode {
        Some(mode) => context.term(&mode),
        None => context.here(context.t.get("interpretation")),
    };
    let names: Vec<String> = interpretation
        .languages
        .iter()
        .map(|language| context.name_of_language(&language.value))
        .collect();
    if !names.is_empty() {
        let languages = names.join(context.t.get("time.comma"));
        text.text = context.t.fill(
            "interpretation.languages",
            &[("how", &text.text), ("languages", &languages)],
        );
    }
    if let Some(days) = interpretation.notice_days.filter(|days| *days > 0) {
        text.text = format!(
            "{} ({})",
            text.text,
            context.t.count("interpretation.notice", days as usize, &[])
        );
    }
    Some(text)
}

/// Where the phone's own map is to open; nothing of what is confidential.
pub(super) fn map(entry: &Entry) -> Option<Map> {
    let (point, precision) = entry.locations.iter().find_map(|location| location.point)?;
    let (lat, lon) = (format!("{:.5}", point.lat()), format!("{:.5}", point.lon()));
    Some(Map {
        at: format!("{lat},{lon}"),
        lat,
        lon,
        approximate: precision == Precision::Estimated,
    })
}

pub(super) fn photo(
    context: &Context<'_>,
    entry: &Entry,
    directory: &Directory,
) -> Option<PhotoView> {
    let photo = directory.photo.as_ref()?;
    let media = context.site.media.find(
        context.site.sources(),
        entry.record.file,
        photo.file.as_str(),
    )?;
    Some(PhotoView {
        src: context.site.href(0, media.path.as_str()),
        alt: typeset(&photo.alt).into_owned(),
        width: media.size.map(|(width, _)| width),
        height: media.size.map(|(_, height)| height),
        credit: photo
            .credit
            .as_deref()
            .map(|credit| context.t.fill("photo.credit", &[("who", &typeset(credit))])),
    })
}

/// Who proposes it: who runs, holds and takes part.
pub(super) fn by(context: &Context<'_>, entry: &Entry, directory: &Directory) -> Vec<Row> {
    let manager = match &entry.record.data {
        Data::Laep(laep) => Some(laep.manager.id()),
        Data::Ram(ram) => Some(ram.manager.id()),
        Data::Place(place) => place.partner.as_ref().map(|partner| partner.id()),
        _ => None,
    };
    let with = |cell: Option<Cell>, role: Option<Said>| {
        let mut cell = cell?;
        cell.aside = role.map(|role| Said {
            text: context.within(&role),
            ..role
        });
        Some(cell)
    };
    let holders = directory.holders.iter().filter_map(|holder| {
        with(
            context.record_cell(holder.0.partner.id()),
            holder.0.role.as_ref().map(|role| context.term(&role.value)),
        )
    });
    let held = |id: &str| {
        directory
            .holders
            .iter()
            .any(|holder| holder.0.partner.id() == id)
    };
    let partners = directory
        .partners
        .iter()
        .filter(|partner| !held(partner.0.partner.id()))
        .filter_map(|partner| {
            with(
                context.record_cell(partner.0.partner.id()),
                partner
                    .0
                    .role
                    .as_ref()
                    .map(|role| context.term(&role.value)),
            )
        });
    let rows = [
        context.row(
            "by.manager",
            manager
                .and_then(|id| context.record_cell(id))
                .into_iter()
                .collect(),
        ),
        context.row("by.holders", holders.collect()),
        context.row("by.partners", partners.collect()),
    ];
    rows.into_iter().flatten().collect()
}

/// The places between which a LAEP moves, each with its hours.
pub(super) fn steps(context: &Context<'_>, data: &Data) -> Vec<Vec<Line>> {
    let Data::Laep(laep) = data else {
        return Vec::new();
    };
    let one = |step: &crate::model::kinds::Step| {
        let mut lines: Vec<Line> = Vec::new();
        if let Some(index) = step
            .place
            .as_ref()
            .and_then(|place| context.site.guide.index(place.id()))
        {
            let line = context.title(context.entry(index)).line(true);
            lines.push(Line {
                href: context.record_href(index),
                ..line
            });
        }
        if let Some(address) = &step.address {
            lines.extend(facts::address_lines(context, address, true));
        }
        lines.extend(
            context
                .hours(&step.timetable.0)
                .into_iter()
                .map(|said| said.line(false)),
        );
        lines.extend(
            step.details
                .as_deref()
                .map(|details| context.content(&upper_first(details)).line(false)),
        );
        lines
    };
    laep.steps.iter().map(one).collect()
}
