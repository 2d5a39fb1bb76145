//! What search knows of a record.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

/// One public record or article, as search sees it.
///
/// Every field but `id`, `url`, `title` and `kind` may be empty: unknown is never « non ».
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The record's id, `laep/la-marelle`, unique within an index.
    pub id: String,
    /// Its page, from the site's root: `/laep/la-marelle/`.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// Its kind: code and what parents read.
    pub kind: Label,
    /// The name of the place it happens at.
    pub venue: String,
    /// What type of place it is: médiathèque, centre social…
    pub place_type: Option<Label>,
    /// The INSEE code of the commune it lies in.
    pub commune: Option<String>,
    /// INSEE codes of the communes it serves beside its own.
    pub serves: Vec<String>,
    /// The département's code, for what has no commune.
    pub department: Option<String>,
    /// Themes, and the themes above them.
    pub themes: Vec<Label>,
    /// Audiences.
    pub audiences: Vec<Label>,
    /// Formats: atelier, café des parents…
    pub formats: Vec<Label>,
    /// Facts of access: fauteuil, poussette…
    pub access: Vec<Label>,
    /// Languages spoken, other than French.
    pub languages: Vec<Label>,
    /// Youngest and oldest child welcome, in days, both within; before birth is below zero.
    pub ages: Option<(i32, i32)>,
    /// When it is open.
    pub openings: Openings,
    /// What it costs.
    pub price: Option<Price>,
    /// Names of the structures behind it.
    pub structures: Vec<String>,
    /// Two sentences, shown with the result.
    pub summary: String,
    /// The rest of the text, searched and not shown; records share it.
    pub body: Arc<str>,
    /// Keywords and synonyms, searched and not shown.
    pub keywords: Vec<String>,
    /// Short facts shown with the result: the name of an icon (`clock`, or nothing) and « Mardi 9 h – 11 h 30 ».
    pub facts: Vec<Label>,
    /// The next days on which it takes place, in order.
    pub next: Vec<Date>,
    /// When somebody last made sure.
    pub verified: Option<Date>,
    /// Whether a visit must leave no trace: never among suggestions.
    pub discreet: bool,
    /// Whether it is an example, shown in a demonstration only, and marked as such.
    pub example: bool,
    /// The language of its text where that isn't the index's own: `de`.
    pub language: Option<String>,
}

/// An entry of a closed list: its code and the words that parents read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Label {
    /// The code: `massage-bebe`.
    pub code: String,
    /// The words: « Massage bébé ».
    pub text: String,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Before noon.
    Morning,
    /// From noon to 18 h.
    Afternoon,
    /// After 18 h.
    Evening,
}

impl Part {
    /// All parts, in order.
    pub const ALL: [Part; 3] = [Part::Morning, Part::Afternoon, Part::Evening];

    /// The part's code in attributes.
    pub fn code(self) -> &'static str {
        match self {
            Part::Morning => "matin",
            Part::Afternoon => "apres-midi",
            Part::Evening => "soir",
        }
    }
}

/// On which days of the week, and in which parts of them, something is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Openings {
    slots: u32,
    /// Whether it is open in school holidays too.
    pub holidays: bool,
}

impl Openings {
    /// Adds a part of a day; days count from 1 (Monday) to 7, any other is passed over.
    pub fn add(&mut self, day: u8, part: Part) {
        if (1..=7).contains(&day) {
            self.slots |= 1 << ((u32::from(day) - 1) * 3 + part as u32);
        }
    }

    /// Whether it is open in a part of a day.
    pub fn has(self, day: u8, part: Part) -> bool {
        (1..=7).contains(&day) && self.slots & (1 << ((u32::from(day) - 1) * 3 + part as u32)) != 0
    }
}

/// What something costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    /// Free of charge.
    Free,
    /// A symbolic sum, or by the family's means.
    Reduced,
    /// To be paid.
    Paid,
}

impl Price {
    /// All prices, the lowest first.
    pub const ALL: [Price; 3] = [Price::Free, Price::Reduced, Price::Paid];

    /// The price's code in attributes.
    pub fn code(self) -> &'static str {
        match self {
            Price::Free => "gratuit",
            Price::Reduced => "reduit",
            Price::Paid => "payant",
        }
    }
}
