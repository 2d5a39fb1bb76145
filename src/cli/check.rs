//! `ribambelle check`.

use std::io::{self, IsTerminal as _};

use clap::{Args, ValueEnum};

use crate::build::{prepare, read};
use crate::diag::format;
use crate::diag::{Level, Report};
use crate::load::load;

use super::{Failure, Global, show};

/// Vérifie toutes les fiches, sans rien construire
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// La forme du rapport
    #[arg(long, value_name = "FORME", default_value = "texte")]
    format: ReportFormat,
    /// Les avertissements comptent comme des erreurs
    #[arg(long)]
    strict: bool,
    /// Rend aussi toutes les pages, pour vérifier le thème
    #[arg(long)]
    pages: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    Texte,
    Json,
    Github,
    Sarif,
    Gitlab,
}

pub(super) fn run(global: &Global, arguments: &CheckArguments) -> Result<(), Failure> {
    let request = global.request(None)?;
    let mut report = Report::default();
    let sources = read(&request, &mut report)?;
    if arguments.pages {
        let site = prepare(&sources, &request, &mut report);
        if let Some(site) = site {
            let faults = crate::audit::pages(&site);
            report.extend(faults);
        }
    } else {
        let catalogue = load(&sources, &mut report);
        crate::check::check(&sources, catalogue, request.date, &mut report);
    }
    report.sort();
    let style = show::style(global, io::stdout().is_terminal());
    let text = match arguments.format {
        ReportFormat::Texte => format::text(&report, &sources, style),
        ReportFormat::Json => format::json(&report, &sources, style.language),
        ReportFormat::Github => format::github(&report, &sources, style.language),
        ReportFormat::Sarif => format::sarif(&report, &sources, style.language),
        ReportFormat::Gitlab => format::gitlab(&report, &sources, style.language),
    };
    show::result(&text)?;
    let failed = report.has_errors() || (arguments.strict && report.count(Level::Warning) > 0);
    if failed { Err(Failure::Content) } else { Ok(()) }
}
