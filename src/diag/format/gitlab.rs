//! GitLab's Code Quality report.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Settings;
use super::places::Places;
use super::visible::{self, message};
use crate::diag::{Language, Level, Locate, Report};

pub(super) fn show(report: &Report, locate: &dyn Locate, settings: &Settings<'_>) -> String {
    let mut places = Places::new(report, locate);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let entries = report.diagnostics().iter().map(|diagnostic| {
        let path = format!("{}{}", settings.folder, places.name(diagnostic.span.file));
        let (start, end) = places.positions(diagnostic.span);
        // A fault keeps its fingerprint when its line moves, and whatever language it is told in.
        let what = diagnostic.message.get(Language::French);
        let key = format!("{}\n{path}\n{what}", diagnostic.code);
        let nth = seen.entry(key.clone()).or_default();
        let fingerprint = blake3::hash(format!("{key}\n{nth}").as_bytes()).to_hex();
        *nth += 1;
        let mut description = message(diagnostic.message.get(settings.language));
        if let Some(help) = &diagnostic.help {
            description.push_str(" — ");
            description.push_str(&message(help.get(settings.language)));
        }
        json!({
            "description": description,
            "check_name": diagnostic.code,
            "fingerprint": &fingerprint[..32],
            "severity": match diagnostic.level {
                Level::Error => "major",
                Level::Warning => "minor",
                Level::Note => "info",
            },
            "location": { "path": path, "lines": { "begin": start.line, "end": end.line } },
        })
    });
    visible::json(entries.collect::<Value>().to_string()) + "\n"
}
