//! The site: what is rendered at which path, known before anything is rendered.
//!
//! [`Site::new`] makes the route table of a [`Guide`] and a theme; nothing here makes a page (that is `render`).
//! Page types are files of [`pages`], which hold their own rows of the table; [`Index`] holds what lists need,
//! computed once; [`Theme`] the templates, strings and assets; [`Media`] the pictures and documents of the content.

pub mod agenda;
mod ages;
mod client;
mod data;
mod facts;
pub mod feeds;
mod index;
mod kept;
mod language;
mod media;
mod narrower;
mod near;
pub mod pages;
mod routes;
mod serves;
mod share;
mod situations;
mod theme;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use minijinja::Value;
use rayon::prelude::*;

use crate::check::{Entry, Guide};
use crate::diag::Report;
use crate::image::share::Press;
use crate::model::{Data, Kind, UrlPath};
use crate::search::Client;
use crate::source::Sources;

pub use ages::AgeBand;
use client::LazyClient;
pub use data::{DATA, DATA_FILES, DataFile, Reusable, points as reusable_points};
use feeds::FeedEvent;
pub use feeds::{CALENDAR, Feed};
pub use index::Index;
pub use kept::Kept;
pub use language::Language;
pub use media::{Media, MediaFile};
pub use narrower::Narrower;
pub use pages::{Facet, MY_LIST, OFFLINE, Page};
pub use routes::{Route, Target};
pub use serves::contains as territory_contains;
pub use share::Share;
pub use situations::{Answers, Situation};
pub(crate) use theme::tokens;
pub use theme::{Strings, Theme};

/// What is to be rendered at every path, with all that rendering needs.
pub struct Site {
    /// What can be published.
    pub guide: Guide,
    /// What lists need, computed once.
    pub index: Arc<Index>,
    /// The templates, strings and assets.
    pub theme: Arc<Theme>,
    /// The pictures and documents that published records name.
    pub media: Arc<Media>,
    /// The languages of the site, the content's own first.
    pub languages: Vec<Language>,
    /// Whether it can be searched: else it has no field, no page and no files for it.
    pub searched: bool,
    client: Arc<LazyClient>,
    sources: Arc<Sources>,
    routes: Arc<BTreeMap<UrlPath, Route>>,
    addresses: Arc<[Option<Box<str>>]>,
    base_path: Box<str>,
    version: Box<str>,
    edition: bool,
    pictures: bool,
    memo: Memo,
}

/// The card of a record as lists show it.
#[derive(Clone)]
pub struct Card {
    /// Its HTML.
    pub html: Value,
    /// Where in it a list says how far the record is; none where the theme has no place for it.
    pub distance: Option<usize>,
}

/// What is rendered once and shown on many pages; filled while rendering, the same whoever comes first.
#[derive(Default)]
struct Memo {
    cards: Vec<OnceLock<Card>>,
    frames: Vec<OnceLock<Value>>,
    events: Vec<OnceLock<Arc<[FeedEvent]>>>,
    calendar_size: OnceLock<usize>,
    press: Press,
}

impl Memo {
    fn new(guide: &Guide, languages: &[Language]) -> Memo {
        Memo {
            cards: (0..guide.entries().len() * languages.len())
                .map(|_| OnceLock::new())
                .collect(),
            frames: languages.iter().map(|_| OnceLock::new()).collect(),
            events: guide.entries().iter().map(|_| OnceLock::new()).collect(),
            calendar_size: OnceLock::new(),
            press: Press::default(),
        }
    }
}

impl Site {
    /// Makes the site of a guide; none where the theme or the routes have faults, which the report tells.
    pub fn new(sources: &Arc<Sources>, guide: Guide, report: &mut Report) -> Option<Site> {
        Site::again(sources, guide, true, &mut Kept::default(), report)
    }

