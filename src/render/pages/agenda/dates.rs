//! Pages of the agenda by day, week, day of the week and school holiday.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;

use super::{Day, Soon, Week, day, link, name, soon, week};
use crate::calendar::{Window, Zone};
use crate::diag::Diagnostic;
use crate::geo::{InseeCode, communes};
use crate::render::context::{Context, Link, Said};
use crate::render::frame::{Frame, Menu};
use crate::render::pages::finish;
use crate::site::agenda::{Appointment, Day as Dated, monday, spot_of};
use crate::site::pages::Dates;

/// How many dates a page shows; what is more is counted, and listed by commune.
const MOST: usize = 48;
/// How many communes a day names, those with the most dates.
const COMMUNES: usize = 36;

#[derive(Serialize)]
struct View {
    soon: Option<Soon>,
    /// What is to be known of these dates: school holidays, zone by zone.
    notes: Vec<Said>,
    week: Option<Week>,
    days: Vec<Day>,
    /// Whether it is one day, whose name is the page's title.
    single: bool,
    count: usize,
    previous: Option<Link>,
    up: Option<Link>,
    next: Option<Link>,
    communes: Vec<Link>,
}

pub(super) fn page(context: &Context<'_>, dates: &Dates, path: &str) -> Result<String, Diagnostic> {
    let agenda = &context.site.index.agenda;
    let days: Vec<&Dated> = match dates {
        Dates::Day(date) => agenda.days.iter().filter(|(day, _)| day == date).collect(),
        Dates::Week(monday) => agenda.week(*monday).iter().collect(),
        Dates::Weekday(weekday) => agenda.on(*weekday).collect(),
        Dates::Holiday(index) => agenda.holidays[*index].days.iter().collect(),
        Dates::Commune(_) | Dates::Theme(_) => Vec::new(),
    };
    let count: usize = days
        .iter()
        .map(|(_, appointments)| appointments.len())
        .sum();
    // What fits is shown whole; else each day shows its part.
    let most = match count > MOST {
        true => (MOST / days.len().max(1)).max(1),
        false => MOST,
    };
    let (previous, up, next) = around(context, dates);
    let single = matches!(dates, Dates::Day(_));
    let view = View {
        soon: soon(context),
        notes: notes(context, dates),
        week: if let Dates::Day(date) = dates {
            week(context, monday(*date), Some(*date))
        } else {
            None
        },
        communes: match days[..] {
            [(_, appointments)] if single && count > MOST => by_commune(context, appointments),
            _ => Vec::new(),
        },
        days: days
            .iter()
            .map(|(date, all)| day(context, *date, all, most))
            .collect(),
        single,
        count,
        previous,
        up,
        next,
    };
    let frame = Frame::new(context, path, name(context, dates))
        .section(Menu::Agenda)
        .crumb(context.link(context.here(context.t.get("menu.agenda")), "/agenda/"));
    finish(context, "dates.html", &frame, &view)
}

/// The pages before, above and after.
fn around(context: &Context<'_>, dates: &Dates) -> (Option<Link>, Option<Link>, Option<Link>) {
    let by = |days: i64, page: fn(Date) -> Dates, date: &Date| {
        let other = date.checked_add(days.days()).ok()?;
        let page = page(other);
        let is_known = match &page {
            Dates::Week(monday) => !context.site.index.agenda.week(*monday).is_empty(),
            _ => true,
        };
        link(context, &page).filter(|_| is_known)
    };
    match dates {
        Dates::Day(date) => (
            by(-1, Dates::Day, date),
            link(context, &Dates::Week(monday(*date))),
            by(1, Dates::Day, date),
        ),
        Dates::Week(monday) => (
            by(-7, Dates::Week, monday),
            None,
            by(7, Dates::Week, monday),
        ),
        Dates::Holiday(index) => (
            index
                .checked_sub(1)
                .and_then(|before| link(context, &Dates::Holiday(before))),
            None,
            link(context, &Dates::Holiday(index + 1)),
        ),
        _ => (None, None, None),
    }
}

/// The school holidays on a day, or when a holiday is, each with its zone where the guide has several.
fn notes(context: &Context<'_>, dates: &Dates) -> Vec<Said> {
    let agenda = &context.site.index.agenda;
    let zone = |zone: &Zone| context.label("zone_scolaire", zone.code()).text;
    match dates {
        Dates::Holiday(index) => {
            let periods = &agenda.holidays[*index].periods;
            let is_shared = periods.windows(2).all(|two| two[0].1 == two[1].1);
            let one = |(own, days): &(Zone, Window)| {
                let said = context.in_words(|words| {
                    let days = words.days_between(days.from, days.to);
                    match is_shared {
                        true => days,
                        false => format!("{}{}{days}", zone(own), words.phrases().colon),
                    }
                });
                said.capital()
            };
            let shown = if is_shared { 1 } else { periods.len() };
            periods.iter().take(shown).map(one).collect()
        }
        Dates::Day(date) => {
            let on = agenda
                .holidays
                .iter()
                .enumerate()
                .filter_map(|(index, holiday)| {
                    let within = |days: &Window| (days.from..=days.to).contains(date);
                    let zones = holiday.periods.iter().filter(|(_, days)| within(days));
                    let zones: Vec<String> = zones.map(|(own, _)| zone(own)).collect();
                    let said = name(context, &Dates::Holiday(index));
                    match zones.len() {
                        0 => None,
                        all if all == holiday.periods.len() => Some(said),
                        _ => Some(Said {
                            text: format!(
                                "{} ({})",
                                said.text,
                                zones.join(context.t.get("time.comma"))
                            ),
                            attrs: said.attrs,
                        }),
                    }
                });
            on.collect()
        }
        _ => Vec::new(),
    }
}

/// The communes in which something takes place, those with the most dates, each with how many.
fn by_commune(context: &Context<'_>, appointments: &[Appointment]) -> Vec<Link> {
    let guide = &context.site.guide;
    let mut counts: BTreeMap<InseeCode, usize> = BTreeMap::new();
    for one in appointments {
        let entry = context.entry(one.entry());
        let commune = spot_of(guide, entry, one.of(guide))
            .location
            .and_then(|location| location.commune);
        if let Some(commune) = commune {
            *counts.entry(commune.insee()).or_default() += 1;
        }
    }
    let mut most: Vec<(InseeCode, usize)> = counts.into_iter().collect();
    most.sort_by_key(|(insee, count)| (std::cmp::Reverse(*count), *insee));
    most.truncate(COMMUNES);
    let mut links: Vec<(&str, Link)> = most
        .into_iter()
        .filter_map(|(insee, count)| {
            let link = link(context, &Dates::Commune(insee))?.counting(count);
            Some((communes().by_insee(insee)?.name(), link))
        })
        .collect();
    links.sort_by_key(|(name, _)| crate::text::nearest::fold(name));
    links.into_iter().map(|(_, link)| link).collect()
}
