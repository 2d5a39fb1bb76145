//! Our own YAML files, typed, over `serde_yaml`.

use std::fmt;

use serde::de::DeserializeOwned;

/// Why one of our own files can't be read: a sentence with line and column.
#[derive(Debug)]
pub struct OursError(serde_yaml::Error);

impl OursError {
    /// The line and column from 1, where they are known.
    pub fn position(&self) -> Option<(usize, usize)> {
        self.0
            .location()
            .map(|location| (location.line(), location.column()))
    }
}

impl fmt::Display for OursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for OursError {}

/// Reads a typed YAML file that is ours or a theme's; never content, whose YAML may be hostile.
pub fn from_ours<T: DeserializeOwned>(text: &str) -> Result<T, OursError> {
    serde_yaml::from_str(text).map_err(OursError)
}
