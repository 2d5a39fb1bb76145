//! Times whole builds of generated guides, beside `cp -r` of what they make and, where installed, Hugo and Zola.
//!
//! `cargo bench --bench build -- 1000 10000` prints a table; figures are medians of five runs in a memory disk.
//! `cargo bench --bench build -- generate 10000 DIR` only writes the content, for other measurements.

mod generate;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [command, size, folder, ..] = &arguments[..]
        && command == "generate"
    {
        let size = size.parse().expect("a number of records");
        generate::guide(Path::new(folder), size, 7).expect("the folder can be written");
        return;
    }
    let sizes: Vec<usize> = env::args()
        .skip(1)
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![1_000, 10_000]
    } else {
        sizes
    };
    let root = if Path::new("/dev/shm").is_dir() {
        PathBuf::from("/dev/shm")
    } else {
        env::temp_dir()
    };
    println!(
        "| fiches | fichiers | Mo | cp -r | build | rapport | build sans changement | check |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for size in sizes {
        let folder = root.join(format!("ribambelle-bench-{size}"));
        let _ = std::fs::remove_dir_all(&folder);
        let content = folder.join("content");
        generate::guide(&content, size, 7).expect("the bench folder can be written");
        row(size, &folder, &content);
        let _ = std::fs::remove_dir_all(&folder);
    }
}

fn row(size: usize, folder: &Path, content: &Path) {
    let site = folder.join("public");
    let copy = folder.join("copy");
    let mut builds = Vec::new();
    let mut copies = Vec::new();
    for _ in 0..5 {
        let _ = std::fs::remove_dir_all(&site);
        builds.push(time(tool("build", content).arg("--sortie").arg(&site)));
        let _ = std::fs::remove_dir_all(&copy);
        copies.push(time(Command::new("cp").arg("-r").arg(&site).arg(&copy)));
    }
    let again = median(
        (0..5)
            .map(|_| time(tool("build", content).arg("--sortie").arg(&site)))
            .collect(),
    );
    let check = median((0..5).map(|_| time(&mut tool("check", content))).collect());
    let (build, copied) = (median(builds), median(copies));
    let (files, bytes) = measure(&site);
    println!(
        "| {size} | {files} | {:.1} | {:.2} s | {:.2} s | {:.1} | {:.2} s | {:.2} s |",
        bytes as f64 / 1e6,
        copied.as_secs_f64(),
        build.as_secs_f64(),
        build.as_secs_f64() / copied.as_secs_f64(),
        again.as_secs_f64(),
        check.as_secs_f64(),
    );
}

fn tool(command: &str, content: &Path) -> Command {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_ribambelle"));
    tool.args([command, "--date", "2026-11-22", "--contenu"])
        .arg(content);
    tool
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the command starts");
    let elapsed = start.elapsed();
    assert!(status.success(), "{command:?} failed");
    elapsed
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn measure(folder: &Path) -> (usize, u64) {
    let mut total = (0, 0);
    let Ok(entries) = std::fs::read_dir(folder) else {
        return total;
    };
    for entry in entries.flatten() {
        let Ok(metadata) = entry.metadata() else {
            continue;
        };
        if metadata.is_dir() {
            let (files, bytes) = measure(&entry.path());
            total = (total.0 + files, total.1 + bytes);
        } else {
            total = (total.0 + 1, total.1 + metadata.len());
        }
    }
    total
}
