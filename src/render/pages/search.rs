//! The search page.

use serde::Serialize;

use super::finish;
use super::topics::{age_links, kind_links, theme_links};
use crate::diag::Diagnostic;
use crate::render::context::{Context, Link};
use crate::render::frame::Frame;

#[derive(Serialize)]
struct Search {
    /// What the script says, as JSON.
    strings: String,
    script: Option<String>,
    /// The path of the client's core from the client.
    core: String,
    /// The words that tell of danger in a question, in the languages that it may be in.
    danger: String,
    groups: Vec<Group>,
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
    let view = Search {
        strings: context.strings_for_script("search.client."),
        danger: {
            let own = context.site.theme.strings(0).get("search.danger");
            let here = context.t.get("search.danger");
            if context.is_own() {
                own.to_owned()
            } else {
                format!("{own} {here}")
            }
        },
        core: crate::site::client_core(context.site),
        script: context.site.theme.asset("recherche/page.js"),
        groups: vec![
            group("search.by_kind", kind_links(context), true),
            group("menu.near", near, false),
            group("search.by_age", age_links(context), false),
            group("search.by_theme", theme_links(context), false),
        ],
    };
    let mut frame =
        Frame::new(context, path, context.here(context.t.get("search.title"))).section("search");
    frame.noindex = true;
    finish(context, "search.html", &frame, &view)
}
