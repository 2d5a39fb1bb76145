//! The search index and its shards.
//!
//! [`documents`] says what search knows of each record; [`index()`] makes the index that `ribambelle search` asks
//! and that [`write()`] exports for the browser.

mod document;
mod facts;
mod settings;

use crate::model::Output;
use crate::search::{Index, IndexError, Translation, export, files};
use crate::site::Site;

pub use crate::search::export::FOLDER;
pub use document::documents;
use settings::{labels, settings};

/// The index of a language of the site.
pub fn index(site: &Site, language: usize) -> Result<Index, IndexError> {
    Index::new(documents(site, language), settings(site))
}

/// The index of the site's own language, which takes over what it can of the one of before an edit.
pub fn index_after(former: Option<&Index>, site: &Site) -> Result<Index, IndexError> {
    Index::after(former, documents(site, 0), settings(site))
}

/// Makes the files that the browser client reads: modules, entries, shards; each batch is given to `write`.
pub fn write<E: From<IndexError>>(
    site: &Site,
    index: &Index,
    write: impl FnMut(Vec<Output>) -> Result<(), E>,
) -> Result<(), E> {
    export(index, site.client(), &translations(site), write)
}

/// The files that the browser client reads, all in memory.
pub fn outputs(site: &Site, index: &Index) -> Result<Vec<Output>, IndexError> {
    files(index, site.client(), &translations(site))
}

/// What is shown in the other languages of the site.
fn translations(site: &Site) -> Vec<Translation> {
    let others = 1..site.languages.len();
    let shown = others.map(|language| Translation {
        language: site.languages[language].code.to_string(),
        documents: documents(site, language),
        labels: labels(site, language),
    });
    shown.collect()
}
