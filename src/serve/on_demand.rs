//! A site that renders what is asked for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::export::EXPORTS;
use crate::model::{Output, UrlPath};
use crate::render::render;
use crate::site::Site;

use super::Served;

/// A site whose pages are rendered when they are asked for; its exports are made at once when one is.
pub struct OnDemand {
    site: Site,
    exports: OnceLock<BTreeMap<UrlPath, Vec<u8>>>,
}

impl OnDemand {
    /// Serves a site.
    pub fn new(site: Site) -> OnDemand {
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
            return match render(&self.site, path) {
                Ok(Output { bytes, .. }) => Some(bytes),
                Err(fault) => Some(
                    fault
                        .message
                        .get(crate::diag::Language::French)
                        .as_bytes()
                        .to_vec(),
                ),
            };
        }
        self.exports().get(path).cloned()
    }
}
