//! Forms in which a report is shown, one file each; every one is a function from a report to text.
//!
//! To add one: write its file, then a row of [`Format`] and of [`show`].
//! What is refused as private ([`Diagnostic::masked`](super::Diagnostic::masked)) is shown by none of them.

mod brief;
mod github;
mod gitlab;
mod json;
mod places;
mod sarif;
mod text;
mod visible;

use super::{Language, Locate, Report};

pub use brief::brief;
pub use visible::{json as visible_json, visible};

/// A form in which a report is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people: excerpts with carets.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// GitLab's Code Quality report.
    Gitlab,
}

impl Format {
    /// Every form, in the order of the help.
    pub const ALL: [Format; 5] = [
        Format::Text,
        Format::Json,
        Format::Github,
        Format::Sarif,
        Format::Gitlab,
    ];

    /// The form of a code, as the command line takes it.
    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    /// The code by which the command line names it.
    pub fn code(self) -> &'static str {
        match self {
            Format::Text => "texte",
            Format::Json => "json",
            Format::Github => "github",
            Format::Sarif => "sarif",
            Format::Gitlab => "gitlab",
        }
    }
}

/// How a report is shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings<'a> {
    /// In which language.
    pub language: Language,
    /// Whether text is coloured.
    pub colour: bool,
    /// What stands before `content/…` in `github`, `sarif` and `gitlab`: empty, or a relative folder that ends in `/`.
    pub folder: &'a str,
}

/// Shows a report; diagnostics are shown in the order in which they stand.
pub fn show(
    format: Format,
    report: &Report,
    locate: &dyn Locate,
    settings: &Settings<'_>,
) -> String {
    match format {
        Format::Text => text::show(report, locate, settings),
        Format::Json => json::show(report, locate, settings.language),
        Format::Github => github::show(report, locate, settings),
        Format::Sarif => sarif::show(report, locate, settings),
        Format::Gitlab => gitlab::show(report, locate, settings),
    }
}

#[cfg(test)]
mod tests;
