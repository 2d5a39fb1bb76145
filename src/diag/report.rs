//! A report: the diagnostics gathered from every stage.

use std::collections::HashMap;

use super::{Diagnostic, FileId, Level, Locate};

/// The diagnostics of one run, gathered from every stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds one diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all diagnostics of another stage.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// Puts the diagnostics in the order of files and lines, and drops what is said twice.
    pub fn sort(&mut self) {
        self.diagnostics
            .sort_by(|a, b| (a.span, a.level, a.code).cmp(&(b.span, b.level, b.code)));
        self.diagnostics.dedup();
    }

    /// Drops what only quotes a value that masked diagnostics of the same file refuse as private.
    pub fn conceal(&mut self, locate: &dyn Locate) {
        let mut secrets: HashMap<FileId, Vec<String>> = HashMap::new();
        let masked = self.diagnostics.iter().filter(|fault| fault.masked);
        for span in masked.flat_map(Diagnostic::spans) {
            let (_, text) = locate.locate(span.file);
            let secret = text.get(span.start as usize..span.end as usize);
            let secret = secret.unwrap_or_default().trim();
            if secret.len() >= 4 {
                secrets
                    .entry(span.file)
                    .or_default()
                    .push(secret.to_owned());
            }
        }
        if secrets.is_empty() {
            return;
        }
        self.diagnostics.retain_mut(|diagnostic| {
            let secrets = secrets.get(&diagnostic.span.file);
            let quotes = secrets
                .into_iter()
                .flatten()
                .filter(|secret| diagnostic.conceal(secret))
                .count();
            // What is private is told as such, not once more as a wrong value.
            quotes == 0 || diagnostic.masked
        });
    }

    /// All diagnostics, in the order of [`Report::sort`] once it was called.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The number of diagnostics of a level.
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.level == level)
            .count()
    }

    /// Whether any error was found.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.level == Level::Error)
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.diagnostics.into_iter()
    }
}
