//! Cases of checks: how they are written, filled in and run.

pub mod fill;
pub mod page;
pub mod run;
