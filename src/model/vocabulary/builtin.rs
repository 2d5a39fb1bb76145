//! The built-in lists: YAML files of our own, read once.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rust_embed::RustEmbed;

use crate::text::yaml::from_ours;

use super::entry::Translated;
use super::{Entry, List, Vocabulary};

#[derive(RustEmbed)]
#[folder = "src/model/vocabulary/data/"]
struct Files;

/// What the lists say in other languages: `ar/themes.yml` has the codes of `themes.yml`.
#[derive(RustEmbed)]
#[folder = "src/model/vocabulary/translations/"]
struct Translations;

/// Lists that are not lists of codes: they are read by whoever needs them.
const OTHER_FILES: &[&str] = &["numeros", "acronymes", "danger"];

impl Vocabulary {
    /// The built-in vocabulary, read once.
    pub fn builtin() -> Arc<Vocabulary> {
        static READ: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| Arc::new(Vocabulary::read()));
        Arc::clone(&READ)
    }

    fn read() -> Vocabulary {
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
        let mut vocabulary = Vocabulary { lists };
        for path in Translations::iter() {
            // A file of ours, which a test reads: it can't be out of place in a binary that passed.
            vocabulary
                .translate(&path)
                .unwrap_or_else(|fault| panic!("the translation {path} is not valid: {fault}"));
        }
        vocabulary
    }

    /// Takes over a file of translations: `ar/themes.yml`.
    fn translate(&mut self, path: &str) -> Result<(), String> {
        let (language, name) = path
            .strip_suffix(".yml")
            .and_then(|path| path.split_once('/'))
            .ok_or("it is not called LANGUAGE/LIST.yml")?;
        let list = self.lists.get_mut(name).ok_or("there is no such list")?;
        let text = Translations::get(path)
            .map(|file| String::from_utf8_lossy(&file.data).into_owned())
            .unwrap_or_default();
        let all: BTreeMap<String, Translated> =
            from_ours(&text).map_err(|error| error.to_string())?;
        for (code, texts) in all {
            let entry = list
                .get_mut(&code)
                .ok_or_else(|| format!("the list has no « {code} »"))?;
            entry.translations.insert(language.to_owned(), texts);
        }
        Ok(())
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

pub(super) fn text_of(name: &str) -> String {
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

    /// The languages in which the lists that parents see are said.
    const LANGUAGES: [&str; 3] = ["ar", "de", "en"];

    /// Lists of which parents see no label: the sheet for professionals, and what `calendar` or the theme says.
    const UNSEEN: &[&str] = &[
        "accessibilite_etat",
        "ages_unites",
        "champs",
        "clp_perimetre",
        "clp_statut",
        "comptage",
        "conventions_statut",
        "conventions_type",
        "ctg_statut",
        "dispositifs",
        "evaluation_frequence",
        "evaluation_mode",
        "evaluation_par",
        "evaluation_statut",
        "financement_base",
        "financement_par",
        "financeurs_type",
        "forme",
        "inegalites",
        "initiative",
        "jours",
        "lieux_types",
        "milieux",
        "modalites",
        "niveau",
        "organisations_types",
        "ouverture",
        "participation",
        "porteurs_types",
        "reconduction",
        "secteurs",
        "semaines",
        "strategies",
        "vacances_scolaires",
        "vacances_seances",
        "zone_scolaire",
    ];

    #[test]
    fn what_parents_see_is_said_in_each_language() {
        let vocabulary = Vocabulary::builtin();
        let mut faults = Vec::new();
        for name in vocabulary.names().filter(|name| !UNSEEN.contains(name)) {
            for (code, entry) in vocabulary.list(name).unwrap().iter() {
                for language in LANGUAGES {
                    let texts = entry.translations.get(language);
                    if texts.is_none_or(|texts| texts.label.is_none()) {
                        faults.push(format!("{language}/{name}.yml: {code} has no label"));
                    }
                    if entry.description.is_some() && entry.description(language).is_none() {
                        faults.push(format!("{language}/{name}.yml: {code} has no description"));
                    }
                }
            }
        }
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
        for name in UNSEEN {
            assert!(vocabulary.list(name).is_some(), "there is no list {name}");
        }
    }
}
