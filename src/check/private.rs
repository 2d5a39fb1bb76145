//! Numbers of persons, which may stand nowhere in a repository that keeps everything.

use crate::diag::{Diagnostic, FileId, Span, Text, say};
use crate::source::Sources;
use crate::text::nearest::fold;
use crate::text::yaml::split_front_matter;

use super::scan::{self, Found};
use super::{Check, Run, Words};
use super::{numbers, place};

/// Finds social-security, bank account and allocataire numbers, and lists of childminders' mobiles.
///
/// Whole files are read as they stand, so that `prive`, drafts, comments and what can't be parsed are looked at too.
pub(super) const CHECK: Check = Check {
    codes: &[
        "social-security-number",
        "bank-account",
        "allocataire-number",
        "childminders-mobiles",
    ],
    title: Words {
        fr: "Un numéro personnel est écrit",
        en: "A personal number is written",
    },
    docs: Words {
        fr: "Trouve les numéros de sécurité sociale, les comptes bancaires, les numéros d'allocataire et les listes de portables d'assistantes maternelles.\nCes numéros permettent de prendre l'identité d'une personne ou de la joindre sans qu'elle l'ait voulu.\nSupprimez-les, « prive » et brouillons compris. Si le dépôt est public, prévenez l'équipe : l'historique les garde.",
        en: "Finds social-security numbers, bank accounts, allocataire numbers and lists of childminders' mobiles.\nSuch numbers let somebody take a person's identity, or call them against their will.\nRemove them, from “prive” and drafts too. If the repository is public, warn the team: its history keeps them.",
    },
    run: &[Run::Text(run)],
};

fn run(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) {
    let text = sources.text(file);
    let mut tell = |code, found: Vec<Found>, what: Text| {
        for found in found {
            faults.push(
                Diagnostic::error(code, span(file, found), what.clone())
                    .help(say(
                        "supprimez-le, et prévenez l'équipe si le dépôt est public : l'historique le garde",
                        "remove it, and warn the team if the repository is public: its history keeps it",
                    ))
                    .masked(),
            );
        }
    };
    let runs = numbers::runs(text);
    // Most files hold no long number at all.
    if text.bytes().filter(u8::is_ascii_digit).count() >= 7 {
        tell(
            "social-security-number",
            numbers::social_security(text, &runs),
            say("un numéro de sécurité sociale", "a social-security number"),
        );
        tell(
            "bank-account",
            numbers::bank_accounts(text),
            say("un numéro de compte bancaire", "a bank account number"),
        );
        tell(
            "allocataire-number",
            numbers::after_words(text, &runs, &["allocataire", "alloc", "matricule"]),
            say("un numéro d'allocataire", "an allocataire's number"),
        );
    }
    if numbers::mobiles(&runs).len() >= 2 {
        faults.extend(childminders(sources, file, text));
    }
}

/// Two mobile numbers or more in one text that speaks of childminders.
fn childminders(sources: &Sources, file: FileId, text: &str) -> Option<Diagnostic> {
    let name = &sources.file(file).name;
    let mut bodies: Vec<(usize, &str)> =
        match split_front_matter(text).filter(|_| name.ends_with(".md")) {
            Some(parts) => vec![(parts.body_start, parts.body)],
            None => Vec::new(),
        };
    if let Some(tree) = place::tree(sources, file)
        && let Some(body) = tree.get("corps")
    {
        let (start, end) = (body.span.start as usize, body.span.end as usize);
        bodies.extend(text.get(start..end).map(|body| (start, body)));
    }
    bodies.into_iter().find_map(|(start, body)| {
        let mobiles = numbers::mobiles(&numbers::runs(body));
        if mobiles.len() < 2 || !(name.starts_with("content/ram/") || speaks_of_childminders(body))
        {
            return None;
        }
        let place = |found: &Found| {
            span(
                file,
                Found {
                    start: start + found.start,
                    end: start + found.end,
                },
            )
        };
        let fault = Diagnostic::error(
            "childminders-mobiles",
            place(&mobiles[0]),
            say(
                format!(
                    "{} portables personnels dans un texte sur les assistants maternels",
                    mobiles.len()
                ),
                format!(
                    "{} personal mobile numbers in a text on childminders",
                    mobiles.len()
                ),
            ),
        )
        .help(say(
            "supprimez-les ; renvoyez à monenfant.fr ou au relais, qui a la liste à jour",
            "remove them; point to monenfant.fr or to the relais, which has the list",
        ))
        .masked();
        Some(mobiles[1..].iter().fold(fault, |fault, mobile| {
            fault.related(place(mobile), say("aussi ici", "here too"))
        }))
    })
}

fn speaks_of_childminders(text: &str) -> bool {
    let folded = fold(text);
    [
        "assistante-maternelle",
        "assistantes-maternelles",
        "assistant-maternel",
        "assistants-maternels",
        "assmat",
        "ass-mat",
        "nounou",
        "nourrice",
    ]
    .iter()
    .any(|word| folded.contains(word))
        || scan::words(text, "assistant·e maternel·le").len()
            + scan::words(text, "assistant(e)s maternel(le)s").len()
            > 0
}

fn span(file: FileId, found: Found) -> Span {
    // Texts are at most 1 MiB.
    let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    Span {
        file,
        start: at(found.start),
        end: at(found.end),
    }
}
