//! `guide.csv`: a line for each public record, for spreadsheets (RFC 4180, UTF-8 without a byte order mark).
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it.

use std::io::{self, Write};

use super::record::Record;
use super::{Dataset, Format};
use crate::model::Kind;

pub(super) const FORMAT: Format = Format {
    name: "guide.csv",
    files: &[("guide.csv", write_table)],
    kinds: Kind::ALL,
    told: &[
        "titre",
        "nom",
        "sigle",
        "resume",
        "exemple",
        "discret",
        "type",
        "niveau",
        "insee",
        "siren",
        "formats",
        "themes",
        "publics",
        "grossesse",
        "ouvert_a",
        "accueil",
        "langues",
        "mode",
        "adresse_confidentielle",
        "premiere_visite",
        "a_apporter",
        "gestionnaire",
        "partenaire",
        "territoires",
        "territoire",
        "communes",
    ],
    partly: &[
        ("verifie", "la date seule"),
        ("ages", "en mots"),
        ("tarif", "en mots"),
        ("inscription", "le type et les modalités"),
        ("contact", "le premier numéro, le courriel et le site"),
        ("etat", "le type et le motif"),
        ("lieu", "le premier lieu ; des autres, la commune seule"),
        ("lieux", "le premier lieu ; des autres, la commune seule"),
        ("adresse", "la première ; des autres, la commune seule"),
        ("geo", "celle du premier lieu"),
        ("horaires", "en mots"),
        ("vacances", "en mots"),
        ("fermetures", "en mots"),
        ("ouvertures", "en mots"),
        ("jours_feries", "en mots"),
        ("seances", "en mots"),
        ("permanences", "en mots"),
        ("ateliers", "en mots"),
        ("etapes", "en mots"),
        ("accessibilite", "les faits du quotidien"),
        ("porteurs", "sans leur rôle"),
    ],
    notes: &[
        "Un texte qui commence par = + - @ (ou une tabulation) est précédé d'une apostrophe, pour qu'aucun tableur ne le lise comme une formule.",
        "Plusieurs valeurs dans une case sont séparées par « | ».",
        "Les codes sont remplacés par leurs libellés ; guide.json a les codes.",
    ],
};

/// What stands between several values of a cell.
const BETWEEN: &str = " | ";

/// Makes the cell of a column for a record.
type Column = fn(&Dataset<'_>, &Record<'_>) -> Cell;

/// The columns, in order.
const COLUMNS: &[(&str, Column)] = &[
    ("id", |_, it| text(&it.id)),
    ("type", |all, it| text(all.label("kinds", it.kind))),
    ("titre", |_, it| text(it.title)),
    ("sigle", |_, it| maybe(it.acronym)),
    ("resume", |_, it| maybe(it.summary)),
    ("url", |_, it| text(&it.url)),
    ("exemple", |_, it| flag(it.example)),
    ("discret", |_, it| flag(it.discreet)),
    ("nature", nature),
    ("formats", |all, it| labels(all, "formats", &it.formats)),
    ("themes", |all, it| labels(all, "themes", &it.themes)),
    ("publics", |all, it| labels(all, "publics", &it.audiences)),
    ("ages", |_, it| text(&ages(it))),
    ("grossesse", |_, it| flag(it.pregnancy)),
    ("ouvert_a", |all, it| labels(all, "ouvert_a", &it.open_to)),
    ("accueil", |all, it| labels(all, "accueil", &it.welcome)),
    ("langues", |all, it| labels(all, "langues", &it.languages)),
    ("tarif", |_, it| {
        maybe(it.price.as_ref().map(|price| &*price.words))
    }),
    ("inscription", registration),
    ("mode", |all, it| labels(all, "mode", it.mode.as_slice())),
    ("etat", state),
    ("adresse_confidentielle", |_, it| flag(it.confidential)),
    ("lieu", |_, it| {
        maybe(it.places.first().and_then(|at| at.name))
    }),
    ("voie", |_, it| {
        maybe(it.places.first().and_then(|at| at.street))
    }),
    ("complement", |_, it| {
        maybe(it.places.first().and_then(|at| at.complement))
    }),
    ("code_postal", |_, it| {
        maybe(it.places.first().and_then(|at| at.postal_code))
    }),
    ("commune", |_, it| {
        maybe(it.places.first().and_then(|at| at.commune))
    }),
    ("insee", |_, it| {
        let first = it.places.first().and_then(|at| at.insee.as_deref());
        maybe(first.or(it.insee))
    }),
    ("siren", |_, it| maybe(it.siren)),
    ("latitude", |_, it| {
        number(it.places.first().and_then(|at| at.lat))
    }),
    ("longitude", |_, it| {
        number(it.places.first().and_then(|at| at.lon))
    }),
    ("position", |_, it| {
        maybe(it.places.first().and_then(|at| at.precision))
    }),
    ("autres_communes", |_, it| {
        let others = it.places.iter().skip(1);
        joined(others.filter_map(|at| at.commune))
    }),
    ("telephone", |_, it| {
        let contact = it.contact.as_ref();
        text(
            &contact
                .and_then(|to| to.first_phone())
                .map(national)
                .unwrap_or_default(),
        )
    }),
    ("courriel", |_, it| {
        maybe(it.contact.as_ref().and_then(|to| to.email))
    }),
    ("site", |_, it| {
        let contact = it.contact.as_ref();
        maybe(contact.and_then(|to| to.site.or(to.link)))
    }),
    ("horaires", |_, it| {
        joined(it.hours_words.iter().map(|said| &**said))
    }),
    ("seances", |_, it| {
        joined(it.sessions_words.iter().map(|said| &**said))
    }),
    ("accessibilite", |all, it| {
        let facts = it.access.iter().flat_map(|access| &access.facts);
        let said: Vec<String> = facts
            .map(|(key, fact)| {
                let label = all.label("accessibilite", key);
                format!("{label} : {}", all.label("trois_valeurs", fact))
            })
            .collect();
        joined(said.iter().map(|said| &**said))
    }),
    ("premiere_visite", |_, it| maybe(it.first_visit)),
    ("a_apporter", |_, it| joined(it.bring.iter().copied())),
    ("gestionnaire", |all, it| {
        joined(it.manager.into_iter().filter_map(|id| all.title(id)))
    }),
    ("porteurs", |all, it| {
        joined(it.holders.iter().filter_map(|id| all.title(id)))
    }),
    ("territoires", |all, it| {
        joined(it.territories.iter().filter_map(|id| all.title(id)))
    }),
    ("communes", |_, it| joined(it.communes.iter().copied())),
    ("verifie_le", |_, it| {
        maybe(it.verified.as_ref().map(|verified| &*verified.on))
    }),
    ("a_confirmer", |_, it| flag(it.stale)),
];

