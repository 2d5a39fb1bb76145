//! Running a case.

use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::{Date, date};
use ribambelle::check::check as check_catalogue;
use ribambelle::diag::format::{Format, Settings, show};
use ribambelle::diag::{Level, Locate as _, Report, position};
use ribambelle::load::load;
use ribambelle::source::Sources;

use super::page::{Case, Fault};

const TODAY: Date = date(2026, 11, 22);

/// What a case says.
pub(crate) struct Outcome {
    pub(crate) found: Vec<Fault>,
    pub(crate) shown: String,
}

/// Checks a case's files, on disk as anywhere.
pub(crate) fn check(case: &Case) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in &case.files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let (report, sources) = report(&folder.path().join("content"));
    let noted: Vec<_> = case
        .expected
        .iter()
        .filter(|fault| fault.2 == "note")
        .collect();
    let mut found: Vec<Fault> = faults(&report, &sources)
        .into_iter()
        .filter(|fault| fault.2 != "note" || noted.contains(&fault))
        .collect();
    found.sort();
    Outcome {
        found,
        shown: show(Format::Text, &report, &sources, &Settings::default()),
    }
}

/// The errors and warnings of a content folder, one a line.
pub(crate) fn check_folder(content: &Path) -> String {
    let (report, sources) = report(content);
    let mut lines = String::new();
    for (file, line, level, code) in faults(&report, &sources) {
        if level != Level::Note.name() {
            let _ = writeln!(lines, "{level} {file}:{line} {code}");
        }
    }
    lines
}

fn report(content: &Path) -> (Report, Sources) {
    let mut report = Report::default();
    let sources = Sources::read(content, &mut report).unwrap();
    let catalogue = load(&sources, &mut report);
    check_catalogue(&sources, catalogue, TODAY, &mut report);
    (report, sources)
}

fn faults(report: &Report, sources: &Sources) -> Vec<Fault> {
    report
        .diagnostics()
        .iter()
        .map(|diagnostic| {
            let (name, text) = sources.locate(diagnostic.span.file);
            let line = position(text, diagnostic.span.start).line;
            (
                name.to_owned(),
                line,
                diagnostic.level.name(),
                diagnostic.code.to_owned(),
            )
        })
        .collect()
}

/// The number of errors of many like actions, one of their lines given.
pub(crate) fn check_many(count: usize, line: &str) -> usize {
    let mut files = super::fill::small_guide();
    for number in 0..count {
        let text = format!(
            "---\ntitre: Atelier numéro {number}\nresume: Une phrase assez longue pour un parent.\nthemes: [sommeil]\n{line}\nlieu: salle\nhoraires: mardi et jeudi 9h-11h30\nverifie: {{le: 2026-11-01}}\n---\nUn texte **court** pour [dire](lieux/salle) ce que l'on y fait.\n"
        );
        files.push((
            format!("content/actions/atelier-{number}.md"),
            text.into_bytes(),
        ));
    }
    let texts = files
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()));
    let sources = Sources::in_memory(texts);
    let mut report = Report::default();
    let catalogue = load(&sources, &mut report);
    check_catalogue(&sources, catalogue, TODAY, &mut report);
    let shown = show(Format::Text, &report, &sources, &Settings::default());
    assert!(!shown.is_empty());
    report.count(Level::Error)
}
