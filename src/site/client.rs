//! The search client, made of the theme's modules.

use std::sync::OnceLock;

use super::theme::{Theme, script_fault};
use crate::diag::Report;
use crate::model::vocabulary::danger::Danger;
use crate::search::export::{ClientFault, modules};
use crate::search::{Client, Module};
use crate::source::Sources;

/// The client of a site, made when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct LazyClient(OnceLock<Client>);

impl LazyClient {
    /// The client of a theme; none where a module of the site's own has a fault, which the report tells.
    pub(super) fn new(theme: &Theme, sources: &Sources, report: &mut Report) -> Option<LazyClient> {
        let this = LazyClient::default();
        let is_own = |name: &str| theme.is_own_asset(sources, &path(name));
        // The default theme's own are sound: they need not be made to know it.
        if modules().any(is_own) {
            match made(theme, sources) {
                Ok(client) => drop(this.0.set(client)),
                Err(error) => {
                    let file = theme.asset_file(&path(&error.module))?;
                    report.push(script_fault(file, &error.fault));
                    return None;
                }
            }
        }
        Some(this)
    }

    /// The client.
    pub(super) fn get(&self, theme: &Theme, sources: &Sources) -> &Client {
        self.0
            .get_or_init(|| made(theme, sources).unwrap_or_default())
    }
}

fn path(name: &str) -> String {
    format!("recherche/{name}")
}

fn made(theme: &Theme, sources: &Sources) -> Result<Client, ClientFault> {
    let texts: Vec<(&str, String)> = modules()
        .filter_map(|name| {
            let file = theme.asset_file(&path(name))?;
            Some((name, with_patterns(name, sources.text(file))))
        })
        .collect();
    let modules: Vec<Module<'_>> = texts
        .iter()
        .map(|(name, text)| Module { name, text })
        .collect();
    Client::new(&modules)
}

/// How `danger.js` names its patterns before it is exported.
const PATTERNS: &str = "['', [], []]";

/// The module that knows what tells of danger has its patterns in it; all others are as they are.
fn with_patterns(name: &str, text: &str) -> String {
    match name {
        "danger.js" => text.replace(PATTERNS, &Danger::builtin().to_json()),
        _ => text.to_owned(),
    }
}
