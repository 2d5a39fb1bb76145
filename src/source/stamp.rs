//! Whether a file changed, without reading it.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What tells a file from the one that stood in its place before: length, times, inode.
///
/// A file saved by renaming another over it counts as changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) length: u64,
    modified: (i64, i64),
    changed: (i64, i64),
    inode: u64,
}

/// Disks count time in steps: what was written as recently as this may be written to again within the same step.
const COARSEST: Duration = Duration::from_secs(2);

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        Stamp {
            length: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    /// Whether the file was at rest at a moment: a later change shows in its stamp.
    pub(super) fn is_settled(&self, now: SystemTime) -> bool {
        let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        let limit = i64::try_from(now.saturating_sub(COARSEST).as_secs()).unwrap_or(0);
        self.modified.0 < limit && self.changed.0 < limit
    }
}
