//! Reading one file, whatever it turns into while it is read.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

/// How often a file that changes while it is read is read again.
const ATTEMPTS: usize = 3;

/// Why a file could not be read.
#[derive(Debug)]
pub(super) enum ReadError {
    /// It was there when its folder was listed, and no longer is.
    Gone,
    /// It changed each time that it was read.
    Changing,
    /// It is a pipe, a device or a socket.
    Special,
    /// It holds more than the limit.
    TooLarge,
    /// The disk refuses.
    Other(io::Error),
}

/// Reads a file of at most `limit` bytes, as it stood at one moment.
///
/// A file may become a pipe, grow without end or be written to after its folder was listed: what is opened is looked
/// at anew, never waited for, and never read beyond the limit.
pub(super) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    for _ in 0..ATTEMPTS {
        let file = open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => ReadError::Gone,
            _ => ReadError::Other(error),
        })?;
        let before = file.metadata().map_err(ReadError::Other)?;
        if !before.is_file() {
            return Err(ReadError::Special);
        }
        if before.len() > limit {
            return Err(ReadError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or(0) + 1);
        let read = (&file).take(limit + 1).read_to_end(&mut bytes);
        read.map_err(ReadError::Other)?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::TooLarge);
        }
        let after = file.metadata().map_err(ReadError::Other)?;
        if bytes.len() as u64 == after.len() && is_unchanged(&before, &after) {
            return Ok(bytes);
        }
    }
    Err(ReadError::Changing)
}

fn is_unchanged(before: &Metadata, after: &Metadata) -> bool {
    // Where a disk knows no time of change, the length has to do.
    match (before.modified(), after.modified()) {
        (Ok(before), Ok(after)) => before == after,
        _ => before.len() == after.len(),
    }
}

/// Opens a file without waiting for whoever would write to it, were it a pipe.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use super::*;

    #[test]
    fn what_was_a_file_when_it_was_listed_is_looked_at_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.yml");
        assert!(matches!(read(&path, 10), Err(ReadError::Gone)));
        std::fs::write(&path, "0123456789").unwrap();
        assert_eq!(read(&path, 10).unwrap(), b"0123456789");
        assert!(matches!(read(&path, 9), Err(ReadError::TooLarge)));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_waits_for_a_pipe_or_reads_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.yml");
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.unwrap().success());
        assert!(matches!(read(&path, 10), Err(ReadError::Special)));
        let zero = read(Path::new("/dev/zero"), 10);
        assert!(matches!(zero, Err(ReadError::Special)), "{zero:?}");
    }

    #[test]
    fn a_file_that_is_written_to_all_the_time_is_whole_or_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.yml");
        std::fs::write(&path, "a".repeat(1000)).unwrap();
        let stop = std::sync::atomic::AtomicBool::new(false);
        let errors = std::thread::scope(|scope| {
            scope.spawn(|| {
                for turn in (0..).take_while(|_| !stop.load(Ordering::Relaxed)) {
                    let letter = if turn % 2 == 0 { "b" } else { "c" };
                    std::fs::write(&path, letter.repeat(1 + turn % 100_000)).unwrap();
                }
            });
            let read = (0..2_000).filter_map(|_| read(&path, 1 << 20).err());
            let errors: Vec<ReadError> = read.collect();
            stop.store(true, Ordering::Relaxed);
            errors
        });
        let is_told = |error: &ReadError| matches!(error, ReadError::Changing);
        assert!(errors.iter().all(is_told), "{errors:?}");
    }
}
