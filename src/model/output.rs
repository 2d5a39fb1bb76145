//! What a site is made of in the end: paths and bytes.

use super::UrlPath;

/// One file of the site, ready to be written or served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Where it is served.
    pub path: UrlPath,
    /// Its content.
    pub bytes: Vec<u8>,
}
