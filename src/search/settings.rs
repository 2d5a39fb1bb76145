//! What an index is made with, beside the documents.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::attribute::Attribute;
use crate::text::french::Acronyms;
use crate::text::tongue::Tongue;

/// What an index is made with, beside the documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The language that texts and questions are analysed in.
    pub tongue: Tongue,
    /// Words that mean the same.
    pub synonyms: Vec<SynonymGroup>,
    /// Acronyms to keep apart from words.
    pub acronyms: Acronyms,
    /// The communes that a question may name: those of documents, and those around.
    pub communes: Vec<Commune>,
    /// The day that everything is computed for.
    pub today: Date,
    /// What parents read of attributes that neither documents nor communes name: days, prices, bands of ages.
    pub labels: BTreeMap<String, String>,
    /// What was verified before this day, or never, ranks after what is as good and fresher.
    pub fresh_since: Date,
}

/// Words and phrases that mean the same, or that name an attribute.
///
/// A document that holds one of them, or bears the attribute, is found by all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynonymGroup {
    /// The phrases, as parents type them.
    pub phrases: Vec<String>,
    /// What they name: a theme, a kind, an access…
    pub attribute: Option<Attribute>,
    /// What it is a part of: what bears that, and not this, comes after.
    pub within: Option<Attribute>,
    /// What a chip says when the attribute is understood.
    pub label: String,
    /// Whether it names what much of a guide is (an activity, for parents): it counts little beside a subject.
    pub generic: bool,
}

/// A commune that a question may name.
#[derive(Debug, Clone, PartialEq)]
pub struct Commune {
    /// Its INSEE code.
    pub insee: String,
    /// Its name, as the official list has it.
    pub name: String,
    /// Its postal codes.
    pub postal_codes: Vec<String>,
    /// The code of its département: `67`.
    pub department: String,
    /// The name of its département: « Bas-Rhin ».
    pub department_name: String,
    /// Latitude and longitude of its centre, in degrees.
    pub centre: Option<(f64, f64)>,
}
