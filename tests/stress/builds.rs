//! Builds that are ended at any moment, and builds of one folder at once.

use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::ground::{Ground, PLACES, names, version_of, versions};
use super::rounds::rounds;

/// `kill -9`, Ctrl-C, or being told to end: the old site stands, or the new one, at any moment.
#[test]
fn whoever_reads_sees_the_old_site_or_the_new_one() {
    let ground = Ground::new(0);
    let site = ground.path("public");
    let build = || ground.program(&["build"]).spawn().unwrap();
    let began = Instant::now();
    assert!(build().wait().unwrap().success());
    let whole = began.elapsed();
    let done = AtomicBool::new(false);
    let mut last = 0;
    let (mut ended, mut finished) = (0, 0);
    let read = AtomicU64::new(0);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut place = 0;
            while !done.load(Ordering::Relaxed) {
                place = (place + 1) % PLACES;
                let page = site.join(format!("lieux/l{place}/index.html"));
                // Who is on the way through the former folder while it goes finds the way at once again.
                let text = fs::read_to_string(&page).or_else(|_| fs::read_to_string(&page));
                let text = text.unwrap_or_else(|error| panic!("a moment without a page: {error}"));
                assert!(text.trim_end().ends_with("</html>"), "half a page");
                assert_eq!(versions(&text).len(), 1);
                read.fetch_add(1, Ordering::Relaxed);
            }
        });
        let _done = Done(&done);
        rounds("builds ended at any moment", 25, |round, chance| {
            ground.set(round + 1);
            let mut child = build();
            let wait = chance.below(whole.as_micros() as u64 * 5 / 4 + 1);
            thread::sleep(Duration::from_micros(wait));
            let how = chance.of(&["KILL", "INT", "TERM"]);
            let id = child.id().to_string();
            // The child is not waited for yet: the number is its own still.
            let told = Command::new("kill").args(["-s", how, &id]).status();
            assert!(told.unwrap().success());
            let by_itself = child.wait().unwrap().code().is_some();
            let version = version_of(&site);
            assert!(
                version == round + 1 || (version == last && !by_itself),
                "round {round}, {how}: {version} after {last}"
            );
            if version == round + 1 {
                // Nothing is to be built, and what was left is cleared all the same.
                assert!(build().wait().unwrap().success());
                assert_eq!(names(&ground.path(".")), ["content", "public"]);
            }
            last = version;
            ended += u64::from(!by_itself);
            finished += u64::from(by_itself);
        });
    });
    println!(
        "{ended} builds ended, {finished} finished before; {} pages read meanwhile",
        read.into_inner()
    );
    assert!(
        ended > 0,
        "no build was ended: they took less than {whole:?}"
    );
    assert!(build().wait().unwrap().success());
    assert_eq!(names(&ground.path(".")), ["content", "public"]);
}

/// Tells that it is over, however it ends.
struct Done<'d>(&'d AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn builds_of_one_folder_at_once_leave_one_of_them_whole() {
    let grounds = [Ground::new(1), Ground::new(2), Ground::new(3)];
    let place = tempfile::tempdir().unwrap();
    let site = place.path().join("public");
    rounds("three builds at once", 5, |round, chance| {
        let version = |ground: usize| round * 3 + ground as u64;
        let mut builds = Vec::new();
        for (number, ground) in grounds.iter().enumerate() {
            ground.set(version(number));
        }
        for ground in &grounds {
            let target = site.to_str().unwrap();
            builds.push(
                ground
                    .program(&["build", "--sortie", target])
                    .spawn()
                    .unwrap(),
            );
            thread::sleep(Duration::from_millis(chance.below(60)));
        }
        for build in builds {
            let output = build.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{said}");
        }
        let found = version_of(&site);
        assert!((0..3).any(|number| version(number) == found), "{found}");
        assert_eq!(names(place.path()), ["public"]);
    });
}
