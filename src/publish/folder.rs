//! The sink that publishes a folder.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use super::{
    PublishError, Sink, WriteBytes, clear, compress,
    counted::Counted,
    digest::{ContentHash, Digest},
    error::machine,
    lock::Lock,
    marker::{self, Entry, Marker, State},
    names::Names,
    published::{Published, pages, untouched},
    swap,
    target::Target,
};
use crate::{
    diag::say,
    model::{Output, UrlPath},
};

/// How to publish a folder.
#[derive(Debug, Clone)]
pub struct Options {
    /// The digest of all that the site is made from; see [`up_to_date`](super::up_to_date).
    pub digest: Digest,
    /// The folders the site is made from: refused as targets, with all that holds them or lies in them.
    pub sources: Vec<PathBuf>,
    /// How long to wait for another build of the same folder.
    pub patience: Duration,
    /// Whether the new site must be on the disk, not only in its cache, before it takes the former one's place.
    pub durable: bool,
    /// Whether compressed copies are put beside what compresses.
    pub precompressed: bool,
}

impl Options {
    /// The options of an ordinary build.
    pub fn new(digest: Digest, sources: Vec<PathBuf>) -> Options {
        Options {
            digest,
            sources,
            patience: Duration::from_secs(60),
            durable: true,
            precompressed: false,
        }
    }
}

/// A folder that is being published: the new site is made beside it and takes its place on [`FolderSink::commit`].
///
/// Dropped before that, the former site stays and the new one is cleared away.
#[derive(Debug)]
pub struct FolderSink {
    target: Target,
    former: Option<Marker>,
    options: Options,
    names: Mutex<Names>,
    files: Mutex<Vec<File>>,
    bytes: AtomicU64,
    staged: bool,
    /// Dropped last, after the staging folder is cleared.
    _lock: Lock,
}

#[derive(Debug)]
struct File {
    entry: Entry,
    kept: bool,
}

impl FolderSink {
    /// Makes ready to publish into a folder, or refuses it, before anything is touched.
    pub fn begin(folder: &Path, options: Options) -> Result<FolderSink, PublishError> {
        let target = Target::new(folder, &options.sources)?;
        let parent = target.staging.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(parent).map_err(|error| machine("de créer", "make", parent, &error))?;
        let lock = Lock::take(&target.lock, options.patience)?;
        swap::recover(&target)?;
        let former = former(&target)?;
        fs::create_dir(&target.staging)
            .map_err(|error| machine("de créer", "make", &target.staging, &error))?;
        // From here on, what was made is cleared away whatever fails.
        let sink = FolderSink {
            target,
            former,
            options,
            names: Mutex::default(),
            files: Mutex::default(),
            bytes: AtomicU64::new(0),
            staged: true,
            _lock: lock,
        };
        let staging = &sink.target.staging;
        marker::write_unfinished(staging)
            .map_err(|error| machine("de créer", "make", staging, &error))?;
        Ok(sink)
    }

    /// Puts the new site in the former one's place, and removes that one.
    pub fn commit(mut self) -> Result<Published, PublishError> {
        let mut files = std::mem::take(&mut *hold(&self.files));
        if files.len() != hold(&self.names).files() {
            return Err(PublishError::Machine(say(
                "un fichier n'a pas pu être écrit",
                "a file could not be written",
            )));
        }
        files.sort_unstable_by(|a, b| a.entry.0.cmp(&b.entry.0));
        let kept = files.iter().filter(|file| file.kept).count();
        let new = files.iter().filter(|file| !file.kept);
        let mut written: Vec<UrlPath> = new.filter_map(|file| url(&file.entry.0)).collect();
        written.sort_unstable();
        let is_new = |path: &&UrlPath| {
            let former = self.former.as_ref();
            former.is_none_or(|former| former.hash(&path.file()).is_none())
        };
        let added = written.iter().filter(is_new).cloned().collect();
        let entries: Vec<Entry> = files.into_iter().map(|file| file.entry).collect();
        self.finish(&entries)
            .map_err(|error| machine("de publier", "publish", &self.target.folder, &error))?;
        self.staged = false;
        let former = self.former.take().map(|marker| marker.files);
        let former = former.unwrap_or_default();
        let places = [&self.target.staging, &self.target.former];
        for place in places.into_iter().filter(|place| place.exists()) {
            // The site is published: what can't be cleared now is the next build's to clear.
            let _ = clear::site(place, &former);
        }
        let mut removed: Vec<UrlPath> = former
            .iter()
            .filter(|(file, _)| {
                let found = entries.binary_search_by(|(path, _)| path.cmp(file));
                found.is_err()
            })
            .filter_map(|(file, _)| url(file))
            .collect();
        removed.sort_unstable();
        Ok(Published {
            written,
            added,
            kept,
            removed,
            pages: pages(&entries),
            bytes: self.bytes.load(Ordering::Relaxed),
        })
    }

