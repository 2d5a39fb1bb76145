//! Ages of children, kept in days and shown as written.

use crate::diag::{Diagnostic, say};
use crate::mapping;
use crate::text::nearest::fold;
use crate::text::yaml::{Decode, Decoder, Fields, Node};

use super::Audience;

/// An age: days (1 year = 365, n months = ⌊n × 365 / 12⌋), and the words it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Age {
    days: u32,
    written: Box<str>,
}

impl Age {
    /// Reads `10 semaines`, `2 mois et demi` is not an age: a whole number and a unit.
    pub fn parse(text: &str) -> Option<Age> {
        let folded = fold(text.trim());
        let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = folded[..digits]
            .parse()
            .ok()
            .filter(|number| *number <= 10_000)?;
        let days = match folded[digits..].trim_matches('-') {
            "jour" | "jours" => number,
            "semaine" | "semaines" => number * 7,
            "mois" => number * 365 / 12,
            "an" | "ans" => number * 365,
            _ => return None,
        };
        (days <= 130 * 365).then(|| Age {
            days,
            written: text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join("\u{a0}")
                .into(),
        })
    }

    /// The age in days.
    pub fn days(&self) -> u32 {
        self.days
    }

    /// The age as it was written, with a no-break space.
    pub fn written(&self) -> &str {
        &self.written
    }
}

impl Decode for Age {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, say("un âge", "an age"), "« 10 semaines »")?;
        let age = Age::parse(text);
        if age.is_none() {
            let help = match text.trim().parse::<u32>() {
                Ok(number) => say(
                    format!("dites l'unité : « {number} ans » ou « {number} mois »"),
                    format!("say the unit: “{number} ans” or “{number} mois”"),
                ),
                Err(_) => say(
                    "écrivez un nombre entier et « jours », « semaines », « mois » ou « ans », par exemple « 10 semaines »",
                    "write a whole number and “jours”, “semaines”, “mois” or “ans”, such as “10 semaines”",
                ),
            };
            decoder.error(
                "bad-age",
                node.span,
                say(
                    format!("« {text} » n'est pas un âge"),
                    format!("“{text}” is not an age"),
                ),
                help,
            );
        }
        age
    }
}

/// A stretch of ages, in days; the last day is still admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AgeRange {
    /// The first day, 0 at birth.
    pub from: u32,
    /// The last day still admitted.
    pub to: u32,
}

mapping! {
    /// The ages of the children that something is for.
    pub struct AgeGroup {
        /// The youngest age.
        pub from: Option<Age> = "de",
        /// The oldest age: the last day still admitted.
        pub to: Option<Age> = "a",
        /// Whose ages these are.
        pub audience: Option<Audience> = "public",
        /// Whether future parents are meant.
        pub pregnancy: Option<bool> = "grossesse",
    }
    check ordered;
}

impl AgeGroup {
    /// The ages as days, where any is stated.
    pub fn range(&self) -> Option<AgeRange> {
        (self.from.is_some() || self.to.is_some()).then(|| AgeRange {
            from: self.from.as_ref().map_or(0, Age::days),
            to: self.to.as_ref().map_or(130 * 365, Age::days),
        })
    }
}

fn ordered(group: &mut AgeGroup, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let (Some(from), Some(to)) = (&group.from, &group.to)
        && from.days > to.days
    {
        let (a, b) = (from.written(), to.written());
        decoder.fault(
            Diagnostic::error(
                "reversed-ages",
                fields.at("a"),
                say(
                    format!("l'âge de début ({a}) dépasse l'âge de fin ({b})"),
                    format!("the first age ({a}) is above the last ({b})"),
                ),
            )
            .help(say(
                format!("écrivez de: \"{b}\", a: \"{a}\""),
                format!("write de: \"{b}\", a: \"{a}\""),
            )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_days() {
        let days = |text| Age::parse(text).map(|age| age.days());
        assert_eq!(days("10 semaines"), Some(70));
        assert_eq!(days("18 mois"), Some(547));
        assert_eq!(days("6 ans"), Some(2190));
        assert_eq!(days("1 an"), Some(365));
        for bad in [
            "6",
            "ans",
            "-1 an",
            "six ans",
            "6 années et",
            "99999999999 ans",
            "",
        ] {
            assert_eq!(days(bad), None, "{bad}");
        }
    }
}
