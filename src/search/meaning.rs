//! What words and phrases mean beside themselves: synonyms, kinds, communes, départements.

use std::collections::BTreeMap;

use super::settings::Settings;
use crate::text::french::{Acronyms, Protection, Stemmer, is_stop, words};

/// The longest phrase that is understood, in words that carry a subject.
pub(super) const LONGEST_PHRASE: usize = 5;

/// One meaning of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// A group of synonyms, as an index into the settings.
    Group(usize),
    /// A commune, as an index into the settings, where the words are written like this.
    Commune { forms: String, commune: usize },
    /// A département's code, where the words are written like this.
    Department {
        forms: String,
        code: String,
        name: String,
    },
}

/// Meanings by the stems of the phrase, joined by spaces.
pub(super) type Meanings = BTreeMap<String, Vec<Meaning>>;

/// A phrase of several words that documents are searched for: its stems and its group.
pub(super) type Phrases = BTreeMap<String, Vec<(Vec<String>, usize)>>;

/// Gathers all meanings that the settings know.
pub(super) fn meanings(settings: &Settings) -> Meanings {
    let stemmer = Stemmer::new();
    let mut all = Meanings::new();
    let mut add = |phrase: &str, meaning: &dyn Fn(String) -> Meaning| {
        let (terms, forms) = terms(phrase, &settings.acronyms, &stemmer);
        if !terms.is_empty() && terms.len() <= LONGEST_PHRASE {
            all.entry(terms.join(" "))
                .or_default()
                .push(meaning(forms.join(" ")));
        }
    };
    for (group, synonyms) in settings.synonyms.iter().enumerate() {
        for phrase in &synonyms.phrases {
            add(phrase, &|_| Meaning::Group(group));
        }
    }
    for (commune, known) in settings.communes.iter().enumerate() {
        for name in [&known.name].into_iter().chain(&known.postal_codes) {
            add(name, &|forms| Meaning::Commune { forms, commune });
        }
        for name in [&known.department, &known.department_name] {
            let (code, name_of) = (known.department.clone(), known.department_name.clone());
            add(name, &|forms| Meaning::Department {
                forms,
                code: code.clone(),
                name: name_of.clone(),
            });
        }
    }
    for meanings in all.values_mut() {
        meanings.sort();
        meanings.dedup();
    }
    all
}

/// The phrases of synonyms by their first stem, the longest first.
pub(super) fn phrases(meanings: &Meanings) -> Phrases {
    let mut all = Phrases::new();
    for (key, meanings) in meanings {
        let stems: Vec<String> = key.split(' ').map(str::to_owned).collect();
        for meaning in meanings {
            if let Meaning::Group(group) = meaning {
                all.entry(stems[0].clone())
                    .or_default()
                    .push((stems.clone(), *group));
            }
        }
    }
    all
}

/// The terms of a phrase and the folded forms behind them, stop words left out.
fn terms(phrase: &str, acronyms: &Acronyms, stemmer: &Stemmer) -> (Vec<String>, Vec<String>) {
    let mut both = (Vec::new(), Vec::new());
    words(phrase, |word| {
        if is_stop(word.form) {
            return;
        }
        both.0.push(match acronyms.protection(word.raw, word.form) {
            Protection::Acronym => Acronyms::term(word.form),
            Protection::None | Protection::Either => stemmer.stem(word.form),
        });
        both.1.push(spelled(word.form).to_owned());
    });
    both
}

/// A form with its abbreviation opened: names of communes are written `St` and `Ste` as well.
pub(super) fn spelled(form: &str) -> &str {
    match form {
        "st" => "saint",
        "ste" => "sainte",
        form => form,
    }
}
