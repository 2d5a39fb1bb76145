//! The route table: a path, and what is rendered there.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::feeds::{self, Feed};
use super::share::{self, Share};
use super::{
    Site,
    pages::{self, Page},
};
use crate::diag::{Diagnostic, FileId, Report, Span, say};
use crate::model::UrlPath;

/// What is rendered at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// What it is.
    pub target: Target,
    /// The language of a page, by its place among the site's; 0 for files.
    pub language: usize,
}

/// A page, or a file as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page, and its path without the language's prefix.
    Page(Page, Box<str>),
    /// A file of the theme, by its name in the theme's served folder.
    Asset(Box<str>),
    /// A file of the content.
    Media(FileId),
    /// A calendar to subscribe to.
    Feed(Feed),
    /// A picture for shared links.
    Share(Share),
}

/// The routes of one sort while they are gathered.
pub(super) struct Draft<'s> {
    site: &'s Site,
    rows: Vec<Row>,
}

/// A route, before it is known whether its path is free.
struct Row {
    /// The text of one at which nothing can stand is not read.
    path: Result<UrlPath, Box<str>>,
    claim: Claim,
}

/// What stands at a path, if nothing else does.
struct Claim {
    route: Route,
    /// Where somebody chose the path.
    span: Option<Span>,
    /// Whether it is a file, which lies in a folder of its page's own and takes the path whatever was there.
    is_file: bool,
}

/// Gathers the routes of every page type, of assets and of media; none where two pages share a path.
pub(super) fn all(site: &Site, report: &mut Report) -> Option<BTreeMap<UrlPath, Route>> {
    let adds: Vec<pages::Add> = pages::TYPES
        .iter()
        .copied()
        .chain([feeds::add as pages::Add, share::add, assets, media])
        .collect();
    let rows: Vec<Vec<Row>> = adds
        .par_iter()
        .map(|add| {
            let rows = Vec::new();
            let mut draft = Draft { site, rows };
            add(site, &mut draft);
            draft.rows
        })
        .collect();
    table(rows.into_iter().flatten().collect(), report)
}

fn assets(site: &Site, draft: &mut Draft<'_>) {
    let is_used = |name: &str| site.searched || !name.starts_with("recherche/");
    for (name, path) in site.theme.assets().filter(|(name, _)| is_used(name)) {
        draft.row(path.clone(), Target::Asset(name.into()));
    }
}

fn media(site: &Site, draft: &mut Draft<'_>) {
    for (file, media) in site.media.iter() {
        draft.row(media.path.clone(), Target::Media(file));
    }
}

/// The table of rows in the order in which they were added; none where two pages share a path.
fn table(rows: Vec<Row>, report: &mut Report) -> Option<BTreeMap<UrlPath, Route>> {
    let mut faults: Vec<(usize, Diagnostic)> = Vec::new();
    let mut sound: Vec<(usize, UrlPath, Claim)> = Vec::with_capacity(rows.len());
    for (number, Row { path, claim }) in rows.into_iter().enumerate() {
        match path {
            Ok(path) => sound.push((number, path, claim)),
            Err(path) => faults.push((number, told(&path, claim.span, None))),
        }
    }
    // Most rows come in runs that are in order: this sort is made for them.
    sound.sort_by(|a, b| a.1.cmp(&b.1));
    let mut kept: Vec<(UrlPath, Claim)> = Vec::with_capacity(sound.len());
    for (number, path, claim) in sound {
        match kept.last_mut().filter(|last| last.0 == path) {
            None => kept.push((path, claim)),
            Some((_, other)) if claim.is_file => other.route = claim.route,
            Some((path, other)) => {
                let span = claim.span.or(other.span);
                faults.push((number, told(path.as_str(), span, other.span)));
            }
        }
    }
    let is_sound = faults.is_empty();
    faults.sort_by_key(|(number, _)| *number);
    report.extend(faults.into_iter().map(|(_, fault)| fault));
    let routes = kept.into_iter().map(|(path, claim)| (path, claim.route));
    is_sound.then(|| routes.collect())
}

impl Draft<'_> {
    /// Adds a page in every language; `span` is where somebody chose its path.
    pub(super) fn page(&mut self, path: &str, page: Page, span: Option<Span>) {
        for language in 0..self.site.languages.len() {
            self.add(path, language, page.clone(), span);
        }
    }

    /// Adds a page that there is once, in the content's own language.
    pub(super) fn single(&mut self, path: &str, page: Page) {
        self.add(path, 0, page, None);
    }

    /// Adds a calendar, in the content's own language.
    pub(super) fn feed(&mut self, path: &str, feed: Feed) {
        // Its folder is a page's own, where no other file has this name.
        self.file(path, Target::Feed(feed));
    }

    /// Adds a picture for shared links, in the content's own language.
    pub(super) fn share(&mut self, path: &str, share: Share) {
        // Its folder is no page's.
        self.file(path, Target::Share(share));
    }

    fn file(&mut self, path: &str, target: Target) {
        if let Some(path) = UrlPath::new(path) {
            self.row(path, target);
        }
    }

    fn row(&mut self, path: UrlPath, target: Target) {
        let route = Route {
            target,
            language: 0,
        };
        self.rows.push(Row {
            path: Ok(path),
            claim: Claim {
                route,
                span: None,
                is_file: true,
            },
        });
    }

    fn add(&mut self, path: &str, language: usize, page: Page, span: Option<Span>) {
        let prefix = self.site.languages[language].prefix();
        let whole = || [prefix, path].concat();
        let route = Route {
            target: Target::Page(page, path.into()),
            language,
        };
        self.rows.push(Row {
            path: UrlPath::new(whole()).ok_or_else(|| whole().into()),
            claim: Claim {
                route,
                span,
                is_file: false,
            },
        });
    }
}

/// That a path is taken, or that nothing can stand there.
fn told(path: &str, span: Option<Span>, other: Option<Span>) -> Diagnostic {
    let span = span.unwrap_or(Span::file(FileId(0)));
    let fault = Diagnostic::error(
        "shared-path",
        span,
        say(
            format!("l'adresse « {path} » sert déjà à une autre page"),
            format!("the address “{path}” is another page's already"),
        ),
    )
    .help(say(
        "renommez ce fichier, ou ôtez l'ancien nom",
        "rename this file, or remove the former name",
    ));
    match other.filter(|other| *other != span) {
        Some(other) => fault.related(other, say("l'autre page", "the other page")),
        None => fault,
    }
}
