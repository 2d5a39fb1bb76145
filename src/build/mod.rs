//! One build, from sources to a sink.
//!
//! ```text
//! read ▸ load ▸ check ▸ site ▸ ┬ render every page, in parallel ┬▸ sink ▸ publish
//!                              └ index and exports              ┘
//! ```

mod plan;
mod stages;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::check_again;
use crate::diag::{Diagnostic, Report, Text, say};
use crate::export;
use crate::load::{Catalogue, load_again};
use crate::model::Output;
use crate::model::values::WebUrl;
use crate::publish::hosting::Host;
use crate::publish::{
    ChangesFile, Digest, FolderSink, Options, PublishError, Published, Sink, clear_left_overs,
    up_to_date,
};
use crate::render::render;
use crate::search::IndexError;
use crate::site::Site;
use crate::source::Sources;

pub use stages::{Stage, Stages, Taken};

/// What a build is made from.
#[derive(Debug, Clone)]
pub struct Request {
    /// The content folder.
    pub content: PathBuf,
    /// The day for which everything is computed.
    pub date: Date,
    /// The public base address, instead of the one of `guide.yml`.
    pub url: Option<WebUrl>,
    /// Whether the site can be searched.
    pub search: bool,
}

/// Where a site is published, and what with.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The folder of the site.
    pub folder: PathBuf,
    /// The hosts that are told how to serve it.
    pub hosts: Vec<&'static Host>,
    /// Whether compressed copies are put beside what compresses.
    pub precompressed: bool,
    /// Whether the edition for paper is made beside the site.
    pub edition: bool,
    /// Whether each record has a picture of its own for its shared links.
    pub pictures: bool,
    /// The file that is told which addresses changed.
    pub changes: Option<PathBuf>,
}

impl From<&Path> for Destination {
    /// A folder, with nothing but the site.
    fn from(folder: &Path) -> Destination {
        Destination {
            folder: folder.to_owned(),
            hosts: Vec::new(),
            precompressed: false,
            edition: false,
            pictures: false,
            changes: None,
        }
    }
}

/// Why a build ended without a site.
#[derive(Debug)]
pub enum BuildError {
    /// The content has errors; they stand in the report.
    Content,
    /// The content folder can't be read.
    Unreadable(Text),
    /// The target can't be written.
    Publish(PublishError),
}

/// What a build made.
#[derive(Debug)]
pub enum Built {
    /// The target held this very site already: nothing was touched.
    UpToDate(Published),
    /// The site was published.
    Published(Published),
}

/// What a build made that the next one may use again, as long as the files it was made of stay the same.
#[derive(Debug, Default)]
pub struct Kept {
    load: crate::load::Kept,
    check: crate::check::Kept,
    site: crate::site::Kept,
}

impl Kept {
    /// Keeps from now on; by default nothing is kept.
    pub fn keeping() -> Kept {
        Kept {
            load: crate::load::Kept::keeping(),
            check: crate::check::Kept::keeping(),
            site: crate::site::Kept::keeping(),
        }
    }
}

/// Reads the content and the themes.
pub fn read(request: &Request, report: &mut Report) -> Result<Sources, BuildError> {
    read_again(&Sources::default(), request, report)
}

/// Reads the content and the themes; files that stayed as sources have them are not opened again.
pub fn read_again(
    former: &Sources,
    request: &Request,
    report: &mut Report,
) -> Result<Sources, BuildError> {
    former
        .read_again(&request.content, report)
        .map_err(|error| {
            let folder = request.content.display();
            BuildError::Unreadable(say(
                format!("le dossier « {folder} » ne peut pas être lu : {error}"),
                format!("the folder “{folder}” can't be read: {error}"),
            ))
        })
}

/// Loads and checks sources, and lays out the site; none where there can't be one.
pub fn prepare(sources: &Arc<Sources>, request: &Request, report: &mut Report) -> Option<Site> {
    prepare_in(&Stages::default(), sources, request, report)
}

