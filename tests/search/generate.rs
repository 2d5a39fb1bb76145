//! Documents and questions made from a seed: equal seeds give equal guides.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use ribambelle::search::{
    Attribute, Commune, Document, Facet, Label, Openings, Part, Price, Settings, SynonymGroup,
};
use ribambelle::text::french::{Acronym, Acronyms};
use ribambelle::text::tongue::Tongue;

/// Documents and what goes with them.
pub(crate) struct Guide {
    pub documents: Vec<Document>,
    pub settings: Settings,
}

/// Numbers that look random and are not.
pub(crate) struct Seed(u64);

impl Seed {
    pub(crate) fn new(seed: u64) -> Seed {
        Seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound.max(1)
    }

    pub(crate) fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

pub(crate) const KINDS: [(&str, &str, &[&str]); 4] = [
    (
        "laep",
        "Lieu d'accueil enfants-parents",
        &["LAEP", "lieu d'accueil enfants-parents", "maison verte"],
    ),
    (
        "relais",
        "Relais petite enfance",
        &[
            "RPE",
            "RAM",
            "relais petite enfance",
            "relais assistants maternels",
        ],
    ),
    ("actions", "Action", &["action"]),
    ("partenaires", "Partenaire", &["partenaire", "association"]),
];
pub(crate) const THEMES: [(&str, &str, &[&str]); 10] = [
    (
        "massage-bebe",
        "Massage bébé",
        &["massage bébé", "masser bébé", "toucher-massage"],
    ),
    ("portage", "Portage", &["portage", "écharpe", "porte-bébé"]),
    (
        "allaitement",
        "Allaitement",
        &["allaitement", "allaiter", "donner le sein", "tétée"],
    ),
    (
        "sommeil",
        "Sommeil",
        &["sommeil", "bébé ne dort pas", "faire ses nuits", "dodo"],
    ),
    ("ecrans", "Écrans", &["écrans", "tablette", "jeux vidéo"]),
    (
        "scolarite",
        "Accompagnement à la scolarité",
        &["aide aux devoirs", "soutien scolaire", "CLAS"],
    ),
    (
        "separation",
        "Séparation",
        &["séparation", "divorce", "garde alternée"],
    ),
    (
        "alimentation",
        "Alimentation",
        &["alimentation", "diversification", "biberon"],
    ),
    ("handicap", "Handicap", &["handicap", "enfant différent"]),
    ("lecture", "Lecture", &["lecture", "histoires", "livres"]),
];
const SYLLABLES: [&str; 30] = [
    "ba", "ber", "bru", "cha", "chê", "cour", "dar", "dom", "fon", "gé", "gran", "ha", "la", "lun",
    "mar", "mé", "mon", "mul", "nan", "ny", "per", "pré", "ro", "saint", "sel", "stett", "val",
    "ver", "ville", "vy",
];
const SUBJECTS: [&str; 40] = [
    "parents",
    "enfants",
    "bébé",
    "atelier",
    "accueil",
    "écoute",
    "jeux",
    "éveil",
    "famille",
    "parentalité",
    "rencontre",
    "moment",
    "échange",
    "professionnelles",
    "puéricultrice",
    "poussette",
    "salle",
    "jardin",
    "chansons",
    "comptines",
    "café",
    "goûter",
    "papas",
    "mamans",
    "grands-parents",
    "grossesse",
    "naissance",
    "crèche",
    "école",
    "adolescents",
    "vacances",
    "conseils",
    "inscription",
    "groupe",
    "parole",
    "motricité",
    "peinture",
    "musique",
    "cuisine",
    "respirer",
];
const LINKS: [&str; 24] = [
    "avec",
    "pour",
    "les",
    "des",
    "une",
    "dans",
    "chaque",
    "vous",
    "pouvez",
    "venir",
    "votre",
    "qui",
    "sans",
    "autour",
    "l'",
    "d’",
    "on",
    "partage",
    "joue",
    "découvre",
    "parle",
    "accompagne",
    "propose",
    "et",
];
const AGES: [(i32, i32); 5] = [(0, 1095), (0, 2191), (91, 365), (1095, 4383), (4383, 6574)];

/// A guide of `count` documents of about 230 words.
pub(crate) fn guide(count: usize, seed: u64) -> Guide {
    guide_of(count, 200, seed)
}

/// A guide of `count` documents with so many words each in the body.
pub(crate) fn guide_of(count: usize, words: usize, seed: u64) -> Guide {
    let mut seed = Seed::new(seed);
    let communes = communes(&mut seed, (count / 25).clamp(3, 400));
    let documents = (0..count)
        .map(|number| document(&mut seed, number, words, &communes))
        .collect();
    Guide {
        documents,
        settings: settings(communes),
    }
}

/// The settings that go with some communes.
pub(crate) fn settings(communes: Vec<Commune>) -> Settings {
    let group = |facet: Facet, (code, label, phrases): &(&str, &str, &[&str])| SynonymGroup {
        phrases: phrases.iter().map(|phrase| (*phrase).to_owned()).collect(),
        attribute: Some(Attribute::new(facet, *code)),
        label: (*label).to_owned(),
        within: None,
        generic: false,
    };
    let loose = |phrases: &[&str]| SynonymGroup {
        phrases: phrases.iter().map(|phrase| (*phrase).to_owned()).collect(),
        attribute: None,
        label: String::new(),
        within: None,
        generic: false,
    };
    let mut synonyms: Vec<_> = KINDS.iter().map(|kind| group(Facet::Kind, kind)).collect();
    synonyms.extend(THEMES.iter().map(|theme| group(Facet::Theme, theme)));
    synonyms.push(group(
        Facet::Access,
        &(
            "fauteuil",
            "Fauteuil roulant",
            &["fauteuil", "handicapé", "PMR"],
        ),
    ));
    synonyms.push(loose(&[
        "nounou",
        "assmat",
        "ass mat",
        "assistante maternelle",
    ]));
    synonyms.push(loose(&[
        "CAF",
        "allocations familiales",
        "caisse d'allocations familiales",
    ]));
    let acronyms = [
        ("CAF", false),
        ("RAM", false),
        ("RPE", false),
        ("LAEP", false),
        ("CLAS", true),
        ("PRE", true),
        ("PMR", false),
    ];
    Settings {
        tongue: Tongue::French,
        synonyms,
        acronyms: Acronyms::new(acronyms.map(|(letters, word)| Acronym {
            letters: letters.to_owned(),
            word,
        })),
        communes,
        today: date(2025, 11, 3),
        labels: BTreeMap::new(),
        fresh_since: date(2025, 6, 1),
    }
}

fn communes(seed: &mut Seed, count: usize) -> Vec<Commune> {
    let departments = [
        ("67", "Bas-Rhin", 48.7, 7.6),
        ("54", "Meurthe-et-Moselle", 48.6, 6.3),
        ("69", "Rhône", 45.8, 4.7),
    ];
    (0..count)
        .map(|number| {
            let (code, name, north, east) = departments[number % 3];
            let syllables = 2 + seed.below(3);
            let word: String = (0..syllables).map(|_| seed.pick(&SYLLABLES)).collect();
            let title = word[..1].to_uppercase() + &word[1..];
            Commune {
                insee: format!("{code}{number:03}"),
                name: if seed.below(6) == 0 {
                    format!("Saint-{title}-sur-Ill")
                } else {
                    title
                },
                postal_codes: vec![format!("{code}{:03}", seed.below(40) * 10)],
                department: code.to_owned(),
                department_name: name.to_owned(),
                centre: (seed.below(12) != 0).then(|| {
                    (
                        north + seed.below(100) as f64 / 150.0,
                        east + seed.below(100) as f64 / 100.0,
                    )
                }),
            }
        })
        .collect()
}

fn document(seed: &mut Seed, number: usize, words: usize, communes: &[Commune]) -> Document {
    let (kind, kind_label, _) = KINDS[seed.below(KINDS.len())];
    let (theme, theme_label, phrases) = THEMES[seed.below(THEMES.len())];
    let commune = &communes[seed.below(communes.len())];
    let label = |code: &str, text: &str| Label {
        code: code.to_owned(),
        text: text.to_owned(),
    };
    let mut openings = Openings::default();
    openings.holidays = seed.below(4) == 0;
    for _ in 0..seed.below(3) {
        openings.add(1 + seed.below(7) as u8, Part::ALL[seed.below(3)]);
    }
    let body = text(seed, words, phrases);
    let summary = text(seed, 24, &[theme_label]);
    Document {
        id: format!("{kind}/fiche-{number}"),
        url: if seed.below(9) == 0 {
            format!("/ailleurs/{number}/")
        } else {
            format!("/{kind}/fiche-{number}/")
        },
        title: format!("{} {}", theme_label, text(seed, 3, &[])),
        kind: label(kind, kind_label),
        venue: format!("Maison {}", seed.pick(&SUBJECTS)),
        commune: (seed.below(10) != 0).then(|| commune.insee.clone()),
        serves: if seed.below(5) == 0 {
            vec![communes[seed.below(communes.len())].insee.clone()]
        } else {
            vec![]
        },
        department: (seed.below(2) == 0).then(|| commune.department.clone()),
        themes: if seed.below(5) == 0 {
            vec![]
        } else {
            vec![label(theme, theme_label)]
        },
        formats: if seed.below(3) == 0 {
            vec![label("atelier", "Atelier")]
        } else {
            vec![]
        },
        access: if seed.below(3) == 0 {
            vec![label("fauteuil", "Accessible en fauteuil")]
        } else {
            vec![]
        },
        languages: if seed.below(12) == 0 {
            vec![label("ar", "arabe")]
        } else {
            vec![]
        },
        ages: (seed.below(4) != 0).then(|| AGES[seed.below(AGES.len())]),
        openings,
        price: [
            None,
            Some(Price::Free),
            Some(Price::Reduced),
            Some(Price::Paid),
        ][seed.below(4)],
        structures: vec![format!("Association {} CAF", seed.pick(&SUBJECTS))],
        summary,
        body: body.into(),
        facts: vec![label("euro", "Gratuit")],
        example: seed.below(20) == 0,
        verified: (seed.below(8) != 0)
            .then(|| date(2024 + seed.below(3) as i16, 1 + seed.below(12) as i8, 1)),
        next: next(seed),
        discreet: seed.below(30) == 0,
        language: (seed.below(40) == 0).then(|| "de".to_owned()),
        ..Document::default()
    }
}

/// Some days from the day of the index on, none, or more than are told.
fn next(seed: &mut Seed) -> Vec<Date> {
    let first = date(2025, 11, 3) + (seed.below(20) as i64).days();
    let count = [0, 1, 3, 15][seed.below(4)];
    (0..count)
        .map(|week| first + (7 * week as i64).days())
        .collect()
}

/// Sentences of about `count` words, a tenth of them rare, some phrase of `phrases` among them.
fn text(seed: &mut Seed, count: usize, phrases: &[&str]) -> String {
    let mut text = String::new();
    for at in 0..count {
        match seed.below(20) {
            0..9 => text.push_str(seed.pick(&LINKS)),
            9..16 => text.push_str(seed.pick(&SUBJECTS)),
            16 if !phrases.is_empty() => text.push_str(seed.pick(phrases)),
            16..18 => text.push_str(&rare(seed)),
            18 => text.push_str(seed.pick(&[
                "CAF",
                "la Caf",
                "café",
                "pré",
                "PRE",
                "nounou",
                "samedi matin",
                "gratuit",
            ])),
            _ => text.push_str(seed.pick(&[
                "parent",
                "enfant",
                "ateliers",
                "jouer",
                "accueillir",
                "accueillent",
            ])),
        }
        text.push_str(if at % 12 == 11 { ". " } else { " " });
    }
    text.trim_end().to_owned()
}

fn rare(seed: &mut Seed) -> String {
    let syllables = 2 + seed.below(2);
    let word: String = (0..syllables).map(|_| seed.pick(&SYLLABLES)).collect();
    word + seed.pick(&["", "s", "e", "er", "ement", "ation", "ité"])
}
