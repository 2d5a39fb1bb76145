//! The service worker, `/sw.js`: the theme's, after a line that says which build it is of and what it begins with.

use serde_json::json;

use super::File;
use crate::model::UrlPath;
use crate::search::export::modules;
use crate::site::{OFFLINE, Site};

/// The worker among the theme's files.
const WORKER: &str = "horsligne/worker.js";

/// The endings of what pages need of the theme.
const NEEDED: [&str; 3] = [".css", ".js", ".svg"];

pub(super) fn files(site: &Site) -> Vec<File<'_>> {
    // A theme without it has no copies.
    let path = UrlPath::new("/sw.js").filter(|_| site.theme.asset(WORKER).is_some());
    let file = |path| File::new(path, |to| to.write_all(&script(site)));
    path.map(file).into_iter().collect()
}

fn script(site: &Site) -> Vec<u8> {
    // The modules of the search are served beside its index, joined.
    let is_joined = |name: &str| {
        let module = name.strip_prefix("recherche/");
        module.is_some_and(|module| modules().any(|known| known == module))
    };
    let needed = |name: &str| {
        name != WORKER && !is_joined(name) && NEEDED.iter().any(|end| name.ends_with(end))
    };
    let files: Vec<String> = site
        .theme
        .assets()
        .filter(|(name, _)| needed(name))
        .map(|(_, path)| site.href(0, path.as_str()))
        .collect();
    let fallbacks: Vec<String> = (0..site.languages.len())
        .map(|language| site.href(language, OFFLINE))
        .collect();
    let settings = json!({
        "version": site.version(),
        "root": site.href(0, "/"),
        "files": files,
        "fallbacks": fallbacks,
    });
    let mut bytes = format!("const SITE = {settings};\n").into_bytes();
    bytes.extend(
        site.theme
            .asset_bytes(site.sources(), WORKER)
            .unwrap_or_default(),
    );
    bytes
}
