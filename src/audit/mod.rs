//! What a theme can break, found on rendered pages.
//!
//! Records are checked on their sources (`check`); here the whole page is read as a browser would:
//! language, title, one first heading, unique ids, names of images, fields, links and buttons, landmarks,
//! links that lead nowhere within the site.

mod page;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::{Diagnostic, FileId, Span, say};
use crate::render::render;
use crate::site::Site;

pub use page::{PageFault, page};

/// Renders every page of a site and tells what its theme breaks, each fault once with a page that shows it.
pub fn pages(site: &Site) -> Vec<Diagnostic> {
    let paths: Vec<_> = site
        .paths()
        .filter(|path| path.is_page() || path.as_str().ends_with(".html"))
        .collect();
    let found: Vec<(String, Result<PageFault, Diagnostic>)> = paths
        .into_par_iter()
        .flat_map_iter(|path| {
            let faults: Vec<Result<PageFault, Diagnostic>> = match render(site, path) {
                Ok(output) => page(&output.bytes, &|link| site.leads_somewhere(link))
                    .into_iter()
                    .map(Ok)
                    .collect(),
                Err(fault) => vec![Err(fault)],
            };
            faults.into_iter().map(|fault| (path.to_string(), fault))
        })
        .collect();
    let mut once: BTreeMap<(&'static str, String), (PageFault, String, usize)> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (path, fault) in found {
        match fault {
            Ok(fault) => {
                let key = (fault.code, fault.detail.clone());
                once.entry(key).or_insert((fault, path, 0)).2 += 1;
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let base = site
        .sources()
        .find("themes/guide/base.html")
        .unwrap_or(FileId(0));
    diagnostics.extend(once.into_values().map(|(fault, path, count)| {
        let (fr, en) = (
            fault.message.get(crate::diag::Language::French),
            fault.message.get(crate::diag::Language::English),
        );
        let message = say(format!("page {path} : {fr}"), format!("page {path}: {en}"));
        let diagnostic = Diagnostic::error(fault.code, Span::file(base), message);
        if count > 1 {
            diagnostic.help(say(
                format!("{count} pages sont touchées"),
                format!("{count} pages are concerned"),
            ))
        } else {
            diagnostic
        }
    }));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics
}
