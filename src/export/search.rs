//! The search index and its shards.
//!
//! [`documents`] says what search knows of each record; [`index()`] makes the index that `ribambelle search` asks
//! and that `outputs` exports for the browser.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Weekday;

use super::ExportError;
use crate::calendar::{Event, PartOfDay};
use crate::calendar::{HolidayHours, HolidayPolicy, InHolidays, Slot, TimeOfDay};
use crate::check::{Entry, Guide};
use crate::geo::communes;
use crate::model::directory::Directory;
use crate::model::price::Price as ModelPrice;
use crate::model::values::Term as _;
use crate::model::vocabulary::builtin_acronyms;
use crate::model::{Data, Kind, Output};
use crate::search::export::MODULES;
use crate::search::{
    Attribute, Commune, Document, Facet, Index, IndexError, Label, Module, Openings, Part, Price,
    Settings, SynonymGroup, export,
};
use crate::site::Site;
use crate::text::french::{Acronym, Acronyms};

/// The index of a language of the site.
pub fn index(site: &Site, language: usize) -> Result<Index, IndexError> {
    Index::new(documents(site, language), settings(site))
}

/// The files that the browser client reads: modules, entry, shards.
pub(super) fn outputs(site: &Site) -> Result<Vec<Output>, ExportError> {
    let index = index(site, 0)?;
    let texts: Vec<(&str, String)> = MODULES
        .iter()
        .filter_map(|name| {
            let bytes = site
                .theme
                .asset_bytes(site.sources(), &format!("recherche/{name}"))?;
            Some((*name, String::from_utf8(bytes).ok()?))
        })
        .collect();
    let modules: Vec<Module<'_>> = texts
        .iter()
        .map(|(name, text)| Module { name, text })
        .collect();
    Ok(export(&index, &modules)?.collect())
}

