//! The order of documents: by place, so that neighbours share shards.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::document::Document;
use super::settings::{Commune, Settings};

/// A run of documents that lie in one place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// The département, empty for what lies nowhere.
    pub(super) department: String,
    /// The commune, as an index into the settings; none for what concerns a whole département, or all.
    pub(super) commune: Option<usize>,
    /// Its documents.
    pub(super) documents: Range<u32>,
}

/// The order of documents and the places they lie in.
pub(super) struct Layout {
    /// For each document in the new order, its index in the old one.
    pub(super) order: Vec<usize>,
    /// Places in order; the first is that of documents which lie nowhere, perhaps empty.
    pub(super) places: Vec<Place>,
}

/// A point, by latitude and longitude in degrees.
type Point = (f64, f64);

/// Class of distance of one's own commune; see [`near`].
pub(super) const HERE: u8 = 7;
/// Class of distance of what concerns the whole département.
pub(super) const WHOLE_DEPARTMENT: u8 = 5;
/// Class of distance of the rest of the département, and of what lies nowhere.
pub(super) const SAME_DEPARTMENT: u8 = 2;
/// Kilometres up to which a class of distance reaches, the best first.
const REACH: [(f64, u8); 4] = [(5.0, 6), (10.0, 5), (20.0, 4), (35.0, 3)];
/// The same beyond the border of the département: most services stop there.
const BEYOND: [(f64, u8); 3] = [(5.0, 4), (10.0, 3), (20.0, 1)];
/// How many places are near a commune at most: what lies farther is of its département, or isn't.
const MOST_NEAR: usize = 24;

/// Lays documents out: by département, along a curve through its communes, fresh before stale, by id.
pub(super) fn lay_out(documents: &[Arc<Document>], settings: &Settings) -> Layout {
    let by_insee: HashMap<&str, usize> = settings
        .communes
        .iter()
        .enumerate()
        .map(|(at, commune)| (commune.insee.as_str(), at))
        .collect();
    let commune_of = |document: &Document| {
        document
            .commune
            .as_deref()
            .and_then(|insee| by_insee.get(insee).copied())
    };
    let mut keyed: Vec<_> = documents
        .iter()
        .enumerate()
        .map(|(at, document)| {
            let commune = commune_of(document);
            let department = match commune {
                Some(commune) => settings.communes[commune].department.as_str(),
                None => document.department.as_deref().unwrap_or(""),
            };
            let along = commune.map(|commune| (curve(&settings.communes[commune]), commune));
            (
                department,
                along,
                is_stale(document, settings),
                document.id.as_str(),
                at,
            )
        })
        .collect();
    keyed.sort();
    let mut places = vec![Place {
        department: String::new(),
        commune: None,
        documents: 0..0,
    }];
    for (number, (department, along, ..)) in (0u32..).zip(&keyed) {
        let commune = along.map(|(_, commune)| commune);
        match places.last_mut() {
            Some(last) if last.department == *department && last.commune == commune => {
                last.documents.end += 1
            }
            _ => places.push(Place {
                department: (*department).to_owned(),
                commune,
                documents: number..number + 1,
            }),
        }
    }
    Layout {
        order: keyed.iter().map(|key| key.4).collect(),
        places,
    }
}

/// Whether a document was verified too long ago, or never.
pub(super) fn is_stale(document: &Document, settings: &Settings) -> bool {
    document
        .verified
        .is_none_or(|date| date < settings.fresh_since)
}

/// The places near each commune with their class of distance, better classes for nearer places; places in order.
///
/// Communes are sought in cells of half a degree, so that the work grows with the neighbours, not with the square.
pub(super) fn near(settings: &Settings, places: &[Place]) -> Vec<Vec<(u32, u8)>> {
    let centre = |place: &Place| settings.communes[place.commune?].centre.filter(sound);
    let mut cells: BTreeMap<(i32, i32), Vec<(u32, Point)>> = BTreeMap::new();
    for (number, place) in (0u32..).zip(places) {
        if let Some(centre) = centre(place) {
            cells
                .entry(cell(centre))
                .or_default()
                .push((number, centre));
        }
    }
    let neighbours = |commune: &Commune| {
        let Some(here) = commune.centre.filter(sound) else {
            return Vec::new();
        };
        let (row, column) = cell(here);
        let around = (row - 1..=row + 1)
            .flat_map(|row| (column - 1..=column + 1).map(move |column| (row, column)));
        let mut near: Vec<(f64, u32, u8)> = around
            .filter_map(|cell| cells.get(&cell))
            .flatten()
            .filter_map(|(number, there)| {
                let far = kilometres(here, *there);
                let within = places[*number as usize].department == commune.department;
                let reach: &[(f64, u8)] = if within { &REACH } else { &BEYOND };
                Some((far, *number, class(reach, far)?))
            })
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        near.truncate(MOST_NEAR);
        let mut near: Vec<(u32, u8)> = near.into_iter().map(|row| (row.1, row.2)).collect();
        near.sort_unstable();
        near
    };
    settings.communes.iter().map(neighbours).collect()
}

fn class(reach: &[(f64, u8)], kilometres: f64) -> Option<u8> {
    reach
        .iter()
        .find(|(reach, _)| kilometres <= *reach)
        .map(|(_, class)| *class)
}

fn sound(point: &Point) -> bool {
    point.0.abs() <= 90.0 && point.1.abs() <= 180.0
}

fn cell((latitude, longitude): Point) -> (i32, i32) {
    (
        (latitude * 2.0).floor() as i32,
        (longitude * 2.0).floor() as i32,
    )
}

/// Distance on a plane, good to a percent over the few kilometres that matter.
fn kilometres(a: Point, b: Point) -> f64 {
    let north = (a.0 - b.0) * 111.2;
    let east = (a.1 - b.1) * 111.2 * ((a.0 + b.0) / 2.0).to_radians().cos();
    (north * north + east * east).sqrt()
}

/// Place of a commune along a Z-shaped curve of cells of about 1 km.
fn curve(commune: &Commune) -> u64 {
    let Some((latitude, longitude)) = commune.centre.filter(sound) else {
        return 0;
    };
    let row = ((latitude + 90.0) * 100.0) as u64;
    let column = ((longitude + 180.0) * 70.0) as u64;
    (0..16)
        .map(|bit| (row >> bit & 1) << (2 * bit + 1) | (column >> bit & 1) << (2 * bit))
        .sum()
}
