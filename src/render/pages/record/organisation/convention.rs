//! Public conventions: between whom, on what, for how long.

use minijinja::Value;

use super::super::text_cell;
use super::{Group, Parts};
use crate::model::kinds::Commitment;
use crate::model::kinds::Convention;
use crate::model::values::{FundingPer, Term as _};
use crate::render::context::{Context, Row, Said};

pub(super) fn parts(context: &Context<'_>, convention: &Convention) -> Parts {
    let most = convention.funding.as_ref().map(|funding| {
        let amount = |per, key: &str| {
            let most = funding.most(per);
            (most.cents() > 0).then(|| {
                context
                    .here(context.t.fill(key, &[("amount", &context.money(most))]))
                    .cell()
            })
        };
        [
            amount(FundingPer::Year, "convention.most_a_year"),
            amount(FundingPer::Total, "convention.most"),
        ]
        .into_iter()
        .flatten()
    });
    let date = |date: &Option<crate::diag::Spanned<crate::model::values::PartialDate>>| {
        date.as_ref()
            .map(|date| context.here(context.partial_date(date.value)).cell())
            .into_iter()
            .collect::<Vec<_>>()
    };
    let commitments = convention.commitments.iter().flat_map(|all| &all.0).map(
        |Commitment { by: who, texts }| {
            let term = match context.record_cell(&format!("partenaires/{}", who.value)) {
                Some(cell) => Said {
                    text: cell.text,
                    attrs: cell.attrs,
                },
                None => context.here(context.t.get("convention.everyone")),
            };
            Row {
                term,
                values: texts.iter().map(|text| text_cell(context, text)).collect(),
                html: None,
                attrs: Value::from(""),
            }
        },
    );
    let commitments: Vec<Row> = commitments.filter(|row| !row.values.is_empty()).collect();
    let records = convention
        .actions
        .iter()
        .map(|action| action.id())
        .chain(convention.places.iter().map(|place| place.id()));
    let site = context.site;
    let records = records
        .filter_map(|id| site.guide.index(id))
        .filter(|index| context.entry(*index).takes_part());
    Parts {
        rows: vec![
            context.row(
                "convention.status",
                vec![
                    context
                        .label("conventions_statut", convention.status().code())
                        .cell(),
                ],
            ),
            context.row(
                "convention.subject",
                vec![text_cell(context, &convention.subject)],
            ),
            context.row(
                "convention.parties",
                convention
                    .parties
                    .iter()
                    .filter_map(|party| context.record_cell(party.id()))
                    .collect(),
            ),
            context.row("convention.signed", date(&convention.signed)),
            context.row("convention.start", date(&convention.start)),
            context.row(
                "convention.months",
                convention
                    .months
                    .as_ref()
                    .map(|months| {
                        context
                            .here(context.t.count(
                                "convention.month_count",
                                months.value as usize,
                                &[],
                            ))
                            .cell()
                    })
                    .into_iter()
                    .collect(),
            ),
            context.row(
                "sheet.fields",
                convention
                    .fields
                    .iter()
                    .map(|field| context.term(&field.value).cell())
                    .collect(),
            ),
            context.row(
                "convention.scope",
                convention
                    .scope
                    .iter()
                    .map(|text| text_cell(context, text))
                    .collect(),
            ),
            context.row("sheet.funders", most.into_iter().flatten().collect()),
            context.row(
                "convention.bodies",
                convention
                    .bodies
                    .iter()
                    .map(|text| text_cell(context, text))
                    .collect(),
            ),
        ],
        groups: if commitments.is_empty() {
            Vec::new()
        } else {
            vec![Group {
                title: context.t.get("convention.commitments").to_owned(),
                rows: commitments,
            }]
        },
        records: records.collect(),
        cards_title: "convention.about",
        ..Parts::default()
    }
}
