//! Scanners for what may not stand in a text: each reads a text once, from left to right, and gives stretches.

use crate::geo::{PostalCode, communes};
use crate::text::nearest::fold;

/// A stretch of a text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// How many stretches of a kind are told of one text: more would drown the report.
const MOST: usize = 100;

/// A run of letters and digits.
pub(super) struct Word<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'t str,
}

/// The words of a text: runs of letters, digits and combining marks.
pub(super) fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word {
                    start: from,
                    end: at,
                    text: &text[from..at],
                });
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push(Word {
            start: from,
            end: text.len(),
            text: &text[from..],
        });
    }
    words
}

const STREETS: &[&str] = &[
    "rue",
    "avenue",
    "av",
    "boulevard",
    "bd",
    "bld",
    "bvd",
    "allee",
    "allees",
    "impasse",
    "chemin",
    "quai",
    "faubourg",
    "fbg",
    "ruelle",
    "sentier",
    "venelle",
    "cours",
    "place",
    "square",
    "route",
    "passage",
    "lotissement",
    "residence",
    "traverse",
    "montee",
    "esplanade",
    "chaussee",
    "rond",
    "hameau",
    "lieudit",
    "promenade",
    "villa",
    "voie",
    "cite",
];

/// The ways that need no number to be an address: « rue des Lilas » tells enough.
const ALWAYS: &[&str] = &[
    "rue",
    "avenue",
    "boulevard",
    "allee",
    "impasse",
    "ruelle",
    "faubourg",
    "quai",
];

/// Ways in short, which only a number before them makes an address: « 12 r. des Lilas ».
const SHORT: &[&str] = &[
    "r", "av", "bd", "bld", "bvd", "imp", "pl", "chem", "che", "rte", "all", "sq", "res", "lot",
    "fg", "fbg", "pass", "crs",
];

/// Streets: « 12 bis, rue des Lilas », « rue de la République », « Lindenstraße 4 ».
pub(super) fn streets(text: &str) -> Vec<Found> {
    let words = split(text);
    let mut found: Vec<Found> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if found.len() == MOST {
            break;
        }
        if word.text.len() > 30 || found.last().is_some_and(|last| word.start < last.end) {
            continue;
        }
        let key = fold(word.text);
        if let Some(end) = number_after_german_street(text, &key, &words[index..]) {
            found.push(Found {
                start: word.start,
                end,
            });
            continue;
        }
        if !STREETS.contains(&&*key) && !SHORT.contains(&&*key) {
            continue;
        }
        let number = number_before(text, &words, index);
        let sure = ALWAYS.contains(&&*key);
        let Some(end) = name_after(text, &words, index, sure && number.is_some()) else {
            continue;
        };
        if number.is_some() || sure {
            found.push(Found {
                start: number.unwrap_or(word.start),
                end,
            });
        }
    }
    found
}

