//! Who holds something, and who takes part in it.

use crate::diag::Spanned;
use crate::mapping;
use crate::text::yaml::{Decode, Decoder, Kind, Node};

use super::values::{HolderRole, PartnerRef, PartnerRole};

mapping! {
    /// Who holds something; in short, a partner's slug.
    pub struct HolderKeys {
        /// The partner.
        pub partner: Spanned<PartnerRef> = "partenaire",
        /// The part it plays among the holders.
        pub role: Option<Spanned<HolderRole>> = "role",
    }

    /// Who takes part in something; in short, a partner's slug.
    pub struct PartnershipKeys {
        /// The partner.
        pub partner: Spanned<PartnerRef> = "partenaire",
        /// What it does.
        pub role: Option<Spanned<PartnerRole>> = "role",
        /// What it does, in words.
        pub details: Option<Box<str>> = "precisions",
    }
}

/// Who holds something.
#[derive(Debug, Clone)]
pub struct Holder(pub HolderKeys);

/// Who takes part in something.
#[derive(Debug, Clone)]
pub struct Partnership(pub PartnershipKeys);

impl Decode for Holder {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        match node.kind {
            Kind::Mapping(_) => HolderKeys::decode(node, decoder).map(Holder),
            _ => Spanned::decode(node, decoder).map(|partner| {
                Holder(HolderKeys {
                    partner,
                    role: None,
                })
            }),
        }
    }
}

impl Decode for Partnership {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        match node.kind {
            Kind::Mapping(_) => PartnershipKeys::decode(node, decoder).map(Partnership),
            _ => Spanned::decode(node, decoder).map(|partner| {
                Partnership(PartnershipKeys {
                    partner,
                    role: None,
                    details: None,
                })
            }),
        }
    }
}
