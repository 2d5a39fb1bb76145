//! Ranking: one integer key for a document and a question, the same in Rust and in the browser (`rank.js`).
//!
//! For each clause of the [plan](mod@super::plan), the best of its alternatives counts for a document:
//! its *cover*, how much of the clause it meets (0 to 16), and its *gain*, how strongly:
//!
//! ```text
//! rarity(df)  = ⌊log2 ⌊(N + 1) / (df + 1)⌋⌋            N documents, df of them hold the alternative
//! idf(df)     = 2 + min(10, rarity(df))
//! gain        = ⌊(impact + exact) × idf × share / 16⌋    exact: 2 where the document holds the very form
//!                                                       and the word isn't common ([`COMMON`])
//! cover       = ⌊text(impact) × cover of the alternative / 16⌋
//! weight      = by what else is asked (`Strength` in the plan)
//! ```
//!
//! Several words that one alternative asks for together are met by documents that hold all of them; the least
//! impact counts, and the least df. What words cover goes by where they stand ([`TEXT`]): a title tells what a
//! document is about, a body what it mentions. A group of synonyms that names an attribute is met in full by what
//! bears it (impact 15), and by words at most by [`MENTIONED`] sixteenths.
//! Cover of a commune goes by class of distance ([`COVER`]).
//!
//! ```text
//! coverage    = Σ weight × cover over clauses          at most 2^11 - 1
//! impacts     = ⌊Σ gain / 4⌋                            at most 2^10 - 1
//! distance    = class of distance, 0 to 7               7 the commune itself
//! freshness   = 1, or 0 where facts should be confirmed
//! key         = (((coverage × 2^10 + impacts) × 2^3 + distance) × 2^2 + freshness) × 2^20 + (2^20 - 1 - number)
//! ```
//!
//! The key has 46 bits, exact in a JavaScript number. Documents are numbered by place, so what is equal in all
//! else stands together.
//!
//! What is common tells nothing beside a subject: the clause of such a word or of a generic group is left out, and a
//! phrase that holds such a word is not sought as words.
//!
//! **What is an answer:** a document that meets the subjects of the question more than half as well as the best
//! one does (circumstances and places decide where no subject is asked, or none is met); where these are fewer than
//! [`FEW`], after them what meets the subjects less well; where a place is asked and something of that is
//! near, only what is near or names the place; and what passes every filter.

use super::analyse::{BEARS, FORM};
use super::index::{Index, IndexError};
use super::layout::{HERE, SAME_DEPARTMENT, WHOLE_DEPARTMENT};
use super::plan::{Alternative, Clause, FULL, Plan, Sort, Source, Strength};

/// Cover of a commune by class of distance.
pub const COVER: [u32; 8] = [0, 3, 5, 6, 7, 8, 9, 16];
/// What a word covers by its impact: once in a body, more often, in a summary, a name, a label, a title.
pub const TEXT: [u32; 16] = [0, 5, 6, 7, 11, 13, 14, 16, 16, 16, 16, 16, 16, 16, 16, 16];
/// How much of what words cover counts where an attribute is meant, in sixteenths.
pub const MENTIONED: u32 = 10;
/// Fewer good answers than this are followed by others.
pub const FEW: usize = 10;
/// What the exact form adds to an impact.
pub const EXACT: u32 = 2;
/// A word that no more documents than this hold is not common.
pub const RARE: usize = 100;
/// A word that more than one document of so many holds is common.
pub const COMMON: usize = 16;
/// Greatest number of documents in one index.
pub const MOST_DOCUMENTS: u32 = 1 << 20;

/// The numbers of the documents that answer, the best first; `whole` says that no question is answered by all.
pub(super) fn rank(index: &Index, plan: &Plan, whole: bool) -> Result<Vec<u32>, IndexError> {
    let count = index.len();
    let mut scores = vec![Score::default(); count];
    let subjects = plan.clauses.iter().filter(|one| one.sort == Sort::Subject);
    let surest = subjects
        .map(|one| one.strength)
        .max()
        .unwrap_or(Strength::Word);
    for clause in &plan.clauses {
        if is_idle(index, clause, surest)? {
            continue;
        }
        let mut best = vec![(0u32, 0u32); count];
        let mut greatest = 0;
        for alternative in &clause.alternatives {
            let (df, met) = meet(index, alternative, &mut scores)?;
            greatest = greatest.max(df);
            let idf = 2 + rarity(count, df).min(10);
            for (number, cover, impact) in met {
                let best = &mut best[number as usize];
                best.0 = best.0.max(cover);
                best.1 = best.1.max(impact * idf * alternative.gain / 16);
            }
        }
        let weight = clause.strength.weight(surest, rarity(count, greatest));
        for (score, (cover, gain)) in scores.iter_mut().zip(best) {
            score.coverage += weight * cover;
            score.gain += gain;
            if clause.sort == Sort::Subject {
                score.subject += weight * cover;
            }
            if clause.sort == Sort::Place && cover > 0 {
                score.is_near = true;
            }
        }
    }
    let good = answers(plan, &scores, whole);
    let stale = index.postings("#s:1")?;
    let mut fresh = vec![1u64; count];
    for (number, _) in stale {
        fresh[number as usize] = 0;
    }
    let mut answers = good;
    answers.sort_by_key(|&(is_good, number)| {
        let score = &scores[number as usize];
        std::cmp::Reverse((is_good, score.key(fresh[number as usize], number)))
    });
    Ok(answers.into_iter().map(|(_, number)| number).collect())
}

