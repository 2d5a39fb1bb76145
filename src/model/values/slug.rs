//! Slugs: the ids of records.

use std::fmt;
use std::ops::Deref;

use crate::diag::{Span, say};
use crate::text::nearest::fold;
use crate::text::yaml::{Decode, Decoder, Node};

/// The id of a record within its kind: `[a-z0-9-]`, no dash at an end, no two together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// Reads a slug, or `None` where it breaks a rule.
    pub fn new(text: &str) -> Option<Slug> {
        let sound = !text.is_empty()
            && text.len() <= 100
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        sound.then(|| Slug(text.into()))
    }

    /// The sound slug nearest to a text, to be proposed.
    pub fn proposed(text: &str) -> String {
        let mut slug = String::new();
        for c in fold(text).chars() {
            match c {
                'a'..='z' | '0'..='9' => slug.push(c),
                _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                _ => {}
            }
        }
        slug.truncate(100);
        slug.trim_end_matches('-').to_owned()
    }

    /// Reads a slug, or tells the fault with a proposal.
    pub fn read(text: &str, span: Span, decoder: &mut Decoder) -> Option<Slug> {
        let slug = Slug::new(text);
        if slug.is_none() {
            let proposal = Slug::proposed(text);
            decoder.error(
                "bad-slug",
                span,
                say(format!("« {text} » ne peut pas être un identifiant"), format!("“{text}” can't be an id")),
                say(
                    format!("n'utilisez que des lettres sans accent, des chiffres et des tirets : « {proposal} »"),
                    format!("use only letters without accents, digits and dashes: “{proposal}”"),
                ),
            );
        }
        slug
    }
}

impl Deref for Slug {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Slug {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, say("un identifiant", "an id"), "« la-marelle »")?;
        Slug::read(text, node.span, decoder)
    }
}
