//! Numbers as printable characters, which hosts compress and browsers read without a decoder.

/// Characters that stand for digits: printable, and such that JSON needs no escape. `codec.js` has the same.
const DIGITS: u32 = 90;
/// Digits from here on say that more follow.
const FINAL: u32 = 60;

/// Writes a number: below 60 as one digit, else as the digit `60 + (n - 60) % 30` before what `(n - 60) / 30` gives.
pub(super) fn push_number(text: &mut String, mut number: u32) {
    while number >= FINAL {
        number -= FINAL;
        text.push(digit(FINAL + number % (DIGITS - FINAL)));
        number /= DIGITS - FINAL;
    }
    text.push(digit(number));
}

/// Writes postings: gaps between documents, a space, impacts; impacts that are all 1 are left out with the space.
pub(super) fn postings(postings: &[(u32, u8)]) -> String {
    let mut text = String::with_capacity(postings.len() * 2 + 8);
    let mut next = 0;
    for (number, _) in postings {
        push_number(&mut text, number - next);
        next = number + 1;
    }
    if postings.iter().any(|(_, impact)| *impact != 1) {
        text.push(' ');
        postings
            .iter()
            .for_each(|(_, impact)| push_number(&mut text, u32::from(*impact)));
    }
    text
}

/// How many documents some postings hold.
pub(super) fn count(postings: &str) -> usize {
    let gaps = postings.split_once(' ').map_or(postings, |(gaps, _)| gaps);
    let ends = char::from(FINAL as u8 + b'#' + 1);
    gaps.chars().filter(|digit| *digit < ends).count()
}

/// Writes which of some postings are in a part of them: six a character, the first in the lowest bit.
pub(super) fn subset(all: &[(u32, u8)], part: &[(u32, u8)]) -> String {
    let mut part = part.iter().peekable();
    let mut bits = all
        .iter()
        .map(|(number, _)| part.next_if(|(one, _)| one == number).is_some());
    let mut text = String::with_capacity(all.len() / 6 + 1);
    for _ in 0..all.len().div_ceil(6) {
        let six = (0..6).fold(0, |six, bit| {
            six | u32::from(bits.next().unwrap_or(false)) << bit
        });
        // A digit of the alphabet holds less than 64 + 26.
        text.push(digit(six));
    }
    text
}

/// The character of a digit below [`DIGITS`]: from `#` on, the backslash left out.
fn digit(value: u32) -> char {
    let code = value as u8 + b'#';
    char::from(if code < b'\\' { code } else { code + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_need_no_escape() {
        let all: String = (0..DIGITS).map(digit).collect();
        assert_eq!(all.len(), 90);
        assert!(
            all.chars()
                .all(|c| c.is_ascii_graphic() && c != '"' && c != '\\')
        );
    }

    #[test]
    fn small_numbers_take_one_character() {
        let length = |number| {
            let mut text = String::new();
            push_number(&mut text, number);
            text.len()
        };
        assert_eq!(
            [0, 59, 60, 1859, 1860, u32::MAX].map(length),
            [1, 1, 2, 2, 3, 7]
        );
    }
}
