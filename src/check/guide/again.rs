//! A guide made again after an edit: records that changed are looked at anew, and those that take place at them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Dates, Entry, Guide, locate};
use crate::load::{Catalogue, Record};

/// How many records may have changed: where it is more, all is made anew.
const MOST: usize = 64;

/// The entries of a guide, and where each id stands among them.
pub(super) type Entries = (Vec<Arc<Entry>>, Arc<HashMap<Box<str>, usize>>);

/// What a guide was made of, so that the next one takes over what stayed the same.
#[derive(Debug, Default)]
pub(in crate::check) struct Kept {
    pub(super) dates: Dates,
    keeps: bool,
    former: Option<Former>,
}

#[derive(Debug)]
struct Former {
    /// The text of `guide.yml`.
    config: Arc<str>,
    guide: Guide,
}

impl Kept {
    pub(in crate::check) fn keeping() -> Kept {
        Kept {
            dates: Dates::keeping(),
            keeps: true,
            former: None,
        }
    }

    /// Keeps a guide with the text of its `guide.yml`.
    pub(super) fn keep(&mut self, config: Option<Arc<str>>, guide: &Guide) {
        let former = config.filter(|_| self.keeps).map(|config| Former {
            config,
            guide: guide.clone(),
        });
        self.former = former;
    }

    /// The entries of records, by kind and slug; none where they are to be made anew.
    pub(super) fn again(
        &mut self,
        config: Option<&Arc<str>>,
        catalogue: &Catalogue,
        records: &[&Arc<Record>],
        today: Date,
    ) -> Option<Entries> {
        let Former {
            config: known,
            guide: former,
        } = self.former.as_ref()?;
        let is_same = Arc::ptr_eq(known, config?)
            && Arc::ptr_eq(&former.vocabulary, &catalogue.vocabulary)
            && former.today == today
            && former.entries.len() == records.len();
        if !is_same {
            return None;
        }
        let mut changed = Vec::new();
        for (index, (entry, record)) in former.entries.iter().zip(records).enumerate() {
            if Arc::ptr_eq(&entry.record, record) {
                continue;
            }
            if (entry.record.kind, &entry.record.slug) != (record.kind, &record.slug) {
                return None;
            }
            changed.push(index);
        }
        if changed.len() > MOST {
            return None;
        }
        let ids: HashSet<String> = changed.iter().map(|index| records[*index].id()).collect();
        let is_there =
            |record: &Record| locate::places(record).any(|place| ids.contains(place.id()));
        let there = (0..records.len()).filter(|index| is_there(records[*index]));
        let mut anew: Vec<usize> = changed.iter().copied().chain(there).collect();
        anew.sort_unstable();
        anew.dedup();
        let config = catalogue.config.as_ref()?;
        let bare = |index: &usize| {
            let entry = Entry::new(records[*index], config, &former.vocabulary, today);
            (*index, entry)
        };
        let bare: BTreeMap<usize, Entry> = anew.iter().map(bare).collect();
        let find = |id: &str| {
            let index = former.index(id)?;
            let kept = || &*former.entries[index];
            Some((index, bare.get(&index).unwrap_or_else(kept)))
        };
        let located: Vec<_> = bare.values().map(|entry| locate::of(entry, find)).collect();
        let mut made: Vec<Entry> = bare.into_values().collect();
        for (entry, locations) in made.iter_mut().zip(located) {
            entry.place(locations, config);
        }
        self.dates.expand(&mut made, today);
        let mut entries = former.entries.clone();
        for (index, entry) in anew.into_iter().zip(made) {
            entries[index] = Arc::new(entry);
        }
        Some((entries, Arc::clone(&former.by_id)))
    }
}
