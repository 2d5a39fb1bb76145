//! What lists and the agenda need of each record, computed once, and kept for the site of after an edit.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::agenda::{Agenda, is_told};
use super::ages::AgeBand;
use super::near::{Nearby, point_of};
use super::situations::Situation;
use crate::check::{Entry, Guide};
use crate::diag::FileId;
use crate::geo::InseeCode;
use crate::model::Data;
use crate::model::Vocabulary;
use crate::model::values::Term as _;
use crate::text::nearest::fold;

/// What lists need of a record.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Its title as it is sorted.
    pub(super) title: Box<str>,
    /// Its themes, with those above them; of an article as well.
    pub(super) themes: Box<[Box<str>]>,
    /// Its audiences, with those above them.
    pub(super) audiences: Box<[Box<str>]>,
    /// The bands of ages that it is for: a bit each, as [`AgeBand::ALL`].
    pub(super) ages: u8,
    /// The situations that it answers: a bit each, as [`Situation::ALL`].
    pub(super) situations: u16,
    /// The communes in which it lies.
    pub(super) communes: Box<[InseeCode]>,
}

impl Facts {
    fn new(vocabulary: &Vocabulary, entry: &Entry) -> Facts {
        let directory = entry.directory();
        let themes: Vec<&str> = match &entry.record.data {
            Data::Article(article) => article.themes.iter().map(|theme| theme.code()).collect(),
            _ => directory.map_or_else(Vec::new, |directory| {
                directory.themes.iter().map(|theme| theme.code()).collect()
            }),
        };
        let audiences = directory.into_iter().flat_map(|one| &one.audiences);
        let audiences = audiences.map(|audience| audience.code());
        let ages = AgeBand::ALL.iter().enumerate();
        let situations = Situation::ALL.into_iter().enumerate();
        Facts {
            title: fold(entry.record.data.title()).into(),
            themes: with_ancestors(vocabulary, "themes", themes.into_iter()),
            audiences: with_ancestors(vocabulary, "publics", audiences),
            ages: ages.fold(0, |bits, (at, band)| {
                bits | u8::from(band.fits(entry)) << at
            }),
            situations: situations.fold(0, |bits, (at, situation)| {
                bits | u16::from(situation.holds(entry)) << at
            }),
            communes: own_communes(entry).into(),
        }
    }
}

/// The communes in which a record lies.
pub(super) fn own_communes(entry: &Entry) -> Vec<InseeCode> {
    let mut all: Vec<InseeCode> = entry
        .locations
        .iter()
        .filter_map(|location| location.commune)
        .map(|commune| commune.insee())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Codes with all that they stand under, each once.
fn with_ancestors<'c>(
    vocabulary: &'c Vocabulary,
    list: &str,
    codes: impl Iterator<Item = &'c str>,
) -> Box<[Box<str>]> {
    let mut all: Vec<&str> = Vec::new();
    for code in codes {
        let mut at = Some(code);
        while let Some(code) = at.filter(|code| !all.contains(code)) {
            all.push(code);
            at = vocabulary
                .entry(list, code)
                .and_then(|entry| entry.parent.as_deref());
        }
    }
    all.into_iter().map(Into::into).collect()
}

/// What the site of before was made of: the facts of its records, and what does not hang on their titles.
#[derive(Debug, Default)]
pub(super) struct Kept {
    keeps: bool,
    facts: HashMap<FileId, (Arc<Entry>, Arc<Facts>)>,
    former: Option<Former>,
}

#[derive(Debug)]
struct Former {
    guide: Guide,
    agenda: Arc<Agenda>,
    near: Arc<Nearby>,
}

impl Kept {
    pub(super) fn keeping() -> Kept {
        Kept {
            keeps: true,
            ..Kept::default()
        }
    }

