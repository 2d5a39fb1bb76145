//! What changes what a parent will find: closed, suspended, full, moved.

use serde::Serialize;

use crate::model::directory::State;
use crate::model::values::PartialDate;
use crate::render::context::{Context, Said};

/// A state, as the page says it above all else.
#[derive(Serialize)]
pub(super) struct StateView {
    title: Said,
    reason: Option<Said>,
    instead: Option<Instead>,
}

#[derive(Serialize)]
struct Instead {
    name: Said,
    href: String,
}

/// « Complet jusqu'au 18 décembre »; none where it is over.
pub(in crate::render) fn state_title(context: &Context<'_>, state: &State) -> Option<Said> {
    let today = context.site.guide.today;
    if state.until.is_some_and(|until| until < today) {
        return None;
    }
    let from = state.from.filter(|from| *from > today);
    let kind = context.term(&state.kind);
    let date = |day| context.partial_date(PartialDate::Day(day));
    let dates = match (from, state.until) {
        (None, None) => return Some(kind),
        (Some(from), None) => context.t.fill("state.from", &[("date", &date(from))]),
        (None, Some(until)) => context.t.fill("state.until", &[("date", &date(until))]),
        (Some(from), Some(until)) => context.t.fill(
            "state.between",
            &[("from", &date(from)), ("to", &date(until))],
        ),
    };
    Some(Said {
        text: format!("{} {dates}", kind.text),
        attrs: kind.attrs,
    })
}

pub(super) fn view(context: &Context<'_>, state: &State) -> Option<StateView> {
    let instead = state
        .replaced_by
        .as_ref()
        .and_then(|record| context.site.guide.index(record.id()))
        .and_then(|index| {
            let name = context.title(context.entry(index));
            Some(Instead {
                name,
                href: context.record_href(index)?,
            })
        });
    Some(StateView {
        title: state_title(context, state)?,
        reason: state
            .reason
            .as_deref()
            .map(|reason| context.content(reason)),
        instead,
    })
}
