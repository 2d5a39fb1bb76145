//! Each form of a report, on one small file.

use super::*;
use crate::diag::{Diagnostic, FileId, Span, say};

struct Files(Vec<(&'static str, String)>);

impl Locate for Files {
    fn locate(&self, file: FileId) -> (&str, &str) {
        let (name, text) = &self.0[file.0 as usize];
        (name, text)
    }
}

fn span(file: u32, text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap() as u32;
    Span {
        file: FileId(file),
        start,
        end: start + part.len() as u32,
    }
}

fn example() -> (Files, Report) {
    let text = "\u{feff}titre: Été\r\nresumé: x\nnote: 06 00 00 00 01, é\n";
    let files = Files(vec![
        ("content/laep/x.yml", text.to_owned()),
        ("content/a b.png", String::new()),
    ]);
    let mut report = Report::default();
    report.push(
        Diagnostic::error(
            "unknown-key",
            span(0, text, "resumé"),
            say("clé inconnue « resumé »", "unknown key “resumé”"),
        )
        .help(say(
            "vouliez-vous dire « resume » ?",
            "did you mean “resume”?",
        ))
        .related(
            span(0, text, "titre"),
            say("après celle-ci", "after this one"),
        ),
    );
    report.push(
        Diagnostic::error(
            "private",
            span(0, text, "06 00 00 00 01"),
            say("un numéro privé", "a private number"),
        )
        .masked(),
    );
    report.push(Diagnostic::warning(
        "late",
        span(0, text, "é\n"),
        say("tard", "late"),
    ));
    report.push(Diagnostic::warning(
        "stray-file",
        Span::file(FileId(1)),
        say("50 % : inutile", "50 %: useless"),
    ));
    (files, report)
}

fn shown(format: Format, settings: &Settings<'_>) -> String {
    let (files, report) = example();
    show(format, &report, &files, settings)
}

#[test]
fn people_see_the_line_and_nothing_private() {
    insta::assert_snapshot!(shown(Format::Text, &Settings::default()));
    let english = Settings {
        language: Language::English,
        ..Settings::default()
    };
    let english = shown(Format::Text, &english);
    assert!(
        english.ends_with("2 errors, 2 warnings\n") && english.contains("help: did you mean"),
        "{english}"
    );
}

#[test]
fn programs_see_places_counted_in_characters() {
    insta::assert_snapshot!(shown(Format::Json, &Settings::default()));
    let folder = Settings {
        folder: "guide/",
        ..Settings::default()
    };
    insta::assert_snapshot!(shown(Format::Github, &folder));
    insta::assert_snapshot!(shown(Format::Sarif, &folder));
    insta::assert_snapshot!(shown(Format::Gitlab, &folder));
}

#[test]
fn no_format_shows_what_is_private() {
    for format in Format::ALL {
        assert_eq!(Format::from_code(format.code()), Some(format));
        assert!(
            !shown(format, &Settings::default()).contains("06 00"),
            "{format:?}"
        );
    }
}

#[test]
fn github_shows_ten_of_a_level_and_lists_the_rest() {
    let files = Files(vec![("content/x.yml", "a: b\n".repeat(30))]);
    let mut report = Report::default();
    for line in 0..13 {
        let span = Span {
            file: FileId(0),
            start: line * 5,
            end: line * 5 + 1,
        };
        report.push(Diagnostic::error("x", span, say("un\n::error::faux", "x")));
    }
    let out = show(Format::Github, &report, &files, &Settings::default());
    assert_eq!(
        out.lines()
            .filter(|line| line.starts_with("::error "))
            .count(),
        10
    );
    assert_eq!(
        out.lines()
            .filter(|line| line.starts_with("content/x.yml:"))
            .count(),
        3
    );
    assert!(!out.contains("\n::error::faux"));
}

#[test]
fn ten_thousand_faults_on_one_long_line_are_shown_quickly() {
    let text = "é".repeat(500_000);
    let mut report = Report::default();
    for index in 0..10_000u32 {
        let span = Span {
            file: FileId(0),
            start: index * 90,
            end: index * 90 + 2,
        };
        report.push(Diagnostic::error("x", span, say("ici", "here")));
    }
    let files = Files(vec![("content/x.yml", text)]);
    let began = std::time::Instant::now();
    let out = show(Format::Text, &report, &files, &Settings::default());
    assert!(out.lines().all(|line| line.chars().count() < 220));
    // A few seconds unoptimised on a busy machine; minutes where each fault counted the line anew.
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
    // The first two hundred are shown, and how many more there are.
    assert!(out.contains("content/x.yml:1:8956"));
    assert!(!out.contains("content/x.yml:1:9001"));
    assert!(out.contains("… et 9800 autres dans content/x.yml"));
    assert!(out.contains("10000 erreurs"));
    let all = show(Format::Json, &report, &files, &Settings::default());
    assert!(all.contains("\"column\":449956"));
}
