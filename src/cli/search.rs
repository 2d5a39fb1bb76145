//! `ribambelle search`.

use std::io::{self, IsTerminal as _};
use std::sync::Arc;

use clap::Args;

use crate::build::{prepare, read};
use crate::diag::format::{visible, visible_json};
use crate::diag::{Language, Report, say};
use crate::export::search::index;
use crate::search::{Answer, Options};

use super::help::English;
use super::{Failure, Global, show};

/// Cherche dans le guide, comme le fera le site
#[derive(Debug, Args)]
pub(super) struct SearchArguments {
    /// La question, comme un parent la poserait : « massage bébé haguenau »
    #[arg(required = true, value_name = "QUESTION")]
    question: Vec<String>,
    /// La réponse en JSON, pour un programme
    #[arg(long)]
    json: bool,
    /// Le nombre de résultats
    #[arg(long, value_name = "N", default_value_t = 10)]
    nombre: usize,
}

pub(super) const ENGLISH: English = &[
    ("", "Searches the guide, as the site will"),
    (
        "question",
        "The question, as a parent would ask it: “massage bébé haguenau”",
    ),
    ("json", "The answer in JSON, for a program"),
    ("nombre", "The number of results"),
];

pub(super) fn run(global: &Global, arguments: &SearchArguments) -> Result<(), Failure> {
    let request = global.request(None)?;
    let mut report = Report::default();
    let sources = Arc::new(read(&request, &mut report)?);
    let site = prepare(&sources, &request, &mut report);
    report.sort();
    let Some(site) = site else {
        show::report(&report, &sources, global);
        return Err(Failure::Content);
    };
    let failed = |error: &dyn std::fmt::Display| {
        Failure::Machine(say(
            format!("l'index ne peut pas être fait : {error}"),
            format!("the index can't be made: {error}"),
        ))
    };
    let index = index(&site, 0).map_err(|error| failed(&error))?;
    let options = Options {
        limit: arguments.nombre,
        ..Options::default()
    };
    let answer = index
        .search(&arguments.question.join(" "), &options)
        .map_err(|error| failed(&error))?;
    let text = if arguments.json {
        let json = serde_json::to_string_pretty(&answer).map_err(|error| failed(&error))?;
        visible_json(json) + "\n"
    } else {
        table(&answer, io::stdout().is_terminal(), global.language())
    };
    show::result(&text)
}

/// The answer as a table: aligned columns on a terminal, tabs in a pipe.
fn table(answer: &Answer, terminal: bool, language: Language) -> String {
    let rows: Vec<[_; 4]> = answer
        .results
        .iter()
        .map(|hit| [&hit.title, &hit.kind_label, &hit.commune, &hit.url].map(|cell| visible(cell)))
        .collect();
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths = [width(0).min(50), width(1).min(32), width(2), 0];
    let mut text = String::new();
    for understood in &answer.understood {
        let word = if language == Language::French {
            "compris"
        } else {
            "understood"
        };
        text.push_str(&format!("{word} : {}\n", visible(&understood.label)));
    }
    for row in &rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| match terminal {
            true => format!("{:<width$}", cut(cell, width)),
            false => cell.to_string(),
        });
        let line = cells
            .collect::<Vec<_>>()
            .join(if terminal { "  " } else { "\t" });
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let total = answer.total;
    let (one, other, none) = match language {
        Language::French => ("résultat", "résultats", "aucun résultat"),
        Language::English => ("result", "results", "no result"),
    };
    text.push_str(&match total {
        0 => format!("{none}\n"),
        1 => format!("1 {one}\n"),
        _ => format!("{total} {other}\n"),
    });
    text
}

fn cut(cell: &str, width: usize) -> String {
    if width == 0 || cell.chars().count() <= width {
        return cell.to_owned();
    }
    cell.chars().take(width - 1).chain(['…']).collect()
}
