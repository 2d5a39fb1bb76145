//! Pages for the frame of another site, and the page that says how to frame them.

use std::collections::BTreeMap;

use minijinja::Value;
use serde::Serialize;

use super::{finish, lists};
use crate::diag::Diagnostic;
use crate::geo::communes;
use crate::model::values::Term as _;
use crate::render::card;
use crate::render::context::{Context, Link, Said};
use crate::render::frame::Frame;
use crate::site::pages::{
    EMBEDS, Embed, commune_path, embed_path, embed_records, embeds, list_path,
};

/// How many records a page for a frame shows.
const MOST: usize = 60;

#[derive(Serialize)]
struct EmbedView {
    count: String,
    cards: Vec<Value>,
    /// The themes of each record, as JSON, for the script that filters.
    themes: String,
    left: usize,
    /// The page of the guide that says all.
    whole: String,
}

pub(super) fn page(context: &Context<'_>, embed: &Embed, path: &str) -> Result<String, Diagnostic> {
    let records = embed_records(context.site, embed);
    let shown = &records[..records.len().min(MOST)];
    let themes: BTreeMap<&str, Vec<&str>> = shown
        .iter()
        .filter_map(|record| {
            let directory = context.entry(*record).directory()?;
            let codes = directory.themes.iter().map(|theme| theme.code()).collect();
            Some((context.list_id(*record)?, codes))
        })
        .collect();
    let view = EmbedView {
        count: context.t.count("list.count", records.len(), &[]),
        cards: card::all(context, shown.iter().copied())?,
        // A map of texts always has a form in JSON.
        themes: serde_json::to_string(&themes).unwrap_or_default(),
        left: records.len() - shown.len(),
        whole: match embed {
            Embed::Commune(insee, _) => communes()
                .by_insee(*insee)
                .map_or_else(|| context.href("/"), |one| context.href(&commune_path(one))),
            Embed::List(facet) => context.href(&list_path(facet, 1)),
        },
    };
    let mut frame = Frame::new(context, path, title(context, embed));
    frame.noindex = true;
    frame.qr = None;
    finish(context, "embed.html", &frame, &view)
}

/// « Haguenau », « LAEP, à Haguenau ».
fn title(context: &Context<'_>, embed: &Embed) -> Said {
    match embed {
        Embed::Commune(insee, kind) => {
            let name = communes().by_insee(*insee).map_or("", |one| one.name());
            match kind {
                Some(kind) => {
                    let kind = context.t.get(lists::kind_plural(*kind));
                    let said = format!("{kind} – {name}");
                    context.here(&*said)
                }
                None => context.content(name),
            }
        }
        Embed::List(facet) => lists::title(context, facet),
    }
}

#[derive(Serialize)]
struct EmbedsView {
    /// What to copy, for the page of most records.
    snippet: String,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    title: String,
    links: Vec<Link>,
}

pub(super) fn all(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let site = context.site;
    let (mut of_communes, mut of_kinds, mut of_themes) = (Vec::new(), Vec::new(), Vec::new());
    let mut most: Option<(usize, Embed)> = None;
    for embed in embeds(site) {
        let Some(path) = embed_path(&embed) else {
            continue;
        };
        let count = embed_records(site, &embed).len();
        let group = match &embed {
            Embed::Commune(_, Some(_)) => continue,
            Embed::Commune(..) => &mut of_communes,
            Embed::List(crate::site::Facet::Kind(_)) => &mut of_kinds,
            Embed::List(_) => &mut of_themes,
        };
        let link = Link {
            // They are in the content's own language, whatever the language of this page.
            href: site.href(0, &path),
            ..context.link(title(context, &embed), &path)
        };
        group.push(link.counting(count));
        let is_commune = matches!(embed, Embed::Commune(..));
        if is_commune && most.as_ref().is_none_or(|(known, _)| count > *known) {
            most = Some((count, embed));
        }
    }
    let example =
        most.and_then(|(_, embed)| Some((title(context, &embed).text, embed_path(&embed)?)));
    let (name, path_of_example) =
        example.unwrap_or_else(|| (site.guide.config.name.to_string(), EMBEDS.to_owned()));
    let frame_title = context.t.fill("embed.frame_title", &[("name", &name)]);
    let escape = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let view = EmbedsView {
        snippet: format!(
            "<iframe src=\"{}\"\n  title=\"{}\"\n  width=\"100%\" height=\"640\" loading=\"lazy\"\n  referrerpolicy=\"no-referrer\"></iframe>",
            escape(&site.url(0, &path_of_example)),
            escape(&frame_title),
        ),
        groups: [
            ("embed.communes", of_communes),
            ("embed.kinds", of_kinds),
            ("embed.themes", of_themes),
        ]
        .into_iter()
        .filter(|(_, links)| !links.is_empty())
        .map(|(key, links)| Group {
            title: context.t.get(key).to_owned(),
            links,
        })
        .collect(),
    };
    let title = context.here(context.t.get("embed.title"));
    let frame = Frame::new(context, path, title)
        .crumb(context.link(context.here(context.t.get("data.title")), crate::site::DATA));
    finish(context, "embeds.html", &frame, &view)
}
