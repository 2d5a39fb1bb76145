//! The marker `.ribambelle`, by which a folder is known to be made by this tool.
//!
//! ```text
//! ribambelle 1
//! 5f3c… (64 digits: the digest of all inputs, options and the tool; after a space, how files were compressed, if so)
//! 404.html 0a1b… (32 digits: the content's hash; one line per file, sorted)
//! ```
//!
//! A site that is still being made has a marker of one line only, `ribambelle 1 unfinished`.
//! Names of sources never stand here, since the marker is published with the site.

use std::{fmt::Write as _, fs, io, path::Path, time::SystemTime};

use super::digest::{ContentHash, Digest};
use crate::model::UrlPath;

/// The marker's name within a site's folder.
pub(super) const NAME: &str = ".ribambelle";

const FIRST_LINE: &str = "ribambelle 1";
const UNFINISHED: &str = "ribambelle 1 unfinished\n";
const DRAFT: &str = ".ribambelle.new";

/// One published file: its path relative to the folder, and the hash of its content.
pub(super) type Entry = (Box<str>, ContentHash);

/// What the marker of a whole site says.
#[derive(Debug)]
pub(super) struct Marker {
    pub(super) digest: Digest,
    /// How the compressed copies were made, where there are any.
    pub(super) scheme: Option<Box<str>>,
    /// Sorted by path; each path is one that [`UrlPath::file`] gives.
    pub(super) files: Vec<Entry>,
    /// When the marker was written: no file of the site is younger, unless somebody changed it since.
    pub(super) written: SystemTime,
}

impl Marker {
    /// The hash of a file, where the site has it.
    pub(super) fn hash(&self, file: &str) -> Option<ContentHash> {
        let index = self
            .files
            .binary_search_by(|(path, _)| path.as_ref().cmp(file))
            .ok()?;
        Some(self.files[index].1)
    }
}

/// What stands under a name on disk.
#[derive(Debug)]
pub(super) enum State {
    /// Nothing.
    Absent,
    /// A folder without entries.
    Empty,
    /// A site whose making was interrupted.
    Unfinished,
    /// A whole site.
    Whole(Marker),
    /// Anything else: never touched.
    Foreign,
}

/// Looks at what stands under a name, without following a link there.
pub(super) fn state(folder: &Path) -> io::Result<State> {
    match fs::symlink_metadata(folder) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Ok(State::Foreign),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(State::Absent),
        Err(error) => return Err(error),
    }
    let marker = folder.join(NAME);
    match fs::symlink_metadata(&marker) {
        Ok(metadata) if metadata.is_file() => {
            let text = match fs::read_to_string(&marker) {
                Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                    return Ok(State::Foreign);
                }
                text => text?,
            };
            Ok(parse(&text, metadata.modified()?))
        }
        Ok(_) => Ok(State::Foreign),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let empty = fs::read_dir(folder)?.next().is_none();
            Ok(if empty { State::Empty } else { State::Foreign })
        }
        Err(error) => Err(error),
    }
}

/// Marks a folder as one that is being made.
pub(super) fn write_unfinished(folder: &Path) -> io::Result<()> {
    fs::write(folder.join(NAME), UNFINISHED)
}

/// Marks a folder as whole, in one step; the entries are sorted by path.
pub(super) fn write_whole(
    folder: &Path,
    digest: &Digest,
    scheme: Option<&str>,
    files: &[Entry],
) -> io::Result<()> {
    let length = files.iter().map(|(path, _)| path.len() + 34).sum::<usize>();
    let mut text = String::with_capacity(length + 80);
    let mut line =
        |arguments: std::fmt::Arguments<'_>| text.write_fmt(arguments).map_err(io::Error::other);
    match scheme {
        Some(scheme) => line(format_args!("{FIRST_LINE}\n{digest} {scheme}\n"))?,
        None => line(format_args!("{FIRST_LINE}\n{digest}\n"))?,
    }
    for (path, hash) in files {
        line(format_args!("{path} {hash}\n"))?;
    }
    fs::write(folder.join(DRAFT), text)?;
    fs::rename(folder.join(DRAFT), folder.join(NAME))
}

