//! A site that renders what is asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use crate::diag::Language;
use crate::export::search::Kept;
use crate::export::{EXPORTS, search};
use crate::model::UrlPath;
use crate::render::render;
use crate::site::pages::Page;
use crate::site::{Site, Target};

use super::Served;
use super::follow::Glance;

/// A site whose pages and exports are made when they are asked for; of the search, all files are made when one is.
pub struct OnDemand {
    site: Arc<Site>,
    search: OnceLock<Search>,
    /// The search of the site that was served before: an edit leaves most of it as it was.
    former: Mutex<Vec<Arc<Kept>>>,
}

/// The files of the search, and the indexes that they are made of, by language.
struct Search {
    files: BTreeMap<UrlPath, Vec<u8>>,
    indexes: Vec<Arc<Kept>>,
}

impl OnDemand {
    /// Serves a site.
    pub fn new(site: Arc<Site>) -> OnDemand {
        OnDemand {
            site,
            search: OnceLock::new(),
            former: Mutex::new(Vec::new()),
        }
    }

    /// Serves a site in the place of another, whose search it goes on from.
    pub fn after(former: &OnDemand, site: Arc<Site>) -> OnDemand {
        let indexes = match former.search.get() {
            Some(search) => search.indexes.clone(),
            None => lock(&former.former).clone(),
        };
        OnDemand {
            former: Mutex::new(indexes),
            ..OnDemand::new(site)
        }
    }

    /// Makes the search where somebody asked for that of before, so that the next question finds it ready.
    pub fn prepare(&self) {
        if !lock(&self.former).is_empty() {
            self.search();
        }
    }

    fn search(&self) -> &Search {
        self.search.get_or_init(|| {
            let former = std::mem::take(&mut *lock(&self.former));
            let languages = 0..self.site.languages.len();
            let indexes = languages.map(|language| {
                let former = former.get(language).map(Arc::as_ref);
                Kept::after(former, &self.site, language).map(Arc::new)
            });
            // A search that fails is missing; the rest is served.
            let indexes: Vec<Arc<Kept>> = indexes.collect::<Result<_, _>>().unwrap_or_default();
            // An index is large: nobody waits until all of it is put away.
            thread::spawn(move || drop(former));
            let all: Vec<_> = indexes.iter().map(|kept| kept.index()).collect();
            let made = search::outputs(&self.site, &all);
            let files = made.into_iter().flatten();
            Search {
                files: files.map(|output| (output.path, output.bytes)).collect(),
                indexes,
            }
        })
    }

    /// The bytes of a file of an export.
    fn export(&self, path: &UrlPath) -> Option<Vec<u8>> {
        let mut files = EXPORTS.iter().flat_map(|export| export(&self.site));
        let file = files.find(|file| file.path == *path)?;
        Some(file.output().ok()?.bytes)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is done under this lock that could leave it half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Served for OnDemand {
    fn get(&self, path: &UrlPath) -> Option<Vec<u8>> {
        if self.site.contains(path) {
            return Some(page(&self.site, path));
        }
        if path.as_str().starts_with(search::FOLDER) {
            return self.search().files.get(path).cloned();
        }
        self.export(path)
    }
}

/// The pages of one record as it was just saved, and the rest as it was before.
pub struct Ahead {
    glance: Glance,
    rest: Arc<OnDemand>,
}

impl Ahead {
    /// Serves the pages of a record before those of others.
    pub fn new(glance: Glance, rest: Arc<OnDemand>) -> Ahead {
        Ahead { glance, rest }
    }
}

impl Served for Ahead {
    fn get(&self, path: &UrlPath) -> Option<Vec<u8>> {
        let Glance { site, record } = &self.glance;
        let target = site.route(path).map(|route| &route.target);
        if matches!(target, Some(Target::Page(Page::Record(one), _)) if one == record) {
            return Some(page(site, path));
        }
        self.rest.get(path)
    }
}

/// A page, or the words of what is wrong with its template.
fn page(site: &Site, path: &UrlPath) -> Vec<u8> {
    match render(site, path) {
        Ok(output) => output.bytes,
        Err(fault) => fault.message.get(Language::French).as_bytes().to_vec(),
    }
}
