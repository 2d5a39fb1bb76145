//! A drawn map: points and names of places, laid out for a template to draw.
//!
//! Nothing is asked of anybody else: positions are the records' own and the communes' centres. The projection is
//! equirectangular with the middle's own scale, which is true to a hundredth over a département. Points that would
//! cover each other become one, which leads to the list beside the map.

use serde::Serialize;

use crate::geo::Point;
use crate::text::typography::typeset;

/// The width of the drawing, in its own units; on a phone a unit is about 0.8 pixel.
const WIDTH: f64 = 400.0;
/// The least and the greatest height.
const HEIGHT: (f64, f64) = (200.0, 440.0);
/// The edge around the points.
const EDGE: f64 = 28.0;
/// The radius of a point: its target is 24 pixels wide on a phone.
const RADIUS: f64 = 15.0;
/// The least that a drawing shows from one side to the other, in kilometres.
const LEAST_KM: f64 = 3.0;
/// How many names of places are written.
const NAMES: usize = 12;
/// The size of their letters, and how wide a letter is at most on average.
const LETTERS: (f64, f64) = (14.0, 0.58);

/// Something that has a place.
pub(super) struct Spot {
    pub(super) point: Point,
    pub(super) name: String,
    pub(super) href: String,
    /// How many records it stands for.
    pub(super) count: usize,
    pub(super) kind: &'static str,
}

/// A map, in units of the drawing.
#[derive(Debug, Serialize)]
pub(super) struct Map {
    width: u32,
    height: u32,
    radius: f64,
    marks: Vec<Mark>,
    names: Vec<Name>,
    scale: Scale,
}

/// A point, or several that would cover each other.
#[derive(Debug, Serialize)]
struct Mark {
    x: f64,
    y: f64,
    /// What it is; none where it is several things.
    name: Option<String>,
    href: Option<String>,
    count: usize,
    kind: &'static str,
}

/// The name of a place.
#[derive(Debug, Serialize)]
struct Name {
    x: f64,
    y: f64,
    text: String,
    /// Whether it ends at its point, rather than begins there.
    ends: bool,
}

/// The length of a round number of kilometres.
#[derive(Debug, Serialize)]
struct Scale {
    length: f64,
    km: String,
}

/// From degrees to units of the drawing.
struct Projection {
    west: f64,
    north: f64,
    /// Units to a kilometre.
    unit: f64,
    /// Kilometres to a degree of longitude and of latitude.
    degree: (f64, f64),
    height: f64,
}

/// Draws points, and the names of places in their order of importance; none for less than two points.
pub(super) fn draw(spots: Vec<Spot>, names: &[(Point, &str)]) -> Option<Map> {
    if spots.len() < 2 {
        return None;
    }
    let projection = Projection::over(&spots);
    let marks = marks(&projection, spots);
    let names = written(&projection, names, &marks);
    Some(Map {
        width: WIDTH as u32,
        height: projection.height as u32,
        radius: RADIUS,
        marks,
        names,
        scale: projection.scale(),
    })
}

impl Projection {
    fn over(spots: &[Spot]) -> Projection {
        let range = |of: fn(&Spot) -> f64| {
            let all = spots.iter().map(of);
            all.fold((f64::MAX, f64::MIN), |(low, high), at| {
                (low.min(at), high.max(at))
            })
        };
        let (south, north) = range(|spot| spot.point.lat());
        let (west, east) = range(|spot| spot.point.lon());
        let middle = (south + north) / 2.0;
        let degree = (111.32 * middle.to_radians().cos(), 110.57);
        let wide = ((east - west) * degree.0).max(LEAST_KM);
        let high = ((north - south) * degree.1).max(LEAST_KM / 2.0);
        let (across, down) = (WIDTH - 2.0 * EDGE, HEIGHT.1 - 2.0 * EDGE);
        let unit = (across / wide).min(down / high);
        let height = (high * unit + 2.0 * EDGE).clamp(HEIGHT.0, HEIGHT.1).round();
        // What there is stands in the middle.
        let half = |units: f64| units / unit / 2.0;
        Projection {
            west: (west + east) / 2.0 - half(WIDTH) / degree.0,
            north: middle + half(height) / degree.1,
            unit,
            degree,
            height,
        }
    }

    fn at(&self, point: Point) -> (f64, f64) {
        let x = (point.lon() - self.west) * self.degree.0 * self.unit;
        let y = (self.north - point.lat()) * self.degree.1 * self.unit;
        (round(x), round(y))
    }

    /// The longest of 1, 2, 5, 10… kilometres that takes a quarter of the drawing.
    fn scale(&self) -> Scale {
        let most = WIDTH / 4.0 / self.unit;
        let mut powers =
            (-1..4).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power)));
        let km = powers.rfind(|km| *km <= most).unwrap_or(most);
        Scale {
            length: round(km * self.unit),
            km: format!("{km}").replace('.', ","),
        }
    }
}

