//! The search client, made of the theme's modules.

use std::sync::OnceLock;

use super::theme::{Theme, script_fault};
use crate::check::Guide;
use crate::diag::Report;
use crate::model::vocabulary::danger::Danger;
use crate::search::export::{ClientFault, modules};
use crate::search::{Client, Module};
use crate::source::Sources;
use crate::text::tongue::Tongue;

/// The client of a site, made when it is first asked for.
#[derive(Debug)]
pub(super) struct LazyClient {
    made: OnceLock<Client>,
    tongues: Vec<Tongue>,
}

impl LazyClient {
    /// The client of a theme; none where a module of the site's own has a fault, which the report tells.
    pub(super) fn new(
        theme: &Theme,
        sources: &Sources,
        guide: &Guide,
        report: &mut Report,
    ) -> Option<LazyClient> {
        let mut tongues: Vec<Tongue> = Vec::new();
        for tongue in guide.languages().into_iter().map(Tongue::of) {
            if !tongues.contains(&tongue) {
                tongues.push(tongue);
            }
        }
        let this = LazyClient {
            made: OnceLock::new(),
            tongues,
        };
        let is_own = |name: &str| theme.is_own_asset(sources, &path(name));
        // The default theme's own are sound: they need not be made to know it.
        if modules().any(is_own) {
            match made(theme, sources, &this.tongues) {
                Ok(client) => drop(this.made.set(client)),
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
        self.made
            .get_or_init(|| made(theme, sources, &self.tongues).unwrap_or_default())
    }
}

fn path(name: &str) -> String {
    format!("recherche/{name}")
}

fn made(theme: &Theme, sources: &Sources, tongues: &[Tongue]) -> Result<Client, ClientFault> {
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
    Client::new(&modules, tongues)
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
