//! A site that renders what is asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::diag::Language;
use crate::export::EXPORTS;
use crate::model::UrlPath;
use crate::render::render;
use crate::site::pages::Page;
use crate::site::{Site, Target};

use super::Served;
use super::follow::Glance;

/// A site whose pages are rendered when they are asked for; its exports are made at once when one is.
pub struct OnDemand {
    site: Arc<Site>,
    exports: OnceLock<BTreeMap<UrlPath, Vec<u8>>>,
}

impl OnDemand {
    /// Serves a site.
    pub fn new(site: Arc<Site>) -> OnDemand {
        OnDemand {
            site,
            exports: OnceLock::new(),
        }
    }

    fn exports(&self) -> &BTreeMap<UrlPath, Vec<u8>> {
        self.exports.get_or_init(|| {
            // An export that fails is missing; the rest is served.
            let made = EXPORTS
                .iter()
                .filter_map(|export| export(&self.site).ok())
                .flatten();
            made.map(|output| (output.path, output.bytes)).collect()
        })
    }
}

impl Served for OnDemand {
    fn get(&self, path: &UrlPath) -> Option<Vec<u8>> {
        if self.site.contains(path) {
            return Some(page(&self.site, path));
        }
        self.exports().get(path).cloned()
    }
}

/// The pages of one record as it was just saved, and the rest as it was before.
pub struct Ahead {
    glance: Glance,
    rest: Arc<dyn Served>,
}

impl Ahead {
    /// Serves the pages of a record before those of others.
    pub fn new(glance: Glance, rest: Arc<dyn Served>) -> Ahead {
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
