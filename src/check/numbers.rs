//! Scanners for numbers of persons, each with the check that tells it from other numbers.

use crate::text::nearest::fold;

use super::scan::{self, Found};

/// How many numbers of a kind are told of one text.
const MOST: usize = 100;

/// A run of digits with single blanks, points or dashes between them.
pub(super) struct Digits {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The digits alone, `A` and `B` of Corsica among them.
    pub(super) digits: String,
}

/// The runs of digits of a text.
pub(super) fn runs(text: &str) -> Vec<Digits> {
    let mut runs: Vec<Digits> = Vec::new();
    let mut at = 0;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || (at > 0 && bytes[at - 1].is_ascii_alphanumeric()) {
            at += 1;
            continue;
        }
        let (start, mut end) = (at, at);
        let mut digits = String::new();
        let mut gap = 0;
        for c in text[at..].chars() {
            let corsica = matches!(c, 'A' | 'B' | 'a' | 'b')
                && digits.ends_with('2')
                && (5..=6).contains(&digits.len());
            if c.is_ascii_digit() || corsica {
                digits.push(c.to_ascii_uppercase());
                at += c.len_utf8();
                end = at;
                gap = 0;
            } else if gap == 0 && matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' | '/') {
                gap += 1;
                at += c.len_utf8();
            } else {
                break;
            }
        }
        runs.push(Digits { start, end, digits });
    }
    runs
}

/// Social-security numbers: 13 characters and the key, or 13 alone where no key contradicts them.
///
/// A run may begin with other digits (a phone number before it): each beginning of a group is tried.
pub(super) fn social_security(text: &str, runs: &[Digits]) -> Vec<Found> {
    let mut found = Vec::new();
    for run in runs.iter().filter(|run| run.digits.len() >= 13) {
        let places: Vec<usize> = text[run.start..run.end]
            .char_indices()
            .filter(|(_, c)| c.is_ascii_alphanumeric())
            .map(|(at, _)| run.start + at)
            .collect();
        let mut from = 0;
        while from + 13 <= run.digits.len() && found.len() < MOST {
            let begins_group = from == 0 || places[from] > places[from - 1] + 1;
            let rest = &run.digits[from..];
            let with_key = rest.len() >= 15 && is_social_security(&rest[..13], Some(&rest[13..15]));
            // Groups of such lengths are nothing else, a digit of the key miswritten or not.
            let in_groups = rest.len() >= 15
                && is_written_out(&places[from..from + 15])
                && is_social_security(&rest[..13], None);
            let alone = rest.len() == 13
                && is_written_out(&places[from..])
                && is_social_security(rest, None);
            if begins_group && (with_key || in_groups || alone) {
                let count = if alone { 13 } else { 15 };
                found.push(Found {
                    start: places[from],
                    end: places[from + count - 1] + 1,
                });
                from += count;
            } else {
                from += 1;
            }
        }
    }
    found
}

/// Sex, year, month, département, commune, rank, and the key: 97 minus the rest by 97.
fn is_social_security(number: &str, key: Option<&str>) -> bool {
    let sex = matches!(
        number.as_bytes()[0],
        b'1' | b'2' | b'3' | b'4' | b'7' | b'8'
    );
    let month: u32 = number[3..5].parse().unwrap_or(0);
    let sound_month = (1..=12).contains(&month) || (20..=42).contains(&month) || month >= 50;
    // Corsica counts as 19 and 18 for the key.
    let plain = number.replacen("2A", "19", 1).replacen("2B", "18", 1);
    let (Ok(value), true, true) = (plain.parse::<u64>(), sex, sound_month) else {
        return false;
    };
    match key {
        Some(key) => key.parse::<u64>().is_ok_and(|key| key == 97 - value % 97),
        None => true,
    }
}

/// Whether digits stand as `1 85 05 78 006 084`, with ` 36` after or not: without a sound key, only that tells them
/// from a barcode.
fn is_written_out(places: &[usize]) -> bool {
    let gaps = (1..places.len()).filter(|at| places[*at] > places[*at - 1] + 1);
    let whole = [1, 3, 5, 7, 10, 13];
    gaps.eq(whole.into_iter().filter(|at| *at < places.len()))
}

