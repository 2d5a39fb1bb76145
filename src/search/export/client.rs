//! The client's modules as they are served: joined, made small, in a folder named by their content.

use super::shards;
use crate::text::script::{self, Fault};

/// The modules of the client that are exported: the stable one; those that are loaded when they are needed, which
/// import nothing; then those of the core, each after those it imports.
pub const MODULES: [&str; 19] = [
    "client.js",
    "danger.js",
    "facets.js",
    "offers.js",
    "sorting.js",
    "spelling.js",
    "suggest.js",
    "words.js",
    "stem.js",
    "analysis.js",
    "grammar.js",
    "codec.js",
    "plan.js",
    "reader.js",
    "lighten.js",
    "meet.js",
    "rank.js",
    "shards.js",
    "core.js",
];

/// One module of the browser client, as the theme has it.
#[derive(Debug, Clone, Copy)]
pub struct Module<'a> {
    /// Its file name, one of [`MODULES`].
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// How many of [`MODULES`] are no part of the core: the stable one and those that stand alone.
const ALONE: usize = 7;

/// How `client.js` names its core before it is exported.
const CORE: &str = "./core.js";

/// The client as it is served.
#[derive(Debug, Clone, Default)]
pub struct Client {
    core: String,
    files: Vec<(String, String)>,
}

/// Why a module of the client can't be served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientFault {
    /// The name of the module.
    pub module: String,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Client {
    /// Makes the client of its modules; the first of them is told where the core is.
    pub fn new(modules: &[Module<'_>]) -> Result<Client, ClientFault> {
        let named = |names: &[&str]| -> Vec<(&str, &str)> {
            let found = names
                .iter()
                .filter_map(|name| modules.iter().find(|module| module.name == *name));
            found.map(|module| (module.name, module.text)).collect()
        };
        let mut texts = vec![("core.js", whole(&named(&MODULES[ALONE..]))?)];
        for module in named(&MODULES[1..ALONE]) {
            texts.push((module.0, whole(&[module])?));
        }
        let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
        let folder = shards::hash(&all);
        let core = format!("./{folder}/core.js");
        let mut files: Vec<(String, String)> = texts
            .into_iter()
            .map(|(name, text)| (format!("{folder}/{name}"), text))
            .collect();
        for (name, text) in named(&MODULES[..1]) {
            let text =
                script::minify(&text.replace(CORE, &core)).map_err(|fault| of(name, fault))?;
            files.push((name.to_owned(), text));
        }
        Ok(Client { core, files })
    }

    /// The path of the core from the client: `./<hash>/core.js`.
    pub fn core(&self) -> &str {
        &self.core
    }

    /// The files, each by its name below the folder of the search.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, String)> {
        self.files.iter().cloned()
    }
}

/// Modules as one small text.
fn whole(modules: &[(&str, &str)]) -> Result<String, ClientFault> {
    let joined = script::join(modules).map_err(|(at, fault)| of(modules[at].0, fault))?;
    script::minify(&joined).map_err(|fault| of(modules[modules.len() - 1].0, fault))
}

fn of(module: &str, fault: Fault) -> ClientFault {
    ClientFault {
        module: module.to_owned(),
        fault,
    }
}
