//! The plan of a question: what its words ask for, before any document is looked at.
//!
//! `plan.js` is the same in the browser. A question becomes **clauses**, each with **alternatives** of which the
//! best one counts for a document:
//!
//! 1. Words are cut and folded as documents are; stop words are dropped; [`MOST_WORDS`](super::MOST_WORDS) are kept.
//! 2. From left to right, a clause of *circumstance* (weight [`WHOLE`]) is made of what says a day, a part of it,
//!    an age, a price ([`mod@super::grammar`]), a commune, a postal code or a département; a clause of *subject* of
//!    what names a kind of record. The longest phrase wins, of five words at most. Its alternatives are the
//!    attribute, and the words themselves as text: a wrong guess costs nothing.
//! 3. Any other word is a clause of subject of its own, which weighs 4 to 8: the rarer, the more.
//! 4. Each phrase that belongs to a group of synonyms adds the group as an alternative to the clauses of its words.
//!
//! What is understood is told, so that it can be shown as a chip; named in [`Options::without`], it is not
//! understood, and its words are text.

use serde::Serialize;

use super::answer::Options;
use super::asked::{Asked, asked};
use super::attribute::{Attribute, Facet};
use super::grammar::{Time, said, slots};
use super::index::Index;
use super::meaning::{LONGEST_PHRASE, Meaning, spelled};

/// What a clause weighs that was understood as a whole.
pub const WHOLE: u32 = 8;
/// Cover of an alternative that meets a clause in full; others are shares of it.
pub const FULL: u32 = 16;

/// What was understood of a question, besides its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// The attribute, `c:67180`.
    pub attribute: String,
    /// What a chip says: « Haguenau ».
    pub label: String,
    /// The words that say it, as they were written.
    pub words: String,
}

/// What a question asks for.
pub(super) struct Plan {
    pub(super) clauses: Vec<Clause>,
    pub(super) understood: Vec<Understood>,
    /// Terms of the question's words, for marking them in excerpts.
    pub(super) terms: Vec<String>,
}

/// One thing that is asked for.
pub(super) struct Clause {
    /// Its weight, or none for a word: that one's depends on how rare it is.
    pub(super) weight: Option<u32>,
    pub(super) sort: Sort,
    pub(super) alternatives: Vec<Alternative>,
}

/// What a clause is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Subject,
    Circumstance,
    Place,
}

/// One way to meet a clause.
pub(super) struct Alternative {
    pub(super) source: Source,
    /// How much of the clause it meets, in sixteenths; a place gives its own.
    pub(super) cover: u32,
    /// How much of its impact counts, in sixteenths.
    pub(super) gain: u32,
}

/// Where the documents of an alternative come from.
pub(super) enum Source {
    /// All of these terms, with the exact forms that count more.
    Words(Vec<(String, String)>),
    /// A group of synonyms; what bears its attribute is met in full.
    Group(usize),
    /// Any of these attributes.
    Attributes(Vec<Attribute>),
    /// A commune and what is near.
    Commune(usize),
    /// A département.
    Department(String),
}

/// Reads a question.
pub(super) fn plan(question: &str, index: &Index, options: &Options) -> Plan {
    let asked = asked(question, index);
    let mut reader = Reader {
        question,
        index,
        options,
        asked: &asked,
        understood: Vec::new(),
    };
    let mut clauses: Vec<Clause> = Vec::new();
    // For each word, its own clause.
    let mut own: Vec<Option<usize>> = Vec::new();
    while own.len() < asked.len() {
        let at = own.len();
        let (clause, taken) = match reader.grammar(at).or_else(|| reader.phrase(at)) {
            Some(whole) => whole,
            None => {
                own.push(Some(clauses.len()));
                clauses.push(word(&asked[at]));
                continue;
            }
        };
        own.resize(at + taken, None);
        clauses.push(clause);
    }
    for (start, length) in spans(asked.len()) {
        for group in reader.groups(start, length) {
            let mut added = false;
            for clause in own[start..start + length].iter().flatten() {
                let alternatives = &mut clauses[*clause].alternatives;
                alternatives.push(Alternative {
                    source: Source::Group(group),
                    cover: FULL,
                    gain: 12,
                });
                added = true;
            }
            if added && let Some(attribute) = &index.settings.synonyms[group].attribute {
                reader.understand(
                    attribute,
                    &index.settings.synonyms[group].label,
                    start,
                    length,
                );
            }
        }
    }
    let terms = asked.iter().flat_map(|word| word.terms.clone()).collect();
    Plan {
        clauses,
        understood: reader.understood,
        terms,
    }
}

/// All spans of words that may be a phrase: by their beginning, the longest first.
fn spans(words: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..words).flat_map(move |start| {
        (1..=LONGEST_PHRASE.min(words - start))
            .rev()
            .map(move |length| (start, length))
    })
}

fn word(asked: &Asked) -> Clause {
    let literal = |term: &String| Alternative {
        source: Source::Words(vec![(term.clone(), asked.form.clone())]),
        cover: FULL,
        gain: FULL,
    };
    Clause {
        weight: None,
        sort: Sort::Subject,
        alternatives: asked.terms.iter().map(literal).collect(),
    }
}

struct Reader<'a> {
    question: &'a str,
    index: &'a Index,
    options: &'a Options,
    asked: &'a [Asked],
    understood: Vec<Understood>,
}

