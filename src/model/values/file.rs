//! Files that a record names, looked for beside it and in `medias/`.

use crate::diag::say;
use crate::text::yaml::{Decode, Decoder, Mention, Node};

macro_rules! files {
    ($($(#[doc = $doc:literal])+ $name:ident: $image:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The path as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Decode for $name {
            fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
                let path: Box<str> = decoder.text(node, say("le nom d'un fichier", "a file's name"), "« plan.png »")?.trim().into();
                decoder.mention(Mention::File { path: path.clone(), image: $image }, node.span);
                Some($name(path))
            }
        }
    )+};
}

files! {
    /// A file of the content, of any type.
    FileRef: false;
    /// An image of the content.
    ImageRef: true;
}
