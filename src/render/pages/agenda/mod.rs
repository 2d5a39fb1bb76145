//! The agenda: the ways into it, and its pages by day, week, school holiday, commune and theme.

mod dates;
mod strand;

use jiff::civil::{Date, Weekday};
use serde::Serialize;

use super::finish;
use super::record::{Session, session};
use crate::diag::Diagnostic;
use crate::render::context::{Context, Link, Said, upper_first};
use crate::render::frame::{Frame, Menu};
use crate::site::Feed;
use crate::site::agenda::Appointment;
use crate::site::pages::Dates;

/// How many communes and themes the first page names: those with the most dates.
const STRANDS: usize = 24;

/// The links that a script resolves to a date, and what it needs for that.
#[derive(Serialize)]
struct Soon {
    /// Where the days are listed, for who has no script.
    fallback: String,
    /// The address of the agenda.
    base: String,
    /// The first and last day that have a page.
    from: String,
    to: String,
    /// The time zone that says what day it is.
    zone: &'static str,
}

#[derive(Serialize)]
struct Agenda {
    period: String,
    soon: Option<Soon>,
    weeks: Vec<Week>,
    often: Vec<Link>,
    communes: Vec<Link>,
    themes: Vec<Link>,
    feed: Option<String>,
}

#[derive(Serialize)]
struct Week {
    name: Said,
    href: String,
    /// The place of its first day in the week, from 1.
    first: i8,
    days: Vec<Cell>,
}

/// A day in a strip of days.
#[derive(Serialize)]
struct Cell {
    iso: String,
    short: String,
    number: i8,
    name: String,
    href: String,
    nothing: bool,
    current: bool,
}

/// A day with what takes place then.
#[derive(Serialize)]
struct Day {
    iso: String,
    name: String,
    href: Option<String>,
    sessions: Vec<Session>,
    left: usize,
}

pub(super) fn page(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let agenda = &context.site.index.agenda;
    let period = match (agenda.days.first(), agenda.days.last()) {
        (Some((first, _)), Some((last, _))) => context.t.fill(
            "agenda.period",
            &[
                ("from", &context.date(*first)),
                ("to", &context.date(*last)),
            ],
        ),
        _ => String::new(),
    };
    let weekdays = Dates::WEEKDAYS.map(Dates::Weekday);
    let holidays = (0..agenda.holidays.len()).map(Dates::Holiday);
    let often = weekdays.into_iter().chain(holidays);
    let view = Agenda {
        period,
        soon: soon(context),
        weeks: agenda
            .weeks()
            .into_iter()
            .filter_map(|monday| week(context, monday, None))
            .collect(),
        often: often.filter_map(|dates| link(context, &dates)).collect(),
        communes: most(
            agenda
                .communes
                .iter()
                .map(|(insee, strand)| (strand.total, Dates::Commune(*insee))),
            context,
        ),
        themes: most(
            agenda
                .themes
                .iter()
                .map(|(code, strand)| (strand.total, Dates::Theme(code.clone()))),
            context,
        ),
        feed: feed(context, &Feed::All),
    };
    let frame =
        Frame::new(context, path, context.here(context.t.get("menu.agenda"))).section(Menu::Agenda);
    finish(context, "agenda.html", &frame, &view)
}

pub(super) fn dates(
    context: &Context<'_>,
    dates: &Dates,
    path: &str,
) -> Result<String, Diagnostic> {
    match dates {
        Dates::Commune(_) | Dates::Theme(_) => strand::page(context, dates, path),
        _ => dates::page(context, dates, path),
    }
}

/// The strands with the most dates, in the order of their names.
fn most(all: impl Iterator<Item = (usize, Dates)>, context: &Context<'_>) -> Vec<Link> {
    let mut all: Vec<(usize, Dates)> = all.collect();
    // The sort keeps the order of codes among equals.
    all.sort_by_key(|(total, _)| std::cmp::Reverse(*total));
    all.truncate(STRANDS);
    let mut links: Vec<Link> = all
        .iter()
        .filter_map(|(_, dates)| {
            let name = name(context, dates);
            Some(context.link(name, &dates.path(context.site)?))
        })
        .collect();
    links.sort_by_key(|link| crate::text::nearest::fold(&link.name.text));
    links
}

