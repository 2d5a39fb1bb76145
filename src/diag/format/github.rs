//! Workflow commands of GitHub Actions, which shows ten annotations of a level for a step: the rest is listed.

use std::fmt::Write as _;

use super::Settings;
use super::places::Places;
use super::visible::{message, visible};
use crate::diag::{Diagnostic, Language, Level, Locate, Report};

/// How many annotations of a level GitHub shows for a step.
const SHOWN: usize = 10;

pub(super) fn show(report: &Report, locate: &dyn Locate, settings: &Settings<'_>) -> String {
    let mut places = Places::new(report, locate);
    let mut out = String::new();
    let mut rest = Vec::new();
    for level in [Level::Error, Level::Warning, Level::Note] {
        let of_level = report
            .diagnostics()
            .iter()
            .filter(|diagnostic| diagnostic.level == level);
        for (index, diagnostic) in of_level.enumerate() {
            if index < SHOWN {
                command(diagnostic, &mut places, settings, &mut out);
            } else {
                rest.push(diagnostic);
            }
        }
    }
    if !rest.is_empty() {
        let title = match settings.language {
            Language::French => "La suite du contrôle",
            Language::English => "The rest of the check",
        };
        let _ = writeln!(out, "::group::{title} ({})", rest.len());
        for diagnostic in rest {
            line(diagnostic, &mut places, settings, &mut out);
        }
        out.push_str("::endgroup::\n");
    }
    out
}

fn command(
    diagnostic: &Diagnostic,
    places: &mut Places<'_>,
    settings: &Settings<'_>,
    out: &mut String,
) {
    let name = match diagnostic.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let file = property(&format!(
        "{}{}",
        settings.folder,
        places.name(diagnostic.span.file)
    ));
    let (start, end) = places.positions(diagnostic.span);
    let _ = write!(out, "::{name} file={file},line={}", start.line);
    // Columns are understood on one line only.
    if end.line == start.line {
        let _ = write!(out, ",col={},endColumn={}", start.column, end.column);
    } else {
        let _ = write!(out, ",endLine={}", end.line);
    }
    let mut words = message(diagnostic.message.get(settings.language));
    if let Some(help) = &diagnostic.help {
        let _ = write!(words, "\n{}", message(help.get(settings.language)));
    }
    let _ = writeln!(out, ",title={}::{}", diagnostic.code, data(&words));
}

/// A plain line; it begins with a path, so that it is never read as a command.
fn line(
    diagnostic: &Diagnostic,
    places: &mut Places<'_>,
    settings: &Settings<'_>,
    out: &mut String,
) {
    let (start, _) = places.positions(diagnostic.span);
    let name = visible(places.name(diagnostic.span.file));
    let words = data(&message(diagnostic.message.get(settings.language)));
    let line = format!(
        "{}{name}:{}:{}: {}[{}]: {words}",
        visible(settings.folder),
        start.line,
        start.column,
        diagnostic.level.name(),
        diagnostic.code
    );
    // « ##[error] » is a command wherever it stands in a line.
    let _ = writeln!(out, "{}", line.replace("##[", "## ["));
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}
