//! The agenda of a commune or a theme: its next dates, then Saturdays, Wednesdays and school holidays.

use jiff::civil::Weekday;
use serde::Serialize;

use super::{Day, Soon, day, feed, link, name, soon};
use crate::diag::Diagnostic;
use crate::geo::communes;
use crate::render::context::{Context, Link, Said};
use crate::render::frame::{Frame, Menu};
use crate::render::pages::finish;
use crate::render::pages::record::{Session, session};
use crate::site::Feed;
use crate::site::agenda::{Appointment, Strand};
use crate::site::pages::{Dates, Facet, Topics, commune_path, list_path};

/// How far another commune may be to be named, in kilometres, and how many are.
const NEAR: (f64, usize) = (20.0, 6);

#[derive(Serialize)]
struct View {
    soon: Option<Soon>,
    days: Vec<Day>,
    /// How many dates are known beside those shown.
    left: usize,
    groups: Vec<Group>,
    back: Link,
    feed: Option<String>,
    near: Vec<Link>,
}

/// Dates for which parents ask first.
#[derive(Serialize)]
struct Group {
    id: &'static str,
    title: Said,
    href: Option<String>,
    sessions: Vec<Session>,
}

pub(super) fn page(context: &Context<'_>, dates: &Dates, path: &str) -> Result<String, Diagnostic> {
    let agenda = &context.site.index.agenda;
    let none = Strand::default();
    let own = name(context, dates);
    let (strand, from, back, near) = match dates {
        Dates::Commune(insee) => {
            let back = communes()
                .by_insee(*insee)
                .map(commune_path)
                .unwrap_or_default();
            let near = near(context, dates);
            (
                agenda.communes.get(insee),
                Feed::Commune(*insee),
                back,
                near,
            )
        }
        Dates::Theme(code) => {
            let back = list_path(&Facet::Theme(code.clone()), 1);
            (
                agenda.themes.get(code),
                Feed::Theme(code.clone()),
                back,
                Vec::new(),
            )
        }
        _ => return super::dates::page(context, dates, path),
    };
    let strand = strand.unwrap_or(&none);
    let view = View {
        soon: soon(context),
        days: days(context, &strand.next),
        left: strand.total - strand.next.len(),
        groups: groups(context, strand),
        back: context.link(own.clone(), &back),
        feed: feed(context, &from),
        near,
    };
    let title = context.here(context.t.fill("agenda.of", &[("name", &own.text)]));
    let above = match dates {
        Dates::Commune(_) => context.link(context.here(context.t.get("menu.near")), "/communes/"),
        _ => context.link(
            context.here(context.t.get("themes.title")),
            Topics::Themes.path(),
        ),
    };
    let frame = Frame::new(context, path, title)
        .section(Menu::Agenda)
        .crumb(above)
        .crumb(context.link(own, &back));
    finish(context, "strand.html", &frame, &view)
}

/// The next dates, day by day.
fn days(context: &Context<'_>, next: &[Appointment]) -> Vec<Day> {
    let guide = &context.site.guide;
    let date = |one: &Appointment| one.of(guide).occurrence.date;
    let days = next.chunk_by(|one, two| date(one) == date(two));
    days.map(|all| day(context, date(&all[0]), all, all.len()))
        .collect()
}

/// Saturdays, Wednesdays and school holidays, but for those that the next dates show all of.
fn groups(context: &Context<'_>, strand: &Strand) -> Vec<Group> {
    let group = |id, title: Said, href, all: &[Appointment]| {
        let is_new = all.iter().any(|one| !strand.next.contains(one));
        let rows = all
            .iter()
            .map(|one| session(context, one.entry(), one.when()).without_rule());
        is_new.then(|| Group {
            id,
            title,
            href,
            sessions: rows.collect(),
        })
    };
    let weekday = |id, day, all: &[Appointment]| {
        let link = link(context, &Dates::Weekday(day))?;
        group(id, link.name, Some(link.href), all)
    };
    let holidays = context.here(context.t.get("agenda.in_holidays"));
    let all = [
        weekday("samedis", Weekday::Saturday, &strand.saturdays),
        weekday("mercredis", Weekday::Wednesday, &strand.wednesdays),
        group("vacances", holidays, None, &strand.holidays),
    ];
    all.into_iter().flatten().collect()
}

/// The agendas of the nearest communes in which something takes place.
fn near(context: &Context<'_>, dates: &Dates) -> Vec<Link> {
    let Dates::Commune(insee) = dates else {
        return Vec::new();
    };
    let Some(commune) = communes().by_insee(*insee) else {
        return Vec::new();
    };
    let agenda = &context.site.index.agenda;
    let others = communes().within(commune.point(), NEAR.0).into_iter();
    let others = others.map(|near| near.commune.insee());
    let told = others.filter(|other| other != insee && agenda.communes.contains_key(other));
    told.take(NEAR.1)
        .filter_map(|other| link(context, &Dates::Commune(other)))
        .collect()
}
