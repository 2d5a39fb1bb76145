//! What a lieu d'accueil enfants-parents seldom is: dear, by registration, for the older or for some.

use crate::diag::{Diagnostic, Span, Text, say};
use crate::load::Record;
use crate::model::Data;
use crate::model::values::{OpenTo, RegistrationType, Term as _};

use super::place::{self, Step};
use super::{Check, Context, Run, Words};

/// The last day of « 6 ans ».
const SIX_YEARS: u32 = 6 * 365;

/// Finds LAEP that contradict what every LAEP promises.
pub(super) const CHECK: Check = Check {
    codes: &[
        "laep-price",
        "laep-registration",
        "laep-age",
        "laep-reserved",
    ],
    title: Words {
        fr: "Ce LAEP ne ressemble pas à un LAEP",
        en: "This LAEP is unlike a LAEP",
    },
    docs: Words {
        fr: "Trouve les LAEP payants (plus de 2 €), sur inscription, au-delà de 6 ans ou réservés à certains.\nUne famille attend d'un LAEP qu'il soit ouvert à tous, anonyme et presque gratuit.\nVérifiez auprès de la structure ; si c'est bien cela, c'est sans doute une action, pas un LAEP.",
        en: "Finds LAEP that cost more than 2 €, ask for registration, go beyond 6 years or are reserved.\nA family expects a LAEP to be open to all, anonymous and almost free.\nAsk; if it is so, it is probably an action rather than a LAEP.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let Data::Laep(laep) = &record.data else {
        return;
    };
    let directory = &laep.directory;
    let mut warn = |code, span: Span, message: Text, help: Text| {
        faults.push(Diagnostic::warning(code, span, message).help(help));
    };
    if let Some(price) = directory
        .price
        .as_ref()
        .filter(|price| !price.is_symbolic())
    {
        warn(
            "laep-price",
            price.span,
            say(
                "un LAEP est gratuit, ou coûte 2 € au plus",
                "a LAEP is free, or costs 2 € at most",
            ),
            say(
                "vérifiez le montant auprès de la structure",
                "check the amount with the organisation",
            ),
        );
    }
    if let Some(registration) = &directory.registration
        && registration
            .value
            .0
            .kind
            .is_some_and(|kind| kind != RegistrationType::None)
    {
        warn(
            "laep-registration",
            registration.span,
            say(
                "un LAEP se fréquente sans inscription",
                "one comes to a LAEP without registration",
            ),
            say(
                "écrivez inscription: aucune, ou vérifiez auprès de la structure",
                "write inscription: aucune, or ask the organisation",
            ),
        );
    }
    for (index, ages) in directory.ages.iter().enumerate() {
        if let Some(to) = ages.to.as_ref().filter(|to| to.days() > SIX_YEARS) {
            let path = [Step::Key("ages"), Step::Item(index), Step::Key("a")];
            warn(
                "laep-age",
                place::value_or_above(context.sources, record.file, &path),
                say(
                    format!(
                        "un LAEP reçoit les enfants jusqu'à 6 ans, pas {}",
                        to.written()
                    ),
                    format!("a LAEP is for children up to 6 years, not {}", to.written()),
                ),
                say(
                    "écrivez a: \"6 ans\", ou vérifiez auprès de la structure",
                    "write a: \"6 ans\", or ask the organisation",
                ),
            );
        }
    }
    let open = &directory.open_to;
    let reserved = open
        .first()
        .filter(|_| open.iter().all(|who| who.value != OpenTo::Everyone));
    let fathers_only = match &directory.audiences[..] {
        [only] if only.code() == "peres" => Some(only.span),
        _ => None,
    };
    if let Some(span) = reserved.map(|who| who.span).or(fathers_only) {
        warn(
            "laep-reserved",
            span,
            say(
                "un LAEP est ouvert à toutes les familles",
                "a LAEP is open to all families",
            ),
            say(
                "écrivez ouvert_a: tous, ou vérifiez auprès de la structure",
                "write ouvert_a: tous, or ask the organisation",
            ),
        );
    }
}
