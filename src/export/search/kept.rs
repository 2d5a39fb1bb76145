//! The search of a site that is edited: what a document says is looked up again only where an edit may have changed it.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::document::searched;
use super::settings::settings;
use crate::check::{Entry, Guide};
use crate::model::Kind;
use crate::search::{Document, Index, IndexError};
use crate::site::{Site, Theme};
use crate::text::yaml::Mention;

/// The index of a language, with what it was made of.
pub struct Kept {
    guide: Guide,
    theme: Arc<Theme>,
    /// Of each record what search knows of it, where it takes part.
    documents: Vec<Option<Arc<Document>>>,
    index: Index,
}

impl Kept {
    /// The index of a language of a site, which takes over what it can of the one of before an edit.
    pub fn after(former: Option<&Kept>, site: &Site, language: usize) -> Result<Kept, IndexError> {
        let changed = former.and_then(|former| former.changed(site));
        let numbers = 0..site.guide.entries().len();
        let make = |number: usize| match (former, &changed) {
            (Some(former), Some(changed)) if !changed[number] => former.documents[number].clone(),
            _ => searched(site, number, language).map(Arc::new),
        };
        let documents: Vec<_> = numbers.into_par_iter().map(make).collect();
        let known = documents.iter().flatten().cloned().collect();
        let former = former.map(|former| &former.index);
        Ok(Kept {
            guide: site.guide.clone(),
            theme: Arc::clone(&site.theme),
            documents,
            index: Index::after(former, known, settings(site, language))?.keeping(),
        })
    }

    /// Which documents an edit may have changed; none where that may be all.
    ///
    /// A document says what its record does, and names of those that the record names; and a theme that is the same
    /// means that `guide.yml` and the vocabulary are. The département is that of territories above each other.
    fn changed(&self, site: &Site) -> Option<Vec<bool>> {
        let (before, now) = (self.guide.entries(), site.guide.entries());
        let is_ground = Arc::ptr_eq(&self.theme, &site.theme)
            && self.guide.today == site.guide.today
            && before.len() == now.len();
        if !is_ground {
            return None;
        }
        let mut ids: HashSet<String> = HashSet::new();
        for (before, now) in before.iter().zip(now) {
            if Arc::ptr_eq(before, now) {
                continue;
            }
            let (old, new) = (&before.record, &now.record);
            if old.kind != new.kind || old.slug != new.slug || new.kind == Kind::Territory {
                return None;
            }
            ids.insert(new.id());
        }
        let names = |entry: &Entry| {
            let mut mentions = entry.record.mentions.iter();
            mentions.any(|mention| match &mention.value {
                Mention::Record { id, .. } => ids.contains(&**id),
                _ => false,
            })
        };
        let both = before.par_iter().zip(now);
        Some(
            both.map(|(before, now)| !Arc::ptr_eq(before, now) || names(now))
                .collect(),
        )
    }

    /// The index.
    pub fn index(&self) -> &Index {
        &self.index
    }
}
