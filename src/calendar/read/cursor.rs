//! A place among tokens, and what comes next there.

use std::ops::Range;

use super::token::{Kind, Token};

/// A place among tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) tokens: &'a [Token<'a>],
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// The kind of the next token.
    pub(super) fn peek(&self) -> Option<&'a Kind> {
        self.peek_at(0)
    }

    /// The kind of a token further on.
    pub(super) fn peek_at(&self, ahead: usize) -> Option<&'a Kind> {
        self.tokens.get(self.at + ahead).map(|token| &token.kind)
    }

    /// The next token, where it is a word.
    pub(super) fn word(&self) -> Option<&'a str> {
        match self.peek()? {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Takes these words, where they all come next.
    pub(super) fn take_words(&mut self, words: &[&str]) -> bool {
        let next = self.tokens.get(self.at..self.at + words.len());
        let fits = next.is_some_and(|next| {
            next.iter()
                .zip(words)
                .all(|(token, word)| matches!(&token.kind, Kind::Word(it) if **it == **word))
        });
        if fits {
            self.at += words.len();
        }
        fits
    }

    /// Takes the next token, where it is one of these words.
    pub(super) fn take_any(&mut self, words: &[&str]) -> bool {
        let fits = self.word().is_some_and(|word| words.contains(&word));
        self.at += usize::from(fits);
        fits
    }

    /// Takes the next token, where it is of that kind.
    pub(super) fn take(&mut self, kind: &Kind) -> bool {
        let fits = self.peek() == Some(kind);
        self.at += usize::from(fits);
        fits
    }

    /// The stretch of text from a token to the last one taken, or to the next where none was.
    pub(super) fn since(&self, start: usize) -> Range<usize> {
        let last = self.at.max(start + 1) - 1;
        let end = self.tokens.len().saturating_sub(1);
        match (
            self.tokens.get(start.min(end)),
            self.tokens.get(last.min(end)),
        ) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }
}
