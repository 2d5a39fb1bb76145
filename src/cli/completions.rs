//! `ribambelle completions`.

use clap::Args;
use clap_complete::Shell;

use super::help::{self, English};
use super::{Failure, Global, show};

/// Écrit de quoi compléter les commandes dans un shell, avec la touche de tabulation
#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    /// Le shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) const ENGLISH: English = &[
    (
        "",
        "Writes what completes commands in a shell, with the tab key",
    ),
    ("shell", "The shell"),
];

pub(super) fn run(global: &Global, arguments: &CompletionsArguments) -> Result<(), Failure> {
    let mut command = help::command(global.language());
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "ribambelle", &mut script);
    show::result(&String::from_utf8_lossy(&script))
}
