//! Data exports and feeds: what is made of a guide beside its pages.
//!
//! An export is a file of this folder with a function from the [`Site`] to its [`File`]s, and a row of [`EXPORTS`].

mod atom;
mod donnees;
mod file;
mod robots;
pub mod search;
mod sitemap;
mod worker;
mod xml;

use crate::site::Site;

pub use file::File;

/// An export: its files, each made when it is written.
pub type Export = for<'s> fn(&'s Site) -> Vec<File<'s>>;

/// Every export but that of the search, which the next build may go on from ([`search::write`]).
pub const EXPORTS: &[Export] = &[
    atom::files,
    sitemap::files,
    robots::files,
    donnees::files,
    worker::files,
];
