//! Markdown, parsed once into what pages, search and checks need.
//!
//! Raw HTML is refused, so that the HTML made here holds only what this module writes.
//! Links to records stand as `record:kind/slug#anchor`, images as `media:path`:
//! placeholders that `render` resolves in its one pass over the fragment.

mod blocks;
mod links;
#[cfg(test)]
mod tests;
mod writer;

use std::sync::Arc;

use crate::diag::{Diagnostic, Span};

/// A text parsed once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The HTML, with placeholders for records and images.
    pub html: Box<str>,
    /// The plain text, blocks on lines of their own; search shares it.
    pub text: Arc<str>,
    /// The headings in order.
    pub headings: Vec<Heading>,
    /// The links to records.
    pub links: Vec<RecordLink>,
    /// The images.
    pub images: Vec<Image>,
}

impl Body {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.html.trim().is_empty()
    }
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// From 2 to 6; the page's title is the only one of level 1.
    pub level: u8,
    /// The id that links lead to.
    pub id: Box<str>,
    /// Its words.
    pub text: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// A link to another record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLink {
    /// The record, as `kind/slug`.
    pub record: Box<str>,
    /// The heading in it.
    pub anchor: Option<Box<str>>,
    /// Where the link stands.
    pub span: Span,
}

/// An image of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The path as written.
    pub path: Box<str>,
    /// What it shows.
    pub alt: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// Parses a Markdown text and tells its faults; `place` finds a stretch of the text, in bytes, in its file.
pub fn parse(text: &str, place: &dyn Fn(usize, usize) -> Span) -> (Body, Vec<Diagnostic>) {
    writer::write(text, place)
}
