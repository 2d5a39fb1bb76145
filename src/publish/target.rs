//! The folder to publish into: where it is, and whether it may be replaced.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
};

use super::{PublishError, error::machine};
use crate::diag::say;

/// A folder that may be published into, with the names beside it that publishing uses.
#[derive(Debug)]
pub(super) struct Target {
    /// The folder itself, links resolved.
    pub(super) folder: PathBuf,
    /// Where the new site is made; after an exchange, the former site.
    pub(super) staging: PathBuf,
    /// Where the former site waits when folders can't be exchanged.
    pub(super) former: PathBuf,
    /// The lock of the one build that may write here.
    pub(super) lock: PathBuf,
}

impl Target {
    /// Resolves a folder, whether it exists or not, and refuses one that must not be replaced.
    ///
    /// Refused are the root, the home and the current folder, the `sources`, and whatever holds one of these;
    /// also what lies within a source, since it would be read as content by the next build.
    pub(super) fn new(folder: &Path, sources: &[PathBuf]) -> Result<Target, PublishError> {
        let fail = |error: &io::Error| machine("de trouver", "find", folder, error);
        let resolved = resolve(folder).map_err(|error| fail(&error))?;
        let sources = sources
            .iter()
            .map(|source| resolve(source))
            .collect::<io::Result<Vec<PathBuf>>>()
            .map_err(|error| fail(&error))?;
        let places = [env::home_dir(), env::current_dir().ok()];
        let holds = |place: &Path| place.starts_with(&resolved);
        let dangerous = places
            .iter()
            .flatten()
            .any(|place| resolve(place).is_ok_and(|place| holds(&place)))
            || sources.iter().any(|source| holds(source));
        let (Some(parent), Some(name), false) =
            (resolved.parent(), resolved.file_name(), dangerous)
        else {
            return Err(PublishError::Refused(say(
                format!(
                    "« {} » ne peut pas recevoir le site : ce dossier contient autre chose",
                    resolved.display()
                ),
                format!(
                    "\"{}\" cannot receive the site: this folder holds other things",
                    resolved.display()
                ),
            )));
        };
        if let Some(source) = sources.iter().find(|source| resolved.starts_with(source)) {
            return Err(PublishError::Refused(say(
                format!(
                    "« {} » ne peut pas recevoir le site : il est dans « {} », que le site a pour source",
                    resolved.display(),
                    source.display()
                ),
                format!(
                    "\"{}\" cannot receive the site: it lies in \"{}\", which the site is made from",
                    resolved.display(),
                    source.display()
                ),
            )));
        }
        Ok(Target {
            staging: parent.join(beside(name, "-new")),
            former: parent.join(beside(name, "-old")),
            lock: parent.join(beside(name, "-lock")),
            folder: resolved,
        })
    }
}

/// The hidden name beside a folder's: `.public-new` for `public`.
fn beside(name: &OsStr, suffix: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(suffix);
    hidden
}

/// Makes a path absolute and resolves its links, as far as it exists.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut missing = Vec::new();
    for ancestor in absolute.ancestors() {
        match fs::canonicalize(ancestor) {
            Ok(found) => {
                return Ok(missing
                    .iter()
                    .rev()
                    .fold(found, |path, name| path.join(name)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // `..` in what doesn't exist has no meaning yet.
                missing.push(ancestor.file_name().ok_or(error)?);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(absolute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(folder: &Path, sources: &[PathBuf]) -> bool {
        matches!(Target::new(folder, sources), Err(PublishError::Refused(_)))
    }

    #[test]
    fn dangerous_folders_are_refused() -> io::Result<()> {
        let place = tempfile::tempdir()?;
        let site = place.path().join("site");
        let content = site.join("content");
        fs::create_dir_all(content.join("laep"))?;
        std::os::unix::fs::symlink(&content, place.path().join("link"))?;
        let sources = [content.clone()];
        for folder in [
            &content,
            &site,
            place.path(),
            &content.join("public"),
            &content.join("laep/../../content"),
            &place.path().join("link"),
            &place.path().join("link/public"),
            Path::new("/"),
            Path::new("."),
            Path::new(".."),
            Path::new("./src/../"),
        ] {
            assert!(refused(folder, &sources), "{}", folder.display());
        }
        if let Some(home) = env::home_dir() {
            assert!(refused(&home, &sources));
        }
        for folder in [site.join("public"), place.path().join("content-public")] {
            assert!(!refused(&folder, &sources), "{}", folder.display());
        }
        Ok(())
    }

    #[test]
    fn a_folder_need_not_exist() -> Result<(), PublishError> {
        let target = Target::new(Path::new("target/none/public"), &[])?;
        assert!(target.folder.is_absolute());
        assert!(target.folder.ends_with("target/none/public"));
        assert!(target.staging.ends_with("target/none/.public-new"));
        Ok(())
    }
}
