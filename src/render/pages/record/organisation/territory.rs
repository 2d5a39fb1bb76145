//! Territories: their parts, the state of their CLP and CTG, what is for them.

use super::Parts;
use crate::model::kinds::Territory;
use crate::model::{Data, Kind};
use crate::render::context::{Context, Said};
use crate::site::pages::commune_path;
use crate::site::territory_contains;

pub(super) fn parts(context: &Context<'_>, index: usize, territory: &Territory) -> Parts {
    let entry = context.entry(index);
    let id = entry.record.id();
    let site = context.site;
    let parts = site
        .index
        .others
        .get(&Kind::Territory)
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| match &context.entry(*other).record.data {
            Data::Territory(other) => other
                .parent
                .as_ref()
                .is_some_and(|parent| parent.id() == id),
            _ => false,
        });
    let plans = site
        .index
        .others
        .get(&Kind::Plan)
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| match &context.entry(*other).record.data {
            Data::Plan(plan) => plan.territory.id() == id,
            _ => false,
        });
    let clp = territory.clp.as_ref().map(|clp| {
        let status = context.term(&clp.status);
        let since = clp.since.map(|since| {
            context
                .t
                .fill("territory.since", &[("date", &context.partial_date(since))])
        });
        Said {
            text: since.map_or(status.text.clone(), |since| {
                format!("{}, {since}", status.text)
            }),
            attrs: status.attrs,
        }
        .cell()
    });
    let ctg = territory.ctg.as_ref().map(|ctg| {
        let status = context.term(&ctg.status);
        let years: Vec<String> = ctg
            .start
            .into_iter()
            .chain(ctg.end)
            .map(|date| date.year().to_string())
            .collect();
        Said {
            text: if years.is_empty() {
                status.text
            } else {
                format!("{} ({})", status.text, years.join("–"))
            },
            attrs: status.attrs,
        }
        .cell()
    });
    let insee = site.index.communes_with_pages();
    let communes = insee
        .into_iter()
        .filter_map(|code| crate::geo::communes().by_insee(code))
        .filter(|commune| territory_contains(territory, commune));
    Parts {
        rows: vec![
            context.row(
                "territory.parent",
                territory
                    .parent
                    .iter()
                    .filter_map(|parent| context.record_cell(parent.id()))
                    .collect(),
            ),
            context.row(
                "territory.parts",
                parts
                    .filter_map(|other| context.record_cell(&context.entry(other).record.id()))
                    .collect(),
            ),
            context.row("territory.clp", clp.into_iter().collect()),
            context.row("territory.ctg", ctg.into_iter().collect()),
            context.row(
                "territory.plans",
                plans
                    .filter_map(|other| context.record_cell(&context.entry(other).record.id()))
                    .collect(),
            ),
        ],
        records: site
            .index
            .territories
            .get(&*id)
            .cloned()
            .unwrap_or_default(),
        cards_title: "territory.serving",
        links: communes
            .map(|commune| context.link(context.content(commune.name()), &commune_path(commune)))
            .collect(),
        links_title: "territory.communes",
        ..Parts::default()
    }
}
