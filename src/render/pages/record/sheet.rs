//! The part of an action for professionals: the 30 questions of the sheet, as far as they are answered.

use serde::Serialize;

use super::{said_row, text_cell, text_row};
use crate::check::Entry;
use crate::model::Data;
use crate::model::kinds::{Action, PeriodDate};
use crate::model::values::Term;
use crate::render::context::{Cell, Context, Row, Said};

/// Questions that belong together.
#[derive(Serialize)]
pub(super) struct Group {
    title: String,
    rows: Vec<Row>,
}

pub(super) fn groups(context: &Context<'_>, index: usize) -> Vec<Group> {
    let entry = context.entry(index);
    let Data::Action(action) = &entry.record.data else {
        return Vec::new();
    };
    let all = [
        ("sheet.action", identity(context, action)),
        ("sheet.public", public(context, entry, action)),
        ("sheet.how", how(context, entry, action)),
        ("sheet.means", means(context, entry, action)),
        ("sheet.effects", effects(context, entry, action)),
    ];
    let with_rows = all.into_iter().map(|(key, rows)| Group {
        title: context.t.get(key).to_owned(),
        rows: rows.into_iter().flatten().collect(),
    });
    with_rows
        .filter(|group: &Group| !group.rows.is_empty())
        .collect()
}

/// Labels, with what is said of them in words.
fn terms<'t, T: Term + 't>(
    context: &Context<'_>,
    term: &str,
    codes: impl Iterator<Item = &'t T>,
    details: Option<&str>,
) -> Option<Row> {
    let mut cells: Vec<Cell> = codes.map(|code| context.term(code).cell()).collect();
    cells.extend(details.map(|details| text_cell(context, details)));
    context.row(term, cells)
}

fn words(context: &Context<'_>, term: &str, text: Option<&str>) -> Option<Row> {
    context.row(
        term,
        text.map(|text| text_cell(context, text))
            .into_iter()
            .collect(),
    )
}

fn identity(context: &Context<'_>, action: &Action) -> Vec<Option<Row>> {
    let partners = &action.partners;
    let number = action
        .number
        .as_deref()
        .map(|number| match &action.collection {
            Some(collection) => format!("{number} ({collection})"),
            None => number.to_owned(),
        });
    vec![
        words(
            context,
            "sheet.official_title",
            action.official_title.as_deref(),
        ),
        words(
            context,
            "sheet.number",
            number.as_deref().or(action.collection.as_deref()),
        ),
        terms(
            context,
            "sheet.sectors",
            action.sectors.iter().map(|one| &one.value),
            action.sectors_details.as_deref(),
        ),
        terms(
            context,
            "sheet.holder_types",
            partners.holder_types.iter().map(|one| &one.value),
            partners.holder_types_details.as_deref(),
        ),
        terms(
            context,
            "sheet.organisation_types",
            partners.organisation_types.iter().map(|one| &one.value),
            None,
        ),
        terms(
            context,
            "sheet.dispositifs",
            action.dispositifs.iter().map(|one| &one.value),
            action.dispositifs_details.as_deref(),
        ),
        terms(
            context,
            "sheet.initiative",
            action.initiative.iter().map(|one| &one.value),
            action.initiative_details.as_deref(),
        ),
        terms(
            context,
            "sheet.fields",
            action.directory.fields.iter().map(|one| &one.value),
            None,
        ),
    ]
}

fn public(context: &Context<'_>, entry: &Entry, action: &Action) -> Vec<Option<Row>> {
    let body = |body: &Option<crate::model::markdown::Markdown>, term: &str| {
        text_row(context, entry, term, body.as_ref().map(|body| &*body.0))
    };
    vec![
        body(&action.objectives, "sheet.objectives"),
        words(
            context,
            "sheet.audiences",
            action.audiences_details.as_deref(),
        ),
        words(
            context,
            "sheet.vulnerabilities",
            action.vulnerabilities.as_deref(),
        ),
        body(&action.subjects, "sheet.subjects"),
    ]
}

fn how(context: &Context<'_>, entry: &Entry, action: &Action) -> Vec<Option<Row>> {
    let access = action.directory.access.as_ref();
    let access = access
        .into_iter()
        .flat_map(|access| access.sheet_facts())
        .map(|(key, value)| {
            let (fact, value) = (context.label("accessibilite", key), context.term(&value));
            Said {
                text: format!("{}\u{a0}: {}", fact.text, value.text.to_lowercase()),
                attrs: fact.attrs,
            }
        });
    vec![
        terms(
            context,
            "sheet.modalities",
            action.modalities.iter().map(|one| &one.value),
            action.modalities_details.as_deref(),
        ),
        text_row(
            context,
            entry,
            "sheet.activities",
            action.activities.as_ref().map(|body| &*body.0),
        ),
        terms(
            context,
            "sheet.form",
            action.form.iter().map(|one| &one.value),
            None,
        ),
        context.row("sheet.period", period(context, action)),
        words(context, "sheet.frequency", action.frequency.as_deref()),
        terms(
            context,
            "sheet.level",
            action.level.iter().map(|one| &one.value),
            None,
        ),
        terms(
            context,
            "sheet.milieux",
            action.milieux.iter().map(|one| &one.value),
            action.milieux_details.as_deref(),
        ),
        terms(
            context,
            "sheet.places",
            action.place_natures.iter().map(|one| &one.value),
            action.place_natures_details.as_deref(),
        ),
        said_row(context, "sheet.access", access),
    ]
}

