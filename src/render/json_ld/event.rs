//! The dates of an action, as events.

use super::thing::{Event, Place, PostalAddress, Schedule, Thing, is_free};
use crate::calendar::{Certainty, Slot, TimeOfDay};
use crate::check::{Entry, When};
use crate::geo::Commune;
use crate::model::Kind;
use crate::render::context::Context;
use crate::render::feed::{Series, groups, rule};
use crate::render::frame::Frame;

/// How many events of an action are told.
const EVENTS: usize = 5;

/// Where the events of an action take place; none for another record, or without an address.
pub(super) fn place<'a>(context: &Context<'a>, index: usize) -> Option<Place<'a>> {
    let entry = context.entry(index);
    if entry.record.kind != Kind::Action {
        return None;
    }
    let mut locations = entry.locations.iter();
    let address = locations.find_map(|location| location.address.as_ref())?;
    let place = entry.locations.iter().find_map(|location| location.place);
    let name = place.map(|place| context.title(context.entry(place)).text);
    Some(Place {
        name: name.unwrap_or_else(|| address.commune.to_string()),
        address: PostalAddress::of(address),
    })
}

/// The next events of an action: one for all that a rule says, with its schedule, and one for each other date.
///
/// An action without dates or place is no event; nor is a date that is to be confirmed, or elsewhere than the rest.
pub(super) fn all<'a>(
    context: &Context<'a>,
    index: usize,
    frame: &'a Frame,
    place: &'a Place<'a>,
) -> Option<Thing<'a>> {
    let entry = context.entry(index);
    let told = |when: &&When| {
        when.occurrence.certainty == Certainty::Sure && when.occurrence.place().is_none()
    };
    let event = |when: &When| event(entry, frame, place, when);
    let mut events: Vec<Event<'a>> = Vec::new();
    for group in groups(entry.dates.iter().filter(told)) {
        if events.len() >= EVENTS {
            break;
        }
        let mut dates: Vec<_> = group.iter().map(|when| when.occurrence.date).collect();
        dates.dedup();
        let Some(series) = Series::new(&dates, rule(entry, group[0])) else {
            continue;
        };
        events.push(Event {
            event_schedule: schedule(entry, group[0], &series),
            ..event(group[0])
        });
        let alone = series.beside.iter();
        events.extend(alone.filter_map(|date| {
            let when = group.iter().find(|when| when.occurrence.date == *date)?;
            Some(event(when))
        }));
    }
    events.truncate(EVENTS);
    match events.len() {
        0 | 1 => events.pop().map(Thing::Event),
        _ => Some(Thing::ItemList {
            item_list_element: events,
        }),
    }
}

fn event<'a>(entry: &Entry, frame: &'a Frame, place: &'a Place<'a>, when: &When) -> Event<'a> {
    let one = &when.occurrence;
    let at = |time: TimeOfDay| format!("{}T{}", one.date, hour(time));
    Event {
        name: &frame.title.text,
        description: frame.description.as_deref(),
        url: &frame.url,
        event_status: if one.status().takes_place() {
            "https://schema.org/EventScheduled"
        } else {
            "https://schema.org/EventCancelled"
        },
        start_date: one.slot.start().map_or_else(|| one.date.to_string(), at),
        end_date: match one.slot {
            Slot::Range(range) => Some(at(range.to())),
            _ => None,
        },
        event_schedule: None,
        location: place,
        is_accessible_for_free: is_free(entry),
    }
}

/// The rule of a series, its days as iCalendar writes them, which schema.org reads too.
fn schedule(entry: &Entry, when: &When, series: &Series) -> Option<Schedule> {
    let (rule, last) = series.rule?;
    let commune = entry.locations.iter().find_map(|location| location.commune);
    let slot = when.occurrence.slot;
    Some(Schedule {
        repeat_frequency: rule.period()?,
        by_day: rule.days(),
        start_date: series.first.to_string(),
        end_date: last.to_string(),
        start_time: slot.start().map(hour),
        end_time: match slot {
            Slot::Range(range) => Some(hour(range.to())),
            _ => None,
        },
        except_date: series.except.iter().map(|date| date.to_string()).collect(),
        schedule_timezone: commune.map_or(entry.time_zone, Commune::time_zone),
    })
}

fn hour(time: TimeOfDay) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
