//! Ribambelle compiles the records of a public family-services directory into a static, searchable site.
pub mod audit;
pub mod build;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod diag;
pub mod export;
pub mod geo;
pub mod load;
pub mod model;
pub mod publish;
pub mod render;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod text;