/// A document that an alternative meets: its number, its cover, its impact.
type Met = (u32, u32, u32);

/// What a document has earned.
#[derive(Clone, Default)]
struct Score {
    coverage: u32,
    subject: u32,
    gain: u32,
    distance: u8,
    is_near: bool,
}

impl Score {
    fn key(&self, freshness: u64, number: u32) -> u64 {
        let coverage = u64::from(self.coverage.min(2047));
        let impacts = u64::from((self.gain / 4).min(1023));
        let rank = ((coverage << 10 | impacts) << 3 | u64::from(self.distance)) << 2 | freshness;
        rank << 20 | u64::from((MOST_DOCUMENTS - 1).saturating_sub(number))
    }
}

/// The documents that answer, and whether they do well.
fn answers(plan: &Plan, scores: &[Score], whole: bool) -> Vec<(bool, u32)> {
    let all = 0..scores.len() as u32;
    if plan.clauses.is_empty() {
        return if whole {
            all.map(|number| (true, number)).collect()
        } else {
            Vec::new()
        };
    }
    let subject = |number: u32| scores[number as usize].subject;
    let coverage = |number: u32| scores[number as usize].coverage;
    let has_subject = all.clone().any(|number| subject(number) > 0);
    let met = |number| {
        if has_subject {
            subject(number)
        } else {
            coverage(number)
        }
    };
    let best = all.clone().map(met).max().unwrap_or(0);
    let mut answers: Vec<(bool, u32)> = all
        .filter(|number| met(*number) > 0)
        .map(|number| (met(number) * 2 > best, number))
        .collect();
    let is_near = |answer: &(bool, u32)| scores[answer.1 as usize].is_near;
    if answers.iter().any(|answer| answer.0 && is_near(answer)) {
        answers.retain(is_near);
    }
    if answers.iter().filter(|answer| answer.0).count() >= FEW {
        answers.retain(|answer| answer.0);
    }
    answers
}

fn rarity(count: usize, df: usize) -> u32 {
    ((count + 1) / (df + 1)).checked_ilog2().unwrap_or(0)
}

/// Whether a clause is a word, or a generic group, that tells nothing beside a subject, since it is everywhere.
fn is_idle(index: &Index, clause: &Clause, surest: Strength) -> Result<bool, IndexError> {
    if !matches!(clause.strength, Strength::Word | Strength::Generic) || surest < Strength::Side {
        return Ok(false);
    }
    let whole = clause.alternatives.iter().filter(|one| one.cover == FULL);
    whole
        .into_iter()
        .try_fold(true, |idle, one| Ok(idle && holds_common(index, one)?))
}

