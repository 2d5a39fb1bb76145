//! Plans of action: what is planned and followed.

use minijinja::Value;

use super::super::text_cell;
use super::{Group, Parts};
use crate::model::kinds::Plan;
use crate::render::context::{Cell, Context, Row};

pub(super) fn parts(context: &Context<'_>, plan: &Plan) -> Parts {
    let texts = |all: &[Box<str>]| {
        all.iter()
            .map(|text| text_cell(context, text))
            .collect::<Vec<Cell>>()
    };
    let indicators = plan.indicators.iter().map(|indicator| {
        let unit = indicator
            .unit
            .as_deref()
            .map(|unit| format!("\u{a0}{unit}"))
            .unwrap_or_default();
        let values = indicator.values.iter().map(|value| {
            let date = context.partial_date(value.date);
            let said = match (value.value, value.not_computable.as_deref()) {
                (Some(value), _) => {
                    let number = value.to_string();
                    format!(
                        "{}{unit}",
                        number.replace('.', context.t.get("number.decimal"))
                    )
                }
                (None, reason) => context.t.fill(
                    "plan.not_computable",
                    &[("reason", reason.unwrap_or_default())],
                ),
            };
            text_cell(context, &format!("{date}\u{a0}: {said}"))
        });
        Row {
            term: context.content(&indicator.title),
            values: values.collect(),
            html: None,
            attrs: Value::from(""),
        }
    });
    let indicators: Vec<Row> = indicators.filter(|row| !row.values.is_empty()).collect();
    Parts {
        rows: vec![
            context.row(
                "plan.code",
                plan.code
                    .as_deref()
                    .map(|code| text_cell(context, code))
                    .into_iter()
                    .collect(),
            ),
            context.row(
                "plan.axis",
                plan.axis
                    .as_deref()
                    .map(|axis| text_cell(context, axis))
                    .into_iter()
                    .collect(),
            ),
            context.row(
                "partner.territory",
                context
                    .record_cell(plan.territory.id())
                    .into_iter()
                    .collect(),
            ),
            context.row(
                "plan.leads",
                plan.leads
                    .iter()
                    .filter_map(|lead| context.record_cell(lead.id()))
                    .collect(),
            ),
            context.row(
                "by.partners",
                plan.partners
                    .iter()
                    .filter_map(|partner| context.record_cell(partner.id()))
                    .collect(),
            ),
            context.row(
                "plan.term",
                plan.term
                    .as_ref()
                    .map(|term| {
                        let years = [term.start, term.end].into_iter().flatten();
                        let years: Vec<String> = years.map(|year| year.to_string()).collect();
                        context.here(years.join("–")).cell()
                    })
                    .into_iter()
                    .collect(),
            ),
            context.row("plan.actions", texts(&plan.actions)),
        ],
        groups: if indicators.is_empty() {
            Vec::new()
        } else {
            vec![Group {
                title: context.t.get("plan.indicators").to_owned(),
                rows: indicators,
            }]
        },
        ..Parts::default()
    }
}
