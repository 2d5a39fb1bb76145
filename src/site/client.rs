//! The modules of the search client, as the theme has them.

use super::Site;
use crate::model::vocabulary::danger::Danger;
use crate::search::Module;
use crate::search::export::{MODULES, core_path};

/// The texts of the modules that answer questions in the browser, by name; empty where the theme has none.
pub fn client_modules(site: &Site) -> Vec<(&'static str, String)> {
    let text = |name: &&'static str| {
        let path = format!("recherche/{name}");
        let bytes = site.theme.asset_bytes(site.sources(), &path)?;
        let text = String::from_utf8(bytes).ok()?;
        Some((*name, with_patterns(name, text)))
    };
    MODULES.iter().filter_map(text).collect()
}

/// How `danger.js` names its patterns before it is exported.
const PATTERNS: &str = "['', [], []]";

/// The module that knows what tells of danger has its patterns in it; all others are as they are.
fn with_patterns(name: &str, text: String) -> String {
    match name {
        "danger.js" => text.replace(PATTERNS, &Danger::builtin().to_json()),
        _ => text,
    }
}

/// The path of the client's core from `/recherche/client.js`, so that a page may load both at once.
pub fn client_core(site: &Site) -> String {
    let texts = client_modules(site);
    let modules: Vec<Module<'_>> = texts
        .iter()
        .map(|(name, text)| Module { name, text })
        .collect();
    core_path(&modules)
}
