//! `guide.json`: every public record, one on each line, by the schema of `schema.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::view::{view, write, write_list};
use super::{Dataset, Format};
use crate::model::Kind;

pub(super) const FORMAT: Format = Format {
    name: "guide.json",
    files: &[("guide.json", write_guide)],
    kinds: Kind::ALL,
    told: &[
        "titre",
        "nom",
        "sigle",
        "resume",
        "falc",
        "exemple",
        "discret",
        "verifie",
        "type",
        "niveau",
        "insee",
        "siren",
        "parent",
        "formats",
        "themes",
        "publics",
        "ages",
        "grossesse",
        "ouvert_a",
        "ouvert_a_precisions",
        "accueil",
        "langues",
        "interpretation",
        "tarif",
        "inscription",
        "mode",
        "etat",
        "lieu",
        "lieux",
        "adresse",
        "geo",
        "territoire",
        "adresse_confidentielle",
        "horaires",
        "premiere_visite",
        "a_apporter",
        "equipe",
        "capacite",
        "confidentialite",
        "equipements",
        "missions",
        "gestionnaire",
        "partenaire",
        "sources",
    ],
    partly: &[
        ("corps", "en texte, sans mise en forme, image ni lien"),
        (
            "contact",
            "sans l'accord des personnes, qui n'est jamais publié",
        ),
        (
            "documents",
            "les fichiers du guide restent sur la page de la fiche",
        ),
        (
            "liens",
            "les fichiers du guide restent sur la page de la fiche",
        ),
        ("porteurs", "sans leur rôle"),
        ("partenaires", "sans leur rôle"),
        ("territoires", "sauf pour une adresse confidentielle"),
        ("communes", "sauf pour une adresse confidentielle"),
        (
            "accessibilite",
            "sans la question 17 de la fiche action ; sans le chemin, pour une adresse confidentielle",
        ),
        ("vacances", "en mots"),
        ("fermetures", "en mots"),
        ("ouvertures", "en mots"),
        ("jours_feries", "en mots"),
        ("seances", "en mots ; les dates sont dans l'agenda"),
        ("permanences", "en mots"),
        ("ateliers", "en mots"),
        ("etapes", "les lieux, et les horaires en mots"),
        (
            "traductions",
            "titre, résumé et texte ; le reste est sur la page de la fiche",
        ),
    ],
    notes: &["Les conventions n'y sont que si elles sont publiques."],
};

view! {
    /// The head of the file.
    struct Head<'s> {
        schema: String = "$schema",
        name: &'s str = "guide",
        url: String = "url",
        publisher: Option<&'s str> = "editeur",
        territory: Option<&'s str> = "territoire",
        language: &'s str = "langue",
        date: String = "date",
        licence: Option<Licence<'s>> = "licence",
        demonstration: bool = "demonstration",
    }

    /// Under which licence the data may be used again.
    struct Licence<'s> {
        name: &'s str = "nom",
        url: &'s str = "url",
    }
}

fn write_guide(dataset: &Dataset<'_>, to: &mut dyn Write) -> io::Result<()> {
    let guide = &dataset.site.guide;
    let config = &guide.config;
    let head = Head {
        schema: dataset.site.url(0, "/donnees/schema.json"),
        name: &config.name,
        url: dataset.site.url(0, "/"),
        publisher: dataset.title(config.publisher.id()),
        territory: dataset.title(config.territory.id()),
        language: &dataset.site.languages[0].code,
        date: guide.today.to_string(),
        licence: config.licence.as_ref().map(|licence| Licence {
            name: &licence.name,
            url: licence.url.as_str(),
            ..Licence::default()
        }),
        demonstration: config.is_demonstration(),
        ..Head::default()
    };
    let mut start = serde_json::to_vec(&head)?;
    // The head is an object that is not empty: what follows goes on in it.
    start.pop();
    to.write_all(&start)?;
    to.write_all(b",\n\"vocabulaire\":")?;
    write(to, &vocabulary(dataset))?;
    to.write_all(b",\n\"fiches\":")?;
    write_list(to, &dataset.records)?;
    to.write_all(b"}\n")
}

/// The labels of the codes that records use, by list.
fn vocabulary<'d>(dataset: &'d Dataset<'_>) -> BTreeMap<&'static str, BTreeMap<&'d str, &'d str>> {
    let mut used: BTreeSet<(&'static str, &str)> = BTreeSet::new();
    for record in &dataset.records {
        let mut add = |list: &'static str, codes: &[&'d str]| {
            used.extend(codes.iter().map(|code| (list, *code)));
        };
        add("themes", &record.themes);
        add("publics", &record.audiences);
        add("formats", &record.formats);
        add("accueil", &record.welcome);
        add("langues", &record.languages);
        add("ouvert_a", &record.open_to);
        add("equipe", &record.team);
        add("kinds", &[record.kind]);
        add("mode", record.mode.as_slice());
        add("lieux_type", record.place_type.as_slice());
        add("partenaires_type", record.partner_type.as_slice());
        add("territoires_niveau", record.level.as_slice());
        let registration = record.registration.as_ref();
        add(
            "inscription",
            registration.and_then(|it| it.kind).as_slice(),
        );
        let state = record.state.as_ref().map(|state| state.kind);
        add("etat_type", state.as_slice());
    }
    let mut all: BTreeMap<&'static str, BTreeMap<&str, &str>> = BTreeMap::new();
    for (list, code) in used {
        let label = dataset.label(list, code);
        all.entry(list).or_default().insert(code, label);
    }
    all
}
