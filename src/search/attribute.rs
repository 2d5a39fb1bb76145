//! Attributes: what a document is, beside the words it holds.

use super::document::{Document, Part};

/// A list of attributes that filters and facets are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Age of a child.
    Age,
    /// A band of ages, as parents choose one.
    Band,
    /// Commune, by INSEE code.
    Commune,
    /// Day of the week, 1 to 7.
    Day,
    /// Format.
    Format,
    /// A part of a day: `6-matin`.
    Slot,
    /// Kind of record.
    Kind,
    /// Language spoken.
    Language,
    /// Part of the day.
    Part,
    /// Price.
    Price,
    /// What should be confirmed by telephone: verified too long ago.
    Stale,
    /// Theme.
    Theme,
    /// Audience.
    Audience,
    /// School holidays.
    Holidays,
    /// Access.
    Access,
    /// Type of place: médiathèque, centre social…
    PlaceType,
    /// Département.
    Department,
}

impl Facet {
    /// The letter that stands for the facet in keys of the index.
    pub fn letter(self) -> char {
        match self {
            Facet::Age => 'a',
            Facet::Band => 'b',
            Facet::Commune => 'c',
            Facet::Day => 'd',
            Facet::Format => 'f',
            Facet::Slot => 'h',
            Facet::Kind => 'k',
            Facet::Language => 'l',
            Facet::Part => 'm',
            Facet::Price => 'p',
            Facet::Stale => 's',
            Facet::Theme => 't',
            Facet::Audience => 'u',
            Facet::Holidays => 'v',
            Facet::Access => 'x',
            Facet::PlaceType => 'y',
            Facet::Department => 'z',
        }
    }
}

/// A band of ages, as parents choose one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Its code in attributes: `1-3-ans`.
    pub code: &'static str,
    /// The ages in days, the last excluded; before birth is below zero.
    days: (i32, i32),
}

/// All bands, from pregnancy on.
pub const BANDS: [Band; 6] = [
    Band::new("grossesse", i32::MIN, 0),
    Band::new("0-1-an", 0, 365),
    Band::new("1-3-ans", 365, 1095),
    Band::new("3-6-ans", 1095, 2190),
    Band::new("6-11-ans", 2190, 4015),
    Band::new("11-18-ans", 4015, 6570),
];

impl Band {
    const fn new(code: &'static str, from: i32, to: i32) -> Band {
        Band {
            code,
            days: (from, to),
        }
    }

    /// Whether ages reach into the band: « 6 ans » is the sixth birthday, and not the years that begin there.
    fn meets(self, youngest: i32, oldest: i32) -> bool {
        youngest < self.days.1 && (oldest > self.days.0 || youngest >= self.days.0)
    }
}

/// One attribute: a facet and a code of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attribute {
    /// The list it belongs to.
    pub facet: Facet,
    /// Its code there.
    pub code: String,
}

impl Attribute {
    /// Makes an attribute.
    pub fn new(facet: Facet, code: impl Into<String>) -> Attribute {
        Attribute {
            facet,
            code: code.into(),
        }
    }

    /// The attribute's name towards the outside: `k:laep`.
    pub fn name(&self) -> String {
        self.after("")
    }

    /// The name after a mark; there are so many of them that formatting takes a hundredth of a small guide's build.
    fn after(&self, mark: &str) -> String {
        let mut name = String::with_capacity(mark.len() + 2 + self.code.len());
        name.push_str(mark);
        name.push(self.facet.letter());
        name.push(':');
        name.push_str(&self.code);
        name
    }

    /// The attribute's key in the index, which no word has: `#k:laep`.
    pub fn key(&self) -> String {
        self.after("#")
    }
}

/// The codes of the ages between two, in days: `avant` (birth), months `m0` to `m35`, years `y3` to `y25`.
pub fn age_codes(youngest: i32, oldest: i32) -> Vec<String> {
    (age_step(youngest)..=age_step(oldest))
        .map(step_code)
        .collect()
}

/// The code of an age in months; below zero is before birth.
pub(super) fn age_code(months: i32) -> String {
    step_code(month_step(months))
}

