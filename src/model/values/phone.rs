//! Telephone numbers: French ones, short ones, and foreign ones in `+` form.

use crate::diag::{Diagnostic, say};
use crate::text::yaml::{Decode, Decoder, Node};

/// A telephone number that can be called from France.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PhoneNumber {
    /// Ten digits that begin with 0.
    French(Box<str>),
    /// A short number (15, 119, 3919, 116 006): digits only.
    Short(Box<str>),
    /// A foreign number: `+` and digits, and how it is shown.
    Foreign(Box<str>, Box<str>),
}

/// What a call costs, where the number itself says it.
///
/// Source: the French numbering plan, Arcep decision 2018-0881 and its SVA price classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhonePrice {
    /// Free service and call: 0 800 to 0 805.
    Free,
    /// A free service at the price of an ordinary call: 0 806 to 0 809.
    Ordinary,
    /// A service with a price of its own: 0 81, 0 82, 0 89.
    Surcharged,
}

impl PhoneNumber {
    /// Reads a number with the blanks, points and dashes that people write.
    pub fn parse(text: &str) -> Option<PhoneNumber> {
        let bare: String = text
            .trim()
            .replace("(0)", "")
            .chars()
            .filter(|c| !matches!(c, ' ' | '.' | '-' | '/' | '(' | ')' | '\u{a0}' | '\u{202f}'))
            .collect();
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if let Some(international) = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00")) {
            if !digits(international) {
                return None;
            }
            return match international.strip_prefix("33") {
                Some(national) if national.len() == 9 && !national.starts_with('0') => {
                    Some(PhoneNumber::French(format!("0{national}").into()))
                }
                Some(_) => None,
                None => overseas(international).or_else(|| foreign(international)),
            };
        }
        if !digits(&bare) {
            return None;
        }
        match bare.len() {
            10 if bare.starts_with('0') && !bare.starts_with("00") => {
                Some(PhoneNumber::French(bare.into()))
            }
            2 if matches!(&*bare, "15" | "17" | "18") => Some(PhoneNumber::Short(bare.into())),
            3 if bare.starts_with('1') => Some(PhoneNumber::Short(bare.into())),
            4 if bare.starts_with('3') || bare.starts_with("10") => {
                Some(PhoneNumber::Short(bare.into()))
            }
            6 if bare.starts_with("116") || bare.starts_with("118") => {
                Some(PhoneNumber::Short(bare.into()))
            }
            _ => None,
        }
    }

    /// The number as it is shown: `01 23 45 67 89`, `0 800 123 456`, `3919`, `116 006`; blanks are no-break.
    pub fn shown(&self) -> String {
        match self {
            PhoneNumber::French(digits) if digits.starts_with("08") => {
                format!(
                    "{}\u{a0}{}\u{a0}{}\u{a0}{}",
                    &digits[..1],
                    &digits[1..4],
                    &digits[4..7],
                    &digits[7..]
                )
            }
            PhoneNumber::French(digits) => {
                let pairs: Vec<&str> = (0..5).map(|pair| &digits[pair * 2..pair * 2 + 2]).collect();
                pairs.join("\u{a0}")
            }
            PhoneNumber::Short(digits) if digits.len() == 6 => {
                format!("{}\u{a0}{}", &digits[..3], &digits[3..])
            }
            PhoneNumber::Short(digits) => digits.to_string(),
            PhoneNumber::Foreign(_, shown) => shown.replace(' ', "\u{a0}"),
        }
    }

    /// The address of a link that calls it: `tel:+33123456789`, `tel:3919`.
    pub fn link(&self) -> String {
        match self {
            // Numbers in 0 8 are not reached from abroad in a sure way; +33 works in France as well.
            PhoneNumber::French(digits) => format!("tel:+33{}", &digits[1..]),
            PhoneNumber::Short(digits) => format!("tel:{digits}"),
            PhoneNumber::Foreign(number, _) => format!("tel:{number}"),
        }
    }

    /// What a call costs, where the number says it.
    pub fn price(&self) -> Option<PhonePrice> {
        let PhoneNumber::French(digits) = self else {
            return None;
        };
        match &digits[..4] {
            "0800" | "0801" | "0802" | "0803" | "0804" | "0805" => Some(PhonePrice::Free),
            "0806" | "0807" | "0808" | "0809" => Some(PhonePrice::Ordinary),
            other
                if other.starts_with("081")
                    || other.starts_with("082")
                    || other.starts_with("089") =>
            {
                Some(PhonePrice::Surcharged)
            }
            _ => None,
        }
    }

    /// Whether it is a French mobile number.
    pub fn is_mobile(&self) -> bool {
        matches!(self, PhoneNumber::French(digits) if digits.starts_with("06") || digits.starts_with("07"))
    }
}

