//! For people: what is wrong, the line with a caret, and how to mend it.

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

use super::Settings;
use super::places::Places;
use super::visible::{message, visible};
use crate::diag::{Diagnostic, Language, Level, Locate, Report, Span};

pub(super) fn show(report: &Report, locate: &dyn Locate, settings: &Settings<'_>) -> String {
    let mut out = String::new();
    let mut places = Places::new(report, locate);
    // They are sorted by file.
    for of_file in report
        .diagnostics()
        .chunk_by(|a, b| a.span.file == b.span.file)
    {
        let (shown, rest) = of_file.split_at(of_file.len().min(MOST));
        add(shown, &mut places, settings, &mut out);
        if let Some(first) = rest.first() {
            let name = visible(places.name(first.span.file)).into_owned();
            out.push_str(&more(rest.len(), &name, settings.language));
        }
    }
    out.push_str(&summary(report, settings.language));
    out.push('\n');
    out
}

/// How many diagnostics of one file are shown in full: who has mended as many runs again.
const MOST: usize = 200;

/// « et 1 200 autres dans content/… »
fn more(number: usize, name: &str, language: Language) -> String {
    match language {
        Language::French => format!(
            "… et {number} autres dans {name} : corrigez d'abord celles-ci (--format json les donne toutes)\n\n"
        ),
        Language::English => {
            format!("… and {number} more in {name}: mend these first (--format json gives all)\n\n")
        }
    }
}

/// Shows some diagnostics of a report, each followed by an empty line.
pub(super) fn in_full<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    report: &Report,
    locate: &dyn Locate,
    settings: &Settings<'_>,
) -> String {
    let mut out = String::new();
    let mut places = Places::new(report, locate);
    add(diagnostics, &mut places, settings, &mut out);
    out
}

fn add<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    places: &mut Places<'_>,
    settings: &Settings<'_>,
    out: &mut String,
) {
    let renderer = if settings.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&[group(diagnostic, places, settings.language)]));
        out.push_str("\n\n");
    }
}

/// « 3 erreurs, 2 avertissements ».
fn summary(report: &Report, language: Language) -> String {
    let (errors, warnings) = (report.count(Level::Error), report.count(Level::Warning));
    let none = match language {
        Language::French => "aucune erreur",
        Language::English => "no errors",
    };
    let errors = match errors {
        0 => none.to_owned(),
        _ => count(errors, Level::Error, language),
    };
    match warnings {
        0 => errors,
        _ => format!("{errors}, {}", count(warnings, Level::Warning, language)),
    }
}

/// « 2 avertissements »: in French one is singular and so is zero; here there is always something to count.
pub(super) fn count(number: usize, level: Level, language: Language) -> String {
    let plural = if number > 1 { "s" } else { "" };
    format!("{number} {}{plural}", word(level, language))
}

fn group<'l>(diagnostic: &Diagnostic, places: &mut Places<'l>, language: Language) -> Group<'l> {
    let level = heading(diagnostic.level, language);
    let title = level
        .primary_title(message(diagnostic.message.get(language)))
        .id(diagnostic.code);
    let mut group = excerpt(Group::with_title(title), diagnostic.span, None, places);
    for (span, word) in &diagnostic.related {
        let word = message(word.get(language));
        if span.file == diagnostic.span.file {
            group = excerpt(group, *span, Some(word), places);
        } else {
            let note = Shown::NOTE.with_name("note");
            group = excerpt(group.element(note.message(word)), *span, None, places);
        }
    }
    if let Some(help) = &diagnostic.help {
        let name = match language {
            Language::French => "aide",
            Language::English => "help",
        };
        let words = Shown::HELP
            .with_name(name)
            .message(message(help.get(language)));
        group = group.element(words);
    }
    group
}

fn heading(level: Level, language: Language) -> Shown<'static> {
    let shown = match level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    shown.with_name(word(level, language))
}

fn word(level: Level, language: Language) -> &'static str {
    match (level, language) {
        (Level::Error, Language::French) => "erreur",
        (Level::Error, Language::English) => "error",
        (Level::Warning, Language::French) => "avertissement",
        (Level::Warning, Language::English) => "warning",
        (Level::Note, _) => "note",
    }
}

fn excerpt<'l>(
    group: Group<'l>,
    span: Span,
    word: Option<String>,
    places: &mut Places<'l>,
) -> Group<'l> {
    let name = visible(places.name(span.file));
    let shown = places.excerpt(span);
    let (start, _) = places.positions(span);
    let origin = Origin::path(name.clone());
    let Some(shown) = shown else {
        return group.element(origin);
    };
    let origin = origin.line(start.line).char_column(start.column);
    let kind = if word.is_some() {
        AnnotationKind::Context
    } else {
        AnnotationKind::Primary
    };
    let annotation = kind.span(shown.marked).label(word);
    let snippet = Snippet::source(shown.text)
        .line_start(shown.line)
        .annotation(annotation);
    if shown.is_cut {
        group.element(origin).element(snippet)
    } else {
        group.element(snippet.path(name))
    }
}
