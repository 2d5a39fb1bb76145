//! One entry of the vocabulary.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What the vocabulary says of a code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its label.
    #[serde(rename = "libelle")]
    pub label: String,
    /// Its label as a heading of several.
    #[serde(rename = "pluriel")]
    pub plural: Option<String>,
    /// A shorter label, for chips.
    #[serde(rename = "court")]
    pub short: Option<String>,
    /// One sentence for a parent.
    pub description: Option<String>,
    /// What parents type: searched, never shown.
    #[serde(rename = "synonymes", default)]
    pub synonyms: Vec<String>,
    /// The code under which it stands.
    pub parent: Option<String>,
    /// Of a language: its own name.
    #[serde(rename = "nom_propre")]
    pub own_name: Option<String>,
    /// Of a language: `rtl` where it is written from right to left.
    pub direction: Option<String>,
    /// Of a language: those that a question for it finds too.
    #[serde(rename = "inclus", default)]
    pub includes: Vec<String>,
    /// Labels and descriptions in other languages.
    #[serde(rename = "traductions", default)]
    pub translations: BTreeMap<String, Translated>,
}

/// An entry's texts in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    /// The label.
    #[serde(rename = "libelle")]
    pub label: Option<String>,
    /// The label as a heading of several.
    #[serde(rename = "pluriel")]
    pub plural: Option<String>,
    /// One sentence for a parent.
    pub description: Option<String>,
    /// What parents type.
    #[serde(rename = "synonymes", default)]
    pub synonyms: Vec<String>,
}

impl Entry {
    /// The label in a language, or in French.
    pub fn label(&self, language: &str) -> &str {
        self.translations
            .get(language)
            .and_then(|texts| texts.label.as_deref())
            .unwrap_or(&self.label)
    }

    /// The label as a heading of several, in a language.
    pub fn plural(&self, language: &str) -> &str {
        match self.translations.get(language) {
            Some(texts) if texts.label.is_some() => texts
                .plural
                .as_deref()
                .unwrap_or_else(|| self.label(language)),
            _ => self.plural.as_deref().unwrap_or(&self.label),
        }
    }

    /// The description in a language; none where it stands in French only and French was not asked for.
    pub fn description(&self, language: &str) -> Option<&str> {
        if language == "fr" {
            return self.description.as_deref();
        }
        self.translations.get(language)?.description.as_deref()
    }
}
