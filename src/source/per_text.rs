//! What is made of texts, kept as long as they stay the same.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Sources;
use crate::diag::FileId;

/// What was made of each text, kept until the text changes; one that is made by default keeps nothing.
///
/// It must follow from the file's name and text alone.
#[derive(Debug)]
pub struct PerText<T> {
    kept: Option<HashMap<FileId, (Arc<str>, T)>>,
}

impl<T> Default for PerText<T> {
    fn default() -> PerText<T> {
        PerText { kept: None }
    }
}

impl<T: Clone + Send + Sync> PerText<T> {
    /// Keeps what it makes.
    pub fn keeping() -> PerText<T> {
        PerText {
            kept: Some(HashMap::new()),
        }
    }

    /// What `make` gives of each file, in order; in parallel, and only for texts that are new or changed.
    ///
    /// The sources must be those of before, read again: their ids mean the same files.
    pub fn of<F: Sync>(
        &mut self,
        sources: &Sources,
        files: &[F],
        id: impl Fn(&F) -> FileId + Sync,
        make: impl Fn(&F) -> T + Sync,
    ) -> Vec<T> {
        let Some(kept) = &mut self.kept else {
            return files.par_iter().map(&make).collect();
        };
        let made: Vec<(T, Option<Arc<str>>)> = files
            .par_iter()
            .map(|file| {
                let text = sources.shared_text(id(file));
                match (kept.get(&id(file)), text) {
                    (Some((former, made)), Some(text)) if Arc::ptr_eq(former, &text) => {
                        (made.clone(), None)
                    }
                    (_, text) => (make(file), text),
                }
            })
            .collect();
        files
            .iter()
            .zip(made)
            .map(|(file, (made, text))| {
                if let Some(text) = text {
                    kept.insert(id(file), (text, made.clone()));
                }
                made
            })
            .collect()
    }
}
