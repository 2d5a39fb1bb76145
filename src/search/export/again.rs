//! The dictionary of an index that follows another: only rows that an edit changed are made anew.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::memo::Fresh;
use super::placing::{self, Placed, Shards};
use super::terms::{Known, Parts, Row, Source};
use crate::search::analyse::FORM;
use crate::search::index::{Index, IndexError};
use crate::search::meaning::Meaning;

/// A row of the dictionary that was made before.
pub(super) struct Made {
    /// The exact forms of its stem.
    pub(super) forms: Box<[String]>,
    /// What it is made of, unless its text is all that is needed.
    pub(super) row: Option<Row>,
    /// Its text, unless parts have a share in it.
    pub(super) text: Option<String>,
}

impl Known<'_> {
    /// Makes those rows anew that an edit changed.
    pub(super) fn renew(
        &self,
        kept: &mut BTreeMap<String, Made>,
        fresh: &Fresh,
    ) -> Result<(), IndexError> {
        let here = |insee: &str| self.index.postings(&format!("#c:{insee}"));
        let is_changed = |meaning: &Meaning| match meaning {
            // Few texts hold its postings: all of them are made again.
            Meaning::Group(_) | Meaning::Hint(_) => true,
            Meaning::Commune { commune, .. } => {
                let insee = &self.index.settings.communes[*commune].insee;
                fresh.keys.contains(&format!("#c:{insee}"))
            }
            Meaning::Department { .. } => false,
        };
        let meant = self.index.meanings.of.iter();
        let meant = meant.filter(|(_, meanings)| meanings.iter().any(is_changed));
        let keys: BTreeSet<&String> = fresh.keys.iter().chain(meant.map(|(key, _)| key)).collect();
        let keys: Vec<&String> = keys.into_iter().collect();
        let made = keys
            .par_iter()
            .map(|key| {
                let former = kept.get(*key);
                let row = former.and_then(|made| made.row.as_ref());
                if let Some(row) = row.filter(|_| !fresh.keys.contains(*key)) {
                    let meanings = self.index.meanings.of.get(*key);
                    let meanings = meanings.map_or(&[][..], Vec::as_slice);
                    let meanings = self.meaning_rows(meanings, &here)?;
                    if meanings == row.meanings {
                        return Ok(Renewed::Same);
                    }
                    let row = Row {
                        meanings,
                        ..row.clone()
                    };
                    let forms = former.map(|made| made.forms.clone());
                    return Ok(Renewed::Made(Made {
                        forms: forms.unwrap_or_default(),
                        row: Some(row),
                        text: None,
                    }));
                }
                let former = former.map_or(&[][..], |made| &made.forms);
                let fresh = fresh.forms_of(key).map(str::to_owned);
                let forms: BTreeSet<String> = former.iter().cloned().chain(fresh).collect();
                let source = source_of(self.index, key, forms)?;
                if source.postings.is_empty() && source.meanings.is_empty() {
                    return Ok(Renewed::Gone);
                }
                let row = self.row(key, &source, &here)?;
                let forms = source.forms.into_iter().map(|(form, _)| form);
                Ok(Renewed::Made(Made {
                    forms: forms.collect(),
                    row: Some(row),
                    text: None,
                }))
            })
            .collect::<Result<Vec<Renewed>, IndexError>>()?;
        for (key, made) in keys.into_iter().zip(made) {
            match made {
                Renewed::Made(made) => drop(kept.insert(key.clone(), made)),
                Renewed::Gone => drop(kept.remove(key)),
                Renewed::Same => {}
            }
        }
        Ok(())
    }

    /// The shards of rows of which all that changed were made anew.
    pub(super) fn again(&self, kept: &mut BTreeMap<String, Made>, parts: &mut Parts) -> Shards {
        let mut texts: Vec<Option<String>> = Vec::with_capacity(kept.len());
        let meanings = &self.index.meanings.of;
        for (key, made) in kept.iter_mut() {
            let text = match (&made.text, &made.row) {
                (None, Some(row)) => {
                    let (text, is_free) = row.text(key, parts);
                    if is_free {
                        made.keep(text, meanings.get(key).map_or(&[], Vec::as_slice));
                        None
                    } else {
                        Some(text)
                    }
                }
                _ => None,
            };
            texts.push(text);
        }
        let rows: Vec<Placed<'_>> = kept
            .iter()
            .zip(texts)
            .map(|((key, made), text)| {
                let meanings = meanings.get(key).map_or(&[][..], Vec::as_slice);
                let known = || made.text.as_deref().unwrap_or_default().into();
                Placed {
                    key,
                    meanings,
                    text: text.map_or_else(known, Into::into),
                }
            })
            .collect();
        placing::shards(&rows, self.index.settings.tongue)
    }
}

/// What became of a row.
enum Renewed {
    Made(Made),
    Same,
    Gone,
}

impl Made {
    /// Keeps a text in which parts have no share; what it is made of only where other documents may change it.
    pub(super) fn keep(&mut self, text: String, meanings: &[Meaning]) {
        self.text = Some(text);
        if !meanings.iter().any(is_of_group) {
            self.row = None;
        }
    }
}

/// Whether a meaning holds the postings of a group, which hang on many keys.
fn is_of_group(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Group(_) | Meaning::Hint(_))
}

/// Where the row of one key comes from, given the forms that it may have.
fn source_of<'a>(
    index: &'a Index,
    key: &str,
    forms: BTreeSet<String>,
) -> Result<Source<'a>, IndexError> {
    let find = |key: &str| {
        let mut found = Vec::new();
        for (number, slice) in index.slices.iter().enumerate() {
            found.extend(slice.find(key)?.map(|info| (number, info)));
        }
        Ok::<_, IndexError>(found)
    };
    let mut source = Source {
        postings: find(key)?,
        forms: Vec::new(),
        meanings: index.meanings.of.get(key).map_or(&[], Vec::as_slice),
    };
    for form in forms {
        let found = find(&format!("{key}{FORM}{form}"))?;
        if !found.is_empty() {
            source.forms.push((form, found));
        }
    }
    Ok(source)
}
