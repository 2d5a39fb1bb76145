//! When somebody last made sure of the facts.

use jiff::ToSpan as _;

use crate::diag::{Diagnostic, say};
use crate::load::Record;
use crate::model::common::Verification;
use crate::model::values::VerificationMeans;

use super::{Check, Context, Run, Words, place};

/// Finds verifications that are missing, in the future, or too old.
pub(super) const CHECK: Check = Check {
    codes: &[
        "missing-verification",
        "future-verification",
        "stale-verification",
    ],
    title: Words {
        fr: "La fiche n'a pas été vérifiée, ou pas depuis longtemps",
        en: "The record was not verified, or not for a long time",
    },
    docs: Words {
        fr: "Trouve les fiches sans « verifie », vérifiées dans le futur, ou depuis plus de mois que « fraicheur_mois ».\nUn horaire qui n'est plus vrai envoie une famille devant une porte fermée.\nAppelez la structure, corrigez ce qui a changé, puis mettez la date du jour sous « verifie: {le: …} ».",
        en: "Finds records without “verifie”, verified in the future, or longer ago than “fraicheur_mois”.\nHours that are no longer true send a family to a closed door.\nCall, correct what has changed, then put today's date under “verifie: {le: …}”.",
    },
    run: &[Run::Record(run), Run::Whole(numbers)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    match &record.data.common().verified {
        Some(verified) => dates(context, verified, faults),
        None if !record.kind.is_directory() => {}
        None if place::is_written(context.sources, record, "verifie") => {}
        None => {
            let today = context.today;
            faults.push(
                Diagnostic::error(
                    "missing-verification",
                    place::whole(context.sources, record.file),
                    say("il manque la clé « verifie »", "the key “verifie” is missing"),
                )
                .help(say(
                    format!("dites quand on s'en est assuré : verifie: {{le: {today}, comment: telephone}}"),
                    format!("say when somebody made sure: verifie: {{le: {today}, comment: telephone}}"),
                )),
            );
        }
    }
}

/// The numbers of `numeros.yml`; the built-in ones have no file to be told in.
fn numbers(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let own = context.sources.find("content/numeros.yml");
    for number in &context.catalogue.numbers {
        if Some(number.verified.on.span.file) == own {
            dates(context, &number.verified, faults);
        }
    }
}

fn dates(context: &Context<'_>, verified: &Verification, faults: &mut Vec<Diagnostic>) {
    let today = context.today;
    let on = &verified.on;
    if on.first_day() > today {
        faults.push(
            Diagnostic::error(
                "future-verification",
                on.span,
                say("vérifié dans le futur", "verified in the future"),
            )
            .help(say(
                format!("écrivez le jour où l'on s'est assuré des faits, au plus tard {today}"),
                format!("write the day on which somebody made sure, {today} at the latest"),
            )),
        );
        return;
    }
    // A day that is missing is told where it is read.
    if !on.is_whole() && verified.means != Some(VerificationMeans::Document) {
        return;
    }
    let months = context
        .catalogue
        .written
        .as_ref()
        .map_or(12, |config| config.freshness());
    let limit = i32::try_from(months)
        .ok()
        .and_then(|months| verified.day().checked_add(months.months()).ok());
    if limit.is_some_and(|limit| limit < today) {
        faults.push(
            Diagnostic::warning(
                "stale-verification",
                on.span,
                say(
                    format!("vérifié il y a plus de {months} mois"),
                    format!("verified more than {months} months ago"),
                ),
            )
            .help(say(
                "assurez-vous des faits et mettez la date à jour ; d'ici là, la page dit « à confirmer par téléphone »",
                "make sure of the facts and update the date; until then the page says “à confirmer par téléphone”",
            )),
        );
    }
}
