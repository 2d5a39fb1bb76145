//! The kinds of records and their values, parsed once.
//!
//! A value is a type with one meaning ([`values`]); groups of keys are files of their own ([`directory`], [`price`]…);
//! a kind of record is a file in [`kinds`]. Each is made with [`mapping!`](crate::mapping), which reads the keys,
//! tells every fault at its place, and lists the keys for the schema.

pub mod access;
pub mod common;
pub mod directory;
pub mod evaluation;
pub mod guide_config;
pub mod hours;
pub mod kinds;
pub mod markdown;
pub mod number;
mod output;
pub mod partnership;
pub mod price;
pub mod registration;
pub mod sessions;
mod url;
pub mod values;
pub mod vocabulary;

pub use guide_config::GuideConfig;
pub use kinds::{Data, Kind};
pub use number::EmergencyNumber;
pub use output::Output;
pub use url::UrlPath;
pub use vocabulary::Vocabulary;
