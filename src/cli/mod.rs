//! The command line: arguments, exit statuses, and all that is printed.
//!
//! A command is a file of this folder: its arguments and its function. `Failure` is the one place where an
//! outcome becomes an exit status.

mod build;
mod check;
mod completions;
mod help;
mod manual;
mod misuse;
mod progress;
mod search;
mod serve;
mod show;
mod summary;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::build::Request;
use crate::diag::{Language, Text, say};
use crate::model::values::WebUrl;

/// Compile un guide des services aux familles en un site statique, vérifié et cherchable
#[derive(Debug, Parser)]
#[command(name = "ribambelle", version, propagate_version = true)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
struct Global {
    /// Le dossier des fiches
    #[arg(long, global = true, value_name = "DIR", default_value = "content")]
    contenu: PathBuf,
    /// Le jour pour lequel tout est calculé (par défaut : aujourd'hui)
    #[arg(long, global = true, value_name = "AAAA-MM-JJ")]
    date: Option<Date>,
    /// La langue des messages, de l'aide et des pages de manuel
    #[arg(long, global = true, value_name = "fr|en")]
    langue: Option<MessageLanguage>,
    /// Des couleurs sur le terminal
    #[arg(long, global = true, value_name = "QUAND", default_value = "auto")]
    color: Color,
}

const ENGLISH: help::English = &[
    (
        "",
        "Compiles a guide of family services into a static site, checked and searchable",
    ),
    ("contenu", "The folder of the records"),
    (
        "date",
        "The day for which everything is computed (default: today)",
    ),
    ("langue", "The language of messages, help and manual pages"),
    ("color", "Colours on the terminal"),
];

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildArguments),
    Check(check::CheckArguments),
    Serve(serve::ServeArguments),
    Search(search::SearchArguments),
    Completions(completions::CompletionsArguments),
    Man(manual::ManualArguments),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MessageLanguage {
    Fr,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// Why a command did not succeed.
enum Failure {
    /// The content has errors, which were printed.
    Content,
    /// The command was used wrongly.
    Use(Text),
    /// The machine failed: disk, port.
    Machine(Text),
}

/// Runs the command line and gives its exit status.
///
/// 0: fine. 1: errors in the content. 2: wrong use. 3: the machine's failure.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = help::asked_language(&arguments).unwrap_or_else(language_of_environment);
    let arguments = match help::command(language).try_get_matches_from(arguments) {
        Ok(matches) => Arguments::from_arg_matches(&matches),
        Err(error) => Err(error),
    };
    let arguments = match arguments {
        Ok(arguments) => arguments,
        Err(error) => return told(&error, language),
    };
    let global = &arguments.global;
    let outcome = match &arguments.command {
        Command::Build(command) => build::run(global, command),
        Command::Check(command) => check::run(global, command),
        Command::Serve(command) => serve::run(global, command),
        Command::Search(command) => search::run(global, command),
        Command::Completions(command) => completions::run(global, command),
        Command::Man(command) => manual::run(global, command),
    };
    let (status, text) = match outcome {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Content) => return ExitCode::from(1),
        Err(Failure::Use(text)) => (2, text),
        Err(Failure::Machine(text)) => (3, text),
    };
    show::failure(&text, global.language());
    ExitCode::from(status)
}

/// Shows the help or version that was asked for, or what is wrong with the command line; gives the exit status.
fn told(error: &clap::Error, language: Language) -> ExitCode {
    let shows = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if shows || language == Language::English {
        // Nobody is left to be told where the output is closed.
        let _ = error.print();
    } else {
        let text = misuse::in_french(error);
        show::failure(&say(text.clone(), text), language);
        show::advice("L'aide : ribambelle --help, ou --help après une commande");
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

impl Global {
    fn language(&self) -> Language {
        match self.langue {
            Some(MessageLanguage::Fr) => Language::French,
            Some(MessageLanguage::En) => Language::English,
            None => language_of_environment(),
        }
    }

    fn request(&self, url: Option<WebUrl>) -> Result<Request, Failure> {
        if !self.contenu.is_dir() {
            let folder = self.contenu.display();
            if self.contenu.exists() {
                return Err(Failure::Use(say(
                    format!(
                        "« {folder} » est un fichier, pas un dossier ; dites où sont les fiches : --contenu DIR"
                    ),
                    format!(
                        "“{folder}” is a file, not a folder; say where the records are: --contenu DIR"
                    ),
                )));
            }
            return Err(Failure::Use(say(
                format!(
                    "il n'y a pas de dossier « {folder} » ; dites où sont les fiches : --contenu DIR"
                ),
                format!("there is no folder “{folder}”; say where the records are: --contenu DIR"),
            )));
        }
        // In Paris, since the guide's days begin there.
        let today = || {
            jiff::Timestamp::now()
                .in_tz("Europe/Paris")
                .map(|now| now.date())
        };
        let date = self
            .date
            .map_or_else(today, Ok)
            .map_err(|error| Failure::Machine(say(error.to_string(), error.to_string())))?;
        Ok(Request {
            content: self.contenu.clone(),
            date,
            url,
            search: true,
        })
    }
}

/// French, unless the environment asks for another language.
fn language_of_environment() -> Language {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match value.as_deref() {
        Some(value) if value.starts_with("en") => Language::English,
        _ => Language::French,
    }
}
