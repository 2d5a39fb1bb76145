//! `ribambelle man`.

use clap::{Args, Command};
use clap_mangen::Man;

use crate::diag::{Language, say};

use super::help::{self, English};
use super::{Failure, Global, show};

/// Écrit la page de manuel, pour la commande « man » du système
#[derive(Debug, Args)]
pub(super) struct ManualArguments {
    /// Une commande, pour sa propre page ; sans elle, la page de l'outil
    #[arg(value_name = "COMMANDE")]
    commande: Option<String>,
}

pub(super) const ENGLISH: English = &[
    ("", "Writes the manual page, for the system's command “man”"),
    (
        "commande",
        "A command, for its own page; without it, the page of the tool",
    ),
];

/// The headings that are written in English only, in French.
const HEADINGS: [(&str, &str); 3] = [
    (".SH NAME\n", ".SH NOM\n"),
    (".SH Commandes\n", ".SH COMMANDES\n"),
    (".SH EXTRA\n", ".SH \"VALEUR DE RETOUR\"\n"),
];

pub(super) fn run(global: &Global, arguments: &ManualArguments) -> Result<(), Failure> {
    let language = global.language();
    let mut whole = help::command(language);
    whole.build();
    let command = match arguments.commande.as_deref() {
        None => whole,
        Some(name) => found(&whole, name)?,
    };
    let mut page = Vec::new();
    Man::new(command)
        .manual("Ribambelle")
        .render(&mut page)
        .map_err(|error| Failure::Machine(say(error.to_string(), error.to_string())))?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    for (en, fr) in HEADINGS {
        let heading = match language {
            Language::French => fr,
            Language::English if en.contains("EXTRA") => ".SH \"EXIT STATUS\"\n",
            Language::English => en,
        };
        page = page.replace(en, heading);
    }
    show::result(&page)
}

fn found(whole: &Command, name: &str) -> Result<Command, Failure> {
    whole.find_subcommand(name).cloned().ok_or_else(|| {
        let names = whole.get_subcommands().map(Command::get_name);
        let names = names.collect::<Vec<_>>().join(", ");
        Failure::Use(say(
            format!("il n'y a pas de commande « {name} » ; il y a : {names}"),
            format!("there is no command “{name}”; there are: {names}"),
        ))
    })
}
