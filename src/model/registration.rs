//! Whether and how one registers.

use crate::mapping;
use crate::text::yaml::{Decode, Decoder, Kind, Node};

use super::values::{PartialDate, RegistrationType, WebUrl};

mapping! {
    /// Whether and how one registers.
    pub struct Registration {
        /// Whether one has to.
        pub kind: Option<RegistrationType> = "type",
        /// How.
        pub how: Option<Box<str>> = "modalites",
        /// Where on the web.
        pub link: Option<WebUrl> = "lien",
        /// From when.
        pub opens: Option<Opening> = "ouverture",
        /// How many places there are.
        pub places: Option<u32> = "places",
    }
}

/// When registration opens: a date, or in words.
#[derive(Debug, Clone)]
pub enum Opening {
    /// A date, perhaps partial.
    Date(PartialDate),
    /// In words.
    Words(Box<str>),
}

impl Decode for Opening {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        if let Some(date) = node
            .as_text()
            .and_then(|text| PartialDate::parse(text.trim()))
        {
            return Some(Opening::Date(date));
        }
        <Box<str>>::decode(node, decoder).map(Opening::Words)
    }
}

/// A registration may be said in one word: its type.
#[derive(Debug, Clone)]
pub struct ShortRegistration(pub Registration);

impl Decode for ShortRegistration {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        if matches!(node.kind, Kind::Mapping(_)) {
            return Registration::decode(node, decoder).map(ShortRegistration);
        }
        let kind = Some(RegistrationType::decode(node, decoder)?);
        Some(ShortRegistration(Registration {
            kind,
            how: None,
            link: None,
            opens: None,
            places: None,
        }))
    }
}
