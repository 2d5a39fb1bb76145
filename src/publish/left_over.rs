//! What a killed build left beside a site that needs no build.

use std::{path::Path, time::Duration};

use super::{lock::Lock, swap, target::Target};

/// Clears what a build left that was killed when its site stood already.
///
/// Best effort: a build that is under way sees to it itself, and the next one that has something to write tells
/// what can't be cleared.
pub fn clear_left_overs(folder: &Path) {
    let Ok(target) = Target::new(folder, &[]) else {
        return;
    };
    let places = [&target.staging, &target.former, &target.lock];
    if !places.iter().any(|place| place.exists()) {
        return;
    }
    if let Ok(_lock) = Lock::take(&target.lock, Duration::ZERO) {
        let _ = swap::recover(&target);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::publish::marker;

    #[test]
    fn nothing_is_left_and_what_is_not_ours_stays() -> std::io::Result<()> {
        let place = tempfile::tempdir()?;
        let folder = place.path().join("public");
        let staging = place.path().join(".public-new");
        for path in [&folder, &staging] {
            fs::create_dir(path)?;
            marker::write_unfinished(path)?;
        }
        fs::write(staging.join("index.html"), "half")?;
        fs::write(place.path().join(".public-lock"), "")?;
        fs::create_dir(place.path().join(".public-old"))?;
        fs::write(place.path().join(".public-old/letter.odt"), "dear")?;
        clear_left_overs(&folder);
        assert!(!staging.exists() && !place.path().join(".public-lock").exists());
        assert!(place.path().join(".public-old/letter.odt").exists());
        Ok(())
    }
}
