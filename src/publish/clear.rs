//! Removing what this tool made, and nothing else.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fs, io,
    path::Path,
};

use rayon::prelude::*;

use super::{
    PublishError,
    error::machine,
    marker::{self, Entry, Marker, State},
};
use crate::diag::say;

/// Removes a folder that a former build left, or refuses it when it holds anything else.
pub(super) fn left_over(folder: &Path) -> Result<(), PublishError> {
    let fail = |error: io::Error| machine("d'effacer", "clear", folder, &error);
    match marker::state(folder).map_err(fail)? {
        State::Absent => Ok(()),
        State::Empty => fs::remove_dir(folder).map_err(fail),
        State::Unfinished => unfinished(folder).map_err(fail),
        State::Whole(marker) => {
            no_strangers(folder, &marker)?;
            site(folder, &marker.files).map_err(fail)
        }
        State::Foreign => Err(foreign(folder)),
    }
}

/// Removes a whole site: its files, then its folders, then its marker; a stranger's file stays, and fails it.
pub(super) fn site(folder: &Path, files: &[Entry]) -> io::Result<()> {
    many_at_once(|| {
        files
            .par_iter()
            .try_for_each(|(file, _)| gone(fs::remove_file(folder.join(file.as_ref()))))?;
        let mut levels: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for inner in folders(files) {
            levels.entry(depth(inner)).or_default().push(inner);
        }
        levels.values().rev().try_for_each(|level| {
            level
                .par_iter()
                .try_for_each(|inner| gone(fs::remove_dir(folder.join(inner))))
        })
    })?;
    gone(fs::remove_file(folder.join(marker::NAME)))?;
    fs::remove_dir(folder)
}

fn remove_all(entry: &fs::DirEntry) -> io::Result<()> {
    if !entry.file_type()?.is_dir() {
        return fs::remove_file(entry.path());
    }
    let inner: Vec<fs::DirEntry> = fs::read_dir(entry.path())?.collect::<io::Result<_>>()?;
    inner.par_iter().try_for_each(remove_all)?;
    fs::remove_dir(entry.path())
}

/// Runs removals on many threads, since they wait for the disk more than they work.
///
/// Where each freed block is discarded at once (ext4 without journal, mounted with `discard`), a removal
/// waits 2 ms: 14,000 folders took 50 s one by one, 10 s on 16 threads.
fn many_at_once(remove: impl FnOnce() -> io::Result<()> + Send) -> io::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(16).build();
    pool.map_err(io::Error::other)?.install(remove)
}

fn depth(folder: &str) -> usize {
    folder.bytes().filter(|byte| *byte == b'/').count()
}

/// Removes a site that is being made, its marker last: killed meanwhile, it is still known to be ours.
pub(super) fn unfinished(folder: &Path) -> io::Result<()> {
    let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<io::Result<_>>()?;
    many_at_once(|| {
        entries
            .into_par_iter()
            .filter(|entry| entry.file_name() != marker::NAME)
            .try_for_each(|entry| remove_all(&entry))
    })?;
    gone(fs::remove_file(folder.join(marker::NAME)))?;
    fs::remove_dir(folder)
}

/// Refuses a site's folder to which somebody added files.
pub(super) fn no_strangers(folder: &Path, marker: &Marker) -> Result<(), PublishError> {
    let known = Known {
        files: marker.files.iter().map(|(file, _)| file.as_ref()).collect(),
        folders: folders(&marker.files).into_iter().collect(),
    };
    let mut strangers = strangers(folder, "", &known)
        .map_err(|error| machine("de lire", "read", folder, &error))?;
    strangers.sort();
    let Some(first) = strangers.first() else {
        return Ok(());
    };
    let (count, folder) = (strangers.len(), folder.display());
    Err(PublishError::Refused(say(
        format!(
            "« {folder} » contient « {first} », que cet outil n'a pas fait ({count} en tout) : le ranger ailleurs, ou choisir un autre dossier"
        ),
        format!(
            "\"{folder}\" holds \"{first}\", which this tool did not make ({count} in all): move it elsewhere, or choose another folder"
        ),
    )))
}

/// The refusal of a folder that this tool didn't make.
pub(super) fn foreign(folder: &Path) -> PublishError {
    let folder = folder.display();
    PublishError::Refused(say(
        format!(
            "« {folder} » n'est pas un site fait par cet outil : le vider, ou choisir un autre dossier"
        ),
        format!("\"{folder}\" is not a site made by this tool: empty it, or choose another folder"),
    ))
}

struct Known<'a> {
    files: HashSet<&'a str>,
    folders: HashSet<&'a str>,
}

/// The names within a folder, relative to the site's, that are not the site's own.
fn strangers(root: &Path, relative: &str, known: &Known<'_>) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut inner = Vec::new();
    for entry in fs::read_dir(root.join(relative))? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = match relative {
            "" => name.into_owned(),
            _ => format!("{relative}/{name}"),
        };
        if kind.is_dir() && known.folders.contains(path.as_str()) {
            inner.push(path);
        } else if !(kind.is_file() && (known.files.contains(path.as_str()) || path == marker::NAME))
        {
            found.push(path);
        }
    }
    let deeper: Vec<Vec<String>> = inner
        .into_par_iter()
        .map(|folder| strangers(root, &folder, known))
        .collect::<io::Result<_>>()?;
    found.extend(deeper.into_iter().flatten());
    Ok(found)
}

/// The folders of a site.
fn folders(files: &[Entry]) -> BTreeSet<&str> {
    let mut folders = BTreeSet::new();
    for (file, _) in files {
        let mut path = file.as_ref();
        while let Some((folder, _)) = path.rsplit_once('/') {
            if !folders.insert(folder) {
                break;
            }
            path = folder;
        }
    }
    folders
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
