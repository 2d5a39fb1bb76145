//! A file of an export, made when it is written.

use std::io::{self, Write};

use crate::model::{Output, UrlPath};

/// A file of an export: where it is served, and how its bytes are written.
///
/// Its bytes may be many: they go where they are wanted as they are made, and never stand in memory together.
pub struct File<'s> {
    /// Where it is served.
    pub path: UrlPath,
    write: Writer<'s>,
}

type Writer<'s> = Box<dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 's>;

impl<'s> File<'s> {
    /// A file whose bytes are written by `write`, the same each time.
    pub(super) fn new(
        path: UrlPath,
        write: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 's,
    ) -> File<'s> {
        let write = Box::new(write);
        File { path, write }
    }

    /// Writes its bytes.
    pub fn write_to(&self, to: &mut dyn Write) -> io::Result<()> {
        (self.write)(to)
    }

    /// Its bytes in memory.
    pub fn output(&self) -> io::Result<Output> {
        let mut bytes = Vec::new();
        self.write_to(&mut bytes)?;
        let path = self.path.clone();
        Ok(Output { path, bytes })
    }
}

impl From<Output> for File<'_> {
    fn from(output: Output) -> Self {
        let Output { path, bytes } = output;
        File::new(path, move |to| to.write_all(&bytes))
    }
}

impl std::fmt::Debug for File<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("File")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
