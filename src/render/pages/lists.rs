//! Lists of records that share a kind, a theme, an audience or an age, and the indexes of these.

use minijinja::Value;
use serde::Serialize;

use super::{finish, maps};
use crate::check::is_grave;
use crate::diag::Diagnostic;
use crate::model::Kind;
use crate::render::card::{self, kind_class};
use crate::render::context::{Context, Link, Said};
use crate::render::frame::Frame;
use crate::render::map::Map;
use crate::site::pages::{Dates, PER_PAGE, Topics, commune_path, list_path, list_records};
use crate::site::{AgeBand, Facet};
use crate::text::typography::typeset;

/// How many themes are shown beside one.
const LINKS: usize = 12;

#[derive(Serialize)]
struct List {
    kind: Option<&'static str>,
    label: Option<String>,
    intro: Option<Said>,
    filters: Vec<Filter>,
    results_class: &'static str,
    results_title: String,
    count: String,
    cards: Vec<Value>,
    pages: Option<Pages>,
    reading: Vec<Value>,
    map: Option<Map>,
    agenda: Option<Link>,
    beside: Vec<Link>,
}

#[derive(Serialize)]
struct Filter {
    title: String,
    links: Vec<Link>,
}

/// The links to other pages of a list.
#[derive(Serialize)]
struct Pages {
    previous: Option<String>,
    next: Option<String>,
    numbers: Vec<Number>,
}

#[derive(Serialize)]
struct Number {
    number: Option<usize>,
    href: String,
    current: bool,
}

pub(super) fn page(
    context: &Context<'_>,
    facet: &Facet,
    number: usize,
    path: &str,
) -> Result<String, Diagnostic> {
    let records = list_records(context.site, facet);
    let start = ((number - 1) * PER_PAGE).min(records.len());
    let shown = &records[start..(start + PER_PAGE).min(records.len())];
    let t = context.t;
    let count = match records.len() > PER_PAGE {
        true => t.count(
            "list.count_part",
            records.len(),
            &[
                ("from", &(start + 1).to_string()),
                ("to", &(start + shown.len()).to_string()),
            ],
        ),
        false => t.count("list.count", records.len(), &[]),
    };
    let title = title(context, facet);
    let (label, template) = match facet {
        Facet::Kind(_) => (None, "list.html"),
        Facet::Theme(_) => (Some(t.get("theme.label")), "theme.html"),
        Facet::Audience(_) => (Some(t.get("audience.label")), "list.html"),
        Facet::Age(_) => (Some(t.get("age.label")), "list.html"),
    };
    let reading: &[usize] = match facet {
        Facet::Theme(code) if number == 1 => context
            .site
            .index
            .reading
            .get(code)
            .map_or(&[], Vec::as_slice),
        _ => &[],
    };
    let is_theme = matches!(facet, Facet::Theme(_));
    let view = List {
        kind: if let Facet::Kind(kind) = facet {
            Some(kind_class(*kind))
        } else {
            None
        },
        label: label.map(str::to_owned),
        intro: intro(context, facet),
        filters: if let Facet::Kind(kind) = facet {
            filters(context, *kind)
        } else {
            Vec::new()
        },
        results_class: if is_theme { "" } else { "visually-hidden" },
        results_title: t
            .get(if is_theme {
                "theme.help"
            } else {
                "list.results"
            })
            .to_owned(),
        count,
        cards: card::all(context, shown.iter().copied())?,
        pages: pages(context, facet, number, records.len().div_ceil(PER_PAGE)),
        reading: card::all(context, reading.iter().copied())?,
        map: (is_theme && number == 1)
            .then(|| maps::of_communes_with(context, records))
            .flatten(),
        agenda: if let Facet::Theme(code) = facet {
            super::agenda::way(context, &Dates::Theme(code.clone()))
        } else {
            None
        },
        beside: if let Facet::Theme(code) = facet {
            beside(context, code)
        } else {
            Vec::new()
        },
    };
    let mut frame = Frame::new(context, path, title).described(view.intro.as_ref());
    frame = match facet {
        Facet::Kind(_) => frame,
        Facet::Theme(_) => {
            frame.crumb(context.link(context.here(t.get("themes.title")), Topics::Themes.path()))
        }
        Facet::Audience(_) => frame.crumb(context.link(
            context.here(t.get("audiences.title")),
            Topics::Audiences.path(),
        )),
        Facet::Age(_) => {
            frame.crumb(context.link(context.here(t.get("ages.title")), Topics::Ages.path()))
        }
    };
    if number > 1 {
        frame.tab_title = format!(
            "{} ({}) – {}",
            frame.title.text,
            t.fill("pagination.page", &[("page", &number.to_string())]),
            typeset(&context.site.guide.config.name)
        );
    }
    if let Facet::Theme(code) = facet
        && is_grave(&context.site.guide.vocabulary, code)
    {
        frame = frame.neutral(context, "discreet.list");
    }
    finish(context, template, &frame, &view)
}

