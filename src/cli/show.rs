//! What is printed: reports on standard error, failures in one sentence.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use crate::build::BuildError;
use crate::diag::format::{Settings, brief, visible};
use crate::diag::{Language, Report, Text};
use crate::publish::PublishError;
use crate::source::Sources;

use super::{Color, Failure, Global};

/// Prints a report on standard error for a command that is not about it: errors in full, the rest in a line.
pub(super) fn report(report: &Report, sources: &Sources, global: &Global) {
    let settings = settings(global, io::stderr().is_terminal(), "");
    let text = brief(report, sources, &settings);
    // Nobody is left to be told where standard error is closed.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints why a command failed, in one sentence.
pub(super) fn failure(text: &Text, language: Language) {
    let heading = match language {
        Language::French => "erreur",
        Language::English => "error",
    };
    let _ = writeln!(io::stderr(), "{heading}: {}", visible(text.get(language)));
}

/// Prints what can be done, below what failed.
pub(super) fn advice(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Writes a command's result on standard output; a closed pipe is no failure.
pub(super) fn result(text: &str) -> Result<(), Failure> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Machine(crate::publish::cause(&error)))
        }
        _ => Ok(()),
    }
}

/// How reports are shown to this person.
pub(super) fn settings<'a>(global: &Global, terminal: bool, folder: &'a str) -> Settings<'a> {
    let colour = match global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    };
    Settings {
        language: global.language(),
        colour,
        folder,
    }
}

/// What leads from the working directory to the folder that holds the content: empty, or a path that ends in `/`.
pub(super) fn folder(content: &Path) -> String {
    let below = std::env::current_dir()
        .and_then(|here| here.canonicalize())
        .ok();
    let whole = content.canonicalize().ok();
    let parent = whole
        .as_deref()
        .and_then(Path::parent)
        .zip(below.as_deref());
    let relative = parent.and_then(|(parent, here)| parent.strip_prefix(here).ok());
    match relative.and_then(Path::to_str) {
        Some("") | None => String::new(),
        Some(path) => format!("{path}/"),
    }
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
