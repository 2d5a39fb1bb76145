//! The list of addresses that a build changed, for caches to be purged.
//!
//! ```json
//! {"version": 1, "changed": ["https://…"], "added": [], "removed": []}
//! ```

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{PublishError, Published, compress, error::machine, hosting, target::resolve};
use crate::{diag::say, model::UrlPath};

/// Where the list is written: never within the site or what it is made from.
#[derive(Debug)]
pub struct ChangesFile(PathBuf);

#[derive(Debug, Serialize)]
struct Changes {
    version: u32,
    changed: Vec<String>,
    added: Vec<String>,
    removed: Vec<String>,
}

impl ChangesFile {
    /// Takes a file, or refuses it: the next build would find a stranger's file in the `site`, or read it as a source.
    pub fn new(file: &Path, site: &Path, sources: &[PathBuf]) -> Result<Self, PublishError> {
        let fail = |error| machine("de trouver", "find", file, &error);
        let resolved = resolve(file).map_err(fail)?;
        for folder in sources.iter().map(PathBuf::as_path).chain([site]) {
            if resolved.starts_with(resolve(folder).map_err(fail)?) {
                return Err(PublishError::Refused(say(
                    format!(
                        "la liste des changements ne peut pas être dans « {} » : choisir un fichier ailleurs",
                        folder.display()
                    ),
                    format!(
                        "the list of changes can't be in \"{}\": choose a file elsewhere",
                        folder.display()
                    ),
                )));
            }
        }
        let in_folder = resolved.parent().is_some_and(Path::is_dir);
        if !in_folder || resolved.is_dir() {
            return Err(PublishError::Refused(say(
                format!(
                    "« {} » ne peut pas recevoir la liste des changements : ce n'est pas un fichier d'un dossier qui existe",
                    file.display()
                ),
                format!(
                    "\"{}\" cannot receive the list of changes: it is no file of a folder that exists",
                    file.display()
                ),
            )));
        }
        Ok(ChangesFile(resolved))
    }

    /// Writes that nothing changed.
    pub fn write_none(&self) -> Result<(), PublishError> {
        self.save([&[], &[], &[]], "")
    }

    /// Writes what publishing changed, as whole addresses below `base`.
    ///
    /// Compressed copies and what is for hosts are left out: nobody asks for them by their address.
    pub fn write(&self, published: &Published, base: &str) -> Result<(), PublishError> {
        let changed: Vec<UrlPath> = published
            .written
            .iter()
            .filter(|path| published.added.binary_search(path).is_err())
            .cloned()
            .collect();
        self.save([&changed, &published.added, &published.removed], base)
    }

    fn save(&self, lists: [&[UrlPath]; 3], base: &str) -> Result<(), PublishError> {
        let [changed, added, removed] = lists.map(|paths| {
            let read = |path: &&UrlPath| !compress::is_copy(path) && !hosting::is_for_hosts(path);
            let whole = |path: &UrlPath| format!("{base}{path}");
            paths.iter().filter(read).map(whole).collect()
        });
        let changes = Changes {
            version: 1,
            changed,
            added,
            removed,
        };
        let draft = self.0.with_added_extension("new");
        serde_json::to_string_pretty(&changes)
            .map_err(std::io::Error::other)
            .and_then(|text| fs::write(&draft, text + "\n"))
            .and_then(|()| fs::rename(&draft, &self.0))
            .map_err(|error| machine("d'écrire", "write", &self.0, &error))
    }
}
