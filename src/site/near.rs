//! What is near a point, without looking at every record.

use std::collections::HashMap;

use crate::check::Guide;
use crate::geo::Point;

/// The side of a cell, in degrees: about five kilometres.
const CELL: f64 = 0.05;
/// How many cells around one's own are looked at: about twenty kilometres.
const RINGS: i32 = 4;

/// Records by the cell in which they lie.
#[derive(Debug, Default)]
pub struct Grid {
    cells: HashMap<(i32, i32), Vec<(usize, Point)>>,
}

impl Grid {
    /// Places the records given; each lies where its first position is.
    pub(super) fn new(guide: &Guide, entries: impl Iterator<Item = usize>) -> Grid {
        let mut cells: HashMap<(i32, i32), Vec<(usize, Point)>> = HashMap::new();
        for index in entries {
            if let Some(point) = point_of(guide, index) {
                cells.entry(cell(point)).or_default().push((index, point));
            }
        }
        Grid { cells }
    }

    /// The nearest records to a point within about twenty kilometres, with how far they are, nearest first.
    pub fn nearest(
        &self,
        point: Point,
        count: usize,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<(usize, f64)> {
        let (row, column) = cell(point);
        let mut found: Vec<(u64, usize)> = Vec::new();
        for ring in 0..=RINGS {
            for (at_row, at_column) in around(ring) {
                let Some(records) = self.cells.get(&(row + at_row, column + at_column)) else {
                    continue;
                };
                found.extend(
                    records
                        .iter()
                        .filter(|(index, _)| wanted(*index))
                        .map(|(index, at)| {
                            ((at.distance_km(point) * 1000.0).round() as u64, *index)
                        }),
                );
            }
            // A ring more than enough: what lies in the next one may be nearer than the corner of this.
            if found.len() >= count && ring > 0 {
                break;
            }
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
pub(super) fn point_of(guide: &Guide, entry: usize) -> Option<Point> {
    guide.entries()[entry]
        .locations
        .iter()
        .find_map(|location| location.point.map(|(point, _)| point))
}

fn cell(point: Point) -> (i32, i32) {
    (
        (point.lat() / CELL).floor() as i32,
        (point.lon() / CELL).floor() as i32,
    )
}

/// The cells at a distance of so many cells.
fn around(ring: i32) -> impl Iterator<Item = (i32, i32)> {
    (-ring..=ring)
        .flat_map(move |row| (-ring..=ring).map(move |column| (row, column)))
        .filter(move |(row, column)| row.abs().max(column.abs()) == ring)
}