    /// Makes the site of a guide, with search or without; what an edit leaves as it was is taken over.
    pub fn again(
        sources: &Arc<Sources>,
        guide: Guide,
        searched: bool,
        kept: &mut Kept,
        report: &mut Report,
    ) -> Option<Site> {
        let base_path: Box<str> = path_of(guide.config.base_url()).into();
        let (theme, client) = kept.theme(sources, &guide, &base_path, report)?;
        let languages = language::all(&guide);
        let index = Arc::new(Index::new(&guide, &mut kept.lists));
        let addresses: Arc<[Option<Box<str>>]> = guide
            .entries()
            .par_iter()
            .map(|entry| address(entry))
            .collect();
        let media = Arc::new(Media::new(sources, &guide, &addresses, report));
        let memo = Memo::new(&guide, &languages);
        let version = version(sources, &guide);
        let mut site = Site {
            guide,
            index,
            theme,
            client,
            media,
            languages,
            searched,
            sources: Arc::clone(sources),
            routes: Arc::default(),
            addresses,
            base_path,
            version,
            edition: false,
            pictures: false,
            memo,
        };
        site.routes = Arc::new(routes::all(&site, report)?);
        Some(site)
    }

    /// The site with one record read anew, at the same addresses; lists still say what they said before.
    pub fn with(&self, sources: Arc<Sources>, guide: Guide) -> Site {
        Site {
            memo: Memo::new(&guide, &self.languages),
            guide,
            index: Arc::clone(&self.index),
            theme: Arc::clone(&self.theme),
            client: Arc::clone(&self.client),
            media: Arc::clone(&self.media),
            languages: self.languages.clone(),
            searched: self.searched,
            sources,
            routes: Arc::clone(&self.routes),
            addresses: Arc::clone(&self.addresses),
            base_path: self.base_path.clone(),
            version: self.version.clone(),
            edition: self.edition,
            pictures: self.pictures,
        }
    }

    /// The site on sources that have lost the texts of its records: no page is made of them.
    pub fn on(self, sources: Arc<Sources>) -> Site {
        Site { sources, ..self }
    }

    /// The client of the search.
    pub fn client(&self) -> &Client {
        self.client.get(&self.theme, &self.sources)
    }

    /// The site with its edition for paper; none where its pages meet others, which the report tells.
    pub fn with_edition(mut self, report: &mut Report) -> Option<Site> {
        self.edition = true;
        self.routes = Arc::new(routes::all(&self, report)?);
        Some(self)
    }

    /// Whether the site has an edition for paper.
    pub fn has_edition(&self) -> bool {
        self.edition
    }

    /// The site with a picture for each record's shared links; none where a path is taken, which the report tells.
    pub fn with_pictures(mut self, report: &mut Report) -> Option<Site> {
        self.pictures = true;
        self.routes = Arc::new(routes::all(&self, report)?);
        Some(self)
    }

    /// Whether each record has a picture of its own for its shared links.
    pub fn has_pictures(&self) -> bool {
        self.pictures
    }

    /// What the pictures of shared links are made with.
    pub fn press(&self) -> &Press {
        &self.memo.press
    }

    /// Names what the site was made from: another text or another day, another version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Every path of the site but those of exports and of search, in order.
    pub fn paths(&self) -> impl Iterator<Item = &UrlPath> {
        self.routes.keys()
    }

    /// Whether something is rendered at a path.
    pub fn contains(&self, path: &UrlPath) -> bool {
        self.routes.contains_key(path)
    }

    /// Whether a link from the host's root leads to a page or file of the site, exports and search among them.
    pub fn leads_somewhere(&self, link: &str) -> bool {
        let link = link.split(['#', '?']).next().unwrap_or_default();
        let path = link.strip_prefix(&*self.base_path).and_then(UrlPath::new);
        let is_exported = |path: &str| {
            pages::EXPORTS.contains(&path) && (self.searched || !path.starts_with("/recherche/"))
        };
        path.is_some_and(|path| self.contains(&path) || is_exported(path.as_str()))
    }

    /// What is rendered at a path.
    pub fn route(&self, path: &UrlPath) -> Option<&Route> {
        self.routes.get(path)
    }

