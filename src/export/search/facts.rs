//! Facts of a record as search counts them: ages, price, openings, bodies, département.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use crate::calendar::{Event, HolidayHours, HolidayPolicy, InHolidays, PartOfDay, Slot, TimeOfDay};
use crate::check::{Entry, Guide};
use crate::model::directory::Directory;
use crate::model::price::Price as ModelPrice;
use crate::model::{Data, Kind};
use crate::search::{Openings, Part, Price};
use crate::text::typography::typeset;

/// The ages of the children who may come, in days; before birth is below zero.
pub(super) fn ages(entry: &Entry, directory: &Directory) -> Option<(i32, i32)> {
    let ranges: Vec<_> = directory
        .ages
        .iter()
        .filter_map(|group| group.range())
        .collect();
    let pregnancy = directory.pregnancy == Some(true)
        || directory
            .ages
            .iter()
            .any(|group| group.pregnancy == Some(true));
    let days = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
    let mut youngest = ranges.iter().map(|range| days(range.from)).min();
    let mut oldest = ranges.iter().map(|range| days(range.to)).max();
    if youngest.is_none() && entry.record.kind == Kind::Laep {
        // Under 6, unless the record says otherwise.
        (youngest, oldest) = (Some(0), Some(6 * 365));
    }
    if pregnancy {
        (youngest, oldest) = (Some(-1), Some(oldest.unwrap_or(-1)));
    }
    youngest.zip(oldest)
}

pub(super) fn price(price: &ModelPrice) -> Price {
    if price.is_free() && price.membership.is_none() {
        Price::Free
    } else if price.is_symbolic() {
        Price::Reduced
    } else {
        Price::Paid
    }
}

/// On which days and in which parts of them it opens in the weeks to come.
pub(super) fn openings(entry: &Entry, directory: &Directory) -> Openings {
    let mut openings = Openings::default();
    for when in entry.dates.iter() {
        let occurrence = &when.occurrence;
        if !occurrence.status().takes_place() {
            continue;
        }
        let day = weekday_number(occurrence.date.weekday());
        for part in parts(occurrence.slot) {
            openings.add(day, part);
        }
    }
    let holidays = &directory.timetable.0.holidays;
    let open =
        |hours: &HolidayHours| matches!(hours, HolidayHours::Open | HolidayHours::Replaced(_));
    let by_hours = match holidays {
        HolidayPolicy::All(hours) => open(hours),
        HolidayPolicy::Each(each) => [
            &each.toussaint,
            &each.noel,
            &each.hiver,
            &each.printemps,
            &each.ete,
        ]
        .into_iter()
        .any(open),
    };
    let by_sessions = directory
        .sessions
        .iter()
        .any(|session| match &session.event {
            Event::Repeated(recurrence) => {
                matches!(recurrence.holidays, InHolidays::Yes | InHolidays::Only)
            }
            Event::Once(_) => false,
        });
    openings.holidays = by_hours || by_sessions;
    openings
}

/// The next days on which it takes place.
pub(super) fn next_dates(entry: &Entry, today: Date) -> Vec<Date> {
    const MOST: usize = 12;
    let taking_place = entry.dates.iter().filter(|when| {
        let occurrence = &when.occurrence;
        occurrence.status().takes_place() && occurrence.date >= today
    });
    let mut days: Vec<Date> = taking_place.map(|when| when.occurrence.date).collect();
    days.sort();
    days.dedup();
    days.truncate(MOST);
    days
}

fn weekday_number(day: Weekday) -> u8 {
    // From 1, Monday, to 7.
    day.to_monday_one_offset().unsigned_abs()
}

/// The parts of the day that a slot reaches into.
fn parts(slot: Slot) -> Vec<Part> {
    let evening = 18 * 60;
    let within = |from: u16, to: u16| {
        let mut parts = Vec::new();
        if from < TimeOfDay::NOON.minutes() {
            parts.push(Part::Morning);
        }
        if to > TimeOfDay::NOON.minutes() && from < evening {
            parts.push(Part::Afternoon);
        }
        if to > evening {
            parts.push(Part::Evening);
        }
        parts
    };
    match slot {
        Slot::Range(range) => within(range.from().minutes(), range.to().minutes()),
        Slot::From(from) => within(from.minutes(), from.minutes() + 1),
        Slot::Part(PartOfDay::Morning) => vec![Part::Morning],
        Slot::Part(PartOfDay::Afternoon) => vec![Part::Afternoon],
        Slot::Part(PartOfDay::Evening) => vec![Part::Evening],
        Slot::Unsaid => Part::ALL.to_vec(),
    }
}

/// The département of the first territory served that lies in one, or is one.
pub(super) fn department(guide: &Guide, directory: &Directory) -> Option<String> {
    directory.territories.iter().find_map(|territory| {
        let mut at = guide.get(territory.id());
        for _ in 0..16 {
            let Data::Territory(territory) = &at?.record.data else {
                return None;
            };
            let code = territory.insee.as_ref().map(|insee| &*insee.value);
            if let Some(code) = code {
                return match code.len() {
                    2 | 3 => Some(code.to_owned()),
                    _ => crate::geo::InseeCode::parse(code)
                        .ok()
                        .and_then(|insee| insee.department())
                        .map(|department| department.as_str().to_owned()),
                };
            }
            at = territory
                .parent
                .as_ref()
                .and_then(|parent| guide.get(parent.id()));
        }
        None
    })
}

pub(super) fn with_ancestors<'g>(guide: &'g Guide, codes: &[&'g str]) -> Vec<&'g str> {
    let mut all: Vec<&str> = Vec::new();
    for code in codes {
        let mut at = Some(*code);
        while let Some(code) = at.filter(|code| !all.contains(code)) {
            all.push(code);
            at = guide
                .vocabulary
                .entry("themes", code)
                .and_then(|theme| theme.parent.as_deref());
        }
    }
    all
}

pub(super) fn structures(guide: &Guide, entry: &Entry) -> Vec<String> {
    let mut ids: Vec<&str> = Vec::new();
    match &entry.record.data {
        Data::Laep(laep) => ids.push(laep.manager.id()),
        Data::Ram(ram) => ids.push(ram.manager.id()),
        Data::Place(place) => ids.extend(place.partner.iter().map(|partner| partner.id())),
        _ => {}
    }
    if let Some(directory) = entry.directory() {
        ids.extend(directory.holders.iter().map(|holder| holder.0.partner.id()));
        ids.extend(
            directory
                .partners
                .iter()
                .map(|partner| partner.0.partner.id()),
        );
    }
    let names = ids
        .into_iter()
        .filter_map(|id| guide.get(id))
        .map(|partner| typeset(partner.record.data.title()).into_owned());
    names.collect::<BTreeSet<_>>().into_iter().collect()
}
