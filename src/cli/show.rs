//! What is printed: reports on standard error, failures in one sentence.

use std::io::{self, IsTerminal as _, Write as _};

use crate::build::BuildError;
use crate::diag::Report;
use crate::diag::format::{self, Style};
use crate::publish::PublishError;
use crate::source::Sources;

use super::{Color, Failure, Global};

/// Prints a report as text on standard error.
pub(super) fn report(report: &Report, sources: &Sources, global: &Global) {
    let text = format::text(report, sources, style(global, io::stderr().is_terminal()));
    // Nobody is left to be told where standard error is closed.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints why a command failed, in one sentence.
pub(super) fn failure(text: &crate::diag::Text, global: &Global) {
    let heading = match global.language() {
        crate::diag::Language::French => "erreur",
        crate::diag::Language::English => "error",
    };
    let _ = writeln!(io::stderr(), "{heading}: {}", text.get(global.language()));
}

/// Writes a command's result on standard output; a closed pipe is no failure.
pub(super) fn result(text: &str) -> Result<(), Failure> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Machine(crate::publish::cause(&error))),
        _ => Ok(()),
    }
}

/// How reports are shown to this person.
pub(super) fn style(global: &Global, terminal: bool) -> Style {
    let colors = match global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    };
    Style { language: global.language(), colors }
}

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Failure {
        match error {
            BuildError::Content => Failure::Content,
            BuildError::Unreadable(text) => Failure::Machine(text),
            BuildError::Publish(PublishError::Refused(text)) => Failure::Use(text),
            BuildError::Publish(error) => Failure::Machine(error.text().clone()),
        }
    }
}
