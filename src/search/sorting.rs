//! The order of answers: by relevance, by distance, by their next date.
//!
//! Everything is in integers, so that the browser client (`sorting.js`) has the same order; what is equally far or
//! on the same day stays in the order of relevance, and what lies nowhere or has no date comes last.

use jiff::civil::Date;

use super::index::Index;
use super::plan::Understood;

/// What comes first among answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Order {
    /// What answers best.
    #[default]
    Relevance,
    /// What is nearest to a place, or to the commune that the question names; nothing changes where there is none.
    Distance(Option<Near>),
    /// What takes place first from a day on.
    Date(Date),
}

/// Where distances are counted from.
#[derive(Debug, Clone, PartialEq)]
pub enum Near {
    /// The centre of a commune, by its INSEE code.
    Commune(String),
    /// Latitude and longitude in degrees.
    Point(f64, f64),
}

/// A place in thousandths of a degree from 90° south and 180° west.
pub(super) type Spot = (u32, u32);

/// An answer in its order.
pub(super) struct Ordered {
    pub(super) number: u32,
    pub(super) kilometres: Option<u32>,
    pub(super) date: Option<Date>,
}

/// The spot of a point; zeros stand for none.
pub(super) fn spot((latitude, longitude): (f64, f64)) -> Spot {
    let thousandths = |degrees: f64, most: f64| {
        ((degrees + most) * 1000.0)
            .round()
            .clamp(0.0, most * 2000.0) as u32
    };
    (thousandths(latitude, 90.0), thousandths(longitude, 180.0))
}

/// How far two spots are, squared, in units of [`UNIT`] thousandths of a degree of latitude.
fn square(a: Spot, b: Spot) -> u64 {
    let north = u64::from(a.0.abs_diff(b.0));
    let east = u64::from(a.1.abs_diff(b.1));
    // A degree of longitude narrows towards the poles: by steps of a degree, so that all who reckon agree.
    let degree = f64::from(a.0 / 1000) - 90.0;
    let narrowed = (degree.to_radians().cos() * UNIT as f64).round() as u64;
    (north * UNIT).pow(2) + (east * narrowed).pow(2)
}

/// How many units of distance a thousandth of a degree of latitude has.
const UNIT: u64 = 256;
/// Kilometres in a thousandth of a degree of latitude.
const KILOMETRES: f64 = 0.1112;

fn kilometres(square: u64) -> u32 {
    ((square as f64).sqrt() / UNIT as f64 * KILOMETRES).round() as u32
}

/// Puts answers in order.
pub(super) fn sorted(
    index: &Index,
    ranked: Vec<u32>,
    order: &Order,
    understood: &[Understood],
) -> Vec<Ordered> {
    let plain = |number| Ordered {
        number,
        kilometres: None,
        date: None,
    };
    match order {
        Order::Relevance => ranked.into_iter().map(plain).collect(),
        Order::Date(day) => {
            let dated = ranked.into_iter().map(|number| Ordered {
                date: next(index, number, *day),
                ..plain(number)
            });
            let mut all: Vec<Ordered> = dated.collect();
            all.sort_by_key(|one| (one.date.is_none(), one.date));
            all
        }
        Order::Distance(from) => {
            let Some(from) = origin(index, from.as_ref(), understood) else {
                return ranked.into_iter().map(plain).collect();
            };
            let mut all: Vec<(u64, Ordered)> = ranked
                .into_iter()
                .map(|number| match index.spot_of(number) {
                    Some(spot) => {
                        let square = square(from, spot);
                        let kilometres = Some(kilometres(square));
                        (
                            square,
                            Ordered {
                                kilometres,
                                ..plain(number)
                            },
                        )
                    }
                    None => (u64::MAX, plain(number)),
                })
                .collect();
            all.sort_by_key(|one| one.0);
            all.into_iter().map(|(_, one)| one).collect()
        }
    }
}

/// The first date of a document from a day on.
fn next(index: &Index, number: u32, day: Date) -> Option<Date> {
    let dates = &index.documents[number as usize].next;
    dates
        .iter()
        .take(MOST_DATES)
        .find(|date| **date >= day)
        .copied()
}

/// How many dates of a document are told.
pub(super) const MOST_DATES: usize = 12;

/// The spot that distances are counted from.
fn origin(index: &Index, from: Option<&Near>, understood: &[Understood]) -> Option<Spot> {
    let insee = match from {
        Some(Near::Point(latitude, longitude)) => return Some(spot((*latitude, *longitude))),
        Some(Near::Commune(insee)) => insee.as_str(),
        None => understood
            .iter()
            .find_map(|one| one.attribute.strip_prefix("c:"))?,
    };
    let mut communes = index.settings.communes.iter();
    communes
        .find(|commune| commune.insee == insee)?
        .centre
        .map(spot)
}

impl Index {
    /// The centre of the commune that a document lies in.
    fn spot_of(&self, number: u32) -> Option<Spot> {
        let place = self
            .places
            .partition_point(|place| place.documents.end <= number);
        let commune = self.places.get(place)?.commune?;
        self.settings.communes[commune].centre.map(spot)
    }
}
