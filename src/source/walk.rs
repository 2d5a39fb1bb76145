//! Walking a folder without being led out of it, or round in circles.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::stamp::Stamp;

/// What stands at a path.
pub(super) enum Found {
    /// An ordinary file.
    File(Stamp),
    /// A link that leads out of the folder.
    Outside,
    /// A link that leads nowhere, or round in circles.
    DeadLink,
    /// Neither file nor folder: a device, a pipe, a socket.
    Special,
    /// A name that is not text.
    BadName,
    /// A folder named like a file.
    Folder,
    /// A folder that can't be listed, and why.
    Unlisted(io::Error),
}

/// Lists what stands in a folder and below, sorted by name; names are relative, with `/`, in composed Unicode.
///
/// Hidden files and editors' backups are passed over.
/// Each folder is entered once, so that links can't make it endless.
/// Fails where the folder itself can't be listed.
pub(super) fn walk(root: &Path) -> io::Result<Vec<(String, PathBuf, Found)>> {
    let canonical = root.canonicalize()?;
    let mut found = Vec::new();
    let mut entered = HashSet::from([canonical.clone()]);
    let mut open = vec![(String::new(), canonical.clone())];
    while let Some((prefix, folder)) = open.pop() {
        let listed = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = match listed {
            Ok(entries) => entries,
            Err(error) if prefix.is_empty() => return Err(error),
            Err(error) => {
                let name = prefix.trim_end_matches('/').to_owned();
                found.push((name, folder, Found::Unlisted(error)));
                continue;
            }
        };
        // In parallel: what takes its time is asking the disk about each file.
        let looked: Vec<_> = entries
            .par_iter()
            .map(|entry| look(&canonical, &prefix, entry))
            .collect();
        for seen in looked.into_iter().flatten() {
            match seen {
                Seen::Found(name, path, what) => found.push((name, path, what)),
                Seen::Folder(name, real) => {
                    if entered.insert(real.clone()) {
                        open.push((format!("{name}/"), real));
                    }
                }
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

/// What an entry of a folder is.
enum Seen {
    /// Something by its name, and where it lies.
    Found(String, PathBuf, Found),
    /// A folder to be entered, by its name and its real place.
    Folder(String, PathBuf),
}

/// Looks at an entry of a folder below a root; none for what is passed over, or gone by now.
fn look(root: &Path, prefix: &str, entry: &DirEntry) -> Option<Seen> {
    let path = entry.path();
    let Some(name) = entry
        .file_name()
        .to_str()
        .map(|name| name.nfc().collect::<String>())
    else {
        let shown = entry.file_name().to_string_lossy().into_owned();
        return Some(Seen::Found(
            format!("{prefix}{shown}"),
            path,
            Found::BadName,
        ));
    };
    if is_passed_over(&name) {
        return None;
    }
    let name = format!("{prefix}{name}");
    let is_link = entry.file_type().ok()?.is_symlink();
    let target = match is_link.then(|| path.canonicalize()) {
        None => path,
        Some(Ok(target)) if target.starts_with(root) => target,
        Some(Ok(_)) => return Some(Seen::Found(name, path, Found::Outside)),
        Some(Err(_)) => return Some(Seen::Found(name, path, Found::DeadLink)),
    };
    // A file may vanish between listing and reading (an editor saves by renaming): it is then not there.
    let metadata = fs::metadata(&target).ok()?;
    Some(if metadata.is_dir() && is_named_like_text(&name) {
        Seen::Found(name, target, Found::Folder)
    } else if metadata.is_dir() {
        let real = match is_link {
            true => target,
            false => target.canonicalize().ok()?,
        };
        Seen::Folder(name, real)
    } else if metadata.is_file() {
        Seen::Found(name, target, Found::File(Stamp::of(&metadata)))
    } else {
        Seen::Found(name, target, Found::Special)
    })
}

/// Whether a name is one of a text that is written by hand.
fn is_named_like_text(name: &str) -> bool {
    [".md", ".yml", ".yaml", ".html"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Whether a name is hidden or an editor's backup.
pub(super) fn is_passed_over(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".bak", ".orig", ".swp", ".swo", ".tmp", ".rej"]
            .iter()
            .any(|ending| lower.ends_with(ending))
        || ["thumbs.db", "desktop.ini"].contains(&lower.as_str())
}
