//! data·inclusion, version 1 of its schema: structures and services of the French public offer of inclusion.
//!
//! <https://github.com/gip-inclusion/data-inclusion-schema>. A service here is what a partner offers (an action, a
//! LAEP, a relais), a structure who offers it, or a place. Nothing discreet: the schema has no word for it.

mod codes;
mod service;
mod structure;

use std::io::{self, Write};

use super::record::Record;
use super::view::write_list;
use super::{Dataset, Format};
use crate::model::Kind;

pub(super) const FORMAT: Format = Format {
    name: "data-inclusion",
    files: &[
        ("data-inclusion/structures.json", write_structures),
        ("data-inclusion/services.json", write_services),
    ],
    kinds: &[
        Kind::Action,
        Kind::Laep,
        Kind::Ram,
        Kind::Place,
        Kind::Partner,
    ],
    told: &["titre", "resume", "adresse", "gestionnaire"],
    partly: &[
        ("corps", "en texte, 2 000 caractères au plus avec le résumé"),
        ("contact", "un numéro, un courriel, un site"),
        (
            "themes",
            "ceux qui ont un équivalent ; sinon le soutien à la parentalité",
        ),
        (
            "publics",
            "ceux qui ont un équivalent ; tous en mots dans publics_precisions",
        ),
        ("ages", "en mots dans publics_precisions"),
        ("tarif", "gratuit ou payant, et en mots"),
        ("ouvert_a", "en mots dans conditions_acces"),
        ("ouvert_a_precisions", "dans conditions_acces"),
        ("inscription", "les modalités et le lien"),
        ("mode", "sur place ou à distance"),
        ("formats", "atelier ou information"),
        ("lieu", "le premier lieu"),
        ("lieux", "le premier lieu"),
        (
            "geo",
            "sans dire si elle est exacte ; une position estimée est laissée de côté",
        ),
        (
            "horaires",
            "au format d'OpenStreetMap ; rien quand une partie ne s'y dit pas (semaines paires, « le matin »)",
        ),
        (
            "vacances",
            "avec les horaires ; « se renseigner » quand elles diffèrent d'une période à l'autre",
        ),
        ("jours_feries", "avec les horaires"),
        ("fermetures", "avec les horaires, sans leur motif"),
        ("ouvertures", "avec les horaires, sans leur motif"),
        ("territoires", "ceux qui ont un code officiel"),
        ("communes", "comme zone d'éligibilité"),
        ("porteurs", "le premier, ou le chef de file"),
        ("partenaire", "en mots dans la description du lieu"),
        ("verifie", "la date, comme date de mise à jour"),
        ("exemple", "en tête de la description"),
        (
            "type",
            "celui des partenaires : le réseau porteur, quand il a un équivalent ; en mots dans la description",
        ),
    ],
    notes: &[
        "Les fiches discrètes n'y sont pas : rien ne dirait à qui reprend ces données qu'une visite doit laisser peu de traces.",
        "Un lieu dont l'adresse est confidentielle n'y est pas.",
        "Une structure est un partenaire qui porte un service, ou un lieu ; sa date de mise à jour est celle de la dernière vérification de ce qu'elle propose.",
        "Une description de moins de 50 caractères est complétée par l'adresse de la fiche.",
    ],
};

/// The longest description and the shortest, in characters.
const DESCRIPTION: std::ops::RangeInclusive<usize> = 50..=2000;
/// The longest name, in characters.
const NAME: usize = 150;

fn write_structures(dataset: &Dataset<'_>, to: &mut dyn Write) -> io::Result<()> {
    write_list(to, structure::all(dataset, &source(dataset)))?;
    to.write_all(b"\n")
}

fn write_services(dataset: &Dataset<'_>, to: &mut dyn Write) -> io::Result<()> {
    write_list(to, service::all(dataset, &source(dataset)))?;
    to.write_all(b"\n")
}

/// The name of this guide among the sources: its host, without points.
fn source(dataset: &Dataset<'_>) -> String {
    let url = dataset.site.guide.config.base_url();
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.replace(['.', '/', ':'], "-")
}

/// An id that is the guide's own, among those of all sources.
fn id(source: &str, record: &Record<'_>) -> String {
    format!("{source}--{}", record.id)
}

/// A name as the schema wants it: no full stop at its end, 150 characters at most.
fn name(title: &str) -> String {
    cut(title.trim_end_matches(['.', ' ']), NAME)
}

/// The summary and the text, within the bounds of the schema; `facts` is added where they are too short.
fn description(record: &Record<'_>, facts: &str) -> String {
    let example = record.example.then_some("Fiche d'exemple.");
    let parts = [example, record.summary, Some(record.text)];
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let mut said = parts.join("\n\n");
    if said.chars().count() < *DESCRIPTION.start() {
        said = format!("{said}\n\n{facts}\n\nSa fiche : {}", record.url);
    }
    cut(said.trim(), *DESCRIPTION.end())
}

/// The text within a number of characters, cut after a word.
fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    // One character less, for the ellipsis.
    let before = text[..end].char_indices().next_back();
    let kept = before.map_or("", |(at, _)| &text[..at]);
    let word = kept.rfind(char::is_whitespace).unwrap_or(kept.len());
    format!("{}…", kept[..word].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_after_a_word() {
        assert_eq!(cut("un deux trois", 13), "un deux trois");
        assert_eq!(cut("un deux trois", 12), "un deux…");
        assert_eq!(cut("éééééé", 4), "ééé…");
        assert_eq!(name("Un nom."), "Un nom");
    }
}
