//! The page types: what pages there are, and where.
//!
//! A page type is a file of this folder, which adds its rows to the route table, and a row of `TYPES`;
//! what is shown there is a file of the same name in `render/pages`, with a template.

mod agenda;
mod articles;
mod communes;
mod edition;
mod embeds;
mod former;
mod lists;
mod records;
mod singles;
mod situations;
mod topics;

use super::Site;
use super::routes::Draft;
use crate::geo::InseeCode;
use crate::model::{Kind, UrlPath};

/// What is shown on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The first page.
    Home,
    /// The search field, and the ways to lists without it.
    Search,
    /// The ways into the agenda.
    Agenda,
    /// A page of the agenda.
    Dates(Dates),
    /// The emergency and listening numbers.
    Urgent,
    /// The legal notice.
    Legal,
    /// The accessibility statement.
    Accessibility,
    /// The data for re-use.
    Data,
    /// How another site may frame pages of this one.
    Embeds,
    /// A page for the frame of another site.
    Embed(Embed),
    /// A document of the edition for paper.
    Edition(Edition),
    /// The records put aside on the device.
    MyList,
    /// That there is no network, nor a copy.
    Offline,
    /// That there is no such page.
    NotFound,
    /// A record, by its place among the entries.
    Record(usize),
    /// A page of a list of directory records, from 1.
    List(Facet, usize),
    /// All themes, audiences or ages.
    Topics(Topics),
    /// All situations.
    Situations,
    /// A situation, by its place in [`Situation::ALL`](super::Situation::ALL).
    Situation(usize),
    /// All partners.
    Partners,
    /// All territories.
    Territories,
    /// All communes.
    Communes,
    /// A commune.
    Commune(InseeCode),
    /// All articles.
    Articles,
    /// The articles of a section.
    Section(Box<str>),
    /// A former name of a record.
    Moved(usize),
    /// An address that is gone, by its place in `disparus`.
    Gone(usize),
}

/// What the records of a list share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facet {
    /// Their kind.
    Kind(Kind),
    /// A theme.
    Theme(Box<str>),
    /// An audience.
    Audience(Box<str>),
    /// A band of ages, by its place.
    Age(usize),
}

/// What an index page of facets holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topics {
    /// The themes.
    Themes,
    /// The audiences.
    Audiences,
    /// The bands of ages.
    Ages,
}

/// The page of the records put aside on the device.
pub const MY_LIST: &str = "/ma-liste/";

/// The page that says that there is no network, which the worker keeps.
pub const OFFLINE: &str = "/hors-ligne/";

/// How many records a page of a list shows.
pub const PER_PAGE: usize = 20;

/// The fixed addresses of exports, which have no route.
pub(super) const EXPORTS: &[&str] = &[
    "/atom.xml",
    "/sw.js",
    "/robots.txt",
    "/sitemap.xml",
    "/recherche/client.js",
    "/recherche/index.json",
    "/donnees/guide.json",
    "/donnees/guide.csv",
    "/donnees/guide.geojson",
    "/donnees/data-inclusion/structures.json",
    "/donnees/data-inclusion/services.json",
    "/donnees/hsds/organizations.json",
    "/donnees/hsds/services.json",
    "/donnees/schema.json",
    "/donnees/pertes.json",
];

/// Adds the rows of one page type to the route table.
pub(super) type Add = fn(&Site, &mut Draft<'_>);

/// Every page type.
pub(super) const TYPES: &[Add] = &[
    singles::add,
    agenda::add,
    records::add,
    lists::add,
    topics::add,
    situations::add,
    communes::add,
    embeds::add,
    edition::add,
    articles::add,
    former::add,
];

/// The path of the page that says that there is none.
pub(super) fn not_found() -> UrlPath {
    singles::not_found()
}

pub use agenda::Dates;
pub use communes::path as commune_path;
pub use edition::{EDITION, Edition, path as edition_path, posters, records as edition_records};
pub use embeds::{EMBEDS, Embed, all as embeds, path as embed_path, records as embed_records};
pub use lists::{path as list_path, records as list_records};

impl Topics {
    /// The path of the index page.
    pub fn path(self) -> &'static str {
        match self {
            Topics::Themes => "/themes/",
            Topics::Audiences => "/publics/",
            Topics::Ages => "/ages/",
        }
    }
}
