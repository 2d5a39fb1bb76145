//! What search knows of a record.

use super::facts::{ages, department, next_dates, openings, price, structures, with_ancestors};
use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::Entry;
use crate::load::Record;
use crate::model::common::Translation;
use crate::model::directory::Directory;
use crate::model::values::Term as _;
use crate::model::{Data, Kind};
use crate::search::{Document, Label};
use crate::site::Site;
use crate::text::french::words;
use crate::text::typography::typeset;

/// What search knows of every record that takes part.
pub fn documents(site: &Site, language: usize) -> Vec<Document> {
    let entries = (0..site.guide.entries().len()).into_par_iter();
    entries
        .filter_map(|number| searched(site, number, language))
        .collect()
}

/// What search knows of a record, where it takes part.
pub(super) fn searched(site: &Site, number: usize, language: usize) -> Option<Document> {
    let entry = &site.guide.entries()[number];
    let url = site.address(number)?;
    let takes_part = entry.takes_part() && is_searched(entry.record.kind);
    takes_part.then(|| document(site, number, url, language))
}

/// Whether records of a kind are what parents search.
fn is_searched(kind: Kind) -> bool {
    kind.is_directory() || matches!(kind, Kind::Article | Kind::Partner)
}

fn document(site: &Site, number: usize, url: &str, language: usize) -> Document {
    let guide = &site.guide;
    let entry = &guide.entries()[number];
    let record = &entry.record;
    let tongue = &*site.languages[language].code;
    let vocabulary = &guide.vocabulary;
    let label = |list: &str, code: &str| Label {
        code: code.to_owned(),
        text: typeset(vocabulary.label(list, code, tongue)).into_owned(),
    };
    let kind = vocabulary.entry("kinds", record.kind.folder());
    let translations = record.data.common().translations.as_ref();
    let shown = translations
        .filter(|_| language > 0)
        .and_then(|all| all.get(tongue));
    let own = record.data.title();
    let title = shown
        .and_then(|texts| texts.title.as_deref().or(texts.name.as_deref()))
        .unwrap_or(own);
    let summary = shown
        .and_then(|texts| texts.summary.as_deref())
        .or(record.data.summary())
        .unwrap_or_default();
    let mut document = Document {
        id: record.id(),
        url: url.to_owned(),
        title: typeset(title).into_owned(),
        kind: Label {
            code: record.kind.folder().to_owned(),
            text: kind
                .map_or(record.kind.folder(), |kind| match &kind.short {
                    Some(short) if language == 0 => short,
                    _ => kind.label(tongue),
                })
                .to_owned(),
        },
        summary: typeset(summary).into_owned(),
        // What is not translated is shown in its own language, and told to be.
        language: (language > 0 && shown.is_none()).then(|| site.languages[0].code.to_string()),
        body: Arc::clone(&record.body.text),
        structures: structures(guide, entry),
        verified: record
            .data
            .common()
            .verified
            .as_ref()
            .map(|verified| verified.day()),
        discreet: entry.standing.discreet,
        example: entry.standing.example,
        facts: crate::render::card_facts(site, number, language),
        ..Document::default()
    };
    let (themes, audiences): (Vec<&str>, Vec<&str>) = match &record.data {
        Data::Article(article) => (
            article.themes.iter().map(|theme| theme.code()).collect(),
            article
                .audiences
                .iter()
                .map(|audience| audience.code())
                .collect(),
        ),
        data => data.directory().map_or_else(Default::default, |directory| {
            (
                directory.themes.iter().map(|theme| theme.code()).collect(),
                directory
                    .audiences
                    .iter()
                    .map(|audience| audience.code())
                    .collect(),
            )
        }),
    };
    document.themes = with_ancestors(guide, &themes)
        .into_iter()
        .map(|code| label("themes", code))
        .collect();
    document.audiences = audiences
        .iter()
        .map(|code| label("publics", code))
        .collect();
    let words: Vec<&Vec<Box<str>>> = match &record.data {
        Data::Article(article) => vec![&article.keywords, &article.synonyms],
        Data::Partner(partner) => {
            vec![&partner.keywords, &partner.synonyms, &partner.former_titles]
        }
        data => data.directory().map_or_else(Vec::new, |directory| {
            vec![&directory.keywords, &directory.synonyms]
        }),
    };
    document.keywords = words
        .into_iter()
        .flatten()
        .map(|word| word.to_string())
        .collect();
    let others = site.languages[1..].iter();
    let translated: Vec<&Translation> = others
        .filter_map(|other| translations?.get(&other.code))
        .collect();
    match shown {
        Some(shown) => document.body = translated_body(record, shown).into(),
        None if language == 0 && !translated.is_empty() => {
            document.body = with_translations(&document, &translated).into();
        }
        None => {}
    }
    if let Data::Partner(partner) = &record.data {
        document
            .keywords
            .extend(partner.acronym.iter().map(|acronym| acronym.to_string()));
    }
    if let Some(directory) = entry.directory() {
        directory_facts(site, entry, directory, &mut document, &label);
    }
    document
}

