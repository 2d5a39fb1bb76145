//! The labels of the vocabulary, alone and within phrases.

use super::context::{Context, Said};
use crate::model::values::Term;

impl Context<'_> {
    /// The label of a code of the vocabulary.
    pub(super) fn label(&self, list: &str, code: &str) -> Said {
        let vocabulary = &self.site.guide.vocabulary;
        let translated = vocabulary
            .entry(list, code)
            .and_then(|entry| entry.translations.get(&*self.language().code))
            .and_then(|texts| texts.label.as_deref());
        self.either(
            translated,
            vocabulary.label(list, code, &self.site.languages[0].code),
        )
    }

    /// The label of a term.
    pub(super) fn term<T: Term>(&self, term: &T) -> Said {
        self.label(T::LIST, term.code())
    }

    /// Labels in one phrase, the first with a capital.
    pub(super) fn labels<'t, T: Term + 't>(
        &self,
        terms: impl Iterator<Item = &'t T>,
    ) -> Option<Said> {
        let all: Vec<Said> = terms.map(|term| self.term(term)).collect();
        let first = all.first()?;
        let words: Vec<String> = all
            .iter()
            .enumerate()
            .map(|(index, said)| {
                if index == 0 {
                    said.text.clone()
                } else {
                    self.within(said)
                }
            })
            .collect();
        Some(Said {
            text: words.join(self.t.get("time.comma")),
            attrs: first.attrs.clone(),
        })
    }

    /// The label of a code as a heading of several.
    pub(super) fn plural(&self, list: &str, code: &str) -> Said {
        let own = &*self.site.languages[0].code;
        let language = &*self.language().code;
        let Some(entry) = self.site.guide.vocabulary.entry(list, code) else {
            return self.content(code);
        };
        let translated = entry
            .translations
            .get(language)
            .filter(|texts| texts.label.is_some());
        self.either(
            translated.map(|_| entry.plural(language)),
            entry.plural(own),
        )
    }

    /// A label as it stands within a phrase: without its capital, except in German, where nouns keep theirs.
    pub(super) fn within(&self, said: &Said) -> String {
        let is_own = self.is_own() || said.attrs.as_str().is_some_and(|attrs| !attrs.is_empty());
        let language = if is_own {
            &self.site.languages[0].code
        } else {
            &self.language().code
        };
        match &**language {
            "de" => said.text.clone(),
            _ => lower_first(&said.text),
        }
    }

    /// The name of a language as it stands within a phrase: in English and German it keeps its capital.
    pub(super) fn name_of_language<T: Term>(&self, language: &T) -> String {
        let said = self.term(language);
        match &*self.language().code {
            "en" => said.text,
            _ => self.within(&said),
        }
    }
}

/// The text without its capital, unless it begins with an acronym or a proper noun of two capitals.
fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    let (first, second) = (characters.next(), characters.clone().next());
    match (first, second) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => text.to_owned(),
    }
}
