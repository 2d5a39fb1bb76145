//! The kinds of records and their values, parsed once.

mod output;
mod url;

pub use output::Output;
pub use url::UrlPath;
