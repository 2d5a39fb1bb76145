//! From a document to its keys, each with an impact.
//!
//! An impact is an integer from 1 to 15 that depends on the document alone: what is added elsewhere in the
//! guide doesn't change it. A word earns its field's weight once for each field that holds it
//! ([`TITLE`], [`LABEL`], [`NAME`], [`SUMMARY`]), and in the body 1, 2 from two occurrences on, 3 from four on;
//! the sum is cut at [`MOST`]. A group of synonyms earns the same for the best placed of its phrases in each
//! field, [`BEARS`] where the document bears the group's attribute, and [`SUMMARY`] where it bears what that is a
//! part of; a group that names an attribute earns
//! nothing in a body alone.
//!
//! Keys of one document: stems (`massag`), acronyms (`CAF`), exact forms behind their stem (`massag!massages`),
//! groups (`~12`), attributes (`#k:laep`).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::attribute::Attribute;
use super::document::Document;
use super::meaning::Phrases;
use super::settings::{Commune, Settings};
use super::slice::push_key;
use crate::text::french::{Acronyms, Protection, words};
use crate::text::tongue::Stemmer;

/// What a word of a short title earns; one of more than [`SHORT_TITLE`] words earns one less.
pub const TITLE: u8 = 8;
/// Titles up to this many words are short.
pub const SHORT_TITLE: usize = 4;
/// What a word of a label (kind, theme, audience, format, access, language) earns.
pub const LABEL: u8 = 6;
/// What a word of a name (place, commune, structure) or of a keyword earns.
pub const NAME: u8 = 5;
/// What a word of the summary earns.
pub const SUMMARY: u8 = 4;
/// The highest impact of a word.
pub const MOST: u8 = 14;
/// The impact of a group whose attribute the document bears.
pub const BEARS: u8 = 15;

/// Stands between a stem and an exact form: it sorts before all that words are made of.
pub(super) const FORM: &str = "!";

/// Analyses the documents of one slice, with a memo of all words met.
pub(super) struct Analyser<'a> {
    settings: &'a Settings,
    phrases: &'a Phrases,
    groups_of: &'a HashMap<String, Vec<(usize, u8)>>,
    stemmer: Stemmer,
    /// Terms by folded form; `None` for stop words.
    memo: HashMap<String, Option<usize>, BuildHasherDefault<Fnv>>,
    /// Terms of acronyms by folded form.
    acronyms: HashMap<String, usize>,
    terms: Vec<Term>,
    /// Numbers of stems by their text.
    stems: HashMap<String, usize>,
    weights: Vec<Weight>,
    /// For each stem, the phrases that begin with it.
    heads: Vec<&'a [(Vec<String>, usize)]>,
    groups: Vec<Weight>,
    touched: Vec<usize>,
    touched_forms: Vec<usize>,
    touched_groups: Vec<usize>,
    document: u32,
}

/// A word as it is indexed: its stem, and its form where that is kept.
struct Term {
    stem: usize,
    form: String,
    seen: u32,
    is_acronym: bool,
}

#[derive(Clone, Default)]
struct Weight {
    stem: String,
    sum: u8,
    body: u8,
    /// The last field that added to the sum.
    field: u8,
    document: u32,
}

