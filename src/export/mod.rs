//! Data exports and feeds: what is made of a guide beside its pages.
//!
//! An export is a file of this folder with a function from the [`Site`] to outputs, and a row of [`EXPORTS`].

mod atom;
mod donnees;
mod robots;
pub mod search;
mod sitemap;
mod worker;
mod xml;

use crate::diag::{Text, say};
use crate::model::Output;
use crate::site::Site;

/// An export: its files, made in one go.
pub type Export = fn(&Site) -> Result<Vec<Output>, ExportError>;

/// Every export but that of the search, which the next build may go on from ([`search::outputs`]).
pub const EXPORTS: &[Export] = &[
    atom::outputs,
    sitemap::outputs,
    robots::outputs,
    donnees::outputs,
    worker::outputs,
];

/// Why an export could not be made: a failure of the machine or of an index, never of the content.
#[derive(Debug)]
pub struct ExportError(Text);

impl ExportError {
    /// What happened, in one phrase.
    pub fn text(&self) -> &Text {
        &self.0
    }
}

impl From<crate::search::IndexError> for ExportError {
    fn from(error: crate::search::IndexError) -> ExportError {
        ExportError(say(
            format!("l'index ne peut pas être fait : {error}"),
            format!("the index can't be made: {error}"),
        ))
    }
}
