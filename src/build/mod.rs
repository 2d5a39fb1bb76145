//! One build, from sources to a sink.
//!
//! ```text
//! read ▸ load ▸ check ▸ site ▸ ┬ render every page, in parallel ┬▸ sink ▸ publish
//!                              └ index and exports              ┘
//! ```

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::{Diagnostic, Report, Text, say};
use crate::export;
use crate::load::load;
use crate::model::values::WebUrl;
use crate::publish::{Digest, FolderSink, Options, PublishError, Published, Sink, up_to_date};
use crate::render::render;
use crate::site::Site;
use crate::source::Sources;

/// What a build is made from.
#[derive(Debug, Clone)]
pub struct Request {
    /// The content folder.
    pub content: PathBuf,
    /// The day for which everything is computed.
    pub date: Date,
    /// The public base address, instead of the one of `guide.yml`.
    pub url: Option<WebUrl>,
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
    UpToDate,
    /// The site was published.
    Published(Published),
}

/// Reads the content and the themes.
pub fn read(request: &Request, report: &mut Report) -> Result<Sources, BuildError> {
    Sources::read(&request.content, report).map_err(|error| {
        let folder = request.content.display();
        BuildError::Unreadable(say(
            format!("le dossier « {folder} » ne peut pas être lu : {error}"),
            format!("the folder “{folder}” can't be read: {error}"),
        ))
    })
}

/// Loads and checks sources, and lays out the site; none where there can't be one.
pub fn prepare(sources: &Arc<Sources>, request: &Request, report: &mut Report) -> Option<Site> {
    let mut catalogue = load(sources, report);
    if let (Some(config), Some(url)) = (&mut catalogue.config, &request.url) {
        config.url.value = url.clone();
    }
    let guide = crate::check::check(sources, catalogue, request.date, report)?;
    Site::new(sources, guide, report)
}

/// Builds a site into a folder; content with errors leaves the folder as it is.
pub fn build(
    sources: &Arc<Sources>,
    request: &Request,
    target: &Path,
    report: &mut Report,
) -> Result<Built, BuildError> {
    let digest = digest(sources, request);
    if up_to_date(target, &digest) {
        return Ok(Built::UpToDate);
    }
    let site = prepare(sources, request, report).filter(|_| !report.has_errors());
    let Some(site) = site else {
        return Err(BuildError::Content);
    };
    let themes = request
        .content
        .canonicalize()
        .map(|content| content.with_file_name("themes"));
    let inputs = [Some(request.content.clone()), themes.ok()]
        .into_iter()
        .flatten()
        .filter(|folder| folder.is_dir());
    let sink = FolderSink::begin(target, Options::new(digest, inputs.collect()))
        .map_err(BuildError::Publish)?;
    let faults = write_all(&site, &sink).map_err(BuildError::Publish)?;
    report.extend(faults);
    if report.has_errors() {
        return Err(BuildError::Content);
    }
    sink.commit()
        .map(Built::Published)
        .map_err(BuildError::Publish)
}

/// Renders every page and export of a site into a sink, in parallel; gives the faults of its theme.
pub fn write_all(site: &Site, sink: &dyn Sink) -> Result<Vec<Diagnostic>, PublishError> {
    let faults = Mutex::new(Vec::new());
    let tell = |fault| {
        faults
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .push(fault)
    };
    let pages = || {
        let paths: Vec<_> = site.paths().collect();
        paths
            .into_par_iter()
            .try_for_each(|path| match render(site, path) {
                Ok(output) => sink.write(output),
                Err(fault) => {
                    tell(fault);
                    Ok(())
                }
            })
    };
    let exports = || {
        export::EXPORTS.par_iter().try_for_each(|export| {
            let outputs =
                export(site).map_err(|error| PublishError::Machine(error.text().clone()))?;
            outputs
                .into_par_iter()
                .try_for_each(|output| sink.write(output))
        })
    };
    let (pages, exports) = rayon::join(pages, exports);
    pages.and(exports)?;
    Ok(faults
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// One digest of all that a site is made from: the tool, the options, every source.
///
/// Files that are read only when asked for count by their bytes as well.
fn digest(sources: &Sources, request: &Request) -> Digest {
    let date = request.date.to_string();
    let url = request.url.as_ref().map_or("", |url| url.as_str());
    let files: Vec<_> = sources
        .all()
        .map(|(file, name)| (name, sources.bytes(file).unwrap_or_default()))
        .collect();
    let options = [
        ("tool", env!("CARGO_PKG_VERSION").as_bytes()),
        ("date", date.as_bytes()),
        ("url", url.as_bytes()),
    ];
    Digest::of(
        options
            .into_iter()
            .chain(files.iter().map(|(name, bytes)| (*name, &**bytes))),
    )
}
