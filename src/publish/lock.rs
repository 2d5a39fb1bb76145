//! One build at a time in one target.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use super::{PublishError, error::machine};
use crate::diag::say;

const PAUSE: Duration = Duration::from_millis(20);

/// The right to publish into one target, until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Held for its lock.
    _file: File,
}

impl Lock {
    /// Takes the lock, waiting for another build up to `patience`.
    pub(super) fn take(path: &Path, patience: Duration) -> Result<Lock, PublishError> {
        let start = Instant::now();
        loop {
            match try_take(path) {
                Ok(Some(file)) => {
                    return Ok(Lock {
                        path: path.to_owned(),
                        _file: file,
                    });
                }
                Ok(None) if start.elapsed() < patience => thread::sleep(PAUSE),
                Ok(None) => {
                    return Err(PublishError::Machine(say(
                        "une autre construction du même dossier est en cours",
                        "another build of the same folder is under way",
                    )));
                }
                Err(error) => return Err(machine("de verrouiller", "lock", path, &error)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The lock is still held: whoever opened the file meanwhile sees that it is gone, and makes another.
        let _ = fs::remove_file(&self.path);
    }
}

/// Opens and locks the file, or `None` while another process has it or has just removed it.
fn try_take(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let ours = file.metadata()?;
    let same = match fs::symlink_metadata(path) {
        Ok(there) => there.dev() == ours.dev() && there.ino() == ours.ino(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(error),
    };
    Ok(same.then_some(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_has_it_and_nothing_is_left() -> Result<(), PublishError> {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join(".public-lock");
        let first = Lock::take(&path, Duration::ZERO)?;
        assert!(matches!(
            Lock::take(&path, Duration::ZERO),
            Err(PublishError::Machine(_))
        ));
        let waiting = thread::spawn({
            let path = path.clone();
            move || Lock::take(&path, Duration::from_secs(60)).is_ok()
        });
        thread::sleep(Duration::from_millis(50));
        drop(first);
        assert!(waiting.join().expect("no panic"));
        assert!(!path.exists());
        Ok(())
    }
}
