//! What checks look things up in.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;

use crate::load::{Catalogue, Record};
use crate::source::Sources;

/// What checks look things up in: the catalogue, by id.
pub struct Context<'c> {
    /// The files.
    pub sources: &'c Sources,
    /// The records.
    pub catalogue: &'c Catalogue,
    /// The day of the check.
    pub today: Date,
    by_id: HashMap<String, &'c Record>,
    /// What was proposed for ids that lead nowhere: a record that is renamed leaves many of the same.
    proposals: Mutex<HashMap<(&'static str, String), Option<String>>>,
}

impl<'c> Context<'c> {
    /// Makes the look-up tables.
    pub fn new(sources: &'c Sources, catalogue: &'c Catalogue, today: Date) -> Context<'c> {
        let by_id = catalogue
            .records
            .iter()
            .map(|record| (record.id(), record))
            .collect();
        Context {
            sources,
            catalogue,
            today,
            by_id,
            proposals: Mutex::default(),
        }
    }

    /// A record by its id, faulty ones among them.
    pub fn record(&self, id: &str) -> Option<&'c Record> {
        self.by_id.get(id).copied()
    }

    /// What is proposed for an id that leads nowhere in a folder, looked for once.
    pub(super) fn proposal(
        &self,
        folder: &'static str,
        id: &str,
        look: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        let key = (folder, id.to_owned());
        // A poisoned lock means that a look-up panicked: what it holds is still sound.
        if let Some(proposal) = self
            .proposals
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
        {
            return proposal.clone();
        }
        let proposal = look();
        let mut proposals = self
            .proposals
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        proposals.entry(key).or_insert(proposal).clone()
    }

    /// Whether an id stands for a file, be it readable or not.
    pub fn is_known(&self, id: &str) -> bool {
        self.catalogue.known.contains_key(id)
    }
}
