//! Pages of actions, LAEP, relais and places.

use minijinja::Value;
use serde::Serialize;

use super::{Easy, Session, finish, sections, state, verified};
use crate::check::{Entry, What};
use crate::diag::Diagnostic;
use crate::model::values::Term as _;
use crate::model::{Data, Kind};
use crate::render::card;
use crate::render::context::{Context, Line, Link, Row, Said};
use crate::render::pages::agenda::feed;
use crate::site::Feed;
use crate::site::pages::commune_path;

/// How many dates a page shows.
const DATES: usize = 8;
/// How many records stand beside a page.
const BESIDE: usize = 3;
/// Within how many kilometres they lie.
const BESIDE_KM: f64 = 25.0;

#[derive(Serialize)]
struct View {
    /// How lists kept on the device name it.
    id: Option<String>,
    kind: &'static str,
    label: Said,
    example: bool,
    summary: Said,
    untranslated: bool,
    state: Option<state::StateView>,
    facts: Vec<super::facts::Fact>,
    call: Option<super::facts::Call>,
    /// Whether time changes what is shown: whether it is open, which dates are still to come.
    timed: bool,
    /// Its calendar to subscribe to.
    feed: Option<String>,
    first_visit: Option<Said>,
    body: Option<Value>,
    body_attrs: Value,
    photo: Option<sections::PhotoView>,
    bring: Vec<Said>,
    welcome: Vec<Said>,
    team: Option<Said>,
    languages: Vec<sections::Spoken>,
    interpretation: Option<Said>,
    confidentiality: Option<Said>,
    access: Vec<sections::Fact>,
    access_more: Vec<Said>,
    map: Option<sections::Map>,
    /// The time zone of the place.
    zone: &'static str,
    sessions: Vec<Session>,
    sessions_left: usize,
    easy: Option<Easy>,
    themes: Vec<Link>,
    by: Vec<Row>,
    read_on: Vec<Row>,
    verified: verified::Verified,
    beside: Option<Beside>,
    steps: Vec<Vec<Line>>,
    missions: Vec<Said>,
    communes: Vec<Link>,
    here: Vec<Value>,
    equipment: Vec<Said>,
    sheet: Vec<super::sheet::Group>,
    reviews: Option<super::reviews::Reviews>,
}

#[derive(Serialize)]
struct Beside {
    near: Vec<Value>,
    alike: Vec<Value>,
}

pub(super) fn page(context: &Context<'_>, index: usize, path: &str) -> Result<String, Diagnostic> {
    let entry = context.entry(index);
    // The caller asks for directory records alone.
    let Some(directory) = entry.directory() else {
        return super::organisation::page(context, index, path);
    };
    let texts = context.translation_of(entry);
    let (body, body_attrs) = super::body(context, entry);
    let dates = dates(entry);
    let phrases = |all: &[Box<str>]| {
        all.iter()
            .map(|one| context.content(one))
            .collect::<Vec<Said>>()
    };
    let translated = |own: Option<&str>, translated: Option<&str>| {
        own.map(|own| context.either(translated, own))
    };
    let bring = match texts.filter(|texts| !texts.bring.is_empty()) {
        Some(texts) => texts.bring.iter().map(|one| context.here(&**one)).collect(),
        None => phrases(&directory.bring),
    };
    let now = super::now::days(context, entry);
    let shown = dates.iter().take(DATES);
    let sessions = Session::without_shared_place(
        shown
            .map(|at| Session::on_its_page(context, index, *at))
            .collect(),
    );
    let view = View {
        id: context.list_id(index).map(str::to_owned),
        kind: card::kind_class(entry.record.kind),
        label: page_label(context, index),
        example: entry.standing.example,
        summary: context.either(
            texts.and_then(|texts| texts.summary.as_deref()),
            &directory.summary,
        ),
        untranslated: super::is_untranslated(context, entry),
        state: directory
            .state
            .as_ref()
            .and_then(|state| state::view(context, state)),
        timed: now.is_some() || !sessions.is_empty(),
        facts: super::facts::all(context, entry, directory, now),
        call: super::facts::call(context, directory),
        feed: feed(context, &Feed::Record(index)),
        first_visit: translated(
            directory.first_visit.as_deref(),
            texts.and_then(|texts| texts.first_visit.as_deref()),
        ),
        body,
        body_attrs,
        photo: sections::photo(context, entry, directory),
        bring,
        welcome: directory
            .welcome
            .iter()
            .map(|fact| context.term(&fact.value))
            .collect(),
        team: context.labels(directory.team.iter().map(|role| &role.value)),
        languages: sections::languages(context, directory),
        interpretation: sections::interpretation(context, directory),
        confidentiality: translated(
            directory.confidentiality.as_deref(),
            texts.and_then(|texts| texts.confidentiality.as_deref()),
        ),
        access: directory
            .access
            .as_ref()
            .map(|access| sections::access(context, access))
            .unwrap_or_default(),
        access_more: directory
            .access
            .as_ref()
            .filter(|_| !entry.standing.confidential)
            .map(|access| sections::access_more(context, access))
            .unwrap_or_default(),
        map: sections::map(entry),
        zone: entry.time_zone,
        sessions,
        sessions_left: dates.len().saturating_sub(DATES),
        easy: super::easy(
            context,
            texts.and_then(|texts| texts.easy.as_deref()),
            directory.easy.as_deref(),
        ),
        themes: super::themes(context, directory.themes.iter().map(|theme| theme.code())),
        by: sections::by(context, entry, directory),
        read_on: super::read_on(context, entry),
        verified: verified::view(context, index),
        beside: beside(context, index)?,
        steps: sections::steps(context, &entry.record.data),
        missions: if let Data::Ram(ram) = &entry.record.data {
            phrases(&ram.missions)
        } else {
            Vec::new()
        },
        communes: communes(context, entry),
        here: here(context, index)?,
        equipment: if let Data::Place(place) = &entry.record.data {
            phrases(&place.equipment)
        } else {
            Vec::new()
        },
        sheet: super::sheet::groups(context, index),
        reviews: super::reviews::view(context, directory),
    };
    let frame = super::frame(context, index, path);
    let template = match entry.record.kind {
        Kind::Laep => "laep.html",
        Kind::Ram => "relais.html",
        Kind::Place => "place.html",
        _ => "action.html",
    };
    finish(context, template, &frame, &view)
}

