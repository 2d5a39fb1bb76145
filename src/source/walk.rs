//! Walking a folder without being led out of it, or round in circles.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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
        for entry in entries {
            let path = entry.path();
            let Some(name) = entry
                .file_name()
                .to_str()
                .map(|name| name.nfc().collect::<String>())
            else {
                let shown = entry.file_name().to_string_lossy().into_owned();
                found.push((format!("{prefix}{shown}"), path, Found::BadName));
                continue;
            };
            if is_passed_over(&name) {
                continue;
            }
            let name = format!("{prefix}{name}");
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            let target = if kind.is_symlink() {
                match path.canonicalize() {
                    Ok(target) if target.starts_with(&canonical) => target,
                    Ok(_) => {
                        found.push((name, path, Found::Outside));
                        continue;
                    }
                    Err(_) => {
                        found.push((name, path, Found::DeadLink));
                        continue;
                    }
                }
            } else {
                path
            };
            // A file may vanish between listing and reading (an editor saves by renaming): it is then not there.
            let Ok(metadata) = fs::metadata(&target) else {
                continue;
            };
            if metadata.is_dir() && is_named_like_text(&name) {
                found.push((name, target, Found::Folder));
            } else if metadata.is_dir() {
                let real = if kind.is_symlink() {
                    target
                } else {
                    let Ok(real) = target.canonicalize() else {
                        continue;
                    };
                    real
                };
                if entered.insert(real.clone()) {
                    open.push((format!("{name}/"), real));
                }
            } else if metadata.is_file() {
                found.push((name, target, Found::File(Stamp::of(&metadata))));
            } else {
                found.push((name, target, Found::Special));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

/// Whether a name is one of a text that is written by hand.
fn is_named_like_text(name: &str) -> bool {
    [".md", ".yml", ".yaml", ".html"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Whether a name is hidden or an editor's backup.
fn is_passed_over(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".bak", ".orig", ".swp", ".swo", ".tmp", ".rej"]
            .iter()
            .any(|ending| lower.ends_with(ending))
        || ["thumbs.db", "desktop.ini"].contains(&lower.as_str())
}
