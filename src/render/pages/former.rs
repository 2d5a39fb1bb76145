//! Addresses that lead elsewhere.

use minijinja::Value;
use serde::Serialize;

use super::finish;
use crate::diag::Diagnostic;
use crate::render::card;
use crate::render::context::{Context, Said};
use crate::render::frame::Frame;

#[derive(Serialize)]
struct Moved {
    url: String,
    href: String,
    name: Said,
}

/// A former name of a record.
pub(super) fn moved(context: &Context<'_>, entry: usize, path: &str) -> Result<String, Diagnostic> {
    let present = context.site.address(entry).unwrap_or("/");
    let discreet = context.entry(entry).standing.discreet;
    let name = if discreet {
        context.here(context.t.get("discreet.title"))
    } else {
        context.title(context.entry(entry))
    };
    let mut frame = Frame::new(context, path, name.clone());
    frame.noindex = true;
    let view = Moved {
        url: context.site.url(context.language, present),
        href: context.href(present),
        name,
    };
    finish(context, "moved.html", &frame, &view)
}

#[derive(Serialize)]
struct Gone {
    reason: Option<Said>,
    cards: Vec<Value>,
}

/// An address that is gone.
pub(super) fn gone(context: &Context<'_>, gone: usize, path: &str) -> Result<String, Diagnostic> {
    let guide = &context.site.guide;
    let gone = &guide.config.gone[gone];
    let near = gone
        .replaced_by
        .as_ref()
        .and_then(|record| guide.index(record.id()))
        .filter(|entry| context.site.address(*entry).is_some());
    let view = Gone {
        reason: gone.reason.as_deref().map(|reason| context.content(reason)),
        cards: card::all(context, near)?,
    };
    let mut frame = Frame::new(context, path, context.here(context.t.get("gone.title")));
    frame.noindex = true;
    finish(context, "gone.html", &frame, &view)
}
