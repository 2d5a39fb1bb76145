//! Where a record takes place: at its places, its address, its steps.

use crate::diag::Spanned;
use crate::geo::{Commune, Lookup, Point, Precision, communes};
use crate::load::Record;
use crate::model::Data;
use crate::model::directory::Address;
use crate::model::values::PlaceRef;

use super::{Entry, Location};

/// Where a record takes place; `find` gives a place by its id, with its index.
pub(super) fn of<'e>(
    entry: &Entry,
    find: impl Fn(&str) -> Option<(usize, &'e Entry)>,
) -> Vec<Location> {
    let Some(directory) = entry.directory().filter(|_| !entry.standing.confidential) else {
        return Vec::new();
    };
    let own = directory
        .position
        .as_ref()
        .and_then(|position| Point::new(position.lat.value, position.lon.value));
    let at_place = |id: &str| {
        let (index, place) = find(id)?;
        let there = place.directory()?;
        if place.standing.confidential {
            return None;
        }
        let position = there
            .position
            .as_ref()
            .and_then(|position| Point::new(position.lat.value, position.lon.value));
        let address = there.address.as_ref().map(|address| &address.value);
        Some(at_address(Some(index), address, position))
    };
    let mut locations: Vec<Location> = directory
        .all_places()
        .filter_map(|place| at_place(place.id()))
        .collect();
    if let Some(address) = &directory.address {
        locations.push(at_address(None, Some(&address.value), own));
    }
    if let Data::Laep(laep) = &entry.record.data {
        for (index, step) in laep.steps.iter().enumerate() {
            let location = match (&step.place, &step.address) {
                (Some(place), _) => at_place(place.id()),
                (None, Some(address)) => Some(at_address(None, Some(&address.value), None)),
                (None, None) => None,
            };
            locations.extend(location.map(|location| Location {
                step: Some(index),
                ..location
            }));
        }
    }
    locations.shrink_to_fit();
    locations
}

/// The places that a record names for itself and its steps.
pub(super) fn places(record: &Record) -> impl Iterator<Item = &Spanned<PlaceRef>> {
    let steps = match &record.data {
        Data::Laep(laep) => &laep.steps[..],
        _ => &[],
    };
    let own = record.data.directory().into_iter();
    own.flat_map(|directory| directory.all_places())
        .chain(steps.iter().filter_map(|step| step.place.as_ref()))
}

fn at_address(
    place: Option<usize>,
    address: Option<&Address>,
    position: Option<Point>,
) -> Location {
    let commune = address.and_then(commune_of);
    let point = match (position, commune) {
        (Some(point), _) => Some((point, Precision::Exact)),
        (None, Some(commune)) => Some((commune.point(), Precision::Estimated)),
        (None, None) => None,
    };
    Location {
        place,
        step: None,
        address: address.cloned(),
        commune,
        point,
    }
}

/// The commune of an address, where its code or its name leaves no doubt.
pub(in crate::check) fn commune_of(address: &Address) -> Option<&'static Commune> {
    if let Some(insee) = &address.insee {
        return communes().by_insee(insee.value);
    }
    match communes().find(&address.commune, Some(address.postal_code.value)) {
        Lookup::One(commune) => Some(commune),
        _ => None,
    }
}
