//! French analysis: from a sentence to the terms that an index and a question share.
//!
//! Other languages cut and fold as this one does, and have their own stop words and stems: [`super::tongue`].
//!
//! The steps, the same here and in the browser (`themes/guide/recherche/analysis.js`, which a test holds equal):
//!
//! 1. [`words()`] cuts at all that is neither letter nor digit: spaces, hyphens, apostrophes of every kind.
//! 2. [`fold()`] writes each word in lower case, without accents, ligatures opened: `Œuvre` is `oeuvre`.
//! 3. [`is_stop`] tells the words that carry no subject; elisions (`l'`, `qu'`, `d’`) are among them.
//! 4. [`Acronyms`] keeps `CAF` apart from `café` and `PRE` from `pré`, before folding hides the difference.
//! 5. [`stem()`] takes off what number, gender and conjugation add, by Snowball's French algorithm.

mod acronyms;
mod fold;
mod stem;
mod stop;
mod words;

pub use acronyms::{Acronym, Acronyms, Protection};
pub use fold::fold;
pub use stem::{EXCEPTIONS, Stemmer, stem};
pub use stop::{LIGHT, STOP_WORDS, is_stop};
pub use words::{Word, words};

/// Words longer than this many folded characters are passed over: no word of a question is.
pub const LONGEST_WORD: usize = 40;