    fn finish(&self, entries: &[Entry]) -> io::Result<()> {
        let Target {
            folder, staging, ..
        } = &self.target;
        let scheme = self.options.precompressed.then_some(compress::SCHEME);
        marker::write_whole(staging, &self.options.digest, scheme, entries)?;
        match fs::metadata(folder) {
            Ok(former) => fs::set_permissions(staging, former.permissions())?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        if self.options.durable {
            // One flush for all: a thousand files synced one by one take a thousand times the disk's latency.
            rustix::fs::syncfs(fs::File::open(staging)?)?;
        }
        swap::swap(&self.target)
    }

    /// Puts a file in the new site: the former one, where its content is the same.
    fn put(&self, file: &str, bytes: &[u8], hash: ContentHash) -> Result<(), PublishError> {
        let fail =
            |error: io::Error| machine("d'écrire", "write", &self.target.folder.join(file), &error);
        self.make_folders(file)?;
        let size = bytes.len() as u64;
        let kept = self.keep(file, hash, |former| former == size).is_some();
        if !kept {
            self.create(file, bytes).map_err(fail)?;
        }
        self.count(file, hash, size, kept);
        Ok(())
    }

    /// Puts a file in the new site as it is written; where the former one proves the same, puts that in its place.
    fn put_streamed(&self, file: &str, write: WriteBytes<'_>) -> Result<ContentHash, PublishError> {
        let fail =
            |error: io::Error| machine("d'écrire", "write", &self.target.folder.join(file), &error);
        self.make_folders(file)?;
        let created = self.place(file, |to| fs::File::create_new(to));
        let mut counted = Counted::new(created.map_err(fail)?);
        write(&mut counted)
            .and_then(|()| counted.flush())
            .map_err(fail)?;
        let (hash, size) = (counted.hash(), counted.size);
        let is_same = self.former.as_ref().and_then(|former| former.hash(file)) == Some(hash);
        let kept = is_same && {
            let made = self.target.staging.join(file);
            let aside = self.target.staging.join(format!("{file}~"));
            fs::rename(&made, &aside).map_err(fail)?;
            let kept = self.keep(file, hash, |former| former == size).is_some();
            let settled = if kept {
                fs::remove_file(&aside)
            } else {
                fs::rename(&aside, &made)
            };
            settled.map_err(fail)?;
            kept
        };
        self.count(file, hash, size, kept);
        Ok(hash)
    }

    /// Takes the name of a file, and makes the folders above it.
    fn make_folders(&self, file: &str) -> Result<(), PublishError> {
        for folder in hold(&self.names).take(file)? {
            made(fs::create_dir(self.target.staging.join(folder))).map_err(|error| {
                machine("d'écrire", "write", &self.target.folder.join(file), &error)
            })?;
        }
        Ok(())
    }

    /// Whether compressed copies of a file are wanted.
    fn is_copied(&self, path: &UrlPath) -> bool {
        self.options.precompressed && compress::is_compressible(path)
    }

    /// Puts the compressed copies of a file beside it; those of the former site, where the file is the same.
    fn put_copies(&self, file: &str, bytes: &[u8], hash: ContentHash) -> Result<(), PublishError> {
        let former = self.former.as_ref().filter(|former| {
            former.scheme.as_deref() == Some(compress::SCHEME) && former.hash(file) == Some(hash)
        });
        for method in compress::METHODS {
            let copy = format!("{file}{}", method.suffix);
            if let Some(former) = former {
                let Some(hash) = former.hash(&copy) else {
                    continue;
                };
                if let Some(size) = self.keep(&copy, hash, |_| true) {
                    hold(&self.names).take(&copy)?;
                    self.count(&copy, hash, size, true);
                    continue;
                }
            }
            let small = method.shrink(bytes).map_err(|error| {
                machine(
                    "de comprimer",
                    "compress",
                    &self.target.folder.join(file),
                    &error,
                )
            })?;
            if let Some(small) = small {
                self.put(&copy, &small, ContentHash::of(&small))?;
            }
        }
        Ok(())
    }

    /// Takes a file over from the former site, where its content and size are right; gives its size.
    fn keep(&self, file: &str, hash: ContentHash, right: impl Fn(u64) -> bool) -> Option<u64> {
        let former = self.former.as_ref()?;
        let from = self.target.folder.join(file);
        let size = (former.hash(file)? == hash)
            .then(|| untouched(&from, former))
            .flatten()
            .filter(|size| right(*size))?;
        self.place(file, |to| fs::hard_link(&from, to)).ok()?;
        Some(size)
    }

    fn count(&self, file: &str, hash: ContentHash, size: u64, kept: bool) {
        self.bytes.fetch_add(size, Ordering::Relaxed);
        hold(&self.files).push(File {
            entry: (file.into(), hash),
            kept,
        });
    }

    fn create(&self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let mut created = self.place(file, |to| fs::File::create_new(to))?;
        created.write_all(bytes)
    }

    /// Makes a file by its path; where its folder is missing, makes that first.
    ///
    /// Another thread may have taken the folder's name and be about to make it.
    fn place<T>(&self, file: &str, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
        let path = self.target.staging.join(file);
        match (make(&path), path.parent()) {
            (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(folder)?;
                make(&path)
            }
            (made, _) => made,
        }
    }
}

impl Sink for FolderSink {
    fn write(&self, output: Output) -> Result<(), PublishError> {
        let Output { path, bytes } = output;
        let (file, hash) = (path.file(), ContentHash::of(&bytes));
        self.put(&file, &bytes, hash)?;
        if self.is_copied(&path) {
            self.put_copies(&file, &bytes, hash)?;
        }
        Ok(())
    }

