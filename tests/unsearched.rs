//! A site built without search has nothing of it: no field, no page, no files, no links to any of them.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// Builds the demonstration, and gives the folder of the site.
fn built(folder: &Path, more: &[&str]) -> Result<PathBuf> {
    let target = folder.join("public");
    let output = Command::new(env!("CARGO_BIN_EXE_ribambelle"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--date", "2026-11-22", "--sortie"])
        .arg(&target)
        .args(more)
        .output()?;
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complained}");
    Ok(target)
}

/// All files below a folder, by their paths from it.
fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
                found.push((name, path));
            }
        }
    }
    Ok(found)
}

#[test]
fn nothing_of_the_search_is_left() -> Result {
    const MARKS: [&str; 4] = [
        "/recherche/",
        "role=\"search\"",
        "type=\"search\"",
        "name=\"q\"",
    ];
    let folder = tempfile::tempdir()?;
    // With search there is something of it: the marks are the right ones.
    let with = files(&built(folder.path(), &[])?)?;
    assert!(with.iter().any(|(name, _)| name == "recherche/index.json"));
    let home = with.iter().find(|(name, _)| name == "index.html");
    let home = fs::read_to_string(&home.ok_or("a first page")?.1)?;
    for mark in MARKS {
        assert!(home.contains(mark), "{mark}");
    }
    // The same folder is built anew, since the options are others.
    let without = files(&built(folder.path(), &["--recherche", "aucune"])?)?;
    let mut faults = Vec::new();
    for (name, path) in &without {
        if name.contains("recherche/") {
            faults.push(name.clone());
        }
        if name.ends_with(".html") {
            let text = fs::read_to_string(path)?;
            let marks = MARKS.iter().filter(|mark| text.contains(**mark));
            faults.extend(marks.map(|mark| format!("{name}: {mark}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(without.len() > 300, "{} files", without.len());
    Ok(())
}

#[test]
fn who_searches_is_said_in_words_that_are_known() -> Result {
    let folder = tempfile::tempdir()?;
    let output = Command::new(env!("CARGO_BIN_EXE_ribambelle"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--recherche", "partout", "--sortie"])
        .arg(folder.path().join("public"))
        .output()?;
    assert_eq!(output.status.code(), Some(2));
    let complained = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        complained.contains("aucune") && complained.contains("navigateur"),
        "{complained}"
    );
    Ok(())
}
