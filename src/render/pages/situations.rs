//! Situations in which parents look for somebody, and what the guide has for each.

use minijinja::Value;
use serde::Serialize;

use super::agenda::name;
use super::finish;
use crate::diag::Diagnostic;
use crate::render::card;
use crate::render::context::{Context, Link, Said};
use crate::render::frame::Frame;
use crate::site::Situation;
use crate::site::pages::{Dates, commune_path};

/// How many records a page shows; what is more is counted, and found by commune.
const MOST: usize = 24;
/// How many communes a page names, those in which the most answers.
const COMMUNES: usize = 12;

#[derive(Serialize)]
struct All {
    links: Vec<Link>,
}

#[derive(Serialize)]
struct View {
    intro: Said,
    count: usize,
    cards: Vec<Value>,
    left: usize,
    /// The pages of the agenda that answer too.
    dates: Vec<Link>,
    communes: Vec<Link>,
    others: Vec<Link>,
}

pub(super) fn all(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let frame = Frame::new(
        context,
        path,
        context.here(context.t.get("situations.title")),
    );
    let links = links(context, None);
    finish(context, "topics.html", &frame, &All { links })
}

pub(super) fn page(context: &Context<'_>, index: usize, path: &str) -> Result<String, Diagnostic> {
    let situation = Situation::ALL[index];
    let records = &context.site.index.situations[index];
    let communes = records.communes.iter().filter_map(|(insee, count)| {
        let commune = crate::geo::communes().by_insee(*insee)?;
        let link = context.link(context.content(commune.name()), &commune_path(commune));
        Some(link.counting(*count))
    });
    let intro = format!("situations.{}.intro", situation.code);
    let view = View {
        intro: context.here(context.t.get(&intro)),
        count: records.all.len(),
        cards: card::all(context, records.all.iter().copied().take(MOST))?,
        left: records.all.len().saturating_sub(MOST),
        dates: dates(context, situation),
        communes: communes.take(COMMUNES).collect(),
        others: links(context, Some(index)),
    };
    let frame = Frame::new(context, path, title(context, situation))
        .described(Some(&view.intro))
        .crumb(context.link(
            context.here(context.t.get("situations.title")),
            "/situations/",
        ));
    finish(context, "situation.html", &frame, &view)
}

/// The situations to which something answers, but one; last the numbers for emergencies.
pub(super) fn links(context: &Context<'_>, but: Option<usize>) -> Vec<Link> {
    let counts = context
        .site
        .index
        .situations
        .iter()
        .map(|records| records.all.len());
    let all = Situation::ALL.into_iter().zip(counts).enumerate();
    let told = all.filter(|(index, (_, count))| *count > 0 && Some(*index) != but);
    let links = told.map(|(_, (situation, count))| {
        context
            .link(title(context, situation), &situation.path())
            .counting(count)
    });
    let urgent = context.link(
        context.here(context.t.get("situations.urgence")),
        "/urgence/",
    );
    links.chain([urgent]).collect()
}

fn title(context: &Context<'_>, situation: Situation) -> Said {
    context.here(context.t.get(&format!("situations.{}", situation.code)))
}

fn dates(context: &Context<'_>, situation: Situation) -> Vec<Link> {
    let holidays = context.site.index.agenda.holidays.len();
    let all: Vec<Dates> = match situation.code {
        "samedi" => vec![Dates::Weekday(jiff::civil::Weekday::Saturday)],
        "mercredi" => vec![Dates::Weekday(jiff::civil::Weekday::Wednesday)],
        "vacances" => (0..holidays).map(Dates::Holiday).collect(),
        _ => Vec::new(),
    };
    let link = |dates: &Dates| Some(context.link(name(context, dates), &dates.path(context.site)?));
    all.iter().filter_map(link).collect()
}
