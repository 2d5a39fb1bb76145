//! What every host is told, whatever its syntax.

use crate::model::UrlPath;

/// How a site is to be served; all paths are from the host's root.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The folder of the site's address: `/`, or `/familles/`.
    pub base: UrlPath,
    /// The first folders of all pages but those for frames, sorted.
    pub folders: Vec<Box<str>>,
    /// Whether the site's address is `https`.
    pub secure: bool,
    /// Whether `.br` and `.gz` files lie beside what compresses.
    pub precompressed: bool,
    /// The page that says that there is none.
    pub not_found: UrlPath,
    /// Former addresses of pages, with those of today, sorted.
    pub moved: Vec<(UrlPath, UrlPath)>,
    /// The pages of what is gone, sorted.
    pub gone: Vec<UrlPath>,
}

impl Plan {
    /// The folder without the `/` at its end: empty, or `/familles`.
    pub(super) fn mount(&self) -> &str {
        self.base.as_str().trim_end_matches('/')
    }

    /// A regular expression of the addresses that name their content, without the `^` at its start.
    ///
    /// It takes a folder and a file within: `/recherche/` itself is a page, `/recherche/client.js` is stable.
    pub(super) fn hashed(&self) -> String {
        format!(
            "{}/(medias|recherche|theme)/[0-9a-z]+/.",
            escape(self.mount())
        )
    }

    /// A regular expression of the pages for another site's frame, as [`headers::is_embedded`](super::super::headers::is_embedded).
    pub(super) fn embedded(&self) -> String {
        format!("{}/integrer/[^/]+/", escape(self.mount()))
    }

    /// A regular expression of the files for re-use, as [`headers::is_shared`](super::super::headers::is_shared).
    pub(super) fn shared(&self) -> String {
        format!("{}/(donnees/|agenda\\.ics$)", escape(self.mount()))
    }
}

/// A path as a regular expression that takes this path alone.
pub(super) fn escape(path: &str) -> String {
    path.replace('.', "\\.")
}
