//! The tree of a YAML text: values as they were written, each with its place.

use std::borrow::Cow;

use super::spread::Spread;
use crate::diag::Span;

/// A value of a YAML text with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'s> {
    /// Where it stands, from its first to its last character.
    pub span: Span,
    /// What it is.
    pub kind: Kind<'s>,
    /// Of a scalar: how it stands in its file, quotes and indentation with it.
    pub raw: &'s str,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind<'s> {
    /// A text, number, date, truth value or nothing: as it was written, quotes and folds undone.
    Scalar(Cow<'s, str>, Style),
    /// A list.
    Sequence(Vec<Node<'s>>),
    /// Keys and values in the order written, duplicate keys among them.
    Mapping(Vec<Entry<'s>>),
    /// Something of which a fault was told already: neither a value nor nothing.
    Unread,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In quotes of either kind.
    Quoted,
    /// As a block, line breaks kept (`|`).
    Literal,
    /// As a block, lines folded (`>`).
    Folded,
}

/// One key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'s> {
    /// The key as written.
    pub key: Cow<'s, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node<'s>,
}

impl<'s> Node<'s> {
    /// Whether it is a text without a letter.
    pub fn is_blank(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(text, _) if text.trim().is_empty())
    }

    /// Whether nothing was written: an empty value, `~` or `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(text, Style::Plain) if matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The text of a scalar that is not null.
    pub fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(text, _) if !self.is_null() => Some(text),
            _ => None,
        }
    }

    /// The entries of a mapping.
    pub fn as_mapping(&self) -> Option<&[Entry<'s>]> {
        match &self.kind {
            Kind::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value of a key of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node<'s>> {
        self.as_mapping()?
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.value)
    }

    /// The place of a stretch of a scalar's text, in bytes of that text.
    pub fn within(&self, start: usize, end: usize) -> Span {
        self.spread().within(start, end)
    }

    /// The places of all of a scalar's text, for who asks for many.
    pub fn spread(&self) -> Spread<'_> {
        Spread::of(self)
    }
}
