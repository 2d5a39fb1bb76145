//! When a record takes place: hours and sessions expanded once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::calendar::{
    Almanac, Event, Locality, Occurrence, Window, Zone, expand_events, expand_hours,
};
use crate::diag::FileId;
use crate::load::Record;
use crate::model::sessions::SessionRule;
use crate::model::values::Term as _;
use crate::model::{Data, GuideConfig};

use super::{Entry, What, When};

/// How many days of weekly hours are expanded, from the day of the build on.
const HOURS_DAYS: u16 = 62;
/// How many days of sessions are expanded, from the day of the build on.
const SESSIONS_DAYS: u16 = 366;

/// The dates of records, kept as long as the record, its locality and the day stay the same.
#[derive(Debug, Default)]
pub(in crate::check) struct Dates {
    /// None where nothing is to be kept.
    kept: Option<HashMap<FileId, Expanded>>,
}

#[derive(Debug)]
struct Expanded {
    record: Arc<Record>,
    locality: Locality,
    today: Date,
    dates: Arc<[When]>,
}

impl Dates {
    pub(in crate::check) fn keeping() -> Dates {
        Dates {
            kept: Some(HashMap::new()),
        }
    }

    /// Expands the hours and sessions of entries, which know already where they lie.
    pub(super) fn expand(&mut self, entries: &mut [Entry], config: &GuideConfig, today: Date) {
        let almanacs = Almanacs::new(entries, config, today);
        entries.par_iter_mut().for_each(|entry| {
            let kept = self.kept.as_ref();
            let kept = kept.and_then(|kept| kept.get(&entry.record.file));
            let kept = kept.filter(|kept| {
                Arc::ptr_eq(&kept.record, &entry.record)
                    && kept.today == today
                    && kept.locality == locality(entry, config)
            });
            entry.dates = match kept {
                Some(kept) => Arc::clone(&kept.dates),
                None => almanacs.dates(entry, config).into(),
            };
        });
        let Some(kept) = &mut self.kept else {
            return;
        };
        for entry in entries.iter().filter(|entry| !entry.dates.is_empty()) {
            let expanded = Expanded {
                record: Arc::clone(&entry.record),
                locality: locality(entry, config),
                today,
                dates: Arc::clone(&entry.dates),
            };
            kept.insert(entry.record.file, expanded);
        }
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
                // A contradiction was told where the desk's hours were read.
                if let Some(Ok(desk)) = ram.desk.as_ref().map(|desk| desk.join(timetable)) {
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
