//! Reading: hours and patterns that people write in words.
//!
//! A text becomes tokens ([`token`]), tokens become phrases ([`phrase`]: days, hours, « sur rendez-vous »,
//! « hors vacances »), phrases become rules ([`assemble`]). Each step goes through its input once. Whatever is not
//! understood for sure is a [`Doubt`] at its place: a family before a closed door pays for a guess.

mod assemble;
mod clock;
mod cursor;
mod date;
mod days;
mod doubt;
mod label;
mod pattern;
mod phrase;
mod propose;
mod rate;
mod scope;
mod strange;
mod token;

use super::words::{French, Words as _};
use super::{Timetable, Zone};

pub use doubt::Doubt;
pub use pattern::read_pattern;

pub(super) use clock::time_of_day;

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// There is no doubt.
    Understood(Box<Understood>),
    /// Something is doubtful.
    Doubtful(Doubt),
}

/// A text that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// What it says; what it doesn't say is unknown.
    pub timetable: Timetable,
    /// The school zone that it names.
    pub zone: Option<Zone>,
    /// What it says, in French words of our own; reading them gives the same again.
    pub words: String,
}

/// Reads hours as services write them: « mardi et jeudi 9h-11h30 (hors vacances) ».
///
/// It never panics, and takes time in proportion to the text.
pub fn read_hours(text: &str) -> Reading {
    let tokens = token::tokens(text);
    let read = phrase::phrases(&tokens).and_then(|phrases| assemble::assemble(&phrases, text));
    match read {
        Ok((timetable, zone)) => Reading::Understood(Box::new(Understood {
            words: French
                .timetable(&timetable)
                .join(French.phrases().semicolon),
            timetable,
            zone,
        })),
        Err(_) if strange::says_no_time(&tokens) => Reading::Doubtful(strange::no_time(text)),
        Err(doubt) => Reading::Doubtful(doubt.with_proposal(|| propose::hours(&tokens))),
    }
}
