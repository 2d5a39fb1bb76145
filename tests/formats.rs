//! Reports for programs: what each format promises to those who read it, whatever the content holds.

#[path = "formats/schema.rs"]
mod schema;

use std::path::Path;

use proptest::prelude::*;
use ribambelle::diag::format::{Format, Settings, show};
use ribambelle::diag::{Diagnostic, FileId, Level, Locate, Report, Span, position, say};
use serde_json::{Value, json};

#[derive(Debug)]
struct Files(Vec<(String, String)>);

impl Locate for Files {
    fn locate(&self, file: FileId) -> (&str, &str) {
        let (name, text) = &self.0[file.0 as usize];
        (name, text)
    }
}

/// A text of one line or more, with all that makes columns hard to count.
fn lines() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "é",
        "e\u{301}",
        "👩\u{200d}👧",
        "🙂",
        "\t",
        "漢",
        "ß",
        " ",
        "\r\n",
        "\n",
        "\u{feff}",
        "…",
        "\u{1b}[31m",
        "\u{202e}",
        "\r",
        "%",
        ":",
        ",",
        "«",
        "\u{9b}",
        "\"",
        "\\",
        "##[error]",
        "::error::",
    ]);
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

/// A file and a report of it: each place within its text, on the bounds of characters.
fn reports() -> impl Strategy<Value = (Files, Report)> {
    let index = any::<prop::sample::Index>;
    let fault = (index(), index(), any::<u8>(), lines());
    let faults = prop::collection::vec(fault, 0..40);
    (lines(), lines(), faults).prop_map(|(name, text, faults)| {
        let text = format!("{text}.");
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut report = Report::default();
        for (from, to, kind, words) in faults {
            let (from, to) = (
                bounds[from.index(bounds.len())],
                bounds[to.index(bounds.len())],
            );
            let at = |byte: usize| u32::try_from(byte).unwrap();
            let place = Span {
                file: FileId(0),
                start: at(from.min(to)),
                end: at(from.max(to)),
            };
            let level = [Level::Error, Level::Warning, Level::Note][usize::from(kind % 3)];
            let mut fault =
                Diagnostic::new(level, "a-code", place, say(words.clone(), "in English"));
            if kind % 5 == 0 {
                fault = fault.help(say(words, "do this"));
            }
            report.push(fault);
        }
        (Files(vec![(format!("content/{name}.yml"), text)]), report)
    })
}

fn settings() -> Settings<'static> {
    Settings {
        folder: "mon dépôt: a,b%/",
        ..Settings::default()
    }
}

