//! The next days.

use serde::Serialize;

use super::finish;
use super::record::{Session, session};
use crate::diag::Diagnostic;
use crate::render::context::{Context, upper_first};
use crate::render::frame::Frame;

/// How many dates of a day are shown; what is more is counted.
const PER_DAY: usize = 60;

#[derive(Serialize)]
struct Agenda {
    period: String,
    days: Vec<Day>,
}

#[derive(Serialize)]
struct Day {
    iso: String,
    short: String,
    number: i8,
    name: String,
    sessions: Vec<Session>,
    left: usize,
}

pub(super) fn page(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let days = &context.site.index.agenda;
    let day = |(date, appointments): &(jiff::civil::Date, Vec<crate::site::Appointment>)| Day {
        iso: date.to_string(),
        short: context.short_day(*date).to_owned(),
        number: date.day(),
        name: upper_first(&context.day_and_month(*date)),
        sessions: appointments
            .iter()
            .take(PER_DAY)
            .map(|one| session(context, one.entry, one.when).without_day())
            .collect(),
        left: appointments.len().saturating_sub(PER_DAY),
    };
    let period = match (days.first(), days.last()) {
        (Some((first, _)), Some((last, _))) => context.t.fill(
            "agenda.period",
            &[
                ("from", &context.date(*first)),
                ("to", &context.date(*last)),
            ],
        ),
        _ => String::new(),
    };
    let view = Agenda {
        period,
        days: days.iter().map(day).collect(),
    };
    let frame =
        Frame::new(context, path, context.here(context.t.get("menu.agenda"))).section("agenda");
    finish(context, "agenda.html", &frame, &view)
}
