//! Keys that a record can't do without, by what else it says.

use crate::diag::{Diagnostic, Text, say};
use crate::load::Record;
use crate::model::Data;
use crate::model::kinds::Convention;
use crate::model::values::{ConventionStatus, Term as _};

use super::place;
use super::{Check, Context, Run, Words};

/// Finds actions without a theme or holder, relais without communes, conventions without parties or dates.
pub(super) const CHECK: Check = Check {
    codes: &["missing-key"],
    title: Words {
        fr: "Il manque une clé",
        en: "A key is missing",
    },
    docs: Words {
        fr: "Trouve les clés obligatoires absentes : titre et résumé, thèmes et porteurs d'une action, communes d'un relais, parties et dates d'une convention signée…\nSans elles, une famille ne trouve pas la fiche, ou n'y apprend pas l'essentiel.\nAjoutez la ligne proposée ; pour une convention pas encore signée, dites statut: projet ou approuvee.",
        en: "Finds required keys that are absent: title and summary, themes and holders of an action, communes of a relais, parties and dates of a signed convention…\nWithout them a family can't find the record, or learns nothing from it.\nAdd the line proposed; for a convention not yet signed say statut: projet or approuvee.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let needed: Vec<(&str, Text)> = match &record.data {
        Data::Action(action) => [
            (
                action.directory.themes.is_empty(),
                "themes",
                "themes: [sommeil]",
            ),
            (
                action.directory.holders.is_empty(),
                "porteurs",
                "porteurs: [identifiant-du-partenaire]",
            ),
        ]
        .into_iter()
        .filter(|(missing, ..)| *missing)
        .map(|(_, key, example)| (key, add(example)))
        .collect(),
        Data::Ram(ram) if ram.directory.communes.is_empty() => vec![(
            "communes",
            say(
                "ajoutez les codes INSEE des communes servies : communes: [67180, 67462]",
                "add the INSEE codes of the communes served: communes: [67180, 67462]",
            ),
        )],
        Data::Convention(convention) => of_convention(context, record, convention),
        Data::Partner(partner) if partner.kind.code() == "service" && partner.parent.is_none() => {
            vec![(
                "parent",
                say(
                    "dites de quel organisme c'est un service : parent: identifiant-du-partenaire",
                    "say of which body it is a service: parent: id-of-the-partner",
                ),
            )]
        }
        _ => return,
    };
    for (key, help) in needed {
        // What is written and faulty was told there.
        if place::is_written(context.sources, record, key) {
            continue;
        }
        faults.push(
            Diagnostic::error(
                "missing-key",
                place::whole(context.sources, record.file),
                say(
                    format!("il manque la clé « {key} »"),
                    format!("the key “{key}” is missing"),
                ),
            )
            .help(help),
        );
    }
    if let Data::Convention(convention) = &record.data {
        parties(context, record, convention, faults);
    }
}

fn add(example: &str) -> Text {
    say(
        format!("ajoutez par exemple une ligne « {example} »"),
        format!("add for example a line “{example}”"),
    )
}

fn of_convention(
    context: &Context<'_>,
    record: &Record,
    convention: &Convention,
) -> Vec<(&'static str, Text)> {
    let unreadable =
        convention.status.is_none() && place::is_written(context.sources, record, "statut");
    if unreadable || convention.status() < ConventionStatus::Signed {
        return Vec::new();
    }
    let has_length = convention.months.is_some()
        || convention.duration.is_some()
        || place::is_written(context.sources, record, "duree");
    [
        (convention.signed.is_none(), "signee_le", "signee_le: 2026-01-15"),
        (convention.start.is_none(), "debut", "debut: 2026-02-01"),
        (!has_length, "duree_mois", "duree_mois: 12"),
    ]
    .into_iter()
    .filter(|(missing, ..)| *missing)
    .map(|(_, key, example)| {
        let help = say(
            format!("ajoutez par exemple « {example} » ; avant la signature, dites statut: projet ou approuvee"),
            format!("add for example “{example}”; before it is signed, say statut: projet or approuvee"),
        );
        (key, help)
    })
    .collect()
}

/// Who agrees: two, or one in a template.
fn parties(
    context: &Context<'_>,
    record: &Record,
    convention: &Convention,
    faults: &mut Vec<Diagnostic>,
) {
    let least = if convention.status() == ConventionStatus::Template {
        1
    } else {
        2
    };
    let mut distinct: Vec<&str> = convention.parties.iter().map(|party| party.id()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() >= least {
        return;
    }
    let span = place::value_or_above(context.sources, record.file, &[place::Step::Key("parties")]);
    let message = if least == 1 {
        say(
            "un modèle a au moins une partie sous « parties »",
            "a template has at least one party under “parties”",
        )
    } else {
        say(
            "une convention a au moins deux parties sous « parties »",
            "a convention has at least two parties under “parties”",
        )
    };
    faults.push(Diagnostic::error("missing-key", span, message).help(say(
        "ajoutez parties: [premier-partenaire, second-partenaire]",
        "add parties: [first-partner, second-partner]",
    )));
}
