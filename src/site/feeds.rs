//! Calendars to subscribe to: of a record, a commune, a theme, and of all.

use crate::check::Entry;
use crate::geo::{InseeCode, communes};
use crate::model::Data;

use super::agenda::is_told;
use super::pages::{Facet, commune_path, list_path};
use super::{Site, routes::Draft};

/// The calendar of all.
pub const CALENDAR: &str = "/agenda.ics";

/// Whose dates a calendar holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feed {
    /// Every record of the guide.
    All,
    /// A record, by its place among the entries.
    Record(usize),
    /// What takes place in a commune.
    Commune(InseeCode),
    /// What takes place on a theme.
    Theme(Box<str>),
}

/// An event of a calendar, written once for all calendars that hold it.
#[derive(Debug)]
pub struct FeedEvent {
    /// Its lines.
    pub text: String,
    /// The communes in which it takes place.
    pub communes: Vec<InseeCode>,
    /// Its time zone.
    pub zone: &'static str,
    /// Whether parents come for this very date, so that it stands in every calendar; else in the record's own alone.
    pub is_visit: bool,
}

impl Feed {
    /// Where the calendar is served; none where there is no such calendar.
    ///
    /// A record, commune or theme keeps its calendar while nothing is announced: who subscribed to it goes on.
    pub fn path(&self, site: &Site) -> Option<String> {
        let folder = match self {
            Feed::All => "/".to_owned(),
            Feed::Record(index) => {
                let entry = &site.guide.entries()[*index];
                let path = site
                    .address(*index)
                    .filter(|_| is_told(entry) && says_when(entry));
                path?.to_owned()
            }
            Feed::Commune(insee) => {
                let has_feed = any_told(site, site.index.communes.get(insee));
                commune_path(communes().by_insee(*insee).filter(|_| has_feed)?)
            }
            Feed::Theme(code) => {
                let has_feed = any_told(site, site.index.themes.get(code));
                has_feed.then(|| list_path(&Facet::Theme(code.clone()), 1))?
            }
        };
        Some(format!("{folder}agenda.ics"))
    }
}

/// Adds every calendar to the route table.
pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    let records = (0..site.guide.entries().len()).map(Feed::Record);
    let communes = site
        .index
        .communes_with_pages()
        .into_iter()
        .map(Feed::Commune);
    let themes = site.index.themes.keys().cloned().map(Feed::Theme);
    for feed in [Feed::All]
        .into_iter()
        .chain(records)
        .chain(communes)
        .chain(themes)
    {
        if let Some(path) = feed.path(site) {
            draft.feed(&path, feed);
        }
    }
}

/// Whether a record says on which dates something takes place, past dates among them.
fn says_when(entry: &Entry) -> bool {
    let hours = |timetable: &crate::calendar::Timetable| {
        !timetable.weekly.0.is_empty() || !timetable.openings.is_empty()
    };
    let own = entry
        .directory()
        .is_some_and(|directory| hours(&directory.timetable.0) || !directory.sessions.is_empty());
    own || match &entry.record.data {
        Data::Laep(laep) => laep.steps.iter().any(|step| hours(&step.timetable.0)),
        Data::Ram(ram) => ram.desk.is_some() || !ram.workshops.is_empty(),
        _ => false,
    }
}

fn any_told(site: &Site, records: Option<&Vec<usize>>) -> bool {
    let mut records = records.into_iter().flatten();
    records.any(|record| is_told(&site.guide.entries()[*record]))
}
