//! Tokens that begin with a digit: times, ordinals, numbers.

use std::ops::Range;

use super::{Kind, Scan};
use crate::calendar::{Ordinal, TimeOfDay};

/// Reads `9h30`, `9 h`, `09:30`, `9 heures`, `1er`, `2ème` or a number.
pub(super) fn number(scan: &mut Scan<'_>) -> Kind {
    let digits = scan.take_while(|c| c.is_ascii_digit());
    let value: u32 = scan.text[digits.clone()].parse().unwrap_or(u32::MAX);
    if digits.len() > 2 {
        return Kind::Number(value);
    }
    if let Some(ordinal) = ordinal(scan, value) {
        return Kind::Ordinal(ordinal);
    }
    let minutes = match (unit(scan), colon(scan)) {
        (true, _) => minutes(scan).unwrap_or(0),
        (false, Some(minutes)) => {
            // « 11:30 h »
            let _ = unit(scan);
            minutes
        }
        (false, None) if let Some(minutes) = point(scan, &digits) => minutes,
        (false, None) => return Kind::Number(value),
    };
    // Both have two digits at most.
    TimeOfDay::new(value as u8, minutes as u8).map_or(Kind::NoTime, Kind::Time)
}

/// Takes `h`, `H`, `heures`, a blank before it or not.
fn unit(scan: &mut Scan<'_>) -> bool {
    let mut ahead = scan.after_blanks();
    let taken = ["heures", "heure", "hrs", "h"]
        .into_iter()
        .any(|unit| ahead.take_letters(unit) || glued_unit(&mut ahead, unit));
    let at = ahead.at;
    if taken {
        scan.at = at;
    }
    taken
}

/// Takes a unit with digits right after it: `h30`.
fn glued_unit(scan: &mut Scan<'_>, unit: &str) -> bool {
    let rest = scan.rest();
    let after = rest
        .get(unit.len()..)
        .and_then(|after| after.chars().next());
    let fits = rest
        .get(..unit.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(unit))
        && after.is_some_and(|c| c.is_ascii_digit());
    if fits {
        scan.at += unit.len();
    }
    fits
}

/// Takes `:30`, right after the hour.
fn colon(scan: &mut Scan<'_>) -> Option<u32> {
    let minutes = two_digits(scan.rest().strip_prefix(':')?)?;
    scan.at += 3;
    Some(minutes)
}

/// Takes the `.30` of `9.30`, which is no date, price or telephone number.
fn point(scan: &mut Scan<'_>, hour: &Range<usize>) -> Option<u32> {
    let minutes = two_digits(scan.rest().strip_prefix('.')?)?;
    let after = scan.rest().get(3..)?;
    let goes_on = after
        .strip_prefix('.')
        .is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
    let is_part = scan.text[..hour.start].ends_with('.');
    if goes_on || is_part || minutes % 15 != 0 {
        return None;
    }
    scan.at += 3;
    Some(minutes)
}

/// Takes `30`, `30 min`, `et demie`, `et quart` after the unit.
fn minutes(scan: &mut Scan<'_>) -> Option<u32> {
    let mut ahead = scan.after_blanks();
    if let Some(minutes) = two_digits(ahead.rest()) {
        ahead.at += 2;
        // « 9 h 12 h » are two times, « 14h 16:30 » as well.
        let mut other = ahead;
        if unit(&mut other) || colon(&mut other).is_some() {
            return None;
        }
        let mut named = ahead.after_blanks();
        let is_named = ["minutes", "min", "mn"]
            .into_iter()
            .any(|name| named.take_letters(name));
        scan.at = if is_named { named.at } else { ahead.at };
        return Some(minutes);
    }
    let words = [("et demie", 30), ("et demi", 30), ("et quart", 15)];
    let (_, minutes) = words
        .into_iter()
        .find(|(word, _)| ahead.take_letters(word))?;
    scan.at = ahead.at;
    Some(minutes)
}

/// Two digits that no third follows.
fn two_digits(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).take(3).count();
    if digits == 2 {
        text[..2].parse().ok()
    } else {
        None
    }
}

/// Takes the ending of an ordinal from 1 to 5, right after the number.
fn ordinal(scan: &mut Scan<'_>, value: u32) -> Option<Ordinal> {
    const ENDINGS: [&str; 21] = [
        "e", "es", "er", "ers", "ere", "eres", "ère", "ères", "eme", "emes", "ème", "èmes", "ième",
        "ièmes", "nd", "nds", "d", "de", "ᵉʳ", "ᵉ", "ᵈ",
    ];
    let ordinal = match value {
        1 => Ordinal::First,
        2 => Ordinal::Second,
        3 => Ordinal::Third,
        4 => Ordinal::Fourth,
        5 => Ordinal::Fifth,
        _ => return None,
    };
    let mut endings = ENDINGS.into_iter();
    endings
        .any(|ending| scan.take_letters(ending))
        .then_some(ordinal)
}
