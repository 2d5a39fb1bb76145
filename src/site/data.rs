//! What is given for re-use under `/donnees/`: which records take part in it, and in which files they stand.
//!
//! The files themselves are made by [`export`](crate::export); their page needs their names and sizes before.

use crate::check::{Entry, Guide};
use crate::model::{Data, Kind};

use super::Site;

/// The folder of the page and of every file.
pub const DATA: &str = "/donnees/";

/// A file for re-use.
#[derive(Debug, Clone, Copy)]
pub struct DataFile {
    /// Where it is served.
    pub path: &'static str,
    /// The key of the string that says what it is.
    pub key: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// How many records it holds; none for a file that holds none.
    pub count: fn(&Reusable) -> Option<usize>,
}

/// Every file for re-use, in the order in which they are shown.
pub const DATA_FILES: &[DataFile] = &[
    DataFile {
        path: "/donnees/guide.json",
        key: "data.json",
        media_type: "application/json",
        count: |data| Some(data.records.len()),
    },
    DataFile {
        path: "/donnees/guide.csv",
        key: "data.csv",
        media_type: "text/csv",
        count: |data| Some(data.records.len()),
    },
    DataFile {
        path: "/donnees/guide.geojson",
        key: "data.geojson",
        media_type: "application/geo+json",
        count: |data| Some(data.points),
    },
    DataFile {
        path: "/donnees/data-inclusion/structures.json",
        key: "data.structures",
        media_type: "application/json",
        count: |data| Some(data.structures.len()),
    },
    DataFile {
        path: "/donnees/data-inclusion/services.json",
        key: "data.services",
        media_type: "application/json",
        count: |data| Some(data.services.len()),
    },
    DataFile {
        path: "/donnees/hsds/organizations.json",
        key: "data.hsds_organizations",
        media_type: "application/json",
        count: |data| Some(data.organisations.len()),
    },
    DataFile {
        path: "/donnees/hsds/services.json",
        key: "data.hsds_services",
        media_type: "application/json",
        count: |data| Some(data.services.len()),
    },
    DataFile {
        path: "/donnees/schema.json",
        key: "data.schema",
        media_type: "application/schema+json",
        count: |_| None,
    },
    DataFile {
        path: "/donnees/pertes.json",
        key: "data.losses",
        media_type: "application/json",
        count: |_| None,
    },
];

/// The records that are given for re-use, by their places among the entries.
#[derive(Debug, Default)]
pub struct Reusable {
    /// Every public record.
    pub records: Vec<usize>,
    /// How many positions they have in all.
    pub points: usize,
    /// What a partner offers, each with the partner that holds it; nothing discreet.
    pub services: Vec<(usize, usize)>,
    /// The partners that hold a service.
    pub organisations: Vec<usize>,
    /// These partners, and the places; nothing discreet, no place whose address is confidential.
    pub structures: Vec<usize>,
}

impl Reusable {
    /// What a site gives for re-use.
    pub fn of(site: &Site) -> Reusable {
        let guide = &site.guide;
        let mut all = Reusable::default();
        let mut holds = vec![false; guide.entries().len()];
        for (index, entry) in guide.entries().iter().enumerate() {
            if !entry.takes_part() || site.address(index).is_none() {
                continue;
            }
            all.records.push(index);
            all.points += points(entry).count();
            if let Some(holder) = holder(guide, entry).filter(|_| !entry.standing.discreet) {
                let partner = &guide.entries()[holder];
                if partner.takes_part() && !partner.standing.discreet {
                    all.services.push((index, holder));
                    holds[holder] = true;
                }
            }
        }
        for index in &all.records {
            let entry = &guide.entries()[*index];
            let is_place = entry.record.kind == Kind::Place
                && !entry.standing.discreet
                && !entry.standing.confidential;
            if holds[*index] {
                all.organisations.push(*index);
            }
            if holds[*index] || is_place {
                all.structures.push(*index);
            }
        }
        all
    }
}

/// Where a record lies, as far as it may be said: the places among its locations that have a position.
pub fn points(entry: &Entry) -> impl Iterator<Item = &crate::check::Location> {
    entry
        .locations
        .iter()
        .filter(|location| location.point.is_some())
}

/// The partner that holds a service: who runs it, else the first of its holders, one said to lead before others.
fn holder(guide: &Guide, entry: &Entry) -> Option<usize> {
    let id = match &entry.record.data {
        Data::Laep(laep) => laep.manager.id(),
        Data::Ram(ram) => ram.manager.id(),
        Data::Action(action) => {
            let holders = &action.directory.holders;
            let leads = |holder: &&crate::model::partnership::Holder| {
                let role = holder.0.role.as_ref();
                role.is_some_and(|role| {
                    crate::model::values::Term::code(&role.value) == "chef-de-file"
                })
            };
            let first = holders.iter().find(leads).or_else(|| holders.first())?;
            first.0.partner.id()
        }
        _ => return None,
    };
    guide.index(id)
}
