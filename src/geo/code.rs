//! Codes of communes, of postal distribution and of groupings, as people write them.

use std::fmt;

use super::DepartmentCode;

/// Why a text is no code of the kind that was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// It has another number of characters, which is given.
    Length(usize),
    /// It has the right length and a character that can't stand there.
    Character(char),
    /// Its digits contradict its check digit (SIREN only).
    Checksum,
}

/// The INSEE code of a commune or municipal arrondissement, by its form: `67180`, `2A004`, `75111`.
///
/// Whether it is given to a commune, [`Communes::by_insee`](super::Communes::by_insee) knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InseeCode([u8; 5]);

impl InseeCode {
    /// Reads five characters: five digits, or `2A`, `2B` (in either case) and three digits.
    pub fn parse(text: &str) -> Result<InseeCode, CodeError> {
        let upper = text.to_ascii_uppercase();
        let corsica = upper.starts_with("2A") || upper.starts_with("2B");
        let digits = upper.chars().enumerate();
        let stranger = digits.filter(|(at, c)| !(c.is_ascii_digit() || corsica && *at == 1));
        five(&upper, stranger.map(|(_, c)| c).next()).map(InseeCode)
    }

    /// The code that was probably meant where [`parse`](InseeCode::parse) fails, for a message to propose.
    ///
    /// Spaces and points go, and the zero that spreadsheets drop comes back.
    pub fn repair(text: &str) -> Option<InseeCode> {
        InseeCode::parse(&tidy(text)).ok()
    }

    /// The code as text, with capital letters.
    pub fn as_str(&self) -> &str {
        text(&self.0)
    }

    /// The département it lies in by its first characters; `None` where there is none.
    pub fn department(&self) -> Option<DepartmentCode> {
        DepartmentCode::parse(&self.as_str()[..area(&self.0).len()])
    }

    /// Whether both begin with the same département.
    pub(super) fn is_near(&self, other: &InseeCode) -> bool {
        area(&self.0) == area(&other.0)
    }

    /// The code that the built-in tables hold as a number in base 36.
    pub(super) fn from_number(mut number: u32) -> InseeCode {
        let mut code = [b'0'; 5];
        for digit in code.iter_mut().rev() {
            *digit = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(number % 36) as usize];
            number /= 36;
        }
        InseeCode(code)
    }
}

/// A postal code by its form, five digits, kept as it is written: `67500`, `01000`.
///
/// Whether it is in use, [`Communes::by_postal_code`](super::Communes::by_postal_code) knows; CEDEX codes are not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostalCode([u8; 5]);

impl PostalCode {
    /// Reads five digits.
    pub fn parse(text: &str) -> Result<PostalCode, CodeError> {
        let stranger = text.chars().find(|c| !c.is_ascii_digit());
        five(text, stranger).map(PostalCode)
    }

    /// The code that was probably meant where [`parse`](PostalCode::parse) fails, for a message to propose.
    ///
    /// « 67 500 », « F-67500 » and « FR-67500 » lose what is too much; the zero that spreadsheets drop comes back.
    pub fn repair(text: &str) -> Option<PostalCode> {
        let tidy = tidy(text);
        let rest = tidy.strip_prefix('F').unwrap_or(&tidy);
        PostalCode::parse(rest.strip_prefix('R').unwrap_or(rest)).ok()
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        text(&self.0)
    }

    /// Whether both begin alike: two digits, three overseas. Most often that means one département.
    pub fn is_near(&self, other: &PostalCode) -> bool {
        area(&self.0) == area(&other.0)
    }

    pub(super) fn from_number(mut number: u32) -> PostalCode {
        let mut code = [b'0'; 5];
        for digit in code.iter_mut().rev() {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
        }
        PostalCode(code)
    }
}

/// The SIREN of a grouping of communes: nine digits, the last of which checks the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siren(u32);

impl Siren {
    /// Reads nine digits; spaces may stand between them, as in « 200 067 874 ».
    pub fn parse(text: &str) -> Result<Siren, CodeError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if let Some(stranger) = digits.chars().find(|c| !c.is_ascii_digit()) {
            return Err(CodeError::Character(stranger));
        }
        let number = digits.parse::<u32>();
        match number {
            Ok(number) if digits.len() == 9 => match luhn(&digits) {
                true => Ok(Siren(number)),
                false => Err(CodeError::Checksum),
            },
            _ => Err(CodeError::Length(digits.len())),
        }
    }

    pub(super) fn from_number(number: u32) -> Siren {
        Siren(number)
    }
}

impl fmt::Display for InseeCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl fmt::Display for Siren {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:09}", self.0)
    }
}

impl fmt::Debug for InseeCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "InseeCode({self})")
    }
}

impl fmt::Debug for PostalCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PostalCode({self})")
    }
}

impl fmt::Debug for Siren {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Siren({self})")
    }
}

fn five(text: &str, stranger: Option<char>) -> Result<[u8; 5], CodeError> {
    match (text.chars().count(), stranger) {
        (5, Some(stranger)) => Err(CodeError::Character(stranger)),
        // Without a stranger all are ASCII, hence five bytes.
        (5, None) => text.as_bytes().try_into().map_err(|_| CodeError::Length(5)),
        (length, _) => Err(CodeError::Length(length)),
    }
}

/// The characters that tell the département: two, three overseas.
fn area(code: &[u8; 5]) -> &[u8] {
    let overseas = code[0] == b'9' && code[1] >= b'7';
    &code[..if overseas { 3 } else { 2 }]
}

fn text(code: &[u8; 5]) -> &str {
    // The constructors let in ASCII only.
    std::str::from_utf8(code).unwrap_or_default()
}

fn tidy(text: &str) -> String {
    let kept: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let lost_zero = kept.len() == 4 && kept.bytes().all(|c| c.is_ascii_digit());
    format!(
        "{}{}",
        if lost_zero { "0" } else { "" },
        kept.to_ascii_uppercase()
    )
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let doubled = u32::from(digit - b'0') << (at % 2);
            doubled / 10 + doubled % 10
        })
        .sum();
    sum.is_multiple_of(10)
}
