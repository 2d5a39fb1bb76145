//! A service with all that belongs to it.

use super::super::record::Record;
use super::super::view::view;
use super::super::{Dataset, csv};
use super::location::AtLocation;
use super::schedule::Schedule;
use super::{Organisation, Phone, location, schedule, uuid};

view! {
    /// A service.
    struct Service<'s> {
        id: String = "id",
        name: &'s str = "name",
        description: String = "description",
        url: &'s str = "url",
        urls: Vec<Url<'s>> = "additional_urls",
        email: Option<&'s str> = "email",
        status: &'static str = "status",
        interpretation: String = "interpretation_services",
        application: String = "application_process",
        fees: Option<&'s str> = "fees_description",
        eligibility: String = "eligibility_description",
        minimum_age: Option<f64> = "minimum_age",
        maximum_age: Option<f64> = "maximum_age",
        assured: String = "assured_date",
        alert: String = "alert",
        phones: Vec<Phone<'s>> = "phones",
        schedules: Vec<Schedule<'s>> = "schedules",
        areas: Vec<Area<'s>> = "service_areas",
        locations: Vec<AtLocation<'s>> = "service_at_locations",
        languages: Vec<Language<'s>> = "languages",
        organisation: Option<Organisation<'s>> = "organization",
        costs: Vec<Cost<'s>> = "cost_options",
        bring: Vec<Bring<'s>> = "required_documents",
        attributes: Vec<Attribute<'s>> = "attributes",
    }

    /// An address on the web.
    struct Url<'s> {
        id: String = "id",
        label: &'s str = "label",
        url: &'s str = "url",
    }

    /// An area served.
    struct Area<'s> {
        id: String = "id",
        name: &'s str = "name",
    }

    /// A language that is spoken there.
    struct Language<'s> {
        id: String = "id",
        name: &'s str = "name",
        code: &'s str = "code",
    }

    /// What it costs.
    struct Cost<'s> {
        id: String = "id",
        option: Option<&'s str> = "option",
        currency: &'static str = "currency",
        amount: Option<f64> = "amount",
        description: &'s str = "amount_description",
    }

    /// What to bring.
    struct Bring<'s> {
        id: String = "id",
        document: &'s str = "document",
    }

    /// A theme or an audience.
    struct Attribute<'s> {
        id: String = "id",
        link: &'static str = "link_type",
        term: Option<Term<'s>> = "taxonomy_term",
    }

    /// A term of our vocabulary.
    struct Term<'s> {
        id: String = "id",
        code: &'s str = "code",
        name: &'s str = "name",
        description: &'s str = "description",
        taxonomy: &'static str = "taxonomy",
        language: &'s str = "language",
    }
}

/// The service that a record is; none where nobody ever made sure of it.
pub(super) fn of<'d>(
    dataset: &'d Dataset<'_>,
    index: usize,
    record: &'d Record<'_>,
    organisation: Organisation<'d>,
) -> Option<Service<'d>> {
    let entry = &dataset.site.guide.entries()[index];
    let verified = entry.record.data.common().verified.as_ref()?;
    let contact = record.contact.as_ref();
    let price = record.price.as_ref();
    let days = |days: Option<u32>| days.map(|days| (f64::from(days) / 3.65).round() / 100.0);
    let youngest = record.ages.iter().filter_map(|ages| ages.from_days).min();
    let oldest = record.ages.iter().filter_map(|ages| ages.to_days).max();
    Some(Service {
        id: uuid(dataset, &[&record.id]),
        name: record.title,
        description: super::description(record, ""),
        url: &record.url,
        urls: urls(dataset, record),
        email: contact.and_then(|to| to.email),
        status: match record.state.as_ref().map(|state| state.kind) {
            Some("suspendu") => "temporarily closed",
            _ => "active",
        },
        interpretation: interpretation(dataset, record),
        application: application(dataset, record),
        fees: price.map(|price| &*price.words),
        eligibility: eligibility(dataset, record),
        minimum_age: days(youngest),
        maximum_age: days(oldest),
        assured: verified.day().to_string(),
        alert: alert(dataset, record),
        phones: super::phones(dataset, record),
        schedules: schedule::all(dataset, index, record),
        areas: areas(dataset, record),
        locations: location::all(dataset, record),
        languages: each(&record.languages, |code| Language {
            id: uuid(dataset, &[&record.id, "language", code]),
            name: dataset.label("langues", code),
            code,
            ..Language::default()
        }),
        organisation: Some(organisation),
        costs: price
            .map(|price| Cost {
                id: uuid(dataset, &[&record.id, "cost"]),
                option: price.details,
                currency: "EUR",
                amount: match price.kind {
                    "gratuit" => Some(0.0),
                    _ => price.amount,
                },
                description: &price.words,
                ..Cost::default()
            })
            .into_iter()
            .collect(),
        bring: each(&record.bring, |document| Bring {
            id: uuid(dataset, &[&record.id, "bring", document]),
            document,
            ..Bring::default()
        }),
        attributes: attributes(dataset, record),
        ..Service::default()
    })
}

