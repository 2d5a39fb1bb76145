//! From one version of the content to the next, a faulty edit in between.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::build::{BuildError, Request, prepare, read};
use crate::diag::{Level, Report};
use crate::site::Site;
use crate::source::Sources;

/// Follows a content folder: each step reads it again, and says what is to be shown.
///
/// A file that becomes faulty is shown as it last was sound; the rest of an edit is shown at once.
/// What is faulty from the beginning is left out, as `check` leaves it out.
#[derive(Debug)]
pub struct Follower {
    request: Request,
    base: Option<Base>,
}

/// What is shown: sources, and the names of those that have errors.
#[derive(Debug)]
struct Base {
    sources: Arc<Sources>,
    faulty: Names,
}

type Names = BTreeSet<Box<str>>;

/// What one reading gave.
pub struct Step {
    /// The site to show; none where the former one is to stay.
    pub site: Option<Site>,
    /// What was found in the content as it stands.
    pub report: Report,
    /// The content as it stands.
    pub sources: Arc<Sources>,
}

impl Follower {
    /// Begins to follow the content of a request.
    pub fn new(request: Request) -> Follower {
        Follower {
            request,
            base: None,
        }
    }

    /// Reads the content; fails where its folder can't be listed.
    pub fn step(&mut self) -> Result<Step, BuildError> {
        let mut report = Report::default();
        let sources = Arc::new(read(&self.request, &mut report)?);
        let site = prepare(&sources, &self.request, &mut report);
        report.sort();
        let faulty = faulty(&report, &sources);
        let shown = match &self.base {
            Some(base) if site.is_none() || !faulty.is_subset(&base.faulty) => {
                self.mixed(base, &sources, &faulty)
            }
            _ => site.map(|site| {
                let sources = Arc::clone(&sources);
                (site, Base { sources, faulty })
            }),
        };
        let site = shown.map(|(site, base)| {
            self.base = Some(base);
            site
        });
        Ok(Step {
            site,
            report,
            sources,
        })
    }

    /// The site with each file that became faulty as it was before; none where that does not help.
    fn mixed(&self, former: &Base, sources: &Sources, faulty: &Names) -> Option<(Site, Base)> {
        let broken: Names = faulty.difference(&former.faulty).cloned().collect();
        let mixed = Arc::new(sources.with_former(&former.sources, &broken));
        let mut report = Report::default();
        let site = prepare(&mixed, &self.request, &mut report)?;
        let faulty = self::faulty(&report, &mixed);
        let base = Base {
            sources: mixed,
            faulty,
        };
        let is_new = |name: &str| former.sources.find(name).is_none();
        let mut faulty = base.faulty.iter();
        let excused = faulty.all(|name| former.faulty.contains(name) || is_new(name));
        excused.then_some((site, base))
    }
}

/// The names of the files that have errors.
fn faulty(report: &Report, sources: &Sources) -> Names {
    let errors = report
        .diagnostics()
        .iter()
        .filter(|fault| fault.level == Level::Error);
    errors
        .map(|fault| sources.file(fault.span.file).name.clone())
        .collect()
}
