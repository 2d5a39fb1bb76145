//! Communes: what is here, what serves them from elsewhere, what is near, whom to call.

use std::collections::HashSet;

use minijinja::Value;
use serde::Serialize;

use super::finish;
use crate::diag::Diagnostic;
use crate::geo::{Commune, InseeCode, communes};
use crate::model::Kind;
use crate::render::card::{self, kilometres};
use crate::render::context::{Context, Link, Phone, Said};
use crate::render::frame::Frame;
use crate::site::pages::{Dates, commune_path};
use crate::text::nearest::fold;
use crate::text::typography::typeset;

/// How many records of its own a commune's page shows.
const HERE: usize = 60;
/// How many records that serve it.
const SERVING: usize = 20;
/// How many records near it.
const NEAR: usize = 6;
/// How many communes near it, and within how many kilometres.
const COMMUNES: (usize, f64) = (9, 20.0);

#[derive(Serialize)]
struct All {
    groups: Vec<Letter>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    links: Vec<Link>,
}

pub(super) fn all(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let index = &context.site.index;
    let pages = index.communes_with_pages();
    let mut all: Vec<(String, &Commune)> = pages
        .into_iter()
        .filter_map(|insee| communes().by_insee(insee))
        .map(|commune| (fold(commune.name()), commune))
        .collect();
    all.sort_by(|a, b| (&a.0, a.1.insee()).cmp(&(&b.0, b.1.insee())));
    let mut groups: Vec<Letter> = Vec::new();
    for (folded, commune) in all {
        let letter = folded
            .chars()
            .next()
            .unwrap_or('?')
            .to_uppercase()
            .to_string();
        let count = index.communes.get(&commune.insee()).map_or(0, Vec::len);
        let link = context.link(context.content(commune.name()), &commune_path(commune));
        let link = if count > 0 {
            link.counting(count)
        } else {
            link
        };
        match groups.last_mut().filter(|group| group.letter == letter) {
            Some(group) => group.links.push(link),
            None => groups.push(Letter {
                letter,
                links: vec![link],
            }),
        }
    }
    let frame = Frame::new(context, path, context.here(context.t.get("menu.near"))).section("near");
    finish(context, "communes.html", &frame, &All { groups })
}

#[derive(Serialize)]
struct CommuneView {
    #[serde(rename = "where")]
    place: String,
    here: Vec<Value>,
    here_count: usize,
    serving: Vec<Value>,
    near: Vec<Value>,
    communes: Vec<Link>,
    agenda: Option<Link>,
    callers: Vec<Caller>,
}

#[derive(Serialize)]
struct Caller {
    href: String,
    name: Said,
    purpose: String,
    phone: Option<Phone>,
}

pub(super) fn page(
    context: &Context<'_>,
    insee: InseeCode,
    path: &str,
) -> Result<String, Diagnostic> {
    let site = context.site;
    let index = &site.index;
    // Routes are made of communes that are known.
    let Some(commune) = communes().by_insee(insee) else {
        return super::notices::not_found(context, path);
    };
    let here: &[usize] = index.communes.get(&insee).map_or(&[], Vec::as_slice);
    let serving = index.serving(&site.guide, insee);
    let shown: HashSet<usize> = here.iter().chain(&serving).copied().collect();
    let elsewhere = |entry: usize| !shown.contains(&entry);
    let near = index.near.nearest(commune.point(), NEAR, elsewhere);
    let codes: Vec<&str> = commune
        .postal_codes()
        .iter()
        .map(|code| code.as_str())
        .collect();
    let epci = commune.epci().map(|epci| epci.full_name());
    let place = codes.join(", ").to_string();
    let view = CommuneView {
        place: epci.map_or(place.clone(), |epci| {
            format!("{place} · {}", typeset(&epci))
        }),
        here: card::all(context, here.iter().copied().take(HERE))?,
        here_count: here.len(),
        serving: card::all(context, serving.iter().copied().take(SERVING))?,
        near: card::with_distance(context, &near)?,
        communes: neighbours(context, commune),
        agenda: super::agenda::way(context, &Dates::Commune(insee)),
        callers: callers(context, commune, here, &serving),
    };
    let frame = Frame::new(context, path, context.content(commune.name()))
        .section("near")
        .crumb(context.link(context.here(context.t.get("menu.near")), "/communes/"));
    finish(context, "commune.html", &frame, &view)
}

/// The nearest communes that have a page.
fn neighbours(context: &Context<'_>, commune: &'static Commune) -> Vec<Link> {
    let index = &context.site.index;
    let has_page = |insee| index.communes.contains_key(&insee) || index.served.contains_key(&insee);
    let near = communes().within(commune.point(), COMMUNES.1);
    let others = near
        .into_iter()
        .filter(|other| other.commune != commune && has_page(other.commune.insee()));
    others
        .take(COMMUNES.0)
        .map(|other| Link {
            count: Some(kilometres(context, other.km)),
            ..context.link(
                context.content(other.commune.name()),
                &commune_path(other.commune),
            )
        })
        .collect()
}

/// Whom to call when nothing fits: the relais that serves the commune, the nearest PMI and CCAS.
fn callers(
    context: &Context<'_>,
    commune: &Commune,
    here: &[usize],
    serving: &[usize],
) -> Vec<Caller> {
    let index = &context.site.index;
    let relais = serving
        .iter()
        .chain(here)
        .copied()
        .find(|entry| context.entry(*entry).record.kind == Kind::Ram);
    let nearest = |kinds: &[&str]| {
        let places = kinds
            .iter()
            .filter_map(|kind| index.place_types.get(*kind))
            .flatten()
            .copied();
        let located = places.filter_map(|entry| {
            let (point, _) = context
                .entry(entry)
                .locations
                .iter()
                .find_map(|location| location.point)?;
            let metres = (point.distance_km(commune.point()) * 1000.0).round() as u64;
            (metres <= 40_000).then_some((metres, entry))
        });
        located.min().map(|(_, entry)| entry)
    };
    let found = [
        (relais, "caller.relais"),
        (nearest(&["pmi", "centre-medico-social"]), "caller.pmi"),
        (
            nearest(&["ccas", "mairie", "france-services"]),
            "caller.ccas",
        ),
    ];
    found
        .into_iter()
        .filter_map(|(entry, purpose)| {
            let index = entry?;
            let entry = context.entry(index);
            let phone = entry
                .directory()
                .and_then(|directory| directory.contact.as_ref())
                .and_then(|contact| contact.phone.as_ref());
            Some(Caller {
                href: context.record_href(index)?,
                name: context.title(entry),
                purpose: context.t.get(purpose).to_owned(),
                phone: phone.map(|phone| context.phone(phone)),
            })
        })
        .collect()
}
