//! `ribambelle check`.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _};
use std::sync::Arc;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::build::{prepare, read};
use crate::check::{documented, explain};
use crate::diag::format::{Format, show as show_report};
use crate::diag::{Language, Level, Report, say};
use crate::load::load;

use super::{Failure, Global, show};

/// Vérifie toutes les fiches, sans rien construire
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// La forme du rapport
    #[arg(long, value_name = "FORME", default_value = "texte", value_parser = formats())]
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
}

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
    let mut report = Report::default();
    let sources = Arc::new(read(&request, &mut report)?);
    if arguments.pages {
        let site = prepare(&sources, &request, &mut report);
        report.extend(site.iter().flat_map(crate::audit::pages));
    } else {
        let catalogue = load(&sources, &mut report);
        crate::check::inspect(&sources, &catalogue, request.date, &mut report);
    }
    report.sort();
    let folder = show::folder(&request.content);
    let settings = show::settings(global, io::stdout().is_terminal(), &folder);
    show::result(&show_report(
        arguments.format,
        &report,
        &*sources,
        &settings,
    ))?;
    let failed = report.has_errors() || (arguments.strict && report.count(Level::Warning) > 0);
    if failed {
        Err(Failure::Content)
    } else {
        Ok(())
    }
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
