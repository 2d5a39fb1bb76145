//! Codes of the vocabulary.

use crate::diag::{Diagnostic, Spanned, say};
use crate::load::Record;
use crate::text::nearest::nearest;
use crate::text::yaml::Mention;

use super::{Check, Context, Run, Words};

/// Finds codes that no list of the vocabulary holds.
pub(super) const CHECK: Check = Check {
    codes: &["unknown-value"],
    title: Words {
        fr: "Un code n'est pas dans sa liste",
        en: "A code is not in its list",
    },
    docs: Words {
        fr: "Trouve les codes qu'aucune liste du vocabulaire ne contient.\nUne fiche rangée sous un code inconnu n'est dans aucune liste où une famille la chercherait.\nÉcrivez le code comme la liste l'écrit, ou ajoutez-le à content/vocabulaire.yml si sa liste s'étend.",
        en: "Finds codes that no list of the vocabulary holds.\nA record under an unknown code is on no list where a family would look.\nWrite the code as its list has it, or add it to content/vocabulaire.yml where its list may be extended.",
    },
    run: &[Run::Record(run), Run::Whole(site)],
};

/// What `guide.yml` names.
fn site(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    mentions(context, &context.catalogue.mentions, faults);
}

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    mentions(context, &record.mentions, faults);
}

fn mentions(context: &Context<'_>, mentions: &[Spanned<Mention>], faults: &mut Vec<Diagnostic>) {
    for mention in mentions {
        let Mention::Term { list, code } = &mention.value else {
            continue;
        };
        let Some(known) = context.catalogue.vocabulary.list(list) else {
            continue;
        };
        if code.is_empty() || context.catalogue.vocabulary.entry(list, code).is_some() {
            continue;
        }
        // A parent's words may stand for a code: its label, or what is typed for it.
        let by_label = known
            .iter()
            .find(|(_, entry)| entry.label.eq_ignore_ascii_case(code))
            .map(|(code, _)| code);
        let near = by_label.or_else(|| nearest(code, known.iter().map(|(code, _)| code)));
        let by_synonym = || {
            known
                .iter()
                .find(|(_, entry)| {
                    entry
                        .synonyms
                        .iter()
                        .any(|synonym| synonym.eq_ignore_ascii_case(code))
                })
                .map(|(code, _)| code)
        };
        // « [peres, meres] » is often written without its brackets.
        let several =
            several(code).filter(|codes| codes.iter().all(|code| known.get(code).is_some()));
        let help = match (several, near.or_else(by_synonym)) {
            (Some(codes), _) => {
                let codes = codes.join(", ");
                say(format!("écrivez [{codes}]"), format!("write [{codes}]"))
            }
            (None, Some(near)) => say(
                format!("vouliez-vous dire « {near} » ?"),
                format!("did you mean “{near}”?"),
            ),
            (None, None) => {
                let all = known
                    .iter()
                    .map(|(code, _)| code)
                    .collect::<Vec<_>>()
                    .join(", ");
                say(
                    format!("les codes possibles : {all}"),
                    format!("the codes allowed: {all}"),
                )
            }
        };
        let list = as_the_contract_says(list);
        let message = say(
            format!("« {code} » n'est pas dans la liste « {list} »"),
            format!("“{code}” is not in the list “{list}”"),
        );
        faults.push(Diagnostic::error("unknown-value", mention.span, message).help(help));
    }
}

/// The codes that a text names, where it names more than one.
fn several(text: &str) -> Option<Vec<&str>> {
    let codes: Vec<&str> = text
        .split([',', ';', '/'])
        .map(str::trim)
        .filter(|code| !code.is_empty())
        .collect();
    (codes.len() > 1).then_some(codes)
}

/// A list's name as partners know it: `lieux.type`, not the name of its file.
fn as_the_contract_says(list: &str) -> &str {
    match list {
        "role_porteur" | "role_partenaire" => "role",
        "lieux_type" => "lieux.type",
        "partenaires_type" => "partenaires.type",
        "financeurs_type" => "financeurs.type",
        "evaluation_mode" => "evaluation.mode",
        "evaluation_frequence" => "evaluation.frequence",
        list => list,
    }
}