pub(super) fn title(context: &Context<'_>, facet: &Facet) -> Said {
    match facet {
        Facet::Kind(kind) => context.here(context.t.get(kind_plural(*kind))),
        Facet::Theme(code) => context.label("themes", code),
        Facet::Audience(code) => context.label("publics", code),
        Facet::Age(band) => {
            context.here(context.t.get(&format!("age.{}", AgeBand::ALL[*band].code)))
        }
    }
}

/// The string of a kind's name as a heading of several.
pub(super) fn kind_plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "kinds.action",
        Kind::Laep => "kinds.laep",
        Kind::Ram => "kinds.relais",
        Kind::Place => "kinds.place",
        Kind::Partner => "partners.title",
        Kind::Territory => "territories.title",
        Kind::Convention => "kinds.convention",
        Kind::Plan => "kinds.plan",
        Kind::Article => "menu.understand",
    }
}

fn intro(context: &Context<'_>, facet: &Facet) -> Option<Said> {
    let (list, code): (&str, &str) = match facet {
        Facet::Kind(kind) => {
            let key = match kind {
                Kind::Action => "kinds.action_intro",
                Kind::Laep => "kinds.laep_intro",
                Kind::Ram => "kinds.relais_intro",
                _ => "kinds.place_intro",
            };
            return Some(context.here(context.t.get(key)));
        }
        Facet::Theme(code) => ("themes", code),
        Facet::Audience(code) => ("publics", code),
        Facet::Age(_) => return None,
    };
    let entry = context.site.guide.vocabulary.entry(list, code)?;
    let translated = entry
        .translations
        .get(&*context.language().code)
        .and_then(|texts| texts.description.as_deref());
    Some(context.either(translated, entry.description.as_deref()?))
}

/// Other lists that hold records of this kind, with how many.
fn filters(context: &Context<'_>, kind: Kind) -> Vec<Filter> {
    let Some(narrower) = context.site.index.narrower.get(&kind) else {
        return Vec::new();
    };
    let commune = |(insee, count): &(_, usize)| {
        let commune = crate::geo::communes().by_insee(*insee)?;
        Some(
            context
                .link(context.content(commune.name()), &commune_path(commune))
                .counting(*count),
        )
    };
    let theme = |(code, count): &(Box<str>, usize)| {
        context
            .link(
                context.label("themes", code),
                &list_path(&Facet::Theme(code.clone()), 1),
            )
            .counting(*count)
    };
    let ages = narrower
        .ages
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0);
    let ages = ages.map(|(band, count)| {
        context
            .link(
                title(context, &Facet::Age(band)),
                &list_path(&Facet::Age(band), 1),
            )
            .counting(*count)
    });
    let filter = |key: &str, links: Vec<Link>| Filter {
        title: context.t.get(key).to_owned(),
        links,
    };
    let all = [
        filter(
            "list.by_commune",
            narrower.communes.iter().filter_map(commune).collect(),
        ),
        filter("list.by_age", ages.collect()),
        filter("list.by_theme", narrower.themes.iter().map(theme).collect()),
    ];
    all.into_iter()
        .filter(|filter| !filter.links.is_empty())
        .collect()
}

/// The themes above, below and beside a theme.
fn beside(context: &Context<'_>, code: &str) -> Vec<Link> {
    let site = context.site;
    let Some(themes) = site.guide.vocabulary.list("themes") else {
        return Vec::new();
    };
    let parent = themes.get(code).and_then(|entry| entry.parent.as_deref());
    let known =
        |code: &str| site.index.themes.contains_key(code) || site.index.reading.contains_key(code);
    let related = themes.iter().filter(|(other, entry)| {
        let akin = Some(*other) == parent
            || entry.parent.as_deref() == Some(code)
            || (parent.is_some() && entry.parent.as_deref() == parent);
        akin && *other != code && known(other)
    });
    related
        .take(LINKS)
        .map(|(other, _)| {
            context.link(
                context.label("themes", other),
                &list_path(&Facet::Theme(other.into()), 1),
            )
        })
        .collect()
}

fn pages(context: &Context<'_>, facet: &Facet, current: usize, last: usize) -> Option<Pages> {
    if last < 2 {
        return None;
    }
    let href = |number: usize| context.href(&list_path(facet, number));
    let mut numbers: Vec<Number> = Vec::new();
    let mut before = 0;
    for number in
        (1..=last).filter(|number| *number == 1 || *number == last || number.abs_diff(current) <= 1)
    {
        if number > before + 1 {
            numbers.push(Number {
                number: None,
                href: String::new(),
                current: false,
            });
        }
        numbers.push(Number {
            number: Some(number),
            href: href(number),
            current: number == current,
        });
        before = number;
    }
    Some(Pages {
        previous: (current > 1).then(|| href(current - 1)),
        next: (current < last).then(|| href(current + 1)),
        numbers,
    })
}
