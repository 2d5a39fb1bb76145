//! Maps of records and of communes, drawn from what is known of their places.

use std::collections::BTreeMap;

use crate::geo::{Commune, InseeCode, Point, communes};
use crate::render::card;
use crate::render::context::Context;
use crate::render::map::{self, Map, Spot};
use crate::site::pages::commune_path;

/// The map of records, each where it lies; names are those of the communes around.
///
/// What is discreet stands on no map.
pub(super) fn of_records(
    context: &Context<'_>,
    records: impl IntoIterator<Item = usize>,
) -> Option<Map> {
    let mut names: BTreeMap<InseeCode, &'static Commune> = BTreeMap::new();
    let spots: Vec<Spot> = records
        .into_iter()
        .filter_map(|index| {
            let entry = context.entry(index);
            if entry.standing.discreet {
                return None;
            }
            let location = entry
                .locations
                .iter()
                .find(|location| location.point.is_some())?;
            names.extend(location.commune.map(|commune| (commune.insee(), commune)));
            Some(Spot {
                point: location.point?.0,
                name: context.title(entry).text,
                href: context.record_href(index)?,
                count: 1,
                kind: card::kind_class(entry.record.kind),
            })
        })
        .collect();
    map::draw(spots, &by_people(names.into_values()))
}

/// The map of communes that have a page, each with how many records it holds.
pub(super) fn of_communes(
    context: &Context<'_>,
    counts: impl IntoIterator<Item = (InseeCode, usize)>,
) -> Option<Map> {
    let counted: Vec<(&Commune, usize)> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .filter_map(|(insee, count)| Some((communes().by_insee(insee)?, count)))
        .collect();
    let spots = counted.iter().map(|(commune, count)| Spot {
        point: commune.point(),
        name: context
            .t
            .count("map.commune", *count, &[("name", commune.name())]),
        href: context.href(&commune_path(commune)),
        count: *count,
        kind: "",
    });
    map::draw(spots.collect(), &by_people(counted.iter().map(|one| one.0)))
}

/// The map of the communes in which records lie, each with how many of them.
pub(super) fn of_communes_with(context: &Context<'_>, records: &[usize]) -> Option<Map> {
    let mut counts: BTreeMap<InseeCode, usize> = BTreeMap::new();
    for index in records {
        let entry = context.entry(*index);
        let commune = entry.locations.iter().find_map(|location| location.commune);
        if let Some(commune) = commune.filter(|_| !entry.standing.discreet) {
            *counts.entry(commune.insee()).or_default() += 1;
        }
    }
    of_communes(context, counts)
}

/// Names of communes with their centres, the most populated first.
fn by_people<'c>(all: impl Iterator<Item = &'c Commune>) -> Vec<(Point, &'c str)> {
    let mut all: Vec<&Commune> = all.collect();
    all.sort_by_key(|commune| (std::cmp::Reverse(commune.population()), commune.insee()));
    all.into_iter()
        .map(|commune| (commune.point(), commune.name()))
        .collect()
}
