//! The house rules that a reviewer would otherwise have to remember.

#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/strings.rs"]
mod strings;

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// A text file of the project: its path from the root, with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder whose names end as asked, sorted; what packages install is left out.
fn sources(folder: &str, endings: &[&str]) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path: PathBuf = entry?.path();
            let relative = path.strip_prefix(root())?.to_str().ok_or("a plain name")?;
            if path.is_dir() && !relative.ends_with("node_modules") {
                folders.push(path);
            } else if endings.iter().any(|ending| relative.ends_with(ending)) {
                found.push(Source {
                    path: relative.to_owned(),
                    text: fs::read_to_string(&path)?,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "nothing was looked at in {folder}");
    Ok(found)
}

/// Fails with all faults at once, one a line.
fn none(mut faults: Vec<String>) {
    faults.sort();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
