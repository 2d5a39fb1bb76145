//! Files are short, say what they are for, and hold nothing unfinished.

use std::{fs, process::Command};

use super::{Result, none, root, sources};

/// The most lines a file may have; one whose first lines say `@generated` may have more.
const LINES: usize = 400;
const SCRIPT_LINES: usize = 200;

/// What may stand at the top of the repository, and nothing else.
const TOP: [&str; 17] = [
    ".ci",
    ".github",
    ".gitignore",
    ".gitlab-ci.yml",
    "CONTRIBUER.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "content",
    "netlify.toml",
    "src",
    "tests",
    "themes",
    ".gitattributes",
];

#[test]
fn the_top_level_is_what_was_agreed() -> Result {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()?;
    let listed = String::from_utf8(listed.stdout)?;
    assert!(listed.contains("Cargo.toml\n"), "git lists nothing");
    let tops = listed.lines().filter_map(|path| path.split('/').next());
    let mut strange: Vec<String> = tops
        .filter(|name| !TOP.contains(name))
        .map(|name| format!("{name} does not belong at the top"))
        .collect();
    strange.dedup();
    none(strange);
    Ok(())
}

#[test]
fn files_are_short() -> Result {
    let mut faults = Vec::new();
    for (folder, endings, most) in [
        ("src", [".rs", ".py"].as_slice(), LINES),
        ("tests", [".rs", ".mjs"].as_slice(), LINES),
        ("themes", [".js", ".css"].as_slice(), SCRIPT_LINES),
    ] {
        for source in sources(folder, endings)? {
            let generated = source
                .text
                .lines()
                .take(5)
                .any(|line| line.contains("@generated"));
            let lines = source.text.lines().count();
            let most = if source.path.ends_with(".css") {
                LINES
            } else {
                most
            };
            if lines > most && !generated {
                faults.push(format!("{}: {lines} lines, more than {most}", source.path));
            }
        }
    }
    none(faults);
    Ok(())
}

#[test]
fn files_begin_with_what_they_are_for() -> Result {
    let mut faults = Vec::new();
    for folder in ["src", "tests"] {
        for source in sources(folder, &[".rs"])? {
            let said = source
                .text
                .lines()
                .next()
                .is_some_and(|line| line.starts_with("//! "));
            if !said {
                faults.push(format!(
                    "{}: the first line is no `//!` comment",
                    source.path
                ));
            }
        }
    }
    none(faults);
    Ok(())
}

#[test]
fn nothing_is_unfinished() -> Result {
    // In two halves, so that this file doesn't find itself.
    let marks = [
        ("todo", "!("),
        ("unimplemented", "!("),
        ("dbg", "!("),
        ("FIX", "ME"),
        ("TO", "DO"),
    ];
    let marks = marks.map(|(a, b)| format!("{a}{b}"));
    let mut faults = Vec::new();
    for (folder, endings) in [
        ("src", [".rs"].as_slice()),
        ("tests", [".rs", ".mjs"].as_slice()),
        ("themes", [".js", ".css", ".html"].as_slice()),
    ] {
        for source in sources(folder, endings)? {
            for (number, line) in source.text.lines().enumerate() {
                let place = format!("{}:{}", source.path, number + 1);
                let found = marks.iter().filter(|mark| line.contains(mark.as_str()));
                faults.extend(found.map(|mark| format!("{place}: {mark}")));
                if line.contains("allow(") && line.contains("#[") && !line.contains("reason") {
                    let rest = source.text.lines().skip(number + 1).take(3);
                    if !rest.into_iter().any(|next| next.contains("reason = ")) {
                        faults.push(format!("{place}: an allowance without a reason"));
                    }
                }
            }
        }
    }
    none(faults);
    Ok(())
}

#[test]
fn no_test_in_node_is_forgotten() -> Result {
    let rust = sources("tests", &[".rs"])?;
    let mut faults = Vec::new();
    for test in sources("tests", &[".test.mjs"])? {
        let name = test.path.rsplit('/').next().unwrap_or(&test.path);
        let asked = rust
            .iter()
            .any(|source| source.text.contains(&format!("\"{name}\"")));
        // A test of a folder made by Rust is started there; all others by `tests/run`.
        if test.text.contains("process.env.FOLDER") && !asked {
            faults.push(format!("{}: no Rust test runs it", test.path));
        }
    }
    none(faults);
    Ok(())
}

#[test]
fn scripts_can_be_run() -> Result {
    use std::os::unix::fs::PermissionsExt;
    for script in ["tests/run", ".ci/run", ".ci/outil"] {
        let mode = fs::metadata(root().join(script))?.permissions().mode();
        assert!(mode & 0o100 != 0, "{script} is not executable");
    }
    Ok(())
}
