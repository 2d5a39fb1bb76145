//! Actions in somebody else's place without a convention in force.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::diag::{Diagnostic, say};
use crate::model::Data;
use crate::model::kinds::{Action, Convention, Renewal};
use crate::model::values::ConventionStatus;

use super::ancestors::parent;
use super::{Check, Context, Run, Words};

/// Finds actions in a place run by someone who is not among their holders, without a convention in force today.
pub(super) const CHECK: Check = Check {
    codes: &["no-convention-in-force"],
    title: Words {
        fr: "Pas de convention en cours avec qui tient le lieu",
        en: "No convention in force with who runs the place",
    },
    docs: Words {
        fr: "Trouve les actions qui ont lieu chez un partenaire qui n'en est pas porteur, sans convention en cours qui les nomme.\nSans convention, ni la salle ni l'assurance ne sont sûres : les familles peuvent trouver porte close.\nRenouvelez la convention, ou nommez l'action (et le lieu, ou aucun) dans celle qui est en cours.",
        en: "Finds actions in the place of a partner who does not hold them, without a convention in force that names them.\nWithout one neither room nor insurance is sure: families may find the door closed.\nRenew the convention, or name the action (and the place, or none) in the one in force.",
    },
    run: &[Run::Whole(run)],
};

fn run(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let mut by_action: HashMap<&str, Vec<&Convention>> = HashMap::new();
    for record in &context.catalogue.records {
        if let Data::Convention(convention) = &record.data
            && !record.data.common().is_draft()
            && is_in_force(convention, context.today)
        {
            for action in &convention.actions {
                by_action.entry(action.id()).or_default().push(convention);
            }
        }
    }
    for record in &context.catalogue.records {
        // What a faulty record says of its holders and places is not to be trusted.
        if let (Data::Action(action), true) = (&record.data, record.sound) {
            let conventions = by_action
                .get(&*record.id())
                .map_or(&[][..], |conventions| conventions);
            told(context, action, conventions, faults);
        }
    }
}

fn told(
    context: &Context<'_>,
    action: &Action,
    conventions: &[&Convention],
    faults: &mut Vec<Diagnostic>,
) {
    let of_sessions = action
        .directory
        .sessions
        .iter()
        .filter_map(|session| session.place.as_ref());
    let mut seen: Vec<&str> = Vec::new();
    for place in action.directory.all_places().chain(of_sessions) {
        if seen.contains(&place.id()) {
            continue;
        }
        seen.push(place.id());
        let Some(Data::Place(there)) = context.record(place.id()).map(|record| &record.data) else {
            continue;
        };
        let Some(runner) = &there.partner else {
            continue;
        };
        let holds = action
            .directory
            .holders
            .iter()
            .any(|holder| are_one_body(context, holder.0.partner.id(), runner.id()));
        let covered = conventions.iter().any(|convention| {
            convention.places.is_empty()
                || convention
                    .places
                    .iter()
                    .any(|named| named.id() == place.id())
        });
        if holds || covered || !context.is_known(runner.id()) {
            continue;
        }
        let name = context
            .record(runner.id())
            .map_or(runner.slug(), |record| record.data.title());
        faults.push(
            Diagnostic::warning(
                "no-convention-in-force",
                place.span,
                say(
                    format!("ce lieu est tenu par « {name} », sans convention en cours pour cette action"),
                    format!("this place is run by “{name}”, without a convention in force for this action"),
                ),
            )
            .help(say(
                "renouvelez la convention, nommez-y l'action, ou ajoutez ce partenaire à « porteurs »",
                "renew the convention, name the action in it, or add this partner to “porteurs”",
            )),
        );
    }
}

/// Whether two partners are one body: the same, or one a service of the other.
fn are_one_body(context: &Context<'_>, one: &str, other: &str) -> bool {
    one == other || stands_under(context, one, other) || stands_under(context, other, one)
}

fn stands_under(context: &Context<'_>, below: &str, above: &str) -> bool {
    let mut at = context.record(below).and_then(parent).map(|(id, _)| id);
    for _ in 0..16 {
        match at {
            Some(id) if id == above => return true,
            Some(id) => at = context.record(id).and_then(parent).map(|(id, _)| id),
            None => return false,
        }
    }
    false
}

/// Whether a convention is in force on a day: from its beginning to its end, renewals counted, until it is denounced.
fn is_in_force(convention: &Convention, today: Date) -> bool {
    if !matches!(
        convention.status(),
        ConventionStatus::Signed | ConventionStatus::Denounced
    ) {
        return false;
    }
    let Some(start) = &convention.start else {
        return false;
    };
    let begun = start.first_day() <= today;
    let denounced = convention
        .denounced
        .as_ref()
        .is_some_and(|date| date.last_day() <= today);
    let status_alone =
        convention.status() == ConventionStatus::Denounced && convention.denounced.is_none();
    begun
        && !denounced
        && !status_alone
        && months_in_all(convention).is_none_or(|months| {
            // Of a partial date the last day counts: what may still be in force is not told.
            let end = start.last_day().checked_add(months.months());
            end.map_or(true, |end| today < end)
        })
}

/// How many months a convention may last, renewals counted; none where it has no end.
fn months_in_all(convention: &Convention) -> Option<i64> {
    if convention.duration.is_some() {
        return None;
    }
    let months = i64::from(convention.months.as_ref()?.value);
    let Some(Renewal::Keys(renewal)) = &convention.renewal else {
        return Some(months);
    };
    if renewal.tacit != Some(true) {
        return Some(months);
    }
    let by_times = renewal
        .times
        .map(|times| months.saturating_mul(i64::from(times) + 1));
    let in_all = renewal.months.map(i64::from);
    match (by_times, in_all) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
