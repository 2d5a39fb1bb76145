//! What a command costs: time by the clock, processor time, peak memory; and what a folder holds.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What one run of a command cost.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// Seconds by the clock.
    pub(crate) wall: f64,
    /// Seconds of all processors, the kernel's work for it among them.
    pub(crate) processor: f64,
    /// The most memory it held, in megabytes.
    pub(crate) memory: f64,
}

/// Runs a command to its end, which must be good.
///
/// What it cost is read from `/proc` while it runs and once it is over, before it is waited for.
pub(crate) fn run(command: &mut Command) -> Cost {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let process = PathBuf::from(format!("/proc/{}", child.id()));
    let mut cost = Cost::default();
    loop {
        let (is_over, processor) = state(&process);
        cost.processor = processor;
        if is_over {
            break;
        }
        cost.memory = cost.memory.max(peak(&process));
        sleep(Duration::from_millis(2));
    }
    cost.wall = start.elapsed().as_secs_f64();
    let status = child.wait().expect("a child can be waited for");
    assert!(status.success(), "{command:?} failed");
    cost
}

/// Whether a process is over, and the seconds of processors it took.
fn state(process: &Path) -> (bool, f64) {
    let text = fs::read_to_string(process.join("stat")).unwrap_or_default();
    let fields: Vec<&str> = text
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    // Ticks of a hundredth of a second in user mode and in the kernel.
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse::<f64>().ok());
    let processor = (ticks(11).unwrap_or_default() + ticks(12).unwrap_or_default()) / 100.0;
    (fields.first().is_none_or(|state| *state == "Z"), processor)
}

/// The most memory that a process has held so far, in megabytes.
pub(crate) fn peak(process: &Path) -> f64 {
    let text = fs::read_to_string(process.join("status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() * 1024.0 / 1e6
}

/// The middle one of five runs.
pub(crate) fn median(mut of: impl FnMut() -> f64) -> f64 {
    middle((0..5).map(|_| of()).collect())
}

/// The middle one of some figures.
pub(crate) fn middle(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// The seconds that copying a folder takes.
pub(crate) fn copied(from: &Path, to: &Path) -> f64 {
    cleared(to);
    run(Command::new("cp").arg("-r").arg(from).arg(to)).wall
}

/// Removes a folder, where it is there.
pub(crate) fn cleared(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
}

/// Files by path: what tells each from one that takes its place, and its size.
pub(crate) type Files = BTreeMap<PathBuf, (u64, i64, u64)>;

/// The files of a folder.
pub(crate) fn files(folder: &Path) -> Files {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(metadata) if metadata.is_dir() => folders.push(entry.path()),
                Ok(metadata) => {
                    let file = (metadata.ino(), metadata.mtime_nsec(), metadata.len());
                    all.insert(entry.path(), file);
                }
                Err(_) => {}
            }
        }
    }
    all
}
