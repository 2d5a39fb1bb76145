//! Pages of partners, territories, plans and public conventions.

use minijinja::Value;
use serde::Serialize;

use super::{finish, text_cell, verified};
use crate::diag::Diagnostic;
use crate::model::kinds::Commitment;
use crate::model::kinds::{Convention, Partner, Plan, Territory};
use crate::model::values::{FundingPer, Term as _};
use crate::model::{Data, Kind};
use crate::render::card;
use crate::render::context::{Cell, Context, Link, Row, Said};
use crate::site::pages::commune_path;
use crate::site::territory_contains;

/// How many records such a page shows.
const CARDS: usize = 40;

#[derive(Serialize, Default)]
struct Parts {
    rows: Vec<Option<Row>>,
    groups: Vec<Group>,
    records: Vec<usize>,
    cards_title: &'static str,
    links: Vec<Link>,
    links_title: &'static str,
}

#[derive(Serialize)]
struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct View {
    label: Said,
    example: bool,
    summary: Option<Said>,
    untranslated: bool,
    rows: Vec<Row>,
    body: Option<Value>,
    body_attrs: Value,
    groups: Vec<Group>,
    cards_title: String,
    cards: Vec<Value>,
    cards_left: usize,
    links_title: String,
    links: Vec<Link>,
    read_on: Vec<Row>,
    verified: verified::Verified,
}

pub(super) fn page(context: &Context<'_>, index: usize, path: &str) -> Result<String, Diagnostic> {
    let entry = context.entry(index);
    let parts = match &entry.record.data {
        Data::Partner(partner) => of_partner(context, index, partner),
        Data::Territory(territory) => of_territory(context, index, territory),
        Data::Plan(plan) => of_plan(context, plan),
        Data::Convention(convention) => of_convention(context, convention),
        _ => Parts::default(),
    };
    let (body, body_attrs) = super::body(context, entry);
    let view = View {
        label: card::label(context, index),
        example: entry.standing.example,
        summary: context.summary(entry),
        untranslated: super::is_untranslated(context, entry),
        rows: parts.rows.into_iter().flatten().collect(),
        body,
        body_attrs,
        groups: parts.groups,
        cards_title: context.t.get(parts.cards_title).to_owned(),
        cards_left: parts.records.len().saturating_sub(CARDS),
        cards: card::all(context, parts.records.into_iter().take(CARDS))?,
        links_title: context.t.get(parts.links_title).to_owned(),
        links: parts.links,
        read_on: super::read_on(context, entry),
        verified: verified::view(context, index),
    };
    finish(
        context,
        "sheet.html",
        &super::frame(context, index, path),
        &view,
    )
}

fn of_partner(context: &Context<'_>, index: usize, partner: &Partner) -> Parts {
    let entry = context.entry(index);
    let id = entry.record.id();
    let site = context.site;
    let contact = partner.contact.as_ref();
    let mut contacts: Vec<Cell> = Vec::new();
    if let Some(contact) = contact {
        let ltr = || Value::from_safe_string(" dir=\"ltr\"".to_owned());
        contacts.extend(contact.phone.iter().map(|phone| Cell {
            text: phone.shown(),
            attrs: ltr(),
            href: Some(phone.link()),
            external: false,
        }));
        contacts.extend(contact.email.iter().map(|email| Cell {
            text: email.as_str().to_owned(),
            attrs: ltr(),
            href: Some(format!("mailto:{}", email.as_str())),
            external: false,
        }));
        contacts.extend(contact.site.iter().chain(&contact.link).map(|url| Cell {
            text: url.host().to_owned(),
            attrs: ltr(),
            href: Some(url.as_str().to_owned()),
            external: true,
        }));
    }
    let services = site
        .index
        .others
        .get(&Kind::Partner)
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| match &context.entry(*other).record.data {
            Data::Partner(other) => other
                .parent
                .as_ref()
                .is_some_and(|parent| parent.id() == id),
            _ => false,
        });
    let conventions = site
        .index
        .others
        .get(&Kind::Convention)
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| match &context.entry(*other).record.data {
            Data::Convention(convention) => convention.parties.iter().any(|party| party.id() == id),
            _ => false,
        });
    Parts {
        rows: vec![
            context.row(
                "partner.acronym",
                partner
                    .acronym
                    .as_deref()
                    .map(|acronym| text_cell(context, acronym))
                    .into_iter()
                    .collect(),
            ),
            context.row("partner.contact", contacts),
            context.row(
                "partner.parent",
                partner
                    .parent
                    .iter()
                    .filter_map(|parent| context.record_cell(parent.id()))
                    .collect(),
            ),
            context.row(
                "partner.services",
                services
                    .filter_map(|other| context.record_cell(&context.entry(other).record.id()))
                    .collect(),
            ),
            context.row(
                "partner.territory",
                partner
                    .territory
                    .iter()
                    .filter_map(|territory| context.record_cell(territory.id()))
                    .collect(),
            ),
            context.row(
                "partner.former",
                partner
                    .former_titles
                    .iter()
                    .map(|title| text_cell(context, title))
                    .collect(),
            ),
            context.row(
                "partner.succeeds",
                partner
                    .succeeds
                    .iter()
                    .filter_map(|other| context.record_cell(other.id()))
                    .collect(),
            ),
            context.row(
                "partner.conventions",
                conventions
                    .filter_map(|other| context.record_cell(&context.entry(other).record.id()))
                    .collect(),
            ),
        ],
        records: site.index.partners.get(&*id).cloned().unwrap_or_default(),
        cards_title: "partner.offers",
        ..Parts::default()
    }
}

fn of_territory(context: &Context<'_>, index: usize, territory: &Territory) -> Parts {
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

fn of_plan(context: &Context<'_>, plan: &Plan) -> Parts {
    let texts = |all: &[Box<str>]| {
        all.iter()
            .map(|text| text_cell(context, text))
            .collect::<Vec<Cell>>()
    };
    let indicators = plan.indicators.iter().map(|indicator| {
        let unit = indicator
            .unit
            .as_deref()
            .map(|unit| format!(" ({unit})"))
            .unwrap_or_default();
        let values = indicator.values.iter().map(|value| {
            let date = context.partial_date(value.date);
            let said = match (value.value, value.not_computable.as_deref()) {
                (Some(value), _) => value
                    .to_string()
                    .replace('.', context.t.get("number.decimal")),
                (None, reason) => context.t.fill(
                    "plan.not_computable",
                    &[("reason", reason.unwrap_or_default())],
                ),
            };
            text_cell(context, &format!("{date}\u{a0}: {said}"))
        });
        Row {
            term: context.content(&format!("{}{unit}", indicator.title)),
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
                    .map(|term| context.here(format!("{}–{}", term.start, term.end)).cell())
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

fn of_convention(context: &Context<'_>, convention: &Convention) -> Parts {
    let most = convention.funding.as_ref().map(|funding| {
        let amount = |per, key: &str| {
            let most = funding.most(per);
            (most.cents() > 0).then(|| {
                context
                    .here(context.t.fill(key, &[("amount", &most.french())]))
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
