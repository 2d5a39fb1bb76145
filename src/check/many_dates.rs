//! Sessions that would fill an agenda by themselves.

use crate::calendar::{Event, Pattern};
use crate::diag::{Diagnostic, say};
use crate::load::Record;
use crate::model::Data;
use crate::model::sessions::SessionRule;

use super::{Check, Context, Run, Words};

/// The most dates of one list of sessions: as many as a list may have items.
const MOST: usize = crate::text::yaml::MAX_ITEMS;

/// Finds lists of sessions that stand for more dates than anyone can hold.
pub(super) const CHECK: Check = Check {
    codes: &["too-many-dates"],
    title: Words {
        fr: "Des séances sans fin",
        en: "Sessions without end",
    },
    docs: Words {
        fr: "Trouve les listes de séances qui font plus de 10 000 dates, le plus souvent une récurrence recopiée par mégarde.\nUn agenda où la même fiche revient des milliers de fois cache toutes les autres aux familles.\nSupprimez les récurrences en double, ou faites plusieurs fiches.",
        en: "Finds lists of sessions that make more than 10,000 dates, mostly a recurrence copied by mistake.\nAn agenda in which one record comes back thousands of times hides all others from families.\nRemove the recurrences that are double, or make several records.",
    },
    run: &[Run::Record(run)],
};

fn run(_: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let of_directory = record.data.directory().map(|directory| &directory.sessions);
    let of_relay = match &record.data {
        Data::Ram(ram) => Some(&ram.workshops),
        _ => None,
    };
    for sessions in of_directory.into_iter().chain(of_relay) {
        let mut total = 0;
        let beyond = sessions.iter().find(|session| {
            total += dates(session);
            total > MOST
        });
        faults.extend(beyond.map(|session| {
            let message = say(
                format!("plus de {MOST} dates avec cette récurrence"),
                format!("more than {MOST} dates with this recurrence"),
            );
            Diagnostic::error("too-many-dates", session.span, message).help(say(
                "supprimez les récurrences en double, ou faites plusieurs fiches",
                "remove the recurrences that are double, or make several records",
            ))
        }));
    }
}

/// How many dates a session stands for at most.
fn dates(session: &SessionRule) -> usize {
    let Event::Repeated(recurrence) = &session.event else {
        return 1;
    };
    let (Pattern::On { days, .. } | Pattern::EveryOther { days }) = recurrence.pattern;
    let length = (recurrence.until - recurrence.from).get_days();
    let weeks = usize::try_from(length).unwrap_or(0) / 7 + 1;
    weeks * days.len()
}
