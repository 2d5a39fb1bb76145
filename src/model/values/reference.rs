//! References to other records: a slug, or `kind/slug` where several kinds are possible.

use crate::diag::say;
use crate::text::yaml::{Decode, Decoder, Mention, Node};

macro_rules! references {
    ($($(#[doc = $doc:literal])+ $name:ident: $($folder:literal)|+;)+) => {$(
        $(#[doc = $doc])+
        ///
        /// It is known to lead somewhere once the record stands in a [`Guide`](crate::check::Guide).
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The folders in which the record may stand.
            pub const FOLDERS: &'static [&'static str] = &[$($folder),+];

            /// The reference as `folder/slug`.
            pub fn id(&self) -> &str {
                &self.0
            }

            /// The slug alone.
            pub fn slug(&self) -> &str {
                self.0.split_once('/').map_or(&self.0, |(_, slug)| slug)
            }
        }

        impl Decode for $name {
            fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
                read(node, Self::FOLDERS, decoder).map($name)
            }

            fn fallback() -> Option<Self> {
                Some($name("".into()))
            }
        }
    )+};
}

references! {
    /// A reference to a place.
    PlaceRef: "lieux";
    /// A reference to a partner.
    PartnerRef: "partenaires";
    /// A reference to an action.
    ActionRef: "actions";
    /// A reference to a territory.
    TerritoryRef: "territoires";
    /// A reference to a convention.
    ConventionRef: "conventions";
    /// A reference to any directory record.
    DirectoryRef: "actions" | "laep" | "ram" | "lieux";
    /// A reference to any record that has a page.
    PageRef: "actions" | "laep" | "ram" | "lieux" | "partenaires" | "territoires" | "pages";
}

fn read(
    node: &Node<'_>,
    folders: &'static [&'static str],
    decoder: &mut Decoder,
) -> Option<Box<str>> {
    let (fr, en, example) = match folders {
        [only] => (
            "l'identifiant d'une fiche",
            "a record's id",
            format!("« nom-de-la-fiche » (dans {only}/)"),
        ),
        _ => (
            "une fiche, avec son dossier,",
            "a record with its folder",
            format!("« {}/nom-de-la-fiche »", folders[0]),
        ),
    };
    let text = decoder.text(node, say(fr, en), &example)?.trim();
    let id: Box<str> = match (folders, text.split_once('/')) {
        ([only], None) => format!("{only}/{text}").into(),
        _ => text.into(),
    };
    decoder.mention(
        Mention::Record {
            folders,
            id: id.clone(),
        },
        node.span,
    );
    Some(id)
}
