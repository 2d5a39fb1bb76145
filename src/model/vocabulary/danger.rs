//! The questions that tell of danger: `data/danger.yml`, which says how its patterns are written.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::text::yaml::from_ours;

use super::builtin::text_of;

/// What tells of danger, and whom to call.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Danger {
    /// Attributes of what never answers such a question.
    #[serde(rename = "ecarte")]
    pub except: Vec<String>,
    /// Words that are harmless and are taken out of a question, by language.
    #[serde(rename = "sauf")]
    pub harmless: BTreeMap<String, Vec<String>>,
    /// What there is to tell apart, the gravest first.
    #[serde(rename = "groupes")]
    pub groups: Vec<Group>,
}

/// One kind of danger.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its code, the end of the keys of its strings.
    pub code: String,
    /// Whom to call, in order.
    #[serde(rename = "numeros")]
    pub numbers: Vec<String>,
    /// The themes of what may answer.
    #[serde(rename = "garde")]
    pub themes: Vec<String>,
    /// Its patterns by language.
    #[serde(rename = "motifs")]
    pub patterns: BTreeMap<String, Vec<String>>,
}

/// Words of a family, which half of all questions hold: they mark nothing.
const ORDINARY: &str = "ado baby bebe beau bras bambino cachets child compagnon conjoint copain creche daughter \
    depuis enfant ex father femme fille fils hijo hijos kid kids kind kinder leur maison maman mann mari me mere mich \
    moi mon mother mutter nanny nounou nourrisson nous nuit papa pere petit sein seul son sohn teacher tete tochter \
    vater vie voisin wife husband partner peur assistante maternelle dans maitresse animateur premiers parental autres";
/// Letters of a mark.
const MARK: usize = 5;

impl Danger {
    /// The built-in list.
    pub fn builtin() -> Danger {
        // A file of ours, which a test reads.
        from_ours(&text_of("danger")).expect("the built-in list of dangers is valid")
    }

    /// Beginnings of words, one of which is in every question that a pattern meets: most questions hold none, and
    /// need no more to be known as harmless. `-` behind one says that more letters may follow.
    ///
    /// They are for words in Latin letters: a question in others is always looked at in full.
    pub fn marks(&self) -> String {
        let ordinary: BTreeSet<String> = ORDINARY.split_whitespace().map(beginning).collect();
        let patterns = self.patterns().map(fold);
        let mut patterns: Vec<String> = patterns.filter(|pattern| is_latin(pattern)).collect();
        // Those that leave no choice come first, so that others can go by the same words.
        patterns.sort_by_key(|pattern| pattern.split([' ', '|']).count());
        let mut marks: BTreeSet<String> = BTreeSet::new();
        for pattern in &patterns {
            // The word that says most: not one of everybody's, known already, long in each of its forms.
            let cost = |word: &&str| {
                let forms = || word.split('|').map(|form| form.trim_matches('*'));
                let is_ordinary = |form: &str| form == "$" || ordinary.contains(&beginning(form));
                let new = word.split('|').filter(|form| !marks.contains(&mark(form)));
                let shortest = forms().map(|form| form.chars().count()).min();
                let is_short = shortest < Some(MARK - 1);
                (
                    forms().any(is_ordinary),
                    is_short,
                    new.count(),
                    Reverse(shortest),
                )
            };
            if let Some(word) = pattern.split_whitespace().min_by_key(cost) {
                marks.extend(word.split('|').map(mark));
            }
        }
        // What begins with a mark is met by it.
        let open: Vec<String> = marks
            .iter()
            .filter_map(|mark| Some(mark.strip_suffix('-')?.to_owned()))
            .collect();
        let is_met = |mark: &String| {
            let bare = mark.trim_end_matches('-');
            let mut others = open.iter().filter(|other| other.as_str() != bare);
            others.any(|other| bare.starts_with(other.as_str()))
        };
        marks.retain(|mark| !is_met(mark));
        marks.into_iter().collect::<Vec<_>>().join(" ")
    }

    /// All patterns of all groups and languages.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        let groups = self.groups.iter();
        groups
            .flat_map(|group| group.patterns.values().flatten())
            .map(String::as_str)
    }

    /// What the browser reads: harmless words, groups with their patterns, what is left out.
    pub fn to_json(&self) -> String {
        let groups = self.groups.iter();
        let groups: Vec<_> = groups
            .map(|group| (&group.code, joined(&group.patterns), &group.themes))
            .collect();
        serde_json::json!([joined(&self.harmless), groups, self.except]).to_string()
    }
}

/// Patterns as one text.
fn joined(patterns: &BTreeMap<String, Vec<String>>) -> String {
    let all: Vec<&str> = patterns.values().flatten().map(String::as_str).collect();
    all.join(",")
}

/// The mark of a form: its first letters and `-`, or all of them where they are few and nothing may follow.
fn mark(form: &str) -> String {
    let bare = form.trim_end_matches('*');
    let is_whole = bare.chars().count() <= MARK && !form.ends_with('*');
    format!("{}{}", beginning(bare), if is_whole { "" } else { "-" })
}

/// Whether all letters are Latin ones; a folded text has no accents.
fn is_latin(folded: &str) -> bool {
    folded.chars().all(|c| !c.is_alphabetic() || c.is_ascii())
}

/// The first letters of a word.
fn beginning(word: &str) -> String {
    word.chars().take(MARK).collect()
}

/// Lower case without accents, as `danger.js` folds questions.
fn fold(text: &str) -> String {
    let bare = text.nfd().filter(|c| !is_combining_mark(*c));
    bare.collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::Vocabulary;
    use super::*;

    #[test]
    fn what_never_answers_is_known() {
        let vocabulary = Vocabulary::builtin();
        for attribute in Danger::builtin().except {
            let (facet, code) = attribute.split_once(':').expect("a facet and a code");
            let list = match facet {
                "t" => "themes",
                "f" => "formats",
                _ => "lieux_type",
            };
            assert!(vocabulary.entry(list, code).is_some(), "{attribute}");
        }
    }

    #[test]
    fn marks_are_few_and_none_is_an_ordinary_word() {
        let marks = Danger::builtin().marks();
        assert!(marks.len() < 2_800, "{} characters: {marks}", marks.len());
        let all: Vec<&str> = marks.split(' ').collect();
        for word in ["bebe", "papa", "enfan-", "mon", "massa-"] {
            assert!(!all.contains(&word), "{word} marks danger: {marks}");
        }
        assert!(all.contains(&"suici-"));
    }

    #[test]
    fn every_group_has_numbers_that_are_known_and_patterns_in_many_languages() {
        let known = super::super::builtin_numbers();
        for group in Danger::builtin().groups {
            for number in &group.numbers {
                assert!(known.contains(&format!("numero: \"{number}\"")), "{number}");
            }
            let vocabulary = Vocabulary::builtin();
            for theme in &group.themes {
                assert!(vocabulary.entry("themes", theme).is_some(), "{theme}");
            }
            for language in ["fr", "en", "de", "ar", "tr", "pt"] {
                assert!(
                    group.patterns.contains_key(language),
                    "{} {language}",
                    group.code
                );
            }
        }
    }
}
