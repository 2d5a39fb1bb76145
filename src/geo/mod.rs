//! Geography built in: communes, postal codes, départements, regions, EPCI, and how far things are.
//!
//! The data are those of 1 January of the year that `SOURCES.md` says, in tables that are read once,
//! when [`communes()`] is first called. Nothing here reads a file, knows the contract or makes a diagnostic:
//! a [`Lookup`] says what is wrong with a name and a code, and the checks put it in words.

mod code;
mod commune;
mod communes;
mod department;
mod epci;
mod find;
mod fold;
mod nearest;
mod point;
mod school;
mod tables;

pub use code::{CodeError, InseeCode, PostalCode, Siren};
pub use commune::{Commune, Former};
pub use communes::{Communes, Neighbour, communes};
pub use department::{DepartmentCode, RegionCode};
pub use epci::{Epci, EpciKind};
pub use find::Lookup;
pub use point::{Point, Precision};
pub use school::SchoolZone;
