//! Open Referral's Human Services Data Specification, version 3: organizations and services, fully nested.
//!
//! <https://docs.openreferral.org/en/latest/hsds/>. Both files have the form of a page of its API that holds all.
//! A service is what a partner offers (an action, a LAEP, a relais). Nothing discreet: the format has no word for it.

mod location;
mod schedule;
mod service;

use std::io::{self, Write};

use super::record::Record;
use super::view::{view, write_list};
use super::{Dataset, Format};
use crate::model::Kind;

pub(super) const FORMAT: Format = Format {
    name: "hsds",
    files: &[
        ("hsds/organizations.json", write_organisations),
        ("hsds/services.json", write_services),
    ],
    kinds: &[Kind::Action, Kind::Laep, Kind::Ram, Kind::Partner],
    told: &[
        "titre",
        "sigle",
        "resume",
        "themes",
        "publics",
        "langues",
        "adresse",
        "lieu",
        "lieux",
        "gestionnaire",
        "liens",
        "sources",
    ],
    partly: &[
        ("type", "en mots dans la description"),
        ("corps", "en texte, après le résumé"),
        ("contact", "sans le libellé du site"),
        (
            "ages",
            "en années, du plus jeune au plus âgé ; en mots dans eligibility_description",
        ),
        ("ouvert_a", "en mots dans eligibility_description"),
        ("ouvert_a_precisions", "dans eligibility_description"),
        ("interpretation", "en mots"),
        (
            "tarif",
            "le montant quand il y en a un ; le barème et l'adhésion en mots",
        ),
        (
            "inscription",
            "en mots dans application_process ; le lien parmi les adresses",
        ),
        (
            "mode",
            "les lieux à distance n'en sont pas un ; en mots dans attending_type",
        ),
        (
            "etat",
            "suspendu devient « temporarily closed » ; le reste en mots dans alert",
        ),
        (
            "horaires",
            "une règle par ligne d'horaires ; semaines paires et impaires en mots",
        ),
        ("vacances", "en mots"),
        ("fermetures", "en mots"),
        ("ouvertures", "en mots"),
        ("jours_feries", "en mots"),
        ("seances", "en mots"),
        ("permanences", "en mots"),
        ("ateliers", "en mots"),
        ("etapes", "leurs lieux, et les horaires en mots"),
        ("territoires", "leur nom"),
        ("communes", "leur code"),
        ("territoire", "leur nom"),
        (
            "geo",
            "sans dire si elle est exacte ; une position estimée est laissée de côté",
        ),
        ("accessibilite", "en mots, avec le premier lieu"),
        ("a_apporter", "comme documents demandés"),
        ("porteurs", "le premier, ou le chef de file"),
        ("verifie", "la date"),
        ("exemple", "en tête de la description"),
    ],
    notes: &[
        "Les fiches discrètes n'y sont pas : rien ne dirait à qui reprend ces données qu'une visite doit laisser peu de traces.",
        "Les heures sont celles du lieu, sans décalage : HSDS demande un décalage fixe, qui change ici avec l'heure d'été.",
        "Les identifiants sont des UUID (version 8) tirés de l'adresse du guide et de l'identifiant de la fiche : les mêmes à chaque fois.",
        "Une adresse sans voie a le nom du lieu ou de la commune pour address_1, que HSDS exige.",
    ],
};

view! {
    /// An organization.
    struct Organisation<'s> {
        id: String = "id",
        name: &'s str = "name",
        acronym: Option<&'s str> = "alternate_name",
        description: String = "description",
        email: Option<&'s str> = "email",
        website: Option<&'s str> = "website",
        uri: &'s str = "uri",
        parent: Option<String> = "parent_organization_id",
        phones: Vec<Phone<'s>> = "phones",
    }

    /// A telephone number.
    struct Phone<'s> {
        id: String = "id",
        number: &'s str = "number",
        kind: Option<&'static str> = "type",
        description: Option<&'s str> = "description",
    }
}

