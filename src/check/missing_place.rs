//! Records that don't say where they take place.

use crate::diag::{Diagnostic, say};
use crate::load::Record;
use crate::model::Data;
use crate::model::values::{ActionForm, Mode};

use super::{Check, Context, Run, Words, place};

/// Finds LAEP, relais, places and collective actions without any place.
pub(super) const CHECK: Check = Check {
    codes: &["missing-place"],
    title: Words {
        fr: "On ne sait pas où aller",
        en: "Nobody knows where to go",
    },
    docs: Words {
        fr: "Trouve les LAEP et relais sans lieu, les lieux sans adresse, et les actions collectives sans lieu, territoire ni mode à distance.\nUne famille ne peut pas venir où l'on ne lui dit pas d'aller.\nAjoutez « lieu: identifiant-du-lieu », une « adresse », ou « territoires » pour ce qui se déplace.",
        en: "Finds LAEP and relais without a place, places without an address, and collective actions without place, territory or remote mode.\nA family can't come where it is not told to go.\nAdd “lieu: id-of-the-place”, an “adresse”, or “territoires” for what moves.",
    },
    run: &[Run::Record(run)],
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let Some(directory) = record.data.directory() else {
        return;
    };
    if super::confidentiality::is_confidential(record) {
        return;
    }
    let has_place = directory.all_places().next().is_some() || directory.address.is_some();
    let (message, help) = match &record.data {
        Data::Laep(laep) if !has_place && laep.steps.is_empty() => (
            say("ce LAEP n'a pas de lieu", "this LAEP has no place"),
            say(
                "ajoutez « lieu: identifiant-du-lieu », une « adresse », ou des « etapes » s'il se déplace",
                "add “lieu: id-of-the-place”, an “adresse”, or “etapes” if it moves",
            ),
        ),
        Data::Ram(_) if !has_place => (
            say("ce relais n'a pas de lieu", "this relais has no place"),
            say(
                "ajoutez « lieu: identifiant-du-lieu » ou une « adresse »",
                "add “lieu: id-of-the-place” or an “adresse”",
            ),
        ),
        Data::Place(place)
            if directory.address.is_none()
                && !type_is_faulty(context, record, place)
                && !is_online(place) =>
        {
            (
                say("ce lieu n'a pas d'adresse", "this place has no address"),
                say(
                    "ajoutez adresse: {voie: 3 rue de l'Église, code_postal: 67500, commune: Haguenau}",
                    "add adresse: {voie: 3 rue de l'Église, code_postal: 67500, commune: Haguenau}",
                ),
            )
        }
        Data::Action(action)
            if !has_place
                && action
                    .form
                    .iter()
                    .any(|form| form.value == ActionForm::Collective) =>
        {
            let by_mode = matches!(
                directory.mode,
                Some(Mode::Remote | Mode::Telephone | Mode::AtHome | Mode::Itinerant)
            );
            let served = !directory.territories.is_empty() || !directory.communes.is_empty();
            if by_mode
                || served
                || directory
                    .sessions
                    .iter()
                    .any(|session| session.place.is_some())
            {
                return;
            }
            (
                say(
                    "cette action collective n'a pas de lieu",
                    "this collective action has no place",
                ),
                say(
                    "ajoutez « lieu: identifiant-du-lieu », « territoires » ou « communes » si les lieux changent, ou mode: a-distance",
                    "add “lieu: id-of-the-place”, “territoires” or “communes” if places change, or mode: a-distance",
                ),
            )
        }
        _ => return,
    };
    // What is written and faulty was told there.
    let keys = [
        "lieu",
        "lieux",
        "adresse",
        "etapes",
        "territoires",
        "communes",
        "mode",
        "seances",
        "type",
    ];
    let relevant: &[&str] = match record.data {
        Data::Place(_) => &["adresse"],
        Data::Action(_) => &keys,
        _ => &keys[..4],
    };
    let is_written = |key: &&str| place::is_written(context.sources, record, key);
    let relevant = relevant
        .iter()
        .filter(|key| !matches!(**key, "seances" | "type" | "mode"));
    if relevant.into_iter().any(is_written) {
        return;
    }
    let span = place::whole(context.sources, record.file);
    faults.push(Diagnostic::error("missing-place", span, message).help(help));
}

/// Whether a type is written that can't be read: it may be one that needs no address.
fn type_is_faulty(
    context: &Context<'_>,
    record: &Record,
    place: &crate::model::kinds::Place,
) -> bool {
    crate::model::values::Term::code(&place.kind.value).is_empty()
        && place::is_written(context.sources, record, "type")
}

fn is_online(place: &crate::model::kinds::Place) -> bool {
    crate::model::values::Term::code(&place.kind.value) == "en-ligne"
}
