//! One JSON object, for programs.

use serde::Serialize;

use super::places::Places;
use super::visible::{self, message};
use crate::diag::{Language, Level, Locate, Report};

#[derive(Serialize)]
struct Shown<'a> {
    version: u8,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    level: &'static str,
    code: &'static str,
    message: String,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: Option<String>,
}

pub(super) fn show(report: &Report, locate: &dyn Locate, language: Language) -> String {
    let mut places = Places::new(report, locate);
    let diagnostics = report.diagnostics().iter().map(|diagnostic| {
        let (start, end) = places.positions(diagnostic.span);
        Entry {
            level: diagnostic.level.name(),
            code: diagnostic.code,
            message: message(diagnostic.message.get(language)),
            file: places.name(diagnostic.span.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            help: diagnostic
                .help
                .as_ref()
                .map(|help| message(help.get(language))),
        }
    });
    let shown = Shown {
        version: 1,
        errors: report.count(Level::Error),
        warnings: report.count(Level::Warning),
        diagnostics: diagnostics.collect(),
    };
    // Texts and numbers always have a JSON form.
    visible::json(serde_json::to_string(&shown).unwrap_or_default()) + "\n"
}
