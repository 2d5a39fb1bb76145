//! Positions far from the commune that their address names.

use crate::diag::{Diagnostic, say};
use crate::geo::{Point, Precision};
use crate::load::Record;

use super::guide::commune_of;
use super::{Check, Context, Run, Words};

/// Finds positions too far from their commune.
pub(super) const CHECK: Check = Check {
    codes: &["position-far-away"],
    title: Words {
        fr: "La position est loin de la commune",
        en: "The position is far from the commune",
    },
    docs: Words {
        fr: "Trouve les positions (« geo ») à plus de 20 km du centre de la commune, ou de 60 km s'il n'est qu'estimé.\nSur la carte et dans « près de moi », une famille serait envoyée ailleurs.\nCorrigez la latitude et la longitude (souvent échangées), ou supprimez « geo » : la commune suffit.",
        en: "Finds positions (“geo”) more than 20 km from the commune's centre, or 60 km where that is only estimated.\nOn the map and in “near me” a family would be sent elsewhere.\nCorrect latitude and longitude (often swapped), or remove “geo”: the commune is enough.",
    },
    run: &[Run::Record(run)],
};

/// How far a position may be from a centre that is known.
const FAR_KM: f64 = 20.0;
/// How far a position may be from a centre that is estimated.
const FAR_FROM_ESTIMATE_KM: f64 = 60.0;

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let Some(directory) = record.data.directory() else {
        return;
    };
    let Some(position) = &directory.position else {
        return;
    };
    // There it is an error by itself.
    if super::confidentiality::is_confidential(record) {
        return;
    }
    let Some(point) = Point::new(position.lat.value, position.lon.value) else {
        return;
    };
    let of_place = || {
        let place = context.record(directory.all_places().next()?.id())?;
        place.data.directory()?.address.as_ref()
    };
    let Some(commune) = directory
        .address
        .as_ref()
        .or_else(of_place)
        .and_then(|address| commune_of(&address.value))
    else {
        return;
    };
    if !commune.department().is_metropolitan() {
        return;
    }
    let km = point.distance_km(commune.point());
    let name = commune.name();
    let message = say(
        format!("cette position est à {km:.0} km de {name}"),
        format!("this position is {km:.0} km from {name}"),
    );
    let swapped = Point::new(position.lon.value, position.lat.value)
        .is_some_and(|point| point.distance_km(commune.point()) < FAR_KM);
    let help = if swapped {
        say(
            "latitude et longitude sont échangées",
            "latitude and longitude are swapped",
        )
    } else {
        say(
            format!(
                "le centre de {name} est à lat: {:.4}, lon: {:.4}",
                commune.point().lat(),
                commune.point().lon()
            ),
            format!(
                "the centre of {name} is at lat: {:.4}, lon: {:.4}",
                commune.point().lat(),
                commune.point().lon()
            ),
        )
    };
    let fault = match commune.precision() {
        Precision::Exact if km > FAR_KM => {
            Diagnostic::error("position-far-away", position.span, message)
        }
        Precision::Estimated if km > FAR_FROM_ESTIMATE_KM => {
            Diagnostic::warning("position-far-away", position.span, message)
        }
        _ => return,
    };
    faults.push(fault.help(help));
}
