//! What checks look things up in.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use jiff::civil::Date;

use super::kept;
use crate::load::{Catalogue, Record};
use crate::source::Sources;
use crate::text::yaml::Mention;

/// How many pairs of ids are compared, in all, to propose the one that was meant.
const MOST_COMPARED: usize = 10_000_000;

/// What checks look things up in: the catalogue, by id.
pub struct Context<'c> {
    /// The files.
    pub sources: &'c Sources,
    /// The records.
    pub catalogue: &'c Catalogue,
    /// The day of the check.
    pub today: Date,
    /// The records, by the numbers of their files.
    by_file: Vec<Option<&'c Record>>,
    /// What was proposed for ids that lead nowhere: a record that is renamed leaves many of the same.
    proposals: Mutex<HashMap<(&'static str, String), Option<String>>>,
    /// Whether ids that lead nowhere are few enough to be compared with all there are.
    compares: OnceLock<bool>,
}

impl<'c> Context<'c> {
    /// Makes the look-up tables.
    pub fn new(sources: &'c Sources, catalogue: &'c Catalogue, today: Date) -> Context<'c> {
        let mut by_file = Vec::new();
        for record in &catalogue.records {
            let at = record.file.0 as usize;
            if by_file.len() <= at {
                by_file.resize(at + 1, None);
            }
            by_file[at] = Some(&**record);
        }
        Context {
            sources,
            catalogue,
            today,
            by_file,
            proposals: Mutex::default(),
            compares: OnceLock::new(),
        }
    }

    /// A record by its id, faulty ones among them.
    pub fn record(&self, id: &str) -> Option<&'c Record> {
        let file = *self.catalogue.known.get(id)?;
        kept::see(file);
        self.by_file.get(file.0 as usize).copied().flatten()
    }

    /// What is proposed for an id that leads nowhere in a folder, looked for once.
    pub(super) fn proposal(
        &self,
        folder: &'static str,
        id: &str,
        look: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        if !*self.compares.get_or_init(|| self.are_few()) {
            return None;
        }
        // What is proposed hangs on all there are.
        kept::see_all();
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

    /// Whether comparing every id that leads nowhere with every record takes no more than a moment.
    fn are_few(&self) -> bool {
        let of_records = self.catalogue.records.iter();
        let lost: HashSet<&str> = of_records
            .flat_map(|record| &record.mentions)
            .chain(&self.catalogue.mentions)
            .filter_map(|mention| match &mention.value {
                Mention::Record { folders, id } => {
                    let is_known = self.is_known(id)
                        || folders
                            .iter()
                            .any(|folder| self.is_known(&format!("{folder}/{id}")));
                    (!is_known).then_some(&**id)
                }
                _ => None,
            })
            .collect();
        lost.len().saturating_mul(self.catalogue.known.len()) <= MOST_COMPARED
    }

    /// Whether an id stands for a file, be it readable or not.
    pub fn is_known(&self, id: &str) -> bool {
        self.catalogue.known.contains_key(id)
    }
}