fn each<'d, T>(texts: &[&'d str], make: impl Fn(&'d str) -> T) -> Vec<T> {
    texts.iter().map(|text| make(text)).collect()
}

fn urls<'d>(dataset: &Dataset<'_>, record: &'d Record<'_>) -> Vec<Url<'d>> {
    let contact = record.contact.as_ref();
    let site = contact.and_then(|to| to.site).map(|url| ("Site", url));
    let link = contact.and_then(|to| to.link).map(|url| ("Lien", url));
    let registration = record.registration.as_ref().and_then(|it| it.link);
    let registration = registration.map(|url| ("Inscription", url));
    let own = [site, link, registration].into_iter().flatten();
    let links = record.links.iter().map(|link| (link.title, link.url));
    let sources = record.sources.iter();
    let sources = sources.filter_map(|source| Some((source.title, source.url?)));
    own.chain(links)
        .chain(sources)
        .enumerate()
        .map(|(number, (label, url))| Url {
            id: uuid(dataset, &[&record.id, "url", &number.to_string()]),
            label,
            url,
            ..Url::default()
        })
        .collect()
}

fn areas<'d>(dataset: &'d Dataset<'_>, record: &'d Record<'_>) -> Vec<Area<'d>> {
    let territories = record.territories.iter();
    let names = territories.filter_map(|id| dataset.title(id));
    names
        .chain(record.communes.iter().copied())
        .map(|name| Area {
            id: uuid(dataset, &[&record.id, "area", name]),
            name,
            ..Area::default()
        })
        .collect()
}

fn attributes<'d>(dataset: &'d Dataset<'_>, record: &'d Record<'_>) -> Vec<Attribute<'d>> {
    let themes = record.themes.iter().map(|code| ("themes", "theme", *code));
    let audiences = record.audiences.iter();
    let audiences = audiences.map(|code| ("publics", "audience", *code));
    themes
        .chain(audiences)
        .map(|(list, link, code)| {
            let entry = dataset.site.guide.vocabulary.entry(list, code);
            let name = dataset.label(list, code);
            let said = entry.and_then(|entry| entry.description.as_deref());
            Attribute {
                id: uuid(dataset, &[&record.id, list, code]),
                link,
                term: Some(Term {
                    id: uuid(dataset, &["vocabulaire", list, code]),
                    code,
                    name,
                    description: said.unwrap_or(name),
                    taxonomy: list,
                    language: &dataset.site.languages[0].code,
                    ..Term::default()
                }),
                ..Attribute::default()
            }
        })
        .collect()
}

fn interpretation(dataset: &Dataset<'_>, record: &Record<'_>) -> String {
    let Some(how) = &record.interpretation else {
        return String::new();
    };
    let mode = how
        .mode
        .map(|mode| dataset.label("interpretation_mode", mode));
    let languages = dataset.labels("langues", &how.languages, ", ");
    let notice = how.notice_days.map(|days| format!("{days} j à l'avance"));
    joined([mode, Some(&*languages), notice.as_deref()])
}

fn application(dataset: &Dataset<'_>, record: &Record<'_>) -> String {
    let Some(registration) = &record.registration else {
        return String::new();
    };
    let kind = registration.kind;
    let kind = kind.map(|kind| dataset.label("inscription", kind));
    joined([kind, registration.how, registration.opens.as_deref()])
}

fn eligibility(dataset: &Dataset<'_>, record: &Record<'_>) -> String {
    let audiences = dataset.labels("publics", &record.audiences, ", ");
    let ages = csv::ages(record);
    let open_to = dataset.labels("ouvert_a", &record.open_to, ", ");
    joined([
        Some(&*audiences),
        Some(&*ages),
        Some(&*open_to),
        record.open_to_details,
    ])
}

fn alert(dataset: &Dataset<'_>, record: &Record<'_>) -> String {
    let Some(state) = &record.state else {
        return String::new();
    };
    let from = state.from.as_ref().map(|date| format!("depuis le {date}"));
    let until = state.until.as_ref().map(|date| format!("jusqu'au {date}"));
    let kind = dataset.label("etat_type", state.kind);
    joined([Some(kind), from.as_deref(), until.as_deref(), state.reason])
}

fn joined<const N: usize>(parts: [Option<&str>; N]) -> String {
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ; ")
}