    /// The facts of every entry, in order.
    pub(super) fn facts(&mut self, guide: &Guide) -> Vec<Arc<Facts>> {
        let vocabulary = &guide.vocabulary;
        let is_other = |former: &Former| !Arc::ptr_eq(&former.guide.vocabulary, vocabulary);
        if self.former.as_ref().is_some_and(is_other) {
            self.facts.clear();
        }
        let all: Vec<(Arc<Facts>, bool)> = guide
            .entries()
            .par_iter()
            .map(|entry| match self.facts.get(&entry.record.file) {
                Some((known, facts)) if Arc::ptr_eq(known, entry) => (Arc::clone(facts), false),
                _ => (Arc::new(Facts::new(vocabulary, entry)), true),
            })
            .collect();
        if self.keeps {
            for (entry, (facts, is_new)) in guide.entries().iter().zip(&all) {
                if *is_new {
                    let made = (Arc::clone(entry), Arc::clone(facts));
                    self.facts.insert(entry.record.file, made);
                }
            }
        }
        all.into_iter().map(|(facts, _)| facts).collect()
    }

    /// The agenda of before, where all dates, and where they take place, are as they were.
    pub(super) fn agenda(&self, guide: &Guide) -> Option<Arc<Agenda>> {
        let former = self.former.as_ref()?;
        let is_same = former.guide.today == guide.today
            && Arc::ptr_eq(&former.guide.vocabulary, &guide.vocabulary)
            && former.is_same(guide, has_same_dates);
        is_same.then(|| Arc::clone(&former.agenda))
    }

    /// What was near what, where everything lies where it lay.
    pub(super) fn near(&self, guide: &Guide) -> Option<Arc<Nearby>> {
        let former = self.former.as_ref()?;
        let is_same = |before: &Entry, now: &Entry| {
            before.takes_part() == now.takes_part()
                && is_proposed(before) == is_proposed(now)
                && point_of(before) == point_of(now)
        };
        former
            .is_same(guide, is_same)
            .then(|| Arc::clone(&former.near))
    }

    /// Keeps what a site was made of.
    pub(super) fn keep(&mut self, guide: &Guide, agenda: &Arc<Agenda>, near: &Arc<Nearby>) {
        if self.keeps {
            self.former = Some(Former {
                guide: guide.clone(),
                agenda: Arc::clone(agenda),
                near: Arc::clone(near),
            });
        }
    }
}

impl Former {
    /// Whether the records are those of before, those that changed being the same in some respect.
    fn is_same(&self, guide: &Guide, same: impl Fn(&Entry, &Entry) -> bool) -> bool {
        let (before, now) = (self.guide.entries(), guide.entries());
        before.len() == now.len()
            && before.iter().zip(now).all(|(before, now)| {
                let (old, new) = (&before.record, &now.record);
                Arc::ptr_eq(before, now)
                    || (old.kind == new.kind && old.slug == new.slug && same(before, now))
            })
    }
}

/// Whether a record may be proposed beside others.
pub(super) fn is_proposed(entry: &Entry) -> bool {
    entry.directory().is_some() && !entry.standing.discreet && !entry.standing.confidential
}

/// Whether two versions of a record mean the same to the agenda.
fn has_same_dates(before: &Entry, now: &Entry) -> bool {
    let themes = |entry: &Entry| -> Vec<Box<str>> {
        let directory = entry.directory().into_iter();
        let themes = directory.flat_map(|directory| directory.themes.iter());
        themes.map(|theme| theme.code().into()).collect()
    };
    let places = |entry: &Entry| -> Vec<_> {
        let locations = entry.locations.iter();
        locations
            .map(|at| (at.place, at.step, at.commune.map(|commune| commune.insee())))
            .collect()
    };
    is_told(before) == is_told(now)
        && before.standing.confidential == now.standing.confidential
        && before.time_zone == now.time_zone
        && before.locality == now.locality
        && before.dates == now.dates
        && places(before) == places(now)
        && themes(before) == themes(now)
}
