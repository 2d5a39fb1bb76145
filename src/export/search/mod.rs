//! The search index and its shards.
//!
//! [`documents`] says what search knows of each record; [`index()`] makes the index that `ribambelle search` asks
//! and that `outputs` exports for the browser.

mod document;
mod facts;
mod settings;

use super::ExportError;
use crate::model::Output;
use crate::search::{Index, IndexError, Module, Translation, export};
use crate::site::{Site, client_modules};

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

/// The files that the browser client reads: modules, entry, shards.
pub fn outputs(site: &Site, index: &Index) -> Result<Vec<Output>, ExportError> {
    let texts = client_modules(site);
    let modules: Vec<Module<'_>> = texts
        .iter()
        .map(|(name, text)| Module { name, text })
        .collect();
    let translations: Vec<Translation> = (1..site.languages.len())
        .map(|language| Translation {
            language: site.languages[language].code.to_string(),
            documents: documents(site, language),
            labels: labels(site, language),
        })
        .collect();
    Ok(export(index, &modules, &translations)?.collect())
}
