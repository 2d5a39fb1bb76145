//! The only reader of content and themes: paths, texts and bytes.
//!
//! [`Sources::read`] walks a content folder and the `themes` folder beside it; [`Sources::in_memory`] is for tests.
//! What can't be read (not UTF-8, too large, a device, a link that leaves the folder) is a diagnostic,
//! and its file stands in the table all the same, with an empty text, so that others may name it.

mod decode;
mod embedded;
mod open;
mod per_text;
mod read;
mod stamp;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::diag::{FileId, Locate};

pub use per_text::PerText;
use stamp::Stamp;

/// The file of the site itself.
const GUIDE: &str = "content/guide.yml";

/// The code of the fault of a file that disappears or changes while it is read.
pub const CHANGED_FILE: &str = "changed-file";
/// The largest text file that is read, in bytes: 1 MiB.
pub const MAX_TEXT_BYTES: u64 = 1 << 20;

/// The largest picture or document that is read, in bytes: 100 MiB, the most that forges take.
pub const MAX_MEDIA_BYTES: u64 = 100 << 20;

/// One file of the content or of a theme.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its path with `/` between segments, in composed Unicode, beginning with the folder: `content/laep/x.md`.
    pub name: Box<str>,
    content: Content,
    /// What tells the file on disk from one that takes its place; none for what is no ordinary file.
    stamp: Option<Stamp>,
    trust: Trust,
    digest: OnceLock<[u8; 32]>,
}

/// Whether what was read of a file may be used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Something is wrong with it, which each reading tells.
    Faulty,
    /// It was written so recently that its stamp may not tell a further change.
    Fresh,
    /// As long as its stamp stays the same.
    Settled,
}

#[derive(Debug, Clone)]
enum Content {
    Text(Arc<str>),
    Bytes(std::borrow::Cow<'static, [u8]>),
    OnDisk { path: PathBuf, length: u64 },
    Unreadable,
}

/// Every file of content and themes: path → text with a [`FileId`].
///
/// What is read again ([`Sources::read_again`]) shares the texts of files that stayed the same, under the same ids.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    files: Vec<Arc<SourceFile>>,
    by_name: Arc<BTreeMap<Box<str>, FileId>>,
    /// Stands for `content/guide.yml` where there is none, so that its absence has a place to be told.
    absent_guide: Option<FileId>,
}

impl Sources {
    /// Makes sources of names and texts given in memory, beside the default theme.
    pub fn in_memory<N: Into<Box<str>>, T: Into<Box<str>>>(
        files: impl IntoIterator<Item = (N, T)>,
    ) -> Sources {
        let mut sources = Sources::default();
        for (name, text) in files {
            let text: Box<str> = text.into();
            sources.insert(
                &Sources::default(),
                SourceFile::new(name.into(), Content::Text(text.into())),
            );
        }
        embedded::add_default_theme(&mut sources, &Sources::default());
        sources.stand_in_for_guide(&Sources::default());
        sources
    }

    /// These sources with the files of some names as others have them; one that those have not stays as it is.
    pub fn with_former(&self, former: &Sources, names: &BTreeSet<Box<str>>) -> Sources {
        let file = |file: &Arc<SourceFile>| {
            let other = names.get(&file.name).and_then(|name| former.find(name));
            Arc::clone(other.map_or(file, |id| &former.files[id.0 as usize]))
        };
        Sources {
            files: self.files.iter().map(file).collect(),
            by_name: Arc::clone(&self.by_name),
            absent_guide: self.absent_guide,
        }
    }

    /// These sources without the texts of some files, of which all that matters was read.
    pub fn without_texts(&self, files: impl IntoIterator<Item = FileId>) -> Sources {
        let nothing: Arc<str> = Arc::default();
        let mut left = self.clone();
        for id in files {
            let file = &mut left.files[id.0 as usize];
            *file = SourceFile::new(file.name.clone(), Content::Text(Arc::clone(&nothing)));
        }
        left
    }

    /// Whether these are the same files, with the same content, under the same ids.
    pub fn is_same(&self, other: &Sources) -> bool {
        self.has_names_of(other) && self.changed(other).next().is_none()
    }

    /// Whether these are files of the same names, under the same ids.
    pub fn has_names_of(&self, other: &Sources) -> bool {
        Arc::ptr_eq(&self.by_name, &other.by_name) || self.by_name == other.by_name
    }

    /// The files of these sources that others, which have the same names, have otherwise.
    pub fn changed(&self, other: &Sources) -> impl Iterator<Item = FileId> {
        self.by_name.values().copied().filter(|id| {
            let (file, other) = (&self.files[id.0 as usize], &other.files[id.0 as usize]);
            !Arc::ptr_eq(file, other) && !file.is_same(other)
        })
    }

    /// Whether a file of this name is hidden, an editor's backup, or in a folder that is: such files are never read.
    pub fn passes_over(name: &str) -> bool {
        name.split('/').any(walk::is_passed_over)
    }

    /// `content/guide.yml`, or what stands for it where there is none.
    pub fn guide(&self) -> FileId {
        let found = self.find(GUIDE).or(self.absent_guide);
        // One of the two is there since the sources were made.
        found.unwrap_or(FileId(0))
    }

    /// The file of a name, such as `content/guide.yml`.
    pub fn find(&self, name: &str) -> Option<FileId> {
        self.by_name.get(name).copied()
    }

