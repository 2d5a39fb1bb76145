//! Dates, whole or partial.

use jiff::civil::Date;

use crate::diag::say;
use crate::text::yaml::{Decode, Decoder, Node};

/// A date of which only the year, or the year and month, may be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year: `2007`.
    Year(i16),
    /// A month: `2020-02`.
    Month(i16, i8),
    /// A day: `2022-01-17`.
    Day(Date),
}

impl PartialDate {
    /// Reads `AAAA`, `AAAA-MM` or `AAAA-MM-JJ`.
    pub fn parse(text: &str) -> Option<PartialDate> {
        let date = |year: i16, month: i8| Date::new(year, month, 1).ok().filter(|_| year > 0);
        match (text.len(), text.get(..4)?.parse::<i16>().ok()?) {
            (4, year) => date(year, 1).map(|_| PartialDate::Year(year)),
            (7, year) if text.as_bytes()[4] == b'-' => {
                let month = text.get(5..7)?.parse().ok()?;
                date(year, month).map(|_| PartialDate::Month(year, month))
            }
            _ => parse_date(text).map(PartialDate::Day),
        }
    }

    /// The first day it may mean.
    pub fn first_day(self) -> Date {
        match self {
            // Both were dates when they were read.
            PartialDate::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
            PartialDate::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            PartialDate::Day(date) => date,
        }
    }

    /// The last day it may mean.
    pub fn last_day(self) -> Date {
        match self {
            PartialDate::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            PartialDate::Month(..) => self.first_day().last_of_month(),
            PartialDate::Day(date) => date,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first_day().year()
    }

    /// Whether a day is stated.
    pub fn is_whole(self) -> bool {
        matches!(self, PartialDate::Day(_))
    }
}

/// Reads `AAAA-MM-JJ`, and nothing else.
fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let plain = bytes.len() == 10
        && bytes.iter().enumerate().all(|(index, b)| {
            if matches!(index, 4 | 7) {
                *b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
    if !plain {
        return None;
    }
    Date::new(
        text[..4].parse().ok()?,
        text[5..7].parse().ok()?,
        text[8..].parse().ok()?,
    )
    .ok()
}

impl Decode for Date {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("une date", "a date"), "2026-09-01")?
            .trim();
        let date = parse_date(text);
        if date.is_none() {
            bad_date(text, false, node, decoder);
        }
        date
    }
}

impl Decode for PartialDate {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(
                node,
                say("une date", "a date"),
                "2026-09-01, 2026-09 ou 2026",
            )?
            .trim();
        let date = PartialDate::parse(text);
        if date.is_none() {
            bad_date(text, true, node, decoder);
        }
        date
    }
}

fn bad_date(text: &str, partial: bool, node: &Node<'_>, decoder: &mut Decoder) {
    let help = match (french_order(text), partial) {
        (Some(date), _) => say(format!("écrivez {date}"), format!("write {date}")),
        (None, false) => say(
            "écrivez AAAA-MM-JJ, par exemple 2026-09-01",
            "write YYYY-MM-DD, such as 2026-09-01",
        ),
        (None, true) => say(
            "écrivez AAAA-MM-JJ, AAAA-MM ou AAAA, par exemple 2026-09-01",
            "write YYYY-MM-DD, YYYY-MM or YYYY, such as 2026-09-01",
        ),
    };
    let (fr, en) = match PartialDate::parse(text) {
        Some(_) => ("ne dit pas le jour", "does not say the day"),
        None => ("n'est pas une date", "is not a date"),
    };
    let message = say(format!("« {text} » {fr}"), format!("“{text}” {en}"));
    decoder.error("bad-date", node.span, message, help);
}

/// The date that somebody who wrote `1/9/2026` or `1er septembre 2026` meant.
fn french_order(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = [
        "janv", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec",
    ];
    let folded = crate::text::nearest::fold(text);
    let parts: Vec<&str> = folded
        .split(['/', '.', '-'])
        .filter(|part| !part.is_empty())
        .collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let day = day.trim_end_matches("er").parse().ok()?;
    let month = month.parse().ok().or_else(|| {
        let index = MONTHS.iter().position(|name| month.starts_with(name))?;
        i8::try_from(index + 1).ok()
    })?;
    Date::new(year.parse().ok().filter(|year| *year > 1900)?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_span_what_they_may_mean() {
        let year = PartialDate::parse("2007").unwrap();
        assert_eq!(
            (year.first_day().to_string(), year.last_day().to_string()),
            ("2007-01-01".into(), "2007-12-31".into())
        );
        let month = PartialDate::parse("2020-02").unwrap();
        assert_eq!(month.last_day().to_string(), "2020-02-29");
        for bad in [
            "",
            "20",
            "2020-13",
            "2020-02-30",
            "02/2020",
            "2020-2",
            "202é",
            "0000",
        ] {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
        assert_eq!(
            french_order("1er septembre 2026")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2026-09-01")
        );
        assert_eq!(
            french_order("17/01/2022")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2022-01-17")
        );
    }
}
