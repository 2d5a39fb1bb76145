//! The search index and its shards.
//!
//! [`documents`] says what search knows of each record; [`index()`] makes the index that `ribambelle search` asks
//! and that [`write()`] exports for the browser, with one more for each other language of the site.

mod document;
mod facts;
mod kept;
mod settings;

use std::borrow::Borrow;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::Output;
use crate::search::{Index, IndexError, export, files};
use crate::site::Site;

pub use crate::search::export::FOLDER;
pub use document::documents;
use document::searched;
pub use kept::Kept;
use settings::settings;

/// The index of a language of the site, by its place among them.
pub fn index(site: &Site, language: usize) -> Result<Index, IndexError> {
    let entries = (0..site.guide.entries().len()).into_par_iter();
    let known = entries.filter_map(|number| searched(site, number, language).map(Arc::new));
    Index::alone(known.collect(), settings(site, language))
}

/// The indexes of all languages of the site, its own first.
pub fn indexes(site: &Site) -> Result<Vec<Index>, IndexError> {
    let languages = 0..site.languages.len();
    languages.map(|language| index(site, language)).collect()
}

/// Makes the indexes of all languages and the files that the browser client reads: modules, entries, shards; each
/// batch is given to `write`.
pub fn write<E: From<IndexError>>(
    site: &Site,
    write: impl FnMut(Vec<Output>) -> Result<(), E>,
) -> Result<(), E> {
    // One index at a time is held in memory.
    let indexes = site.languages.iter().enumerate();
    let indexes = indexes.map(|(number, language)| (&*language.code, index(site, number)));
    export(indexes, site.client(), write)
}

/// The files that the browser client reads, all in memory, of the indexes of all languages of the site.
pub fn outputs(site: &Site, indexes: &[impl Borrow<Index>]) -> Result<Vec<Output>, IndexError> {
    let languages = site.languages.iter().map(|language| &*language.code);
    files(
        languages.zip(indexes.iter().map(|index| index.borrow())),
        site.client(),
    )
}
