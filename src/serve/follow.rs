//! From one version of the content to the next, a faulty edit in between.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use unicode_normalization::UnicodeNormalization as _;

use crate::build::{BuildError, Kept, Request, Stages, prepare_again, read_again};
use crate::check::is_sound;
use crate::diag::{Level, Report};
use crate::load::{Catalogue, read_sound};
use crate::site::Site;
use crate::source::{CHANGED_FILE, Sources};

/// The most records that are shown before the rest follows: what changes more at once is no edit by hand.
const GLANCES: usize = 4;
/// How many times in a row no more than what was saved is read: whatever events say, the folder is looked at.
const SHORT: usize = 8;
/// How often a folder that moves while it is read is read before its faults are told, and the time in between.
const ATTEMPTS: usize = 10;
const PAUSE: Duration = Duration::from_millis(50);

/// Follows a content folder: each step reads what changed, and says what is to be shown.
///
/// A file that becomes faulty is shown as it last was sound; the rest of an edit is shown at once.
/// What is faulty from the beginning is left out, as `check` leaves it out.
#[derive(Debug)]
pub struct Follower {
    request: Request,
    /// The content as it was read last.
    sources: Arc<Sources>,
    kept: Kept,
    base: Option<Base>,
    /// What was told where the content was read.
    told: Report,
    /// Whether a record is shown before the rest.
    is_ahead: bool,
    /// The content with what was just saved, where that is all that changed as far as is known.
    saved: Option<Arc<Sources>>,
    /// How many times in a row no more was read than what was saved.
    short: usize,
}

/// What is shown: a site of sources, and the names of those that have errors.
struct Base {
    sources: Arc<Sources>,
    catalogue: Catalogue,
    site: Arc<Site>,
    faulty: Names,
}

type Names = BTreeSet<Box<str>>;

/// What one reading gave.
pub struct Step {
    /// The site to show; none where the former one is to stay.
    pub site: Option<Arc<Site>>,
    /// What was found in the content as it stands.
    pub report: Report,
    /// The content as it stands.
    pub sources: Arc<Sources>,
}

/// A record that was just saved, before anything else follows.
pub struct Glance {
    /// The site with the record as it is now; its lists are those of before.
    pub site: Site,
    /// The record, by its place among the entries.
    pub record: usize,
}

impl Follower {
    /// Begins to follow the content of a request.
    pub fn new(request: Request) -> Follower {
        Follower {
            request,
            sources: Arc::default(),
            kept: Kept::keeping(),
            base: None,
            told: Report::default(),
            is_ahead: false,
            saved: None,
            short: 0,
        }
    }

    /// Reads the content; none where nothing changed. Fails where its folder can't be listed.
    ///
    /// After a glance at all that was saved no more is read: the next step looks at the whole folder again.
    pub fn step(&mut self) -> Result<Option<Step>, BuildError> {
        let sources = match self.saved.take() {
            Some(sources) => {
                self.short += 1;
                sources
            }
            None => {
                let (sources, told) = self.read_at_rest()?;
                (self.short, self.told) = (0, told);
                Arc::new(sources)
            }
        };
        if self.base.is_some() && sources.is_same(&self.sources) {
            return Ok(None);
        }
        let mut report = self.told.clone();
        self.sources = Arc::clone(&sources);
        let prepared = prepare_again(
            &Stages::default(),
            &sources,
            &self.request,
            &mut self.kept,
            &mut report,
        );
        report.sort();
        let faulty = faulty(&report, &sources);
        let base = match (self.base.take(), prepared) {
            (Some(former), (site, _)) if site.is_none() || !faulty.is_subset(&former.faulty) => {
                let mixed = self.mixed(&former, &sources, &faulty);
                Shown::or_former(mixed, former)
            }
            (_, (Some(site), catalogue)) => Shown::new(Base {
                sources: Arc::clone(&sources),
                catalogue,
                site: Arc::new(site),
                faulty,
            }),
            (former, (None, _)) => Shown(former, false),
        };
        let site = base.site(std::mem::take(&mut self.is_ahead));
        self.base = base.0;
        Ok(Some(Step {
            site,
            report,
            sources,
        }))
    }

    /// Reads the content; what is being replaced meanwhile is read once more before that is called a fault.
    fn read_at_rest(&self) -> Result<(Sources, Report), BuildError> {
        let read = || {
            let mut report = Report::default();
            let sources = read_again(&self.sources, &self.request, &mut report)?;
            Ok::<_, BuildError>((sources, report))
        };
        let is_moving = |report: &Report| {
            let mut faults = report.diagnostics().iter();
            faults.any(|fault| fault.code == CHANGED_FILE)
        };
        let mut content = read()?;
        for _ in 1..ATTEMPTS {
            if !is_moving(&content.1) {
                break;
            }
            thread::sleep(PAUSE);
            content = read()?;
        }
        Ok(content)
    }

