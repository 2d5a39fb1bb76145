//! A small content folder to spoil, and the program run over it within bounds.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// The memory that a run may take, in KiB: 1 GiB.
const MEMORY: u64 = 1 << 20;
/// The address space that a build may take, in KiB: the index asks for more than it uses.
const ADDRESSES: u64 = 4 << 20;
/// The seconds that a run may take on the processor, and by the clock; a build that is not optimised is given more.
const SECONDS: u64 = if cfg!(debug_assertions) { 60 } else { 10 };

/// A sound action.
pub(crate) const ACTION: &str = "titre: Un atelier pour tous\nresume: Une phrase assez longue pour un parent.\nporteurs: [p]\nthemes: [jeux]\nterritoires: [t]\nverifie: {le: 2026-11-01, comment: telephone}\n";
/// A sound article's front matter.
pub(crate) const ARTICLE: &str =
    "---\ntitre: Un article\nresume: Une phrase assez longue pour un parent.\n---\n";

/// A folder that holds a small sound guide.
pub(crate) struct Ground {
    folder: tempfile::TempDir,
}

impl Ground {
    pub(crate) fn new() -> Ground {
        let ground = Ground {
            folder: tempfile::tempdir().unwrap(),
        };
        ground.write(
            "guide.yml",
            "nom: Guide\nterritoire: t\nurl: https://g.example.org/\nediteur: p\n",
        );
        ground.write(
            "territoires/t.yml",
            "nom: Un territoire\nniveau: groupement\n",
        );
        ground.write("partenaires/p.yml", "titre: Partenaire\ntype: caf\n");
        ground.write("actions/sain.yml", ACTION);
        ground
    }

    /// With one file more.
    pub(crate) fn with(name: &str, bytes: impl AsRef<[u8]>) -> Ground {
        let ground = Ground::new();
        ground.write(name, bytes);
        ground
    }

    /// A path below the content folder; the folders that lead there are made.
    pub(crate) fn path(&self, name: impl AsRef<OsStr>) -> PathBuf {
        let path = self.folder.path().join("content").join(name.as_ref());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: impl AsRef<OsStr>, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Runs a command within the bounds; a panic, a hang or too much of anything fails.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.run_as(arguments, None)
    }

    pub(crate) fn run_as(&self, arguments: &[&str], user: Option<u32>) -> Output {
        let began = Instant::now();
        // Where nothing is indexed, even the addresses fit.
        let addresses = if arguments[0] == "check" {
            MEMORY
        } else {
            ADDRESSES
        };
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!(
                "ulimit -v {addresses}; ulimit -t {SECONDS}; ulimit -c 0; exec \"$@\""
            ))
            .args(["sh", env!("CARGO_BIN_EXE_ribambelle")])
            .args(arguments)
            .args(["--date", "2026-11-25", "--langue", "fr", "--contenu"])
            .arg(self.folder.path().join("content"))
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .env("RUST_BACKTRACE", "0");
        if let Some(user) = user {
            command.uid(user).gid(user);
        }
        let child = command.spawn().unwrap();
        let most = watch(child.id());
        let output = child.wait_with_output().unwrap();
        let most = most.join().unwrap();
        assert!(most <= MEMORY, "{arguments:?}: {most} KiB");
        let took = began.elapsed();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            matches!(output.status.code(), Some(0..=2)) && !said.contains("panicked"),
            "{arguments:?}: {} after {took:?}\n{said}",
            output.status
        );
        // Others may keep the processor busy: the clock is given more.
        assert!(took < Duration::from_secs(4 * SECONDS), "{took:?}");
        output
    }

    /// What `check` finds: level, code, file, line.
    pub(crate) fn check(&self) -> Vec<(String, String, String, u64)> {
        let output = self.run(&["check", "--format", "json"]);
        faults(&output)
    }

    /// Asserts that a code is told of a file as an error, and gives its line.
    pub(crate) fn is_told(&self, code: &str, file: &str) -> u64 {
        let found = self.check();
        let told = found
            .iter()
            .find(|(level, found, at, _)| level == "error" && found == code && at == file);
        told.unwrap_or_else(|| panic!("no {code} of {file}: {:?}", &found[..found.len().min(9)]))
            .3
    }
}

/// Watches the most memory that a process ever took, in KiB, as long as it runs; nothing where that is not told.
fn watch(process: u32) -> std::thread::JoinHandle<u64> {
    std::thread::spawn(move || {
        let mut most = 0;
        while let Ok(status) = fs::read_to_string(format!("/proc/{process}/status")) {
            let line = status.lines().find(|line| line.starts_with("VmHWM:"));
            let Some(now) = line.and_then(|line| line.split_whitespace().nth(1)) else {
                break;
            };
            most = most.max(now.parse().unwrap_or(0));
            std::thread::sleep(Duration::from_millis(5));
        }
        most
    })
}

/// What a report in JSON tells.
pub(crate) fn faults(output: &Output) -> Vec<(String, String, String, u64)> {
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let text = |fault: &Value, key: &str| fault[key].as_str().unwrap_or_default().to_owned();
    let all = report["diagnostics"].as_array().unwrap();
    all.iter()
        .map(|fault| {
            (
                text(fault, "level"),
                text(fault, "code"),
                text(fault, "file"),
                fault["line"].as_u64().unwrap(),
            )
        })
        .collect()
}

/// The characters of an output that a terminal would obey, or that turn the direction of reading.
pub(crate) fn orders(bytes: &[u8]) -> Vec<char> {
    let text = std::str::from_utf8(bytes).expect("a report is UTF-8");
    let is_order = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    text.chars().filter(is_order).collect()
}