impl<'a> Analyser<'a> {
    /// Makes an analyser; `groups_of` gives the groups of each attribute's key,
    /// and what bearing it earns there.
    pub(super) fn new(
        settings: &'a Settings,
        phrases: &'a Phrases,
        groups_of: &'a HashMap<String, Vec<(usize, u8)>>,
    ) -> Analyser<'a> {
        Analyser {
            settings,
            phrases,
            groups_of,
            stemmer: Stemmer::new(settings.tongue),
            memo: HashMap::default(),
            acronyms: HashMap::new(),
            terms: Vec::new(),
            stems: HashMap::new(),
            weights: Vec::new(),
            heads: Vec::new(),
            groups: vec![Weight::default(); settings.synonyms.len()],
            touched: Vec::new(),
            touched_forms: Vec::new(),
            touched_groups: Vec::new(),
            document: 0,
        }
    }

    /// The keys of a document with their impacts, as [`push_key`] writes them.
    pub(super) fn keys(
        &mut self,
        document: &Document,
        commune: Option<&Commune>,
        attributes: &[Attribute],
    ) -> String {
        self.document += 1;
        let title = self.words(&document.title);
        let short = title.len() <= SHORT_TITLE;
        let mut field = 1;
        self.count(&title, field, if short { TITLE } else { TITLE - 1 });
        field += 1;
        let labels = [
            std::slice::from_ref(&document.kind),
            &document.themes,
            &document.audiences,
            &document.formats,
        ];
        for label in labels.into_iter().flatten().chain(&document.place_type) {
            self.scan(&label.text, field, LABEL);
        }
        field += 1;
        // What access there is says nothing of the subject: a ramp makes no record one about handicap.
        for label in document.access.iter().chain(&document.languages) {
            let terms = self.words(&label.text);
            self.count_words(&terms, field, LABEL, false);
        }
        field += 1;
        self.scan(&document.venue, field, NAME);
        for place in commune
            .iter()
            .flat_map(|commune| [&commune.name].into_iter().chain(&commune.postal_codes))
        {
            self.scan(place, field, NAME);
        }
        field += 1;
        for name in &document.structures {
            self.scan(name, field, NAME);
        }
        field += 1;
        for keyword in &document.keywords {
            self.scan(keyword, field, NAME);
        }
        field += 1;
        self.scan(&document.summary, field, SUMMARY);
        self.scan(&document.body, field + 1, 0);
        self.write(attributes)
    }

    fn scan(&mut self, text: &str, field: u8, weight: u8) {
        let terms = self.words(text);
        self.count(&terms, field, weight);
    }

    /// The terms of a text; an acronym that is a word as well gives both.
    fn words(&mut self, text: &str) -> Vec<usize> {
        let mut found = Vec::with_capacity(text.len() / 8);
        words(text, |word| {
            match self.settings.acronyms.protection(word.raw, word.form) {
                Protection::None => found.extend(self.word(word.form)),
                Protection::Acronym => found.push(self.acronym(word.form)),
                Protection::Either => {
                    let acronym = self.acronym(word.form);
                    found.extend([Some(acronym), self.word(word.form)].into_iter().flatten());
                }
            }
        });
        found
    }

    fn word(&mut self, form: &str) -> Option<usize> {
        if let Some(term) = self.memo.get(form) {
            return *term;
        }
        let term = (!self.settings.tongue.is_stop(form)).then(|| {
            let stem = self.stemmer.stem(form);
            self.term(stem, form, false)
        });
        self.memo.insert(form.to_owned(), term);
        term
    }

    fn acronym(&mut self, form: &str) -> usize {
        if let Some(term) = self.acronyms.get(form) {
            return *term;
        }
        let term = self.term(Acronyms::term(form), form, true);
        self.acronyms.insert(form.to_owned(), term);
        term
    }

    fn term(&mut self, stem: String, form: &str, is_acronym: bool) -> usize {
        let number = *self.stems.entry(stem.clone()).or_insert_with(|| {
            self.heads
                .push(self.phrases.get(&stem).map_or(&[], Vec::as_slice));
            self.weights.push(Weight {
                stem,
                ..Weight::default()
            });
            self.weights.len() - 1
        });
        self.terms.push(Term {
            stem: number,
            form: form.to_owned(),
            seen: 0,
            is_acronym,
        });
        self.terms.len() - 1
    }

    /// Counts the terms of one text; a weight of zero is that of the body.
    fn count(&mut self, terms: &[usize], field: u8, weight: u8) {
        self.count_words(terms, field, weight, true);
    }

    fn count_words(&mut self, terms: &[usize], field: u8, weight: u8, in_groups: bool) {
        for (at, &term) in terms.iter().enumerate() {
            let known = &mut self.terms[term];
            if known.seen != self.document {
                known.seen = self.document;
                self.touched_forms.push(term);
            }
            let stem = known.stem;
            if self.weights[stem].add(self.document, field, weight) {
                self.touched.push(stem);
            }
            let heads: &[_] = if in_groups { self.heads[stem] } else { &[] };
            for (phrase, group) in heads {
                // The phrases are those that begin with this stem.
                let rest = terms[at + 1..]
                    .iter()
                    .map(|term| &self.weights[self.terms[*term].stem].stem);
                let is_here =
                    terms.len() - at >= phrase.len() && rest.zip(&phrase[1..]).all(|(a, b)| a == b);
                if is_here && self.groups[*group].add(self.document, field, weight) {
                    self.touched_groups.push(*group);
                }
            }
        }
    }

    fn write(&mut self, attributes: &[Attribute]) -> String {
        let mut keys = String::with_capacity(self.touched.len() * 24);
        for attribute in attributes {
            let key = attribute.key();
            for &(group, impact) in self.groups_of.get(&key).into_iter().flatten() {
                if self.groups[group].add(self.document, 0, impact) {
                    self.touched_groups.push(group);
                }
                if impact == BEARS {
                    self.groups[group].sum = BEARS;
                }
            }
            push_key(&mut keys, &[&key], 1);
        }
        for group in self.touched_groups.drain(..) {
            // What only mentions a subject that others are about is found by its words.
            let is_named = self.settings.synonyms[group].attribute.is_some();
            if is_named && self.groups[group].impact() < SUMMARY {
                continue;
            }
            push_key(
                &mut keys,
                &["~", &group.to_string()],
                self.groups[group].impact(),
            );
        }
        for stem in self.touched.drain(..) {
            let weight = &self.weights[stem];
            push_key(&mut keys, &[&weight.stem], weight.impact());
        }
        for term in self.touched_forms.drain(..) {
            let term = &self.terms[term];
            if !term.is_acronym {
                push_key(
                    &mut keys,
                    &[&self.weights[term.stem].stem, FORM, &term.form],
                    1,
                );
            }
        }
        keys
    }
}

impl Weight {
    /// Adds what a field gives, once; tells whether it is the document's first.
    fn add(&mut self, document: u32, field: u8, weight: u8) -> bool {
        let first = self.document != document;
        if first {
            (self.document, self.sum, self.body, self.field) = (document, 0, 0, u8::MAX);
        }
        if weight == 0 {
            self.body = self.body.saturating_add(1);
        } else if self.field != field {
            self.field = field;
            // What words earn together never amounts to bearing an attribute.
            self.sum = match self.sum {
                BEARS => BEARS,
                _ if weight == BEARS => BEARS,
                sum => sum.saturating_add(weight).min(MOST),
            };
        }
        first
    }

    fn impact(&self) -> u8 {
        if self.sum == BEARS {
            return BEARS;
        }
        let body = match self.body {
            0 => 0,
            1 => 1,
            2..4 => 2,
            _ => 3,
        };
        self.sum.saturating_add(body).clamp(1, MOST)
    }
}

/// The hash of Fowler, Noll and Vo: for a memo of short words it is faster than the standard one.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
