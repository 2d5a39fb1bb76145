//! What was found in each record, kept as long as the record and those that its checks looked at stay the same.

use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::{Diagnostic, FileId};
use crate::load::{Catalogue, Record};
use crate::source::Sources;

/// How many records may have changed: where it is more, all are checked.
const MOST: usize = 64;

thread_local! {
    /// The records that the check at work on this thread looked at.
    static SEEN: RefCell<Seen> = RefCell::default();
}

#[derive(Debug, Default)]
struct Seen {
    files: Vec<FileId>,
    /// Whether it looked at all there are.
    all: bool,
}

/// Notes that a check looked at the record of a file, or at what stands in its place.
pub(super) fn see(file: FileId) {
    SEEN.with_borrow_mut(|seen| seen.files.push(file));
}

/// Notes that a check looked at all records.
pub(super) fn see_all() {
    SEEN.with_borrow_mut(|seen| seen.all = true);
}

/// What was found in the records of the catalogue of before.
#[derive(Debug, Default)]
pub(super) struct Records {
    keeps: bool,
    former: Option<Former>,
}

#[derive(Debug)]
struct Former {
    sources: Sources,
    today: Date,
    records: Vec<Arc<Record>>,
    found: Vec<Found>,
}

/// What was found in a record.
#[derive(Debug)]
struct Found {
    faults: Box<[Diagnostic]>,
    /// The records that were looked at beside it.
    seen: Box<[FileId]>,
    /// Whether all were looked at.
    all: bool,
}

impl Records {
    pub(super) fn keeping() -> Records {
        Records {
            keeps: true,
            former: None,
        }
    }

    /// What `check` finds in each record, in order; in parallel, and only where it may find something else than before.
    pub(super) fn of(
        &mut self,
        sources: &Sources,
        catalogue: &Catalogue,
        today: Date,
        check: impl Fn(&Record) -> Vec<Diagnostic> + Sync,
    ) -> Vec<Diagnostic> {
        let records = &catalogue.records;
        if !self.keeps {
            let found = records.par_iter().map(|record| check(record));
            return found.collect::<Vec<_>>().into_iter().flatten().collect();
        }
        let check = |record: &Arc<Record>| {
            SEEN.take();
            let faults = check(record).into();
            let Seen { mut files, all } = SEEN.take();
            files.sort_unstable();
            files.dedup();
            let seen = files.into();
            Found { faults, seen, all }
        };
        let former = self.former.take();
        let former =
            former.and_then(|former| Some((former.changed(sources, catalogue, today)?, former)));
        let found: Vec<Found> = match former {
            None => records.par_iter().map(check).collect(),
            Some((changed, former)) => {
                let mut found = former.found;
                found
                    .par_iter_mut()
                    .zip(records)
                    .for_each(|(found, record)| {
                        let is_same = !found.all
                            && !changed.contains(&record.file)
                            && !found.seen.iter().any(|file| changed.contains(file));
                        if !is_same {
                            *found = check(record);
                        }
                    });
                found
            }
        };
        let all = found.iter().flat_map(|found| found.faults.iter().cloned());
        let all = all.collect();
        self.former = Some(Former {
            sources: sources.clone(),
            today,
            records: records.clone(),
            found,
        });
        all
    }
}

impl Former {
    /// The files of records that changed, where nothing else did; else none.
    fn changed(
        &self,
        sources: &Sources,
        catalogue: &Catalogue,
        today: Date,
    ) -> Option<HashSet<FileId>> {
        let records = &catalogue.records;
        let is_ground = self.today == today
            && self.records.len() == records.len()
            && sources.has_names_of(&self.sources);
        if !is_ground {
            return None;
        }
        let mut changed = HashSet::new();
        for (before, now) in self.records.iter().zip(records) {
            if before.file != now.file {
                return None;
            }
            if !Arc::ptr_eq(before, now) {
                changed.insert(now.file);
            }
        }
        // A file that is no record (the guide, its vocabulary, a picture) may matter to any.
        let mut files = sources.changed(&self.sources);
        (changed.len() <= MOST && files.all(|file| changed.contains(&file))).then_some(changed)
    }
}