    fn stream(&self, path: &UrlPath, write: WriteBytes<'_>) -> Result<(), PublishError> {
        let file = path.file();
        let hash = self.put_streamed(&file, write)?;
        if self.is_copied(path) {
            // To be compressed it is read whole, and let go at once.
            let bytes = fs::read(self.target.staging.join(&*file))
                .map_err(|error| machine("de lire", "read", Path::new(&*file), &error))?;
            self.put_copies(&file, &bytes, hash)?;
        }
        Ok(())
    }
}

impl Drop for FolderSink {
    fn drop(&mut self) {
        if self.staged {
            // What can't be cleared now is the next build's to clear.
            let _ = clear::unfinished(&self.target.staging);
        }
    }
}

/// The site that stands at the target, if any, or a refusal of what stands there.
fn former(target: &Target) -> Result<Option<Marker>, PublishError> {
    let state = marker::state(&target.folder)
        .map_err(|error| machine("de lire", "read", &target.folder, &error))?;
    match state {
        State::Absent | State::Empty => Ok(None),
        State::Whole(marker) => {
            clear::no_strangers(&target.folder, &marker)?;
            Ok(Some(marker))
        }
        State::Unfinished | State::Foreign => Err(clear::foreign(&target.folder)),
    }
}

/// The path at which a file is served.
fn url(file: &str) -> Option<UrlPath> {
    let path = match file.rsplit_once('/') {
        Some((folder, "index.html")) => format!("/{folder}/"),
        None if file == "index.html" => "/".to_owned(),
        _ => format!("/{file}"),
    };
    UrlPath::new(path)
}

/// Forgives a folder that is there already, or whose own folder another thread is about to make.
fn made(created: io::Result<()>) -> io::Result<()> {
    use io::ErrorKind::{AlreadyExists, NotFound};
    match created {
        Err(error) if !matches!(error.kind(), AlreadyExists | NotFound) => Err(error),
        _ => Ok(()),
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
