//! The route table: a path, and what is rendered there.

use std::collections::BTreeMap;

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

/// The routes while they are gathered.
pub(super) struct Draft<'r> {
    prefixes: Vec<Box<str>>,
    routes: BTreeMap<UrlPath, Route>,
    owners: BTreeMap<UrlPath, Span>,
    report: &'r mut Report,
    sound: bool,
}

/// Gathers the routes of every page type, of assets and of media; none where two pages share a path.
pub(super) fn all(site: &Site, report: &mut Report) -> Option<BTreeMap<UrlPath, Route>> {
    let prefixes = site
        .languages
        .iter()
        .map(|language| language.prefix().into())
        .collect();
    let mut draft = Draft {
        prefixes,
        routes: BTreeMap::new(),
        owners: BTreeMap::new(),
        report,
        sound: true,
    };
    pages::add_all(site, &mut draft);
    feeds::add(site, &mut draft);
    share::add(site, &mut draft);
    let is_used = |name: &str| site.searched || !name.starts_with("recherche/");
    for (name, path) in site.theme.assets().filter(|(name, _)| is_used(name)) {
        draft.routes.insert(
            path.clone(),
            Route {
                target: Target::Asset(name.into()),
                language: 0,
            },
        );
    }
    for (file, media) in site.media.iter() {
        draft.routes.insert(
            media.path.clone(),
            Route {
                target: Target::Media(file),
                language: 0,
            },
        );
    }
    draft.sound.then_some(draft.routes)
}

impl Draft<'_> {
    /// Adds a page in every language; `span` is where somebody chose its path.
    pub(super) fn page(&mut self, path: &str, page: Page, span: Option<Span>) {
        for language in 0..self.prefixes.len() {
            self.add(
                &format!("{}{path}", self.prefixes[language]),
                path,
                language,
                page.clone(),
                span,
            );
        }
    }

    /// Adds a page that there is once, in the content's own language.
    pub(super) fn single(&mut self, path: &str, page: Page) {
        self.add(path, path, 0, page, None);
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
            self.routes.insert(
                path,
                Route {
                    target,
                    language: 0,
                },
            );
        }
    }

    fn add(&mut self, whole: &str, path: &str, language: usize, page: Page, span: Option<Span>) {
        let Some(key) = UrlPath::new(whole) else {
            return self.tell(whole, span, None);
        };
        if self.routes.contains_key(&key) {
            let other = self.owners.get(&key).copied();
            return self.tell(whole, span.or(other), other);
        }
        if let Some(span) = span {
            self.owners.insert(key.clone(), span);
        }
        self.routes.insert(
            key,
            Route {
                target: Target::Page(page, path.into()),
                language,
            },
        );
    }

    fn tell(&mut self, path: &str, span: Option<Span>, other: Option<Span>) {
        self.sound = false;
        let span = span.unwrap_or(Span::file(FileId(0)));
        let mut fault = Diagnostic::error(
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
        if let Some(other) = other.filter(|other| *other != span) {
            fault = fault.related(other, say("l'autre page", "the other page"));
        }
        self.report.push(fault);
    }
}
