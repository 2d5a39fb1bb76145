//! Doubts: what in a text is not understood for sure, and what to write instead.

use std::ops::Range;

use crate::diag::{Text, say};

/// Something in a text that is not understood for sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What is doubtful, as the message of a diagnostic.
    pub what: Text,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What to write instead, as the help of a diagnostic.
    pub proposal: Option<Text>,
}

impl Doubt {
    /// A doubt without proposal.
    pub(super) fn new(range: Range<usize>, what: Text) -> Doubt {
        Doubt {
            what,
            range,
            proposal: None,
        }
    }

    /// Adds what to write instead.
    pub(super) fn propose(mut self, proposal: Text) -> Doubt {
        self.proposal = Some(proposal);
        self
    }

    /// Leaves out what to write instead.
    pub(super) fn without_proposal(self) -> Doubt {
        Doubt {
            proposal: None,
            ..self
        }
    }

    /// Adds what to write instead, where nothing more to the point is proposed.
    pub(super) fn with_proposal(mut self, proposal: impl FnOnce() -> Text) -> Doubt {
        self.proposal.get_or_insert_with(proposal);
        self
    }
}

/// A word that is not known.
pub(super) fn unknown(range: Range<usize>, word: &str) -> Doubt {
    let word = excerpt(word);
    Doubt::new(
        range,
        say(
            format!("« {word} » n'est pas compris"),
            format!("“{word}” is not understood"),
        ),
    )
}

/// A word that looks like a known one.
pub(super) fn misspelt(range: Range<usize>, word: &str, nearest: &str) -> Doubt {
    unknown(range, word).propose(say(
        format!("écrivez « {nearest} »"),
        format!("write “{nearest}”"),
    ))
}

/// The first forty characters of a text, so that a message stays short.
pub(super) fn excerpt(text: &str) -> String {
    let mut chars = text.chars();
    let start: String = chars.by_ref().take(40).collect();
    match chars.next() {
        Some(_) => format!("{start}…"),
        None => start,
    }
}