/// Bank accounts: IBAN of any country, whose letters and digits leave 1 by 97.
pub(super) fn bank_accounts(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at + 14 < bytes.len() && found.len() < MOST {
        let rest = &bytes[at..];
        let word = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
        let word = word.count();
        let head = word > 1 && rest[0].is_ascii_alphabetic() && rest[1].is_ascii_alphabetic();
        let end = (head && may_be_control(rest[2], rest[3]))
            .then(|| iban_end(&text[at..]))
            .flatten();
        found.extend(end.map(|end| Found {
            start: at,
            end: at + end,
        }));
        at += end.unwrap_or(word.max(1));
    }
    found
}

/// Whether control digits may begin with one of these two bytes: at once, or after a gap.
fn may_be_control(first: u8, second: u8) -> bool {
    match first {
        b' ' | b'-' | b'.' => second.is_ascii_digit(),
        // Blanks that keep a line from breaking.
        0x80.. => true,
        other => other.is_ascii_digit(),
    }
}

fn iban_end(text: &str) -> Option<usize> {
    let mut letters = String::new();
    let mut gap = false;
    let mut best = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            let index = letters.len();
            if (index == 2 || index == 3) && !c.is_ascii_digit() {
                return None;
            }
            letters.push(c.to_ascii_uppercase());
            gap = false;
            let next_is_word = text[at + 1..].starts_with(|c: char| c.is_alphanumeric());
            // A French one of the right length is one, a digit miswritten or not.
            let is_french = letters.starts_with("FR") && letters.len() == 27;
            if letters.len() >= 15
                && !next_is_word
                && (is_french || leaves_one(&letters))
                && length_fits(&letters)
            {
                best = Some(at + 1);
            }
            if letters.len() == 34 {
                break;
            }
        } else if !gap && matches!(c, ' ' | '-' | '.' | '\u{a0}' | '\u{202f}') {
            gap = true;
        } else {
            break;
        }
    }
    best
}

/// The lengths of the countries most met with; any other has 15 to 34 characters.
fn length_fits(iban: &str) -> bool {
    let length = match &iban[..2] {
        "FR" | "MC" | "IT" | "SM" => 27,
        "DE" => 22,
        "BE" => 16,
        "LU" => 20,
        "CH" => 21,
        "ES" => 24,
        "PT" => 25,
        "GB" => 22,
        "NL" => 18,
        _ => return iban[4..].bytes().filter(u8::is_ascii_digit).count() >= 8,
    };
    iban.len() == length
}

fn leaves_one(iban: &str) -> bool {
    let rest = iban[4..]
        .bytes()
        .chain(iban[..4].bytes())
        .fold(0u32, |rest, b| {
            let value = if b.is_ascii_digit() {
                u32::from(b - b'0')
            } else {
                u32::from(b - b'A') + 10
            };
            (rest * if value > 9 { 100 } else { 10 } + value) % 97
        });
    rest == 1
}

/// How far a word may stand before the number that it speaks of, in characters.
const NEAR: usize = 24;

/// Numbers of five to nine digits, a letter at the end allowed, within a few words after one that says what they are.
pub(super) fn after_words(text: &str, runs: &[Digits], said_by: &[&str]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut former = 0;
    for run in runs {
        let written = &text[run.start..run.end];
        let fits = (5..=9).contains(&run.digits.len())
            && !is_grouped_by_thousands(written)
            && !is_date(written)
            && !is_counted(&text[run.end..]);
        if fits && found.len() < MOST && is_said(text, former, run.start, said_by) {
            found.push(Found {
                start: run.start,
                end: run.end,
            });
        }
        former = run.start;
    }
    found
}

