//! Pages and files of a site, made one at a time: [`render`] is pure.
//!
//! A page's view is a typed struct of `pages`, serialised once for its template of the theme; what pages share
//! (the footer, a record's card) is rendered once per language and kept by the [`Site`].

mod card;
mod context;
mod feed;
mod fragment;
mod frame;
mod json_ld;
mod labels;
mod map;
mod pages;
mod price;
mod qr;
mod share;
mod time;

use crate::diag::{Diagnostic, FileId, Span, say};
use crate::model::{Output, UrlPath};
use crate::site::{Site, Target};

pub use card::card_facts;
use context::Context;

/// Renders what stands at a path of a site.
///
/// Fails with the fault of a theme's template at its line, and where nothing stands at the path or a file is gone.
pub fn render(site: &Site, path: &UrlPath) -> Result<Output, Diagnostic> {
    let Some(route) = site.route(path) else {
        return Err(missing(path, FileId(u32::MAX)));
    };
    let bytes = match &route.target {
        Target::Page(page, own) => {
            pages::render(&Context::new(site, route.language), page, own)?.into_bytes()
        }
        Target::Asset(name) => site
            .theme
            .asset_bytes(site.sources(), name)
            .ok_or_else(|| missing(path, FileId(u32::MAX)))?,
        Target::Share(share) => share::render(site, share),
        Target::Feed(feed) => feed::render(site, feed).into_bytes(),
        Target::Media(file) => site
            .media
            .bytes(site.sources(), *file)
            .ok_or_else(|| changed(*file))?,
    };
    Ok(Output {
        path: path.clone(),
        bytes,
    })
}

fn changed(file: FileId) -> Diagnostic {
    Diagnostic::error(
        "changed-file",
        Span::file(file),
        say(
            "ce fichier a changé ou disparu depuis qu'il a été lu",
            "this file has changed or gone since it was read",
        ),
    )
    .help(say(
        "attendez que la copie soit finie, puis recommencez",
        "wait until it is copied, then start again",
    ))
}

fn missing(path: &UrlPath, file: FileId) -> Diagnostic {
    Diagnostic::error(
        "missing-output",
        Span::file(file),
        say(
            format!("rien ne se trouve à l'adresse « {path} »"),
            format!("nothing stands at the address “{path}”"),
        ),
    )
}