/// As [`prepare`], in stages that are told.
pub fn prepare_in(
    stages: &Stages,
    sources: &Arc<Sources>,
    request: &Request,
    report: &mut Report,
) -> Option<Site> {
    prepare_again(stages, sources, request, &mut Kept::default(), report).0
}

/// Prepares a site as [`prepare_in`] does; what follows from files that stayed the same is not done again.
///
/// The catalogue is given beside it.
pub fn prepare_again(
    stages: &Stages,
    sources: &Arc<Sources>,
    request: &Request,
    kept: &mut Kept,
    report: &mut Report,
) -> (Option<Site>, Catalogue) {
    let mut catalogue = stages.run(Stage::Load, || load_again(sources, &mut kept.load, report));
    if let (Some(config), Some(url)) = (&mut catalogue.config, &request.url) {
        config.url.value = url.clone();
    }
    let guide = stages.run(Stage::Check, || {
        check_again(sources, &catalogue, request.date, &mut kept.check, report)
    });
    let site = guide.and_then(|guide| {
        stages.run(Stage::Plan, || {
            Site::again(sources, guide, request.search, &mut kept.site, report)
        })
    });
    (site, catalogue)
}

/// Builds a site into a folder; content with errors leaves the folder as it is.
///
/// While pages are made, the texts of records are let go: they are read by then, and none of them has an error to show.
pub fn build(
    sources: &mut Arc<Sources>,
    request: &Request,
    to: &Destination,
    stages: &Stages,
    report: &mut Report,
) -> Result<Built, BuildError> {
    let inputs = inputs(request);
    let changes = to
        .changes
        .as_deref()
        .map(|file| ChangesFile::new(file, &to.folder, &inputs))
        .transpose()
        .map_err(BuildError::Publish)?;
    let (digest, former) = stages.run(Stage::Compare, || {
        let digest = digest(sources, request, to);
        let former = up_to_date(&to.folder, &digest);
        (digest, former)
    });
    if let Some(former) = former {
        if let Some(changes) = &changes {
            changes.write_none().map_err(BuildError::Publish)?;
        }
        clear_left_overs(&to.folder);
        return Ok(Built::UpToDate(former));
    }
    let site = prepare_in(stages, sources, request, report).filter(|_| !report.has_errors());
    let site = match to.edition {
        true => site.and_then(|site| site.with_edition(report)),
        false => site,
    };
    let site = match to.pictures {
        true => site.and_then(|site| site.with_pictures(report)),
        false => site,
    };
    let Some(site) = site else {
        return Err(BuildError::Content);
    };
    let records = site.guide.entries().iter().map(|entry| entry.record.file);
    *sources = Arc::new(sources.without_texts(records));
    let site = site.on(Arc::clone(sources));
    let published = publish(&site, digest, inputs, to, stages, report)?;
    if let Some(changes) = &changes {
        changes
            .write(&published, site.guide.config.base_url())
            .map_err(BuildError::Publish)?;
    }
    Ok(Built::Published(published))
}

impl From<IndexError> for PublishError {
    fn from(error: IndexError) -> PublishError {
        PublishError::Machine(say(
            format!("l'index ne peut pas être fait : {error}"),
            format!("the index can't be made: {error}"),
        ))
    }
}

/// The folders that a site is made from.
fn inputs(request: &Request) -> Vec<PathBuf> {
    let themes = request
        .content
        .canonicalize()
        .map(|content| content.with_file_name("themes"));
    [Some(request.content.clone()), themes.ok()]
        .into_iter()
        .flatten()
        .filter(|folder| folder.is_dir())
        .collect()
}