fn period(context: &Context<'_>, action: &Action) -> Vec<Cell> {
    let Some(period) = &action.period else {
        return Vec::new();
    };
    let date = |key: &str, date: Option<PeriodDate>| {
        let words = match date? {
            PeriodDate::Date(date) => context.partial_date(date),
            PeriodDate::Unknown => context.t.get("sheet.unknown").to_owned(),
        };
        Some(
            context
                .here(context.t.fill(key, &[("date", &words)]))
                .cell(),
        )
    };
    let mut cells: Vec<Cell> = [
        date("sheet.conceived", period.conceived),
        date("sheet.start", period.start),
        date("sheet.end", period.end),
    ]
    .into_iter()
    .flatten()
    .collect();
    if period.lasting == Some(true) {
        cells.push(context.here(context.t.get("sheet.lasting")).cell());
    }
    cells
}

fn means(context: &Context<'_>, entry: &Entry, action: &Action) -> Vec<Option<Row>> {
    let participation = action.participation.as_ref();
    let said = |key: &str, terms: Option<Said>| {
        terms.map(|terms| Said {
            text: format!(
                "{}\u{a0}: {}",
                context.t.get(key),
                terms.text.to_lowercase()
            ),
            attrs: terms.attrs,
        })
    };
    let participation = participation.map(|all| {
        let families = said(
            "sheet.families",
            context.labels(all.families.iter().map(|one| &one.value)),
        );
        let professionals = said(
            "sheet.professionals",
            context.labels(all.professionals.iter().map(|one| &one.value)),
        );
        families.into_iter().chain(professionals).chain(
            all.details
                .as_deref()
                .map(|details| context.content(details)),
        )
    });
    let funders = action.directory.funders.iter().filter_map(|funder| {
        let partner = funder
            .partner
            .as_ref()
            .and_then(|partner| context.record_cell(partner.id()));
        let kind = funder
            .kind
            .as_ref()
            .map(|kind| context.term(&kind.value).cell());
        let mut cell = partner.or(kind)?;
        let more: Vec<String> = [
            funder.details.as_deref().map(str::to_owned),
            funder.amount.map(|amount| context.money(amount)),
            funder.year.map(|year| year.to_string()),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !more.is_empty() {
            cell.text = format!("{} ({})", cell.text, more.join(", "));
        }
        Some(cell)
    });
    vec![
        said_row(
            context,
            "sheet.participation",
            participation.into_iter().flatten(),
        ),
        text_row(
            context,
            entry,
            "sheet.training",
            action.training.as_ref().map(|body| &*body.0),
        ),
        terms(
            context,
            "sheet.partner_sectors",
            action.partners.partner_sectors.iter().map(|one| &one.value),
            action.partners.partner_sectors_details.as_deref(),
        ),
        context.row("sheet.funders", funders.collect()),
    ]
}

fn effects(context: &Context<'_>, entry: &Entry, action: &Action) -> Vec<Option<Row>> {
    let body = |body: Option<&crate::model::markdown::Markdown>, term: &str| {
        text_row(context, entry, term, body.map(|body| &*body.0))
    };
    let evaluation = action.directory.evaluation.as_ref();
    let state = evaluation.map(|evaluation| {
        let status = evaluation
            .status
            .as_ref()
            .map(|status| context.term(status));
        let modes = context.labels(evaluation.modes.iter().map(|mode| &mode.value));
        status.into_iter().chain(modes).chain(
            evaluation
                .details
                .as_deref()
                .map(|details| context.content(details)),
        )
    });
    vec![
        body(action.unexpected_effects.as_ref(), "sheet.unexpected"),
        said_row(context, "sheet.evaluation", state.into_iter().flatten()),
        body(
            evaluation.and_then(|evaluation| evaluation.results.as_ref()),
            "sheet.results",
        ),
        body(action.levers.as_ref(), "sheet.levers"),
        body(action.obstacles.as_ref(), "sheet.obstacles"),
        terms(
            context,
            "sheet.strategies",
            action.strategies.iter().map(|one| &one.value),
            action.strategies_details.as_deref(),
        ),
        body(action.health_effects.as_ref(), "sheet.health"),
        terms(
            context,
            "sheet.inequalities",
            action.inequalities.iter().map(|one| &one.value),
            action.inequalities_details.as_deref(),
        ),
        body(action.transfer.as_ref(), "sheet.transfer"),
        body(action.comments.as_ref(), "sheet.comments"),
    ]
}
