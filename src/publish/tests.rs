//! Publishing as a whole: what is written, kept, refused, and what a killed build leaves.

use std::{
    collections::BTreeMap,
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::Duration,
};

use rayon::prelude::*;

mod kill;

use super::*;
use crate::model::UrlPath;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn output(path: &str, text: &str) -> Output {
    Output {
        path: UrlPath::new(path).expect("a sound path"),
        bytes: text.into(),
    }
}

fn options(digest: &str) -> Options {
    Options {
        durable: false,
        ..Options::new(Digest::of([(digest, [].as_slice())]), Vec::new())
    }
}

fn publish(
    folder: &Path,
    digest: &str,
    files: &[(&str, &str)],
) -> std::result::Result<Published, PublishError> {
    let sink = FolderSink::begin(folder, options(digest))?;
    files
        .par_iter()
        .try_for_each(|(path, text)| sink.write(output(path, text)))?;
    sink.commit()
}

/// Every file below a folder, with its text.
fn tree(folder: &Path) -> io::Result<BTreeMap<PathBuf, String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(tree(&path)?);
        } else {
            found.insert(path.clone(), fs::read_to_string(&path)?);
        }
    }
    Ok(found)
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let names = entries
        .iter()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    Ok(names)
}

fn paths(paths: &[UrlPath]) -> Vec<&str> {
    paths.iter().map(UrlPath::as_str).collect()
}

const SITE: [(&str, &str); 5] = [
    ("/", "home"),
    ("/laep/a/", "a"),
    ("/laep/b/", "b"),
    ("/robots.txt", "robots"),
    ("/.htaccess", "rules"),
];

#[test]
fn only_what_differs_is_written_anew() -> Result {
    let place = tempfile::tempdir()?;
    let folder = place.path().join("deep/public");
    let first = publish(&folder, "1", &SITE)?;
    assert_eq!(
        paths(&first.written),
        ["/", "/.htaccess", "/laep/a/", "/laep/b/", "/robots.txt"]
    );
    assert_eq!((first.kept, first.removed.len(), first.bytes), (0, 0, 17));
    let stamp = |file: &str| -> io::Result<(u64, i64, i64)> {
        let metadata = fs::metadata(folder.join(file))?;
        Ok((metadata.ino(), metadata.mtime(), metadata.mtime_nsec()))
    };
    let (kept, changed) = (stamp("index.html")?, stamp("laep/a/index.html")?);
    let second = publish(
        &folder,
        "2",
        &[
            ("/", "home"),
            ("/laep/a/", "A"),
            ("/laep/c/", "c"),
            ("/robots.txt", "robots"),
        ],
    )?;
    assert_eq!(paths(&second.written), ["/laep/a/", "/laep/c/"]);
    assert_eq!(paths(&second.removed), ["/.htaccess", "/laep/b/"]);
    assert_eq!(second.kept, 2);
    assert_eq!(stamp("index.html")?, kept);
    assert_ne!(stamp("laep/a/index.html")?.0, changed.0);
    assert_eq!(names(&folder.join("laep"))?, ["a", "c"]);
    assert_eq!(names(&place.path().join("deep"))?, ["public"]);
    Ok(())
}

#[test]
fn what_is_streamed_is_kept_where_it_is_the_same() -> Result {
    let folder = tempfile::tempdir()?;
    let target = folder.path().join("public");
    let publish = |digest: &str, pieces: [&str; 2]| -> Result<Published> {
        let sink = FolderSink::begin(&target, options(digest))?;
        for name in ["/data.json", "/data.csv"] {
            sink.stream(&UrlPath::new(name).expect("a path"), &|to| {
                pieces
                    .iter()
                    .try_for_each(|piece| to.write_all(piece.as_bytes()))
            })?;
        }
        Ok(sink.commit()?)
    };
    assert_eq!(publish("a", ["un ", "deux"])?.written.len(), 2);
    let inode = || fs::metadata(target.join("data.json")).map(|file| file.ino());
    let first = inode()?;
    assert_eq!(publish("b", ["un", " deux"])?.kept, 2);
    assert_eq!(inode()?, first, "the file is the former one");
    assert_eq!(
        paths(&publish("c", ["un ", "trois"])?.written),
        ["/data.csv", "/data.json"]
    );
    assert_eq!(fs::read_to_string(target.join("data.csv"))?, "un trois");
    assert_eq!(names(&target)?, [".ribambelle", "data.csv", "data.json"]);
    Ok(())
}

