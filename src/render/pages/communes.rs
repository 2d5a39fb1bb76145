//! Communes: what is here, what serves them from elsewhere, what is near, whom to call.

use std::collections::HashSet;

use minijinja::Value;
use serde::Serialize;

use super::{finish, maps};
use crate::diag::Diagnostic;
use crate::geo::{Commune, InseeCode, communes};
use crate::model::Kind;
use crate::render::card::{self, kilometres};
use crate::render::context::{Context, Link, Phone, Said};
use crate::render::frame::{Frame, Menu};
use crate::render::map::Map;
use crate::site::pages::{Dates, commune_path};
use crate::text::nearest::fold;
use crate::text::typography::typeset;

/// How many records of its own a commune's page shows.
const HERE: usize = 60;
/// How many records that serve it.
const SERVING: usize = 20;
/// How many records around it, in all rings.
const NEAR: usize = 48;
/// The rings around it: each up to so many kilometres.
const RINGS: [f64; 3] = [5.0, 10.0, 20.0];
/// How many records of a ring are shown as cards; the rest are rows.
const CARDS: usize = 6;
/// How many records are shown where nothing lies in the rings, however far they are.
const NEAREST: usize = 3;
/// How many communes near it, and within how many kilometres.
const COMMUNES: (usize, f64) = (9, 20.0);

#[derive(Serialize)]
struct All {
    groups: Vec<Letter>,
    map: Option<Map>,
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
    let frame =
        Frame::new(context, path, context.here(context.t.get("menu.near"))).section(Menu::Near);
    let counts = index.communes.iter();
    let view = All {
        groups,
        map: maps::of_communes(context, counts.map(|(insee, all)| (*insee, all.len()))),
    };
    finish(context, "communes.html", &frame, &view)
}

#[derive(Serialize)]
struct CommuneView {
    #[serde(rename = "where")]
    place: String,
    here: Vec<Value>,
    here_count: usize,
    serving: Vec<Value>,
    rings: Vec<Ring>,
    map: Option<Map>,
    communes: Vec<Link>,
    agenda: Option<Link>,
    callers: Vec<Caller>,
}

/// What lies at about the same distance.
#[derive(Serialize)]
struct Ring {
    title: String,
    cards: Vec<Value>,
    more: Vec<Link>,
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
    let near = around(context, commune, |entry| !shown.contains(&entry));
    let shown_here = here.iter().copied().take(HERE);
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
        rings: rings(context, &near)?,
        map: maps::of_records(context, shown_here.chain(near.iter().map(|one| one.0))),
        communes: neighbours(context, commune),
        agenda: super::agenda::way(context, &Dates::Commune(insee)),
        callers: callers(context, commune, here, &serving),
    };
    let frame = Frame::new(context, path, context.content(commune.name()))
        .section(Menu::Near)
        .crumb(context.link(context.here(context.t.get("menu.near")), "/communes/"));
    finish(context, "commune.html", &frame, &view)
}

/// What lies around a commune with how far it is, nearest first; where that is nothing, what is nearest at all.
fn around(
    context: &Context<'_>,
    commune: &Commune,
    wanted: impl Fn(usize) -> bool,
) -> Vec<(usize, f64)> {
    let near = &context.site.index.near;
    let found = near.nearest(commune.point(), RINGS[2], NEAR, &wanted);
    match found.is_empty() {
        true => near.nearest(commune.point(), f64::INFINITY, NEAREST, wanted),
        false => found,
    }
}

/// What lies around, ring by ring; what is farther than the last stands alone.
fn rings(context: &Context<'_>, around: &[(usize, f64)]) -> Result<Vec<Ring>, Diagnostic> {
    let title = |from: f64, to: f64| {
        let (from, to) = (from.to_string(), to.to_string());
        match &*from {
            "0" => context.t.fill("commune.ring.first", &[("km", &to)]),
            _ => context
                .t
                .fill("commune.ring.next", &[("from", &from), ("km", &to)]),
        }
    };
    let mut rings = Vec::new();
    let (mut rest, mut from) = (around, 0.0);
    for to in RINGS {
        let (within, beyond) = rest.split_at(rest.partition_point(|(_, km)| *km <= to));
        if !within.is_empty() {
            rings.push(ring(context, title(from, to), within)?);
        }
        (rest, from) = (beyond, to);
    }
    if !rest.is_empty() {
        rings.push(ring(
            context,
            context.t.get("commune.nearest").to_owned(),
            rest,
        )?);
    }
    Ok(rings)
}

fn ring(context: &Context<'_>, title: String, found: &[(usize, f64)]) -> Result<Ring, Diagnostic> {
    let (first, rest) = found.split_at(found.len().min(CARDS));
    let rows = rest.iter().filter_map(|(entry, km)| {
        Some(Link {
            name: context.title(context.entry(*entry)),
            href: context.record_href(*entry)?,
            count: Some(kilometres(context, *km)),
            kind: Some(card::kind_class(context.entry(*entry).record.kind)),
        })
    });
    Ok(Ring {
        title,
        cards: card::with_distance(context, first)?,
        more: rows.collect(),
    })
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
