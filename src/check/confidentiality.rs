//! Places that may never be found: no address, no position, nothing in a text that leads there.

use crate::diag::{Diagnostic, FileId, Span, Spanned, say};
use crate::load::Record;
use crate::model::Data;
use crate::model::values::PlaceRef;

use super::scan;
use super::secret_texts::{self, Secret};
use super::{Check, Context, Run, Words, place};

/// Finds what tells where something confidential is.
pub(super) const CHECK: Check = Check {
    codes: &["confidential-address", "address-in-text"],
    title: Words {
        fr: "Une adresse confidentielle est écrite",
        en: "A confidential address is written",
    },
    docs: Words {
        fr: "Trouve, dans ce qui est confidentiel, une adresse, un lieu, une position, ou une rue ou un code postal dans un texte ; et, partout, l'adresse écrite sous son « prive ».\nQuelqu'un qui fuit des violences peut être retrouvé par une seule ligne.\nSupprimez-la : la page dit que l'adresse est donnée par téléphone. Si le dépôt est public, prévenez l'équipe : l'historique la garde.",
        en: "Finds, in what is confidential, an address, a place, a position, or a street or postal code in a text; and, anywhere, the address under its “prive”.\nSomebody who flees violence can be found by a single line.\nRemove it: the page says that the address is given by telephone. If the repository is public, warn the team: its history keeps it.",
    },
    run: &[Run::Record(run), Run::Whole(elsewhere)],
};

/// Whether nothing may say where a record is.
pub(super) fn is_confidential(record: &Record) -> bool {
    match &record.data {
        Data::Place(place) => place.is_confidential(),
        data => data.directory().is_some_and(|directory| {
            directory
                .confidential
                .as_ref()
                .is_some_and(|flag| flag.value)
        }),
    }
}

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let confidential = is_confidential(record);
    if !confidential && !all_places_are_confidential(context, record) {
        return;
    }
    let keys = match confidential {
        true => &["adresse", "lieu", "lieux", "geo", "etapes"][..],
        // Its place is named, and tells nothing; a position would.
        false => &["geo"],
    };
    for key in keys {
        if place::is_written(context.sources, record, key) {
            faults.push(told(key, place::key(context.sources, record.file, key)));
        }
    }
    if confidential {
        for place in places_of_sessions(record) {
            faults.push(told("lieu", place.span));
        }
        if let Some(street) = scan::streets(&record.slug).first() {
            let street = &record.slug[street.start..street.end];
            faults.push(in_the_name(record.file, street));
        }
    }
    secret_texts::told(context.sources, record.file, faults);
}

/// The addresses under `prive` of what is confidential, in the texts of all other files.
fn elsewhere(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let confidential = context
        .catalogue
        .records
        .iter()
        .filter(|record| is_confidential(record));
    let secrets: Vec<Secret> = confidential
        .flat_map(|record| secret_texts::secrets(context.sources, record.file))
        .filter(Secret::names_one_house)
        .collect();
    if !secrets.is_empty() {
        secret_texts::told_elsewhere(context.sources, &secrets, faults);
    }
}

fn told(key: &str, span: Span) -> Diagnostic {
    Diagnostic::error(
        "confidential-address",
        span,
        say(
            format!("« {key} » dans une fiche à l'adresse confidentielle"),
            format!("“{key}” in a record whose address is confidential"),
        ),
    )
    .help(say(
        "supprimez cette clé : l'adresse est donnée par téléphone",
        "remove this key: the address is given by telephone",
    ))
}

fn in_the_name(file: FileId, street: &str) -> Diagnostic {
    Diagnostic::error(
        "address-in-text",
        Span::file(file),
        say(
            format!("le nom du fichier d'une fiche confidentielle dit une rue : « {street} »"),
            format!("the file name of a confidential record tells a street: “{street}”"),
        ),
    )
    .help(say(
        "renommez le fichier : son nom devient l'adresse de la page",
        "rename the file: its name becomes the page's address",
    ))
}

/// The places that sessions and steps name.
fn places_of_sessions(record: &Record) -> impl Iterator<Item = &Spanned<PlaceRef>> {
    let sessions = record
        .data
        .directory()
        .into_iter()
        .flat_map(|directory| &directory.sessions);
    let workshops = match &record.data {
        Data::Ram(ram) => &ram.workshops[..],
        _ => &[],
    };
    sessions
        .chain(workshops)
        .filter_map(|session| session.place.as_ref())
}

/// Whether a record takes place in confidential places and nowhere else.
fn all_places_are_confidential(context: &Context<'_>, record: &Record) -> bool {
    let Some(directory) = record.data.directory() else {
        return false;
    };
    let steps = match &record.data {
        Data::Laep(laep) => &laep.steps[..],
        _ => &[],
    };
    let mut places = directory
        .all_places()
        .chain(places_of_sessions(record))
        .chain(steps.iter().filter_map(|step| step.place.as_ref()))
        .peekable();
    directory.address.is_none()
        && steps.iter().all(|step| step.address.is_none())
        && places.peek().is_some()
        && places.all(|place| context.record(place.id()).is_some_and(is_confidential))
}
