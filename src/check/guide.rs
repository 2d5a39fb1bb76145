//! The guide: sound records, references resolved, hours and sessions expanded once.

use std::collections::{HashMap, HashSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::calendar::{
    Almanac, Event, Locality, Occurrence, Window, Zone, expand_events, expand_hours,
};
use crate::diag::FileId;
use crate::geo::{Commune, Lookup, Point, Precision, communes};
use crate::load::{Catalogue, Record};
use crate::model::directory::{Address, Directory};
use crate::model::sessions::SessionRule;
use crate::model::values::{StateType, Term as _};
use crate::model::{Data, EmergencyNumber, GuideConfig, Vocabulary};
use crate::source::Sources;

/// How many days of weekly hours are expanded, from the day of the build on.
const HOURS_DAYS: u16 = 62;
/// How many days of sessions are expanded, from the day of the build on.
const SESSIONS_DAYS: u16 = 366;

/// What can be published: sound records that are no drafts, references resolved, dates expanded.
///
/// It is made by [`check`](super::check()) alone: later stages need not ask whether a reference leads somewhere.
#[derive(Debug)]
pub struct Guide {
    /// The site itself.
    pub config: GuideConfig,
    /// The vocabulary, with what the site adds.
    pub vocabulary: Vocabulary,
    /// The emergency numbers.
    pub numbers: Vec<EmergencyNumber>,
    /// The day for which everything is computed.
    pub today: Date,
    entries: Vec<Entry>,
    by_id: HashMap<Box<str>, usize>,
}

/// A record with what follows from it.
#[derive(Debug)]
pub struct Entry {
    /// The record.
    pub record: Record,
    /// How it is to be treated.
    pub standing: Standing,
    /// Where it takes place; none where that is unknown or confidential.
    pub locations: Vec<Location>,
    /// When it takes place, in order, from the day of the build on.
    pub dates: Vec<When>,
}

/// How a record is to be treated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// A visit must leave few traces.
    pub discreet: bool,
    /// No output may say where it is.
    pub confidential: bool,
    /// Its facts were verified too long ago.
    pub stale: bool,
    /// It is an example.
    pub example: bool,
    /// It is out of exports, agenda, map, feeds, search and counts: an example outside a demonstration.
    pub apart: bool,
    /// It is closed for good: out of lists and search, though its page stays.
    pub closed: bool,
}

/// Where something takes place.
#[derive(Debug, Clone)]
pub struct Location {
    /// The index of the place among the entries, where it is one.
    pub place: Option<usize>,
    /// The address.
    pub address: Option<Address>,
    /// The commune.
    pub commune: Option<&'static Commune>,
    /// The position, and whether it is that of the place or its commune's centre.
    pub point: Option<(Point, Precision)>,
}

/// One date of a record.
#[derive(Debug, Clone)]
pub struct When {
    /// Which of the record's lists it comes from.
    pub what: What,
    /// The date.
    pub occurrence: Occurrence,
}

/// Which of a record's lists a date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// `horaires`.
    Hours,
    /// `seances`.
    Sessions,
    /// `permanences` of a relais.
    Desk,
    /// `ateliers` of a relais.
    Workshops,
    /// A step of a LAEP that moves, by its index.
    Step(usize),
}

