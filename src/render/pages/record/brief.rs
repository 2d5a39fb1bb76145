//! What is said of a record where it stands among others on paper: the block of five seconds, and no more.

use serde::Serialize;

use super::{facts, state, verified};
use crate::render::card;
use crate::render::context::{Context, Said};

/// A record among others.
#[derive(Serialize)]
pub(in crate::render::pages) struct Brief {
    kind: &'static str,
    label: Said,
    example: bool,
    pub(in crate::render::pages) title: Said,
    summary: Option<Said>,
    state: Option<state::StateView>,
    facts: Vec<facts::Fact>,
    call: Option<facts::Call>,
    verified: Option<Said>,
}

/// The brief of a directory record; none for another.
pub(in crate::render::pages) fn brief(context: &Context<'_>, index: usize) -> Option<Brief> {
    let entry = context.entry(index);
    let directory = entry.directory()?;
    Some(Brief {
        kind: card::kind_class(entry.record.kind),
        label: card::label(context, index),
        example: entry.standing.example,
        title: context.title(entry),
        summary: context.summary(entry),
        state: directory
            .state
            .as_ref()
            .and_then(|state| state::view(context, state)),
        // Only a page that is read on a screen says what is open now.
        facts: facts::all(context, entry, directory, None),
        call: facts::call(context, directory),
        verified: verified::line(context, entry),
    })
}
