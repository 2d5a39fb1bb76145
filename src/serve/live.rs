//! What is served at the moment.

use std::sync::{Arc, PoisonError, RwLock};

use crate::model::UrlPath;

/// A site that gives what stands at a path, rendering it if need be; called from many threads.
pub trait Served: Send + Sync + 'static {
    /// The content at a path, or `None` where the site has nothing.
    fn get(&self, path: &UrlPath) -> Option<Vec<u8>>;
}

impl<F> Served for F
where
    F: Fn(&UrlPath) -> Option<Vec<u8>> + Send + Sync + 'static,
{
    fn get(&self, path: &UrlPath) -> Option<Vec<u8>> {
        self(path)
    }
}

/// The place of the site that is served; it can be replaced while requests run.
pub struct Live(RwLock<Arc<dyn Served>>);

impl Live {
    /// Puts a first site there.
    pub fn new(site: impl Served) -> Live {
        Live(RwLock::new(Arc::new(site)))
    }

    /// Puts another site there; requests under way end with the former one.
    pub fn replace(&self, site: impl Served) {
        let site: Arc<dyn Served> = Arc::new(site);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = site;
    }

    /// The site of the moment.
    pub fn current(&self) -> Arc<dyn Served> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl std::fmt::Debug for Live {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Live")
    }
}
