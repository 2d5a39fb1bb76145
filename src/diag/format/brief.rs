//! For people who asked for something else than a report: errors in full, the rest in a line.

use std::collections::BTreeMap;

use super::{Settings, text};
use crate::diag::{Language, Level, Locate, Report};

/// Shows what stops a build as text, and counts the rest by code, the most frequent first.
///
/// « 83 avertissements : 71 stale-verification, 12 insecure-url ; « ribambelle check » les montre ».
pub fn brief(report: &Report, locate: &dyn Locate, settings: &Settings<'_>) -> String {
    let found = report.diagnostics().iter();
    let in_full = found.filter(|found| found.level == Level::Error);
    let mut out = text::in_full(in_full, report, locate, settings);
    let errors = report.count(Level::Error);
    if errors > 0 {
        out.push_str(&text::count(errors, Level::Error, settings.language));
        out.push('\n');
    }
    if let Some(line) = rest(report, settings.language) {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// Warnings and notes in one line; none where there are none.
fn rest(report: &Report, language: Language) -> Option<String> {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    let found = report.diagnostics().iter();
    for found in found.filter(|found| found.level != Level::Error) {
        *codes.entry(found.code).or_default() += 1;
    }
    let total: usize = codes.values().sum();
    let mut codes: Vec<(&str, usize)> = codes.into_iter().collect();
    // Stable: equal numbers stay in the order of the alphabet.
    codes.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let codes: Vec<String> = codes
        .iter()
        .map(|(code, number)| format!("{number} {code}"))
        .collect();
    let counts: Vec<String> = [Level::Warning, Level::Note]
        .into_iter()
        .map(|level| (report.count(level), level))
        .filter(|(number, _)| *number > 0)
        .map(|(number, level)| text::count(number, level, language))
        .collect();
    let (counts, codes) = (counts.join(", "), codes.join(", "));
    let line = match language {
        Language::French => {
            let them = match (total, report.count(Level::Note)) {
                (1, 0) => "le",
                (1, _) => "la",
                _ => "les",
            };
            format!("{counts} : {codes} ; « ribambelle check » {them} montre")
        }
        Language::English => {
            let them = if total == 1 { "it" } else { "them" };
            format!("{counts}: {codes}; “ribambelle check” shows {them}")
        }
    };
    (total > 0).then_some(line)
}
