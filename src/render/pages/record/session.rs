//! Dates of records.

use serde::Serialize;

use crate::calendar::{Certainty, SessionStatus};
use crate::model::Data;
use crate::model::values::Term as _;
use crate::render::card;
use crate::render::context::{Context, Said};
use crate::site::agenda::spot_of;

/// One date, as lists show it.
#[derive(Debug, Serialize)]
pub(in crate::render::pages) struct Session {
    kind: &'static str,
    iso: String,
    /// When it begins, as far as it is said: `2026-12-05T09:30`.
    start: String,
    day: Option<String>,
    hours: Option<Said>,
    subject: Option<Said>,
    state: Option<Said>,
    cancelled: bool,
    more: Vec<Said>,
    place: Option<Said>,
    /// Whose date it is; none on the page of the record itself.
    of: Option<Whose>,
}

/// The record that a date is of.
#[derive(Debug, Serialize)]
struct Whose {
    label: Said,
    href: String,
    title: Said,
    /// « Tous les mercredis, hors vacances scolaires ».
    rule: Option<Said>,
}

impl Session {
    /// A date of a record on the record's own page, by its place among the record's.
    pub(super) fn on_its_page(context: &Context<'_>, index: usize, at: usize) -> Session {
        let entry = context.entry(index);
        let when = &entry.dates[at];
        let occurrence = &when.occurrence;
        let status = occurrence.status();
        let mut more = Vec::new();
        if let Certainty::ToConfirm(reason) = occurrence.certainty {
            more.push(context.in_words(|words| words.reason(reason)).capital());
        }
        if let Some(facts) = &occurrence.facts {
            more.extend(
                facts
                    .reason
                    .as_deref()
                    .map(|reason| context.content(reason)),
            );
            more.extend(
                facts
                    .places_left
                    .map(|n| context.here(context.t.count("session.places", n as usize, &[]))),
            );
        }
        if let Some(to) = occurrence.postponed_to {
            more.push(
                context.here(
                    context
                        .t
                        .fill("session.postponed_to", &[("date", &context.long_date(to))]),
                ),
            );
        }
        if let Some(from) = occurrence.postponed_from {
            more.push(context.here(context.t.fill(
                "session.postponed_from",
                &[("date", &context.long_date(from))],
            )));
        }
        let iso = occurrence.date.to_string();
        Session {
            kind: card::kind_class(entry.record.kind),
            start: match occurrence.slot.start() {
                Some(start) => [&*iso, "T", &start.to_string()].concat(),
                None => iso.clone(),
            },
            iso,
            day: Some(context.day_and_month(occurrence.date)),
            hours: context.slot(occurrence.slot),
            subject: occurrence.title().map(|title| context.content(title)),
            state: state(context, status, occurrence.certainty),
            cancelled: !status.takes_place(),
            more,
            place: place(context, index, at),
            of: None,
        }
    }

    /// Where the day stands above.
    pub(in crate::render::pages) fn without_day(mut self) -> Session {
        self.day = None;
        self
    }

    /// Where the rule stands above, or would say too much.
    pub(in crate::render::pages) fn without_rule(mut self) -> Session {
        if let Some(of) = &mut self.of {
            of.rule = None;
        }
        self
    }

    /// The dates without their place where it is the same for all: the page of the record says it already.
    pub(super) fn without_shared_place(mut all: Vec<Session>) -> Vec<Session> {
        let place = |one: &Session| one.place.as_ref().map(|place| place.text.clone());
        if all
            .windows(2)
            .all(|pair| place(&pair[0]) == place(&pair[1]))
        {
            for one in &mut all {
                one.place = None;
            }
        }
        all
    }
}

/// A date of a record, by its place among the record's.
pub(in crate::render::pages) fn session(context: &Context<'_>, index: usize, at: usize) -> Session {
    let entry = context.entry(index);
    let of = Whose {
        label: card::label(context, index),
        href: context.record_href(index).unwrap_or_default(),
        title: context.title(entry),
        rule: context.rule(entry, &entry.dates[at]),
    };
    Session {
        of: Some(of),
        ..Session::on_its_page(context, index, at)
    }
}

fn state(context: &Context<'_>, status: SessionStatus, certainty: Certainty) -> Option<Said> {
    match (status, certainty) {
        (SessionStatus::Planned, Certainty::Sure) => None,
        (SessionStatus::Planned | SessionStatus::Confirmed, Certainty::ToConfirm(_)) => {
            Some(context.here(context.t.get("session.confirm")))
        }
        (status, _) => Some(context.label("statut_seance", status.code())),
    }
}

/// Where a date takes place; nothing of what is confidential.
fn place(context: &Context<'_>, index: usize, at: usize) -> Option<Said> {
    let entry = context.entry(index);
    if entry.standing.confidential {
        return None;
    }
    let spot = spot_of(&context.site.guide, entry, &entry.dates[at]);
    let city = spot
        .location
        .and_then(|location| location.commune)
        .map(|commune| commune.city());
    if let Some(place) = spot.place.filter(|place| *place != index) {
        let title = context.title(context.entry(place));
        return Some(Said {
            text: city.map_or(title.text.clone(), |city| format!("{city}, {}", title.text)),
            attrs: title.attrs,
        });
    }
    if let Data::Action(action) = &entry.record.data
        && entry.locations.is_empty()
    {
        let mode = action.directory.mode;
        return mode.map(|mode| context.label("mode", mode.code()));
    }
    let written = || Some(&**spot.location?.address.as_ref()?.commune);
    city.or_else(written).map(|name| context.content(name))
}
