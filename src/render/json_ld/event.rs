//! The dates of an action, as events.

use serde_json::{Value as Json, json};

use super::postal;
use crate::calendar::{Certainty, Slot, TimeOfDay};
use crate::check::{Entry, When};
use crate::geo::Commune;
use crate::render::context::Context;
use crate::render::feed::{Series, groups, rule};
use crate::render::frame::Frame;

/// How many events of an action are told.
const EVENTS: usize = 5;

/// The next events of an action: one for all that a rule says, with its schedule, and one for each other date.
///
/// An action without dates or place is no event; nor is a date that is to be confirmed, or elsewhere than the rest.
pub(super) fn all(context: &Context<'_>, index: usize, frame: &Frame) -> Option<Json> {
    let entry = context.entry(index);
    let common = common(context, entry, frame)?;
    let told = |when: &&When| {
        when.occurrence.certainty == Certainty::Sure && when.occurrence.place().is_none()
    };
    let mut events: Vec<Json> = Vec::new();
    for group in groups(entry.dates.iter().filter(told)) {
        if events.len() >= EVENTS {
            break;
        }
        let mut dates: Vec<_> = group.iter().map(|when| when.occurrence.date).collect();
        dates.dedup();
        let Some(series) = Series::new(&dates, rule(entry, group[0])) else {
            continue;
        };
        let alone = series.beside.iter();
        let alone = alone.filter_map(|date| {
            let when = group.iter().find(|when| when.occurrence.date == *date)?;
            Some(event(&common, when))
        });
        let mut first = event(&common, group[0]);
        if let Some(schedule) = schedule(entry, group[0], &series) {
            first["eventSchedule"] = schedule;
        }
        events.push(first);
        events.extend(alone);
    }
    events.truncate(EVENTS);
    match events.len() {
        0 | 1 => events.pop(),
        _ => Some(json!({ "@type": "ItemList", "itemListElement": events })),
    }
}

/// What all events of an action share.
fn common(context: &Context<'_>, entry: &Entry, frame: &Frame) -> Option<Json> {
    let mut locations = entry.locations.iter();
    let address = locations.find_map(|location| location.address.as_ref())?;
    let place = entry.locations.iter().find_map(|location| location.place);
    let place = place.map(|place| context.title(context.entry(place)).text);
    let price = entry
        .directory()
        .and_then(|directory| directory.price.as_ref());
    let mut common = json!({
        "@type": "Event", "name": frame.title.text, "description": frame.description, "url": frame.url,
        "location": { "@type": "Place", "name": place.as_deref().unwrap_or(&address.commune), "address": postal(address) },
    });
    if let Some(price) = price {
        common["isAccessibleForFree"] = (price.is_free() && price.membership.is_none()).into();
    }
    Some(common)
}

fn event(common: &Json, when: &When) -> Json {
    let one = &when.occurrence;
    let at = |time: TimeOfDay| format!("{}T{}", one.date, hour(time));
    let status = if one.status().takes_place() {
        "EventScheduled"
    } else {
        "EventCancelled"
    };
    let mut event = common.clone();
    event["eventStatus"] = format!("https://schema.org/{status}").into();
    event["startDate"] = one.slot.start().map_or(one.date.to_string(), at).into();
    if let Slot::Range(range) = one.slot {
        event["endDate"] = at(range.to()).into();
    }
    event
}

/// The rule of a series, its days as iCalendar writes them, which schema.org reads too.
fn schedule(entry: &Entry, when: &When, series: &Series) -> Option<Json> {
    let (rule, last) = series.rule?;
    let commune = entry.locations.iter().find_map(|location| location.commune);
    let mut schedule = json!({
        "@type": "Schedule", "repeatFrequency": rule.period()?, "byDay": rule.days(),
        "startDate": series.first.to_string(), "endDate": last.to_string(),
        "scheduleTimezone": commune.map_or(entry.time_zone, Commune::time_zone),
    });
    if let Some(start) = when.occurrence.slot.start() {
        schedule["startTime"] = hour(start).into();
    }
    if let Slot::Range(range) = when.occurrence.slot {
        schedule["endTime"] = hour(range.to()).into();
    }
    if !series.except.is_empty() {
        let except = series.except.iter().map(|date| date.to_string());
        schedule["exceptDate"] = except.collect();
    }
    Some(schedule)
}

fn hour(time: TimeOfDay) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
