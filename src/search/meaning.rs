//! What words and phrases mean beside themselves: synonyms, kinds, communes, départements.

use std::collections::{BTreeMap, BTreeSet};

use super::attribute::Facet;
use super::settings::{Commune, Settings, SynonymGroup};
use crate::text::french::{Acronyms, Protection, words};
use crate::text::tongue::{Stemmer, Tongue};

/// The longest phrase that is understood, in words that carry a subject.
pub(super) const LONGEST_PHRASE: usize = 5;
/// A word that more groups than this share hints at none of them.
const MOST_HINTS: usize = 2;
/// Beginnings of names that many communes share mean none of them where there are more than this.
const MOST_NAMESAKES: usize = 3;

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
    /// A group that few others share this word of their phrases with: it may be what is meant.
    Hint(usize),
}

/// All that the settings know of words.
pub(super) struct Meanings {
    /// Meanings by the stems of the phrase, joined by spaces; a word of a phrase is there even if it means nothing.
    pub(super) of: BTreeMap<String, Vec<Meaning>>,
    /// The folded words of all phrases, for correcting misspelt ones; whether one is a phrase by itself.
    pub(super) forms: BTreeMap<String, bool>,
}

/// A phrase of several words that documents are searched for: its stems and its group.
pub(super) type Phrases = BTreeMap<String, Vec<(Vec<String>, usize)>>;

/// Gathers all meanings that the settings know.
pub(super) fn meanings(settings: &Settings) -> Meanings {
    let tongue = settings.tongue;
    let stemmer = Stemmer::new(tongue);
    let mut all = Meanings {
        of: BTreeMap::new(),
        forms: BTreeMap::new(),
    };
    let mut hints: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let terms = |phrase: &str| terms(phrase, &settings.acronyms, tongue, &stemmer);
    for (group, synonyms) in settings.synonyms.iter().enumerate() {
        for phrase in &synonyms.phrases {
            let (terms, forms) = terms(phrase);
            let is_cut = terms.len() == 1 && is_cut(phrase, tongue);
            if synonyms.hints() {
                let words = terms.iter().filter(|_| terms.len() > 1 || is_cut);
                words.for_each(|term| {
                    hints.entry(term.clone()).or_default().insert(group);
                });
            }
            if !is_cut {
                all.add(&terms, &forms, Meaning::Group(group));
            }
        }
    }
    for (commune, known) in settings.communes.iter().enumerate() {
        for name in [&known.name].into_iter().chain(&known.postal_codes) {
            let (terms, forms) = terms(name);
            let meaning = Meaning::Commune {
                forms: forms.join(" "),
                commune,
            };
            all.add(&terms, &forms, meaning);
        }
        for name in [&known.department, &known.department_name] {
            let (terms, forms) = terms(name);
            let meaning = Meaning::Department {
                forms: forms.join(" "),
                code: known.department.clone(),
                name: known.department_name.clone(),
            };
            all.add(&terms, &forms, meaning);
        }
    }
    for (beginning, communes) in beginnings(&settings.communes, &terms) {
        all.of.entry(beginning).or_default().extend(communes);
    }
    for (term, groups) in hints {
        let known = all.of.entry(term).or_default();
        let is_phrase = known
            .iter()
            .any(|meaning| matches!(meaning, Meaning::Group(_)));
        if !is_phrase && groups.len() <= MOST_HINTS {
            known.extend(groups.into_iter().map(Meaning::Hint));
        }
    }
    for meanings in all.of.values_mut() {
        meanings.sort();
        meanings.dedup();
    }
    all
}

impl Meanings {
    fn add(&mut self, terms: &[String], forms: &[String], meaning: Meaning) {
        if terms.is_empty() || terms.len() > LONGEST_PHRASE {
            return;
        }
        for term in terms {
            self.of.entry(term.clone()).or_default();
        }
        for form in forms {
            *self.forms.entry(form.clone()).or_default() |= forms.len() == 1;
        }
        self.of.entry(terms.join(" ")).or_default().push(meaning);
    }
}

/// Whether a phrase says more than the one word that is left of it: « ne parle pas » isn't « parler ».
fn is_cut(phrase: &str, tongue: Tongue) -> bool {
    let mut dropped = false;
    words(phrase, |word| {
        dropped |= tongue.is_stop(word.form) && !tongue.is_light(word.form);
    });
    dropped
}

impl SynonymGroup {
    /// Whether words of its phrases hint at it.
    fn hints(&self) -> bool {
        let facet = self.attribute.as_ref().map(|attribute| attribute.facet);
        !self.generic && !matches!(facet, None | Some(Facet::Access | Facet::Language))
    }
}

/// Communes by the beginnings of their names (`Illkirch`), where few share them.
fn beginnings(
    communes: &[Commune],
    terms: &dyn Fn(&str) -> Both,
) -> BTreeMap<String, Vec<Meaning>> {
    let mut all: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
    for (commune, known) in communes.iter().enumerate() {
        let (terms, forms) = terms(&known.name);
        for length in 1..terms.len().min(LONGEST_PHRASE) {
            let forms = forms[..length].join(" ");
            if length > 1 || forms.len() >= 6 {
                let beginning = all.entry(terms[..length].join(" ")).or_default();
                beginning.push(Meaning::Commune { forms, commune });
            }
        }
    }
    all.retain(|_, communes| communes.len() <= MOST_NAMESAKES);
    all
}

/// The phrases of synonyms by their first stem, the longest first.
pub(super) fn phrases(meanings: &Meanings) -> Phrases {
    let mut all = Phrases::new();
    for (key, meanings) in &meanings.of {
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

/// Terms, and the folded forms behind them.
type Both = (Vec<String>, Vec<String>);

/// The terms of a phrase and the folded forms behind them, stop words left out.
fn terms(phrase: &str, acronyms: &Acronyms, tongue: Tongue, stemmer: &Stemmer) -> Both {
    let mut both = (Vec::new(), Vec::new());
    words(phrase, |word| {
        if tongue.is_stop(word.form) {
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
