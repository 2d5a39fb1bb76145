//! Values with one meaning, each parsed once and valid from then on.

mod age;
mod codes;
mod contact;
mod date;
mod file;
mod link;
mod money;
mod phone;
mod place_code;
mod reference;
mod slug;
mod term;
mod text;

pub use age::{Age, AgeGroup, AgeRange};
pub use codes::*;
pub use contact::{Consent, Contact, NamedPhone};
pub use date::PartialDate;
pub use file::{FileRef, ImageRef};
pub use link::{Email, Link, WebUrl};
pub use money::Money;
pub use phone::{PhoneNumber, PhonePrice};
pub use reference::*;
pub use slug::Slug;
pub use term::*;
pub use text::{Summary, Title};
