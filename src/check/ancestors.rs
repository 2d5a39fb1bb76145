//! Entries that would be their own ancestors.

use crate::diag::{Diagnostic, Span, say};
use crate::load::Record;
use crate::model::Data;

use super::{Check, Context, Run, Words};

/// Finds territories, partners and conventions that stand above themselves.
///
/// The vocabulary's own circles are told where it is read.
pub(super) const CHECK: Check = Check {
    codes: &["own-ancestor"],
    title: Words {
        fr: "Une fiche est son propre ancêtre",
        en: "A record is its own ancestor",
    },
    docs: Words {
        fr: "Trouve les territoires, partenaires, conventions et codes du vocabulaire dont les « parent » tournent en rond.\nUne famille qui remonte de commune en département ne doit pas revenir à la commune.\nCorrigez ou supprimez le « parent » qui ferme le cercle.",
        en: "Finds territories, partners, conventions and codes of the vocabulary whose “parent”s go in a circle.\nA family that goes up from commune to département must not come back to the commune.\nCorrect or remove the “parent” that closes the circle.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    circle(context, record, parent, "parent", faults);
    circle(context, record, replaced, "remplace", faults);
}

/// Tells a record to which a way of keys leads back.
fn circle(
    context: &Context<'_>,
    record: &Record,
    above: fn(&Record) -> Option<(&str, Span)>,
    key: &str,
    faults: &mut Vec<Diagnostic>,
) {
    let Some((first, span)) = above(record) else {
        return;
    };
    let own = record.id();
    let mut at = first;
    let mut way = vec![own.clone()];
    for _ in 0..FURTHEST {
        // A circle that this record is not in is told at those that are.
        if way[1..].iter().any(|passed| passed == at) {
            return;
        }
        way.push(at.to_owned());
        if at == own {
            let way = way.join(" → ");
            faults.push(
                Diagnostic::error(
                    "own-ancestor",
                    span,
                    say(
                        format!("« {own} » serait son propre ancêtre : {way}"),
                        format!("“{own}” would be its own ancestor: {way}"),
                    ),
                )
                .help(say(
                    format!("corrigez ou supprimez ce « {key} »"),
                    format!("correct or remove this “{key}”"),
                )),
            );
            return;
        }
        match context.record(at).and_then(above) {
            Some((next, _)) => at = next,
            None => return,
        }
    }
    faults.push(
        Diagnostic::error(
            "own-ancestor",
            span,
            say(
                format!("plus de {FURTHEST} fiches au-dessus de « {own} » : elles tournent en rond, ou presque"),
                format!("more than {FURTHEST} records above “{own}”: they go round in a circle, or nearly"),
            ),
        )
        .help(say(
            format!("corrigez ou supprimez ce « {key} »"),
            format!("correct or remove this “{key}”"),
        )),
    );
}

/// The most records that may stand above one.
const FURTHEST: usize = 64;

/// The convention that one replaces, by id, and where it is named.
fn replaced(record: &Record) -> Option<(&str, Span)> {
    match &record.data {
        Data::Convention(convention) => convention
            .replaces
            .first()
            .map(|replaced| (replaced.id(), replaced.span)),
        _ => None,
    }
}

/// The record above, by id, and where it is named.
pub(super) fn parent(record: &Record) -> Option<(&str, Span)> {
    match &record.data {
        Data::Partner(partner) => partner
            .parent
            .as_ref()
            .map(|parent| (parent.id(), parent.span)),
        Data::Territory(territory) => territory
            .parent
            .as_ref()
            .map(|parent| (parent.id(), parent.span)),
        Data::Convention(convention) => convention
            .parent
            .as_ref()
            .map(|parent| (parent.id(), parent.span)),
        _ => None,
    }
}
