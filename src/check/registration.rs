//! « Sans inscription » against a registration that says otherwise.

use crate::diag::{Diagnostic, say};
use crate::load::Record;
use crate::model::values::{RegistrationType, Term as _};

use super::{Check, Context, Run, Words, place};

/// Finds records that say « sans inscription » and ask for one.
pub(super) const CHECK: Check = Check {
    codes: &["contradictory-registration"],
    title: Words {
        fr: "« Sans inscription » et une inscription à la fois",
        en: "“Sans inscription” and a registration at once",
    },
    docs: Words {
        fr: "Trouve les fiches dont « accueil » dit « sans-inscription » alors que « inscription » en demande une.\nUne famille vient sans prévenir et n'est pas reçue.\nGardez celui des deux qui est vrai.",
        en: "Finds records whose “accueil” says “sans-inscription” while “inscription” asks for one.\nA family comes unannounced and is turned away.\nKeep the one that is true.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let Some(directory) = record.data.directory() else {
        return;
    };
    let Some(registration) = &directory.registration else {
        return;
    };
    let Some(kind) = registration.value.0.kind else {
        return;
    };
    if matches!(kind, RegistrationType::None | RegistrationType::Advised) {
        return;
    }
    let free = directory
        .welcome
        .iter()
        .find(|fact| fact.code() == "sans-inscription");
    if let Some(free) = free {
        let code = kind.code();
        faults.push(
            Diagnostic::error(
                "contradictory-registration",
                free.span,
                say(
                    format!("« sans-inscription », mais l'inscription est « {code} »"),
                    format!("“sans-inscription”, but the registration is “{code}”"),
                ),
            )
            .help(say(
                "supprimez « sans-inscription », ou écrivez inscription: aucune",
                "remove “sans-inscription”, or write inscription: aucune",
            ))
            .related(
                place::key(context.sources, record.file, "inscription"),
                say("l'inscription", "the registration"),
            ),
        );
    }
}
