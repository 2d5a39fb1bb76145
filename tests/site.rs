//! The site of the sample content, and of small ones: routes, links, themes, what may not be said.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use ribambelle::check::check;
use ribambelle::diag::{Language, Level, Report, position};
use ribambelle::load::load;
use ribambelle::render::render;
use ribambelle::site::Site;
use ribambelle::source::Sources;

fn site_of(sources: Sources, report: &mut Report) -> Option<Site> {
    let sources = Arc::new(sources);
    let catalogue = load(&sources, report);
    let guide = check(&sources, catalogue, date(2026, 11, 22), report)?;
    Site::new(&sources, guide, report)
}

fn sample() -> Site {
    let mut report = Report::default();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let sources = Sources::read(&content, &mut report).unwrap();
    let site = site_of(sources, &mut report);
    for fault in report
        .diagnostics()
        .iter()
        .filter(|fault| fault.level == Level::Error)
    {
        eprintln!(
            "{}: {} {:?}",
            fault.code,
            fault.message.get(Language::French),
            fault.help
        );
    }
    site.unwrap()
}

#[test]
fn every_page_of_the_sample_is_rendered() {
    let site = sample();
    let started = std::time::Instant::now();
    let mut pages = 0;
    let mut failed = 0;
    for path in site.paths() {
        match render(&site, path) {
            Ok(output) => {
                pages += 1;
                if let Ok(folder) = std::env::var("OUT") {
                    let file = Path::new(&folder).join(path.file());
                    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                    std::fs::write(file, output.bytes).unwrap();
                }
            }
            Err(fault) => {
                failed += 1;
                if failed < 12 {
                    let (name, text) = ribambelle::diag::Locate::locate(
                        site.sources(),
                        if fault.span.file.0 == u32::MAX {
                            ribambelle::diag::FileId(0)
                        } else {
                            fault.span.file
                        },
                    );
                    eprintln!(
                        "{path}: {} ({}:{})",
                        fault.message.get(Language::English),
                        name,
                        position(text, fault.span.start).line
                    );
                }
            }
        }
    }
    eprintln!("{pages} pages in {:?}, {failed} failed", started.elapsed());
    assert_eq!(failed, 0);
}
