//! Data exports and feeds: what is made of a guide beside its pages.
//!
//! An export is a file of this folder with a function from the [`Site`] to its [`File`]s, and a row of [`EXPORTS`].

mod atom;
mod donnees;
mod file;
mod robots;
pub mod search;
mod sitemap;
mod xml;

use crate::diag::{Text, say};
use crate::site::Site;

pub use file::File;

/// An export: its files, each made when it is written.
pub type Export = for<'s> fn(&'s Site) -> Vec<File<'s>>;

/// Every export but that of the search, which the next build may go on from ([`search::outputs`]).
pub const EXPORTS: &[Export] = &[atom::files, sitemap::files, robots::files, donnees::files];

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
