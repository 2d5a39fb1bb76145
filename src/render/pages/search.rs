//! The search page.

use serde::Serialize;

use super::finish;
use super::topics::{age_links, kind_links, theme_links};
use crate::diag::Diagnostic;
use crate::model::vocabulary::danger::Danger as Patterns;
use crate::render::context::{Context, Link, Said};
use crate::render::frame::{Frame, Menu, number_href};

#[derive(Serialize)]
struct Search {
    /// What the script says, as JSON.
    strings: String,
    script: Option<String>,
    /// The language that answers are in, where it isn't the site's own.
    language: Option<String>,
    /// The path of the client's core from the client.
    core: String,
    /// What is shown above the answers of a question that tells of danger.
    danger: Danger,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Danger {
    /// Beginnings of words that may tell of danger, in all languages that a question may be in.
    marks: String,
    groups: Vec<Told>,
    numbers: Vec<Call>,
}

/// A kind of danger: what is said, and which numbers.
#[derive(Serialize)]
struct Told {
    code: String,
    text: String,
    numbers: String,
}

#[derive(Serialize)]
struct Call {
    number: String,
    href: String,
    name: Said,
}

#[derive(Serialize)]
struct Group {
    title: String,
    links: Vec<Link>,
    wide: bool,
}

pub(super) fn page(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let group = |key: &str, links, wide| Group {
        title: context.t.get(key).to_owned(),
        links,
        wide,
    };
    let mut near = super::home::communes(context);
    near.push(context.link(
        context.here(context.t.get("home.all_communes")),
        "/communes/",
    ));
    let other = (!context.is_own()).then(|| context.language().code.to_string());
    let view = Search {
        strings: context.strings_for_script("search.client."),
        danger: danger(context),
        language: other.clone(),
        core: context.site.client().core(other.as_deref()),
        script: context.site.theme.asset("recherche/page.js"),
        groups: vec![
            group("search.by_kind", kind_links(context), true),
            group("menu.near", near, false),
            group("search.by_age", age_links(context), false),
            group("search.by_theme", theme_links(context), false),
        ],
    };
    let mut frame = Frame::new(context, path, context.here(context.t.get("search.title")))
        .section(Menu::Search);
    frame.noindex = true;
    finish(context, "search.html", &frame, &view)
}

/// The kinds of danger with their numbers; a number that the guide doesn't list is left out.
fn danger(context: &Context<'_>) -> Danger {
    let patterns = Patterns::builtin();
    let listed = &context.site.guide.numbers;
    let numbers = listed.iter().filter_map(|number| {
        let shown = number.number.shown().replace("\u{a0}", " ");
        let is_called = patterns
            .groups
            .iter()
            .any(|group| group.numbers.contains(&shown));
        let translated = number.translations.as_ref();
        let name = translated.and_then(|all| all.get(&context.language().code)?.name.as_deref());
        is_called.then(|| Call {
            href: number_href(number),
            name: context.either(name, &number.name),
            number: shown,
        })
    });
    let groups = patterns.groups.iter().map(|group| Told {
        code: group.code.clone(),
        text: context
            .t
            .get(&format!("danger.group.{}", group.code))
            .to_owned(),
        numbers: group.numbers.join(","),
    });
    Danger {
        marks: patterns.marks(),
        groups: groups.collect(),
        numbers: numbers.collect(),
    }
}
