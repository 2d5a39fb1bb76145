//! The card of a record in lists: rendered once per language.

use minijinja::{Value, context as values};
use serde::Serialize;

use super::context::{Context, Said, value};
use super::price;
use crate::check::Location;
use crate::diag::Diagnostic;
use crate::model::values::StateType;
use crate::model::{Data, Kind};
use crate::site::Card as Made;

/// Where the distance goes in a card that is rendered for all lists: it is cut out.
const DISTANCE: char = '\u{2063}';

#[derive(Serialize)]
struct Card {
    /// How lists kept on the device name it.
    id: Option<String>,
    kind: &'static str,
    label: Said,
    example: bool,
    href: String,
    title: Said,
    state: Option<Said>,
    summary: Option<Said>,
    place: Option<String>,
    distance: char,
    when: Option<Said>,
    price: Option<Said>,
    phone: Option<String>,
}

/// The short facts of a record's card with the names of their icons: the next date, the price.
pub fn card_facts(
    site: &crate::site::Site,
    entry: usize,
    language: usize,
) -> Vec<crate::search::Label> {
    let context = Context::new(site, language);
    let fact = |icon: &str, said: Option<Said>| {
        said.map(|said| crate::search::Label {
            code: icon.to_owned(),
            text: said.text,
        })
    };
    let all = [
        fact("clock", when(&context, entry)),
        fact("euro", price(&context, entry)),
    ];
    all.into_iter().flatten().collect()
}

/// The cards of records, in order.
pub(super) fn all(
    context: &Context<'_>,
    entries: impl IntoIterator<Item = usize>,
) -> Result<Vec<Value>, Diagnostic> {
    let entries = entries.into_iter();
    entries
        .map(|entry| Ok(made(context, entry)?.html))
        .collect()
}

/// The cards of records with how far they are, in kilometres.
pub(super) fn with_distance(
    context: &Context<'_>,
    entries: &[(usize, f64)],
) -> Result<Vec<Value>, Diagnostic> {
    let one = |(entry, km): &(usize, f64)| {
        let Made { html, distance } = made(context, *entry)?;
        let Some((before, after)) = html
            .as_str()
            .zip(distance)
            .map(|(html, at)| html.split_at(at))
        else {
            return Ok(html);
        };
        let said = kilometres(context, *km);
        let html = [before, "\u{a0}· ", &said, after].concat();
        Ok(Value::from_safe_string(html))
    };
    entries.iter().map(one).collect()
}

/// « 600 m », « 1,2 km », « 8 km ».
pub(super) fn kilometres(context: &Context<'_>, km: f64) -> String {
    let tenths = (km * 10.0).round() as u64;
    let said = |key: &str, n: String| context.t.fill(key, &[("n", &n)]);
    match tenths {
        0..10 => {
            let metres = ((km * 10.0).round() as u64).max(1) * 100;
            said("distance.metres", metres.to_string())
        }
        10..50 if !tenths.is_multiple_of(10) => {
            let decimal = context.t.get("number.decimal");
            said(
                "distance.kilometres",
                format!("{}{decimal}{}", tenths / 10, tenths % 10),
            )
        }
        _ => said("distance.kilometres", (km.round() as u64).to_string()),
    }
}

fn made(context: &Context<'_>, entry: usize) -> Result<Made, Diagnostic> {
    context.site.card(entry, context.language, || {
        let card = view(context, entry);
        let t = context.strings();
        let html = context
            .site
            .theme
            .render("parts/card.html", values! { card => value(&card), t })?;
        let html_of = Value::from_safe_string;
        Ok(match html.split_once(DISTANCE) {
            Some((before, after)) => Made {
                html: html_of([before, &after.replace(DISTANCE, "")].concat()),
                distance: Some(before.len()),
            },
            None => Made {
                html: html_of(html),
                distance: None,
            },
        })
    })
}

fn view(context: &Context<'_>, index: usize) -> Card {
    let entry = context.entry(index);
    let directory = entry.directory();
    let state = directory.and_then(|directory| directory.state.as_ref());
    let state = state.and_then(|state| super::pages::state_title(context, state));
    Card {
        id: context.list_id(index).map(str::to_owned),
        kind: kind_class(entry.record.kind),
        label: label(context, index),
        example: entry.standing.example,
        href: context.record_href(index).unwrap_or_default(),
        title: context.title(entry),
        state,
        summary: context.summary(entry),
        place: place(context, &entry.locations),
        distance: DISTANCE,
        when: when(context, index),
        price: price(context, index),
        phone: directory
            .and_then(|directory| directory.contact.as_ref())
            .and_then(|contact| contact.phone.as_ref())
            .map(|phone| phone.shown()),
    }
}

/// The class of a kind: its colour and its icon.
pub(super) fn kind_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "actions",
        Kind::Laep => "laep",
        Kind::Ram => "relais",
        Kind::Place => "lieux",
        _ => "article",
    }
}

/// The string of a kind's label.
pub(super) fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "kind.action",
        Kind::Laep => "kind.laep",
        Kind::Ram => "kind.relais",
        Kind::Place => "kind.place",
        Kind::Partner => "kind.partner",
        Kind::Convention => "kind.convention",
        Kind::Territory => "kind.territory",
        Kind::Plan => "kind.plan",
        Kind::Article => "kind.article",
    }
}

/// What sort of thing a record is, as parents call it.
pub(super) fn label(context: &Context<'_>, index: usize) -> Said {
    let entry = context.entry(index);
    match &entry.record.data {
        Data::Action(action) if !action.formats.is_empty() => {
            context.term(&action.formats[0].value)
        }
        Data::Place(place) => context.term(&place.kind.value),
        Data::Partner(partner) => context.term(&partner.kind.value),
        Data::Territory(territory) => context.term(&territory.level.value),
        Data::Convention(convention) => context.term(&convention.kind.value),
        data => context.here(context.t.get(kind_label(data.kind()))),
    }
}

/// « Haguenau, Maison des familles », or several communes.
fn place(context: &Context<'_>, locations: &[Location]) -> Option<String> {
    let city = |location: &Location| {
        location
            .commune
            .map(|commune| commune.city().to_owned())
            .or_else(|| {
                location
                    .address
                    .as_ref()
                    .map(|address| address.commune.to_string())
            })
    };
    let mut cities: Vec<String> = locations.iter().filter_map(city).collect();
    cities.dedup();
    match (&cities[..], locations) {
        ([], _) => None,
        ([one], [location]) => Some(match location.place {
            Some(place) => format!("{one}, {}", context.title(context.entry(place)).text),
            None => one.clone(),
        }),
        _ => Some(cities.join(", ")),
    }
}

/// « mardi 24 novembre, 9 h – 11 h 30 »: the next date of a directory record that is not closed.
fn when(context: &Context<'_>, index: usize) -> Option<Said> {
    let entry = context.entry(index);
    let state = entry.directory()?.state.as_ref();
    let closed = state.filter(|state| state.kind == StateType::Closed);
    if closed.is_some_and(|state| super::pages::state_title(context, state).is_some()) {
        return None;
    }
    let occurrence = context.next_date(entry)?;
    let day = context.day_and_month(occurrence.date);
    Some(context.with_slot(day, occurrence.slot))
}

fn price(context: &Context<'_>, index: usize) -> Option<Said> {
    let directory = context.entry(index).directory()?;
    price::short(context, directory)
}
