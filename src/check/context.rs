//! What checks look things up in.

use std::collections::HashMap;

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
        }
    }

    /// A record by its id, faulty ones among them.
    pub fn record(&self, id: &str) -> Option<&'c Record> {
        self.by_id.get(id).copied()
    }

    /// Whether an id stands for a file, be it readable or not.
    pub fn is_known(&self, id: &str) -> bool {
        self.catalogue.known.contains_key(id)
    }
}
