//! Days, parts of the day, ages and prices in a question: what needs no vocabulary.
//!
//! Each language says them in words of its own, its [`Lexicon`]; `words.js` of the browser client holds the same
//! tables, which a test compares, and `grammar.js` reads them as `said` does.

mod arabic;
mod english;
mod french;
mod german;

use crate::text::tongue::Tongue;

use super::attribute::{Attribute, Facet, age_code};

/// What the first words of a question's rest say, by their folded forms.
pub(super) struct Said {
    /// How many words say it.
    pub(super) words: usize,
    /// The attributes of which one has to be borne.
    pub(super) attributes: Vec<Attribute>,
    /// Whether it is a day, a part of one, or neither: both together make a slot.
    pub(super) time: Time,
}

impl Said {
    /// Whether it is an age.
    pub(super) fn is_age(&self) -> bool {
        self.attributes.iter().any(|one| one.facet == Facet::Age)
    }
}

/// What is said of time.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Time {
    Days(Vec<u8>),
    Part(&'static str),
    Other,
}

/// What a language says of days, ages and prices, by folded words; what ends in `s` is found without it as well.
pub struct Lexicon {
    /// Days of the week, and what names several.
    pub days: &'static [(&'static str, &'static [u8])],
    /// Parts of the day.
    pub parts: &'static [(&'static str, &'static str)],
    /// Two words that say what one says: « week end ».
    pub pairs: &'static [(&'static str, &'static str)],
    /// Numbers in words.
    pub numbers: &'static [(&'static str, i32)],
    /// Units of age: how many count as how many months.
    pub units: &'static [(&'static str, i32, i32)],
    /// Those whose age is told: the word is no subject before one.
    pub children: &'static [&'static str],
    /// Words that say school holidays, where they don't name a subject.
    pub holidays: &'static [&'static str],
    /// Words that ask for something free of charge.
    pub free: &'static [&'static str],
}

impl Lexicon {
    /// Whether a word is one of its own: it is not misspelt, even where no text holds it.
    pub(super) fn knows(&self, form: &str) -> bool {
        let units = self.units.iter();
        let mut units = units.filter(|(name, ..)| *name == form || *name == singular(form));
        said(self, &[form]).is_some()
            || units.next().is_some()
            || self.numbers.iter().any(|(name, _)| *name == form)
    }

    /// All its words: what tells a day, a part of the day, an age or a price.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        let pairs = self.pairs.iter().flat_map(|(pair, _)| pair.split(' '));
        let numbers = self.numbers.iter().map(|(name, _)| *name);
        let units = self.units.iter().map(|(name, ..)| *name);
        let others = [self.children, self.holidays, self.free];
        self.times()
            .chain(pairs)
            .chain(numbers)
            .chain(units)
            .chain(others.into_iter().flatten().copied())
    }

    /// Its days and parts of the day, which a question may misspell or write in one word.
    pub(super) fn times(&self) -> impl Iterator<Item = &'static str> {
        let days = self.days.iter().map(|(name, _)| *name);
        days.chain(self.parts.iter().map(|(name, _)| *name))
    }
}

/// What a language says of days, ages and prices.
pub fn lexicon(tongue: Tongue) -> &'static Lexicon {
    match tongue {
        Tongue::French => &french::LEXICON,
        Tongue::German => &german::LEXICON,
        Tongue::English => &english::LEXICON,
        Tongue::Arabic => &arabic::LEXICON,
    }
}

/// What a list says of a word.
fn find<'a, T>(list: &'a [(&str, T)], form: &str) -> Option<&'a T> {
    let named = |name: &str| name == form || name == singular(form);
    list.iter()
        .find(|(name, _)| named(name))
        .map(|(_, said)| said)
}

/// What the first words say, if they say anything.
pub(super) fn said(lexicon: &Lexicon, forms: &[&str]) -> Option<Said> {
    let (first, second) = (*forms.first()?, forms.get(1).copied().unwrap_or(""));
    let one = |attributes, time| {
        Some(Said {
            words: 1,
            attributes,
            time,
        })
    };
    if let Some(months) = age(lexicon, first, second) {
        let attributes = vec![Attribute::new(Facet::Age, age_code(months))];
        return Some(Said {
            words: 2,
            attributes,
            time: Time::Other,
        });
    }
    if let Some(days) = find(lexicon.days, first) {
        return one(day_attributes(days), Time::Days(days.to_vec()));
    }
    if let Some(whole) = find(lexicon.pairs, &format!("{first} {second}")) {
        return Some(Said {
            words: 2,
            ..said(lexicon, &[whole])?
        });
    }
    if let Some(part) = find(lexicon.parts, first) {
        return one(vec![Attribute::new(Facet::Part, *part)], Time::Part(part));
    }
    if lexicon.holidays.contains(&first) {
        return one(vec![Attribute::new(Facet::Holidays, "1")], Time::Other);
    }
    if lexicon.free.contains(&first) || lexicon.free.contains(&singular(first)) {
        return one(vec![Attribute::new(Facet::Price, "gratuit")], Time::Other);
    }
    None
}

/// The attributes of some days, in one part of them where that is said too.
pub(super) fn slots(days: &[u8], part: &str) -> Vec<Attribute> {
    days.iter()
        .map(|day| Attribute::new(Facet::Slot, format!("{day}-{part}")))
        .collect()
}

fn day_attributes(days: &[u8]) -> Vec<Attribute> {
    days.iter()
        .map(|day| Attribute::new(Facet::Day, day.to_string()))
        .collect()
}

/// An age in months: a number up to 99, and a unit.
fn age(lexicon: &Lexicon, number: &str, unit: &str) -> Option<i32> {
    let number = match lexicon.numbers.iter().find(|(word, _)| *word == number) {
        Some((_, number)) => *number,
        None if number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) => {
            number.parse().ok()?
        }
        None => return None,
    };
    let units = lexicon.units.iter();
    let mut named = units.filter(|(name, ..)| *name == unit || *name == singular(unit));
    let (_, many, months) = named.next()?;
    Some(number * many / months)
}

fn singular(form: &str) -> &str {
    form.strip_suffix('s').unwrap_or(form)
}
