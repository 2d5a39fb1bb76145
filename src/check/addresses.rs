//! Addresses: the commune, its postal code and its INSEE code agree, and the position is there.

use crate::diag::{Diagnostic, Span, Spanned, Text, say};
use crate::geo::{Commune, InseeCode, Lookup, communes};
use crate::load::Record;
use crate::model::Data;
use crate::model::directory::Address;

use super::place;
use super::{Check, Context, Run, Words};

/// Finds addresses that contradict themselves.
pub(super) const CHECK: Check = Check {
    codes: &[
        "address-beside-place",
        "unknown-commune",
        "former-commune",
        "postal-code-mismatch",
        "cedex",
        "ambiguous-commune",
        "unknown-insee",
        "former-insee",
        "insee-mismatch",
    ],
    title: Words {
        fr: "L'adresse se contredit",
        en: "The address contradicts itself",
    },
    docs: Words {
        fr: "Trouve les communes inconnues, les codes postaux et INSEE qui ne sont pas les leurs, les CEDEX et une adresse à côté d'un lieu.\nUne famille cherche près de chez elle : une adresse fausse l'envoie ailleurs ou cache le lieu.\nCorrigez la commune ou le code ; s'il y a plusieurs communes possibles, ajoutez « insee ».",
        en: "Finds unknown communes, postal and INSEE codes that are not theirs, CEDEX codes and an address beside a place.\nA family looks near home: a wrong address sends it elsewhere or hides the place.\nCorrect the commune or the code; where several communes are possible, add “insee”.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let Some(directory) = record.data.directory() else {
        return;
    };
    if directory.address.is_some()
        && directory.all_places().next().is_some()
        && !super::confidentiality::is_confidential(record)
    {
        let place_key = if directory.place.is_some() {
            "lieu"
        } else {
            "lieux"
        };
        faults.push(
            Diagnostic::error(
                "address-beside-place",
                place::key(context.sources, record.file, "adresse"),
                say(
                    format!("« adresse » à côté de « {place_key} »"),
                    format!("“adresse” beside “{place_key}”"),
                ),
            )
            .help(say(
                "gardez le lieu : son adresse est dans sa propre fiche",
                "keep the place: its address stands in its own record",
            ))
            .related(
                place::key(context.sources, record.file, place_key),
                say("le lieu", "the place"),
            ),
        );
    }
    let steps = match &record.data {
        Data::Laep(laep) => &laep.steps[..],
        _ => &[],
    };
    for address in directory
        .address
        .iter()
        .chain(steps.iter().filter_map(|step| step.address.as_ref()))
    {
        faults.extend(address_fault(&address.value));
    }
}

fn address_fault(address: &Address) -> Option<Diagnostic> {
    if let Some(insee) = &address.insee {
        return insee_fault(address, insee);
    }
    let (name, code) = (&address.commune, &address.postal_code);
    // A commune that is not written was told as missing.
    if name.trim().is_empty() {
        return None;
    }
    match communes().find(name, Some(code.value)) {
        Lookup::One(_) => None,
        Lookup::Several(several) => {
            let choices = listed(&several, |commune| {
                format!("{} ({})", commune.insee().as_str(), commune.name())
            });
            Some(error(
                "ambiguous-commune",
                name.span,
                say(
                    format!(
                        "« {} » avec {} désigne plusieurs communes",
                        name.value,
                        code.as_str()
                    ),
                    format!(
                        "“{}” with {} means several communes",
                        name.value,
                        code.as_str()
                    ),
                ),
                say(
                    format!("ajoutez insee: l'un de {choices}"),
                    format!("add insee: one of {choices}"),
                ),
            ))
        }
        Lookup::Former(today) => {
            let names = listed(&today, |commune| commune.name().to_owned());
            Some(error(
                "former-commune",
                name.span,
                say(
                    format!("« {} » n'est plus une commune", name.value),
                    format!("“{}” is no longer a commune", name.value),
                ),
                say(
                    format!(
                        "écrivez commune: {names} ; l'ancien nom peut aller sous « complement »"
                    ),
                    format!("write commune: {names}; the former name may go under “complement”"),
                ),
            ))
        }
        Lookup::PostalCodeMismatch(named) => {
            let first = named.first()?;
            let codes = codes_of(first);
            let there = communes()
                .by_postal_code(code.value)
                .filter(|commune| !commune.is_arrondissement())
                .take(3)
                .map(Commune::name)
                .collect::<Vec<_>>()
                .join(", ");
            let of_code = if there.is_empty() {
                say("", "")
            } else {
                say(
                    format!(" ; {} est celui de {there}", code.as_str()),
                    format!("; {} is that of {there}", code.as_str()),
                )
            };
            use crate::diag::Language::{English, French};
            Some(error(
                "postal-code-mismatch",
                code.span,
                say(
                    format!(
                        "{} n'est pas un code postal de {}",
                        code.as_str(),
                        first.name()
                    ),
                    format!("{} is not a postal code of {}", code.as_str(), first.name()),
                ),
                say(
                    format!("écrivez {codes}{}", of_code.get(French)),
                    format!("write {codes}{}", of_code.get(English)),
                ),
            ))
        }
        Lookup::Cedex(named) => {
            let first = named.first()?;
            let codes = codes_of(first);
            let said = crate::text::nearest::fold(name).contains("cedex");
            if !said && !code.as_str().starts_with(first.department().as_str()) {
                return Some(error(
                    "postal-code-mismatch",
                    code.span,
                    say(
                        format!("{} n'est le code postal d'aucune commune", code.as_str()),
                        format!("{} is no commune's postal code", code.as_str()),
                    ),
                    say(format!("écrivez {codes}"), format!("write {codes}")),
                ));
            }
            let span = if said && first.has_postal_code(code.value) {
                name.span
            } else {
                code.span
            };
            Some(error(
                "cedex",
                span,
                if said {
                    say(
                        "une adresse CEDEX est pour le courrier, pas pour venir",
                        "a CEDEX address is for mail, not for visitors",
                    )
                } else {
                    say(
                        format!(
                            "{} n'est le code postal d'aucune commune : un CEDEX, pour le courrier ?",
                            code.as_str()
                        ),
                        format!(
                            "{} is no commune's postal code: a CEDEX, for mail?",
                            code.as_str()
                        ),
                    )
                },
                say(
                    format!("écrivez code_postal: {codes}, commune: {}", first.city()),
                    format!("write code_postal: {codes}, commune: {}", first.city()),
                ),
            ))
        }
        Lookup::NameUnknown(near) => Some(error(
            "unknown-commune",
            name.span,
            say(
                format!("aucune commune « {} »", name.value),
                format!("no commune “{}”", name.value),
            ),
            match near.first() {
                Some(near) => say(
                    format!("vouliez-vous dire « {} » ?", near.name()),
                    format!("did you mean “{}”?", near.name()),
                ),
                None => say(
                    "écrivez le nom officiel de la commune",
                    "write the commune's official name",
                ),
            },
        )),
    }
}

