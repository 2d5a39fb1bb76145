//! Services: what a partner offers to parents.

use super::super::record::Record;
use super::super::view::view;
use super::super::{Dataset, csv, opening_hours};
use super::codes;
use super::structure::At;
use crate::geo::RegionCode;
use crate::model::Data;
use crate::model::kinds::Territory;
use crate::model::values::TerritoryLevel;

view! {
    /// A service.
    struct Service<'s> {
        source: &'s str = "source",
        structure: String = "structure_id",
        id: String = "id",
        name: String = "nom",
        description: String = "description",
        updated: String = "date_maj",
        link: &'s str = "lien_source",
        kind: Option<&'static str> = "type",
        themes: Vec<&'static str> = "thematiques",
        fees: Option<&'static str> = "frais",
        fees_details: Option<&'s str> = "frais_precisions",
        audiences: Vec<&'static str> = "publics",
        audiences_details: String = "publics_precisions",
        conditions: String = "conditions_acces",
        commune: Option<&'s str> = "commune",
        postal_code: Option<&'s str> = "code_postal",
        insee: Option<&'s str> = "code_insee",
        street: Option<&'s str> = "adresse",
        complement: Option<&'s str> = "complement_adresse",
        lon: Option<f64> = "longitude",
        lat: Option<f64> = "latitude",
        phone: Option<&'s str> = "telephone",
        email: Option<&'s str> = "courriel",
        modes: Vec<&'static str> = "modes_accueil",
        area: Vec<String> = "zone_eligibilite",
        registration_link: Option<&'s str> = "lien_mobilisation",
        ways: Vec<&'static str> = "modes_mobilisation",
        who: Vec<&'static str> = "mobilisable_par",
        how: Option<&'s str> = "mobilisation_precisions",
        hours: Option<String> = "horaires_accueil",
    }
}

pub(super) fn all<'d>(
    dataset: &'d Dataset<'_>,
    source: &'d str,
) -> impl Iterator<Item = Service<'d>> {
    let all = dataset.data.services.iter();
    all.filter_map(move |(index, holder)| {
        let record = dataset.record(*index)?;
        let structure = super::id(source, dataset.record(*holder)?);
        service(dataset, source, *index, structure, record)
    })
}

fn service<'d>(
    dataset: &'d Dataset<'_>,
    source: &'d str,
    index: usize,
    structure: String,
    record: &'d Record<'_>,
) -> Option<Service<'d>> {
    let guide = &dataset.site.guide;
    let entry = &guide.entries()[index];
    let verified = entry.record.data.common().verified.as_ref()?;
    let timetable = entry.directory().map(|directory| &directory.timetable.0);
    let contact = record.contact.as_ref();
    let registration = record.registration.as_ref();
    let price = record.price.as_ref();
    let at = At::of(record.places.first());
    let mut themes = vec![codes::PARENTING];
    themes.extend(codes::of(codes::THEMES, &record.themes));
    let open_to = dataset.labels("ouvert_a", &record.open_to, ", ");
    let conditions = [Some(&*open_to), record.open_to_details];
    Some(Service {
        source,
        structure,
        id: super::id(source, record),
        name: super::name(record.title),
        description: super::description(record, dataset.label("kinds", record.kind)),
        updated: verified.day().to_string(),
        link: &record.url,
        kind: codes::of(codes::FORMATS, &record.formats).first().copied(),
        themes,
        fees: price.and_then(|price| match (price.kind, price.membership) {
            ("gratuit", None) => Some("gratuit"),
            ("libre" | "non-dit", None) => None,
            _ => Some("payant"),
        }),
        fees_details: price.map(|price| &*price.words),
        audiences: codes::of(codes::AUDIENCES, &record.audiences),
        audiences_details: audiences(dataset, record),
        conditions: said(conditions),
        commune: at.commune,
        postal_code: at.postal_code,
        insee: at.insee,
        street: at.street,
        complement: at.complement,
        lon: at.lon,
        lat: at.lat,
        phone: contact.and_then(|to| to.first_phone()),
        email: contact.and_then(|to| to.email),
        modes: modes(record),
        area: area(dataset, record),
        registration_link: registration.and_then(|it| it.link),
        ways: ways(record),
        who: who(record),
        how: registration.and_then(|it| it.how),
        hours: timetable.and_then(|timetable| opening_hours::say(timetable, guide.today)),
        ..Service::default()
    })
}