impl Guide {
    pub(super) fn new(
        _sources: &Sources,
        catalogue: Catalogue,
        today: Date,
        faulty: &HashSet<FileId>,
    ) -> Option<Guide> {
        let Catalogue {
            config,
            vocabulary,
            numbers,
            records,
            ..
        } = catalogue;
        let config = config?;
        let mut entries: Vec<Entry> = records
            .into_iter()
            .filter(|record| {
                record.sound && !faulty.contains(&record.file) && !record.data.common().is_draft()
            })
            .map(|record| {
                let standing = standing(&record, &config, &vocabulary, today);
                Entry {
                    record,
                    standing,
                    locations: Vec::new(),
                    dates: Vec::new(),
                }
            })
            .collect();
        let by_id: HashMap<Box<str>, usize> = entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (entry.record.id().into(), index))
            .collect();
        let located: Vec<Vec<Location>> = entries
            .par_iter()
            .map(|entry| locate(entry, &entries, &by_id))
            .collect();
        for (entry, locations) in entries.iter_mut().zip(located) {
            entry.locations = locations;
        }
        let almanacs = Almanacs::new(&entries, &config, today);
        entries
            .par_iter_mut()
            .for_each(|entry| entry.dates = almanacs.dates(entry, &config));
        Some(Guide {
            config,
            vocabulary,
            numbers,
            today,
            entries,
            by_id,
        })
    }

    /// Every record, by kind and slug.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// A record by its id; none for a faulty record, a draft, or a convention that is left out.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.index(id).map(|index| &self.entries[index])
    }

    /// The index of a record among the entries.
    pub fn index(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The languages of the site, the content's own first.
    pub fn languages(&self) -> Vec<&str> {
        let own = self
            .config
            .language
            .as_ref()
            .map_or("fr", |language| language.code());
        let mut all = vec![own];
        all.extend(
            self.config
                .languages
                .iter()
                .map(|language| language.code())
                .filter(|language| *language != own),
        );
        all
    }
}

impl Entry {
    /// The keys of a directory record, where it is one.
    pub fn directory(&self) -> Option<&Directory> {
        self.record.data.directory()
    }

    /// Whether it takes part in lists, agenda, map, feeds, search and counts.
    pub fn takes_part(&self) -> bool {
        !self.standing.apart && !self.standing.closed
    }
}

fn standing(
    record: &Record,
    config: &GuideConfig,
    vocabulary: &Vocabulary,
    today: Date,
) -> Standing {
    let common = record.data.common();
    let directory = record.data.directory();
    let themes: Vec<&str> = match &record.data {
        Data::Article(article) => article.themes.iter().map(|theme| theme.code()).collect(),
        data => data
            .directory()
            .map(|directory| directory.themes.iter().map(|theme| theme.code()).collect())
            .unwrap_or_default(),
    };
    let grave = |theme: &&str| {
        ["violences", "protection-enfance"]
            .iter()
            .any(|above| vocabulary.is_within("themes", theme, above))
    };
    let confidential = match &record.data {
        Data::Place(place) => place.is_confidential(),
        _ => directory.is_some_and(|directory| {
            directory
                .confidential
                .as_ref()
                .is_some_and(|flag| flag.value)
        }),
    };
    let stale = common.verified.as_ref().is_some_and(|verified| {
        let limit = verified
            .day()
            .checked_add((config.freshness() as i32).months());
        limit.is_ok_and(|limit| limit < today)
    });
    let closed = directory
        .and_then(|directory| directory.state.as_ref())
        .is_some_and(|state| {
            state.kind == StateType::Closed
                && state.until.is_none()
                && state.from.is_none_or(|from| from.first_day() <= today)
        });
    let example = common.is_example();
    Standing {
        discreet: common.discreet == Some(true) || themes.iter().any(grave),
        confidential,
        stale,
        example,
        apart: example && !config.is_demonstration(),
        closed,
    }
}

fn locate(entry: &Entry, entries: &[Entry], by_id: &HashMap<Box<str>, usize>) -> Vec<Location> {
    let Some(directory) = entry.directory().filter(|_| !entry.standing.confidential) else {
        return Vec::new();
    };
    let own = directory
        .position
        .as_ref()
        .and_then(|position| Point::new(position.lat.value, position.lon.value));
    let at_place = |id: &str| {
        let index = by_id.get(id).copied()?;
        let place = &entries[index];
        let there = place.directory()?;
        if place.standing.confidential {
            return None;
        }
        let position = there
            .position
            .as_ref()
            .and_then(|position| Point::new(position.lat.value, position.lon.value));
        Some(at_address(Some(index), there.address.as_deref(), position))
    };
    let mut locations: Vec<Location> = directory
        .all_places()
        .filter_map(|place| at_place(place.id()))
        .collect();
    if let Some(address) = &directory.address {
        locations.push(at_address(None, Some(&address.value), own));
    }
    if let Data::Laep(laep) = &entry.record.data {
        for step in &laep.steps {
            locations.extend(match (&step.place, &step.address) {
                (Some(place), _) => at_place(place.id()),
                (None, Some(address)) => Some(at_address(None, Some(&address.value), None)),
                (None, None) => None,
            });
        }
    }
    locations
}

