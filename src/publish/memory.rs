//! A sink that keeps what it is given, for tests and comparisons.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Mutex, PoisonError},
};

use super::{PublishError, Sink, WriteBytes, error::machine, names::Names};
use crate::model::{Output, UrlPath};

/// A site held in memory.
#[derive(Debug, Default)]
pub struct MemorySink {
    site: Mutex<(Names, BTreeMap<UrlPath, Vec<u8>>)>,
}

impl MemorySink {
    /// The files written, by path.
    pub fn into_files(self) -> BTreeMap<UrlPath, Vec<u8>> {
        let site = self.site.into_inner();
        site.unwrap_or_else(PoisonError::into_inner).1
    }
}

impl Sink for MemorySink {
    fn write(&self, output: Output) -> Result<(), PublishError> {
        let mut site = self.site.lock().unwrap_or_else(PoisonError::into_inner);
        site.0.take(&output.path.file())?;
        site.1.insert(output.path, output.bytes);
        Ok(())
    }

    fn stream(&self, path: &UrlPath, write: WriteBytes<'_>) -> Result<(), PublishError> {
        let mut bytes = Vec::new();
        let name = Path::new(path.as_str());
        write(&mut bytes).map_err(|error| machine("d'écrire", "write", name, &error))?;
        let path = path.clone();
        self.write(Output { path, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_once() {
        let output = |path: &str| Output {
            path: UrlPath::new(path).expect("a sound path"),
            bytes: path.into(),
        };
        let sink = MemorySink::default();
        assert!(sink.write(output("/a/")).is_ok());
        assert!(matches!(
            sink.write(output("/a/index.html")),
            Err(PublishError::Collision(_))
        ));
        assert_eq!(sink.into_files().len(), 1);
    }
}
