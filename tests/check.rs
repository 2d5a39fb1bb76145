//! Faults of content, told in Markdown pages: each expected fault is marked at its line, and nothing else may be said.
//!
//! In a page of `cases/check/`, every `##` heading begins a case of its own. A fenced block is a file:
//! its info string gives a language and the path in `content/`. Around the blocks stands a small sound guide,
//! and a record's required keys that a block leaves out are filled in (unless the info string ends in `seul`).
//! `# error: [code]` (in a Markdown body `%% error: [code]`) at the end of a line marks a fault, and is no part of
//! the file. A block `texte` is the whole report as it is shown, rewritten with `UPDATE=1`.

mod check_cases;

use std::path::Path;

use check_cases::{page, run};
use ribambelle::check::{CHECKS, explain};

#[test]
fn every_fault_is_told_at_its_line_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/check");
    let mut wrong = Vec::new();
    let mut cases = 0;
    let mut faults = 0;
    let mut sound = 0;
    for path in markdown_files(&folder) {
        let text = std::fs::read_to_string(&path).unwrap();
        let page = page::read(&text);
        let mut rewritten = text.clone();
        for case in &page {
            cases += 1;
            faults += case.expected.len();
            if case.expected.is_empty() {
                sound += case.forms;
            }
            let outcome = run::check(case);
            for (.., code) in &case.expected {
                assert!(explain(code).is_some(), "{code} has no page");
            }
            let name = path.strip_prefix(&folder).unwrap().display();
            if outcome.found != case.expected {
                wrong.push(format!(
                    "{name} « {} »\n  expected {:#?}\n  found {:#?}\n{}",
                    case.title, case.expected, outcome.found, outcome.shown
                ));
            }
            if let Some(shown) = &case.shown
                && *shown != outcome.shown
            {
                if std::env::var_os("UPDATE").is_some() {
                    rewritten = page::replace_shown(&rewritten, &case.title, &outcome.shown);
                } else {
                    wrong.push(format!(
                        "{name} « {} » is shown as\n{}",
                        case.title, outcome.shown
                    ));
                }
            }
        }
        if rewritten != text {
            std::fs::write(&path, rewritten).unwrap();
        }
    }
    println!("{cases} cases, {faults} faults, {sound} sound files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(cases > 0);
}

#[test]
fn every_check_has_a_page_for_people() {
    for check in CHECKS {
        for words in [check.docs.fr, check.docs.en] {
            // What it finds, why that matters to a family, how to mend it.
            assert_eq!(words.lines().count(), 3, "{}", check.codes[0]);
        }
        assert!(!check.codes.is_empty() && !check.run.is_empty());
    }
}

#[test]
fn the_guide_that_is_shipped_has_the_warnings_that_are_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = run::check_folder(&root.join("content"));
    let path = root.join("tests/cases/content-warnings.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(path).unwrap());
}

fn markdown_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(markdown_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn thousands_of_records_and_faults_take_seconds_even_unoptimised() {
    let began = std::time::Instant::now();
    let sound = run::check_many(3_000, "porteurs: [caf]");
    println!("sound: {:?}", began.elapsed());
    assert_eq!(sound, 0);
    let began = std::time::Instant::now();
    let faulty = run::check_many(
        3_000,
        "porteurs: [absente]\ncontact: {telephone: 0639980001}",
    );
    println!("faulty: {:?}", began.elapsed());
    assert_eq!(faulty, 3_000);
    assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
}