/// What a cell holds.
enum Cell {
    /// A text, which may be anything.
    Text(String),
    /// What we wrote ourselves: it can be no formula, even with a minus before it.
    Plain(String),
}

fn write_table(dataset: &Dataset<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut out = String::new();
    let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    out.push_str(&names.join(","));
    out.push_str("\r\n");
    for record in &dataset.records {
        to.write_all(out.as_bytes())?;
        out.clear();
        for (index, (_, cell)) in COLUMNS.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            match cell(dataset, record) {
                Cell::Text(text) => write(&mut out, text.trim()),
                Cell::Plain(plain) => out.push_str(&plain),
            }
        }
        out.push_str("\r\n");
    }
    to.write_all(out.as_bytes())
}

/// Writes a cell that no spreadsheet takes for a formula, in quotes where it needs them.
fn write(out: &mut String, text: &str) {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let mark = if is_formula { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) {
        out.push('"');
        out.push_str(mark);
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(mark);
        out.push_str(text);
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn maybe(text: Option<&str>) -> Cell {
    Cell::Text(text.unwrap_or_default().to_owned())
}

fn flag(is_so: bool) -> Cell {
    Cell::Plain(if is_so { "oui" } else { "" }.to_owned())
}

fn number(number: Option<f64>) -> Cell {
    Cell::Plain(number.map(|number| number.to_string()).unwrap_or_default())
}

fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> Cell {
    let texts: Vec<&str> = texts.collect();
    Cell::Text(texts.join(BETWEEN))
}

fn labels(dataset: &Dataset<'_>, list: &str, codes: &[&str]) -> Cell {
    Cell::Text(dataset.labels(list, codes, BETWEEN))
}

/// The type of a place or partner, the level of a territory.
fn nature(all: &Dataset<'_>, it: &Record<'_>) -> Cell {
    let natures = [
        ("lieux_type", it.place_type),
        ("partenaires_type", it.partner_type),
        ("territoires_niveau", it.level),
    ];
    let said = natures
        .into_iter()
        .find_map(|(list, code)| Some(all.label(list, code?)));
    maybe(said)
}

fn registration(all: &Dataset<'_>, it: &Record<'_>) -> Cell {
    let registration = it.registration.as_ref();
    let kind = registration.and_then(|it| it.kind);
    let kind = kind.map(|kind| all.label("inscription", kind));
    let how = registration.and_then(|it| it.how);
    joined([kind, how].into_iter().flatten())
}

fn state(all: &Dataset<'_>, it: &Record<'_>) -> Cell {
    let state = it.state.as_ref();
    let kind = state.map(|state| all.label("etat_type", state.kind));
    let reason = state.and_then(|state| state.reason);
    joined([kind, reason].into_iter().flatten())
}

/// « de 10 semaines à 4 ans ».
pub(super) fn ages(record: &Record<'_>) -> String {
    let said = record.ages.iter().map(|ages| match (ages.from, ages.to) {
        (Some(from), Some(to)) => format!("de {from} à {to}"),
        (Some(from), None) => format!("dès {from}"),
        (None, Some(to)) => format!("jusqu'à {to}"),
        (None, None) => String::new(),
    });
    let said: Vec<String> = said.filter(|said| !said.is_empty()).collect();
    said.join(BETWEEN).replace('\u{a0}', " ")
}

/// A French number as one dials it in France: a spreadsheet takes a leading `+` for a formula.
fn national(number: &str) -> String {
    match number.strip_prefix("+33") {
        Some(rest) if rest.len() == 9 && rest.is_ascii() => {
            let digits = format!("0{rest}");
            let pairs: Vec<&str> = (0..5).map(|pair| &digits[pair * 2..pair * 2 + 2]).collect();
            pairs.join(" ")
        }
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_a_text() {
        let cell = |text: &str| {
            let mut out = String::new();
            write(&mut out, text);
            out
        };
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2 ans", "'-2 ans"),
            ("＝1", "'＝1"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
            ("a\nb", "\"a\nb\""),
            ("d'ici", "d'ici"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
        assert_eq!(national("+33388123456"), "03 88 12 34 56");
        assert_eq!(national("3919"), "3919");
    }
}
