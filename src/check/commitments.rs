//! Commitments of someone who did not agree.

use crate::diag::{Diagnostic, say};
use crate::load::Record;
use crate::model::Data;

use super::{Check, Context, Run, Words};

/// Finds commitments of partners that are no parties to their convention.
pub(super) const CHECK: Check = Check {
    codes: &["commitment-of-non-party"],
    title: Words {
        fr: "Un engagement de quelqu'un qui n'est pas partie à la convention",
        en: "A commitment of someone who is not a party",
    },
    docs: Words {
        fr: "Trouve sous « engagements » les partenaires absents de « parties ».\nUn engagement que personne n'a pris ne sera pas tenu devant les familles.\nAjoutez le partenaire à « parties », ou écrivez l'engagement sous un signataire ou « tous ».",
        en: "Finds partners under “engagements” that are not among “parties”.\nA commitment that nobody made will not be kept.\nAdd the partner to “parties”, or write the commitment under a party or “tous”.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let Data::Convention(convention) = &record.data else {
        return;
    };
    let Some(commitments) = &convention.commitments else {
        return;
    };
    for who in commitments.0.iter().map(|commitment| &commitment.by) {
        let id = format!("partenaires/{}", who.value);
        let agreed =
            &*who.value == "tous" || convention.parties.iter().any(|party| party.id() == id);
        // One that is no record at all is told as such.
        if agreed || !context.is_known(&id) {
            continue;
        }
        let parties: Vec<&str> = convention
            .parties
            .iter()
            .map(|party| party.slug())
            .collect();
        let parties = parties.join(", ");
        faults.push(
            Diagnostic::error(
                "commitment-of-non-party",
                who.span,
                say(
                    format!(
                        "« {} » s'engage sans être partie à la convention",
                        who.value
                    ),
                    format!("“{}” commits itself without being a party", who.value),
                ),
            )
            .help(say(
                format!("ajoutez ce partenaire à « parties » ({parties}), ou corrigez son nom"),
                format!("add this partner to “parties” ({parties}), or correct its name"),
            )),
        );
    }
}