fn round(units: f64) -> f64 {
    (units * 10.0).round() / 10.0
}

/// The points, the heaviest first; what would cover one is counted with it.
fn marks(projection: &Projection, mut spots: Vec<Spot>) -> Vec<Mark> {
    spots.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.href.cmp(&b.href)));
    let mut marks: Vec<Mark> = Vec::new();
    for spot in spots {
        let (x, y) = projection.at(spot.point);
        let covered = marks
            .iter_mut()
            .find(|mark| (mark.x - x).hypot(mark.y - y) < 2.0 * RADIUS);
        match covered {
            Some(mark) => {
                mark.count += spot.count;
                mark.name = None;
                mark.href = None;
                if mark.kind != spot.kind {
                    mark.kind = "";
                }
            }
            None => marks.push(Mark {
                x,
                y,
                name: Some(spot.name),
                href: Some(spot.href),
                count: spot.count,
                kind: spot.kind,
            }),
        }
    }
    // From the north, as one reads.
    marks.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    marks
}

/// The names that find room beside the points.
fn written(projection: &Projection, names: &[(Point, &str)], marks: &[Mark]) -> Vec<Name> {
    let mut taken: Vec<[f64; 4]> = marks
        .iter()
        .map(|mark| {
            [
                mark.x - RADIUS,
                mark.y - RADIUS,
                mark.x + RADIUS,
                mark.y + RADIUS,
            ]
        })
        .collect();
    // The scale stands in a corner.
    let corner = projection.height - 26.0;
    taken.push([
        0.0,
        corner,
        projection.scale().length + 60.0,
        projection.height,
    ]);
    let mut written = Vec::new();
    for (point, name) in names {
        if written.len() == NAMES {
            break;
        }
        let (x, y) = projection.at(*point);
        let text = typeset(name).into_owned();
        let long = text.chars().count() as f64 * LETTERS.0 * LETTERS.1;
        let beside = RADIUS + 4.0;
        let room = [
            (x + beside, y, false),
            (x - beside, y, true),
            (x - long / 2.0, y - beside - 3.0, false),
            (x - long / 2.0, y + beside + 3.0, false),
        ]
        .into_iter()
        .find_map(|(at, middle, ends)| {
            let left = if ends { at - long } else { at };
            let area = [left, middle - 9.0, left + long, middle + 9.0];
            let inside = area[0] >= 2.0
                && area[2] <= WIDTH - 2.0
                && area[1] >= 2.0
                && area[3] <= projection.height - 2.0;
            (inside && !taken.iter().any(|other| overlap(other, &area)))
                .then_some((at, middle, ends, area))
        });
        if let Some((at, middle, ends, area)) = room {
            taken.push(area);
            written.push(Name {
                x: round(at),
                y: round(middle + 5.0),
                text,
                ends,
            });
        }
    }
    written
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(name: &str, lat: f64, lon: f64) -> Spot {
        Spot {
            point: Point::new(lat, lon).expect("a point"),
            name: name.to_owned(),
            href: format!("/{name}/"),
            count: 1,
            kind: "laep",
        }
    }

    #[test]
    fn points_stand_as_on_the_ground_and_those_that_meet_become_one() {
        let strasbourg = Point::new(48.58, 7.75).expect("a point");
        let map = draw(
            vec![
                spot("haguenau", 48.81, 7.79),
                spot("strasbourg", 48.58, 7.75),
                spot("neudorf", 48.581, 7.751),
                spot("saverne", 48.74, 7.36),
            ],
            &[(strasbourg, "Strasbourg"), (strasbourg, "Strasbourg")],
        )
        .expect("a map");
        let [haguenau, saverne, both] = &map.marks[..] else {
            panic!("{:?}", map.marks);
        };
        assert!(haguenau.y < saverne.y && saverne.y < both.y);
        assert!(saverne.x < both.x && both.x < haguenau.x);
        assert_eq!((both.count, both.name.as_deref()), (2, None));
        // 32 km from Saverne to Haguenau's longitude: a quarter of the drawing is less than 10.
        assert_eq!(map.scale.km, "5");
        let inside = |mark: &Mark| {
            (0.0..=WIDTH).contains(&mark.x) && (0.0..=f64::from(map.height)).contains(&mark.y)
        };
        assert!(map.marks.iter().all(inside), "{map:?}");
        // A name that finds no room is left out, not written over another.
        assert!(!map.names.is_empty() && map.names.len() <= 2);
        assert!(draw(vec![spot("seul", 48.0, 7.0)], &[]).is_none());
    }

    #[test]
    fn points_at_the_same_place_make_a_map_of_finite_numbers() {
        let map = draw(vec![spot("a", 48.0, 7.0), spot("b", 48.0, 7.0)], &[]).expect("a map");
        assert_eq!(map.marks.len(), 1);
        assert!(map.marks[0].x.is_finite() && map.scale.length.is_finite());
    }
}