/// Lines and columns as people count them: characters from 1, a byte order mark aside.
fn naive(text: &str, byte: u32) -> (u64, u64) {
    let (mut line, mut column) = (1, 1);
    let mut before = &text[..byte as usize];
    if before.ends_with('\r') && text[before.len()..].starts_with('\n') {
        // Both are the one end of their line.
        before = &before[..before.len() - 1];
    }
    for c in before.chars() {
        match c {
            '\n' => (line, column) = (line + 1, 1),
            '\u{feff}' => {}
            _ => column += 1,
        }
    }
    (line, column)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn json_holds_what_was_agreed_and_counts_characters((files, report) in reports()) {
        let shown = show(Format::Json, &report, &files, &settings());
        prop_assert_eq!(shown.lines().count(), 1);
        let value: Value = serde_json::from_str(&shown).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        prop_assert_eq!(keys, ["diagnostics", "errors", "version", "warnings"]);
        prop_assert_eq!(&value["version"], 1);
        prop_assert_eq!(&value["errors"], report.count(Level::Error));
        prop_assert_eq!(&value["warnings"], report.count(Level::Warning));
        let found = value["diagnostics"].as_array().unwrap();
        prop_assert_eq!(found.len(), report.diagnostics().len());
        let (name, text) = &files.0[0];
        for (entry, fault) in found.iter().zip(report.diagnostics()) {
            let keys: Vec<&String> = entry.as_object().unwrap().keys().collect();
            prop_assert_eq!(
                keys,
                ["code", "column", "end_column", "end_line", "file", "help", "level", "line", "message"]
            );
            prop_assert_eq!(&entry["file"], name);
            for (byte, line, column) in [
                (fault.span.start, "line", "column"),
                (fault.span.end, "end_line", "end_column"),
            ] {
                let expected = naive(text, byte);
                let told = (entry[line].as_u64().unwrap(), entry[column].as_u64().unwrap());
                prop_assert_eq!(told, expected);
                let told = position(text, byte);
                prop_assert_eq!((told.line as u64, told.column as u64), expected);
            }
        }
    }

    #[test]
    fn people_are_told_the_same_place_and_get_no_orders((files, report) in reports()) {
        let shown = show(Format::Text, &report, &files, &settings());
        let arrows = shown.lines().filter(|line| line.trim_start().starts_with("--> "));
        let arrows: Vec<&str> = arrows.collect();
        prop_assert_eq!(arrows.len(), report.diagnostics().len(), "{}", &shown);
        for (arrow, fault) in arrows.iter().zip(report.diagnostics()) {
            let (line, column) = naive(&files.0[0].1, fault.span.start);
            let place = format!(":{line}:{column}");
            prop_assert!(arrow.ends_with(&place), "{} {}\n{}", arrow, place, &shown);
        }
        let is_order = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        prop_assert!(!shown.contains(is_order), "{:?}", shown);
    }

    #[test]
    fn workflow_commands_are_ours_alone((files, report) in reports()) {
        let shown = show(Format::Github, &report, &files, &settings());
        let mut annotations = [0, 0, 0];
        for line in shown.lines().filter(|line| line.trim_start().starts_with("::")) {
            if line.starts_with("::group::La suite du contrôle (") || line == "::endgroup::" {
                continue;
            }
            let names = ["::error ", "::warning ", "::notice "];
            let level = names.iter().position(|name| line.starts_with(name));
            annotations[level.expect(line)] += 1;
            let (properties, message) = line[2..].split_once("::").unwrap();
            let (_, properties) = properties.split_once(' ').unwrap();
            let escapes = |text: &str| {
                let codes = ["25", "0D", "0A", "3A", "2C"];
                text.split('%').skip(1).all(|rest| codes.iter().any(|code| rest.starts_with(code)))
            };
            prop_assert!(escapes(message), "{}", line);
            for property in properties.split(',') {
                let (name, value) = property.split_once('=').unwrap();
                let known = ["file", "line", "col", "endColumn", "endLine", "title"];
                prop_assert!(known.contains(&name) && !value.contains(':') && escapes(value), "{}", line);
            }
        }
        for (level, shown) in [Level::Error, Level::Warning, Level::Note].into_iter().zip(annotations) {
            prop_assert_eq!(shown, report.count(level).min(10));
        }
        let listed: Vec<&str> = shown.lines().filter(|line| line.starts_with(settings().folder)).collect();
        prop_assert!(listed.iter().all(|line| !line.contains("##[")));
        prop_assert_eq!(listed.len() + annotations.iter().sum::<usize>(), report.diagnostics().len());
    }

    #[test]
    fn sarif_is_valid_by_its_schema((files, report) in reports()) {
        let shown = show(Format::Sarif, &report, &files, &settings());
        let log: Value = serde_json::from_str(&shown).unwrap();
        let faults = schema::faults(&sarif_schema(), &log);
        prop_assert!(faults.is_empty(), "{:#?}", faults);
    }

    #[test]
    fn code_quality_holds_what_gitlab_asks_for((files, report) in reports()) {
        let shown = show(Format::Gitlab, &report, &files, &settings());
        let shown: Value = serde_json::from_str(&shown).unwrap();
        let mut prints = std::collections::HashSet::new();
        let entries = shown.as_array().unwrap();
        prop_assert_eq!(entries.len(), report.diagnostics().len());
        for entry in entries {
            for key in ["description", "check_name", "fingerprint"] {
                prop_assert!(!entry[key].as_str().unwrap().is_empty());
            }
            prop_assert!(prints.insert(entry["fingerprint"].to_string()), "a fingerprint twice");
            let severity = entry["severity"].as_str().unwrap();
            prop_assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
            let path = entry["location"]["path"].as_str().unwrap();
            prop_assert!(!path.starts_with(['/', '.']));
            prop_assert!(entry["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        }
    }
}

fn sarif_schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sarif/sarif-2.1.0.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_schema_refuses_what_is_no_sarif() {
    let schema = sarif_schema();
    let sound = json!({
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "x" } },
            "results": [{ "message": { "text": "x" } }],
        }],
    });
    assert_eq!(schema::faults(&schema, &sound), [] as [&str; 0]);
    let message = json!({ "text": "x" });
    for (pointer, value) in [
        ("/version", json!("2.0.0")),
        ("/runs", json!("x")),
        ("/runs/0/tool", json!({})),
        ("/runs/0/results/0/message", json!({})),
        (
            "/runs/0/results/0",
            json!({ "message": message, "level": "grave" }),
        ),
        (
            "/runs/0/results/0",
            json!({ "message": message, "inconnu": 1 }),
        ),
        (
            "/runs/0/results/0",
            json!({ "message": message, "ruleIndex": -2 }),
        ),
        (
            "/runs/0/tool/driver",
            json!({ "name": "x", "rules": [{ "id": "a" }, { "id": "a" }] }),
        ),
    ] {
        let mut broken = sound.clone();
        *broken.pointer_mut(pointer).unwrap() = value.clone();
        assert!(
            !schema::faults(&schema, &broken).is_empty(),
            "{pointer}: {value}"
        );
    }
}

#[cfg(unix)]
#[test]
fn colours_are_for_terminals_and_no_color_is_heeded() {
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("content")).unwrap();
    let program = env!("CARGO_BIN_EXE_ribambelle");
    let run = |colour: &str, no_color: &str| -> bool {
        let mut command = Command::new(program);
        command.args(["check", "--date", "2026-11-25", "--color", colour]);
        command.current_dir(folder.path()).env("NO_COLOR", no_color);
        let shown = command.stdin(Stdio::null()).output().unwrap().stdout;
        let shown = String::from_utf8(shown).unwrap();
        assert!(shown.contains("missing-guide"));
        shown.contains('\u{1b}')
    };
    assert!(!run("auto", ""), "a pipe is no terminal");
    assert!(run("always", "1"), "what is asked for by name comes first");
    assert!(!run("never", ""));
    // Within a terminal, by `script`, where there is one.
    let terminal = |no_color: &str| -> Option<bool> {
        let line = format!("NO_COLOR={no_color} {program} check --date 2026-11-25");
        let mut command = Command::new("script");
        command
            .args(["-qec", &line, "/dev/null"])
            .current_dir(folder.path());
        let output = command.stdin(Stdio::null()).output().ok()?;
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        shown
            .contains("missing-guide")
            .then(|| shown.contains("\u{1b}["))
    };
    assert_ne!(terminal(""), Some(false));
    assert_ne!(terminal("1"), Some(true));
}
