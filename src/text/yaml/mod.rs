//! YAML: content decoded over a tree with places, and our own typed files.
//!
//! **Content** is untrusted and is told its faults at the place: [`parse()`] makes a tree of [`Node`]s with spans,
//! raw texts and duplicate keys; [`Decode`] and [`mapping!`](crate::mapping) make values of it.
//! **Ours** (theme strings, the built-in vocabulary and numbers) is read by [`from_ours`], over `serde_yaml`.
//! Nothing outside this module names a YAML library.

mod brackets;
mod cursor;
mod cut;
mod decode;
mod extras;
mod front_matter;
mod glued;
mod mapping;
mod messages;
mod node;
mod parse;
mod scalars;
mod spread;
mod typed;

pub use decode::{Decode, Decoder, Field, Mention};
pub use front_matter::{FrontMatter, split_front_matter};
pub use mapping::{Fields, FromFields, Key};
pub use node::{Entry, Kind, Node, Style};
pub use parse::{MAX_DEPTH, MAX_ITEMS, parse};
pub use spread::Spread;
pub use typed::{OursError, from_ours};
