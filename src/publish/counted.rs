//! A file that is counted while it is written.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use twox_hash::XxHash3_128;

use super::digest::ContentHash;

/// A file in the making: its size so far, and the hash of its bytes.
pub(super) struct Counted {
    file: BufWriter<File>,
    hasher: XxHash3_128,
    /// Bytes so far.
    pub(super) size: u64,
}

/// Bytes that are written at a time: enough for the hash to go through many at once.
const BUFFER: usize = 1 << 16;

impl Counted {
    pub(super) fn new(file: File) -> Counted {
        Counted {
            file: BufWriter::with_capacity(BUFFER, file),
            hasher: XxHash3_128::new(),
            size: 0,
        }
    }

    /// The hash of what was written.
    pub(super) fn hash(&self) -> ContentHash {
        ContentHash::from(self.hasher.finish_128())
    }
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.file.write(bytes)?;
        self.hasher.write(&bytes[..taken]);
        self.size += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
