//! Full-text search: analysis, index, ranking, shards.
//!
//! ```text
//! Document + Settings ──Index::new──▶ Index (tantivy, in memory) ──search──▶ Answer
//!                                       └──export──▶ entry, shards, client modules (Output)
//! ```
//!
//! The same question asked of [`Index::search`] and of the browser client over the exported shards gives the
//! same answer, in the same order; `tests/search.rs` asks both. What makes that possible is integers alone:
//! impacts quantised when the index is made ([`mod@analyse`]), a plan of the question by the same rules
//! ([`mod@plan`], `plan.js`), one key of ranking ([`mod@rank`], `rank.js`).
//!
//! What narrows ([`Index::facets`]) and sorts ([`Order`]) answers is asked of both as well; it is exported apart
//! (`export::columns`) and read only when it is used, so that a question costs the same without it.
//!
//! Nothing here knows the model of records: [`Document`] is all that search wants to know of one.

pub mod analyse;
mod answer;
mod asked;
mod attribute;
mod codec;
mod document;
pub mod export;
mod facets;
pub mod grammar;
mod index;
mod layout;
mod meaning;
pub mod plan;
pub mod rank;
mod reader;
mod settings;
mod slice;
mod sorting;
mod spelling;

pub use answer::{Answer, Excerpt, Hit, Options};
pub use asked::MOST_WORDS;
pub use attribute::{Attribute, BANDS, Band, Facet, age_codes};
pub use document::{Document, Label, Openings, Part, Price};
pub use export::{Client, Module, export, files};
pub use facets::{FacetCount, ValueCount};
pub use index::{Index, IndexError};
pub use plan::Understood;
pub use settings::{Commune, Settings, SynonymGroup};
pub use sorting::{Near, Order};