/// All attributes of a document; `department` is that of its place.
pub(super) fn attributes(document: &Document, department: Option<&str>) -> Vec<Attribute> {
    let mut all = vec![Attribute::new(Facet::Kind, &document.kind.code)];
    let lists = [
        (Facet::Theme, &document.themes),
        (Facet::Audience, &document.audiences),
        (Facet::Format, &document.formats),
        (Facet::Access, &document.access),
        (Facet::Language, &document.languages),
    ];
    for (facet, labels) in lists {
        all.extend(
            labels
                .iter()
                .map(|label| Attribute::new(facet, &label.code)),
        );
    }
    all.extend(
        document
            .place_type
            .iter()
            .map(|label| Attribute::new(Facet::PlaceType, &label.code)),
    );
    let communes = document.commune.iter().chain(&document.serves);
    all.extend(communes.map(|insee| Attribute::new(Facet::Commune, insee)));
    all.extend(department.map(|code| Attribute::new(Facet::Department, code)));
    all.extend(
        document
            .price
            .map(|price| Attribute::new(Facet::Price, price.code())),
    );
    if let Some((youngest, oldest)) = document.ages {
        all.extend(
            age_codes(youngest, oldest)
                .into_iter()
                .map(|code| Attribute::new(Facet::Age, code)),
        );
        let bands = BANDS.iter().filter(|band| band.meets(youngest, oldest));
        all.extend(bands.map(|band| Attribute::new(Facet::Band, band.code)));
    }
    for day in 1..=7 {
        for part in Part::ALL
            .into_iter()
            .filter(|part| document.openings.has(day, *part))
        {
            all.push(Attribute::new(Facet::Day, day.to_string()));
            all.push(Attribute::new(Facet::Part, part.code()));
            all.push(Attribute::new(
                Facet::Slot,
                format!("{day}-{}", part.code()),
            ));
        }
    }
    if document.openings.holidays {
        all.push(Attribute::new(Facet::Holidays, "1"));
    }
    // Codes are of letters, digits and hyphens: anything else could be taken for another key.
    let is_plain = |code: &str| {
        code.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    all.retain(|attribute| !attribute.code.is_empty() && is_plain(&attribute.code));
    all.sort();
    all.dedup();
    all
}

/// Steps of age: 0 before birth, 1 to 36 the months of the first three years, 37 to 59 the years from 3 to 25.
fn age_step(days: i32) -> i32 {
    match days {
        i32::MIN..0 => 0,
        // The mean month has 30.4375 days; beyond 40 years the step no longer changes.
        _ => month_step(days.min(15_000) * 10_000 / 304_375),
    }
}

fn month_step(months: i32) -> i32 {
    match months {
        i32::MIN..0 => 0,
        0..36 => months + 1,
        _ => 34 + (months / 12).min(25),
    }
}

fn step_code(step: i32) -> String {
    match step {
        0 => "avant".to_owned(),
        1..37 => ["m", &(step - 1).to_string()].concat(),
        _ => ["y", &(step - 34).to_string()].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_end_at_birthdays() {
        let codes = |youngest, oldest| -> Vec<&str> {
            let met = BANDS.iter().filter(|band| band.meets(youngest, oldest));
            met.map(|band| band.code).collect()
        };
        assert_eq!(codes(-1, -1), ["grossesse"]);
        assert_eq!(codes(0, 2190), ["0-1-an", "1-3-ans", "3-6-ans"]);
        assert_eq!(codes(-1, 365), ["grossesse", "0-1-an"]);
        assert_eq!(codes(365, 365), ["1-3-ans"]);
        assert_eq!(codes(9_000, 9_500), Vec::<&str>::new());
    }

    #[test]
    fn ages_step_by_months_then_years() {
        assert_eq!(age_codes(-1, 0), ["avant", "m0"]);
        assert_eq!(age_codes(1065, 1500), ["m34", "m35", "y3", "y4"]);
        assert_eq!(age_code(24), "m24");
        assert_eq!(age_code(36), "y3");
        assert_eq!(age_codes(30_000, i32::MAX), ["y25"]);
        assert_eq!(age_codes(0, 2191).len(), 36 + 3);
    }
}