#[test]
fn nothing_changed_is_seen() -> Result {
    let place = tempfile::tempdir()?;
    let folder = place.path().join("public");
    let digest = options("1").digest;
    assert!(up_to_date(&folder, &digest).is_none());
    publish(&folder, "1", &SITE)?;
    let found = up_to_date(&folder, &digest).ok_or("a site")?;
    assert_eq!((found.files(), found.pages, found.bytes), (5, 3, 17));
    assert!(up_to_date(&folder, &options("2").digest).is_none());
    let later = fs::metadata(folder.join(".ribambelle"))?.modified()? + Duration::from_secs(5);
    fs::File::options()
        .write(true)
        .open(folder.join("robots.txt"))?
        .set_modified(later)?;
    assert!(up_to_date(&folder, &digest).is_none(), "changed by hand");
    let again = publish(&folder, "1", &SITE)?;
    assert_eq!(paths(&again.written), ["/robots.txt"]);
    assert!(up_to_date(&folder, &digest).is_some());
    fs::remove_file(folder.join("laep/a/index.html"))?;
    assert!(up_to_date(&folder, &digest).is_none(), "removed by hand");
    assert_eq!(paths(&publish(&folder, "1", &SITE)?.written), ["/laep/a/"]);
    Ok(())
}

#[test]
fn equal_outputs_make_equal_trees() -> Result {
    let place = tempfile::tempdir()?;
    let mut reversed = SITE;
    reversed.reverse();
    publish(&place.path().join("a"), "1", &SITE)?;
    publish(&place.path().join("b"), "1", &[("/", "else")])?;
    publish(&place.path().join("b"), "1", &reversed)?;
    let relative = |name: &str| -> Result<Vec<(PathBuf, String)>> {
        let folder = place.path().join(name);
        let files = tree(&folder)?.into_iter();
        files
            .map(|(path, text)| Ok((path.strip_prefix(&folder)?.to_owned(), text)))
            .collect()
    };
    assert_eq!(relative("a")?, relative("b")?);
    Ok(())
}

#[test]
fn foreign_files_are_never_touched() -> Result {
    let place = tempfile::tempdir()?;
    let folder = place.path().join("public");
    fs::create_dir(&folder)?;
    fs::write(folder.join("letter.odt"), "dear")?;
    let refused =
        |folder: &Path| matches!(publish(folder, "1", &SITE), Err(PublishError::Refused(_)));
    assert!(refused(&folder));
    assert_eq!(names(place.path())?, ["public"]);
    assert_eq!(tree(&folder)?.len(), 1);
    assert!(refused(&folder.join("letter.odt")), "a file");
    fs::remove_file(folder.join("letter.odt"))?;
    publish(&folder, "1", &SITE)?;
    for stranger in ["letter.odt", "laep/letter.odt", "laep/a/.git/config"] {
        let stranger = folder.join(stranger);
        fs::create_dir_all(stranger.parent().ok_or("no parent")?)?;
        fs::write(&stranger, "dear")?;
        assert!(refused(&folder), "{}", stranger.display());
        assert_eq!(fs::read_to_string(&stranger)?, "dear");
        fs::remove_file(&stranger)?;
    }
    fs::remove_dir(folder.join("laep/a/.git"))?;
    std::os::unix::fs::symlink(place.path(), folder.join("laep/link"))?;
    assert!(refused(&folder), "a link");
    fs::remove_file(folder.join("laep/link"))?;
    assert!(!refused(&folder));
    Ok(())
}

