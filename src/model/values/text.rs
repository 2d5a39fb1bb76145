//! Texts with bounds, counted in characters.

use std::ops::Deref;

use crate::diag::say;
use crate::text::yaml::{Decode, Decoder, Node};

macro_rules! bounded {
    ($($(#[doc = $doc:literal])+ $name:ident: $min:literal to $max:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(Box<str>);

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl Decode for $name {
            fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
                let text = decoder.text(node, say("un texte", "a text"), "« clé: un texte »")?;
                bounded(text, $min, $max, node, decoder).map($name)
            }

            fn fallback() -> Option<Self> {
                Some($name("".into()))
            }
        }
    )+};
}

bounded! {
    /// A title: 3 to 120 characters.
    Title: 3 to 120;
    /// One sentence for a parent: 20 to 240 characters.
    Summary: 20 to 240;
}

/// The text with its blanks folded, or a fault where it is too short or too long.
fn bounded(
    text: &str,
    min: usize,
    max: usize,
    node: &Node<'_>,
    decoder: &mut Decoder,
) -> Option<Box<str>> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    if length < min {
        decoder.error(
            "text-too-short",
            node.span,
            say(
                format!(
                    "{length} caractère{} : trop court",
                    if length < 2 { "" } else { "s" }
                ),
                format!(
                    "{length} character{}: too short",
                    if length == 1 { "" } else { "s" }
                ),
            ),
            say(
                format!("écrivez de {min} à {max} caractères"),
                format!("write {min} to {max} characters"),
            ),
        );
        return None;
    }
    if length > max {
        decoder.error(
            "text-too-long",
            node.span,
            say(
                format!("{length} caractères : {} de trop", length - max),
                format!("{length} characters: {} too many", length - max),
            ),
            say(
                format!(
                    "raccourcissez à {max} caractères ; les détails vont dans le corps de la fiche"
                ),
                format!("shorten it to {max} characters; details go into the body"),
            ),
        );
        return None;
    }
    Some(text.into())
}