impl Reader<'_> {
    /// A clause of day, age or price that begins here, and how many words it takes.
    fn grammar(&mut self, at: usize) -> Option<(Clause, usize)> {
        let forms: Vec<&str> = self.asked[at..]
            .iter()
            .map(|word| word.form.as_str())
            .collect();
        let said_here = said(&forms)?;
        let next = said(&forms[said_here.words.min(forms.len())..]);
        let mut taken = said_here.words;
        let mut alternatives = Vec::new();
        let mut attributes = said_here.attributes;
        if let (Time::Days(days), Some(next)) = (&said_here.time, next)
            && let Time::Part(part) = next.time
        {
            let slots = slots(days, part);
            taken += next.words;
            alternatives.push(any(std::mem::replace(&mut attributes, slots), FULL / 2));
        }
        let attributes: Vec<Attribute> = attributes
            .into_iter()
            .filter(|one| self.is_wanted(one))
            .collect();
        for attribute in &attributes {
            let label = self.words(at, taken).to_owned();
            self.understand(attribute, &label, at, taken);
        }
        if attributes.is_empty() {
            return None;
        }
        alternatives.push(any(attributes, FULL));
        alternatives.push(self.literal(at, taken, 12));
        Some((
            Clause {
                weight: Some(WHOLE),
                sort: Sort::Circumstance,
                alternatives,
            },
            taken,
        ))
    }

    /// A clause of place or kind that begins here, and how many words it takes.
    fn phrase(&mut self, at: usize) -> Option<(Clause, usize)> {
        let longest = LONGEST_PHRASE.min(self.asked.len() - at);
        (1..=longest)
            .rev()
            .find_map(|length| Some((self.phrase_of(at, length)?, length)))
    }

    fn phrase_of(&mut self, at: usize, length: usize) -> Option<Clause> {
        let index = self.index;
        let forms: Vec<&str> = self.asked[at..at + length]
            .iter()
            .map(|word| spelled(&word.form))
            .collect();
        let forms = forms.join(" ");
        let mut alternatives = Vec::new();
        let mut sort = Sort::Place;
        for meaning in self.meanings(at, length) {
            let (source, attribute, label) = match &meaning {
                Meaning::Commune {
                    forms: written,
                    commune,
                } if *written == forms => {
                    let known = &index.settings.communes[*commune];
                    (
                        Source::Commune(*commune),
                        Attribute::new(Facet::Commune, &known.insee),
                        &known.name,
                    )
                }
                Meaning::Department {
                    forms: written,
                    code,
                    name,
                } if *written == forms => (
                    Source::Department(code.clone()),
                    Attribute::new(Facet::Department, code),
                    name,
                ),
                Meaning::Group(group) => {
                    let synonyms = &index.settings.synonyms[*group];
                    match &synonyms.attribute {
                        Some(kind) if kind.facet == Facet::Kind => {
                            (Source::Group(*group), kind.clone(), &synonyms.label)
                        }
                        _ => continue,
                    }
                }
                _ => continue,
            };
            if self.is_wanted(&attribute) {
                if matches!(source, Source::Group(_)) {
                    sort = Sort::Subject;
                }
                self.understand(&attribute, label, at, length);
                alternatives.push(Alternative {
                    source,
                    cover: 10,
                    gain: FULL,
                });
            }
        }
        if alternatives.is_empty() {
            return None;
        }
        let cover = if sort == Sort::Place { 14 } else { 10 };
        alternatives.push(self.literal(at, length, cover));
        Some(Clause {
            weight: Some(WHOLE),
            sort,
            alternatives,
        })
    }

    /// The groups of synonyms, kinds aside, that a span of words belongs to.
    fn groups(&self, start: usize, length: usize) -> Vec<usize> {
        let wanted = |group: &usize| {
            let attribute = self.index.settings.synonyms[*group].attribute.as_ref();
            attribute.is_none_or(|one| one.facet != Facet::Kind && self.is_wanted(one))
        };
        self.meanings(start, length)
            .iter()
            .filter_map(|meaning| {
                if let Meaning::Group(group) = meaning {
                    Some(*group)
                } else {
                    None
                }
            })
            .filter(wanted)
            .collect()
    }

    /// All meanings of a span of words; a single word is sought as acronym and as word.
    fn meanings(&self, at: usize, length: usize) -> Vec<Meaning> {
        let last = |word: &Asked| word.terms[word.terms.len() - 1].clone();
        let keys = match &self.asked[at..at + length] {
            [word] => word.terms.clone(),
            span => vec![span.iter().map(last).collect::<Vec<_>>().join(" ")],
        };
        let known = keys.iter().filter_map(|key| self.index.meanings.get(key));
        known.flatten().cloned().collect()
    }

    fn literal(&self, at: usize, length: usize, cover: u32) -> Alternative {
        let span = self.asked[at..at + length].iter();
        let terms = span.map(|word| (word.terms[word.terms.len() - 1].clone(), word.form.clone()));
        Alternative {
            source: Source::Words(terms.collect()),
            cover,
            gain: 12,
        }
    }

    fn is_wanted(&self, attribute: &Attribute) -> bool {
        !self.options.without.contains(&attribute.name())
    }

    fn understand(&mut self, attribute: &Attribute, label: &str, at: usize, length: usize) {
        let attribute = attribute.name();
        if self
            .understood
            .iter()
            .all(|former| former.attribute != attribute)
        {
            let words = self.words(at, length).to_owned();
            self.understood.push(Understood {
                attribute,
                label: label.to_owned(),
                words,
            });
        }
    }

    fn words(&self, at: usize, length: usize) -> &str {
        &self.question[self.asked[at].start..self.asked[at + length - 1].end]
    }
}

fn any(attributes: Vec<Attribute>, cover: u32) -> Alternative {
    Alternative {
        source: Source::Attributes(attributes),
        cover,
        gain: 0,
    }
}
