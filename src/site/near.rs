//! What is near a point, without looking at every record.

use std::collections::HashMap;

use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::check::{Entry, Guide};
use crate::geo::Point;

/// Records by where they lie.
#[derive(Debug, Default)]
pub struct Nearby {
    /// Every point at which something lies, on a sphere of radius 1, where a straight line tells who is nearer.
    spots: RTree<GeomWithData<[f64; 3], Spot>>,
}

/// A point with the records that lie there, in their order.
#[derive(Debug)]
struct Spot {
    point: Point,
    records: Vec<usize>,
}

impl Nearby {
    /// Places the records given; each lies where its first position is.
    pub(super) fn new(guide: &Guide, entries: impl Iterator<Item = usize>) -> Nearby {
        let mut spots: HashMap<(u64, u64), Spot> = HashMap::new();
        for index in entries {
            if let Some(point) = point_of(&guide.entries()[index]) {
                let spot = spots
                    .entry((point.lat().to_bits(), point.lon().to_bits()))
                    .or_insert_with(|| Spot {
                        point,
                        records: Vec::new(),
                    });
                spot.records.push(index);
            }
        }
        let mut spots: Vec<Spot> = spots.into_values().collect();
        for spot in &mut spots {
            spot.records.sort_unstable();
        }
        // The same tree whatever the order of the table was.
        spots.sort_unstable_by_key(|spot| spot.records[0]);
        let placed = spots
            .into_iter()
            .map(|spot| GeomWithData::new(on_sphere(spot.point), spot));
        Nearby {
            spots: RTree::bulk_load(placed.collect()),
        }
    }

    /// The nearest records to a point within some kilometres, with how far they are in kilometres, nearest first.
    pub fn nearest(
        &self,
        point: Point,
        within: f64,
        count: usize,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<(usize, f64)> {
        let metres = |spot: &Spot| (spot.point.distance_km(point) * 1000.0).round() as u64;
        let mut found: Vec<(u64, usize)> = Vec::new();
        for spot in self.spots.nearest_neighbor_iter(on_sphere(point)) {
            let metres = metres(&spot.data);
            // What is as near as the last one may come before it.
            let is_full = found.len() >= count && found.last().is_some_and(|last| last.0 < metres);
            if is_full || metres as f64 > within * 1000.0 {
                break;
            }
            let records = spot.data.records.iter().copied();
            let wanted = records.filter(|record| wanted(*record));
            found.extend(wanted.take(count).map(|record| (metres, record)));
        }
        found.sort_unstable();
        found.truncate(count);
        found
            .into_iter()
            .map(|(metres, index)| (index, metres as f64 / 1000.0))
            .collect()
    }
}

/// Where a record lies, as far as it may be said.
pub(super) fn point_of(entry: &Entry) -> Option<Point> {
    entry
        .locations
        .iter()
        .find_map(|location| location.point.map(|(point, _)| point))
}

/// A point on a sphere of radius 1.
fn on_sphere(point: Point) -> [f64; 3] {
    let (lat, lon) = (point.lat().to_radians(), point.lon().to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}