    /// The site with each file that became faulty as it was before; none where that does not help.
    fn mixed(&mut self, former: &Base, sources: &Sources, faulty: &Names) -> Option<Base> {
        let broken: Names = faulty.difference(&former.faulty).cloned().collect();
        let mixed = Arc::new(sources.with_former(&former.sources, &broken));
        let mut report = Report::default();
        let (site, catalogue) = prepare_again(
            &Stages::default(),
            &mixed,
            &self.request,
            &mut self.kept,
            &mut report,
        );
        let site = Arc::new(site?);
        let faulty = self::faulty(&report, &mixed);
        let is_new = |name: &str| former.sources.find(name).is_none();
        let excused = |name: &str| former.faulty.contains(name) || is_new(name);
        faulty.iter().all(|name| excused(name)).then_some(Base {
            sources: mixed,
            catalogue,
            site,
            faulty,
        })
    }

    /// Looks at files that were just saved, and at nothing else: each sound record among them, before lists follow.
    pub fn glance(&mut self, saved: &[PathBuf]) -> Option<Glance> {
        let base = self.base.as_ref()?;
        let mut paths: Vec<&PathBuf> = saved.iter().collect();
        paths.sort();
        paths.dedup();
        if paths.len() > GLANCES {
            return None;
        }
        self.saved = None;
        let names: Vec<Option<String>> = paths.iter().map(|path| self.name_of(path)).collect();
        let is_known = |name: &Option<String>| {
            let name = name.as_ref();
            name.is_some_and(|name| base.sources.find(name).is_some())
        };
        let at = names.iter().position(is_known)?;
        let (name, path) = (names[at].as_ref()?, paths[at]);
        let sources = Arc::new(base.sources.with_text_of(name, path)?);
        let file = sources.find(name)?;
        if sources.text(file) == base.sources.text(file) {
            return None;
        }
        let former = base
            .catalogue
            .records
            .iter()
            .find(|record| record.file == file)?;
        let record = read_sound(&sources, former)?;
        if !is_sound(&sources, &base.catalogue, &record, self.request.date) {
            return None;
        }
        let guide = base.site.guide.with(&record)?;
        let glance = Glance {
            record: guide.index(&record.id())?,
            site: base.site.with(Arc::clone(&sources), guide),
        };
        self.is_ahead = true;
        let is_nothing = |(name, path): (&Option<String>, &&PathBuf)| {
            let is_passed_over = |name: &String| Sources::passes_over(name);
            let is_gone = !is_known(name) && path.symlink_metadata().is_err();
            is_gone || name.as_ref().is_some_and(is_passed_over)
        };
        let mut all = names.iter().zip(&paths).enumerate();
        let is_all = all.all(|(index, other)| index == at || is_nothing(other));
        let mut told = self.told.diagnostics().iter();
        // What was read last may differ from what is shown, or may have been wrong where it was read.
        let is_sure = Arc::ptr_eq(&base.sources, &self.sources)
            && told.all(|fault| fault.span.file != file)
            && self.short < SHORT;
        self.saved = (is_all && is_sure).then_some(sources);
        Some(glance)
    }

    /// The name among sources of a file of the content folder.
    fn name_of(&self, path: &Path) -> Option<String> {
        let folder = path.parent()?.canonicalize().ok()?;
        let content = self.request.content.canonicalize().ok()?;
        let path = folder.join(path.file_name()?);
        let inner = path.strip_prefix(content).ok()?.to_str()?;
        Some(format!("content/{inner}").nfc().collect())
    }
}

/// What is to be shown from now on, and whether it is new.
struct Shown(Option<Base>, bool);

impl Shown {
    fn new(base: Base) -> Shown {
        Shown(Some(base), true)
    }

    fn or_former(base: Option<Base>, former: Base) -> Shown {
        let is_new = base.is_some();
        Shown(base.or(Some(former)), is_new)
    }

    /// The site, where it is new or something else is shown meanwhile.
    fn site(&self, is_ahead: bool) -> Option<Arc<Site>> {
        let base = self.0.as_ref().filter(|_| self.1 || is_ahead);
        base.map(|base| Arc::clone(&base.site))
    }
}

impl std::fmt::Debug for Base {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Base")
            .field("faulty", &self.faulty)
            .finish_non_exhaustive()
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
