//! Structures: the partners that offer something, and the places.

use jiff::civil::Date;

use super::super::opening_hours;
use super::super::record::{Place, Record};
use super::super::view::view;
use super::super::{Dataset, Reusable};
use super::codes;

view! {
    /// A structure.
    struct Structure<'s> {
        source: &'s str = "source",
        id: String = "id",
        name: String = "nom",
        description: String = "description",
        updated: String = "date_maj",
        link: &'s str = "lien_source",
        commune: Option<&'s str> = "commune",
        postal_code: Option<&'s str> = "code_postal",
        insee: Option<&'s str> = "code_insee",
        street: Option<&'s str> = "adresse",
        complement: Option<&'s str> = "complement_adresse",
        lon: Option<f64> = "longitude",
        lat: Option<f64> = "latitude",
        phone: Option<&'s str> = "telephone",
        email: Option<&'s str> = "courriel",
        site: Option<&'s str> = "site_web",
        hours: Option<String> = "horaires_accueil",
        networks: Vec<&'static str> = "reseaux_porteurs",
    }
}

pub(super) fn all<'d>(
    dataset: &'d Dataset<'_>,
    source: &'d str,
) -> impl Iterator<Item = Structure<'d>> {
    let latest = latest(dataset);
    let all = dataset.data.structures.iter();
    all.filter_map(move |index| {
        let record = dataset.record(*index)?;
        // Who holds a service was verified with it; a place says when it was itself.
        let updated = latest[*index]?;
        Some(structure(dataset, source, *index, record, updated))
    })
}

fn structure<'d>(
    dataset: &'d Dataset<'_>,
    source: &'d str,
    index: usize,
    record: &'d Record<'_>,
    updated: Date,
) -> Structure<'d> {
    let contact = record.contact.as_ref();
    let guide = &dataset.site.guide;
    let timetable = guide.entries()[index]
        .directory()
        .map(|directory| &directory.timetable.0);
    let lists = [
        ("lieux_type", record.place_type),
        ("partenaires_type", record.partner_type),
    ];
    let kind = lists
        .into_iter()
        .find_map(|(list, code)| Some(dataset.label(list, code?)));
    let manager = record.manager.and_then(|id| dataset.title(id));
    let manager = manager.map(|title| format!(" Géré par : {title}."));
    let facts = format!(
        "{}.{}",
        kind.unwrap_or_default(),
        manager.unwrap_or_default()
    );
    let at = At::of(record.places.first());
    Structure {
        source,
        id: super::id(source, record),
        name: super::name(record.title),
        description: super::description(record, &facts),
        updated: updated.to_string(),
        link: &record.url,
        commune: at.commune,
        postal_code: at.postal_code,
        insee: at.insee,
        street: at.street,
        complement: at.complement,
        lon: at.lon,
        lat: at.lat,
        phone: contact.and_then(|to| to.first_phone()),
        email: contact.and_then(|to| to.email),
        site: contact.and_then(|to| to.site),
        hours: timetable.and_then(|timetable| opening_hours::say(timetable, guide.today)),
        networks: codes::of(codes::NETWORKS, record.partner_type.as_slice()),
        ..Structure::default()
    }
}

/// When each record was last verified, by its place among the entries; a partner with what it holds.
fn latest(dataset: &Dataset<'_>) -> Vec<Option<Date>> {
    let entries = dataset.site.guide.entries();
    let own = |index: usize| {
        let common = entries[index].record.data.common();
        common.verified.as_ref().map(|verified| verified.day())
    };
    let mut latest: Vec<Option<Date>> = (0..entries.len()).map(own).collect();
    let Reusable { services, .. } = &dataset.data;
    for (service, holder) in services {
        latest[*holder] = latest[*holder].max(own(*service));
    }
    latest
}

/// An address as the schema has it; a position that is only estimated is left out.
#[derive(Default)]
pub(super) struct At<'s> {
    pub(super) commune: Option<&'s str>,
    pub(super) postal_code: Option<&'s str>,
    pub(super) insee: Option<&'s str>,
    pub(super) street: Option<&'s str>,
    pub(super) complement: Option<&'s str>,
    pub(super) lon: Option<f64>,
    pub(super) lat: Option<f64>,
}

impl<'s> At<'s> {
    pub(super) fn of(place: Option<&'s Place<'_>>) -> At<'s> {
        let Some(place) = place else {
            return At::default();
        };
        let is_exact = place.precision == Some("exacte");
        At {
            commune: place.commune,
            postal_code: place.postal_code,
            insee: place.insee.as_deref(),
            street: place.street,
            complement: place.complement,
            lon: place.lon.filter(|_| is_exact),
            lat: place.lat.filter(|_| is_exact),
        }
    }
}
