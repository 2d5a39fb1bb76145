//! The index: tantivy segments in memory, and what stands around them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use rayon::prelude::*;

use super::analyse::{Analyser, BEARS, SUMMARY};
use super::attribute::{Attribute, Facet, attributes};
use super::document::Document;
use super::export::Memo;
use super::layout::{Layout, Place, is_stale, lay_out, near};
use super::meaning::{Meanings, Phrases, meanings, phrases};
use super::settings::Settings;
use super::slice::{self, SLICE, Slice, SliceWriter};
use super::spelling::Spelling;

/// How many documents may have changed, that what an export made is taken over.
const MOST_CHANGED: usize = 64;

/// The index of one language's documents: tantivy segments in memory, and what stands around them.
///
/// Documents are numbered by place (see `layout`); equal documents and settings give an equal index.
pub struct Index {
    /// The documents in the order of their numbers.
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) settings: Settings,
    pub(super) places: Vec<Place>,
    /// For each commune of the settings, the places near it and how near.
    pub(super) near: Arc<Vec<Vec<(u32, u8)>>>,
    pub(super) meanings: Arc<Meanings>,
    phrases: Arc<Phrases>,
    /// Of as many documents each.
    pub(super) slices: Vec<Arc<Slice>>,
    slice: usize,
    /// Made when the first misspelt word is asked for.
    spelling: OnceLock<Spelling>,
    /// What its export makes, where another index may follow.
    pub(super) memo: Option<Mutex<Memo>>,
}

/// Why an index could not be made or read: tantivy failed.
#[derive(Debug)]
pub struct IndexError(tantivy::TantivyError);

impl std::fmt::Display for IndexError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "full-text index: {}", self.0)
    }
}

impl std::error::Error for IndexError {}

impl From<tantivy::TantivyError> for IndexError {
    fn from(error: tantivy::TantivyError) -> IndexError {
        IndexError(error)
    }
}

impl Index {
    /// Indexes documents, slices of them in parallel.
    pub fn new(documents: Vec<Document>, settings: Settings) -> Result<Index, IndexError> {
        Index::alone(documents.into_iter().map(Arc::new).collect(), settings)
    }

    /// Indexes documents for an index that none will follow.
    pub fn alone(documents: Vec<Arc<Document>>, settings: Settings) -> Result<Index, IndexError> {
        let slice = slice::alone(documents.len());
        Index::of(None, documents, settings, slice)
    }

    /// Keeps from now on what its export makes, for that of an index that follows.
    pub fn keeping(mut self) -> Index {
        self.memo.get_or_insert_default();
        self
    }

    /// Indexes documents; slices that hold what they held in a former index are shared with it, and what the export of
    /// that kept is taken from it.
    pub fn after(
        former: Option<&Index>,
        documents: Vec<Arc<Document>>,
        settings: Settings,
    ) -> Result<Index, IndexError> {
        Index::of(former, documents, settings, SLICE)
    }

