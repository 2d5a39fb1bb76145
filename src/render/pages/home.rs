//! The first page.

use minijinja::Value;
use serde::Serialize;

use super::finish;
use super::record::{Session, session};
use crate::diag::Diagnostic;
use crate::model::values::Term as _;
use crate::render::card;
use crate::render::context::{Context, Link, Said};
use crate::render::frame::{Frame, Menu};
use crate::site::pages::{commune_path, list_path};
use crate::site::{AgeBand, Facet};
use crate::text::typography::typeset;

/// How many communes the page names.
const COMMUNES: usize = 8;
/// How many dates of the week the page shows.
const DATES: usize = 5;

#[derive(Serialize)]
struct Home {
    heading: String,
    message: Said,
    examples: Vec<Link>,
    communes: Vec<Link>,
    situations: Vec<Link>,
    all_situations: String,
    week: Vec<Session>,
    first: Vec<Value>,
}

pub(super) fn page(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let guide = &context.site.guide;
    let name = &guide.config.name;
    let place = guide
        .get(guide.config.territory.id())
        .map_or("", |territory| territory.record.data.title());
    let home = guide.config.home.as_ref();
    // The guide's own message is in its language; others have the theme's.
    let message = home
        .and_then(|home| home.message.as_deref())
        .filter(|_| context.is_own())
        .unwrap_or_else(|| context.t.get("home.message"));
    let message = context.here(message);
    let first = home
        .into_iter()
        .flat_map(|home| &home.records)
        .filter_map(|record| guide.index(record.id()));
    let first = first.filter(|entry| {
        context.entry(*entry).takes_part()
            && !context.entry(*entry).standing.discreet
            && context.site.address(*entry).is_some()
    });
    let view = Home {
        heading: context.t.fill("home.heading", &[("place", place)]),
        examples: examples(context),
        communes: communes(context),
        situations: situations(context),
        all_situations: context.href("/situations/"),
        week: week(context),
        first: card::all(context, first)?,
        message,
    };
    let mut frame = Frame::new(context, path, context.content(name))
        .section(Menu::Home)
        .described(Some(&view.message));
    frame.crumbs.clear();
    frame.tab_title = typeset(name).into_owned();
    finish(context, "home.html", &frame, &view)
}

fn examples(context: &Context<'_>) -> Vec<Link> {
    if !context.site.searched {
        return Vec::new();
    }
    ["home.example.1", "home.example.2", "home.example.3"]
        .into_iter()
        .filter_map(|key| context.t.find(key))
        .map(|words| {
            let query =
                percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC);
            Link {
                name: context.here(words),
                href: format!("{}?q={query}", context.href("/recherche/")),
                count: None,
                kind: None,
            }
        })
        .collect()
}

/// The communes with the most to offer, by name.
pub(super) fn communes(context: &Context<'_>) -> Vec<Link> {
    let mut all: Vec<_> = context
        .site
        .index
        .communes
        .iter()
        .map(|(insee, records)| (records.len(), *insee))
        .collect();
    all.sort_by_key(|(count, insee)| (std::cmp::Reverse(*count), *insee));
    all.truncate(COMMUNES);
    let mut all: Vec<_> = all
        .into_iter()
        .filter_map(|(count, insee)| Some((crate::geo::communes().by_insee(insee)?, count)))
        .collect();
    all.sort_by_key(|(commune, _)| commune.name());
    all.into_iter()
        .map(|(commune, count)| {
            context
                .link(context.content(commune.name()), &commune_path(commune))
                .counting(count)
        })
        .collect()
}

/// The themes to begin with, and the ages.
fn situations(context: &Context<'_>) -> Vec<Link> {
    let site = context.site;
    let chosen = site
        .guide
        .config
        .home
        .iter()
        .flat_map(|home| &home.themes)
        .map(|theme| theme.code());
    let known = chosen.filter(|code| {
        site.index.themes.contains_key(*code) || site.index.reading.contains_key(*code)
    });
    let themes = known.map(|code| {
        // What a parent would say, where the theme has such words.
        let name = context.t.find(&format!("situation.{code}")).map_or_else(
            || context.label("themes", code),
            |words| context.here(words),
        );
        context.link(name, &list_path(&Facet::Theme(code.into()), 1))
    });
    // Who reads « Enceinte » needs no « Pendant la grossesse ».
    let is_told = |age: &AgeBand| {
        site.guide
            .config
            .home
            .iter()
            .flat_map(|home| &home.themes)
            .any(|theme| theme.code() == age.code)
    };
    let ages = AgeBand::ALL
        .iter()
        .enumerate()
        .filter(|(band, age)| !site.index.ages[*band].is_empty() && !is_told(age));
    let ages = ages.map(|(band, age)| {
        context.link(
            context.here(context.t.get(&format!("age.{}", age.code))),
            &list_path(&Facet::Age(band), 1),
        )
    });
    themes.chain(ages).collect()
}

/// What is on in the next seven days, one date of each record.
fn week(context: &Context<'_>) -> Vec<Session> {
    let mut seen = Vec::new();
    let days = context.site.index.agenda.days.iter().take(7);
    let dates = days
        .flat_map(|(_, appointments)| appointments)
        .filter(|one| {
            let takes_place = one
                .of(&context.site.guide)
                .occurrence
                .status()
                .takes_place();
            let new = takes_place && !seen.contains(&one.entry());
            if new {
                seen.push(one.entry());
            }
            new
        });
    dates
        .take(DATES)
        .map(|one| session(context, one.entry(), one.when()).without_rule())
        .collect()
}
