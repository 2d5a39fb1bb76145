//! What is wrong with a command line, in French; in English clap says it.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, and what was probably meant, in one sentence.
pub(super) fn in_french(error: &Error) -> String {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let fault = match error.kind() {
        ErrorKind::UnknownArgument => format!("« {argument} » n'est pas connu ici"),
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            format!("il n'y a pas de commande « {command} »")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("il manque une valeur après {argument}")
        }
        ErrorKind::InvalidValue => {
            let known = get(ContextKind::ValidValue);
            format!("« {value} » ne va pas avec {argument} : écrivez {known}")
        }
        ErrorKind::ValueValidation => format!("« {value} » ne va pas avec {argument}"),
        ErrorKind::MissingRequiredArgument => format!("il manque {argument}"),
        ErrorKind::MissingSubcommand => "il manque une commande".to_owned(),
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == argument => {
                format!("{argument} ne s'écrit qu'une fois")
            }
            prior => format!("{argument} ne va pas avec {prior}"),
        },
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("{argument} n'a pas le bon nombre de valeurs")
        }
        ErrorKind::InvalidUtf8 => "un argument n'est pas en UTF-8".to_owned(),
        _ => "cette ligne de commande n'est pas comprise".to_owned(),
    };
    let meant = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(|kind| error.get(kind).map(words));
    let meant = meant.map_or(String::new(), |meant| {
        format!(" ; vouliez-vous dire « {meant} » ?")
    });
    fault + &meant
}

/// The words of a part of an error: one, or several.
fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        one => one.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;
    use crate::diag::Language;

    #[test]
    fn faults_of_use_are_told_in_french() {
        for (line, expected) in [
            (
                "build --sotie x",
                "« --sotie » n'est pas connu ici ; vouliez-vous dire « --sortie » ?",
            ),
            (
                "buil",
                "il n'y a pas de commande « buil » ; vouliez-vous dire « build » ?",
            ),
            (
                "build --sortie",
                "il manque une valeur après --sortie <DIR>",
            ),
            (
                "check --format html",
                "« html » ne va pas avec --format <FORME> : écrivez texte, json, github, sarif, gitlab",
            ),
            (
                "build --date demain",
                "« demain » ne va pas avec --date <AAAA-MM-JJ>",
            ),
            ("serve --port 99999", "« 99999 » ne va pas avec --port <N>"),
            ("search", "il manque <QUESTION>..."),
            (
                "build --sortie a --sortie b",
                "--sortie <DIR> ne s'écrit qu'une fois",
            ),
            (
                "check --json --format sarif",
                "--json ne va pas avec --format <FORME>",
            ),
            ("build un deux", "« un » n'est pas connu ici"),
        ] {
            let words = std::iter::once("ribambelle").chain(line.split(' '));
            let error = help::command(Language::French)
                .try_get_matches_from(words)
                .expect_err(line);
            assert_eq!(in_french(&error), expected, "{line}");
        }
    }
}
