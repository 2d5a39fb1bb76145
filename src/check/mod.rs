//! From a catalogue to a guide: what can be published.
//!
//! A check is a file of this folder and a row of [`CHECKS`]: a function that reads the [`Context`] and adds to the
//! report. To add one, write its file with a [`Check`], add the row, and a page in `tests/cases/check/`.
//! What a value breaks by itself is told where it is read (`model`); checks are for what records say of each other,
//! and of the world.

mod addresses;
mod ancestors;
mod codes;
mod commitments;
mod confidentiality;
mod contacts;
mod context;
mod files;
mod former_names;
mod guide;
mod image;
mod in_force;
mod kept;
mod laep;
mod languages;
mod many_dates;
mod missing_place;
mod needed_keys;
mod numbers;
mod person_title;
mod place;
mod position;
mod private;
mod references;
mod registration;
mod reserved;
mod scan;
mod secret_texts;
mod shelters;
mod terms;
mod theme;
mod told_elsewhere;
mod verification;

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Diagnostic, FileId, Language, Level, Report};
use crate::load::{Catalogue, Record};
use crate::source::{PerText, Sources};

pub use context::Context;
pub use guide::{
    Behind, Entry, Guide, HOURS_DAYS, Location, Standing, VISITS_DAYS, What, When, is_grave,
};

/// One check, with its documentation.
pub struct Check {
    /// The codes of the diagnostics that it makes.
    pub codes: &'static [&'static str],
    /// What it is about.
    pub title: Words,
    /// What it finds, why that matters to a family, and how to mend it.
    pub docs: Words,
    /// What it looks at.
    pub run: &'static [Run],
}

/// A text of the program's own in French and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Words {
    /// The text in one language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::French => self.fr,
            Language::English => self.en,
        }
    }
}

/// What a check looks at.
pub enum Run {
    /// One text of the content after the other, whatever stands in the others.
    Text(fn(&Sources, FileId, &mut Vec<Diagnostic>)),
    /// One record after the other, in any order.
    Record(fn(&Context<'_>, &Record, &mut Vec<Diagnostic>)),
    /// The whole at once.
    Whole(fn(&Context<'_>, &mut Vec<Diagnostic>)),
}

/// Every check.
pub const CHECKS: &[&Check] = &[
    &references::CHECK,
    &needed_keys::CHECK,
    &terms::CHECK,
    &verification::CHECK,
    &confidentiality::CHECK,
    &private::CHECK,
    &addresses::CHECK,
    &position::CHECK,
    &codes::CHECK,
    &files::CHECK,
    &missing_place::CHECK,
    &many_dates::CHECK,
    &registration::CHECK,
    &contacts::CHECK,
    &person_title::CHECK,
    &languages::CHECK,
    &laep::CHECK,
    &shelters::CHECK,
    &in_force::CHECK,
    &ancestors::CHECK,
    &commitments::CHECK,
    &former_names::CHECK,
    &reserved::CHECK,
    &theme::CHECK,
];

/// The check that makes diagnostics of a code.
pub fn explain(code: &str) -> Option<&'static Check> {
    documented().find(|check| check.codes.contains(&code))
}

/// Every check, and what is told where a file or a value is read.
pub fn documented() -> impl Iterator<Item = &'static Check> {
    CHECKS.iter().chain(told_elsewhere::ALL).copied()
}

/// What was found in each text and computed of each record, kept as long as its file stays the same.
#[derive(Debug, Default)]
pub struct Kept {
    texts: PerText<Arc<[Diagnostic]>>,
    records: kept::Records,
    guide: guide::Kept,
}

impl Kept {
    /// Keeps from now on; by default nothing is kept.
    pub fn keeping() -> Kept {
        Kept {
            texts: PerText::keeping(),
            records: kept::Records::keeping(),
            guide: guide::Kept::keeping(),
        }
    }
}

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
    check_again(sources, &catalogue, today, &mut Kept::default(), report)
}

/// Checks as [`check`] does; what follows from files that stayed the same since the last time is not done again.
pub fn check_again(
    sources: &Sources,
    catalogue: &Catalogue,
    today: Date,
    kept: &mut Kept,
    report: &mut Report,
) -> Option<Guide> {
    let faulty = find(sources, catalogue, today, kept, report);
    Guide::new(sources, catalogue, today, &faulty, &mut kept.guide)
}

/// Checks a catalogue as of a day, for its report alone: no date is expanded and no place looked up for pages.
pub fn inspect(sources: &Sources, catalogue: &Catalogue, today: Date, report: &mut Report) {
    find(sources, catalogue, today, &mut Kept::default(), report);
}

/// Whether one record, read anew, has no error, as far as that can be told without looking at the others' own.
pub fn is_sound(sources: &Sources, catalogue: &Catalogue, record: &Record, today: Date) -> bool {
    let context = Context::new(sources, catalogue, today);
    let mut faults = Vec::new();
    for run in CHECKS.iter().flat_map(|check| check.run) {
        match run {
            Run::Text(run) => run(sources, record.file, &mut faults),
            Run::Record(run) => run(&context, record, &mut faults),
            Run::Whole(_) => {}
        }
    }
    !faults.iter().any(|fault| fault.level == Level::Error)
}

/// Tells every fault; gives the files that have errors beside those that they have by themselves.
fn find(
    sources: &Sources,
    catalogue: &Catalogue,
    today: Date,
    kept: &mut Kept,
    report: &mut Report,
) -> HashSet<FileId> {
    let context = Context::new(sources, catalogue, today);
    let runs = || CHECKS.iter().flat_map(|check| check.run);
    let texts: Vec<FileId> = sources
        .under("content/")
        .map(|(file, _)| file)
        .filter(|file| sources.is_text(*file))
        .collect();
    let of_text = |file: &FileId| {
        let mut faults = Vec::new();
        for run in runs() {
            if let Run::Text(run) = run {
                run(sources, *file, &mut faults);
            }
        }
        faults.into()
    };
    let of_record = |record: &Record| {
        let mut faults = Vec::new();
        for run in runs() {
            if let Run::Record(run) = run {
                run(&context, record, &mut faults);
            }
        }
        faults
    };
    let Kept {
        texts: known,
        records,
        ..
    } = kept;
    let (of_texts, mut faults) = rayon::join(
        || known.of(sources, &texts, |file| *file, of_text),
        || records.of(sources, catalogue, today, of_record),
    );
    for of_text in of_texts {
        faults.extend(of_text.iter().cloned());
    }
    for run in runs() {
        if let Run::Whole(run) = run {
            run(&context, &mut faults);
        }
    }
    let faulty = faults
        .iter()
        .filter(|fault| fault.level == Level::Error)
        .map(|fault| fault.span.file)
        .collect();
    report.extend(faults);
    report.conceal(sources);
    report.sort();
    faulty
}