fn insee_fault(address: &Address, insee: &Spanned<InseeCode>) -> Option<Diagnostic> {
    let Some(commune) = communes().by_insee(insee.value) else {
        return Some(unknown_insee(insee));
    };
    let (name, code) = (&address.commune, &address.postal_code);
    let named = commune.is_named(name);
    let coded = commune.has_postal_code(code.value);
    if named && coded {
        return None;
    }
    let full = commune.name();
    let agree = matches!(
        communes().find(name, Some(code.value)),
        Lookup::One(_) | Lookup::Several(_)
    );
    Some(if agree || (!named && !coded) {
        let proposed = match communes().find(name, Some(code.value)) {
            Lookup::One(meant) => say(
                format!(
                    "écrivez insee: {}, ou supprimez la ligne",
                    meant.insee().as_str()
                ),
                format!(
                    "write insee: {}, or remove the line",
                    meant.insee().as_str()
                ),
            ),
            _ => say(
                "corrigez le code INSEE, la commune ou le code postal",
                "correct the INSEE code, the commune or the postal code",
            ),
        };
        error(
            "insee-mismatch",
            insee.span,
            say(
                format!("{} est le code de {full}", insee.as_str()),
                format!("{} is the code of {full}", insee.as_str()),
            ),
            proposed,
        )
    } else if named {
        let codes = codes_of(commune);
        error(
            "postal-code-mismatch",
            code.span,
            say(
                format!("{} n'est pas un code postal de {full}", code.as_str()),
                format!("{} is not a postal code of {full}", code.as_str()),
            ),
            say(format!("écrivez {codes}"), format!("write {codes}")),
        )
    } else {
        error(
            "insee-mismatch",
            name.span,
            say(
                format!(
                    "« {} » ne va pas avec le code INSEE {} ({full})",
                    name.value,
                    insee.as_str()
                ),
                format!(
                    "“{}” does not go with the INSEE code {} ({full})",
                    name.value,
                    insee.as_str()
                ),
            ),
            say(
                format!("écrivez commune: {}, ou corrigez « insee »", commune.city()),
                format!("write commune: {}, or correct “insee”", commune.city()),
            ),
        )
    })
}

/// Tells an INSEE code that no commune has today.
pub(super) fn unknown_insee(insee: &Spanned<InseeCode>) -> Diagnostic {
    let code = insee.as_str();
    if let Some(former) = communes().former(insee.value) {
        let today = former.today();
        return error(
            "former-insee",
            insee.span,
            say(
                format!("{code} n'est plus le code d'une commune"),
                format!("{code} is no longer a commune's code"),
            ),
            say(
                format!(
                    "elle fait partie de « {} » : écrivez {}",
                    today.name(),
                    today.insee().as_str()
                ),
                format!(
                    "it is part of “{}”: write {}",
                    today.name(),
                    today.insee().as_str()
                ),
            ),
        );
    }
    let postal = crate::geo::PostalCode::parse(code).ok();
    let served: Vec<&Commune> = postal
        .map(|postal| communes().by_postal_code(postal).take(4).collect())
        .unwrap_or_default();
    let help = if served.is_empty() {
        say(
            "cherchez le code de la commune sur insee.fr ; ce n'est pas le code postal",
            "look the commune's code up on insee.fr; it is not the postal code",
        )
    } else {
        let choices = listed(&served, |commune| {
            format!("{} ({})", commune.insee().as_str(), commune.name())
        });
        say(
            format!("c'est un code postal ; le code INSEE est {choices}"),
            format!("that is a postal code; the INSEE code is {choices}"),
        )
    };
    error(
        "unknown-insee",
        insee.span,
        say(
            format!("aucune commune n'a le code INSEE {code}"),
            format!("no commune has the INSEE code {code}"),
        ),
        help,
    )
}

fn error(code: &'static str, span: Span, message: Text, help: Text) -> Diagnostic {
    Diagnostic::error(code, span, message).help(help)
}

fn codes_of(commune: &Commune) -> String {
    let shown: Vec<&str> = commune
        .postal_codes()
        .iter()
        .take(4)
        .map(|code| code.as_str())
        .collect();
    shown.join(" ou ")
}

fn listed(communes: &[&Commune], shown: impl Fn(&Commune) -> String) -> String {
    communes
        .iter()
        .take(4)
        .map(|commune| shown(commune))
        .collect::<Vec<_>>()
        .join(", ")
}