fn publish(
    site: &Site,
    digest: Digest,
    inputs: Vec<PathBuf>,
    to: &Destination,
    stages: &Stages,
    report: &mut Report,
) -> Result<Published, BuildError> {
    let hosting = hosting(site, to).map_err(BuildError::Publish)?;
    let options = Options {
        precompressed: to.precompressed,
        ..Options::new(digest, inputs)
    };
    let sink = stages
        .run(Stage::Compare, || FolderSink::begin(&to.folder, options))
        .map_err(BuildError::Publish)?;
    let faults = write_all(site, &sink, stages).map_err(BuildError::Publish)?;
    report.extend(faults);
    if report.has_errors() {
        return Err(BuildError::Content);
    }
    hosting
        .into_iter()
        .try_for_each(|output| sink.write(output))
        .and_then(|()| stages.run(Stage::Publish, || sink.commit()))
        .map_err(BuildError::Publish)
}

/// The files that tell the hosts asked for how to serve a site.
fn hosting(site: &Site, to: &Destination) -> Result<Vec<Output>, PublishError> {
    if to.hosts.is_empty() {
        return Ok(Vec::new());
    }
    let plan = plan::of(site, to.precompressed)?;
    Ok(to
        .hosts
        .iter()
        .flat_map(|host| host.outputs(&plan))
        .collect())
}

/// Renders every page and export of a site into a sink, in parallel; gives the faults of its theme.
pub fn write_all(
    site: &Site,
    sink: &dyn Sink,
    stages: &Stages,
) -> Result<Vec<Diagnostic>, PublishError> {
    let faults = Mutex::new(Vec::new());
    let tell = |fault| {
        faults
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .push(fault)
    };
    let pages = || {
        let paths: Vec<_> = site.paths().collect();
        stages.expect(paths.len());
        paths.into_par_iter().try_for_each(|path| {
            let outcome = match render(site, path) {
                Ok(output) => sink.write(output),
                Err(fault) => {
                    tell(fault);
                    Ok(())
                }
            };
            stages.step();
            outcome
        })
    };
    let search = || {
        if !site.searched {
            return Ok(());
        }
        export::search::write(site, |outputs| {
            outputs
                .into_par_iter()
                .try_for_each(|output| sink.write(output))
        })
    };
    let others = || {
        let files = export::EXPORTS.par_iter().flat_map(|export| export(site));
        files.try_for_each(|file| sink.stream(&file.path, &|to| file.write_to(to)))
    };
    let (pages, (index, exports)) = rayon::join(
        || stages.run(Stage::Render, pages),
        || {
            rayon::join(
                || stages.run(Stage::Index, search),
                || stages.run(Stage::Export, others),
            )
        },
    );
    pages.and(index).and(exports)?;
    Ok(faults
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// One digest of all that a site is made from: the tool, the options, every source.
///
/// Files that are read only when asked for count by their bytes as well.
fn digest(sources: &Sources, request: &Request, to: &Destination) -> Digest {
    let date = request.date.to_string();
    let url = request.url.as_ref().map_or("", |url| url.as_str());
    let files: Vec<_> = sources
        .all()
        .map(|(file, name)| (name, sources.bytes(file).unwrap_or_default()))
        .collect();
    let hosts: Vec<_> = to
        .hosts
        .iter()
        .map(|host| ("host", host.name.as_bytes()))
        .collect();
    let unsearched = (!request.search).then_some(("unsearched", [].as_slice()));
    let precompressed = to.precompressed.then_some(("precompressed", [].as_slice()));
    let edition = to.edition.then_some(("edition", [].as_slice()));
    let pictures = to.pictures.then_some(("pictures", [].as_slice()));
    let options = [
        ("tool", env!("CARGO_PKG_VERSION").as_bytes()),
        ("date", date.as_bytes()),
        ("url", url.as_bytes()),
    ];
    Digest::of(
        options
            .into_iter()
            .chain(hosts)
            .chain(precompressed)
            .chain(unsearched)
            .chain(edition)
            .chain(pictures)
            .chain(files.iter().map(|(name, bytes)| (*name, &**bytes))),
    )
}
