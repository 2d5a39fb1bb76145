//! The events of a record: one for each rule, session and exceptional opening.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::line::Lines;
use super::series::Series;
use super::uid::Uids;
use super::{groups, rule, zone};
use crate::calendar::{Certainty, SessionStatus, Slot, TimeOfDay};
use crate::check::{Entry, When};
use crate::geo::{Commune, InseeCode, Precision};
use crate::model::values::Term as _;
use crate::render::card;
use crate::render::context::{Context, upper_first};
use crate::render::pages::state_title;
use crate::site::agenda::{Spot, is_appointment, spot_of};
use crate::site::feeds::FeedEvent;

/// The events of a record, by their first date.
pub(super) fn all(context: &Context<'_>, index: usize) -> Vec<FeedEvent> {
    let entry = context.entry(index);
    let mut uids = Uids::default();
    let host = host(context);
    let events = groups(entry.dates.iter()).into_iter().filter_map(|group| {
        let uid = uids.of(entry, group[0], host);
        event(context, index, &group, &uid)
    });
    events.collect()
}

/// The host of the guide's address, without its port.
fn host<'s>(context: &Context<'s>) -> &'s str {
    let url = context.site.guide.config.base_url();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or_default()
}

fn event(context: &Context<'_>, index: usize, group: &[&When], uid: &str) -> Option<FeedEvent> {
    let entry = context.entry(index);
    let first = *group.first()?;
    let mut dates: Vec<Date> = group.iter().map(|when| when.occurrence.date).collect();
    dates.dedup();
    let series = Series::new(&dates, rule(entry, first))?;
    let spot = spot_of(&context.site.guide, entry, first);
    let commune = spot.location.and_then(|location| location.commune);
    let zone = commune.map_or(entry.time_zone, Commune::time_zone);
    let mut lines = Lines::new();
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", uid);
    lines.raw(
        "DTSTAMP",
        &format!("{}T120000Z", digits(stamp(context, entry))),
    );
    times(&series, first.occurrence.slot, zone, &mut lines);
    lines.text("SUMMARY", &summary(context, entry, first));
    lines.text("DESCRIPTION", &description(context, index, first));
    if let Some(location) = location(context, index, spot) {
        lines.text("LOCATION", &location);
    }
    if let Some((point, Precision::Exact)) = spot.location.and_then(|location| location.point) {
        lines.raw("GEO", &format!("{};{}", point.lat(), point.lon()));
    }
    lines.text("CATEGORIES", &card::label(context, index).text);
    if let Some(path) = context.site.address(index) {
        lines.raw("URL", &context.site.url(0, path));
    }
    lines.raw("STATUS", status(first));
    // A place that is open takes nothing of a parent's day.
    lines.raw("TRANSP", "TRANSPARENT");
    lines.raw("END", "VEVENT");
    Some(FeedEvent {
        text: lines.finish(),
        communes: communes(entry, first, spot),
        zone,
        is_visit: is_appointment(entry.record.kind, first),
    })
}

