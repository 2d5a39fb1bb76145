//! `guide.geojson`: a point for each position of a record (RFC 7946); of confidential addresses, nothing.

use std::io::{self, Write};

use super::record::{Place, Record};
use super::view::{view, write, write_list};
use super::{Dataset, Format};
use crate::model::Kind;

pub(super) const FORMAT: Format = Format {
    name: "guide.geojson",
    files: &[("guide.geojson", write_features)],
    kinds: &[Kind::Action, Kind::Laep, Kind::Ram, Kind::Place],
    told: &[
        "titre", "resume", "exemple", "discret", "type", "themes", "publics", "geo", "lieu",
        "lieux", "adresse",
    ],
    partly: &[
        ("contact", "le premier numéro"),
        ("verifie", "la date seule"),
        ("etapes", "leurs lieux"),
    ],
    notes: &[
        "Une fiche sans lieu connu, ou dont l'adresse est confidentielle, n'y est pas.",
        "Une position « estimee » est le centre de la commune, ou proche de lui : elle ne montre pas la porte.",
        "Une fiche qui a plusieurs lieux a plusieurs points : leur identifiant finit par #2, #3…",
    ],
};

view! {
    /// A record at one of its positions.
    struct Feature<'s> {
        kind: &'static str = "type",
        id: String = "id",
        geometry: Option<Point<'s>> = "geometry",
        properties: Option<Properties<'s>> = "properties",
    }

    /// A position: degrees east, then north.
    struct Point<'s> {
        kind: &'static str = "type",
        coordinates: Vec<f64> = "coordinates",
    }

    /// What is said of it.
    struct Properties<'s> {
        record: &'s str = "fiche",
        kind: &'static str = "type",
        title: &'s str = "titre",
        summary: Option<&'s str> = "resume",
        url: &'s str = "url",
        example: bool = "exemple",
        discreet: bool = "discret",
        place_type: Option<&'s str> = "type_de_lieu",
        themes: &'s [&'s str] = "themes",
        audiences: &'s [&'s str] = "publics",
        place: Option<&'s str> = "lieu",
        street: Option<&'s str> = "voie",
        complement: Option<&'s str> = "complement",
        entrance: Option<&'s str> = "acces",
        postal_code: Option<&'s str> = "code_postal",
        commune: Option<&'s str> = "commune",
        insee: Option<&'s str> = "insee",
        phone: Option<&'s str> = "telephone",
        precision: Option<&'s str> = "position",
        verified: Option<&'s str> = "verifie_le",
    }
}

fn write_features(dataset: &Dataset<'_>, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"{\"type\":\"FeatureCollection\",\"name\":")?;
    write(to, &&*dataset.site.guide.config.name)?;
    to.write_all(b",\"features\":")?;
    write_list(to, dataset.records.iter().flat_map(features))?;
    to.write_all(b"}\n")
}

/// A record at each of its positions.
fn features<'d>(record: &'d Record<'_>) -> impl Iterator<Item = Feature<'d>> {
    let placed = record.places.iter().filter_map(|place| {
        let position = (place.lon?, place.lat?);
        Some((place, position))
    });
    placed
        .enumerate()
        .map(|(number, (place, (lon, lat)))| Feature {
            kind: "Feature",
            id: match number {
                0 => record.id.clone(),
                more => format!("{}#{}", record.id, more + 1),
            },
            geometry: Some(Point {
                kind: "Point",
                coordinates: vec![lon, lat],
                ..Point::default()
            }),
            properties: Some(properties(record, place)),
            ..Feature::default()
        })
}

fn properties<'d>(record: &'d Record<'_>, place: &'d Place<'_>) -> Properties<'d> {
    Properties {
        record: &record.id,
        kind: record.kind,
        title: record.title,
        summary: record.summary,
        url: &record.url,
        example: record.example,
        discreet: record.discreet,
        place_type: record.place_type,
        themes: &record.themes,
        audiences: &record.audiences,
        place: place.name,
        street: place.street,
        complement: place.complement,
        entrance: place.entrance,
        postal_code: place.postal_code,
        commune: place.commune,
        insee: place.insee.as_deref(),
        phone: record.contact.as_ref().and_then(|to| to.first_phone()),
        precision: place.precision,
        verified: record.verified.as_ref().map(|verified| &*verified.on),
        ..Properties::default()
    }
}
