//! Diagnostics: what is wrong in what people wrote, told at the place, in French and in English.
//!
//! An author's mistake is a [`Diagnostic`]; a stage adds all it finds to a [`Report`] and goes on.
//! The machine's failure (disk, port) is an ordinary error and never travels here.
//! Nothing in this module prints: [`format`](mod@format) turns a report into text, `cli` and `serve` show it.

pub mod format;
mod report;
mod span;

pub use report::Report;
pub use span::{FileId, Locate, Position, Span, Spanned, position};

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The record can't be published: `build` refuses.
    Error,
    /// Something that a reviewer should look at; `--strict` makes it fail.
    Warning,
    /// Said for information, counted neither as error nor as warning.
    Note,
}

impl Level {
    /// The level's name in machine formats: `error`, `warning` or `note`.
    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// The language in which messages are shown to the person at the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// French, the default.
    #[default]
    French,
    /// English.
    English,
}

/// One sentence or phrase, in French and in English side by side.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text {
    fr: Box<str>,
    en: Box<str>,
}

impl Text {
    /// The phrase in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}

/// Makes a [`Text`] of its French and English forms.
pub fn say(fr: impl Into<Box<str>>, en: impl Into<Box<str>>) -> Text {
    Text {
        fr: fr.into(),
        en: en.into(),
    }
}

/// One fault, with its place and how to mend it.
///
/// The message is a phrase, lower case, without full stop, values in quotes; a help is an instruction.
/// The code is the name of the check in English, and reads well after "allow": `duplicate-slug`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub level: Level,
    /// The name of the check that found it.
    pub code: &'static str,
    /// What is wrong.
    pub message: Text,
    /// Where it stands.
    pub span: Span,
    /// What to write instead.
    pub help: Option<Text>,
    /// Other places that explain the fault, each with a word.
    pub related: Vec<(Span, Text)>,
    /// Whether what stands at its places is private: no excerpt and no message may show it.
    pub masked: bool,
}

impl Diagnostic {
    /// Makes a diagnostic of a given level.
    pub fn new(level: Level, code: &'static str, span: Span, message: Text) -> Diagnostic {
        Diagnostic {
            level,
            code,
            message,
            span,
            help: None,
            related: Vec::new(),
            masked: false,
        }
    }

    /// Makes an error.
    pub fn error(code: &'static str, span: Span, message: Text) -> Diagnostic {
        Diagnostic::new(Level::Error, code, span, message)
    }

    /// Makes a warning.
    pub fn warning(code: &'static str, span: Span, message: Text) -> Diagnostic {
        Diagnostic::new(Level::Warning, code, span, message)
    }

    /// Makes a note.
    pub fn note(code: &'static str, span: Span, message: Text) -> Diagnostic {
        Diagnostic::new(Level::Note, code, span, message)
    }

    /// Adds what to write instead.
    pub fn help(mut self, help: Text) -> Diagnostic {
        self.help = Some(help);
        self
    }

    /// Adds what to write instead, where there is something to propose.
    pub fn maybe_help(mut self, help: Option<Text>) -> Diagnostic {
        self.help = help.or(self.help);
        self
    }

    /// Says that what stands at its places is private.
    pub fn masked(mut self) -> Diagnostic {
        self.masked = true;
        self
    }

    /// Every place it names, its own first.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.span).chain(self.related.iter().map(|(span, _)| *span))
    }

    /// Replaces a private text by dots wherever its words quote it; says whether they did.
    pub fn conceal(&mut self, secret: &str) -> bool {
        let mut quoted = false;
        let words = std::iter::once(&mut self.message)
            .chain(&mut self.help)
            .chain(self.related.iter_mut().map(|(_, word)| word));
        for text in words {
            for text in [&mut text.fr, &mut text.en] {
                if text.contains(secret) {
                    *text = text.replace(secret, "•••").into();
                    quoted = true;
                }
            }
        }
        quoted
    }

    /// Adds another place that explains the fault.
    pub fn related(mut self, span: Span, word: Text) -> Diagnostic {
        self.related.push((span, word));
        self
    }
}