/// What search knows of every record that takes part.
pub fn documents(site: &Site, language: usize) -> Vec<Document> {
    let guide = &site.guide;
    let entries = guide.entries().iter().enumerate();
    entries
        .filter(|(_, entry)| entry.takes_part() && is_searched(entry.record.kind))
        .filter_map(|(number, _)| {
            let url = site.address(number)?;
            Some(document(site, number, url, language))
        })
        .collect()
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
        text: vocabulary.label(list, code, tongue).to_owned(),
    };
    let kind = vocabulary.entry("kinds", record.kind.folder());
    let mut document = Document {
        id: record.id(),
        url: url.to_owned(),
        title: record.data.title().to_owned(),
        kind: Label {
            code: record.kind.folder().to_owned(),
            text: kind
                .map_or(record.kind.folder(), |kind| {
                    kind.short.as_deref().unwrap_or(&kind.label)
                })
                .to_owned(),
        },
        summary: record.data.summary().unwrap_or_default().to_owned(),
        body: record.body.text.clone(),
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
        document
            .keywords
            .push(label("lieux_type", place.kind.code()).text);
        document.keywords.extend(
            site.guide
                .vocabulary
                .entry("lieux_type", place.kind.code())
                .into_iter()
                .flat_map(|kind| kind.synonyms.iter().cloned()),
        );
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
        .map(|place| site.guide.entries()[place].record.data.title().to_owned())
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

/// The département of the first territory served that lies in one, or is one.
fn department(guide: &Guide, directory: &Directory) -> Option<String> {
    directory.territories.iter().find_map(|territory| {
        let mut at = guide.get(territory.id());
        for _ in 0..16 {
            let Data::Territory(territory) = &at?.record.data else {
                return None;
            };
            let code = territory.insee.as_ref().map(|insee| &*insee.value);
            if let Some(code) = code {
                return match code.len() {
                    2 | 3 => Some(code.to_owned()),
                    _ => crate::geo::InseeCode::parse(code)
                        .ok()
                        .and_then(|insee| insee.department())
                        .map(|department| department.as_str().to_owned()),
                };
            }
            at = territory
                .parent
                .as_ref()
                .and_then(|parent| guide.get(parent.id()));
        }
        None
    })
}

fn with_ancestors<'g>(guide: &'g Guide, codes: &[&'g str]) -> Vec<&'g str> {
    let mut all: Vec<&str> = Vec::new();
    for code in codes {
        let mut at = Some(*code);
        while let Some(code) = at.filter(|code| !all.contains(code)) {
            all.push(code);
            at = guide
                .vocabulary
                .entry("themes", code)
                .and_then(|theme| theme.parent.as_deref());
        }
    }
    all
}

fn structures(guide: &Guide, entry: &Entry) -> Vec<String> {
    let mut ids: Vec<&str> = Vec::new();
    match &entry.record.data {
        Data::Laep(laep) => ids.push(laep.manager.id()),
        Data::Ram(ram) => ids.push(ram.manager.id()),
        Data::Place(place) => ids.extend(place.partner.iter().map(|partner| partner.id())),
        _ => {}
    }
    if let Some(directory) = entry.directory() {
        ids.extend(directory.holders.iter().map(|holder| holder.0.partner.id()));
        ids.extend(
            directory
                .partners
                .iter()
                .map(|partner| partner.0.partner.id()),
        );
    }
    let names = ids
        .into_iter()
        .filter_map(|id| guide.get(id))
        .map(|partner| partner.record.data.title().to_owned());
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The ages of the children who may come, in days; before birth is below zero.
fn ages(entry: &Entry, directory: &Directory) -> Option<(i32, i32)> {
    let ranges: Vec<_> = directory
        .ages
        .iter()
        .filter_map(|group| group.range())
        .collect();
    let pregnancy = directory.pregnancy == Some(true)
        || directory
            .ages
            .iter()
            .any(|group| group.pregnancy == Some(true));
    let days = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
    let mut youngest = ranges.iter().map(|range| days(range.from)).min();
    let mut oldest = ranges.iter().map(|range| days(range.to)).max();
    if youngest.is_none() && entry.record.kind == Kind::Laep {
        // Under 6, unless the record says otherwise.
        (youngest, oldest) = (Some(0), Some(6 * 365));
    }
    if pregnancy {
        (youngest, oldest) = (Some(-1), Some(oldest.unwrap_or(-1)));
    }
    youngest.zip(oldest)
}

fn price(price: &ModelPrice) -> Price {
    if price.is_free() && price.membership.is_none() {
        Price::Free
    } else if price.is_symbolic() {
        Price::Reduced
    } else {
        Price::Paid
    }
}

/// On which days and in which parts of them it opens in the weeks to come.
fn openings(entry: &Entry, directory: &Directory) -> Openings {
    let mut openings = Openings::default();
    for when in &entry.dates {
        let occurrence = &when.occurrence;
        if !occurrence.status().takes_place() {
            continue;
        }
        let day = weekday_number(occurrence.date.weekday());
        for part in parts(occurrence.slot) {
            openings.add(day, part);
        }
    }
    let holidays = &directory.timetable.0.holidays;
    let open =
        |hours: &HolidayHours| matches!(hours, HolidayHours::Open | HolidayHours::Replaced(_));
    let by_hours = match holidays {
        HolidayPolicy::All(hours) => open(hours),
        HolidayPolicy::Each(each) => [
            &each.toussaint,
            &each.noel,
            &each.hiver,
            &each.printemps,
            &each.ete,
        ]
        .into_iter()
        .any(open),
    };
    let by_sessions = directory
        .sessions
        .iter()
        .any(|session| match &session.event {
            Event::Repeated(recurrence) => {
                matches!(recurrence.holidays, InHolidays::Yes | InHolidays::Only)
            }
            Event::Once(_) => false,
        });
    openings.holidays = by_hours || by_sessions;
    openings
}

fn weekday_number(day: Weekday) -> u8 {
    // From 1, Monday, to 7.
    day.to_monday_one_offset().unsigned_abs()
}

/// The parts of the day that a slot reaches into.
fn parts(slot: Slot) -> Vec<Part> {
    let evening = 18 * 60;
    let within = |from: u16, to: u16| {
        let mut parts = Vec::new();
        if from < TimeOfDay::NOON.minutes() {
            parts.push(Part::Morning);
        }
        if to > TimeOfDay::NOON.minutes() && from < evening {
            parts.push(Part::Afternoon);
        }
        if to > evening {
            parts.push(Part::Evening);
        }
        parts
    };
    match slot {
        Slot::Range(range) => within(range.from().minutes(), range.to().minutes()),
        Slot::From(from) => within(from.minutes(), from.minutes() + 1),
        Slot::Part(PartOfDay::Morning) => vec![Part::Morning],
        Slot::Part(PartOfDay::Afternoon) => vec![Part::Afternoon],
        Slot::Part(PartOfDay::Evening) => vec![Part::Evening],
        Slot::Unsaid => Part::ALL.to_vec(),
    }
}

fn settings(site: &Site) -> Settings {
    let guide = &site.guide;
    let months = i32::try_from(guide.config.freshness()).unwrap_or(12);
    Settings {
        synonyms: synonyms(guide),
        acronyms: Acronyms::new(
            builtin_acronyms()
                .into_iter()
                .map(|(letters, acronym)| Acronym {
                    letters,
                    word: acronym.word,
                }),
        ),
        communes: known_communes(guide),
        fresh_since: guide
            .today
            .checked_sub(months.months())
            .unwrap_or(guide.today),
    }
}

/// Groups of words that mean the same: codes with what parents type for them, and acronyms with their words.
fn synonyms(guide: &Guide) -> Vec<SynonymGroup> {
    const LISTS: &[(&str, Option<Facet>)] = &[
        ("kinds", Some(Facet::Kind)),
        ("themes", Some(Facet::Theme)),
        ("publics", Some(Facet::Audience)),
        ("formats", Some(Facet::Format)),
        ("accessibilite", Some(Facet::Access)),
        ("langues", Some(Facet::Language)),
    ];
    let mut groups = Vec::new();
    for (list, facet) in LISTS {
        for (code, entry) in guide
            .vocabulary
            .list(list)
            .into_iter()
            .flat_map(|list| list.iter())
        {
            let mut phrases = vec![entry.label.clone()];
            phrases.extend(entry.plural.clone());
            phrases.extend(entry.synonyms.iter().cloned());
            groups.push(SynonymGroup {
                phrases,
                attribute: facet.map(|facet| Attribute::new(facet, code)),
                label: entry.label.clone(),
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
            label: acronym.label,
        });
    }
    groups
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