fn soon(context: &Context<'_>) -> Option<Soon> {
    let agenda = &context.site.index.agenda;
    Some(Soon {
        fallback: format!("{}#jours", context.href("/agenda/")),
        base: context.href("/agenda/"),
        from: agenda.days.first()?.0.to_string(),
        to: agenda.days.last()?.0.to_string(),
        zone: agenda.time_zone,
    })
}

/// The address of a calendar to subscribe to.
pub(in crate::render::pages) fn feed(context: &Context<'_>, feed: &Feed) -> Option<String> {
    Some(context.site.href(0, &feed.path(context.site)?))
}

/// The days of a week, each a link; `current` is the day whose page it is.
fn week(context: &Context<'_>, monday: Date, current: Option<Date>) -> Option<Week> {
    let days = context.site.index.agenda.week(monday);
    let cell = |(date, appointments): &crate::site::agenda::Day| Cell {
        iso: date.to_string(),
        short: context.short_day(*date).to_owned(),
        number: date.day(),
        name: context.day_and_month(*date),
        href: context.href(&format!("/agenda/{date}/")),
        nothing: appointments.is_empty(),
        current: current == Some(*date),
    };
    Some(Week {
        name: name(context, &Dates::Week(monday)),
        href: context.href(&Dates::Week(monday).path(context.site)?),
        first: days.first()?.0.weekday().to_monday_one_offset(),
        days: days.iter().map(cell).collect(),
    })
}

/// A day with its first dates; what is more is counted.
fn day(context: &Context<'_>, date: Date, appointments: &[Appointment], most: usize) -> Day {
    let rows = appointments.iter().take(most);
    let has_page = context.site.index.agenda.day(date).is_some();
    Day {
        iso: date.to_string(),
        name: upper_first(&context.day_and_month(date)),
        href: has_page.then(|| context.href(&format!("/agenda/{date}/"))),
        sessions: rows
            .map(|one| session(context, one.entry(), one.when()).without_day())
            .collect(),
        left: appointments.len().saturating_sub(most),
    }
}

fn link(context: &Context<'_>, dates: &Dates) -> Option<Link> {
    let path = dates.path(context.site)?;
    Some(context.link(name(context, dates), &path))
}

/// The way to the agenda of a commune or a theme, where something is announced there.
pub(in crate::render::pages) fn way(context: &Context<'_>, dates: &Dates) -> Option<Link> {
    let agenda = &context.site.index.agenda;
    let is_told = match dates {
        Dates::Commune(insee) => agenda.communes.contains_key(insee),
        Dates::Theme(code) => agenda.themes.contains_key(code),
        _ => true,
    };
    let text = context
        .t
        .fill("agenda.of", &[("name", &name(context, dates).text)]);
    let path = dates.path(context.site).filter(|_| is_told)?;
    Some(context.link(context.here(text), &path))
}

/// What a page of the agenda is called.
pub(in crate::render::pages) fn name(context: &Context<'_>, dates: &Dates) -> Said {
    let agenda = &context.site.index.agenda;
    match dates {
        Dates::Day(date) => context.here(context.long_date(*date)).capital(),
        Dates::Week(monday) => {
            let last = monday.saturating_add(jiff::ToSpan::days(6));
            let days = context.in_words(|words| words.days_between(*monday, last));
            Said {
                text: context.t.fill("agenda.week", &[("days", &days.text)]),
                attrs: days.attrs,
            }
        }
        Dates::Weekday(Weekday::Saturday) => context.here(context.t.get("agenda.saturdays")),
        Dates::Weekday(_) => context.here(context.t.get("agenda.wednesdays")),
        Dates::Holiday(index) => {
            let holiday = &agenda.holidays[*index];
            let name =
                context.in_words(|words| words.school_holidays(Some(holiday.holiday)).to_owned());
            Said {
                text: format!("{}\u{a0}{}", upper_first(&name.text), holiday.year),
                attrs: name.attrs,
            }
        }
        Dates::Commune(insee) => {
            let commune = crate::geo::communes().by_insee(*insee);
            context.content(commune.map_or("", |commune| commune.name()))
        }
        Dates::Theme(code) => context.label("themes", code),
    }
}
