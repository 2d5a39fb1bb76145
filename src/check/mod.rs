//! From a catalogue to a guide: what can be published.
//!
//! A check is a file of this folder and a row of [`CHECKS`]: a function that reads the [`Context`] and adds to the
//! report. To add one, write its file with a [`Check`], add the row, and a page in `tests/cases/check/`.
//! What a value breaks by itself is told where it is read (`model`); checks are for what records say of each other,
//! and of the world.

mod context;
mod guide;
mod references;
mod terms;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::{Diagnostic, Level, Report};
use crate::load::{Catalogue, Record};
use crate::source::Sources;

pub use context::Context;
pub use guide::{Entry, Guide, Location, Standing, What, When};

/// One check, with its documentation.
pub struct Check {
    /// The codes of the diagnostics that it makes.
    pub codes: &'static [&'static str],
    /// What it looks at.
    pub run: Run,
}

/// What a check looks at.
pub enum Run {
    /// One record after the other, in any order.
    Record(fn(&Context<'_>, &Record, &mut Vec<Diagnostic>)),
    /// The whole at once.
    Whole(fn(&Context<'_>, &mut Vec<Diagnostic>)),
}

/// Every check.
pub const CHECKS: &[&Check] = &[&references::CHECK, &terms::CHECK];

/// Checks a catalogue as of a day, and gives what can be published of it.
///
/// None where `guide.yml` is missing or faulty: there is no site then.
/// Records with faults, and drafts, are left out; `build` refuses a report with errors, `serve` goes on.
pub fn check(
    sources: &Sources,
    catalogue: Catalogue,
    today: Date,
    report: &mut Report,
) -> Option<Guide> {
    let context = Context::new(sources, &catalogue, today);
    let mut faults: Vec<Diagnostic> = catalogue
        .records
        .par_iter()
        .map(|record| {
            let mut faults = Vec::new();
            for check in CHECKS {
                if let Run::Record(run) = check.run {
                    run(&context, record, &mut faults);
                }
            }
            faults
        })
        .reduce(Vec::new, |mut all, faults| {
            all.extend(faults);
            all
        });
    for check in CHECKS {
        if let Run::Whole(run) = check.run {
            run(&context, &mut faults);
        }
    }
    drop(context);
    let faulty = faults
        .iter()
        .filter(|fault| fault.level == Level::Error)
        .map(|fault| fault.span.file)
        .collect();
    report.extend(faults);
    report.sort();
    Guide::new(sources, catalogue, today, &faulty)
}
