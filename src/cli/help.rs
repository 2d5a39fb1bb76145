//! The command line as it is told: help in French or in English, said once beside each argument.
//!
//! French stands in the doc comments from which clap makes its help; English in the table `ENGLISH` of the same
//! file. What clap itself would say (headings, defaults, possible values) is said here, so that no help mixes both.

use std::ffi::OsString;

use clap::builder::Str;
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::diag::Language;

use super::{Arguments, ENGLISH as COMMON, build, check, completions, manual, search, serve};

/// What a command and its arguments are in English: the command's own text first, under no name.
pub(super) type English = &'static [(&'static str, &'static str)];

/// The commands with their English.
const COMMANDS: &[(&str, English)] = &[
    ("build", build::ENGLISH),
    ("check", check::ENGLISH),
    ("serve", serve::ENGLISH),
    ("search", search::ENGLISH),
    ("completions", completions::ENGLISH),
    ("man", manual::ENGLISH),
];

/// What stands for a value, in French and in English; what is not here is the same in both.
const VALUES: &[(&str, &str)] = &[
    ("AAAA-MM-JJ", "YYYY-MM-DD"),
    ("COMMANDE", "COMMAND"),
    ("DOSSIER", "FOLDER"),
    ("FICHIER.json", "FILE.json"),
    ("FORME", "FORM"),
    ("HÔTE,…", "HOST,…"),
    ("NOM", "NAME"),
    ("QUAND", "WHEN"),
];

const TEMPLATE_FR: &str = "{about-with-newline}\nUtilisation : {usage}\n\n{all-args}{after-help}";
const TEMPLATE_EN: &str = "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}";

const STATUSES_FR: &str = "À la fin, le programme rend 0 si tout va bien, 1 si des fiches ont des erreurs, 2 s'il est mal employé, 3 si la machine ne suit pas (disque, port).";
const STATUSES_EN: &str = "In the end the program gives 0 where all is fine, 1 where records have errors, 2 where it is used wrongly, 3 where the machine fails (disk, port).";

/// The language asked for anywhere on a command line, before it is read: help and faults of use are told in it.
pub(super) fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments
        .iter()
        .skip(1)
        .map(|argument| argument.to_string_lossy())
        .take_while(|word| word != "--");
    let mut asked = None;
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--langue") {
            Some("") => words.next(),
            Some(value) => value.strip_prefix('=').map(|value| value.to_owned().into()),
            None => None,
        };
        asked = match value.as_deref() {
            Some("fr") => Some(Language::French),
            Some("en") => Some(Language::English),
            _ => asked,
        };
    }
    asked
}

/// The whole command line, as it is told in a language.
pub(super) fn command(language: Language) -> Command {
    let mut whole = dress(Arguments::command(), COMMON, language)
        .subcommand_value_name(said(language, "COMMANDE", "COMMAND"))
        .subcommand_help_heading(said(language, "Commandes", "Commands"))
        .after_help(said(language, STATUSES_FR, STATUSES_EN))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(said(language, "Dit la version", "Prints the version")),
        );
    for (name, english) in COMMANDS {
        whole = whole.mut_subcommand(name, |command| dress(command, english, language));
    }
    whole
}

fn said(language: Language, fr: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::French => fr,
        Language::English => en,
    }
}

