//! Whether anything changed, without reading any file.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::walk::walk;

/// A number that changes whenever a file of a content folder, or of the themes beside it, does.
///
/// It is made of names, lengths, times and inodes: a file saved by renaming another over it counts as changed.
/// Fails where the content folder can't be listed.
pub fn stamp(content: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    add(content, &mut hasher)?;
    let themes = content.canonicalize()?.with_file_name("themes");
    if themes.is_dir() {
        add(&themes, &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn add(folder: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    for (name, path, _) in walk(folder)? {
        name.hash(hasher);
        // What can't be looked at is told when it is read.
        if let Ok(metadata) = fs::metadata(&path) {
            let times = (metadata.mtime(), metadata.mtime_nsec());
            (metadata.len(), times, metadata.ino()).hash(hasher);
        }
    }
    Ok(())
}
