//! The theme that `guide.yml` names.

use crate::diag::{Diagnostic, say};
use crate::model::values::Slug;
use crate::text::nearest::nearest;

use super::{Check, Context, Run, Words};

/// The default theme, which is always there.
const DEFAULT: &str = "guide";

/// Finds a theme without a folder.
pub(super) const CHECK: Check = Check {
    codes: &["unknown-theme"],
    title: Words {
        fr: "Le thème n'existe pas",
        en: "The theme does not exist",
    },
    docs: Words {
        fr: "Trouve sous « theme », dans guide.yml, un thème qui n'a pas de dossier dans themes/.\nSans ses gabarits, aucune page ne peut être faite : les familles ne trouveraient rien.\nCréez le dossier à côté de content/, ou écrivez theme: guide.",
        en: "Finds under “theme”, in guide.yml, a theme that has no folder in themes/.\nWithout its templates no page can be made: families would find nothing.\nCreate the folder beside content/, or write theme: guide.",
    },
    run: &[Run::Whole(run)],
};

fn run(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let config = context.catalogue.written.as_ref();
    let Some(theme) = config.and_then(|config| config.theme.as_ref()) else {
        return;
    };
    // What can't be a folder's name is told where it is read.
    if Slug::new(&theme.value).is_none() {
        return;
    }
    let files = || context.sources.under("themes/");
    let own = format!("themes/{}/", theme.value);
    if &*theme.value == DEFAULT || files().any(|(_, path)| path.starts_with(&*own)) {
        return;
    }
    let known = files().filter_map(|(_, path)| path.split('/').nth(1));
    let help = match nearest(&theme.value, known) {
        Some(near) => say(
            format!("vouliez-vous dire « {near} » ?"),
            format!("did you mean “{near}”?"),
        ),
        None => say(
            "créez-le, ou écrivez theme: guide",
            "create it, or write theme: guide",
        ),
    };
    faults.push(
        Diagnostic::error(
            "unknown-theme",
            theme.span,
            say(
                format!("le dossier {own} n'existe pas"),
                format!("the folder {own} does not exist"),
            ),
        )
        .help(help),
    );
}