/// The body of what is shown in another language: its translation, then the words of the original, which names places
/// and people, and is found by who knows them in French.
fn translated_body(record: &Record, shown: &Translation) -> String {
    let own = shown.body.as_ref().map(|body| &*body.0.text);
    let original = [
        record.data.title(),
        record.data.summary().unwrap_or_default(),
    ];
    let texts = own.into_iter().chain(original).chain([&*record.body.text]);
    texts.collect::<Vec<_>>().join("\n")
}

/// The body with the words of translations, which are found as well. Names and numbers that it holds already are not
/// said again: they would weigh more than in records that nobody translated.
fn with_translations(document: &Document, translations: &[&Translation]) -> String {
    let mut known = BTreeSet::new();
    for text in [&*document.title, &*document.summary, &*document.body] {
        words(text, |word| {
            known.insert(word.form.to_owned());
        });
    }
    let mut body = document.body.to_string();
    for texts in translations {
        let said = [
            texts.title.as_deref(),
            texts.summary.as_deref(),
            texts.body.as_ref().map(|body| &*body.0.text),
        ];
        for text in said.into_iter().flatten() {
            words(text, |word| {
                if !known.contains(word.form) {
                    body.push(' ');
                    body.push_str(word.raw);
                }
            });
        }
    }
    body
}

fn directory_facts(
    site: &Site,
    entry: &Entry,
    directory: &Directory,
    document: &mut Document,
    label: &dyn Fn(&str, &str) -> Label,
) {
    if let Data::Action(action) = &entry.record.data {
        document.formats = action
            .formats
            .iter()
            .map(|format| label("formats", format.code()))
            .collect();
    }
    if let Data::Place(place) = &entry.record.data {
        document.place_type = Some(label("lieux_type", place.kind.code()));
    }
    if let Some(access) = &directory.access {
        let said = access
            .facts()
            .filter(|(_, fact)| *fact != crate::model::values::Tristate::No);
        document.access = said.map(|(key, _)| label("accessibilite", key)).collect();
    }
    document.languages = directory
        .languages
        .iter()
        .filter(|language| language.code() != "fr")
        .map(|language| label("langues", language.code()))
        .collect();
    document.ages = ages(entry, directory);
    document.price = directory.price.as_deref().map(price);
    document.openings = openings(entry, directory);
    document.next = next_dates(entry, site.guide.today);
    // Nothing of a confidential place, not even its commune.
    if entry.standing.confidential {
        return;
    }
    let location = entry.locations.first();
    document.commune = location
        .and_then(|location| location.commune)
        .map(|commune| commune.insee().to_string());
    document.venue = location
        .and_then(|location| location.place)
        .map(|place| typeset(site.guide.entries()[place].record.data.title()).into_owned())
        .unwrap_or_default();
    let served = directory
        .communes
        .iter()
        .map(|insee| insee.value.to_string());
    let elsewhere = entry
        .locations
        .iter()
        .skip(1)
        .filter_map(|location| location.commune)
        .map(|commune| commune.insee().to_string());
    document.serves = served
        .chain(elsewhere)
        .filter(|insee| document.commune.as_ref() != Some(insee))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    document.department = department(&site.guide, directory);
}
