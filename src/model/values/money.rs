//! Amounts of money.

use crate::diag::say;
use crate::text::yaml::{Decode, Decoder, Node};

/// An amount in euros, kept in cents, not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money {
    cents: u64,
}

impl Money {
    /// The most that is called symbolic: 2 €.
    pub const SYMBOLIC: Money = Money { cents: 200 };

    /// An amount of cents.
    pub fn from_cents(cents: u64) -> Money {
        Money { cents }
    }

    /// The amount in cents.
    pub fn cents(self) -> u64 {
        self.cents
    }

    /// Reads an amount as it is written: digits, a point, two decimals at most.
    pub fn parse(text: &str) -> Option<Money> {
        let (euros, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if euros.is_empty()
            || euros.len() > 12
            || !digits(euros)
            || !digits(decimals)
            || decimals.len() > 2
        {
            return None;
        }
        if text.ends_with('.') {
            return None;
        }
        let cents = format!("{decimals:0<2}").parse::<u64>().ok()?;
        Some(Money {
            cents: euros.parse::<u64>().ok()? * 100 + cents,
        })
    }

    /// The amount in French, with a no-break space before the sign: `2,50 €`, `48 000 €`.
    pub fn french(self) -> String {
        format!("{}\u{a0}€", self.digits("\u{202f}", ","))
    }

    /// The amount without a sign, in groups of three digits; cents where there are any.
    pub fn digits(self, thousands: &str, decimal: &str) -> String {
        let (euros, cents) = (self.cents / 100, self.cents % 100);
        let digits = euros.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                grouped.push_str(thousands);
            }
            grouped.push(digit);
        }
        if cents == 0 {
            grouped
        } else {
            format!("{grouped}{decimal}{cents:02}")
        }
    }
}

impl Decode for Money {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(
                node,
                say("un montant en euros", "an amount in euros"),
                "2.50",
            )?
            .trim();
        let money = Money::parse(text);
        if money.is_none() {
            let bare = text
                .replace(['€', ' ', '\u{a0}', '\u{202f}'], "")
                .replace("euros", "")
                .replace(',', ".");
            let help = match Money::parse(&bare) {
                Some(_) => say(format!("écrivez {bare}"), format!("write {bare}")),
                None => say(
                    "écrivez un nombre d'euros, avec un point et deux décimales au plus, par exemple 2.50",
                    "write a number of euros, with a point and two decimals at most, such as 2.50",
                ),
            };
            decoder.error(
                "bad-amount",
                node.span,
                say(
                    format!("« {text} » n'est pas un montant"),
                    format!("“{text}” is not an amount"),
                ),
                help,
            );
        }
        money
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_cents() {
        assert_eq!(Money::parse("2.5").map(Money::cents), Some(250));
        assert_eq!(
            Money::parse("48000").map(Money::french).as_deref(),
            Some("48\u{202f}000\u{a0}€")
        );
        assert_eq!(
            Money::parse("0.50").map(Money::french).as_deref(),
            Some("0,50\u{a0}€")
        );
        for bad in ["", "-1", "2,5", "1.234", "2.", "1e3", "9999999999999"] {
            assert_eq!(Money::parse(bad), None, "{bad}");
        }
    }
}