/// Whether an alternative is a group that is common, or words of which one is.
fn holds_common(index: &Index, alternative: &Alternative) -> Result<bool, IndexError> {
    let terms = match &alternative.source {
        Source::Words(terms) => terms,
        Source::Group(group) => {
            let df = index.postings(&format!("~{group}"))?.len();
            return Ok(is_common(index.len(), df));
        }
        _ => return Ok(false),
    };
    for (term, _) in terms {
        if is_common(index.len(), index.postings(term)?.len()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many documents an alternative meets, and for each its number, cover and impact.
fn meet(
    index: &Index,
    alternative: &Alternative,
    scores: &mut [Score],
) -> Result<(usize, Vec<Met>), IndexError> {
    let cover = alternative.cover;
    // As words a phrase is sought only where they are not everywhere.
    let is_phrase = matches!(alternative.source, Source::Words(_)) && cover < FULL;
    if is_phrase && holds_common(index, alternative)? {
        return Ok((0, Vec::new()));
    }
    Ok(match &alternative.source {
        Source::Words(terms) => {
            let mut met: Option<Vec<(u32, u32, u32)>> = None;
            let mut least = usize::MAX;
            for (term, form) in terms {
                let postings = exact(index, term, form)?;
                least = least.min(postings.len());
                met = Some(match met {
                    None => postings,
                    Some(former) => both(&former, &postings),
                });
            }
            let met = met.unwrap_or_default().into_iter();
            (
                least,
                met.map(|(number, impact, exact)| {
                    (number, TEXT[impact as usize] * cover / FULL, exact)
                })
                .collect(),
            )
        }
        Source::Group(group) => {
            let postings = index.postings(&format!("~{group}"))?;
            let is_named = index.settings.synonyms[*group].attribute.is_some();
            let cover = |impact: u8| {
                let share = if is_named && impact < BEARS {
                    MENTIONED
                } else {
                    FULL
                };
                TEXT[usize::from(impact)] * cover * share / (FULL * FULL)
            };
            let met = postings
                .iter()
                .map(|(number, impact)| (*number, cover(*impact), u32::from(*impact)));
            (postings.len(), met.collect())
        }
        Source::Attributes(attributes) => {
            let mut met = Vec::new();
            for attribute in attributes {
                met.extend(
                    index
                        .postings(&attribute.key())?
                        .into_iter()
                        .map(|(number, _)| (number, cover, 0)),
                );
            }
            (met.len(), met)
        }
        Source::Commune(commune) => (0, near(index, *commune, scores)?),
        Source::Department(code) => {
            let mut met = Vec::new();
            for place in index
                .places
                .iter()
                .filter(|place| place.department == *code)
            {
                for number in place.documents.clone() {
                    scores[number as usize].distance = HERE;
                    met.push((number, FULL, 0));
                }
            }
            (0, met)
        }
    })
}

/// Whether so many documents hold a word that its exact form no longer counts.
pub(super) fn is_common(count: usize, df: usize) -> bool {
    df > RARE && df * COMMON > count
}

/// The postings of a term: number, impact, and the impact raised where the document holds the exact form.
fn exact(index: &Index, term: &str, form: &str) -> Result<Vec<(u32, u32, u32)>, IndexError> {
    let mut postings: Vec<(u32, u32, u32)> = index
        .postings(term)?
        .into_iter()
        .map(|(number, impact)| (number, u32::from(impact), u32::from(impact)))
        .collect();
    if is_common(index.len(), postings.len()) {
        return Ok(postings);
    }
    let mut exact = index
        .postings(&format!("{term}{FORM}{form}"))?
        .into_iter()
        .peekable();
    for (number, _, raised) in &mut postings {
        if exact.next_if(|(one, _)| one == number).is_some() {
            *raised += EXACT;
        }
    }
    Ok(postings)
}

fn both(a: &[(u32, u32, u32)], b: &[(u32, u32, u32)]) -> Vec<(u32, u32, u32)> {
    let mut b = b.iter().peekable();
    let common = a.iter().filter_map(|(number, impact, exact)| {
        while b.next_if(|(other, ..)| other < number).is_some() {}
        let (_, other, raised) = b.next_if(|(other, ..)| other == number)?;
        Some((*number, *impact.min(other), *exact.min(raised)))
    });
    common.collect()
}

/// What is in a commune, serves it, or is near; notes the class of distance.
fn near(index: &Index, commune: usize, scores: &mut [Score]) -> Result<Vec<Met>, IndexError> {
    let known = &index.settings.communes[commune];
    let mut classes = vec![0u8; index.places.len()];
    classes[0] = SAME_DEPARTMENT;
    for (class, place) in classes.iter_mut().zip(&index.places).skip(1) {
        if place.department == known.department {
            *class = if place.commune.is_none() {
                WHOLE_DEPARTMENT
            } else {
                SAME_DEPARTMENT
            };
        }
    }
    for (place, class) in &index.near[commune] {
        classes[*place as usize] = *class;
    }
    let mut met = Vec::new();
    let mut note = |number: u32, class: u8| {
        let score = &mut scores[number as usize];
        score.distance = score.distance.max(class);
        met.push((number, COVER[usize::from(class)], 0));
    };
    for (place, class) in index.places.iter().zip(classes) {
        if class > 0 {
            place
                .documents
                .clone()
                .for_each(|number| note(number, class));
        }
    }
    for (number, _) in index.postings(&format!("#c:{}", known.insee))? {
        note(number, HERE);
    }
    Ok(met)
}
