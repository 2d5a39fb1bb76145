//! The letters of the pictures: their outlines and widths, and how far pairs of them stand apart.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

/// See `SOURCES.md` and `regenerer.py`.
const DATA: &str = include_str!("data/letters.txt");

/// The units of an em.
pub(super) const EM: f32 = 500.0;

static LETTERS: LazyLock<Letters> = LazyLock::new(|| Letters::read(DATA));

struct Letters {
    places: HashMap<char, usize>,
    all: Vec<Letter>,
    pairs: HashMap<(char, char), f32>,
}

struct Letter {
    advance: f32,
    /// In commands of SVG; empty where it is blank.
    outline: String,
    /// The letter that pairs know it by: the one that its accent stands on.
    kept: char,
}

/// A letter in its place on a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    /// Which letter it is: see [`outline`].
    pub(super) letter: usize,
    /// Where it begins, in pixels.
    pub(super) x: f32,
}

impl Letters {
    fn read(data: &str) -> Letters {
        let (letters, pairs) = data.split_once("\n\n").unwrap_or((data, ""));
        let mut read = Letters {
            places: HashMap::new(),
            all: Vec::new(),
            pairs: HashMap::new(),
        };
        // In the order of their codes: plain letters come before those that go on from them.
        for line in letters.lines() {
            let mut parts = line.split('\t');
            let letter = parts.next().and_then(|text| text.chars().next());
            let advance = parts.next().and_then(|text| text.parse().ok());
            let (Some(letter), Some(advance), Some(own)) = (letter, advance, parts.next()) else {
                continue;
            };
            let outline = match own.strip_prefix('=') {
                Some(rest) => {
                    let mut rest = rest.chars();
                    let base = rest.next().and_then(|base| read.places.get(&base));
                    let base = base.map_or("", |base| &*read.all[*base].outline);
                    format!("{base}{}", rest.as_str())
                }
                None => own.to_owned(),
            };
            let kept = [letter].into_iter().nfd().next().unwrap_or(letter);
            read.places.insert(letter, read.all.len());
            read.all.push(Letter {
                advance,
                outline,
                kept,
            });
        }
        for line in pairs.lines() {
            let mut both = line.chars();
            if let (Some(one), Some(other)) = (both.next(), both.next())
                && let Ok(apart) = both.as_str().trim_start().parse()
            {
                read.pairs.insert((one, other), apart);
            }
        }
        read
    }
}

/// A text with the letters that there are for what looks the same, in composed form.
pub(super) fn plain(text: &str) -> String {
    text.nfc()
        .map(|c| match c {
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            '\u{2010}' | '\u{2011}' => '-',
            '\'' | 'ʼ' => '’',
            c => c,
        })
        .collect()
}

/// Whether every letter of a text can be drawn.
pub fn can_draw(text: &str) -> bool {
    plain(text).chars().all(|c| LETTERS.places.contains_key(&c))
}

/// The outline of a letter, in commands of SVG, in units of which an em has [`EM`].
pub(super) fn outline(letter: usize) -> &'static str {
    &LETTERS.all[letter].outline
}

/// How far a letter goes on a line, in units of its outline.
pub(super) fn advance(letter: usize) -> f32 {
    LETTERS.all[letter].advance
}

/// How many pixels a unit of an outline is, for letters of a size in pixels.
pub(super) fn scale(size: f32) -> f32 {
    size / EM
}

/// Sets a plain text on a line, in letters of a size; gives their places and the width of all.
///
/// What can't be drawn is left out.
pub(super) fn set(text: &str, size: f32) -> (Vec<Set>, f32) {
    let mut line = Vec::with_capacity(text.len());
    let mut x = 0.0;
    let mut before = None;
    for c in text.chars() {
        let Some(place) = LETTERS.places.get(&c) else {
            continue;
        };
        let letter = &LETTERS.all[*place];
        let apart = before.and_then(|before| LETTERS.pairs.get(&(before, letter.kept)));
        x += apart.copied().unwrap_or_default() * scale(size);
        line.push(Set { letter: *place, x });
        x += letter.advance * scale(size);
        before = Some(letter.kept);
    }
    (line, x)
}

/// How many letters there are.
pub(super) fn count() -> usize {
    LETTERS.all.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_from_others_and_pairs_stand_apart() {
        let width = |text: &str| set(text, 500.0).1;
        let outline_of = |c: char| outline(LETTERS.places[&c]);
        assert!(outline_of('é').starts_with(outline_of('e')));
        assert!(outline_of('é').len() > outline_of('e').len());
        assert!(width("AV") < width("A") + width("V"));
        assert_eq!(width("ÀV"), width("AV"));
        assert_eq!(width("n n"), 2.0 * width("n") + width(" "));
        assert!(can_draw(
            "L’Haÿ-les-Roses – Œting « Saarbrücken » Łódź, Bağlar"
        ));
        assert!(can_draw("e\u{301}\u{a0}: 1\u{202f}€"));
        assert!(!can_draw("دليل") && !can_draw("Гид"));
    }
}
