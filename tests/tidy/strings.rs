//! What parents read stands in `themes/guide/strings/`: none missing, none unused, all sorted.
//!
//! A template names a string as `t("key")`; `t("key", n)` stands for `key.one` and `key.other`;
//! `strings("prefix.")` hands all strings below a prefix to a script; a literal that ends with a dot,
//! `"kind." ~ record.kind`, uses every key below it.

use std::collections::BTreeSet;

use super::{Result, Source, none, sources};

const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

#[test]
fn strings_are_used_and_there() -> Result {
    let keys = keys("fr")?;
    let templates = sources("themes/guide", &[".html", ".xml", ".txt", ".svg"])?;
    let templates: Vec<Source> = templates
        .into_iter()
        .filter(|source| !source.path.starts_with("themes/guide/strings/"))
        .collect();
    let mut named = BTreeSet::new();
    let mut faults = Vec::new();
    for source in &templates {
        for called in called(&source.text) {
            let there = keys.iter().any(|key| covers(&called, key));
            if !there {
                faults.push(format!("{}: no string \"{called}\"", source.path));
            }
        }
        named.extend(quoted(&source.text));
    }
    for source in sources("src", &[".rs"])? {
        named.extend(quoted(&source.text));
    }
    for key in &keys {
        if !named.iter().any(|name| covers(name, key)) {
            faults.push(format!(
                "themes/guide/strings/fr.yml: \"{key}\" is not used"
            ));
        }
    }
    none(faults);
    Ok(())
}

#[test]
fn languages_have_the_same_strings() -> Result {
    let stems = |keys: &[String]| keys.iter().map(|key| stem(key).to_owned()).collect();
    let french: BTreeSet<String> = stems(&keys("fr")?);
    let mut faults = Vec::new();
    for source in sources("themes/guide/strings", &[".yml"])? {
        let path = &source.path;
        let listed = listed(&source)?;
        let unsorted = listed.windows(2).filter(|pair| pair[0] >= pair[1]);
        faults.extend(
            unsorted.map(|pair| format!("{path}: \"{}\" stands before \"{}\"", pair[0], pair[1])),
        );
        let own: BTreeSet<String> = stems(&listed);
        faults.extend(
            french
                .difference(&own)
                .map(|key| format!("{path}: \"{key}\" is missing")),
        );
        faults.extend(
            own.difference(&french)
                .map(|key| format!("{path}: \"{key}\" is not in fr.yml")),
        );
    }
    none(faults);
    Ok(())
}

#[test]
fn names_in_templates_are_seen() {
    let text = r#"{{ t("a.b") }} {{ t('c', n) }} {{ strings("search.") }} {{ t("kind." ~ k) }} {{ part("x") }}"#;
    assert_eq!(called(text), ["a.b", "c", "search.", "kind."]);
    assert_eq!(quoted("\"a.b\" \"not this\" 'it' l'eau"), ["a.b", "it"]);
    assert!(covers("c", "c.one") && covers("search.", "search.none") && covers("a.b", "a.b"));
    assert!(!covers("c", "c.one.two") && !covers("search", "search.none"));
}

/// Whether a name in a template stands for a key.
fn covers(name: &str, key: &str) -> bool {
    key == name
        || (name.ends_with('.') && key.starts_with(name))
        || (key != stem(key) && name == stem(key))
}

/// A key without its plural form.
fn stem(key: &str) -> &str {
    match key.rsplit_once('.') {
        Some((stem, form)) if PLURALS.contains(&form) => stem,
        _ => key,
    }
}

/// The first arguments of the functions that give strings.
fn called(text: &str) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for function in ["t(", "tn(", "strings("] {
        for (at, _) in text.match_indices(function) {
            let whole = text[..at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '.');
            let argument = text[at + function.len()..].trim_start();
            if let (true, Some(literal)) = (whole, literal(argument)) {
                found.push((at, literal.to_owned()));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// All literals that could be keys or prefixes of keys; `"age.{code}"` is the prefix `age.`.
fn quoted(text: &str) -> Vec<String> {
    let openings = text.char_indices().filter(|(_, c)| matches!(c, '"' | '\''));
    let literals = openings
        .filter_map(|(at, _)| literal(&text[at..]))
        .map(|literal| match literal.split_once(".{") {
            Some((prefix, _)) => &literal[..prefix.len() + 1],
            None => literal,
        });
    let keys = literals.filter(|literal| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        !literal.is_empty() && literal.chars().all(plain)
    });
    keys.map(str::to_owned).collect()
}

/// The text of a literal that stands at the beginning.
fn literal(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = &text[1..];
    Some(&inner[..inner.find(quote)?])
}

fn keys(language: &str) -> Result<Vec<String>> {
    let path = format!("themes/guide/strings/{language}.yml");
    let text = std::fs::read_to_string(super::root().join(&path))
        .map_err(|error| format!("{path}: {error}"))?;
    listed(&Source { path, text })
}

/// The keys of a file of strings, in their order: a flat mapping of texts.
fn listed(source: &Source) -> Result<Vec<String>> {
    let mapping: serde_yaml::Mapping =
        serde_yaml::from_str(&source.text).map_err(|error| format!("{}: {error}", source.path))?;
    let entries = mapping
        .iter()
        .map(|(key, value)| match (key.as_str(), value.as_str()) {
            (Some(key), Some(_)) => Ok(key.to_owned()),
            _ => Err(format!("{}: {key:?} is not a text", source.path).into()),
        });
    entries.collect()
}
