//! What follows from where a record takes place: school zone, public holidays, time zone.

use crate::calendar::{Locality, Zone};
use crate::geo::Commune;
use crate::model::GuideConfig;
use crate::model::values::Term as _;

use super::Entry;

/// The time zone of metropolitan France.
pub(super) const PARIS: &str = "Europe/Paris";

/// The locality of a record: that of its first commune, with its own zone before any other.
pub(super) fn locality(entry: &Entry, config: &GuideConfig) -> Locality {
    let zone_of = |code: &str| Zone::from_code(code);
    let own = entry
        .directory()
        .and_then(|directory| directory.zone)
        .and_then(|zone| zone_of(zone.code()));
    let department = commune(entry).map(|commune| commune.department().as_str());
    let fallback = if department.is_none() {
        config.zone.and_then(|zone| zone_of(zone.code()))
    } else {
        None
    };
    Locality::new(department, own.or(fallback))
}

/// The time zone of a record: that of its first commune, else that of the guide's own school zone.
///
/// A confidential record has no commune here, and what it says of its own school zone is not asked.
pub(super) fn time_zone(entry: &Entry, config: &GuideConfig) -> &'static str {
    let of_guide = || config.zone.and_then(|zone| Zone::from_code(zone.code()));
    commune(entry).map_or_else(
        || of_guide().map_or(PARIS, Zone::time_zone),
        Commune::time_zone,
    )
}

fn commune(entry: &Entry) -> Option<&'static Commune> {
    entry.locations.iter().find_map(|location| location.commune)
}
