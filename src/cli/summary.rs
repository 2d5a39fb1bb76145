//! What a build or a check did, and how long each stage took: for programs as JSON, for people as a table.
//!
//! `--json` prints one object on standard output, with these keys; later versions only add to them.
//!
//! | key | in | what |
//! |---|---|---|
//! | `version` | both | 1 |
//! | `command` | both | `build` or `check` |
//! | `outcome` | both | `published`, `up-to-date` or `refused`; `sound` or `refused` |
//! | `date` | both | the day for which all was computed |
//! | `errors`, `warnings`, `notes` | both | what was found |
//! | `seconds` | both | from the beginning to this summary |
//! | `stages` | both | `[{"stage", "start", "seconds"}]` in the order in which they began; they may overlap |
//! | `sources` | both | how many files of content and themes were read |
//! | `pages` | both | pages of the site; with `check`, those that were rendered: none without `--pages` |
//! | `folder`, `files`, `bytes` | `build`, unless refused | where the site is, and its size |
//! | `written`, `kept`, `removed` | `build`, unless refused | what became of its files |
//!
//! What is used wrongly, and a failing machine, are told on standard error only, with status 2 or 3.

use std::io::Write as _;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use crate::build::{Stages, Taken};
use crate::diag::{Language, Level, Report, say};
use crate::publish::Published;

use super::{Failure, show};

/// How the work is told.
#[derive(Debug, Args)]
pub(super) struct SummaryArguments {
    /// Dit en JSON ce qui a été fait, pour un programme
    #[arg(long)]
    pub(super) json: bool,
    /// Dit à la fin où le temps est passé
    #[arg(long)]
    pub(super) chronos: bool,
}

pub(super) const ENGLISH_JSON: &str = "Tells in JSON what was done, for a program";
pub(super) const ENGLISH_CHRONOS: &str = "Tells in the end where the time went";

/// What was done, for programs.
#[derive(Debug, Serialize)]
pub(super) struct Summary<'a> {
    version: u8,
    command: &'a str,
    outcome: &'a str,
    date: String,
    errors: usize,
    warnings: usize,
    notes: usize,
    sources: usize,
    pages: usize,
    #[serde(flatten)]
    site: Option<Folder>,
    seconds: f64,
    stages: Vec<StageTime>,
}

/// The folder of a site, and what became of its files.
#[derive(Debug, Serialize)]
struct Folder {
    folder: String,
    files: usize,
    bytes: u64,
    written: usize,
    kept: usize,
    removed: usize,
}

#[derive(Debug, Serialize)]
struct StageTime {
    stage: &'static str,
    start: f64,
    seconds: f64,
}

impl<'a> Summary<'a> {
    /// A summary of what a command found.
    pub(super) fn new(
        (command, outcome): (&'a str, &'a str),
        date: jiff::civil::Date,
        report: &Report,
        stages: &Stages,
    ) -> Summary<'a> {
        Summary {
            version: 1,
            command,
            outcome,
            date: date.to_string(),
            errors: report.count(Level::Error),
            warnings: report.count(Level::Warning),
            notes: report.count(Level::Note),
            sources: 0,
            pages: 0,
            site: None,
            seconds: rounded(stages.elapsed()),
            stages: stages.taken().iter().map(StageTime::of).collect(),
        }
    }

    /// With the number of files that were read, and of pages.
    pub(super) fn counting(self, sources: usize, pages: usize) -> Summary<'a> {
        Summary {
            sources,
            pages,
            ..self
        }
    }

    /// With the folder of the site.
    pub(super) fn at(self, folder: String, done: &Published) -> Summary<'a> {
        let site = Folder {
            folder,
            files: done.files(),
            bytes: done.bytes,
            written: done.written.len(),
            kept: done.kept,
            removed: done.removed.len(),
        };
        Summary {
            site: Some(site),
            ..self
        }
    }

    /// Prints it on standard output.
    pub(super) fn print(&self) -> Result<(), Failure> {
        let text = serde_json::to_string(self)
            .map_err(|error| Failure::Machine(say(error.to_string(), error.to_string())))?;
        show::result(&(crate::diag::format::visible_json(text) + "\n"))
    }
}

impl StageTime {
    fn of(taken: &Taken) -> StageTime {
        StageTime {
            stage: taken.stage.code(),
            start: rounded(taken.start),
            seconds: rounded(taken.took),
        }
    }
}

/// Seconds, to the tenth of a millisecond.
fn rounded(time: Duration) -> f64 {
    (time.as_secs_f64() * 10_000.0).round() / 10_000.0
}

/// Prints on standard error where the time went.
pub(super) fn chronos(stages: &Stages, language: Language) {
    // Nobody is left to be told where standard error is closed.
    let _ = std::io::stderr()
        .lock()
        .write_all(table(&stages.taken(), stages.elapsed(), language).as_bytes());
}

fn table(taken: &[Taken], total: Duration, language: Language) -> String {
    let french = language == Language::French;
    let seconds = |time: Duration| {
        let text = format!("{:.3} s", time.as_secs_f64());
        if french { text.replace('.', ",") } else { text }
    };
    let (stage, start, took, all) = if french {
        ("étape", "début", "durée", "en tout")
    } else {
        ("stage", "start", "time", "in all")
    };
    let mut text = format!("{stage:<32} {start:>10} {took:>10}\n");
    for taken in taken {
        let title = taken.stage.title().get(language);
        let (start, took) = (seconds(taken.start), seconds(taken.took));
        text.push_str(&format!("{title:<32} {start:>10} {took:>10}\n"));
    }
    text.push_str(&format!("{all:<32} {:>10} {:>10}\n", "", seconds(total)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::Stage;

    #[test]
    fn times_stand_in_columns_as_each_language_writes_them() {
        let taken = [Taken {
            stage: Stage::Check,
            start: Duration::from_millis(12),
            took: Duration::from_micros(1_234_567),
        }];
        let total = Duration::from_secs(70);
        assert_eq!(
            table(&taken, total, Language::French),
            "étape                                 début      durée\n\
             vérification                        0,012 s    1,235 s\n\
             en tout                                       70,000 s\n"
        );
        assert_eq!(
            table(&taken, total, Language::English),
            "stage                                 start       time\n\
             checking                            0.012 s    1.235 s\n\
             in all                                        70.000 s\n"
        );
    }
}
