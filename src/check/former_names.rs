//! Former names: addresses that lead to another page now.

use std::collections::HashMap;

use crate::diag::{Diagnostic, Span, say};
use crate::load::Record;
use crate::model::Kind;
use crate::model::values::Slug;

use super::{Check, Context, Run, Words};

/// Finds former names that two records claim, that a record still has, and gone addresses that are not gone.
pub(super) const CHECK: Check = Check {
    codes: &[
        "duplicate-former-name",
        "former-name-in-use",
        "bad-gone-address",
    ],
    title: Words {
        fr: "Une ancienne adresse est ambiguë",
        en: "A former address is ambiguous",
    },
    docs: Words {
        fr: "Trouve les « anciens_noms » que deux fiches revendiquent ou qu'une fiche porte encore, et les « disparus » qui existent.\nUne famille qui a noté l'ancienne adresse doit arriver à la bonne page.\nGardez l'ancien nom dans une seule fiche, et supprimez celui qui sert encore.",
        en: "Finds “anciens_noms” that two records claim or that a record still has, and “disparus” that exist.\nA family that noted the old address must come to the right page.\nKeep the former name in one record, and remove one that is still in use.",
    },
    run: &[Run::Whole(run)],
};

fn run(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let mut claimed: HashMap<(Kind, &str), (Span, &Record)> = HashMap::new();
    for record in &context.catalogue.records {
        for name in &record.data.common().former_names {
            let id = crate::load::id(record.kind, name);
            if context.is_known(&id) {
                faults.push(
                    Diagnostic::error(
                        "former-name-in-use",
                        name.span,
                        say(
                            format!("« {} » est le nom d'une fiche d'aujourd'hui", name.value),
                            format!("“{}” is the name of a record of today", name.value),
                        ),
                    )
                    .help(say(
                        "supprimez cet ancien nom, ou renommez l'autre fiche",
                        "remove this former name, or rename the other record",
                    )),
                );
            } else if let Some((first, owner)) = claimed.get(&(record.kind, &**name)) {
                faults.push(
                    Diagnostic::error(
                        "duplicate-former-name",
                        name.span,
                        say(
                            format!(
                                "« {} » est déjà un ancien nom de « {} »",
                                name.value, owner.slug
                            ),
                            format!(
                                "“{}” is a former name of “{}” already",
                                name.value, owner.slug
                            ),
                        ),
                    )
                    .help(say(
                        "gardez-le dans une seule des deux fiches",
                        "keep it in one of the two",
                    ))
                    .related(*first, say("déjà ici", "first here")),
                );
            } else {
                claimed.insert((record.kind, &**name), (name.span, record));
            }
        }
    }
    gone(context, &claimed, faults);
}

/// The addresses that `guide.yml` says are gone.
fn gone(
    context: &Context<'_>,
    claimed: &HashMap<(Kind, &str), (Span, &Record)>,
    faults: &mut Vec<Diagnostic>,
) {
    let Some(config) = &context.catalogue.written else {
        return;
    };
    let mut told: HashMap<&str, Span> = HashMap::new();
    for gone in &config.gone {
        let id = &*gone.former.value;
        // One that is missing is told where it is read.
        if id.is_empty() {
            continue;
        }
        let kind = id
            .split_once('/')
            .and_then(|(folder, slug)| Some((Kind::of_folder(folder)?, slug)))
            .filter(|(_, slug)| slug.split('/').all(|part| Slug::new(part).is_some()));
        let first = told.insert(id, gone.former.span);
        let message = match kind {
            None => say(
                format!("« {id} » n'est pas de la forme sorte/nom"),
                format!("“{id}” is not of the form kind/name"),
            ),
            Some(_) if context.is_known(id) => say(
                format!("« {id} » n'a pas disparu : la fiche existe"),
                format!("“{id}” is not gone: the record exists"),
            ),
            Some(key) if claimed.contains_key(&key) => say(
                format!("« {id} » est aussi un ancien nom d'une autre fiche"),
                format!("“{id}” is a former name of another record too"),
            ),
            Some(_) if first.is_some() => say(
                format!("« {id} » est écrit deux fois sous « disparus »"),
                format!("“{id}” is written twice under “disparus”"),
            ),
            Some(_) => continue,
        };
        faults.push(Diagnostic::error("bad-gone-address", gone.former.span, message).help(say(
            "écrivez l'ancienne adresse d'une fiche qui n'existe plus, par exemple laep/la-bulle",
            "write the former address of a record that is no more, such as laep/la-bulle",
        )));
    }
}
