//! Putting the new site in the former one's place.

use std::{fs, io};

use rustix::{
    fs::{CWD, RenameFlags, renameat_with},
    io::Errno,
};

use super::{
    PublishError, clear,
    error::machine,
    marker::{self, State},
    target::Target,
};

/// Puts the staged site in the target's place; the former one, if any, stays beside it.
pub(super) fn swap(target: &Target) -> io::Result<()> {
    if !target.folder.exists() {
        return fs::rename(&target.staging, &target.folder);
    }
    match renameat_with(
        CWD,
        &target.staging,
        CWD,
        &target.folder,
        RenameFlags::EXCHANGE,
    ) {
        Ok(()) => Ok(()),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => two_renames(target),
        Err(error) => Err(error.into()),
    }
}

/// Undoes what a killed build left: puts the former site back where none stands, and clears the rest.
pub(super) fn recover(target: &Target) -> Result<(), PublishError> {
    let fail = |error: io::Error| machine("de rétablir", "restore", &target.folder, &error);
    if matches!(
        marker::state(&target.folder).map_err(fail)?,
        State::Absent | State::Empty
    ) && matches!(
        marker::state(&target.former).map_err(fail)?,
        State::Whole(_)
    ) {
        fs::rename(&target.former, &target.folder).map_err(fail)?;
    }
    clear::left_over(&target.staging)?;
    clear::left_over(&target.former)
}

/// For file systems that can't exchange: for a moment no site stands at the target, and [`recover`] knows it.
fn two_renames(target: &Target) -> io::Result<()> {
    fs::rename(&target.folder, &target.former)?;
    fs::rename(&target.staging, &target.folder).inspect_err(|_| {
        // The next build restores it, should this fail too.
        let _ = fs::rename(&target.former, &target.folder);
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::digest::{ContentHash, Digest};
    use std::path::Path;

    fn site(folder: &Path, text: &str) -> io::Result<()> {
        fs::create_dir(folder)?;
        fs::write(folder.join("index.html"), text)?;
        let files = [("index.html".into(), ContentHash::of(text.as_bytes()))];
        marker::write_whole(folder, &Digest::of([]), None, &files)
    }

    fn target() -> Result<(tempfile::TempDir, Target), PublishError> {
        let place = tempfile::tempdir().expect("a folder for the test");
        let target = Target::new(&place.path().join("public"), &[])?;
        site(&target.folder, "former").expect("a site");
        site(&target.staging, "new").expect("a site");
        Ok((place, target))
    }

    fn page(folder: &Path) -> Option<String> {
        fs::read_to_string(folder.join("index.html")).ok()
    }

    #[test]
    fn the_former_site_stays_beside_the_new_one() -> Result<(), PublishError> {
        let (_place, target) = target()?;
        swap(&target).expect("an exchange");
        assert_eq!(page(&target.folder).as_deref(), Some("new"));
        assert_eq!(page(&target.staging).as_deref(), Some("former"));
        recover(&target)?;
        assert_eq!(page(&target.folder).as_deref(), Some("new"));
        assert!(!target.staging.exists());
        Ok(())
    }

    #[test]
    fn two_renames_do_the_same() -> Result<(), PublishError> {
        let (_place, target) = target()?;
        two_renames(&target).expect("two renames");
        assert_eq!(page(&target.folder).as_deref(), Some("new"));
        assert_eq!(page(&target.former).as_deref(), Some("former"));
        recover(&target)?;
        assert!(!target.former.exists());
        Ok(())
    }

    #[test]
    fn a_build_killed_between_two_renames_is_undone() -> Result<(), PublishError> {
        let (_place, target) = target()?;
        fs::rename(&target.folder, &target.former).expect("a rename");
        recover(&target)?;
        assert_eq!(page(&target.folder).as_deref(), Some("former"));
        assert!(!target.former.exists() && !target.staging.exists());
        Ok(())
    }

    #[test]
    fn a_failed_second_rename_brings_the_former_site_back() -> Result<(), PublishError> {
        let (_place, target) = target()?;
        fs::remove_dir_all(&target.staging).expect("removed");
        assert!(two_renames(&target).is_err());
        assert_eq!(page(&target.folder).as_deref(), Some("former"));
        Ok(())
    }
}
