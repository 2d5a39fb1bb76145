//! Points on the earth and how far they are from each other.

/// A point by its latitude and longitude in degrees, within ± 90 and ± 180.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    lat: f64,
    lon: f64,
}

impl Point {
    /// Makes a point; `None` out of range or where a number is not finite.
    pub fn new(lat: f64, lon: f64) -> Option<Point> {
        let sound = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        sound.then_some(Point { lat, lon })
    }

    /// The latitude in degrees, north above zero.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// The longitude in degrees, east above zero.
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// The distance in kilometres along the sphere, as the crow flies (haversine, mean radius).
    pub fn distance_km(self, other: Point) -> f64 {
        let lat = (other.lat - self.lat).to_radians() / 2.0;
        let lon = (other.lon - self.lon).to_radians() / 2.0;
        let across = self.lat.to_radians().cos() * other.lat.to_radians().cos();
        let half = lat.sin().powi(2) + across * lon.sin().powi(2);
        2.0 * EARTH_KM * half.sqrt().min(1.0).asin()
    }

    /// The point of a table, whose unit is a ten-thousandth of a degree.
    pub(super) fn from_units(lat: i32, lon: i32) -> Point {
        Point {
            lat: f64::from(lat) / UNITS,
            lon: f64::from(lon) / UNITS,
        }
    }
}

/// How well the position of a commune is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// The commune's own centre.
    Exact,
    /// The mean of the known communes of its EPCI, or of its département where it has none.
    Estimated,
}

/// The mean radius of the earth.
pub(super) const EARTH_KM: f64 = 6371.0088;
/// A ten-thousandth of a degree is 11 m at most.
const UNITS: f64 = 10_000.0;
