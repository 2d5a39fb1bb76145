//! Markdown under a key, parsed once where it is read.

use crate::diag::say;
use crate::text::markdown::{self, Body};
use crate::text::yaml::{Decode, Decoder, Mention, Node};

use super::Kind;

/// A Markdown text under a key; boxed, since most records have few of the many that they may have.
#[derive(Debug, Clone)]
pub struct Markdown(pub Box<Body>);

impl Decode for Markdown {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(
            node,
            say("un texte", "a text"),
            "« clé: | » puis le texte en retrait",
        )?;
        let spread = node.spread();
        let body = read(text, &|start, end| spread.within(start, end), decoder);
        Some(Markdown(Box::new(body)))
    }

    fn fallback() -> Option<Self> {
        Some(Markdown(Box::default()))
    }
}

/// Parses a Markdown text, tells its faults, and notes the records and files that it names.
pub fn read(
    text: &str,
    place: &dyn Fn(usize, usize) -> crate::diag::Span,
    decoder: &mut Decoder,
) -> Body {
    let (body, faults) = markdown::parse(text, place);
    decoder.faults.extend(faults);
    for link in &body.links {
        decoder.mention(
            Mention::Record {
                folders: Kind::PAGE_FOLDERS,
                id: link.record.clone(),
            },
            link.span,
        );
    }
    for image in &body.images {
        decoder.mention(
            Mention::File {
                path: image.path.clone(),
                image: true,
            },
            image.span,
        );
    }
    body
}
