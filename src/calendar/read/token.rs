//! Tokens: a text cut into times, numbers, days and words, each with its place.

mod number;
mod word;

use std::ops::Range;

use jiff::civil::Weekday;

use crate::calendar::{Ordinal, PartOfDay, TimeOfDay};

/// One token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// The token as it was written.
    pub(super) text: &'a str,
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// `9h30`, `09:30`, `midi`
    Time(TimeOfDay),
    /// `25h`, `9h75`
    NoTime,
    /// `15`; a number too great for anything is `u32::MAX`.
    Number(u32),
    /// `1er`, `deuxième`
    Ordinal(Ordinal),
    /// `mardi`, `mar.`
    Day(Weekday),
    /// `matin`
    Part(PartOfDay),
    /// Any other word, lower case and without accents.
    Word(Box<str>),
    /// `-`, `–`, `→`
    Dash,
    /// `/`
    Slash,
    /// `,`
    Comma,
    /// `;`, `.`, `|`, a bullet or the end of a line.
    Stop,
    /// `:`
    Colon,
    /// `(`, `[`
    Open,
    /// `)`, `]`
    Close,
    /// Any other sign.
    Sign,
}

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut scan = Scan { text, at: 0 };
    let mut tokens = Vec::new();
    while let Some(c) = scan.peek() {
        let start = scan.at;
        let kind = if c.is_ascii_digit() {
            Some(number::number(&mut scan))
        } else if is_letter(c) {
            Some(word::word(&mut scan))
        } else {
            scan.bump();
            sign(c)
        };
        if let Some(kind) = kind {
            tokens.push(Token {
                kind,
                text: &text[start..scan.at],
                range: start..scan.at,
            });
        }
    }
    tokens
}

fn sign(c: char) -> Option<Kind> {
    Some(match c {
        '\n' | ';' | '.' | '|' | '•' | '·' | '*' => Kind::Stop,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '→' | '>' => Kind::Dash,
        '/' | '\\' => Kind::Slash,
        ',' => Kind::Comma,
        ':' => Kind::Colon,
        '(' | '[' => Kind::Open,
        ')' | ']' => Kind::Close,
        '&' | '+' => Kind::Word("et".into()),
        '\'' | '’' | 'ʼ' | '`' => return None,
        _ if is_blank(c) => return None,
        _ => Kind::Sign,
    })
}

/// A place in a text.
#[derive(Clone, Copy)]
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Takes characters as long as they fit.
    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> Range<usize> {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.bump();
        }
        start..self.at
    }

    /// The place after at most two blanks.
    fn after_blanks(self) -> Scan<'a> {
        let mut ahead = self;
        for _ in 0..2 {
            if ahead.peek().is_some_and(is_blank) {
                ahead.bump();
            }
        }
        ahead
    }

    /// Takes these letters, whatever their case, where no other letter follows.
    fn take_letters(&mut self, letters: &str) -> bool {
        let rest = self.rest().as_bytes();
        let fits = rest
            .get(..letters.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(letters.as_bytes()));
        let ends = || {
            !self.rest()[letters.len()..]
                .chars()
                .next()
                .is_some_and(is_letter)
        };
        let taken = fits && ends();
        if taken {
            self.at += letters.len();
        }
        taken
    }
}

/// A blank within a line, zero-width ones among them.
fn is_blank(c: char) -> bool {
    c != '\n' && (c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}'))
}

/// A letter, or an accent that stands by itself.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}
