//! Days, parts of the day, ages and prices in a question: what needs no vocabulary.
//!
//! `grammar.js` holds the same tables; a test compares them.

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

/// Days by their folded names.
pub const DAYS: [(&str, u8); 7] = [
    ("lundi", 1),
    ("mardi", 2),
    ("mercredi", 3),
    ("jeudi", 4),
    ("vendredi", 5),
    ("samedi", 6),
    ("dimanche", 7),
];
/// Parts of the day by their folded names.
pub const PARTS: [(&str, &str); 6] = [
    ("matin", "matin"),
    ("matinee", "matin"),
    ("midi", "apres-midi"),
    ("aprem", "apres-midi"),
    ("soir", "soir"),
    ("soiree", "soir"),
];
/// Numbers in words.
pub const NUMBERS: [(&str, i32); 11] = [
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
];
/// Units of age: how many count as how many months.
pub const UNITS: [(&str, i32, i32); 5] = [
    ("an", 12, 1),
    ("mois", 1, 1),
    ("semaine", 3, 13),
    ("jour", 1, 31),
    ("annee", 12, 1),
];
/// Those whose age is told: the word is no subject before one.
pub const CHILDREN: [&str; 8] = [
    "age", "agee", "ages", "enfant", "enfants", "fille", "fils", "garcon",
];
/// The word that says school holidays, where it doesn't name a subject.
pub const HOLIDAYS: &str = "vacances";
/// Words that ask for something free of charge.
pub const FREE: [&str; 3] = ["gratuit", "gratuite", "gratuitement"];

/// What the first words say, if they say anything.
pub(super) fn said(forms: &[&str]) -> Option<Said> {
    let (first, second) = (*forms.first()?, forms.get(1).copied().unwrap_or(""));
    let one = |attributes, time| {
        Some(Said {
            words: 1,
            attributes,
            time,
        })
    };
    if let Some(months) = age(first, second) {
        let attributes = vec![Attribute::new(Facet::Age, age_code(months))];
        return Some(Said {
            words: 2,
            attributes,
            time: Time::Other,
        });
    }
    if let Some((_, day)) = DAYS.iter().find(|(name, _)| *name == singular(first)) {
        return one(day_attributes(&[*day]), Time::Days(vec![*day]));
    }
    if singular(first) == "weekend" {
        return one(day_attributes(&[6, 7]), Time::Days(vec![6, 7]));
    }
    if first == "week" && singular(second) == "end" {
        return Some(Said {
            words: 2,
            ..said(&["weekend"])?
        });
    }
    if first == "apres" && second == "midi" {
        return Some(Said {
            words: 2,
            ..said(&["midi"])?
        });
    }
    if let Some((_, part)) = PARTS.iter().find(|(name, _)| *name == singular(first)) {
        return one(vec![Attribute::new(Facet::Part, *part)], Time::Part(part));
    }
    if first == HOLIDAYS {
        return one(vec![Attribute::new(Facet::Holidays, "1")], Time::Other);
    }
    if FREE.contains(&singular(first)) {
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
fn age(number: &str, unit: &str) -> Option<i32> {
    let number = match NUMBERS.iter().find(|(word, _)| *word == number) {
        Some((_, number)) => *number,
        None if number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) => {
            number.parse().ok()?
        }
        None => return None,
    };
    let (_, many, months) = UNITS
        .iter()
        .find(|(name, ..)| *name == unit || *name == singular(unit))?;
    Some(number * many / months)
}

fn singular(form: &str) -> &str {
    form.strip_suffix('s').unwrap_or(form)
}
