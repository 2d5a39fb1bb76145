//! What a theme can break, found on rendered pages and in its colours.
//!
//! Records are checked on their sources (`check`); here the whole page is read as a browser would:
//! language, title, headings, unique ids, names of images, fields, links and buttons, landmarks,
//! links that lead nowhere within the site. A fault is told at the line of the template that writes it,
//! where the tag as it is rendered shows which that is.

mod contrast;
mod origin;
mod page;
mod seen;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Language, say};
use crate::model::UrlPath;
use crate::render::render;
use crate::site::Site;

use origin::Origin;

pub use page::page;
pub use seen::{Expected, PageFault};

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
                Ok(output) => {
                    let expected = Expected {
                        language: Some(language(site, path)),
                        leads_somewhere: &|link| site.leads_somewhere(link),
                    };
                    let faults = page(&output.bytes, &expected);
                    faults.into_iter().map(Ok).collect()
                }
                Err(fault) => vec![Err(fault)],
            };
            faults.into_iter().map(|fault| (path.to_string(), fault))
        })
        .collect();
    let mut once: BTreeMap<(&'static str, String), (PageFault, String, usize)> = BTreeMap::new();
    let mut diagnostics = contrast::faults(site.sources(), site.guide.config.theme_name());
    for (path, fault) in found {
        match fault {
            Ok(fault) => {
                let key = (fault.code, fault.detail.clone());
                once.entry(key).or_insert((fault, path, 0)).2 += 1;
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let origin = Origin::new(site.sources(), site.guide.config.theme_name());
    let told = once
        .into_values()
        .map(|(fault, path, count)| tell(&fault, &path, count, &origin));
    diagnostics.extend(told);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.dedup();
    diagnostics
}

fn tell(fault: &PageFault, path: &str, count: usize, origin: &Origin<'_>) -> Diagnostic {
    let (fr, en) = (
        fault.message.get(Language::French),
        fault.message.get(Language::English),
    );
    let message = say(format!("page {path} : {fr}"), format!("page {path}: {en}"));
    let diagnostic = Diagnostic::error(fault.code, origin.of(&fault.tag), message);
    if count > 1 {
        diagnostic.help(say(
            format!("{count} pages sont touchées"),
            format!("{count} pages are concerned"),
        ))
    } else {
        diagnostic
    }
}

/// The language that a page is to say: that of its address.
fn language<'s>(site: &'s Site, path: &UrlPath) -> &'s str {
    let of_path = site.languages.iter().find(|language| {
        let rest = path.as_str().strip_prefix(language.prefix());
        !language.prefix().is_empty() && rest.is_some_and(|rest| rest.starts_with('/'))
    });
    &of_path.unwrap_or(&site.languages[0]).code
}
