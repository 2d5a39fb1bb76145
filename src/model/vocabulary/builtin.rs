//! The built-in lists: YAML files of our own, read once.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;

use crate::text::yaml::from_ours;

use super::{Entry, List, Vocabulary};

#[derive(RustEmbed)]
#[folder = "src/model/vocabulary/data/"]
struct Files;

/// Lists that are not lists of codes: they are read by whoever needs them.
const OTHER_FILES: &[&str] = &["numeros", "acronymes"];

impl Vocabulary {
    /// The built-in vocabulary.
    pub fn builtin() -> Vocabulary {
        let mut lists = BTreeMap::new();
        for path in Files::iter() {
            let Some(name) = path
                .strip_suffix(".yml")
                .filter(|name| !OTHER_FILES.contains(name))
            else {
                continue;
            };
            lists.insert(name.into(), read_list(&text_of(name), name));
        }
        Vocabulary { lists }
    }
}

/// The text of the built-in emergency numbers, in the form of `content/numeros.yml`.
pub fn builtin_numbers() -> String {
    text_of("numeros")
}

/// The built-in acronyms.
pub fn builtin_acronyms() -> BTreeMap<String, Acronym> {
    // A file of ours, which a test reads.
    from_ours(&text_of("acronymes")).expect("the built-in acronyms are valid")
}

/// What an acronym stands for.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acronym {
    /// The words.
    #[serde(rename = "libelle")]
    pub label: String,
    /// Whether its letters in lower case are a word as well (« pré », « pif »).
    #[serde(rename = "mot", default)]
    pub word: bool,
    /// Whether the body or word is no longer in use.
    #[serde(rename = "ancien", default)]
    pub former: bool,
    /// What took its place.
    #[serde(rename = "remplace_par", default)]
    pub replaced_by: Vec<String>,
}

fn text_of(name: &str) -> String {
    let file = Files::get(&format!("{name}.yml"));
    file.map(|file| String::from_utf8_lossy(&file.data).into_owned())
        .unwrap_or_default()
}

/// Reads a list and keeps the order in which it is written.
fn read_list(text: &str, name: &str) -> List {
    let mut entries: BTreeMap<String, Entry> = match from_ours(text) {
        Ok(entries) => entries,
        // A file of ours, which a test reads: it can't be wrong in a binary that passed.
        Err(error) => panic!("the built-in list {name} is not valid: {error}"),
    };
    let mut list = List::default();
    for line in text
        .lines()
        .filter(|line| !line.starts_with([' ', '#', '-']))
    {
        let Some((code, _)) = line.split_once(':') else {
            continue;
        };
        if let Some(entry) = entries.remove(code.trim_matches(['"', '\''])) {
            list.set(code.trim_matches(['"', '\'']), entry);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_file_is_read_whole_and_in_order() {
        let vocabulary = Vocabulary::builtin();
        let themes: Vec<_> = vocabulary
            .list("themes")
            .unwrap()
            .iter()
            .map(|(code, _)| code)
            .collect();
        assert_eq!(themes[..3], ["allaitement", "portage", "massage-bebe"]);
        for path in Files::iter() {
            let name = path.strip_suffix(".yml").unwrap();
            if OTHER_FILES.contains(&name) {
                continue;
            }
            let all: BTreeMap<String, Entry> = from_ours(&text_of(name)).unwrap();
            assert_eq!(
                vocabulary.list(name).unwrap().iter().count(),
                all.len(),
                "{name}"
            );
        }
        assert!(builtin_acronyms().contains_key("LAEP"));
    }
}
