//! The plan of a question: what its words ask for, before any document is looked at.
//!
//! `plan.js` is the same in the browser. A question becomes **clauses**, each with **alternatives** of which the
//! best one counts for a document:
//!
//! 1. Words are cut and folded as documents are; stop words are dropped; [`MOST_WORDS`](super::MOST_WORDS) are kept;
//!    words that nobody knows are corrected or taken apart (`spelling`).
//! 2. What says an age makes a clause of *circumstance* ([`mod@super::grammar`]), with the child it is told of.
//!    The longest phrases that mean something each make a clause, of five words at most: of *place* (a commune, a
//!    postal code, a département), of *subject* (a group of synonyms), or of circumstance (access, a language).
//!    The words themselves, as text, are an alternative: a wrong guess costs nothing.
//! 3. Before phrases of one word, a clause of circumstance is made of what says a day, a part of it, an age, a price
//!    ([`mod@super::grammar`]); « vacances » says a time only beside a subject.
//! 4. Any other word is a clause of subject of its own, with the groups that it hints at where no subject is understood.
//!
//! What a clause weighs depends on what else is asked (`Strength`): beside a subject that is understood, a word
//! that nobody understands is worth little.
//! What is understood is told, so that it can be shown as a chip; named in [`Options::without`], it is not
//! understood, and its words are text.

use serde::Serialize;

use super::answer::Options;
use super::asked::asked;
use super::attribute::Attribute;
use super::index::{Index, IndexError};
use super::meaning::LONGEST_PHRASE;
use super::reader::Reader;

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
    pub(super) strength: Strength,
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

/// How sure it is that a clause is what is asked, the least sure first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A word: its weight depends on how rare it is.
    Word,
    /// A word that hints at a subject.
    Hint,
    /// What much of the guide is: an activity, for parents.
    Generic,
    /// What was understood as a whole, and says of whom or where a subject is spoken.
    Side,
    /// What was understood as a whole.
    Whole,
}

impl Strength {
    /// What a clause weighs where the surest subject of the question is `surest`; `rarity` is that of its words.
    pub(super) fn weight(self, surest: Strength, rarity: u32) -> u32 {
        match (self, surest) {
            (Strength::Whole, _) | (Strength::Side, Strength::Side) => 8,
            (Strength::Side, _) => 4,
            (_, Strength::Whole | Strength::Side) => 2,
            (Strength::Generic, _) | (Strength::Hint, Strength::Hint) => 8,
            (Strength::Hint, _) => 4,
            (Strength::Word, Strength::Word) => 4 + rarity.min(4),
            (Strength::Word, _) => 3,
        }
    }
}

/// One way to meet a clause.
pub(super) struct Alternative {
    pub(super) source: Source,
    /// How much of the clause it meets at best, in sixteenths; a place gives its own.
    pub(super) cover: u32,
    /// How much of its impact counts, in sixteenths.
    pub(super) gain: u32,
}

/// Where the documents of an alternative come from.
pub(super) enum Source {
    /// All of these terms, with the exact forms that count more.
    Words(Vec<(String, String)>),
    /// A group of synonyms; what bears its attribute, where it has one, is met in full.
    Group(usize),
    /// Any of these attributes.
    Attributes(Vec<Attribute>),
    /// A commune and what is near.
    Commune(usize),
    /// A département.
    Department(String),
}

/// Reads a question.
pub(super) fn plan(question: &str, index: &Index, options: &Options) -> Result<Plan, IndexError> {
    let asked = asked(question, index)?;
    let mut reader = Reader::new(question, index, options, &asked);
    reader.ages();
    reader.phrases(2..=LONGEST_PHRASE);
    reader.circumstances(false);
    reader.phrases(1..=1);
    reader.circumstances(true);
    reader.phrases(1..=1);
    reader.words();
    let (clauses, understood) = reader.finish();
    let terms = asked.iter().flat_map(|word| word.terms.clone()).collect();
    Ok(Plan {
        clauses,
        understood,
        terms,
    })
}
