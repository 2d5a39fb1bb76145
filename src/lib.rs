//! Ribambelle compiles the records of a public family-services directory into a static, searchable site.
pub mod diag;
pub mod source;
pub mod text;
pub mod geo;
pub mod calendar;
pub mod model;
pub mod load;
pub mod check;
pub mod search;
pub mod site;
pub mod render;
pub mod audit;
pub mod export;
pub mod publish;
pub mod build;
pub mod serve;
pub mod cli;
