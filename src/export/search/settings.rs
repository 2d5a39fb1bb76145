//! What an index is made with beside the documents: synonyms, acronyms, communes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;

use crate::check::Guide;
use crate::geo::communes;
use crate::model::vocabulary::{Translated, builtin_acronyms};
use crate::search::{Attribute, BANDS, Commune, Facet, Price, Settings, SynonymGroup};
use crate::site::{Language, Site};
use crate::text::french::{Acronym, Acronyms};
use crate::text::tongue::Tongue;

pub(super) fn settings(site: &Site, language: usize) -> Settings {
    let guide = &site.guide;
    let months = i32::try_from(guide.config.freshness()).unwrap_or(12);
    Settings {
        tongue: Tongue::of(&site.languages[language].code),
        synonyms: synonyms(guide, &site.languages, language),
        acronyms: Acronyms::new(
            builtin_acronyms()
                .into_iter()
                .map(|(letters, acronym)| Acronym {
                    letters,
                    word: acronym.word,
                }),
        ),
        communes: known_communes(guide),
        today: guide.today,
        labels: own_labels(site, language),
        fresh_since: guide
            .today
            .checked_sub(months.months())
            .unwrap_or(guide.today),
    }
}

/// The lists whose codes are attributes, and the acronyms' own.
const LISTS: &[(&str, Facet)] = &[
    ("kinds", Facet::Kind),
    ("themes", Facet::Theme),
    ("publics", Facet::Audience),
    ("formats", Facet::Format),
    ("lieux_type", Facet::PlaceType),
    ("accessibilite", Facet::Access),
    ("langues", Facet::Language),
];

/// What parents read of days, prices and bands of ages, which no document names.
fn own_labels(site: &Site, language: usize) -> BTreeMap<String, String> {
    let strings = site.theme.strings(language);
    let own = |facet, code: &str, key: String| {
        let name = Attribute::new(facet, code).name();
        Some((name, strings.find(&key)?.to_owned()))
    };
    let bands = BANDS
        .iter()
        .filter_map(|band| own(Facet::Band, band.code, format!("age.{}", band.code)));
    let prices = Price::ALL.iter().filter_map(|price| {
        let code = price.code();
        own(Facet::Price, code, format!("search.price.{code}"))
    });
    let days = (1..=7).filter_map(|day: u8| {
        let (name, label) = own(Facet::Day, &day.to_string(), format!("day.{day}"))?;
        let mut letters = label.chars();
        let first = letters.next()?.to_uppercase();
        Some((name, first.chain(letters).collect()))
    });
    bands.chain(prices).chain(days).collect()
}

/// What much of a guide is: said beside a subject, it counts little.
const GENERIC: &[(&str, &str)] = &[
    ("kinds", "actions"),
    ("kinds", "lieux"),
    ("kinds", "partenaires"),
    ("kinds", "territoires"),
    ("kinds", "conventions"),
    ("kinds", "plans"),
    ("kinds", "pages"),
    ("publics", "tous-parents"),
    ("publics", "familles"),
    ("publics", "enfants"),
    ("publics", "bebes"),
    ("lieux_type", "autre"),
    ("lieux_type", "association"),
    ("formats", "accueil-libre"),
];

/// Groups of words that mean the same: codes with what parents type for them, and acronyms with their words.
///
/// What is said in French is known in every language of the site, and in French what is shown in the others; what is
/// typed in them is known to their own index alone.
fn synonyms(guide: &Guide, languages: &[Language], language: usize) -> Vec<SynonymGroup> {
    let own = &*languages[language].code;
    let others = match language {
        0 => &languages[1..],
        _ => &languages[language..=language],
    };
    let mut groups = Vec::new();
    for (list, facet) in LISTS {
        for (code, entry) in guide
            .vocabulary
            .list(list)
            .into_iter()
            .flat_map(|list| list.iter())
        {
            let bare = entry.label.split('(').next().unwrap_or(&entry.label);
            let mut phrases = vec![entry.label.clone(), bare.trim().to_owned()];
            phrases.extend(entry.plural.clone());
            phrases.extend(entry.synonyms.iter().cloned());
            for other in others {
                let translated = entry.translations.get(&*other.code);
                phrases.extend(translated.into_iter().flat_map(shown));
                if language > 0 {
                    phrases.extend(translated.into_iter().flat_map(|all| all.synonyms.clone()));
                }
            }
            if *list == "themes" {
                phrases.extend(parts(&entry.label));
                phrases.push(code.replace('-', " "));
            }
            let label = entry.label(own).to_owned();
            if *list == "themes" && language > 0 {
                phrases.extend(parts(&label));
            }
            groups.push(SynonymGroup {
                phrases,
                attribute: Some(Attribute::new(*facet, code)),
                within: entry
                    .parent
                    .as_deref()
                    .map(|parent| Attribute::new(*facet, parent)),
                label,
                generic: GENERIC.contains(&(*list, code)),
            });
        }
    }
    for (letters, acronym) in builtin_acronyms() {
        let phrases = [letters.clone(), acronym.label.clone()]
            .into_iter()
            .chain(acronym.replaced_by)
            .collect();
        groups.push(SynonymGroup {
            phrases,
            attribute: None,
            within: None,
            label: acronym.label,
            generic: false,
        });
    }
    groups
}

/// What parents read of a code in another language.
fn shown(translated: &Translated) -> impl Iterator<Item = String> {
    translated.label.iter().chain(&translated.plural).cloned()
}

/// What a label names one after the other: « Autorité et limites », « Couches, lait, vêtements », « Spiele und
/// Ludotheken ».
fn parts(label: &str) -> impl Iterator<Item = String> {
    label
        .split([',', '،', '(', ')'])
        .flat_map(|part| part.split(" et "))
        .flat_map(|part| part.split(" und "))
        .flat_map(|part| part.split(" and "))
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
}

/// Every commune of the départements in which the guide has something.
fn known_communes(guide: &Guide) -> Vec<Commune> {
    let departments: BTreeSet<_> = guide
        .entries()
        .iter()
        .flat_map(|entry| entry.locations.iter())
        .filter_map(|location| location.commune)
        .map(|commune| commune.department())
        .collect();
    let all = communes()
        .iter()
        .filter(|commune| departments.contains(&commune.department()));
    let rows: BTreeMap<_, _> = all.map(|commune| (commune.insee(), commune)).collect();
    rows.into_values()
        .map(|commune| Commune {
            insee: commune.insee().to_string(),
            name: commune.name().to_owned(),
            postal_codes: commune
                .postal_codes()
                .iter()
                .map(|code| code.to_string())
                .collect(),
            department: commune.department().as_str().to_owned(),
            department_name: commune.department().name().to_owned(),
            centre: Some((commune.point().lat(), commune.point().lon())),
        })
        .collect()
}