fn parse(text: &str, written: SystemTime) -> State {
    // A build killed at its very start leaves the marker empty.
    if text.is_empty() || text == UNFINISHED {
        return State::Unfinished;
    }
    match parse_whole(text, written) {
        Some(marker) => State::Whole(marker),
        None => State::Foreign,
    }
}

/// Reads a whole marker; a path that could lead out of the folder makes it none.
fn parse_whole(text: &str, written: SystemTime) -> Option<Marker> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    if lines.next()? != FIRST_LINE {
        return None;
    }
    let line = lines.next()?;
    let (digest, scheme) = match line.split_once(' ') {
        Some((digest, scheme)) => (digest, Some(scheme.into())),
        None => (line, None),
    };
    let digest = Digest::parse(digest)?;
    let files = lines
        .map(|line| {
            let (path, hash) = line.split_once(' ')?;
            let plain = UrlPath::new(format!("/{path}")).is_some_and(|url| !url.is_page());
            plain.then_some((path.into(), ContentHash::parse(hash)?))
        })
        .collect::<Option<Vec<Entry>>>()?;
    let sorted = files.windows(2).all(|pair| pair[0].0 < pair[1].0);
    sorted.then_some(Marker {
        digest,
        scheme,
        files,
        written,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(marker: &str) -> State {
        parse(marker, SystemTime::UNIX_EPOCH)
    }

    #[test]
    fn a_marker_is_read_as_it_is_written() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        assert!(matches!(state(folder.path())?, State::Empty));
        write_unfinished(folder.path())?;
        assert!(matches!(state(folder.path())?, State::Unfinished));
        let digest = Digest::of([]);
        let files: [Entry; 2] = [
            (".htaccess".into(), ContentHash::of(b"1")),
            ("a/index.html".into(), ContentHash::of(b"2")),
        ];
        for scheme in [None, Some("br10+gzip9")] {
            write_whole(folder.path(), &digest, scheme, &files)?;
            let State::Whole(marker) = state(folder.path())? else {
                panic!("not whole");
            };
            assert_eq!(marker.scheme.as_deref(), scheme);
            assert_eq!(marker.digest, digest);
        }
        let State::Whole(marker) = state(folder.path())? else {
            panic!("not whole");
        };
        assert_eq!(marker.files, files);
        assert_eq!(marker.hash("a/index.html"), Some(ContentHash::of(b"2")));
        assert_eq!(marker.hash("b"), None);
        Ok(())
    }

    #[test]
    fn what_is_not_a_marker_is_foreign() {
        let digest = "0".repeat(64);
        let hash = "0".repeat(32);
        assert!(matches!(
            written(&format!("ribambelle 1\n{digest}\na {hash}\n")),
            State::Whole(_)
        ));
        for text in [
            "\n".to_owned(),
            "ribambelle 1".to_owned(),
            format!("ribambelle 2\n{digest}\n"),
            format!("ribambelle 1\n{digest}"),
            format!("ribambelle 1\n{digest}\n../a {hash}\n"),
            format!("ribambelle 1\n{digest}\n/etc/passwd {hash}\n"),
            format!("ribambelle 1\n{digest}\nb {hash}\na {hash}\n"),
            format!("ribambelle 1\n{digest}\na {hash}\na {hash}\n"),
            format!("ribambelle 1\n{digest}\na\n"),
        ] {
            assert!(matches!(written(&text), State::Foreign), "{text}");
        }
    }

    #[test]
    fn a_link_is_never_followed() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let site = folder.path().join("site");
        fs::create_dir(&site)?;
        std::os::unix::fs::symlink(&site, folder.path().join("link"))?;
        assert!(matches!(
            state(&folder.path().join("link"))?,
            State::Foreign
        ));
        assert!(matches!(state(&folder.path().join("none"))?, State::Absent));
        Ok(())
    }
}
