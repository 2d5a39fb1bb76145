//! Reading a question: from its words to clauses.

use std::ops::RangeInclusive;

use super::answer::Options;
use super::asked::Asked;
use super::attribute::{Attribute, Facet};
use super::grammar::{Lexicon, Time, lexicon, said, slots};
use super::index::Index;
use super::meaning::{Meaning, spelled};
use super::plan::{Alternative, Clause, FULL, Sort, Source, Strength, Understood};

/// Cover of what bears what a word hints at.
const HINTED: u32 = 12;
/// Cover of what is for those that are asked for.
const FOR_THEM: u32 = 13;

/// What is read of a question so far.
pub(super) struct Reader<'a> {
    question: &'a str,
    index: &'a Index,
    options: &'a Options,
    asked: &'a [Asked],
    lexicon: &'static Lexicon,
    /// Which words belong to a clause.
    taken: Vec<bool>,
    clauses: Vec<Clause>,
    /// Whether « vacances » had its turn to say a time.
    holidays_read: bool,
    /// What is understood, with the place of its first word.
    understood: Vec<(usize, Understood)>,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    pub(super) fn new(
        question: &'a str,
        index: &'a Index,
        options: &'a Options,
        asked: &'a [Asked],
    ) -> Reader<'a> {
        Reader {
            question,
            index,
            options,
            asked,
            lexicon: lexicon(index.settings.tongue),
            taken: vec![false; asked.len()],
            clauses: Vec::new(),
            holidays_read: false,
            understood: Vec::new(),
        }
    }

    /// The clauses, and what is understood in the order of the words.
    pub(super) fn finish(mut self) -> (Vec<Clause>, Vec<Understood>) {
        self.understood.sort_by_key(|(at, _)| *at);
        let understood = self.understood.into_iter().map(|(_, one)| one).collect();
        (self.clauses, understood)
    }

    /// Makes clauses of ages, from left to right: « enfant de 2 ans » says one thing.
    pub(super) fn ages(&mut self) {
        for at in 0..self.asked.len() {
            let forms: Vec<&str> = self.asked[at..]
                .iter()
                .map(|word| word.form.as_str())
                .collect();
            let is_age =
                said(self.lexicon, &forms).is_some_and(|said| said.words == 2 && said.is_age());
            if is_age && !self.taken[at] && self.circumstance(at).is_some() {
                let before = at
                    .checked_sub(1)
                    .filter(|before| self.lexicon.children.contains(&&*self.asked[*before].form));
                if let Some(before) = before {
                    self.taken[before] = true;
                }
            }
        }
    }

    /// Makes clauses of days, ages and prices, from left to right; of holidays only where a subject is asked.
    pub(super) fn circumstances(&mut self, holidays: bool) {
        self.holidays_read |= holidays;
        if holidays && !self.is_sure() {
            return;
        }
        let mut at = 0;
        while at < self.asked.len() {
            let is_now = !self.taken[at] && self.is_holidays(at) == holidays;
            at += if is_now { self.circumstance(at) } else { None }.unwrap_or(1);
        }
    }

    /// Whether a word says school holidays.
    fn is_holidays(&self, at: usize) -> bool {
        self.lexicon.holidays.contains(&&*self.asked[at].form)
    }

    /// A clause of day, age or price that begins here; tells how many words it takes.
    fn circumstance(&mut self, at: usize) -> Option<usize> {
        let free = self.taken[at..].iter().take_while(|taken| !**taken).count();
        let forms: Vec<&str> = self.asked[at..at + free]
            .iter()
            .map(|word| word.form.as_str())
            .collect();
        let said_here = said(self.lexicon, &forms)?;
        let next = said(self.lexicon, &forms[said_here.words.min(forms.len())..]);
        let mut length = said_here.words;
        let mut alternatives = Vec::new();
        let mut attributes = said_here.attributes;
        if let (Time::Days(days), Some(next)) = (&said_here.time, next)
            && let Time::Part(part) = next.time
        {
            let slots = slots(days, part);
            length += next.words;
            alternatives.push(any(std::mem::replace(&mut attributes, slots), FULL / 2));
        }
        attributes.retain(|one| self.is_wanted(one));
        for attribute in &attributes {
            let label = self.said(at, length).to_owned();
            self.understand(attribute, &label, at, length);
        }
        if attributes.is_empty() {
            return None;
        }
        alternatives.push(any(attributes, FULL));
        alternatives.push(self.literal(at, length, 8));
        self.take(
            at,
            length,
            Strength::Whole,
            Sort::Circumstance,
            alternatives,
        );
        Some(length)
    }

    /// Makes clauses of the phrases that mean something, the longest first.
    pub(super) fn phrases(&mut self, lengths: RangeInclusive<usize>) {
        for length in lengths.rev() {
            for at in 0..(self.asked.len() + 1).saturating_sub(length) {
                let is_later = self.is_holidays(at) && !self.holidays_read;
                let is_free = self.taken[at..at + length].iter().all(|taken| !taken);
                if is_free && (length > 1 || !is_later) {
                    self.phrase(at, length);
                }
            }
        }
    }

    fn phrase(&mut self, at: usize, length: usize) {
        let forms: Vec<&str> = self.asked[at..at + length]
            .iter()
            .map(|word| spelled(&word.form))
            .collect();
        let forms = forms.join(" ");
        let (mut strength, mut sort) = (Strength::Generic, Sort::Place);
        let mut alternatives = Vec::new();
        let meanings = self.meanings(at, length);
        let has_place = meanings
            .iter()
            .any(|one| one.is_place() && self.sense(one, &forms).is_some());
        for meaning in meanings {
            let Some((source, attribute, label)) = self.sense(&meaning, &forms) else {
                continue;
            };
            if attribute.as_ref().is_some_and(|one| !self.is_wanted(one)) {
                continue;
            }
            let facet = attribute.as_ref().map(|one| one.facet);
            let mut cover = FULL;
            if let Meaning::Group(group) = &meaning {
                let known = &self.index.settings.synonyms[*group];
                let is_circumstance = matches!(facet, Some(Facet::Access | Facet::Language));
                if is_circumstance && has_place {
                    continue;
                }
                if is_circumstance && sort == Sort::Place {
                    sort = Sort::Circumstance;
                } else if !is_circumstance {
                    sort = Sort::Subject;
                }
                strength = strength.max(match facet {
                    _ if known.generic => Strength::Generic,
                    Some(Facet::Audience | Facet::Format | Facet::PlaceType) => Strength::Side,
                    _ => Strength::Whole,
                });
                if facet == Some(Facet::Audience) {
                    cover = FOR_THEM;
                }
            } else {
                strength = Strength::Whole;
            }
            if let Some(attribute) = &attribute {
                self.understand(attribute, &label, at, length);
            }
            alternatives.push(Alternative {
                source,
                cover,
                gain: 12,
            });
        }
        if !alternatives.is_empty() {
            let cover = if sort == Sort::Subject { 8 } else { 14 };
            alternatives.push(self.literal(at, length, cover));
            self.take(at, length, strength, sort, alternatives);
        }
    }

    /// What a meaning asks for, the attribute that names it, and what a chip says.
    fn sense(&self, meaning: &Meaning, forms: &str) -> Option<(Source, Option<Attribute>, String)> {
        let settings = &self.index.settings;
        match meaning {
            Meaning::Commune {
                forms: written,
                commune,
            } => {
                let known = &settings.communes[*commune];
                let attribute = Attribute::new(Facet::Commune, &known.insee);
                (written == forms).then(|| {
                    let source = Source::Commune(*commune);
                    (source, Some(attribute), known.name.clone())
                })
            }
            Meaning::Department {
                forms: written,
                code,
                name,
            } => (written == forms).then(|| {
                let attribute = Attribute::new(Facet::Department, code);
                let source = Source::Department(code.clone());
                (source, Some(attribute), name.clone())
            }),
            Meaning::Group(group) => {
                let known = &settings.synonyms[*group];
                let source = Source::Group(*group);
                Some((source, known.attribute.clone(), known.label.clone()))
            }
            Meaning::Hint(_) => None,
        }
    }

    /// Whether a subject is understood.
    fn is_sure(&self) -> bool {
        let is_subject = |one: &Clause| one.sort == Sort::Subject && one.strength >= Strength::Side;
        self.clauses.iter().any(is_subject)
    }

    /// Makes a clause of each word that is left; it hints at something only where no subject is understood.
    pub(super) fn words(&mut self) {
        let is_sure = self.is_sure();
        for at in 0..self.asked.len() {
            if self.taken[at] {
                continue;
            }
            let word = &self.asked[at];
            let literal = |term: &String| Alternative {
                source: Source::Words(vec![(term.clone(), word.form.clone())]),
                cover: FULL,
                gain: FULL,
            };
            let mut alternatives: Vec<Alternative> = word.terms.iter().map(literal).collect();
            let hints = if is_sure { Vec::new() } else { self.hints(at) };
            let strength = if hints.is_empty() {
                Strength::Word
            } else {
                Strength::Hint
            };
            alternatives.extend(hints);
            self.take(at, 1, strength, Sort::Subject, alternatives);
        }
    }

    fn hints(&self, at: usize) -> Vec<Alternative> {
        let meanings = self.meanings(at, 1).into_iter();
        let groups = meanings.filter_map(|meaning| match meaning {
            Meaning::Hint(group) => Some(group),
            _ => None,
        });
        let wanted = groups.filter(|group| {
            let attribute = &self.index.settings.synonyms[*group].attribute;
            attribute.as_ref().is_none_or(|one| self.is_wanted(one))
        });
        wanted
            .map(|group| Alternative {
                source: Source::Group(group),
                cover: HINTED,
                gain: 8,
            })
            .collect()
    }

    /// All meanings of a span of words; a single word is sought as acronym and as word.
    fn meanings(&self, at: usize, length: usize) -> Vec<Meaning> {
        let last = |word: &Asked| word.terms[word.terms.len() - 1].clone();
        let keys = match &self.asked[at..at + length] {
            [word] => word.terms.clone(),
            span => vec![span.iter().map(last).collect::<Vec<_>>().join(" ")],
        };
        let known = keys
            .iter()
            .filter_map(|key| self.index.meanings.of.get(key));
        let known: Vec<Meaning> = known.flatten().cloned().collect();
        match &self.asked[at..at + length] {
            [word] if known.is_empty() && is_postal(&word.form) => {
                // A code that nothing lies at still tells the département.
                let of = self.index.meanings.of.get(&word.form[..2]);
                of.into_iter()
                    .flatten()
                    .cloned()
                    .map(|one| one.written(&word.form))
                    .collect()
            }
            _ => known,
        }
    }

    fn take(
        &mut self,
        at: usize,
        length: usize,
        strength: Strength,
        sort: Sort,
        alternatives: Vec<Alternative>,
    ) {
        self.taken[at..at + length].fill(true);
        self.clauses.push(Clause {
            strength,
            sort,
            alternatives,
        });
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
        let is_new = |(_, former): &(usize, Understood)| former.attribute != attribute;
        if self.understood.iter().all(is_new) {
            let words = self.said(at, length).to_owned();
            let label = label.to_owned();
            let understood = Understood {
                attribute,
                label,
                words,
            };
            self.understood.push((at, understood));
        }
    }

    fn said(&self, at: usize, length: usize) -> &str {
        &self.question[self.asked[at].start..self.asked[at + length - 1].end]
    }
}

impl Meaning {
    /// Whether it is a commune or a département.
    pub(super) fn is_place(&self) -> bool {
        !matches!(self, Meaning::Group(_) | Meaning::Hint(_))
    }

    /// The meaning where the words are written like this.
    fn written(self, forms: &str) -> Meaning {
        match self {
            Meaning::Department { code, name, .. } => Meaning::Department {
                forms: forms.to_owned(),
                code,
                name,
            },
            other => other,
        }
    }
}

fn is_postal(form: &str) -> bool {
    form.len() == 5 && form.bytes().all(|byte| byte.is_ascii_digit())
}

fn any(attributes: Vec<Attribute>, cover: u32) -> Alternative {
    Alternative {
        source: Source::Attributes(attributes),
        cover,
        gain: 0,
    }
}
