//! Writing: sinks, and folders published whole or not at all.
//!
//! A [`Sink`] takes outputs from many threads, as they are rendered, and holds none longer than it must.
//! [`FolderSink`] makes the new site beside the target and exchanges the two in the end:
//!
//! ```text
//! begin:   check the target ▸ lock ▸ restore and clear what a killed build left ▸ make .public-new
//! write:   link the former file where its hash is the same, else write a new one
//!          with compressed copies, link the former ones where the file's hash is the same, else compress it
//! commit:  write the marker ▸ flush ▸ exchange .public-new and public ▸ remove the former site
//! ```
//!
//! Invariants:
//! - Under the target's name stands a whole site at any moment: the former one, or the new one
//!   (where the file system can't exchange folders, a killed build may leave none; the next restores it).
//! - A folder is replaced or removed only when its marker `.ribambelle` lists every file in it, or when it is empty.
//! - A published file is never opened for writing: it may share its bytes with the next site.
//!
//! Nothing here knows what the outputs are. Writing to disk happens in this module and nowhere else.

mod changes;
mod clear;
mod compress;
mod counted;
mod digest;
mod error;
mod folder;
pub mod headers;
pub mod hosting;
mod left_over;
mod lock;
mod marker;
pub mod media_type;
mod memory;
mod names;
mod published;
mod swap;
mod target;
#[cfg(test)]
mod tests;

use std::io::Write;

use crate::model::{Output, UrlPath};

pub use changes::ChangesFile;
pub use digest::Digest;
pub use error::{PublishError, cause};
pub use folder::{FolderSink, Options};
pub use left_over::clear_left_overs;
pub use memory::MemorySink;
pub use published::{Published, up_to_date};

/// Where the files of a site go, from any number of threads at once.
pub trait Sink: Sync {
    /// Takes one file, or fails when another one has its name or the machine refuses.
    fn write(&self, output: Output) -> Result<(), PublishError>;

    /// Takes one file whose bytes are written by `write`, piece by piece, and need not stand in memory together.
    fn stream(&self, path: &UrlPath, write: WriteBytes<'_>) -> Result<(), PublishError>;
}

/// Writes the bytes of a file.
pub type WriteBytes<'w> = &'w (dyn Fn(&mut dyn Write) -> std::io::Result<()> + Sync);