/// One command in a language.
fn dress(mut command: Command, english: English, language: Language) -> Command {
    let translated = |name: &str| {
        let entry = english.iter().find(|(known, _)| *known == name);
        entry
            .map(|(_, text)| *text)
            .filter(|_| language == Language::English)
    };
    if let Some(about) = translated("") {
        command = command.about(about);
    }
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(said(language, TEMPLATE_FR, TEMPLATE_EN))
        .mut_args(|argument| {
            let common = said(language, "Options communes", "Common options");
            let heading = argument.is_global_set().then_some(common);
            let own = argument.get_help().map(ToString::to_string);
            let help = translated(argument.get_id().as_str()).map_or(own, |text| Some(text.into()));
            dress_argument(argument, help.unwrap_or_default(), language).help_heading(heading)
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(said(language, "Montre cette aide", "Shows this help")),
        )
}

/// An argument with its help, its possible values and its default, in a language.
fn dress_argument(mut argument: Arg, mut help: String, language: Language) -> Arg {
    if argument.get_action().takes_values() {
        let values = argument.get_possible_values();
        let names: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
        let defaults = argument.get_default_values().iter();
        let defaults: Vec<_> = defaults.map(|value| value.to_string_lossy()).collect();
        let mut choice = Vec::new();
        if !names.is_empty() {
            choice.push(names.join(", "));
        }
        if !defaults.is_empty() {
            let word = said(language, "par défaut : ", "default: ");
            choice.push(format!("{word}{}", defaults.join(", ")));
        }
        if !choice.is_empty() {
            let between = said(language, " ; ", "; ");
            help.push_str(&format!(" ({})", choice.join(between)));
        }
        let names = argument.get_value_names().unwrap_or_default().iter();
        let names: Vec<Str> = names.map(|name| value_name(name, language)).collect();
        argument = argument
            .value_names(names)
            .hide_possible_values(true)
            .hide_default_value(true);
    }
    argument.help(help)
}

/// What stands for a value in a language.
fn value_name(name: &Str, language: Language) -> Str {
    let known = VALUES.iter().find(|(fr, _)| name == fr);
    known.map_or_else(|| name.clone(), |(fr, en)| said(language, fr, en).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn helps(language: Language) -> Vec<(String, String)> {
        let mut whole = command(language);
        whole.build();
        let commands = whole.get_subcommands().cloned().collect::<Vec<_>>();
        std::iter::once(whole)
            .chain(commands)
            .map(|mut command| {
                let name = command.get_name().to_owned();
                (name, command.render_long_help().to_string())
            })
            .collect()
    }

    #[test]
    fn every_command_and_argument_is_told_in_english_and_nothing_else_is() {
        let mut known = COMMANDS.to_vec();
        known.push(("ribambelle", COMMON));
        let whole = Arguments::command();
        assert_eq!(whole.get_subcommands().count(), COMMANDS.len());
        for command in std::iter::once(&whole).chain(whole.get_subcommands()) {
            let name = command.get_name();
            let (_, english) = known
                .iter()
                .find(|(known, _)| *known == name)
                .unwrap_or_else(|| panic!("{name} has no English"));
            let arguments = command.get_arguments().map(|argument| {
                assert!(argument.get_help().is_some(), "{name} {argument}");
                argument.get_id().as_str()
            });
            let mut wanted: Vec<&str> = std::iter::once("").chain(arguments).collect();
            let mut there: Vec<&str> = english.iter().map(|(name, _)| *name).collect();
            wanted.sort_unstable();
            there.sort_unstable();
            assert_eq!(there, wanted, "{name}");
        }
    }

    #[test]
    fn no_help_mixes_languages() {
        let foreign = [
            "Usage", "Print", "possible", "default", "Commands", "COMMAND]", "the ", "YYYY",
        ];
        for (name, help) in helps(Language::French) {
            assert!(help.contains("Utilisation : ribambelle"), "{name}: {help}");
            let found: Vec<_> = foreign
                .iter()
                .filter(|word| help.contains(**word))
                .collect();
            assert!(found.is_empty(), "{name}: {found:?} in\n{help}");
        }
        let foreign = [
            "Utilisation",
            " le ",
            " les ",
            " une ",
            "AAAA",
            "défaut",
            "FICHIER",
        ];
        for (name, help) in helps(Language::English) {
            assert!(help.contains("Usage: ribambelle"), "{name}: {help}");
            let found: Vec<_> = foreign
                .iter()
                .filter(|word| help.contains(**word))
                .collect();
            assert!(found.is_empty(), "{name}: {found:?} in\n{help}");
        }
    }

    #[test]
    fn the_language_is_found_anywhere() {
        for (line, expected) in [
            (
                "ribambelle --langue en build --help",
                Some(Language::English),
            ),
            (
                "ribambelle build --help --langue=en",
                Some(Language::English),
            ),
            (
                "ribambelle --langue en build --langue fr",
                Some(Language::French),
            ),
            ("ribambelle search -- --langue en", None),
            ("ribambelle build --langue de", None),
            ("ribambelle build --langue", None),
            ("ribambelle build --langues=en", None),
        ] {
            let arguments: Vec<OsString> = line.split(' ').map(Into::into).collect();
            assert_eq!(asked_language(&arguments), expected, "{line}");
        }
    }
}