fn at_address(
    place: Option<usize>,
    address: Option<&Address>,
    position: Option<Point>,
) -> Location {
    let commune = address.and_then(commune_of);
    let point = match (position, commune) {
        (Some(point), _) => Some((point, Precision::Exact)),
        (None, Some(commune)) => Some((commune.point(), Precision::Estimated)),
        (None, None) => None,
    };
    Location {
        place,
        address: address.cloned(),
        commune,
        point,
    }
}

/// The commune of an address, where its code or its name leaves no doubt.
pub(super) fn commune_of(address: &Address) -> Option<&'static Commune> {
    if let Some(insee) = &address.insee {
        return communes().by_insee(insee.value);
    }
    match communes().find(&address.commune, Some(address.postal_code.value)) {
        Lookup::One(commune) => Some(commune),
        _ => None,
    }
}

/// The almanacs of every locality that a record lies in, each made once.
struct Almanacs {
    by_locality: HashMap<Locality, (Almanac, Almanac)>,
}

impl Almanacs {
    fn new(entries: &[Entry], config: &GuideConfig, today: Date) -> Almanacs {
        let localities: HashSet<Locality> = entries
            .iter()
            .filter(|entry| entry.directory().is_some())
            .map(|entry| locality(entry, config))
            .collect();
        let make = |locality: Locality| {
            (
                Almanac::new(locality, Window::days(today, HOURS_DAYS)),
                Almanac::new(locality, Window::days(today, SESSIONS_DAYS)),
            )
        };
        Almanacs {
            by_locality: localities
                .into_iter()
                .map(|locality| (locality, make(locality)))
                .collect(),
        }
    }

    fn dates(&self, entry: &Entry, config: &GuideConfig) -> Vec<When> {
        let Some(directory) = entry.directory() else {
            return Vec::new();
        };
        let Some((near, far)) = self.by_locality.get(&locality(entry, config)) else {
            return Vec::new();
        };
        let timetable = &directory.timetable.0;
        let mut dates = Vec::new();
        let mut add = |what, occurrences: Vec<Occurrence>| {
            dates.extend(
                occurrences
                    .into_iter()
                    .map(|occurrence| When { what, occurrence }),
            );
        };
        add(What::Hours, expand_hours(timetable, near));
        add(
            What::Sessions,
            expand_events(&events(&directory.sessions), timetable, far),
        );
        match &entry.record.data {
            Data::Ram(ram) => {
                if let Some(desk) = &ram.desk {
                    let desk = crate::calendar::Timetable {
                        weekly: desk.weekly.clone(),
                        ..timetable.clone()
                    };
                    add(What::Desk, expand_hours(&desk, near));
                }
                add(
                    What::Workshops,
                    expand_events(&events(&ram.workshops), timetable, far),
                );
            }
            Data::Laep(laep) => {
                for (index, step) in laep.steps.iter().enumerate() {
                    add(What::Step(index), expand_hours(&step.timetable.0, near));
                }
            }
            _ => {}
        }
        dates.sort_by_key(|when| (when.occurrence.order(), when.what));
        dates
    }
}

fn events(rules: &[SessionRule]) -> Vec<Event> {
    rules.iter().map(|rule| rule.event.clone()).collect()
}

fn locality(entry: &Entry, config: &GuideConfig) -> Locality {
    let zone_of = |code: &str| Zone::from_code(code);
    let own = entry
        .directory()
        .and_then(|directory| directory.zone)
        .and_then(|zone| zone_of(zone.code()));
    let department = entry
        .locations
        .iter()
        .find_map(|location| location.commune)
        .map(|commune| commune.department().as_str());
    let fallback = if department.is_none() {
        config.zone.and_then(|zone| zone_of(zone.code()))
    } else {
        None
    };
    Locality::new(department, own.or(fallback))
}