/// Where the number after « Lindenstraße » or « Schlossgasse » ends.
fn number_after_german_street(text: &str, key: &str, words: &[Word<'_>]) -> Option<usize> {
    let is_street = ["strasse", "straße", "gasse"]
        .iter()
        .any(|end| key.ends_with(end));
    let number = words.get(1).filter(|_| is_street)?;
    let gap = &text[words[0].end..number.start];
    (gap == " " && number.text.len() <= 4 && number.text.starts_with(|c: char| c.is_ascii_digit()))
        .then_some(number.end)
}

/// The start of a street number (« 12 », « 12 bis », « 12-14 ») right before a word.
fn number_before(text: &str, words: &[Word<'_>], index: usize) -> Option<usize> {
    let mut at = index;
    for _ in 0..3 {
        let before = words.get(at.checked_sub(1)?)?;
        let gap = &text[before.end..words[at].start];
        if gap.chars().count() > 2 || gap.contains('.') {
            return None;
        }
        let digits = before.text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = fold(&before.text[digits..]);
        if (1..=4).contains(&digits) && matches!(&*rest, "" | "bis" | "ter" | "a" | "b" | "c" | "d")
        {
            // « 14-16 »: the number before the dash is part of it.
            let other = at.checked_sub(2).and_then(|first| words.get(first));
            let range = other.filter(|first| {
                matches!(&text[first.end..before.start], "-" | "–")
                    && first.text.bytes().all(|byte| byte.is_ascii_digit())
            });
            return Some(range.map_or(before.start, |first| first.start));
        }
        if !matches!(
            &*fold(before.text),
            "bis" | "ter" | "quater" | "a" | "b" | "c" | "d"
        ) {
            return None;
        }
        at -= 1;
    }
    None
}

/// Where the name of a street ends: small words, then one with a capital or a digit, or, after a number, any one.
fn name_after(text: &str, words: &[Word<'_>], index: usize, any_word: bool) -> Option<usize> {
    const SMALL: &[&str] = &[
        "de", "du", "des", "la", "le", "les", "l", "d", "a", "au", "aux", "en", "sur", "st", "ste",
    ];
    let mut end = None;
    let mut last = words[index].end;
    // The point of « av. » ends no sentence.
    if SHORT.contains(&&*fold(words[index].text)) && text[last..].starts_with('.') {
        last += 1;
    }
    for word in words[index + 1..].iter().take(7) {
        let gap = &text[last..word.start];
        if gap
            .chars()
            .filter(|c| !c.is_whitespace())
            .any(|c| !matches!(c, '\'' | '’' | '-'))
            || gap.matches('\n').count() > 1
        {
            break;
        }
        let capital = word
            .text
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        let is_small = SMALL.contains(&&*fold(word.text));
        if capital || (any_word && end.is_none() && !is_small) {
            end = Some(word.end);
        } else if end.is_some() || !is_small {
            break;
        }
        last = word.end;
    }
    end
}

/// Postal codes that are in use, alone or as « 67 500 » and « F-67500 ».
pub(super) fn postal_codes(text: &str) -> Vec<Found> {
    let words = split(text);
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if found.len() == MOST {
            break;
        }
        let next = words.get(index + 1);
        let (code, end) = match (word.text.len(), next) {
            (5, _) => (word.text.to_owned(), word.end),
            (2, Some(next)) if next.text.len() == 3 && next.start == word.end + 1 => {
                (format!("{}{}", word.text, next.text), next.end)
            }
            _ => continue,
        };
        // « 03 53 010… » is a telephone number: digits stand on either side.
        let digits = |word: Option<&Word<'_>>| {
            word.is_some_and(|word| word.text.bytes().all(|b| b.is_ascii_digit()))
        };
        let before = index
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .filter(|before| word.start - before.end == 1);
        let near = &words[index + 1..];
        let after = near.iter().take(2).find(|after| after.start == end + 1);
        if digits(before) || digits(after) || counts_something(&text[end..]) {
            continue;
        }
        let Ok(code) = PostalCode::parse(&code) else {
            continue;
        };
        if communes().by_postal_code(code).next().is_some() || names_a_cedex(near, end) {
            found.push(Found {
                start: word.start,
                end,
            });
        }
    }
    found
}

/// Whether what follows a number is what it counts: « € », or a word in the plural, as in « 10 000 familles ».
fn counts_something(after: &str) -> bool {
    const NO_NOUNS: &[&str] = &[
        "dans", "sous", "sans", "vers", "mais", "puis", "pres", "alors", "hors", "tous", "toutes",
        "vous", "nous",
    ];
    let next = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    if next.len() == after.len() {
        return false;
    }
    let word = &next[..next
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(next.len())];
    let is_plural = word.chars().count() > 3
        && word.starts_with(char::is_lowercase)
        && word.ends_with(['s', 'x'])
        && !NO_NOUNS.contains(&&*fold(word));
    next.starts_with(['€', '%']) || is_plural
}

fn names_a_cedex(words: &[Word<'_>], after: usize) -> bool {
    words
        .iter()
        .filter(|word| word.start > after)
        .take(4)
        .any(|word| word.text.eq_ignore_ascii_case("cedex"))
}

/// A run of words, whatever stands between them, their case and accents.
pub(super) fn words(text: &str, secret: &str) -> Vec<Found> {
    let wanted: Vec<String> = split(secret).iter().map(|word| fold(word.text)).collect();
    let words = split(text);
    let folded: Vec<String> = words.iter().map(|word| fold(word.text)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    folded
        .windows(wanted.len())
        .enumerate()
        .filter(|(_, window)| *window == &wanted[..])
        .map(|(index, _)| Found {
            start: words[index].start,
            end: words[index + wanted.len() - 1].end,
        })
        .take(MOST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, found: Vec<Found>) -> Vec<String> {
        found
            .iter()
            .map(|found| text[found.start..found.end].to_owned())
            .collect()
    }

    #[test]
    fn streets_are_found_and_other_words_are_not() {
        for (text, street) in [
            (
                "Nous sommes 12 bis, rue des Lilas à Nancy.",
                "12 bis, rue des Lilas",
            ),
            ("au 3 place Kléber", "3 place Kléber"),
            ("12 rue des lilas, au fond", "12 rue des lilas"),
            ("rue de l’Église", "rue de l’Église"),
            ("7, allée\ndes Tilleuls", "7, allée\ndes Tilleuls"),
            ("14-16 av. Foch", "14-16 av. Foch"),
            ("au 12 r. des Lilas", "12 r. des Lilas"),
            ("7 pl. Kléber", "7 pl. Kléber"),
            ("in der Lindenstraße 12", "Lindenstraße 12"),
        ] {
            assert_eq!(shown(text, streets(text)), [street], "{text}");
        }
        for text in [
            "vivre à la rue avec un enfant",
            "en cours de route",
            "une place en crèche",
            "sur place",
            "5 places",
            "3 cours de danse",
            "la cité éducative",
            "Haute-rue : 3 all. ; 4 r",
            "die Straße, 12 Kinder",
        ] {
            assert_eq!(shown(text, streets(text)), [""; 0], "{text}");
        }
    }

    #[test]
    fn postal_codes_are_told_from_other_numbers() {
        let found = |text| shown(text, postal_codes(text));
        assert_eq!(found("près de 67500 Haguenau"), ["67500"]);
        assert_eq!(found("67 500 Haguenau"), ["67 500"]);
        assert_eq!(found("au 67500 dans la cour"), ["67500"]);
        for text in [
            "03 53 01 20 02",
            "0353012002",
            "12345678",
            "en 2026",
            "99999",
            "116 006",
            "01 99 00 40 01",
            "10 000 personnes",
            "10000 familles",
            "20 000 €",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