/// The communes in which a date takes place: its own, else all of the record's.
fn communes(entry: &Entry, when: &When, spot: Spot<'_>) -> Vec<InseeCode> {
    let is_own =
        when.occurrence.place().is_some() || matches!(when.what, crate::check::What::Step(_));
    let all = entry
        .locations
        .iter()
        .filter(|_| !is_own)
        .chain(spot.location);
    let mut all: Vec<InseeCode> = all.filter_map(|one| Some(one.commune?.insee())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The day on which somebody last made sure of it, else that of the build.
fn stamp(context: &Context<'_>, entry: &Entry) -> Date {
    let verified = entry.record.data.common().verified.as_ref();
    verified.map_or(context.site.guide.today, |verified| verified.day())
}

fn times(series: &Series, slot: Slot, zone: &str, lines: &mut Lines) {
    let Some(start) = slot.start() else {
        return whole_days(series, lines);
    };
    let local = |date: Date, time: TimeOfDay| {
        // The end of a day is the beginning of the next.
        let (date, hour) = match time.hour() {
            24 => (date.saturating_add(1.day()), 0),
            hour => (date, hour),
        };
        format!("{}T{hour:02}{:02}00", digits(date), time.minute())
    };
    let at = |dates: &[Date]| {
        dates
            .iter()
            .map(|date| local(*date, start))
            .collect::<Vec<_>>()
            .join(",")
    };
    lines.raw(&format!("DTSTART;TZID={zone}"), &local(series.first, start));
    if let Slot::Range(range) = slot {
        lines.raw(
            &format!("DTEND;TZID={zone}"),
            &local(series.first, range.to()),
        );
    }
    if let Some((rule, last)) = series.rule {
        // The end of a rule is an instant, whatever the zone.
        let (hour, minute) = (start.hour() as i8 % 24, start.minute() as i8);
        let end = last.at(hour, minute, 0, 0).to_zoned(zone::named(zone));
        let end = end.map(|end| end.with_time_zone(jiff::tz::TimeZone::UTC).datetime());
        let end = end.unwrap_or_else(|_| last.at(23, 59, 59, 0));
        let end = format!(
            "{}T{:02}{:02}{:02}Z",
            digits(end.date()),
            end.hour(),
            end.minute(),
            end.second()
        );
        lines.raw("RRULE", &format!("{};UNTIL={end}", rule.text()));
    }
    if !series.beside.is_empty() {
        lines.raw(&format!("RDATE;TZID={zone}"), &at(&series.beside));
    }
    if !series.except.is_empty() {
        lines.raw(&format!("EXDATE;TZID={zone}"), &at(&series.except));
    }
}

/// Dates without hours.
fn whole_days(series: &Series, lines: &mut Lines) {
    let at = |dates: &[Date]| {
        dates
            .iter()
            .map(|date| digits(*date))
            .collect::<Vec<_>>()
            .join(",")
    };
    lines.raw("DTSTART;VALUE=DATE", &digits(series.first));
    lines.raw(
        "DTEND;VALUE=DATE",
        &digits(series.first.saturating_add(1.day())),
    );
    if let Some((rule, last)) = series.rule {
        lines.raw("RRULE", &format!("{};UNTIL={}", rule.text(), digits(last)));
    }
    if !series.beside.is_empty() {
        lines.raw("RDATE;VALUE=DATE", &at(&series.beside));
    }
    if !series.except.is_empty() {
        lines.raw("EXDATE;VALUE=DATE", &at(&series.except));
    }
}

/// `20261205`
fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn status(when: &When) -> &'static str {
    match (when.occurrence.status(), when.occurrence.certainty) {
        (SessionStatus::Cancelled | SessionStatus::Postponed, _) => "CANCELLED",
        (SessionStatus::Provisional, _) | (_, Certainty::ToConfirm(_)) => "TENTATIVE",
        _ => "CONFIRMED",
    }
}

/// « Annulé : Café des parents », in words, since many clients show no status.
fn summary(context: &Context<'_>, entry: &Entry, when: &When) -> String {
    let title = context.title(entry).text;
    let title = match when.occurrence.title() {
        Some(subject) => format!("{title} – {}", context.content(subject).text),
        None => title,
    };
    match state(context, when) {
        Some(state) => {
            let colon = context
                .in_words(|words| words.phrases().colon.to_owned())
                .text;
            format!("{state}{colon}{title}")
        }
        None => title,
    }
}

fn state(context: &Context<'_>, when: &When) -> Option<String> {
    match (when.occurrence.status(), when.occurrence.certainty) {
        (SessionStatus::Planned | SessionStatus::Confirmed, Certainty::Sure) => None,
        (SessionStatus::Planned | SessionStatus::Confirmed, _) => {
            Some(context.t.get("session.confirm").to_owned())
        }
        (status, _) => Some(context.label("statut_seance", status.code()).text),
    }
}

/// What stands beside a date on the site, a line each.
fn description(context: &Context<'_>, index: usize, when: &When) -> String {
    let entry = context.entry(index);
    let directory = entry.directory();
    let occurrence = &when.occurrence;
    let mut all: Vec<String> = Vec::new();
    let closed = directory.and_then(|directory| state_title(context, directory.state.as_ref()?));
    all.extend(closed.map(|said| said.text));
    if let Certainty::ToConfirm(reason) = occurrence.certainty {
        let reason = context.in_words(|words| words.reason(reason)).text;
        all.push(format!("{} ({reason})", context.t.get("session.confirm")));
    }
    let facts = occurrence.facts.as_deref();
    let own = facts.and_then(|facts| facts.reason.as_deref());
    all.extend(own.map(|reason| context.content(reason).text));
    let date = |key: &str, date: Date| context.t.fill(key, &[("date", &context.long_date(date))]);
    all.extend(
        occurrence
            .postponed_to
            .map(|to| date("session.postponed_to", to)),
    );
    all.extend(
        occurrence
            .postponed_from
            .map(|from| date("session.postponed_from", from)),
    );
    if occurrence.by_appointment {
        let said = context.in_words(|words| words.phrases().by_appointment.to_owned());
        all.push(upper_first(&said.text));
    }
    if occurrence.slot.start().is_none() {
        all.extend(
            context
                .slot(occurrence.slot)
                .map(|said| upper_first(&said.text)),
        );
    }
    all.extend(context.rule(entry, when).map(|said| said.text));
    all.extend(context.summary(entry).map(|said| said.text));
    if entry.standing.confidential {
        all.push(context.t.get("where.confidential").to_owned());
    }
    let contact = directory.and_then(|directory| directory.contact.as_ref());
    all.extend(
        contact
            .and_then(|contact| contact.phone.as_ref())
            .map(|phone| phone.shown()),
    );
    all.join("\n")
}

/// The place and its address, or how it is done where there is none; nothing of what is confidential.
fn location(context: &Context<'_>, index: usize, spot: Spot<'_>) -> Option<String> {
    let entry = context.entry(index);
    if entry.standing.confidential {
        return None;
    }
    let mut all: Vec<String> = Vec::new();
    let place = spot.place.filter(|place| *place != index);
    all.extend(place.map(|place| context.title(context.entry(place)).text));
    if let Some(address) = spot.location.and_then(|location| location.address.as_ref()) {
        all.extend(
            address
                .street
                .as_deref()
                .map(|street| context.content(street).text),
        );
        all.push(format!(
            "{} {}",
            address.postal_code.as_str(),
            &*address.commune
        ));
    }
    if all.is_empty() {
        let mode = entry.directory().and_then(|directory| directory.mode);
        all.extend(mode.map(|mode| context.label("mode", mode.code()).text));
    }
    (!all.is_empty()).then(|| all.join(", "))
}
