//! Articles whose address is taken by something else.

use crate::diag::{Diagnostic, Span, say};
use crate::load::Record;
use crate::model::Kind;

use super::{Check, Context, Run, Words};

/// First segments of addresses that the site itself uses, beside the kinds of records and its languages.
const RESERVED: &[&str] = &[
    "404",
    "accessibilite",
    "agenda",
    "carte",
    "communes",
    "conventions",
    "flux",
    "hors-ligne",
    "imprimer",
    "index",
    "integrer",
    "ma-liste",
    "medias",
    "mentions-legales",
    "numeros",
    "page",
    "partage",
    "plan-du-site",
    "plans",
    "pres-de-moi",
    "publics",
    "ram",
    "recherche",
    "rechercher",
    "situations",
    "theme",
    "themes",
    "urgences",
];

/// Finds articles whose address the site needs itself.
pub(super) const CHECK: Check = Check {
    codes: &["reserved-slug"],
    title: Words {
        fr: "L'adresse d'un article est déjà prise",
        en: "An article's address is taken",
    },
    docs: Words {
        fr: "Trouve les articles dont le nom, ou le dossier, est une adresse du site lui-même (themes, recherche, laep…).\nDeux pages à la même adresse : une famille n'en verrait qu'une.\nRenommez le fichier ou son dossier.",
        en: "Finds articles whose name, or folder, is an address of the site itself (themes, recherche, laep…).\nTwo pages at one address: a family would see one only.\nRename the file or its folder.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    if record.kind != Kind::Article {
        return;
    }
    let first = record.slug.split('/').next().unwrap_or_default();
    let of_kind = Kind::ALL.iter().any(|kind| kind.address() == first);
    let languages = context
        .catalogue
        .written
        .iter()
        .flat_map(|config| config.language.iter().chain(&config.languages));
    let of_language = languages
        .map(|language| crate::model::values::Term::code(&language.value))
        .any(|code| code == first);
    if of_kind || of_language || RESERVED.contains(&first) {
        faults.push(
            Diagnostic::error(
                "reserved-slug",
                Span::file(record.file),
                say(
                    format!("« {first} » est une adresse du site lui-même"),
                    format!("“{first}” is an address of the site itself"),
                ),
            )
            .help(say(
                format!("renommez-le, par exemple « {first}-du-guide »"),
                format!("rename it, for example “{first}-du-guide”"),
            )),
        );
    }
}