#[test]
fn a_build_given_up_leaves_the_former_site() -> Result {
    let place = tempfile::tempdir()?;
    let folder = place.path().join("public");
    publish(&folder, "1", &SITE)?;
    let before = tree(&folder)?;
    let sink = FolderSink::begin(&folder, options("2"))?;
    sink.write(output("/", "new"))?;
    assert!(matches!(
        sink.write(output("/index.html", "twin")),
        Err(PublishError::Collision(_))
    ));
    drop(sink);
    let sink = FolderSink::begin(&folder, options("2"))?;
    sink.write(output("/x/", "new"))?;
    fs::remove_dir_all(place.path().join(".public-new"))?;
    fs::write(place.path().join(".public-new"), "in the way")?;
    assert!(matches!(
        sink.write(output("/y/", "new")),
        Err(PublishError::Machine(_))
    ));
    fs::remove_file(place.path().join(".public-new"))?;
    assert!(
        matches!(sink.commit(), Err(PublishError::Machine(_))),
        "a write had failed"
    );
    assert_eq!(tree(&folder)?, before);
    assert_eq!(names(place.path())?, ["public"]);
    Ok(())
}

#[test]
fn a_target_that_is_a_link_stays_one() -> Result {
    let place = tempfile::tempdir()?;
    let real = place.path().join("real/site");
    fs::create_dir_all(&real)?;
    let link = place.path().join("public");
    std::os::unix::fs::symlink(&real, &link)?;
    publish(&link, "1", &SITE)?;
    assert!(fs::symlink_metadata(&link)?.is_symlink());
    assert_eq!(fs::read_to_string(real.join("robots.txt"))?, "robots");
    assert!(up_to_date(&link, &options("1").digest).is_some());
    Ok(())
}

#[test]
fn a_flushed_site_is_the_same() -> Result {
    let place = tempfile::tempdir()?;
    let folder = place.path().join("public");
    let sink = FolderSink::begin(&folder, Options::new(Digest::of([]), Vec::new()))?;
    sink.write(output("/", "home"))?;
    sink.commit()?;
    assert_eq!(fs::read_to_string(folder.join("index.html"))?, "home");
    Ok(())
}

fn publish_compressed(folder: &Path, digest: &str, files: &[(&str, &str)]) -> Result<Published> {
    let options = Options {
        precompressed: true,
        ..options(digest)
    };
    let sink = FolderSink::begin(folder, options)?;
    files
        .par_iter()
        .try_for_each(|(path, text)| sink.write(output(path, text)))?;
    Ok(sink.commit()?)
}

#[test]
fn compressed_copies_lie_beside_what_shrinks_and_are_made_once() -> Result {
    let place = tempfile::tempdir()?;
    let folder = place.path().join("public");
    let (long, other) = ("<p>Bonjour</p>".repeat(50), "<p>Au revoir</p>".repeat(50));
    let files = [
        ("/a.html", long.as_str()),
        ("/b.html", "<p>"),
        ("/c.png", long.as_str()),
    ];
    publish_compressed(&folder, "1", &files)?;
    let expected = [
        ".ribambelle",
        "a.html",
        "a.html.br",
        "a.html.gz",
        "b.html",
        "c.png",
    ];
    assert_eq!(names(&folder)?, expected);
    let inode = |name: &str| Ok::<_, io::Error>(fs::metadata(folder.join(name))?.ino());
    let before = (inode("a.html.br")?, inode("a.html.gz")?);
    let same = publish_compressed(&folder, "2", &files)?;
    assert_eq!((same.written.len(), same.kept), (0, 5));
    assert_eq!((inode("a.html.br")?, inode("a.html.gz")?), before);
    // A changed file is compressed anew; a site without copies takes them away.
    let changed = publish_compressed(&folder, "3", &[("/a.html", &other), files[1], files[2]])?;
    assert_eq!((changed.written.len(), changed.kept), (3, 2));
    assert!(changed.added.is_empty());
    let without = publish(&folder, "4", &files)?;
    assert_eq!(without.removed.len(), 2);
    assert_eq!(
        names(&folder)?,
        [".ribambelle", "a.html", "b.html", "c.png"]
    );
    // Copies of another scheme, or none, are no reason to leave any out.
    publish_compressed(&folder, "5", &files)?;
    assert_eq!(names(&folder)?, expected);
    Ok(())
}
