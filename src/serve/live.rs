//! What is served at the moment, and what browsers are told of it.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use serde::Serialize;
use tokio::sync::watch;

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

impl<S: Served + ?Sized> Served for Arc<S> {
    fn get(&self, path: &UrlPath) -> Option<Vec<u8>> {
        (**self).get(path)
    }
}

/// The place of the site that is served; it can be replaced while requests run.
pub struct Live {
    shown: RwLock<Shown>,
    notices: watch::Sender<Notice>,
}

/// A site with its version.
#[derive(Clone)]
pub struct Shown {
    /// The site.
    pub site: Arc<dyn Served>,
    /// Its version: another for every site, and after every start.
    pub version: Box<str>,
}

/// What browsers are told.
#[derive(Debug, Clone, Serialize)]
pub struct Notice {
    /// The version of the site that is served.
    pub version: Box<str>,
    /// What is wrong with the last edit.
    pub faults: Option<Faults>,
}

/// What is wrong with an edit, in the words of the person who looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Faults {
    /// How many faults, and what is shown meanwhile.
    pub title: String,
    /// The faults, as a terminal shows them without colours.
    pub text: String,
    /// The word on the button that puts them away.
    pub close: String,
}

impl Live {
    /// Puts a first site there.
    pub fn new(site: impl Served) -> Live {
        let shown = Shown::new(site);
        let (notices, _) = watch::channel(Notice {
            version: shown.version.clone(),
            faults: None,
        });
        Live {
            shown: RwLock::new(shown),
            notices,
        }
    }

    /// Puts another site there, and tells browsers; requests under way end with the former one.
    pub fn replace(&self, site: impl Served) {
        let shown = Shown::new(site);
        let version = shown.version.clone();
        let mut place = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let former = std::mem::replace(&mut *place, shown);
        drop(place);
        self.notices.send_modify(|notice| notice.version = version);
        // A site is large: nobody waits until all of it is put away.
        thread::spawn(move || drop(former));
    }

    /// Tells browsers what is wrong with the last edit, or that nothing is any more.
    pub fn tell(&self, faults: Option<Faults>) {
        self.notices.send_if_modified(|notice| {
            let is_new = notice.faults != faults;
            notice.faults = faults;
            is_new
        });
    }

    /// The site of the moment.
    pub fn current(&self) -> Shown {
        self.shown
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// What browsers are told, from now on.
    pub(super) fn notices(&self) -> watch::Receiver<Notice> {
        self.notices.subscribe()
    }
}

impl Shown {
    fn new(site: impl Served) -> Shown {
        // Random, so that a page of before a restart is never taken for one of this version.
        let version = format!("{:016x}", RandomState::new().hash_one(0));
        Shown {
            site: Arc::new(site),
            version: version.into(),
        }
    }
}

impl std::fmt::Debug for Live {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Live")
    }
}