/// « Parents, bébés : de 0 à 3 ans ».
fn audiences(dataset: &Dataset<'_>, record: &Record<'_>) -> String {
    let labels = dataset.labels("publics", &record.audiences, ", ");
    let ages = csv::ages(record);
    said([Some(&*labels), Some(&*ages)])
}

fn said<const N: usize>(parts: [Option<&str>; N]) -> String {
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" : ")
}

fn modes(record: &Record<'_>) -> Vec<&'static str> {
    match record.mode {
        Some("a-distance" | "telephone") => vec!["a-distance"],
        Some("mixte") => vec!["a-distance", "en-presentiel"],
        _ => vec!["en-presentiel"],
    }
}

/// How one comes to it: what the record says of registering and of whom to call.
fn ways(record: &Record<'_>) -> Vec<&'static str> {
    let contact = record.contact.as_ref();
    let registration = record.registration.as_ref();
    let mut ways = Vec::new();
    if contact.is_some_and(|to| to.email.is_some()) {
        ways.push("envoyer-un-courriel");
    }
    let is_open = registration.is_some_and(|it| it.kind == Some("aucune"));
    if is_open && !record.places.is_empty() {
        ways.push("se-presenter");
    }
    if contact.is_some_and(|to| to.first_phone().is_some()) {
        ways.push("telephoner");
    }
    if registration.is_some_and(|it| it.link.is_some()) {
        ways.push("utiliser-lien-mobilisation");
    }
    ways
}

/// Who may ask for it; nothing where the record does not say who may come.
fn who(record: &Record<'_>) -> Vec<&'static str> {
    let for_professionals = |code: &&str| matches!(*code, "sur-orientation" | "professionnels");
    let mut who = Vec::new();
    if record.open_to.iter().any(|code| !for_professionals(code)) {
        who.push("usagers");
    }
    if record.open_to.iter().any(for_professionals) {
        who.push("professionnels");
    }
    who
}

/// The official codes of the area served.
fn area(dataset: &Dataset<'_>, record: &Record<'_>) -> Vec<String> {
    let mut area: Vec<String> = record
        .communes
        .iter()
        .map(|code| (*code).to_owned())
        .collect();
    for territory in &record.territories {
        if let Some(Data::Territory(territory)) = dataset
            .site
            .guide
            .get(territory)
            .map(|entry| &entry.record.data)
        {
            area.extend(codes_of(territory));
        }
    }
    area.sort_unstable();
    area.dedup();
    area
}

/// The official codes of a territory: its own, or those of its parts.
fn codes_of(territory: &Territory) -> Vec<String> {
    let insee = territory.insee.as_ref().map(|code| &*code.value);
    let siren = territory.siren.as_ref().map(|siren| &*siren.value);
    let communes = || {
        let codes = territory.communes.iter();
        codes.map(|code| code.value.as_str().to_owned()).collect()
    };
    match (territory.level.value, insee, siren) {
        (TerritoryLevel::Country, ..) => vec!["france".to_owned()],
        (TerritoryLevel::Region, Some(code), _) => RegionCode::parse(code)
            .into_iter()
            .flat_map(RegionCode::departments)
            .map(|department| department.as_str().to_owned())
            .collect(),
        (TerritoryLevel::Departement | TerritoryLevel::Commune, Some(code), _) => {
            vec![code.to_owned()]
        }
        (TerritoryLevel::Epci, _, Some(siren)) => {
            vec![siren.chars().filter(char::is_ascii_digit).collect()]
        }
        _ => communes(),
    }
}
