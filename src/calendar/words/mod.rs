//! Words: what records say of time, said in a language.
//!
//! Each language is one file with the same functions, which hold all its wording; nothing else in this layer
//! speaks. Words are lower case and stand alone; who shows them adds capitals and full stops.

pub mod french;
