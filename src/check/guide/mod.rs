//! The guide: sound records, references resolved, hours and sessions expanded once.

mod again;
mod behind;
mod dates;
mod local;
mod locate;
mod standing;

pub(super) use again::Kept;
pub use behind::Behind;
use dates::Dates;
pub use dates::{HOURS_DAYS, VISITS_DAYS};
pub(super) use locate::commune_of;
pub use standing::is_grave;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::calendar::{Locality, Occurrence};
use crate::diag::FileId;
use crate::geo::{Commune, Point, Precision};
use crate::load::{Catalogue, Record};
use crate::model::directory::{Address, Directory};
use crate::model::values::Term as _;
use crate::model::{EmergencyNumber, GuideConfig, Vocabulary};
use crate::source::Sources;
use again::Entries;

/// What can be published: sound records that are no drafts, references resolved, dates expanded.
///
/// It is made by [`check`](super::check()) alone: later stages need not ask whether a reference leads somewhere.
#[derive(Debug, Clone)]
pub struct Guide {
    /// The site itself.
    pub config: GuideConfig,
    /// The vocabulary, with what the site adds.
    pub vocabulary: Arc<Vocabulary>,
    /// The emergency numbers.
    pub numbers: Vec<EmergencyNumber>,
    /// The day for which everything is computed.
    pub today: Date,
    entries: Vec<Arc<Entry>>,
    by_id: Arc<HashMap<Box<str>, usize>>,
}

/// A record with what follows from it.
#[derive(Debug)]
pub struct Entry {
    /// The record.
    pub record: Arc<Record>,
    /// How it is to be treated.
    pub standing: Standing,
    /// Where it takes place; none where that is unknown or confidential.
    pub locations: Vec<Location>,
    /// What its place has of its own: school zone and public holidays.
    pub locality: Locality,
    /// The time zone of its place in the tz database: `Europe/Paris`.
    pub time_zone: &'static str,
    /// When it takes place, in order, from the day of the build on.
    pub dates: Arc<[When]>,
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
    /// The step of a LAEP that moves, by its index.
    pub step: Option<usize>,
    /// The address.
    pub address: Option<Address>,
    /// The commune.
    pub commune: Option<&'static Commune>,
    /// The position, and whether it is that of the place or its commune's centre.
    pub point: Option<(Point, Precision)>,
}

/// One date of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        sources: &Sources,
        catalogue: &Catalogue,
        today: Date,
        faulty: &HashSet<FileId>,
        kept: &mut Kept,
    ) -> Option<Guide> {
        let config = catalogue.config.clone()?;
        let vocabulary = Arc::clone(&catalogue.vocabulary);
        let is_published = |record: &&Arc<Record>| {
            record.sound && !faulty.contains(&record.file) && !record.data.common().is_draft()
        };
        let records: Vec<&Arc<Record>> = catalogue.records.iter().filter(is_published).collect();
        let text = sources.shared_text(sources.guide());
        let (entries, by_id) = kept
            .again(text.as_ref(), catalogue, &records, today)
            .unwrap_or_else(|| Guide::entries_of(&records, &config, &vocabulary, today, kept));
        let guide = Guide {
            config,
            vocabulary,
            numbers: catalogue.numbers.clone(),
            today,
            entries,
            by_id,
        };
        kept.keep(text, &guide);
        Some(guide)
    }

    /// The entries of records, all made anew.
    fn entries_of(
        records: &[&Arc<Record>],
        config: &GuideConfig,
        vocabulary: &Vocabulary,
        today: Date,
        kept: &mut Kept,
    ) -> Entries {
        let mut entries: Vec<Entry> = records
            .par_iter()
            .map(|record| Entry::new(record, config, vocabulary, today))
            .collect();
        let ids = records.par_iter().enumerate();
        let ids: Vec<(Box<str>, usize)> = ids
            .map(|(index, record)| (record.id().into(), index))
            .collect();
        let by_id: HashMap<Box<str>, usize> = ids.into_iter().collect();
        let located: Vec<Vec<Location>> = entries
            .par_iter()
            .map(|entry| {
                locate::of(entry, |id| {
                    Some((*by_id.get(id)?, &entries[*by_id.get(id)?]))
                })
            })
            .collect();
        entries
            .par_iter_mut()
            .zip(located)
            .for_each(|(entry, locations)| entry.place(locations, config));
        kept.dates.expand(&mut entries, today);
        let entries = entries.into_iter().map(Arc::new);
        (entries.collect(), Arc::new(by_id))
    }

    /// The guide with one record as it was read anew; none where it is a draft now, or was not there before.
    pub fn with(&self, record: &Arc<Record>) -> Option<Guide> {
        let index = self.index(&record.id())?;
        if record.data.common().is_draft() {
            return None;
        }
        let mut entry = Entry::new(record, &self.config, &self.vocabulary, self.today);
        let locations = locate::of(&entry, |id| {
            let index = self.index(id)?;
            Some((index, &self.entries[index]))
        });
        entry.place(locations, &self.config);
        Dates::default().expand(std::slice::from_mut(&mut entry), self.today);
        let mut guide = self.clone();
        guide.entries[index] = Arc::new(entry);
        Some(guide)
    }

    /// Every record, by kind and slug.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// A record by its id; none for a faulty record, a draft, or a convention that is left out.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.index(id).map(|index| &*self.entries[index])
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
    fn new(
        record: &Arc<Record>,
        config: &GuideConfig,
        vocabulary: &Vocabulary,
        today: Date,
    ) -> Entry {
        Entry {
            record: Arc::clone(record),
            standing: standing::of(record, config, vocabulary, today),
            locations: Vec::new(),
            locality: Locality::default(),
            time_zone: local::PARIS,
            dates: [].into(),
        }
    }

    /// Says where it takes place, and what follows from that.
    fn place(&mut self, locations: Vec<Location>, config: &GuideConfig) {
        self.locations = locations;
        self.locality = local::locality(self, config);
        self.time_zone = local::time_zone(self, config);
    }

    /// The keys of a directory record, where it is one.
    pub fn directory(&self) -> Option<&Directory> {
        self.record.data.directory()
    }

    /// Whether it takes part in lists, agenda, map, feeds, search and counts.
    pub fn takes_part(&self) -> bool {
        !self.standing.apart && !self.standing.closed
    }
}
