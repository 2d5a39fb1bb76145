//! `agenda.ics`: the calendar of all, which stands at the site's root; here is only said what it can't say.

use super::Format;
use crate::model::Kind;

pub(super) const FORMAT: Format = Format {
    name: "agenda.ics",
    files: &[],
    kinds: &[Kind::Action, Kind::Laep, Kind::Ram, Kind::Place],
    told: &[
        "titre",
        "resume",
        "seances",
        "horaires",
        "ateliers",
        "permanences",
    ],
    partly: &[
        ("adresse", "sans complément ni accès"),
        ("contact", "le premier numéro"),
        ("etapes", "leurs dates et leurs lieux"),
        ("etat", "le titre seul"),
        ("formats", "le premier"),
        ("geo", "une position sûre seulement"),
        ("lieu", "son nom et son adresse"),
        ("lieux", "leurs noms et leurs adresses"),
        ("type", "son libellé"),
        ("verifie", "la date seule (DTSTAMP)"),
    ],
    notes: &[
        "Une date y est aussi loin qu'elle est connue : 70 jours d'horaires, 140 pour un LAEP, un an de séances.",
        "Les heures où un lieu est simplement ouvert ne sont que dans le calendrier de sa fiche.",
        "Une fiche discrète n'y est pas ; d'une adresse confidentielle, rien.",
    ],
};
