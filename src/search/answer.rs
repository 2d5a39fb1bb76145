//! What a question is answered.

use serde::Serialize;

use super::attribute::{Attribute, Facet};
use super::document::Label;
use super::index::{Index, IndexError};
use super::plan::{Understood, plan};
use super::rank::rank;
use super::sorting::{Order, sorted};
use crate::text::french::{Acronyms, Protection, words};
use crate::text::tongue::Stemmer;

/// How to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// How many results to give.
    pub limit: usize,
    /// How many to pass over before.
    pub offset: usize,
    /// What results have to bear: one of the attributes of each facet named. They narrow what answers the question.
    pub filters: Vec<Attribute>,
    /// What results must not bear.
    pub except: Vec<Attribute>,
    /// Names of attributes (`c:67180`) that must not be understood: their words are text.
    pub without: Vec<String>,
    /// What comes first.
    pub order: Order,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            limit: 10,
            offset: 0,
            filters: Vec::new(),
            except: Vec::new(),
            without: Vec::new(),
            order: Order::Relevance,
        }
    }
}

/// What a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What was understood besides words.
    pub understood: Vec<Understood>,
    /// The best results.
    pub results: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
}

/// One result, with all that a list of results shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The record's id.
    pub id: String,
    /// Its page, from the site's root.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// The code of its kind.
    pub kind: String,
    /// What parents read of its kind.
    #[serde(rename = "kindLabel")]
    pub kind_label: String,
    /// The name of the place.
    pub place: String,
    /// The name of the commune.
    pub commune: String,
    /// The summary, cut where words of the question begin and end.
    pub excerpt: Vec<Excerpt>,
    /// Short facts.
    pub facts: Vec<Label>,
    /// Whether a visit must leave no trace.
    pub discreet: bool,
    /// Whether it is an example.
    pub example: bool,
    /// The language of its text, empty for the index's own.
    pub language: String,
    /// How far it is, where results are in the order of distance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kilometres: Option<u32>,
    /// When it takes place next, where results are in the order of dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A piece of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// Its text.
    pub text: String,
    /// Whether it is a word of the question.
    pub hit: bool,
}

impl Index {
    /// Answers a question.
    pub fn search(&self, question: &str, options: &Options) -> Result<Answer, IndexError> {
        let plan = plan(question, self, options)?;
        let mut ranked = rank(self, &plan, !options.filters.is_empty())?;
        if let Some(passes) = self.passing(&options.filters, &options.except)? {
            ranked.retain(|number| passes[*number as usize]);
        }
        let ordered = sorted(self, ranked, &options.order, &plan.understood);
        let stemmer = Stemmer::new(self.settings.tongue);
        let shown = ordered.iter().skip(options.offset).take(options.limit);
        let results = shown.map(|one| Hit {
            kilometres: one.kilometres,
            date: one.date.map(|date| date.to_string()),
            ..self.hit(one.number, &plan.terms, &stemmer)
        });
        Ok(Answer {
            results: results.collect(),
            understood: plan.understood,
            total: ordered.len(),
        })
    }

    /// The documents that answer a question before they are narrowed by what was chosen.
    pub(super) fn answering(
        &self,
        question: &str,
        options: &Options,
    ) -> Result<Vec<u32>, IndexError> {
        let plan = plan(question, self, options)?;
        rank(self, &plan, !options.filters.is_empty())
    }

    /// For each document, whether it bears one of the attributes of each facet, and none that it must not.
    pub(super) fn passing(
        &self,
        attributes: &[Attribute],
        except: &[Attribute],
    ) -> Result<Option<Vec<bool>>, IndexError> {
        let mut facets: Vec<Facet> = attributes.iter().map(|attribute| attribute.facet).collect();
        facets.sort();
        facets.dedup();
        let mut passes: Option<Vec<bool>> = None;
        for attribute in except {
            let passes = passes.get_or_insert_with(|| vec![true; self.len()]);
            for (number, _) in self.postings(&attribute.key())? {
                passes[number as usize] = false;
            }
        }
        for facet in facets {
            let mut bears = vec![false; self.len()];
            for attribute in attributes
                .iter()
                .filter(|attribute| attribute.facet == facet)
            {
                for (number, _) in self.postings(&attribute.key())? {
                    bears[number as usize] = true;
                }
            }
            passes = Some(match passes {
                None => bears,
                Some(former) => former.iter().zip(bears).map(|(a, b)| *a && b).collect(),
            });
        }
        Ok(passes)
    }

    fn hit(&self, number: u32, terms: &[String], stemmer: &Stemmer) -> Hit {
        let document = &self.documents[number as usize];
        Hit {
            id: document.id.clone(),
            url: document.url.clone(),
            title: document.title.clone(),
            kind: document.kind.code.clone(),
            kind_label: document.kind.text.clone(),
            place: document.venue.clone(),
            commune: self.commune_name(number).to_owned(),
            excerpt: self.excerpt(&document.summary, terms, stemmer),
            facts: document.facts.clone(),
            discreet: document.discreet,
            example: document.example,
            language: document.language.clone().unwrap_or_default(),
            kilometres: None,
            date: None,
        }
    }

    /// The name of the commune a document lies in, or nothing.
    pub(super) fn commune_name(&self, number: u32) -> &str {
        let place = self
            .places
            .partition_point(|place| place.documents.end <= number);
        let commune = self.places.get(place).and_then(|place| place.commune);
        commune.map_or("", |commune| &self.settings.communes[commune].name)
    }

    fn excerpt(&self, summary: &str, terms: &[String], stemmer: &Stemmer) -> Vec<Excerpt> {
        let mut pieces = Vec::new();
        let mut done = 0;
        let mut push = |from: usize, to: usize, hit| {
            if from < to {
                pieces.push(Excerpt {
                    text: summary[from..to].to_owned(),
                    hit,
                });
            }
        };
        words(summary, |word| {
            let is_acronym =
                self.settings.acronyms.protection(word.raw, word.form) == Protection::Acronym;
            let term = if is_acronym {
                Acronyms::term(word.form)
            } else {
                stemmer.stem(word.form)
            };
            if terms.contains(&term) {
                push(done, word.start, false);
                push(word.start, word.start + word.raw.len(), true);
                done = word.start + word.raw.len();
            }
        });
        push(done, summary.len(), false);
        pieces
    }
}