    /// Every path with what is rendered there, in order.
    pub fn routes(&self) -> impl Iterator<Item = (&UrlPath, &Route)> {
        self.routes.iter()
    }

    /// The path of the page that says that there is none.
    pub fn not_found(&self) -> UrlPath {
        pages::not_found()
    }

    /// The path of the site's address, without a `/` at its end: empty, or `/familles`.
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// The address of a page or file from the host's root, for links within the site.
    pub fn href(&self, language: usize, path: &str) -> String {
        let prefix = if path.ends_with('/') {
            self.languages[language].prefix()
        } else {
            ""
        };
        [&*self.base_path, prefix, path].concat()
    }

    /// The whole address of a page or file.
    pub fn url(&self, language: usize, path: &str) -> String {
        let prefix = if path.ends_with('/') {
            self.languages[language].prefix()
        } else {
            ""
        };
        [self.guide.config.base_url(), prefix, path].concat()
    }

    /// The path of a record's page without the language's prefix; none for a record without a page.
    pub fn address(&self, entry: usize) -> Option<&str> {
        self.addresses[entry].as_deref()
    }

    /// The sources that the site was made of.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The card of a record in a language, rendered at the first call.
    ///
    /// Fails as `make` does, and then remembers nothing.
    pub fn card<E>(
        &self,
        entry: usize,
        language: usize,
        make: impl FnOnce() -> Result<Card, E>,
    ) -> Result<Card, E> {
        remember(
            &self.memo.cards[entry * self.languages.len() + language],
            make,
        )
    }

    /// The events of a record as calendars hold them, written at the first call.
    pub fn events(
        &self,
        entry: usize,
        make: impl FnOnce() -> Arc<[FeedEvent]>,
    ) -> Arc<[FeedEvent]> {
        Arc::clone(self.memo.events[entry].get_or_init(make))
    }

    /// How many bytes the calendar of all has, counted at the first call.
    pub fn calendar_size(&self, count: impl FnOnce() -> usize) -> usize {
        *self.memo.calendar_size.get_or_init(count)
    }

    /// What every page of a language shares, made at the first call.
    ///
    /// Fails as `make` does, and then remembers nothing.
    pub fn frame<E>(
        &self,
        language: usize,
        make: impl FnOnce() -> Result<Value, E>,
    ) -> Result<Value, E> {
        remember(&self.memo.frames[language], make)
    }
}

fn remember<T: Clone, E>(slot: &OnceLock<T>, make: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    if let Some(value) = slot.get() {
        return Ok(value.clone());
    }
    let value = make()?;
    Ok(slot.get_or_init(|| value).clone())
}

/// A digest of the texts, the day and the address that a site is made from.
fn version(sources: &Sources, guide: &Guide) -> Box<str> {
    let mut hasher = blake3::Hasher::new();
    let (day, url) = (guide.today.to_string(), guide.config.base_url());
    for part in [env!("CARGO_PKG_VERSION"), &day, url] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    let files: Vec<_> = sources.all().collect();
    // Those that no site asked for yet are made in parallel.
    files.par_iter().for_each(|(file, _)| {
        sources.digest(*file);
    });
    for (file, name) in files {
        hasher
            .update(name.as_bytes())
            .update(&[0])
            .update(sources.digest(file));
    }
    hasher.finalize().to_hex()[..16].into()
}

/// The path of a web address, without a `/` at its end.
fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/')
        .map_or("", |slash| rest[slash..].trim_end_matches('/'))
}

/// Where the page of a record stands, where it has one.
fn address(entry: &Entry) -> Option<Box<str>> {
    let record = &entry.record;
    let path = match (&record.data, record.kind) {
        (Data::Convention(convention), _) if convention.public != Some(true) => return None,
        (_, Kind::Article) => format!("/{}/", record.slug),
        (_, kind) => format!("/{}/{}/", kind.address(), record.slug),
    };
    Some(path.into())
}
