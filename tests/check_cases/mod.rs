//! Cases of checks: how they are written, filled in and run.

pub(crate) mod fill;
pub(crate) mod page;
pub(crate) mod run;
