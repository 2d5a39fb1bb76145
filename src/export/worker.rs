//! The service worker, `/sw.js`: the theme's, after a line that says which build it is of and what it begins with.

use serde_json::json;

use super::ExportError;
use crate::model::{Output, UrlPath};
use crate::site::{OFFLINE, Site};

/// The worker among the theme's files.
const WORKER: &str = "horsligne/worker.js";

/// The endings of what pages need of the theme.
const NEEDED: [&str; 3] = [".css", ".js", ".svg"];

pub(super) fn outputs(site: &Site) -> Result<Vec<Output>, ExportError> {
    // A theme without it has no copies.
    let Some(worker) = site.theme.asset_bytes(site.sources(), WORKER) else {
        return Ok(Vec::new());
    };
    let needed = |name: &str| name != WORKER && NEEDED.iter().any(|end| name.ends_with(end));
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
    bytes.extend(worker);
    Ok(UrlPath::new("/sw.js")
        .map(|path| Output { path, bytes })
        .into_iter()
        .collect())
}