/// A number of overseas France: within France it is dialled as 0 and the nine digits after its code.
fn overseas(international: &str) -> Option<PhoneNumber> {
    let national = ["262", "590", "594", "596"]
        .iter()
        .find_map(|code| international.strip_prefix(code))?;
    (national.len() == 9 && !national.starts_with('0'))
        .then(|| PhoneNumber::French(format!("0{national}").into()))
}

fn foreign(international: &str) -> Option<PhoneNumber> {
    let number = format!("+{international}");
    let parsed = phonenumber::parse(None, &number)
        .ok()
        .filter(has_a_form_of_its_country)?;
    let shown = parsed
        .format()
        .mode(phonenumber::Mode::International)
        .to_string();
    Some(PhoneNumber::Foreign(number.into(), shown.into()))
}

/// Whether a number has the length and beginning of those of its country; one that is not in use yet may be.
fn has_a_form_of_its_country(number: &phonenumber::PhoneNumber) -> bool {
    let national = number.national().to_string();
    number
        .metadata(&phonenumber::metadata::DATABASE)
        .is_some_and(|country| country.descriptors().general().is_match(&national))
}

impl Decode for PhoneNumber {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(
            node,
            say("un numéro de téléphone", "a telephone number"),
            "« 01 99 00 12 34 »",
        )?;
        let number = PhoneNumber::parse(text);
        match &number {
            None => decoder.error(
                "bad-phone",
                node.span,
                say(format!("« {text} » n'est pas un numéro de téléphone"), format!("“{text}” is not a telephone number")),
                say(
                    "écrivez dix chiffres (01 99 00 12 34), un numéro court (3919), ou un numéro étranger avec « + » ; un seul numéro ici, les autres sous « telephones »",
                    "write ten digits (01 99 00 12 34), a short number (3919), or a foreign number with “+”; one number here, others under “telephones”",
                ),
            ),
            Some(PhoneNumber::Foreign(_, shown)) => decoder.fault(Diagnostic::note(
                "foreign-phone",
                node.span,
                say(format!("numéro étranger : {shown}"), format!("foreign number: {shown}")),
            )),
            Some(_) => {}
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let shown =
            |text| PhoneNumber::parse(text).map(|number| number.shown().replace('\u{a0}', " "));
        assert_eq!(shown("0199001234").as_deref(), Some("01 99 00 12 34"));
        assert_eq!(
            shown("+33 (0)1.99.00.12.34").as_deref(),
            Some("01 99 00 12 34")
        );
        assert_eq!(shown("0033199001234").as_deref(), Some("01 99 00 12 34"));
        assert_eq!(shown("116 006").as_deref(), Some("116 006"));
        assert_eq!(shown("0 800 123 456").as_deref(), Some("0 800 123 456"));
        assert_eq!(
            PhoneNumber::parse("39 19")
                .map(|number| number.link())
                .as_deref(),
            Some("tel:3919")
        );
        assert_eq!(
            PhoneNumber::parse("0810 12 34 56").and_then(|number| number.price()),
            Some(PhonePrice::Surcharged)
        );
        assert!(matches!(
            PhoneNumber::parse("+49 761 2010"),
            Some(PhoneNumber::Foreign(..))
        ));
        for bad in [
            "",
            "12",
            "019900123",
            "01 99 00 12 34 56",
            "0033 0199001234",
            "01 99 00 12 3x",
            "+33 12",
            "++49",
            "é",
        ] {
            assert_eq!(PhoneNumber::parse(bad), None, "{bad}");
        }
    }
}
