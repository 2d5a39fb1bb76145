//! Codes of communes, départements, regions and groupings outside addresses.

use crate::diag::{Diagnostic, Spanned, say};
use crate::geo::{CodeError, DepartmentCode, InseeCode, RegionCode, Siren, communes};
use crate::load::Record;
use crate::model::Data;
use crate::model::kinds::Territory;
use crate::model::values::TerritoryLevel;
use crate::text::nearest::nearest;

use super::addresses::unknown_insee;
use super::{Check, Context, Run, Words};

/// Finds codes of places that no official list holds.
pub(super) const CHECK: Check = Check {
    codes: &["unknown-insee", "former-insee", "unknown-siren"],
    title: Words {
        fr: "Un code de commune ou de territoire n'existe pas",
        en: "A code of a commune or territory does not exist",
    },
    docs: Words {
        fr: "Trouve les codes INSEE de communes, départements et régions, et les numéros SIREN, qui ne sont dans aucune liste officielle.\nUne famille d'une commune servie ne trouve pas ce qui l'est sous un autre code.\nÉcrivez le code INSEE (insee.fr), qui n'est pas le code postal.",
        en: "Finds INSEE codes of communes, départements and regions, and SIREN numbers, that no official list holds.\nA family of a commune that is served can't find what stands under another code.\nWrite the INSEE code (insee.fr), which is not the postal code.",
    },
    run: &[Run::Record(run)],
};

fn run(_: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let mut codes: Vec<&Spanned<InseeCode>> = record
        .data
        .directory()
        .map(|directory| directory.communes.iter().collect())
        .unwrap_or_default();
    if let Data::Territory(territory) = &record.data {
        codes.extend(&territory.communes);
        if let Some(crate::model::kinds::Scope::Keys(scope)) =
            territory.clp.as_ref().and_then(|clp| clp.scope.as_ref())
        {
            codes.extend(&scope.communes);
        }
        own_code(territory, faults);
    }
    for code in codes {
        if communes().by_insee(code.value).is_none() {
            faults.push(unknown_insee(code));
        }
    }
}

fn own_code(territory: &Territory, faults: &mut Vec<Diagnostic>) {
    if let Some(insee) = &territory.insee {
        let text = insee.value.trim();
        let known: Option<(&str, &str, Vec<String>)> = match territory.level.value {
            TerritoryLevel::Commune => {
                match InseeCode::parse(text) {
                    Ok(code) if communes().by_insee(code).is_some() => {}
                    Ok(code) => faults.push(unknown_insee(&Spanned::new(code, insee.span))),
                    Err(_) => faults.push(unknown(insee, "une commune", "a commune", None)),
                }
                None
            }
            TerritoryLevel::Departement if DepartmentCode::parse(text).is_none() => Some((
                "un département",
                "a département",
                DepartmentCode::all()
                    .map(|code| code.as_str().to_owned())
                    .collect(),
            )),
            TerritoryLevel::Region if RegionCode::parse(text).is_none() => Some((
                "une région",
                "a region",
                RegionCode::all()
                    .map(|code| code.as_str().to_owned())
                    .collect(),
            )),
            _ => None,
        };
        if let Some((fr, en, all)) = known {
            let by_name = DepartmentCode::all()
                .find(|code| code.name().eq_ignore_ascii_case(&territory.name))
                .map(|code| code.as_str());
            let near = by_name
                .map(str::to_owned)
                .or_else(|| nearest(text, all.iter().map(String::as_str)).map(str::to_owned));
            faults.push(unknown(insee, fr, en, near));
        }
    }
    if let Some(siren) = &territory.siren {
        let (message, help) = match Siren::parse(&siren.value) {
            Ok(code)
                if territory.level.value != TerritoryLevel::Epci
                    || communes().epci(code).is_some() =>
            {
                return;
            }
            Ok(_) => (
                say(
                    format!("aucune intercommunalité n'a le SIREN {}", siren.value),
                    format!("no EPCI has the SIREN {}", siren.value),
                ),
                say(
                    "cherchez-le sur annuaire-entreprises.data.gouv.fr",
                    "look it up on annuaire-entreprises.data.gouv.fr",
                ),
            ),
            Err(CodeError::Checksum) => (
                say(
                    format!(
                        "« {} » n'est pas un SIREN : un chiffre est faux",
                        siren.value
                    ),
                    format!("“{}” is not a SIREN: a digit is wrong", siren.value),
                ),
                say("recopiez les neuf chiffres", "copy the nine digits again"),
            ),
            Err(_) => (
                say(
                    format!("« {} » n'est pas un SIREN", siren.value),
                    format!("“{}” is not a SIREN", siren.value),
                ),
                say(
                    "un SIREN a neuf chiffres, par exemple 200067874",
                    "a SIREN has nine digits, such as 200067874",
                ),
            ),
        };
        faults.push(Diagnostic::error("unknown-siren", siren.span, message).help(help));
    }
}

fn unknown(insee: &Spanned<Box<str>>, fr: &str, en: &str, near: Option<String>) -> Diagnostic {
    Diagnostic::error(
        "unknown-insee",
        insee.span,
        say(
            format!("« {} » n'est pas le code INSEE d'{fr}", insee.value),
            format!("“{}” is not the INSEE code of {en}", insee.value),
        ),
    )
    .help(match near {
        Some(near) => say(
            format!("vouliez-vous dire \"{near}\" ?"),
            format!("did you mean \"{near}\"?"),
        ),
        None => say("cherchez-le sur insee.fr", "look it up on insee.fr"),
    })
}
