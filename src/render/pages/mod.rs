//! The views of pages: one file for each page type, and its template.

mod agenda;
mod communes;
mod data;
mod edition;
mod embeds;
mod former;
mod groups;
mod home;
mod lists;
mod maps;
mod my_list;
mod notices;
mod record;
mod search;
mod situations;
mod topics;
mod urgent;

use minijinja::context as values;
use serde::Serialize;

use super::context::{Context, value};
use super::frame::{self, Frame};
use crate::diag::Diagnostic;
use crate::site::Page;

pub(super) use record::state_title;

/// Renders a page; `path` is its own, without the language's prefix.
pub(super) fn render(context: &Context<'_>, page: &Page, path: &str) -> Result<String, Diagnostic> {
    match page {
        Page::Home => home::page(context, path),
        Page::Search => search::page(context, path),
        Page::Agenda => agenda::page(context, path),
        Page::Dates(dates) => agenda::dates(context, dates, path),
        Page::Urgent => urgent::page(context, path),
        Page::Legal => notices::legal(context, path),
        Page::Accessibility => notices::accessibility(context, path),
        Page::Data => data::page(context, path),
        Page::Embeds => embeds::all(context, path),
        Page::Embed(embed) => embeds::page(context, embed, path),
        Page::Edition(edition) => edition::page(context, edition, path),
        Page::MyList => my_list::page(context, path),
        Page::Offline => notices::offline(context, path),
        Page::NotFound => notices::not_found(context, path),
        Page::Record(entry) => record::page(context, *entry, path),
        Page::List(facet, number) => lists::page(context, facet, *number, path),
        Page::Topics(topics) => topics::page(context, *topics, path),
        Page::Situations => situations::all(context, path),
        Page::Situation(index) => situations::page(context, *index, path),
        Page::Partners => groups::partners(context, path),
        Page::Territories => groups::territories(context, path),
        Page::Articles => groups::articles(context, None, path),
        Page::Section(section) => groups::articles(context, Some(section), path),
        Page::Communes => communes::all(context, path),
        Page::Commune(insee) => communes::page(context, *insee, path),
        Page::Moved(entry) => former::moved(context, *entry, path),
        Page::Gone(gone) => former::gone(context, *gone, path),
    }
}

/// Renders a template with the frame and the view of a page.
fn finish(
    context: &Context<'_>,
    template: &str,
    frame: &Frame,
    view: &impl Serialize,
) -> Result<String, Diagnostic> {
    let t = context.strings();
    let site = frame::shared(context)?;
    context.site.theme.render(
        template,
        values! { t, site, page => value(frame), it => value(view) },
    )
}
