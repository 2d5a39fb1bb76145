//! A site that renders what is asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::diag::Language;
use crate::export::{EXPORTS, search};
use crate::model::UrlPath;
use crate::render::render;
use crate::search::Index;
use crate::site::pages::Page;
use crate::site::{Site, Target};

use super::Served;
use super::follow::Glance;

/// A site whose pages are rendered when they are asked for; its exports are made at once when one is.
pub struct OnDemand {
    site: Arc<Site>,
    exports: OnceLock<Exports>,
    /// The search of the site that was served before: an edit leaves most of it as it was.
    former: Mutex<Option<Arc<Index>>>,
}

/// What is made of a site beside its pages, and the index that the search is made of.
struct Exports {
    files: BTreeMap<UrlPath, Vec<u8>>,
    index: Option<Arc<Index>>,
}

impl OnDemand {
    /// Serves a site.
    pub fn new(site: Arc<Site>) -> OnDemand {
        OnDemand {
            site,
            exports: OnceLock::new(),
            former: Mutex::new(None),
        }
    }

    /// Serves a site in the place of another, whose search it goes on from.
    pub fn after(former: &OnDemand, site: Arc<Site>) -> OnDemand {
        let index = match former.exports.get() {
            Some(exports) => exports.index.clone(),
            None => lock(&former.former).clone(),
        };
        OnDemand {
            former: Mutex::new(index),
            ..OnDemand::new(site)
        }
    }

    /// Makes the exports where somebody asked for those of before, so that the next question finds them ready.
    pub fn prepare(&self) {
        if lock(&self.former).is_some() {
            self.exports();
        }
    }

    fn exports(&self) -> &Exports {
        self.exports.get_or_init(|| {
            let former = lock(&self.former).take();
            let index = search::index_after(former.as_deref(), &self.site)
                .ok()
                .map(Arc::new);
            // An export that fails is missing; the rest is served.
            let found = index
                .as_deref()
                .and_then(|index| search::outputs(&self.site, index).ok());
            let others = EXPORTS.iter().filter_map(|export| export(&self.site).ok());
            let made = found.into_iter().chain(others).flatten();
            Exports {
                files: made.map(|output| (output.path, output.bytes)).collect(),
                index,
            }
        })
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
        self.exports().files.get(path).cloned()
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
