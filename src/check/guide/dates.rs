//! When a record takes place: hours and sessions expanded once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::calendar::{Almanac, Event, Locality, Occurrence, Window, expand_events, expand_hours};
use crate::diag::FileId;
use crate::load::Record;
use crate::model::Data;
use crate::model::sessions::SessionRule;

use super::{Entry, What, When};

/// How many days of weekly hours are expanded, from the day of the build on: ten weeks.
pub const HOURS_DAYS: u16 = 70;
/// How many days of those hours for which parents come, so that the next school holidays are known: twenty weeks.
pub const VISITS_DAYS: u16 = 140;
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
    pub(super) fn expand(&mut self, entries: &mut [Entry], today: Date) {
        let almanacs = Almanacs::new(entries, today);
        entries.par_iter_mut().for_each(|entry| {
            let kept = self.kept.as_ref();
            let kept = kept.and_then(|kept| kept.get(&entry.record.file));
            let kept = kept.filter(|kept| {
                Arc::ptr_eq(&kept.record, &entry.record)
                    && kept.today == today
                    && kept.locality == entry.locality
            });
            entry.dates = match kept {
                Some(kept) => Arc::clone(&kept.dates),
                None => almanacs.dates(entry).into(),
            };
        });
        let Some(kept) = &mut self.kept else {
            return;
        };
        for entry in entries.iter().filter(|entry| !entry.dates.is_empty()) {
            let expanded = Expanded {
                record: Arc::clone(&entry.record),
                locality: entry.locality,
                today,
                dates: Arc::clone(&entry.dates),
            };
            kept.insert(entry.record.file, expanded);
        }
    }
}

/// The almanacs of every locality that a record lies in, each made once.
struct Almanacs {
    by_locality: HashMap<Locality, Reach>,
}

/// The almanacs of a locality, by how far they reach.
struct Reach {
    hours: Almanac,
    visits: Almanac,
    sessions: Almanac,
}

impl Almanacs {
    fn new(entries: &[Entry], today: Date) -> Almanacs {
        let localities: HashSet<Locality> = entries
            .iter()
            .filter(|entry| entry.directory().is_some())
            .map(|entry| entry.locality)
            .collect();
        let make = |locality: Locality| {
            let almanac = |days| Almanac::new(locality, Window::days(today, days));
            Reach {
                hours: almanac(HOURS_DAYS),
                visits: almanac(VISITS_DAYS),
                sessions: almanac(SESSIONS_DAYS),
            }
        };
        Almanacs {
            by_locality: localities
                .into_iter()
                .map(|locality| (locality, make(locality)))
                .collect(),
        }
    }

    fn dates(&self, entry: &Entry) -> Vec<When> {
        let Some(directory) = entry.directory() else {
            return Vec::new();
        };
        let Some(reach) = self.by_locality.get(&entry.locality) else {
            return Vec::new();
        };
        let timetable = &directory.timetable.0;
        let far = &reach.sessions;
        // Parents come to a LAEP for its hours, and anywhere for an exceptional opening.
        let is_visited = matches!(entry.record.data, Data::Laep(_));
        let near = match is_visited || !timetable.openings.is_empty() {
            true => &reach.visits,
            false => &reach.hours,
        };
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
