//! `ribambelle check`.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _};
use std::sync::Arc;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::build::{BuildError, Request, Stage, Stages, prepare_in, read};
use crate::check::{documented, explain};
use crate::diag::format::{Format, show as show_report};
use crate::diag::{Language, Level, Report, say};
use crate::load::load;
use crate::model::UrlPath;
use crate::source::Sources;

use super::help::English;
use super::summary::{self, Summary, SummaryArguments, chronos};
use super::{Failure, Global, progress, show};

/// Vérifie toutes les fiches, sans rien construire
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// La forme du rapport
    #[arg(long, value_name = "FORME", default_value = "texte", value_parser = formats(), conflicts_with = "json")]
    format: Format,
    /// Les avertissements comptent comme des erreurs
    #[arg(long)]
    strict: bool,
    /// Rend aussi toutes les pages, pour vérifier le thème
    #[arg(long)]
    pages: bool,
    /// Explique une vérification par son nom, sans rien vérifier
    #[arg(long, value_name = "NOM")]
    explique: Option<String>,
    #[command(flatten)]
    summary: SummaryArguments,
}

pub(super) const ENGLISH: English = &[
    ("", "Checks all records, without building anything"),
    ("format", "The form of the report"),
    ("strict", "Warnings count as errors"),
    ("pages", "Renders all pages as well, to check the theme"),
    (
        "explique",
        "Explains a check by its name, without checking anything",
    ),
    ("json", summary::ENGLISH_JSON),
    ("chronos", summary::ENGLISH_CHRONOS),
];

fn formats() -> impl clap::builder::TypedValueParser<Value = Format> {
    // Only the codes of formats come this far.
    PossibleValuesParser::new(Format::ALL.map(Format::code))
        .map(|code| Format::from_code(&code).unwrap_or_default())
}

pub(super) fn run(global: &Global, arguments: &CheckArguments) -> Result<(), Failure> {
    if let Some(code) = &arguments.explique {
        return explain_check(code, global.language());
    }
    let request = global.request(None)?;
    let stages = Stages::default();
    let mut report = Report::default();
    let (sources, pages) = progress::beside(&stages, global.language(), || {
        look(&request, arguments.pages, &stages, &mut report)
    })?;
    report.sort();
    let failed = report.has_errors() || (arguments.strict && report.count(Level::Warning) > 0);
    if arguments.summary.json {
        show::report(&report, &sources, global);
        let outcome = if failed { "refused" } else { "sound" };
        Summary::new(("check", outcome), request.date, &report, &stages)
            .counting(sources.all().count(), pages)
            .print()?;
    } else {
        print(&report, &sources, arguments.format, global, &request)?;
    }
    if arguments.summary.chronos {
        chronos(&stages, global.language());
    }
    if failed {
        Err(Failure::Content)
    } else {
        Ok(())
    }
}

/// Reads and checks; gives the sources, and how many pages were rendered.
fn look(
    request: &Request,
    pages: bool,
    stages: &Stages,
    report: &mut Report,
) -> Result<(Arc<Sources>, usize), BuildError> {
    let sources = stages.run(Stage::Read, || read(request, report))?;
    let sources = Arc::new(sources);
    if !pages {
        let catalogue = stages.run(Stage::Load, || load(&sources, report));
        stages.run(Stage::Check, || {
            crate::check::inspect(&sources, &catalogue, request.date, report)
        });
        return Ok((sources, 0));
    }
    let Some(site) = prepare_in(stages, &sources, request, report) else {
        return Ok((sources, 0));
    };
    report.extend(stages.run(Stage::Audit, || crate::audit::pages(&site)));
    let is_page = |path: &&UrlPath| path.is_page() || path.as_str().ends_with(".html");
    let pages = site.paths().filter(is_page).count();
    Ok((sources, pages))
}

/// Prints the whole report.
fn print(
    report: &Report,
    sources: &Sources,
    format: Format,
    global: &Global,
    request: &Request,
) -> Result<(), Failure> {
    let folder = show::folder(&request.content);
    let settings = show::settings(global, io::stdout().is_terminal(), &folder);
    show::result(&show_report(format, report, sources, &settings))
}

/// Prints what a check finds, why it matters to a family, and how to mend it.
fn explain_check(code: &str, language: Language) -> Result<(), Failure> {
    let Some(check) = explain(code) else {
        let all: BTreeSet<&str> = documented()
            .flat_map(|check| check.codes)
            .copied()
            .collect();
        let all: Vec<&str> = all.into_iter().collect();
        let near = crate::text::nearest::nearest(code, all.iter().copied());
        return Err(Failure::Use(match near {
            Some(near) => say(
                format!("pas de vérification « {code} » ; vouliez-vous dire « {near} » ?"),
                format!("no check “{code}”; did you mean “{near}”?"),
            ),
            None => say(
                format!(
                    "pas de vérification « {code} » ; il y a : {}",
                    all.join(", ")
                ),
                format!("no check “{code}”; there are: {}", all.join(", ")),
            ),
        }));
    };
    show::result(&format!(
        "{}\n\n{}\n",
        check.title.get(language),
        check.docs.get(language)
    ))
}
