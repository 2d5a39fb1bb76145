//! A disk that is full, and one that fails.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::ground::{Ground, PROGRAM, names, version_of};
use super::rounds::rounds;

const CHILD: &str = "RIBAMBELLE_STRESS_DISK";
/// The room on the small disk, in KiB: less than two sites.
const ROOM: u64 = 10_000;

/// On a small disk of its own where this user may mount one, else with files that may not grow.
#[test]
fn a_full_disk_leaves_the_old_site() {
    if let Some(disk) = env::var_os(CHILD) {
        return on_a_small_disk(Path::new(&disk));
    }
    let place = tempfile::tempdir().unwrap();
    let mount = format!("mount -t tmpfs -o size={ROOM}k none \"$1\" && shift && exec \"$@\"");
    let apart = |command: &Path| {
        let mut apart = Command::new("unshare");
        apart
            .args([
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                &mount,
                "sh",
            ])
            .arg(place.path())
            .arg(command);
        apart
    };
    let can_mount = apart(Path::new("true")).status();
    if !can_mount.is_ok_and(|status| status.success()) {
        println!("no disk can be mounted: files may not grow instead");
        return files_that_may_not_grow();
    }
    let child = apart(&env::current_exe().unwrap())
        .args([
            "--exact",
            "disk::a_full_disk_leaves_the_old_site",
            "--nocapture",
        ])
        .env(CHILD, place.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    let complained = String::from_utf8_lossy(&child.stderr);
    assert!(child.status.success(), "{said}{complained}");
    assert!(said.contains("a full disk: "), "{said}");
    for line in said.lines().filter(|line| line.starts_with("a full disk")) {
        println!("{line}");
    }
}

fn on_a_small_disk(disk: &Path) {
    let ground = Ground::new(0);
    let site = disk.join("public");
    let target = site.to_str().unwrap();
    let build = || {
        ground
            .program(&["build", "--sortie", target])
            .output()
            .unwrap()
    };
    let first = build();
    assert!(first.status.success(), "{first:?}");
    let (mut last, mut full) = (0, 0);
    rounds("a full disk", 12, |round, chance| {
        let filler = disk.join("filler");
        let size = chance.below(ROOM * 1024);
        // As much of it as there is room for.
        _ = fs::write(&filler, vec![0; usize::try_from(size).unwrap()]);
        ground.set(round + 1);
        let output = build();
        last = outcome(&output, &site, last, round + 1);
        full += u64::from(!output.status.success());
        assert_eq!(names(disk), ["filler", "public"]);
        fs::remove_file(filler).unwrap();
    });
    println!("a full disk: {full} builds had no room");
    assert!(full > 0, "the disk was never full");
    assert!(build().status.success());
}

fn files_that_may_not_grow() {
    let ground = Ground::new(0);
    let site = ground.path("public");
    assert!(ground.program(&["build"]).status().unwrap().success());
    let mut last = 0;
    rounds("files that may not grow", 12, |round, chance| {
        ground.set(round + 1);
        let limit = format!("ulimit -f {}; exec \"$@\"", 1 + chance.below(40));
        let mut command = Command::new("sh");
        command.args(["-c", &limit, "sh", PROGRAM]);
        ground.hand_over(&mut command, &["build"]);
        let output = command.output().unwrap();
        let version = version_of(&site);
        assert!(version == last || version == round + 1, "{output:?}");
        last = version;
    });
}

/// Calls that publishing makes, each under all its names: whichever this machine knows.
const CALLS: &[&str] = &[
    "?open,?openat",
    "?write,?writev",
    "?mkdir,?mkdirat",
    "?link,?linkat",
    "?rename,?renameat,?renameat2",
    "?unlink,?unlinkat,?rmdir",
    "?syncfs,?fsync,?fdatasync",
    "?chmod,?fchmod,?fchmodat",
    "?flock",
    "?statx,?newfstatat",
    "?getdents64",
    "?read",
];

/// Any call to the system may fail once, wherever it stands: a build that says it is done is done.
#[test]
fn a_failing_disk_leaves_the_old_site() {
    let ground = Ground::new(0);
    let site = ground.path("public");
    assert!(ground.program(&["build"]).status().unwrap().success());
    let traced = |inject: &str| {
        let mut command = Command::new("strace");
        command
            .args(["-f", "-qq", "-o", "/dev/null", "-e"])
            .arg(inject)
            .arg(PROGRAM);
        ground.hand_over(&mut command, &["build"]);
        command.output()
    };
    if !traced("trace=none").is_ok_and(|output| output.status.success()) {
        println!("strace is missing or may not trace: no call is made to fail");
        return;
    }
    let (mut last, mut failed) = (0, 0);
    rounds("calls that fail", 25, |round, chance| {
        ground.set(round + 1);
        let calls = chance.of(CALLS);
        let error = chance.of(&["EIO", "ENOSPC", "EACCES"]);
        let most = *chance.of(&[4, 40, 200]);
        let when = 1 + chance.below(most);
        let inject = format!("inject={calls}:error={error}:when={when}");
        let output = traced(&inject).unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked"), "{inject}: {said}");
        let version = version_of(&site);
        let is_new = version == round + 1;
        assert!(
            is_new || version == last,
            "{inject}: {version} after {last}"
        );
        assert!(
            is_new || !output.status.success(),
            "{inject}: done, and it is not: {said}"
        );
        last = version;
        failed += u64::from(!output.status.success());
    });
    println!("{failed} builds failed");
    assert!(failed > 0, "no call ever failed");
    assert!(ground.program(&["build"]).status().unwrap().success());
    assert_eq!(names(&ground.path(".")), ["content", "public"]);
}

/// What became of a build on a full disk: done, or told as the machine's failure and the former site whole.
fn outcome(output: &Output, site: &Path, last: u64, new: u64) -> u64 {
    let said = String::from_utf8_lossy(&output.stderr);
    let version = version_of(site);
    match output.status.code() {
        Some(0) => assert_eq!(version, new, "{said}"),
        Some(3) => {
            assert_eq!(version, last, "{said}");
            assert!(said.starts_with("erreur: "), "{said}");
        }
        status => panic!("{status:?}: {said}"),
    }
    version
}
