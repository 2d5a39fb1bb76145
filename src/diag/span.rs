//! Places in sources: file, bytes, and lines and columns as people count them.

use std::ops::Deref;

/// Names one file of [`Sources`](crate::source::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of a file, in bytes of its text, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The beginning of a file, for faults that concern it as a whole.
    pub fn file(file: FileId) -> Span {
        Span {
            file,
            start: 0,
            end: 0,
        }
    }

    /// A stretch of this file relative to the start of this span, in bytes.
    pub fn within(self, start: usize, end: usize) -> Span {
        let at = |offset: usize| {
            self.start
                .saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
                .min(self.end)
        };
        Span {
            file: self.file,
            start: at(start),
            end: at(end),
        }
    }
}

/// A value with the place where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value and its place together.
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A line and a column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters; a byte order mark has no width.
    pub column: usize,
}

/// Finds the name and the text of a file, so that a report can be shown.
pub trait Locate {
    /// The file's path as people know it (`content/laep/x.md`), and its text (empty where it has none).
    fn locate(&self, file: FileId) -> (&str, &str);
}

/// Counts the line and column of a byte of a text; a byte within a character stands for that character.
pub fn position(text: &str, byte: u32) -> Position {
    let mut byte = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    // Both bytes of « CR LF » are the one end of their line.
    if text[..byte].ends_with('\r') && text[byte..].starts_with('\n') {
        byte -= 1;
    }
    let before = &text[..byte];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
    let column = before[start..].chars().filter(|&c| c != '\u{feff}').count() + 1;
    Position { line, column }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_the_byte_order_mark_has_none() {
        let text = "\u{feff}titre: été\r\nrésumé: x";
        assert_eq!(position(text, 3), Position { line: 1, column: 1 });
        let after = u32::try_from(text.find('x').unwrap()).unwrap();
        assert_eq!(position(text, after), Position { line: 2, column: 9 });
        assert_eq!(
            position(text, u32::MAX),
            Position {
                line: 2,
                column: 10
            }
        );
        let end = Position {
            line: 1,
            column: 11,
        };
        for part in ["\r\n", "\n"] {
            let at = u32::try_from(text.find(part).unwrap()).unwrap();
            assert_eq!(position(text, at), end);
        }
    }
}
