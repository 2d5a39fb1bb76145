//! Imports point down the layers.

use super::{Result, Source, none, sources};

/// From the lowest to the highest, as the crate's documentation lists them.
const LAYERS: [&str; 19] = [
    "diag", "source", "text", "image", "geo", "calendar", "model", "load", "check", "search",
    "site", "render", "audit", "export", "publish", "build", "serve", "cli", "main",
];

#[test]
fn imports_point_down() -> Result {
    let mut faults = Vec::new();
    let sources = sources("src", &[".rs"])?;
    let macros: Vec<(&str, &str)> = sources.iter().flat_map(macros).collect();
    for source in &sources {
        let Some(layer) = layer_of(&source.path) else {
            continue;
        };
        let Some(own) = LAYERS.iter().position(|name| *name == layer) else {
            faults.push(format!("{}: \"{layer}\" is no layer", source.path));
            continue;
        };
        for (line, imported) in imports(source) {
            let place = format!("{}:{line}", source.path);
            let of_macro = macros.iter().find(|(name, _)| *name == imported);
            let imported = of_macro.map_or(imported.as_str(), |(_, layer)| layer);
            match LAYERS.iter().position(|name| *name == imported) {
                Some(other) if other <= own => {}
                Some(_) => faults.push(format!("{place}: {layer} must not know {imported}")),
                None => faults.push(format!("{place}: \"{imported}\" is no layer")),
            }
        }
    }
    none(faults);
    Ok(())
}

#[test]
fn upward_imports_are_seen() {
    let source = Source {
        path: String::new(),
        text: "use crate::{\n    cli::{self, x},\n    diag::Text,\n};\nfn f() { crate::serve::run() }\n// crate::nothing\nlet s = \"crate\";\n\
               use crate::text;\npub(in crate::model) fn g() {}\n"
            .to_owned(),
    };
    let found = imports(&source);
    let expected = [
        (1, "cli"),
        (1, "diag"),
        (5, "serve"),
        (8, "text"),
        (9, "model"),
    ];
    assert_eq!(found, expected.map(|(line, name)| (line, name.to_owned())));
}

/// The layer of a file: its first folder in `src`, or none for the crate's own root.
fn layer_of(path: &str) -> Option<&str> {
    let inner = path.strip_prefix("src/")?;
    let layer = inner.split('/').next()?.trim_end_matches(".rs");
    // The crate's root declares all layers; other binaries stand above them.
    (!matches!(layer, "lib" | "bin")).then_some(layer)
}

/// The macros that a file defines, each with its layer: they are named from the crate's root.
fn macros(source: &Source) -> impl Iterator<Item = (&str, &str)> {
    let layer = layer_of(&source.path);
    let definitions = source.text.split("macro_rules! ").skip(1);
    definitions.filter_map(move |definition| Some((word(definition), layer?)))
}

/// Every module of the crate that a file names, with its line.
fn imports(source: &Source) -> Vec<(usize, String)> {
    let mut text = String::new();
    for line in source.text.lines() {
        let comment = line.trim_start().starts_with("//");
        text.push_str(if comment { "" } else { line });
        text.push('\n');
    }
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        if before.is_alphanumeric() || matches!(before, '_' | '$') {
            continue;
        }
        let line = text[..at].matches('\n').count() + 1;
        let rest = &text[at + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(group) => firsts(group),
            None => vec![word(rest)],
        };
        let names = names.into_iter().filter(|name| !name.is_empty());
        found.extend(names.map(|name| (line, name.to_owned())));
    }
    found
}

/// The first name of each item of a `{…}` group, whatever is nested in the items.
fn firsts(group: &str) -> Vec<&str> {
    let mut names = vec![word(group.trim_start())];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(word(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}
