//! The client's modules as they are served: joined, made small, in a folder named by their content.

use super::shards;
use crate::text::script::{self, Fault};
use crate::text::tongue::Tongue;

/// The modules of the client that are exported: the stable one; those that are loaded when they are needed, which
/// import nothing; then those of the core, each after those it imports.
const MODULES: [&str; 19] = [
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

/// What stands in the place of `words.js` and `stem.js` where another language is searched.
const TONGUES: [&str; 6] = [
    "ar/stem.js",
    "ar/words.js",
    "de/stem.js",
    "de/words.js",
    "en/stem.js",
    "en/words.js",
];

/// The names of all modules.
pub fn modules() -> impl Iterator<Item = &'static str> + Clone {
    MODULES.into_iter().chain(TONGUES)
}

/// One module of the browser client, as the theme has it.
#[derive(Debug, Clone, Copy)]
pub struct Module<'a> {
    /// Its file name, one of [`modules`].
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// How many of [`MODULES`] are no part of the core: the stable one and those that stand alone.
const ALONE: usize = 7;

/// How `client.js` names its core before it is exported.
const CORE: &str = "./core.js";

/// Tells Chromium that nearly all functions of the core are called by a first question: it compiles them while the
/// core is loaded, beside the page's own thread, instead of each in the middle of an answer.
const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// The client as it is served.
#[derive(Debug, Clone, Default)]
pub struct Client {
    folder: String,
    /// The core for each analysis of the site's languages.
    cores: Vec<(Tongue, String)>,
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
    /// Makes the client of its modules, with a core for each analysis; the first module is told where the core is.
    pub fn new(modules: &[Module<'_>], tongues: &[Tongue]) -> Result<Client, ClientFault> {
        let named = |names: &[&str]| -> Vec<Module<'_>> {
            let found = names
                .iter()
                .filter_map(|name| modules.iter().find(|module| module.name == *name));
            found.copied().collect()
        };
        let core = |tongue: &Tongue| {
            let own = |name: &str| {
                let own = format!("{}/{name}", tongue.code());
                modules.iter().find(|module| module.name == own).copied()
            };
            let shared = named(&MODULES[ALONE..]).into_iter();
            let core: Vec<Module<'_>> = shared
                .map(|module| own(module.name).unwrap_or(module))
                .collect();
            Ok((*tongue, format!("{EAGER}{}", whole(&core)?)))
        };
        let cores: Vec<(Tongue, String)> = tongues
            .iter()
            .map(core)
            .collect::<Result<_, ClientFault>>()?;
        let mut texts = Vec::new();
        for module in named(&MODULES[1..ALONE]) {
            texts.push((module.name, whole(&[module])?));
        }
        let all: Vec<&str> = cores
            .iter()
            .map(|(_, text)| text.as_str())
            .chain(texts.iter().map(|(_, text)| text.as_str()))
            .collect();
        let folder = shards::hash(&all);
        let mut files: Vec<(String, String)> = texts
            .into_iter()
            .map(|(name, text)| (format!("{folder}/{name}"), text))
            .collect();
        let path = format!("./{folder}/core.js");
        for module in named(&MODULES[..1]) {
            let text = script::minify(&module.text.replace(CORE, &path));
            let text = text.map_err(|fault| of(module.name, fault))?;
            files.push((module.name.to_owned(), text));
        }
        Ok(Client {
            folder,
            cores,
            files,
        })
    }

    /// The path of the core from the client: `./<hash>/core.js`, and `./<hash>/core.de.js` for another language than
    /// the site's own.
    pub fn core(&self, other: Option<&str>) -> String {
        format!("./{}/{}", self.folder, core_name(other))
    }

    /// The files, each by its name below the folder of the search; `languages` are those of the site, its own first.
    pub(super) fn files<'a>(
        &'a self,
        languages: &'a [String],
    ) -> impl Iterator<Item = (String, String)> + 'a {
        let cores = languages.iter().enumerate().map(|(number, language)| {
            let name = core_name((number > 0).then_some(language.as_str()));
            let tongue = Tongue::of(language);
            let core = self.cores.iter().find(|(known, _)| *known == tongue);
            let text = core.map_or_else(String::new, |(_, text)| text.clone());
            (format!("{}/{name}", self.folder), text)
        });
        cores.chain(self.files.iter().cloned())
    }
}

fn core_name(other: Option<&str>) -> String {
    other.map_or("core.js".to_owned(), |code| format!("core.{code}.js"))
}

/// Modules as one small text.
fn whole(modules: &[Module<'_>]) -> Result<String, ClientFault> {
    // What stands in the place of another is imported by the name of that.
    let named: Vec<(&str, &str)> = modules
        .iter()
        .map(|module| {
            let name = module.name.rsplit('/').next().unwrap_or(module.name);
            (name, module.text)
        })
        .collect();
    let joined = script::join(&named).map_err(|(at, fault)| of(modules[at].name, fault))?;
    let last = modules.last().map_or("", |module| module.name);
    script::minify(&joined).map_err(|fault| of(last, fault))
}

fn of(module: &str, fault: Fault) -> ClientFault {
    ClientFault {
        module: module.to_owned(),
        fault,
    }
}