/// Whether one of some words stands shortly before a place in a text, and not before another.
fn is_said(text: &str, after: usize, before: usize, said_by: &[&str]) -> bool {
    let longest = said_by.iter().map(|word| word.len() + 1).max().unwrap_or(0);
    let mut from = before;
    let is_end = |c: char| matches!(c, '\n' | '.' | ';' | '€');
    for (at, c) in text[after..before]
        .char_indices()
        .rev()
        .take(NEAR + longest)
    {
        if is_end(c) {
            break;
        }
        from = after + at;
    }
    // A word that is cut here is none of those looked for.
    let is_cut = text[..from].ends_with(char::is_alphanumeric);
    scan::split(&text[from..before])
        .into_iter()
        .skip_while(|word| is_cut && word.start == 0)
        .any(|word| {
            text[from + word.end..before].chars().count() <= NEAR
                && said_by.contains(&fold(word.text).trim_end_matches('s'))
        })
}

/// Whether what follows a number is its unit: « 120 000 allocataires en 2025 » is a count.
fn is_counted(after: &str) -> bool {
    let after = after.trim_start();
    ["€", "euros", "%", "habitants", "familles", "allocataires"]
        .iter()
        .any(|unit| after.starts_with(unit))
}

fn is_grouped_by_thousands(text: &str) -> bool {
    let groups: Vec<&str> = text.split([' ', '\u{a0}', '\u{202f}']).collect();
    groups.len() > 1
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups[0].len() < 4
        && groups.iter().map(|group| group.len()).sum::<usize>() != 7
}

fn is_date(text: &str) -> bool {
    text.contains(['-', '/', '.'])
        && matches!(text.bytes().filter(u8::is_ascii_digit).count(), 6 | 8)
}

/// French mobile numbers, among the runs of digits of a text.
pub(super) fn mobiles(runs: &[Digits]) -> Vec<Found> {
    let mut found = Vec::new();
    for run in runs {
        let ten = run.digits.len() == 10
            && (run.digits.starts_with("06") || run.digits.starts_with("07"));
        let international = run
            .digits
            .strip_prefix("0033")
            .or_else(|| run.digits.strip_prefix("33"));
        let abroad =
            international.is_some_and(|rest| rest.len() == 9 && rest.starts_with(['6', '7']));
        if (ten || abroad) && found.len() < MOST {
            found.push(Found {
                start: run.start,
                end: run.end,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, found: Vec<Found>) -> Vec<&str> {
        found
            .iter()
            .map(|found| &text[found.start..found.end])
            .collect()
    }

    #[test]
    fn numbers_of_persons_are_found_by_their_keys() {
        let security = |text| shown(text, social_security(text, &runs(text)));
        assert_eq!(
            security("n° 2 55 08 14 168 025 38."),
            ["2 55 08 14 168 025 38"]
        );
        assert_eq!(security("255081416802538"), ["255081416802538"]);
        assert_eq!(security("2 55 08 14 168 025"), ["2 55 08 14 168 025"]);
        assert_eq!(security("2 55 08 14 168 025 39"), ["2 55 08 14 168 025 39"]);
        for text in [
            "255081416802539",
            "1234567890123",
            "03 53 01 20 02",
            "2026-11-22",
        ] {
            assert_eq!(security(text), [""; 0], "{text}");
        }
        let accounts = |text| shown(text, bank_accounts(text));
        assert_eq!(
            accounts("IBAN : FR14 2004 1010 0505 0001 3M02 606, merci"),
            ["FR14 2004 1010 0505 0001 3M02 606"]
        );
        assert_eq!(
            accounts("DE89370400440532013000"),
            ["DE89370400440532013000"]
        );
        assert_eq!(
            accounts("FR14 2004 1010 0505 0001 3M02 607"),
            ["FR14 2004 1010 0505 0001 3M02 607"]
        );
        assert_eq!(accounts("DE89370400440532013001"), [""; 0]);
        let allocataire = |text| shown(text, after_words(text, &runs(text), &["allocataire"]));
        assert_eq!(allocataire("allocataire n° 1234567"), ["1234567"]);
        assert_eq!(allocataire("N° d'allocataire : 1 234 567"), ["1 234 567"]);
        for text in [
            "réservé aux allocataires, 0353012002",
            "allocataires : 120 000",
            "1234567",
            "allocataires au 01/01/2026",
        ] {
            assert_eq!(allocataire(text), [""; 0], "{text}");
        }
        assert_eq!(
            mobiles(&runs("06 12 34 56 78, 03 88 00 00 00, +33 7 12 34 56 78")).len(),
            2
        );
    }
}