fn write_organisations(dataset: &Dataset<'_>, to: &mut dyn Write) -> io::Result<()> {
    let organisations = dataset.data.organisations.iter();
    let organisations = organisations.filter_map(|index| dataset.record(*index));
    let organisations = organisations.map(|record| organisation(dataset, record));
    write_page(to, dataset.data.organisations.len(), organisations)
}

fn write_services(dataset: &Dataset<'_>, to: &mut dyn Write) -> io::Result<()> {
    let services = dataset.data.services.iter();
    let services = services.filter_map(|(index, holder)| {
        let holder = organisation(dataset, dataset.record(*holder)?);
        service::of(dataset, *index, dataset.record(*index)?, holder)
    });
    write_page(to, dataset.data.services.len(), services)
}

/// The one page of a list of the API.
fn write_page<T: serde::Serialize>(
    to: &mut dyn Write,
    count: usize,
    items: impl Iterator<Item = T>,
) -> io::Result<()> {
    let empty = count == 0;
    write!(
        to,
        "{{\"total_items\":{count},\"total_pages\":1,\"page_number\":1,\"size\":{count},\"first_page\":true,\"last_page\":true,\"empty\":{empty},\"contents\":"
    )?;
    write_list(to, items)?;
    to.write_all(b"}\n")
}

fn organisation<'d>(dataset: &'d Dataset<'_>, record: &'d Record<'_>) -> Organisation<'d> {
    let contact = record.contact.as_ref();
    let kind = record.partner_type;
    let kind = kind.map(|kind| dataset.label("partenaires_type", kind));
    Organisation {
        id: uuid(dataset, &[&record.id]),
        name: record.title,
        acronym: record.acronym,
        description: description(record, kind.unwrap_or_default()),
        email: contact.and_then(|to| to.email),
        website: contact.and_then(|to| to.site),
        uri: &record.url,
        parent: record
            .parent
            .filter(|id| {
                let index = dataset.site.guide.index(id);
                index.is_some_and(|index| dataset.data.organisations.binary_search(&index).is_ok())
            })
            .map(|id| uuid(dataset, &[id])),
        phones: phones(dataset, record),
        ..Organisation::default()
    }
}

/// The summary and the text; `otherwise` where there is none.
fn description(record: &Record<'_>, otherwise: &str) -> String {
    let example = record.example.then_some("Fiche d'exemple.");
    let own = [record.summary, Some(record.text)];
    let own: Vec<&str> = own
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let own = match own.is_empty() {
        true => vec![otherwise],
        false => own,
    };
    let parts: Vec<&str> = example.into_iter().chain(own).collect();
    parts.join("\n\n")
}

fn phones<'d>(dataset: &Dataset<'_>, record: &'d Record<'_>) -> Vec<Phone<'d>> {
    let Some(contact) = &record.contact else {
        return Vec::new();
    };
    let first = contact
        .phone
        .as_deref()
        .map(|number| (number, Some("voice"), contact.phone_hours));
    let others = contact.phones.iter().map(|phone| {
        let kind = if phone.sms { "text" } else { "voice" };
        (&*phone.number, Some(kind), phone.label)
    });
    let all = first.into_iter().chain(others);
    all.enumerate()
        .map(|(number, (shown, kind, description))| Phone {
            id: uuid(dataset, &[&record.id, "phone", &number.to_string()]),
            number: shown,
            kind,
            description,
            ..Phone::default()
        })
        .collect()
}

/// The identifier of a thing of this guide: a UUID of version 8 (RFC 9562) from the hash of its names.
fn uuid(dataset: &Dataset<'_>, names: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(dataset.site.guide.config.base_url().as_bytes());
    for name in names {
        hasher.update(b"\n");
        hasher.update(name.as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for half in [byte >> 4, byte & 0x0f] {
            text.push(char::from(b"0123456789abcdef"[usize::from(half)]));
        }
    }
    text
}
