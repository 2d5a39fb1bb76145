//! Faults of templates and scripts, told at their lines.

use std::collections::BTreeMap;
use std::error::Error as _;

use minijinja::{Error, ErrorKind};

use crate::diag::{Diagnostic, FileId, Span, Text, say};
use crate::text::script::{Fault, FaultKind};

/// The diagnostic of what went wrong in a template, at the innermost place that is known.
pub(super) fn diagnostic(error: &Error, files: &BTreeMap<Box<str>, FileId>) -> Diagnostic {
    let mut innermost = error;
    let mut source = error.source();
    while let Some(cause) = source {
        if let Some(cause) = cause.downcast_ref::<Error>()
            && cause.name().is_some()
        {
            innermost = cause;
        }
        source = cause.source();
    }
    let file = innermost.name().and_then(|name| files.get(name)).copied();
    let span = match (file, innermost.range()) {
        (Some(file), Some(range)) => Span {
            file,
            start: clamp(range.start),
            end: clamp(range.end),
        },
        (Some(file), None) => Span::file(file),
        (None, _) => Span::file(FileId(u32::MAX)),
    };
    let detail = innermost
        .detail()
        .map_or_else(|| innermost.kind().to_string(), str::to_owned);
    Diagnostic::error("template-fault", span, message(innermost.kind(), &detail))
        .help(help(innermost.kind()))
}

fn clamp(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

fn message(kind: ErrorKind, detail: &str) -> Text {
    let fr = match kind {
        ErrorKind::SyntaxError => "le modèle ne se lit pas",
        ErrorKind::UndefinedError => "le modèle nomme une variable qui n'existe pas",
        ErrorKind::TemplateNotFound => "le modèle en appelle un autre qui n'existe pas",
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownMethod
        | ErrorKind::UnknownTest => "le modèle appelle une fonction qui n'existe pas",
        _ => "le modèle ne peut pas être rendu",
    };
    say(
        format!("{fr} ({detail})"),
        format!("fault in the template: {detail}"),
    )
}

fn help(kind: ErrorKind) -> Text {
    match kind {
        ErrorKind::UndefinedError => say(
            "comparez avec le fichier du même nom dans themes/guide/",
            "compare with the file of the same name in themes/guide/",
        ),
        ErrorKind::TemplateNotFound => say(
            "pour le modèle d'origine, écrivez « guide/nom.html »",
            "for the default theme's own file, write “guide/name.html”",
        ),
        _ => say("corrigez la ligne montrée", "correct the line shown"),
    }
}

/// The diagnostic of what is wrong with a script.
pub(in crate::site) fn script_fault(file: FileId, fault: &Fault) -> Diagnostic {
    let span = Span {
        file,
        start: clamp(fault.at.start),
        end: clamp(fault.at.end),
    };
    let (message, help) = match &fault.kind {
        FaultKind::Syntax(detail) => (
            say(
                format!("le script ne se lit pas ({detail})"),
                format!("fault in the script: {detail}"),
            ),
            say("corrigez la ligne montrée", "correct the line shown"),
        ),
        FaultKind::Unjoinable => (
            say(
                "ce module de la recherche ne peut pas être joint aux autres",
                "this module of the search can't be joined to the others",
            ),
            say(
                "importez et exportez par leur nom : « import { nom } from './module.js' », « export const nom »",
                "import and export by name: “import { name } from './module.js'”, “export const name”",
            ),
        ),
        FaultKind::Foreign(path) => (
            say(
                format!(
                    "ce module de la recherche en importe un qui n'est pas joint avant lui : « {path} »"
                ),
                format!(
                    "this module of the search imports one that is not joined before it: “{path}”"
                ),
            ),
            say(
                "n'importez que des modules de themes/guide/recherche/, dans le sens où ils s'importent déjà",
                "import only modules of themes/guide/recherche/, in the direction in which they do already",
            ),
        ),
    };
    Diagnostic::error("script-fault", span, message).help(help)
}
