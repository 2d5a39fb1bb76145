//! Actions of shelters and prisons that would be open to all.

use crate::diag::{Diagnostic, say};
use crate::load::Record;
use crate::model::Data;
use crate::model::values::{OpenTo, Term as _};

use super::{Check, Context, Run, Words};

const CLOSED: &[&str] = &["cada", "hebergement", "hebergement-protege", "detention"];

/// Finds actions of a CADA, shelter or prison that say they are open to all.
pub(super) const CHECK: Check = Check {
    codes: &["open-to-all-in-shelter"],
    title: Words {
        fr: "Ouvert à tous, dans un lieu fermé au public",
        en: "Open to all, in a place that is not",
    },
    docs: Words {
        fr: "Trouve les actions d'un CADA, d'un hébergement ou d'une prison dont « ouvert_a » est « tous ».\nUne famille se présenterait à une porte qui ne peut pas s'ouvrir, et les résidents perdraient leur tranquillité.\nÉcrivez ouvert_a: residents, usagers ou sur-orientation.",
        en: "Finds actions of a CADA, shelter or prison whose “ouvert_a” is “tous”.\nA family would come to a door that can't open, and residents would lose their peace.\nWrite ouvert_a: residents, usagers or sur-orientation.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let (Data::Action(_) | Data::Laep(_), Some(directory)) =
        (&record.data, record.data.directory())
    else {
        return;
    };
    let Some(open) = directory
        .open_to
        .iter()
        .find(|who| who.value == OpenTo::Everyone)
    else {
        return;
    };
    let closed = directory.all_places().find(|place| {
        match context.record(place.id()).map(|record| &record.data) {
            Some(Data::Place(place)) => CLOSED.contains(&place.kind.code()),
            _ => false,
        }
    });
    if let Some(closed) = closed {
        faults.push(
            Diagnostic::warning(
                "open-to-all-in-shelter",
                open.span,
                say(
                    "ouvert à tous, mais le lieu ne reçoit pas le public",
                    "open to all, but the place does not receive the public",
                ),
            )
            .help(say(
                "écrivez ouvert_a: residents, usagers ou sur-orientation",
                "write ouvert_a: residents, usagers or sur-orientation",
            ))
            .related(closed.span, say("le lieu", "the place")),
        );
    }
}
