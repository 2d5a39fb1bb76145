//! Builds killed at any moment.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use rayon::prelude::*;

use super::*;

const CHILD: &str = "RIBAMBELLE_PUBLISH_IN_A_LOOP";
const FILES: usize = 150;

/// Kills builds at any moment: the site is always whole, of one version, and the next build clears the rest.
/// `RIBAMBELLE_STRESS` gives it a hundred rounds for each minute, instead of 40.
#[test]
fn old_or_new_after_kill() -> Result {
    if let Some(folder) = env::var_os(CHILD) {
        publish_in_a_loop(Path::new(&folder))?;
    }
    let minutes = env::var("RIBAMBELLE_STRESS").ok();
    let minutes: Option<f64> = minutes.map(|minutes| minutes.parse()).transpose()?;
    let rounds = minutes.map_or(40, |minutes| (minutes * 100.0) as u64);
    let place = tempfile::tempdir()?;
    let folder = place.path().join("public");
    publish_version(&folder, 0)?;
    let done = AtomicBool::new(false);
    let missing = thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut missing = 0;
            while !done.load(Ordering::Relaxed) {
                missing += usize::from(fs::metadata(folder.join(".ribambelle")).is_err());
            }
            missing
        });
        let killed = (0..rounds).try_for_each(|round| kill_one(&folder, round));
        done.store(true, Ordering::Relaxed);
        killed.map(|()| reader.join())
    })?;
    assert_eq!(
        missing.map_err(|_| "the reader panicked")?,
        0,
        "a moment without a site"
    );
    publish_version(&folder, 1)?;
    assert_eq!(names(place.path())?, ["public"]);
    Ok(())
}

fn kill_one(folder: &Path, round: u64) -> Result {
    let mut child = Command::new(env::current_exe()?)
        .args(["--exact", "publish::tests::kill::old_or_new_after_kill"])
        .env(CHILD, folder)
        .stdout(Stdio::null())
        .spawn()?;
    thread::sleep(Duration::from_micros(8_000 + 1_700 * (round % 40)));
    let ended = child.try_wait()?;
    child.kill()?;
    child.wait()?;
    if let Some(status) = ended {
        return Err(format!("round {round}: the build ended by itself: {status}").into());
    }
    let files = tree(folder)?;
    let pages: Vec<&String> = files
        .iter()
        .filter(|(path, _)| path.ends_with("index.html"))
        .map(|(_, text)| text)
        .collect();
    let whole = pages.len() == FILES && pages.windows(2).all(|pair| pair[0] == pair[1]);
    let found = pages.len();
    whole
        .then_some(())
        .ok_or_else(|| format!("round {round}: {found} pages, not all of one version").into())
}

fn publish_in_a_loop(folder: &Path) -> Result {
    (0u64..).try_for_each(|version| publish_version(folder, version).map(|_| ()))?;
    Ok(())
}

fn publish_version(folder: &Path, version: u64) -> Result<Published> {
    let sink = FolderSink::begin(folder, options(&version.to_string()))?;
    (0..FILES).into_par_iter().try_for_each(|page| {
        sink.write(output(
            &format!("/p{}/{page}/", page % 7),
            &version.to_string(),
        ))
    })?;
    Ok(sink.commit()?)
}
