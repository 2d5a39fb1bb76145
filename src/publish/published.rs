//! What publishing did, and when it has nothing to do.

use std::{fs, path::Path};

use rayon::prelude::*;

use super::{
    digest::Digest,
    marker::{self, Entry, Marker, State},
};
use crate::model::UrlPath;

/// What publishing did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Where files were written anew, sorted.
    pub written: Vec<UrlPath>,
    /// Which of these the former site lacked, sorted.
    pub added: Vec<UrlPath>,
    /// The number of files kept from the former site, untouched.
    pub kept: usize,
    /// Where the former site had files that the new one lacks, sorted.
    pub removed: Vec<UrlPath>,
    /// The number of pages of the site, kept ones included.
    pub pages: usize,
    /// The size of the site, kept files included.
    pub bytes: u64,
}

impl Published {
    /// The number of files of the site.
    pub fn files(&self) -> usize {
        self.written.len() + self.kept
    }
}

/// The site at the folder, where it is the whole one of this digest, unchanged: then there is nothing to do.
pub fn up_to_date(folder: &Path, digest: &Digest) -> Option<Published> {
    let folder = fs::canonicalize(folder).ok()?;
    let Ok(State::Whole(marker)) = marker::state(&folder) else {
        return None;
    };
    if marker.digest != *digest {
        return None;
    }
    let size = |(file, _): &Entry| untouched(&folder.join(file.as_ref()), &marker);
    let bytes = marker.files.par_iter().map(size).sum::<Option<u64>>()?;
    Some(Published {
        written: Vec::new(),
        added: Vec::new(),
        kept: marker.files.len(),
        removed: Vec::new(),
        pages: pages(&marker.files),
        bytes,
    })
}

/// How many of the files are pages.
pub(super) fn pages(files: &[Entry]) -> usize {
    let is_page = |(file, _): &&Entry| file.ends_with(".html");
    files.iter().filter(is_page).count()
}

/// The size of a published file, if it is as it was published: younger than the marker, somebody changed it.
pub(super) fn untouched(path: &Path, marker: &Marker) -> Option<u64> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let same = metadata.is_file() && metadata.modified().ok()? <= marker.written;
    same.then_some(metadata.len())
}