    fn of(
        former: Option<&Index>,
        documents: Vec<Arc<Document>>,
        settings: Settings,
        slice: usize,
    ) -> Result<Index, IndexError> {
        let Layout { order, places } = lay_out(&documents, &settings);
        let documents = ordered(documents, order);
        // What follows from the settings alone is taken over while they stay the same.
        let is_ground = |former: &&Index| former.settings == settings && former.slice == slice;
        let former = former.filter(is_ground);
        let (meanings, phrases) = match former {
            Some(former) => (Arc::clone(&former.meanings), Arc::clone(&former.phrases)),
            None => {
                let meanings = meanings(&settings);
                let phrases = phrases(&meanings);
                (Arc::new(meanings), Arc::new(phrases))
            }
        };
        let mut groups_of: HashMap<String, Vec<(usize, u8)>> = HashMap::new();
        for (group, synonyms) in settings.synonyms.iter().enumerate() {
            if let Some(attribute) = &synonyms.attribute {
                groups_of
                    .entry(attribute.key())
                    .or_default()
                    .push((group, BEARS));
            }
            if let Some(whole) = &synonyms.within {
                groups_of
                    .entry(whole.key())
                    .or_default()
                    .push((group, SUMMARY));
            }
        }
        let place_of: Vec<&Place> = places
            .iter()
            .flat_map(|place| place.documents.clone().map(move |_| place))
            .collect();
        let former = former.filter(|former| former.places == places);
        let is_changed = |(number, document): (usize, &Arc<Document>)| {
            let known = former.map(|former| &former.documents[number]);
            !known.is_some_and(|known| Arc::ptr_eq(known, document) || known == document)
        };
        let changed: Vec<bool> = documents.par_iter().enumerate().map(is_changed).collect();
        let analysed = |analyser: &mut Analyser<'_>, number: usize, document: &Document| {
            let place = place_of[number];
            let commune = place.commune.map(|commune| &settings.communes[commune]);
            let department = Some(place.department.as_str()).filter(|code| !code.is_empty());
            let mut attributes = attributes(document, department);
            if is_stale(document, &settings) {
                attributes.push(Attribute::new(Facet::Stale, "1"));
            }
            analyser.keys(document, commune, &attributes)
        };
        let analyser = || Analyser::new(&settings, &phrases, &groups_of);
        let slices = documents
            .par_chunks(slice)
            .enumerate()
            .map(|(number, documents)| {
                let from = number * slice;
                let is_same = !changed[from..from + documents.len()].contains(&true);
                let same = former.filter(|_| is_same);
                if let Some(same) = same.and_then(|same| same.slices.get(number)) {
                    return Ok(Arc::clone(same));
                }
                let mut writer = SliceWriter::new(from as u32)?;
                let mut analyser = analyser();
                for (at, document) in documents.iter().enumerate() {
                    writer.add(analysed(&mut analyser, from + at, document))?;
                }
                writer.finish().map(Arc::new)
            })
            .collect::<tantivy::Result<Vec<Arc<Slice>>>>()?;
        let memo = former.and_then(|former| {
            let mut analyser = analyser();
            let mut keys =
                |number: usize, of: &[Arc<Document>]| analysed(&mut analyser, number, &of[number]);
            let numbers = (0..changed.len()).filter(|number| changed[*number]);
            let numbers: Vec<usize> = numbers.take(MOST_CHANGED + 1).collect();
            let kept = former.memo.as_ref()?.lock();
            // A memo that was left half made is not taken over.
            let memo = std::mem::take(&mut *kept.ok()?);
            (numbers.len() <= MOST_CHANGED).then(|| {
                let before: Vec<String> = numbers
                    .iter()
                    .map(|at| keys(*at, &former.documents))
                    .collect();
                let now: Vec<String> = numbers.iter().map(|at| keys(*at, &documents)).collect();
                Mutex::new(memo.after(numbers, &before, &now))
            })
        });
        let near = match former {
            Some(former) => Arc::clone(&former.near),
            None => Arc::new(near(&settings, &places)),
        };
        Ok(Index {
            documents,
            settings,
            places,
            near,
            meanings,
            phrases,
            slices,
            slice,
            spelling: OnceLock::new(),
            memo,
        })
    }

    /// How many documents it holds.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// How many groups of synonyms it knows.
    pub fn groups(&self) -> usize {
        self.settings.synonyms.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The words that a misspelt one may mean.
    pub(super) fn spelling(&self) -> Result<&Spelling, IndexError> {
        if let Some(known) = self.spelling.get() {
            return Ok(known);
        }
        let made = Spelling::of(self)?;
        Ok(self.spelling.get_or_init(|| made))
    }

    /// The postings of a key in all slices: documents in order, with their impacts.
    pub(super) fn postings(&self, key: &str) -> Result<Vec<(u32, u8)>, IndexError> {
        let mut postings = Vec::new();
        for slice in &self.slices {
            slice.postings(key, &mut postings)?;
        }
        Ok(postings)
    }
}

/// Documents in another order; what they stood in before is given back at once.
fn ordered(documents: Vec<Arc<Document>>, order: Vec<usize>) -> Vec<Arc<Document>> {
    let mut former: Vec<Option<Arc<Document>>> = documents.into_iter().map(Some).collect();
    let mut ordered = Vec::with_capacity(order.len());
    ordered.extend(order.into_iter().filter_map(|at| former[at].take()));
    ordered
}
