//! Scripts as pages load them: small, and whole where each module within would cost a round trip more.
//!
//! A module is served within the one that imports it, where no other does, now or later, and both lie in one folder;
//! what several import stays a file of its own, and so do those that import it. Each is served by its own name as well.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::text::script::{Imports, imports, join, minify};

/// The modules within each script that has some, in the order in which they run; made when first asked for.
#[derive(Default)]
pub(super) struct Scripts {
    within: OnceLock<BTreeMap<Box<str>, Vec<Box<str>>>>,
}

impl Scripts {
    /// A script as it is served; `all` are the theme's by name.
    pub(super) fn served(&self, name: &str, all: &BTreeMap<&str, &str>) -> String {
        let own = all.get(name).copied().unwrap_or_default();
        let within = self.within.get_or_init(|| within(all));
        let joined = within.get(name).and_then(|inner| {
            let names = inner.iter().map(|inner| &**inner).chain([name]);
            let modules: Vec<(&str, &str)> = names
                .filter_map(|name| Some((file(name), *all.get(name)?)))
                .collect();
            minify(&join(&modules).ok()?).ok()
        });
        // The default theme's scripts are sound, and a fault of another's was told.
        joined.unwrap_or_else(|| minify(own).unwrap_or_else(|_| own.to_owned()))
    }
}

/// What each script holds of others.
fn within(texts: &BTreeMap<&str, &str>) -> BTreeMap<Box<str>, Vec<Box<str>>> {
    let mut imported: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    // Twice in the list of a module that both needs another at once and asks for it later.
    let mut importers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, text) in texts {
        let Imports { before, later } = imports(text);
        let before = named(name, &before);
        for one in named(name, &later).into_iter().chain(before.clone()) {
            importers.entry(one).or_default().push(name);
        }
        imported.insert(name, before);
    }
    let importers = &importers;
    let whole = |name: &str| {
        let mut inner = Vec::new();
        let is_whole = gather(&mut vec![name], &imported, importers, &mut inner);
        (is_whole && !inner.is_empty()).then(|| (name.into(), inner))
    };
    imported.keys().filter_map(|name| whole(name)).collect()
}

/// Puts what the last script of a trail of imports needs before it into a list; whether all of it can stand within it.
fn gather<'a>(
    trail: &mut Vec<&'a str>,
    imported: &'a BTreeMap<&'a str, Vec<String>>,
    importers: &BTreeMap<String, Vec<&str>>,
    into: &mut Vec<Box<str>>,
) -> bool {
    let Some(&name) = trail.last() else {
        return true;
    };
    imported.get(name).into_iter().flatten().all(|inner| {
        let is_own = importers.get(inner).is_some_and(|all| all.len() == 1);
        let is_circle = trail.contains(&inner.as_str());
        if !is_own || is_circle || folder(inner) != folder(name) {
            return false;
        }
        trail.push(inner);
        let fits = gather(trail, imported, importers, into);
        trail.pop();
        into.push(inner.as_str().into());
        fits
    })
}

/// The names of imported modules from the theme's folder on.
fn named(name: &str, paths: &[String]) -> Vec<String> {
    let own = folder(name);
    paths
        .iter()
        .map(|path| match path.strip_prefix("./") {
            Some(rest) => format!("{own}{rest}"),
            None => path.clone(),
        })
        .collect()
}

/// The folder of a script, with its slash.
fn folder(name: &str) -> &str {
    &name[..name.len() - file(name).len()]
}

fn file(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [(&str, &str); 7] = [
        (
            "a/box.js",
            "import { card } from './results.js';\nimport { read } from './address.js';\nawait card(read());\n",
        ),
        (
            "a/results.js",
            "import { one } from './card.js';\nexport const card = one;\n",
        ),
        ("a/card.js", "export const one = (text) => text;\n"),
        ("a/address.js", "export const read = () => 'x';\n"),
        ("a/list.js", "import { add } from './store.js';\nadd();\n"),
        (
            "a/buttons.js",
            "import { add } from './store.js';\nadd();\n",
        ),
        ("a/store.js", "export const add = () => {};\n"),
    ];

    #[test]
    fn what_one_script_imports_alone_stands_within_it() {
        let texts: BTreeMap<&str, &str> = TEXTS.into();
        let within = within(&texts);
        let inner = |name: &str| within.get(name).map(|all| all.join(" "));
        assert_eq!(
            inner("a/box.js").as_deref(),
            Some("a/address.js a/card.js a/results.js")
        );
        assert_eq!(inner("a/results.js").as_deref(), Some("a/card.js"));
        assert_eq!(inner("a/list.js"), None);
        let mut asked = texts.clone();
        asked.insert("a/later.js", "import('./card.js');\n");
        assert_eq!(super::within(&asked).get("a/box.js"), None);
        let served = Scripts::default().served("a/box.js", &texts);
        assert!(
            !served.contains("import") && served.contains("await"),
            "{served}"
        );
    }

    #[test]
    fn modules_that_import_each_other_stay_apart() {
        let texts = BTreeMap::from([
            (
                "one.js",
                "import { b } from './two.js';\nexport const a = () => b;\n",
            ),
            (
                "two.js",
                "import { a } from './one.js';\nexport const b = () => a;\n",
            ),
            (
                "self.js",
                "import { c } from './self.js';\nexport const d = c;\nexport const c = 1;\n",
            ),
        ]);
        assert_eq!(within(&texts), BTreeMap::new());
    }
}
