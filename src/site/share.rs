//! The pictures that stand for pages where links to them are shared: which there are, and for which page.

use crate::check::Entry;
use crate::geo::{InseeCode, communes};
use crate::image::share::can_draw;
use crate::model::Kind;

use super::facts::own_communes;
use super::pages::commune_path;
use super::{Site, routes::Draft};

/// The folder of all pictures.
const FOLDER: &str = "/partage";

/// What a picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// The name of the guide.
    Guide,
    /// A kind of directory record.
    Kind(Kind),
    /// A kind of directory record, and a commune.
    Commune(Kind, InseeCode),
    /// The title of a record, by its place among the entries.
    Record(usize),
}

impl Share {
    /// The picture of a record's page: that of the whole guide for what is discreet.
    ///
    /// It tells of no commune where the record lies in several, or does not tell where it lies.
    pub fn of_record(site: &Site, index: usize) -> Share {
        let entry = &site.guide.entries()[index];
        if entry.standing.discreet {
            return Share::Guide;
        }
        if site.has_pictures() && can_draw(entry.record.data.title()) {
            return Share::Record(index);
        }
        if !entry.record.kind.is_directory() {
            return Share::Guide;
        }
        match Share::commune_of(entry) {
            Some(insee) => Share::Commune(entry.record.kind, insee),
            None => Share::Kind(entry.record.kind),
        }
    }

    /// The commune that a picture tells of a record: the only one in which it says that it lies.
    pub fn commune_of(entry: &Entry) -> Option<InseeCode> {
        match own_communes(entry)[..] {
            [insee] => Some(insee),
            _ => None,
        }
    }

    /// Where it is served, without the path of the site's address.
    pub fn path(&self, site: &Site) -> String {
        let name = match self {
            Share::Guide => "/guide".to_owned(),
            Share::Kind(kind) => format!("/{}", kind.address()),
            Share::Commune(kind, insee) => {
                let commune = communes().by_insee(*insee).map(commune_path);
                let commune = commune.unwrap_or_default();
                let name = commune.trim_matches('/').rsplit('/').next();
                format!("/{}/{}", kind.address(), name.unwrap_or_default())
            }
            Share::Record(index) => {
                let page = site.address(*index).unwrap_or_default();
                format!("/fiches{}", page.trim_end_matches('/'))
            }
        };
        format!("{FOLDER}{name}.png")
    }
}

/// Adds every picture that a page names to the route table.
pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    let pages = (0..site.guide.entries().len()).filter(|index| site.address(*index).is_some());
    let mut all: Vec<Share> = pages.map(|index| Share::of_record(site, index)).collect();
    all.push(Share::Guide);
    all.sort_unstable();
    all.dedup();
    for share in all {
        draft.share(&share.path(site), share);
    }
}
