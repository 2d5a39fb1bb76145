//! Calendars to subscribe to, as iCalendar (RFC 5545): of a record, a commune, a theme, and of all.
//!
//! A calendar gives the dates that pages give. A rule that comes back is an `RRULE`, and what it can't say (school
//! holidays of the zone, public holidays, closures) its `EXDATE`s, as far as dates are known: so the rule ends there,
//! its description says so, and who subscribed gets the rest from the next build. Times are those of the place
//! (`TZID` with its `VTIMEZONE`); a confidential place is not told, and what is discreet has no calendar at all.

mod event;
mod line;
mod series;
mod uid;
mod zone;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::context::Context;
use crate::check::{Behind, Entry, HOURS_DAYS, When};
use crate::geo::communes;
use crate::site::agenda::is_told;
use crate::site::feeds::FeedEvent;
use crate::site::pages::{Dates, Facet, commune_path, list_path};
use crate::site::{Feed, Site};
use crate::text::typography::typeset;
use line::Lines;
use series::Rule;

pub(super) use series::Series;

/// How many bytes the calendar of all has; it is written for that at the first call.
pub(super) fn size(site: &Site) -> usize {
    site.calendar_size(|| render(site, &Feed::All).len())
}

/// A calendar as text.
pub(super) fn render(site: &Site, feed: &Feed) -> String {
    let context = Context::new(site, 0);
    let entries = entries(site, feed);
    let events: Vec<Arc<[FeedEvent]>> = entries
        .iter()
        .map(|entry| events_of(&context, *entry))
        .collect();
    let wanted = |event: &&FeedEvent| match feed {
        Feed::Record(_) => true,
        Feed::Commune(insee) => event.is_visit && event.communes.contains(insee),
        Feed::All | Feed::Theme(_) => event.is_visit,
    };
    let events: Vec<&FeedEvent> = events
        .iter()
        .flat_map(|all| all.iter())
        .filter(wanted)
        .collect();
    let mut zones: BTreeSet<&str> = events.iter().map(|event| event.zone).collect();
    if zones.is_empty() {
        zones.insert(site.index.agenda.time_zone);
    }
    let mut lines = Lines::new();
    let own = zones.first().filter(|_| zones.len() == 1);
    head(
        &context,
        feed,
        own.unwrap_or(&site.index.agenda.time_zone),
        &mut lines,
    );
    for zone in zones {
        zone::write(zone, site.guide.today, &mut lines);
    }
    let mut text = lines.finish();
    text.reserve(events.iter().map(|event| event.text.len()).sum());
    events.iter().for_each(|event| text.push_str(&event.text));
    text.push_str("END:VCALENDAR\r\n");
    text
}

fn head(context: &Context<'_>, feed: &Feed, zone: &str, lines: &mut Lines) {
    let site = context.site;
    let guide = typeset(&site.guide.config.name);
    let (name, page) = match feed {
        Feed::All => (None, Some("/agenda/".to_owned())),
        Feed::Record(index) => {
            let title = context.title(context.entry(*index)).text;
            (Some(title), site.address(*index).map(str::to_owned))
        }
        Feed::Commune(insee) => {
            let commune = communes().by_insee(*insee);
            let page = Dates::Commune(*insee)
                .path(site)
                .or_else(|| commune.map(commune_path));
            (commune.map(|commune| commune.name().to_owned()), page)
        }
        Feed::Theme(code) => {
            let page = Dates::Theme(code.clone()).path(site);
            let page = page.unwrap_or_else(|| list_path(&Facet::Theme(code.clone()), 1));
            (Some(context.label("themes", code).text), Some(page))
        }
    };
    let name = name.map_or(guide.to_string(), |name| format!("{name} – {guide}"));
    let known = context.t.fill(
        "agenda.known_until",
        &[("date", &context.date(known_until(site.guide.today)))],
    );
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Ribambelle//Ribambelle//FR");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", "PUBLISH");
    for key in ["NAME", "X-WR-CALNAME"] {
        lines.text(key, &name);
    }
    for key in ["DESCRIPTION", "X-WR-CALDESC"] {
        lines.text(key, &known);
    }
    if let Some(page) = page {
        lines.raw("URL", &site.url(0, &page));
    }
    lines.raw("X-WR-TIMEZONE", zone);
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    lines.raw("X-PUBLISHED-TTL", "P1D");
}

/// The last day of which all hours are known.
fn known_until(today: Date) -> Date {
    today.saturating_add((i64::from(HOURS_DAYS) - 1).days())
}

/// The records that may have a part in a calendar.
fn entries(site: &Site, feed: &Feed) -> Vec<usize> {
    let index = &site.index;
    let mut all: Vec<usize> = match feed {
        Feed::All => (0..site.guide.entries().len()).collect(),
        Feed::Record(entry) => vec![*entry],
        Feed::Commune(insee) => {
            let own = index.communes.get(insee).into_iter().flatten();
            let strand = index.agenda.communes.get(insee);
            let guests = strand.into_iter().flat_map(|strand| &strand.guests);
            own.chain(guests).copied().collect()
        }
        Feed::Theme(code) => index.themes.get(code).cloned().unwrap_or_default(),
    };
    all.sort_unstable();
    all.dedup();
    all.retain(|entry| is_told(&site.guide.entries()[*entry]));
    all
}

/// The events of a record, written at the first call.
fn events_of(context: &Context<'_>, index: usize) -> Arc<[FeedEvent]> {
    context
        .site
        .events(index, || event::all(context, index).into())
}

/// The dates that make one event each, by their first date.
pub(super) fn groups<'a>(dates: impl Iterator<Item = &'a When>) -> Vec<Vec<&'a When>> {
    let mut groups: Vec<Vec<&When>> = Vec::new();
    for when in dates {
        let own = groups
            .iter_mut()
            .find(|group| belong_together(group[0], when));
        match own {
            Some(group) => group.push(when),
            None => groups.push(vec![when]),
        }
    }
    groups
}

/// The rule that a date of a record comes from.
pub(super) fn rule(entry: &Entry, when: &When) -> Option<Rule> {
    entry.behind(when).map(|behind| match behind {
        Behind::Weekly(rule, _) => Rule::of_week(rule.days, rule.weeks),
        Behind::Recurrence(recurrence, _) => Rule::of_recurrence(recurrence),
    })
}

/// Whether two dates of a record make one event: of the same rule, at the same time, with the same facts.
fn belong_together(one: &When, two: &When) -> bool {
    let facts = |when: &When| when.occurrence.facts.clone();
    let same_facts = match (&one.occurrence.facts, &two.occurrence.facts) {
        (Some(one), Some(two)) if Arc::ptr_eq(one, two) => true,
        _ => facts(one) == facts(two),
    };
    let (a, b) = (&one.occurrence, &two.occurrence);
    let key = |when: &When| {
        (
            when.what,
            when.occurrence.source,
            when.occurrence.by_appointment,
        )
    };
    key(one) == key(two)
        && (a.slot, a.certainty) == (b.slot, b.certainty)
        && (a.postponed_to, a.postponed_from) == (b.postponed_to, b.postponed_from)
        && same_facts
}
