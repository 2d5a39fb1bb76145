//! Cases in plain text: documents, questions, and the ids that are expected.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::date;
use ribambelle::search::{
    Attribute, Commune, Document, Facet, Label, Openings, Options, Part, Price, Settings,
};
use ribambelle::search::{SynonymGroup, Understood};
use ribambelle::text::french::{Acronym, Acronyms};
use ribambelle::text::tongue::Tongue;
use serde::Deserialize;

/// One file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    #[serde(skip)]
    pub name: String,
    #[serde(default)]
    communes: Vec<Town>,
    #[serde(default)]
    synonymes: Vec<Group>,
    #[serde(default)]
    sigles: Vec<String>,
    documents: Vec<Record>,
    pub questions: Vec<Asked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Town {
    nom: String,
    insee: String,
    code_postal: String,
    departement: String,
    position: Option<(f64, f64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    mots: Vec<String>,
    #[serde(default)]
    designe: Option<String>,
    #[serde(default)]
    libelle: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: String,
    titre: String,
    #[serde(default)]
    resume: String,
    #[serde(default)]
    texte: String,
    #[serde(default)]
    commune: Option<String>,
    #[serde(default)]
    dessert: Vec<String>,
    #[serde(default)]
    departement: Option<String>,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default)]
    ages_jours: Option<(i32, i32)>,
    /// « samedi matin »: a number of the day and a part of it.
    #[serde(default)]
    ouvert: Vec<(u8, String)>,
    #[serde(default)]
    gratuit: bool,
    #[serde(default)]
    discret: bool,
    #[serde(default)]
    verifie: Option<String>,
}

/// One question and what is expected.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    pub question: String,
    /// The ids expected first, in this order.
    #[serde(default)]
    dabord: Vec<String>,
    /// The ids expected first, in any order.
    #[serde(default)]
    parmi: Vec<String>,
    /// Ids that must not be given.
    #[serde(default)]
    jamais: Vec<String>,
    /// Whether nothing else may follow.
    #[serde(default)]
    seulement: bool,
    /// Attributes that must be understood, in this order.
    #[serde(default)]
    compris: Option<Vec<String>>,
    /// Attributes that must not be understood.
    #[serde(default)]
    sans: Vec<String>,
}

/// All cases of `tests/search/*.yml`, by name.
pub(crate) fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let files = std::fs::read_dir(folder).expect("the folder of cases");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yml"));
    paths.sort();
    assert!(!paths.is_empty());
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("a case");
        let case: Case = serde_yaml::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Case {
            name: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            ..case
        }
    };
    paths.iter().map(read).collect()
}

impl Case {
    pub(crate) fn documents(&self) -> Vec<Document> {
        self.documents.iter().map(Record::document).collect()
    }

    pub(crate) fn settings(&self) -> Settings {
        let synonyms = self.synonymes.iter().map(|group| SynonymGroup {
            phrases: group.mots.clone(),
            attribute: group.designe.as_deref().map(attribute),
            label: group.libelle.clone(),
            within: None,
            generic: false,
        });
        let acronyms = self.sigles.iter().map(|sigle| Acronym {
            letters: sigle.trim_end_matches('*').to_owned(),
            word: sigle.ends_with('*'),
        });
        let communes = self.communes.iter().map(|town| Commune {
            insee: town.insee.clone(),
            name: town.nom.clone(),
            postal_codes: vec![town.code_postal.clone()],
            department: town.insee[..2].to_owned(),
            department_name: town.departement.clone(),
            centre: town.position,
        });
        Settings {
            tongue: Tongue::French,
            synonyms: synonyms.collect(),
            acronyms: Acronyms::new(acronyms),
            communes: communes.collect(),
            today: date(2025, 11, 3),
            labels: BTreeMap::new(),
            fresh_since: date(2025, 6, 1),
        }
    }
}

impl Asked {
    pub(crate) fn options(&self) -> Options {
        Options {
            without: self.sans.clone(),
            ..Options::default()
        }
    }

    /// What is wrong with an answer.
    pub(crate) fn fault(
        &self,
        case: &str,
        given: &[String],
        understood: &[Understood],
    ) -> Option<String> {
        let begins = given.len() >= self.dabord.len() && given[..self.dabord.len()] == self.dabord;
        let mut first: Vec<&String> = given.iter().take(self.parmi.len()).collect();
        let mut among: Vec<&String> = self.parmi.iter().collect();
        first.sort();
        among.sort();
        let ends = !self.seulement || given.len() == self.dabord.len();
        let avoids = self.jamais.iter().all(|id| !given.contains(id));
        let attributes: Vec<&str> = understood
            .iter()
            .map(|one| one.attribute.as_str())
            .collect();
        let reads = self
            .compris
            .as_ref()
            .is_none_or(|expected| *expected == attributes);
        let is_right = begins && first == among && ends && avoids && reads;
        (!is_right).then(|| {
            format!(
                "{case}: « {} » gives {given:?}, understood {attributes:?}",
                self.question
            )
        })
    }
}

fn attribute(name: &str) -> Attribute {
    let facets = [
        Facet::Kind,
        Facet::Theme,
        Facet::Access,
        Facet::Language,
        Facet::Audience,
        Facet::Format,
        Facet::Price,
    ];
    let (letter, code) = name
        .split_once(':')
        .expect("an attribute is written k:code");
    let facet = facets
        .into_iter()
        .find(|facet| facet.letter().to_string() == letter)
        .expect("a facet's letter");
    Attribute::new(facet, code)
}

impl Record {
    fn document(&self) -> Document {
        let (kind, _) = self.id.split_once('/').unwrap_or(("pages", ""));
        let mut openings = Openings::default();
        for (day, part) in &self.ouvert {
            let part = Part::ALL
                .into_iter()
                .find(|one| one.code() == part)
                .expect("matin, apres-midi or soir");
            openings.add(*day, part);
        }
        let label = |code: &String| Label {
            code: code.clone(),
            text: code.replace('-', " "),
        };
        Document {
            id: self.id.clone(),
            url: format!("/{}/", self.id),
            title: self.titre.clone(),
            kind: Label {
                code: kind.to_owned(),
                text: kind.to_owned(),
            },
            summary: self.resume.clone(),
            body: self.texte.as_str().into(),
            commune: self.commune.clone(),
            serves: self.dessert.clone(),
            department: self.departement.clone(),
            themes: self.themes.iter().map(label).collect(),
            discreet: self.discret,
            ages: self.ages_jours,
            openings,
            price: self.gratuit.then_some(Price::Free),
            verified: self
                .verifie
                .as_deref()
                .map(|date| date.parse().expect("a date")),
            ..Document::default()
        }
    }
}