/// The first mention of a relais says its former name.
fn page_label(context: &Context<'_>, index: usize) -> Said {
    match context.entry(index).record.kind {
        Kind::Ram => context.here(context.t.get("kind.relais_long")),
        Kind::Laep => context.here(context.t.get("kind.laep_long")),
        _ => card::label(context, index),
    }
}

/// The dates that are worth a list: those of sessions, workshops and steps, and the weekly hours of a LAEP.
fn dates(entry: &Entry) -> Vec<usize> {
    let own = |what: What| match what {
        What::Sessions | What::Workshops | What::Step(_) => true,
        What::Hours => entry.record.kind == Kind::Laep,
        What::Desk => false,
    };
    entry
        .dates
        .iter()
        .enumerate()
        .filter(|(_, when)| own(when.what))
        .map(|(at, _)| at)
        .collect()
}

/// What is near and alike; nothing beside what is discreet or confidential.
fn beside(context: &Context<'_>, index: usize) -> Result<Option<Beside>, Diagnostic> {
    let entry = context.entry(index);
    if entry.standing.discreet || entry.standing.confidential {
        return Ok(None);
    }
    let site = context.site;
    let point = entry.locations.iter().find_map(|location| location.point);
    let own: Vec<usize> = entry
        .locations
        .iter()
        .filter_map(|location| location.place)
        .collect();
    let wanted =
        |other: usize| other != index && !own.contains(&other) && !is_in(context, other, index);
    let near = point
        .map(|(point, _)| site.index.near.nearest(point, BESIDE_KM, BESIDE, wanted))
        .unwrap_or_default();
    let alike = site
        .index
        .alike
        .get(&index)
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| !near.iter().any(|(known, _)| known == other))
        .take(2);
    let alike = card::all(context, alike)?;
    let near = card::with_distance(context, &near)?;
    Ok((!near.is_empty() || !alike.is_empty()).then_some(Beside { near, alike }))
}

/// Whether a record takes place at the place of a page, which shows it already.
fn is_in(context: &Context<'_>, other: usize, place: usize) -> bool {
    context
        .entry(other)
        .locations
        .iter()
        .any(|location| location.place == Some(place))
}

fn here(context: &Context<'_>, index: usize) -> Result<Vec<Value>, Diagnostic> {
    let all = context
        .site
        .index
        .places
        .get(&index)
        .into_iter()
        .flatten()
        .copied();
    card::all(context, all.filter(|other| *other != index))
}

/// The communes that a relais serves.
fn communes(context: &Context<'_>, entry: &Entry) -> Vec<Link> {
    let Some(directory) = entry
        .directory()
        .filter(|_| entry.record.kind == Kind::Ram && !entry.standing.confidential)
    else {
        return Vec::new();
    };
    let all = directory
        .communes
        .iter()
        .filter_map(|code| crate::geo::communes().by_insee(code.value));
    let known = all.filter(|commune| {
        entry.takes_part() && context.site.index.served.contains_key(&commune.insee())
    });
    known
        .map(|commune| context.link(context.content(commune.name()), &commune_path(commune)))
        .collect()
}