    /// One file.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The text of a file, shared with whoever keeps it; none where it has none or could not be read.
    pub fn shared_text(&self, id: FileId) -> Option<Arc<str>> {
        match &self.file(id).content {
            Content::Text(text) => Some(Arc::clone(text)),
            _ => None,
        }
    }

    /// The text of a file; empty where it has none or could not be read.
    pub fn text(&self, id: FileId) -> &str {
        match &self.file(id).content {
            Content::Text(text) => text,
            _ => "",
        }
    }

    /// A digest of the text of a file, of no bytes where it has none; made when it is first asked for.
    pub fn digest(&self, id: FileId) -> &[u8; 32] {
        let file = self.file(id);
        file.digest
            .get_or_init(|| *blake3::hash(self.text(id).as_bytes()).as_bytes())
    }

    /// Whether the file holds a text that was read whole.
    pub fn is_text(&self, id: FileId) -> bool {
        matches!(self.file(id).content, Content::Text(_))
    }

    /// Whether the file is one that can be read.
    pub fn is_readable(&self, id: FileId) -> bool {
        !matches!(self.file(id).content, Content::Unreadable)
    }

    /// The bytes of a file, read from disk when asked for.
    ///
    /// Fails where the disk does, or where the file could not be read in the first place.
    pub fn bytes(&self, id: FileId) -> io::Result<std::borrow::Cow<'_, [u8]>> {
        match &self.file(id).content {
            Content::Text(text) => Ok(text.as_bytes().into()),
            Content::Bytes(bytes) => Ok(std::borrow::Cow::Borrowed(bytes)),
            Content::OnDisk { path, .. } => match open::read(path, MAX_MEDIA_BYTES) {
                Ok(bytes) => Ok(bytes.into()),
                Err(open::ReadError::Other(error)) => Err(error),
                Err(_) => Err(io::ErrorKind::InvalidData.into()),
            },
            Content::Unreadable => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    /// The size of a file in bytes.
    pub fn size(&self, id: FileId) -> u64 {
        match &self.file(id).content {
            Content::Text(text) => text.len() as u64,
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::OnDisk { length, .. } => *length,
            Content::Unreadable => 0,
        }
    }

    /// Every file with its name, sorted by name.
    pub fn all(&self) -> impl Iterator<Item = (FileId, &str)> {
        self.by_name.iter().map(|(name, id)| (*id, &**name))
    }

    /// The files under a folder (`content/`, `themes/guide/`), sorted by name.
    pub fn under<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = (FileId, &'s str)> {
        self.by_name
            .range::<str, _>((
                std::ops::Bound::Included(folder),
                std::ops::Bound::Unbounded,
            ))
            .take_while(move |(name, _)| name.starts_with(folder))
            .map(|(name, id)| (*id, name.as_ref()))
    }

    fn stand_in_for_guide(&mut self, former: &Sources) {
        self.absent_guide = former.absent_guide;
        if self.find(GUIDE).is_none() && self.absent_guide.is_none() {
            self.absent_guide = Some(self.push(SourceFile::new(GUIDE.into(), Content::Unreadable)));
        }
    }

    /// Adds a file, under the id that it had before; one that is there already stays.
    fn insert(&mut self, former: &Sources, file: Arc<SourceFile>) -> FileId {
        if let Some(&id) = self.by_name.get(&file.name) {
            return id;
        }
        let name = file.name.clone();
        let id = match former.by_name.get(&name) {
            Some(&id) => {
                self.files[id.0 as usize] = file;
                id
            }
            None => self.push(file),
        };
        Arc::make_mut(&mut self.by_name).insert(name, id);
        id
    }

    /// Adds files sorted by name, of which none is there, each under the id that it had before; gives their ids.
    ///
    /// Of two with the same name the first stays.
    fn insert_sorted(
        &mut self,
        former: &Sources,
        files: impl IntoIterator<Item = Arc<SourceFile>>,
    ) -> Vec<FileId> {
        let mut named: Vec<(Box<str>, FileId)> = Vec::new();
        let mut ids = Vec::new();
        for file in files {
            if let Some((_, id)) = named.last().filter(|(name, _)| *name == file.name) {
                ids.push(*id);
                continue;
            }
            let name = file.name.clone();
            let id = match former.by_name.get(&name) {
                Some(&id) => {
                    self.files[id.0 as usize] = file;
                    id
                }
                None => self.push(file),
            };
            named.push((name, id));
            ids.push(id);
        }
        let by_name = Arc::make_mut(&mut self.by_name);
        match by_name.is_empty() {
            // At once: what is sorted already is put there as it comes.
            true => *by_name = named.into_iter().collect(),
            false => by_name.extend(named),
        }
        ids
    }

    fn push(&mut self, file: Arc<SourceFile>) -> FileId {
        // Fewer than 2³² files: each takes memory of its own long before.
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        id
    }
}

impl SourceFile {
    /// Whether two readings of a file gave the same.
    fn is_same(&self, other: &SourceFile) -> bool {
        match (&self.content, &other.content) {
            (Content::Text(text), Content::Text(other_text))
                if self.trust != Trust::Faulty && other.trust != Trust::Faulty =>
            {
                text == other_text
            }
            _ => self.stamp == other.stamp,
        }
    }

    fn new(name: Box<str>, content: Content) -> Arc<SourceFile> {
        Arc::new(SourceFile {
            name,
            content,
            stamp: None,
            trust: Trust::Fresh,
            digest: OnceLock::new(),
        })
    }
}

impl Locate for Sources {
    fn locate(&self, file: FileId) -> (&str, &str) {
        (&self.file(file).name, self.text(file))
    }
}
