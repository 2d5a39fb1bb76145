//! Where a service takes place.

use super::super::Dataset;
use super::super::record::{Place, Record};
use super::super::view::view;
use super::uuid;

view! {
    /// A service at a location.
    struct AtLocation<'s> {
        id: String = "id",
        location: Option<Location<'s>> = "location",
    }

    /// A location.
    struct Location<'s> {
        id: String = "id",
        kind: &'static str = "location_type",
        name: Option<&'s str> = "name",
        description: Option<&'s str> = "description",
        transport: String = "transportation",
        lat: Option<f64> = "latitude",
        lon: Option<f64> = "longitude",
        addresses: Vec<Address<'s>> = "addresses",
        accessibility: Vec<Accessibility<'s>> = "accessibility",
    }

    /// An address.
    struct Address<'s> {
        id: String = "id",
        first: &'s str = "address_1",
        second: Option<&'s str> = "address_2",
        city: &'s str = "city",
        department: &'s str = "state_province",
        postal_code: &'s str = "postal_code",
        country: &'static str = "country",
        kind: &'static str = "address_type",
    }

    /// What access there is.
    struct Accessibility<'s> {
        id: String = "id",
        description: String = "description",
        details: Option<&'s str> = "details",
    }
}

/// The places of a record, each a location; access is told with the first.
pub(super) fn all<'d>(dataset: &'d Dataset<'_>, record: &'d Record<'_>) -> Vec<AtLocation<'d>> {
    let places = record.places.iter().enumerate();
    places
        .map(|(number, place)| {
            let rank = number.to_string();
            AtLocation {
                id: uuid(dataset, &[&record.id, "at", &rank]),
                location: Some(location(dataset, record, place, number)),
                ..AtLocation::default()
            }
        })
        .collect()
}

fn location<'d>(
    dataset: &'d Dataset<'_>,
    record: &'d Record<'_>,
    place: &'d Place<'_>,
    number: usize,
) -> Location<'d> {
    let rank = number.to_string();
    // A place of the guide is the same location for all that takes place there.
    let own = [&*record.id, "location", &*rank];
    let names: &[&str] = match &place.record {
        Some(id) => &[id],
        None => &own,
    };
    let is_exact = place.precision == Some("exacte");
    let access = record.access.as_ref().filter(|_| number == 0);
    let transport = access.map(|access| access.transport.join(" ; "));
    Location {
        id: uuid(dataset, names),
        kind: "physical",
        name: place.name.or(place.commune),
        description: place.entrance,
        transport: transport.unwrap_or_default(),
        lat: place.lat.filter(|_| is_exact),
        lon: place.lon.filter(|_| is_exact),
        addresses: address(dataset, place, names).into_iter().collect(),
        accessibility: access
            .filter(|access| !access.facts.is_empty())
            .map(|access| accessibility(dataset, &access.facts, access.details, record))
            .into_iter()
            .collect(),
        ..Location::default()
    }
}

fn address<'d>(
    dataset: &'d Dataset<'_>,
    place: &'d Place<'_>,
    names: &[&str],
) -> Option<Address<'d>> {
    let city = place.commune?;
    let of_address: Vec<&str> = names.iter().copied().chain(["address"]).collect();
    Some(Address {
        id: uuid(dataset, &of_address),
        first: place.street.or(place.name).unwrap_or(city),
        second: place.complement,
        city,
        department: place.department?,
        postal_code: place.postal_code?,
        country: "FR",
        kind: "physical",
        ..Address::default()
    })
}

fn accessibility<'d>(
    dataset: &'d Dataset<'_>,
    facts: &[(&'static str, &'static str)],
    details: Option<&'d str>,
    record: &Record<'_>,
) -> Accessibility<'d> {
    let said: Vec<String> = facts
        .iter()
        .map(|(key, fact)| {
            let label = dataset.label("accessibilite", key);
            format!("{label} : {}", dataset.label("trois_valeurs", fact))
        })
        .collect();
    Accessibility {
        id: uuid(dataset, &[&record.id, "accessibility"]),
        description: said.join(" ; "),
        details,
        ..Accessibility::default()
    }
}
