//! `ribambelle serve`.

use std::sync::Arc;

use clap::Args;

use crate::build::{prepare, read};
use crate::diag::{Language, Report, say};
use crate::model::UrlPath;
use crate::serve::{DEFAULT_PORT, Live, OnDemand, Options, run as listen};

use super::build::read_url;
use super::{Failure, Global, show};

/// Sert le site sur cette machine, pour le regarder
#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    /// Le port (0 : n'importe lequel qui soit libre)
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT)]
    port: u16,
    /// L'adresse publique, à la place de celle de guide.yml ; son chemin est celui où le site est servi
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

pub(super) fn run(global: &Global, arguments: &ServeArguments) -> Result<(), Failure> {
    let request = global.request(read_url(arguments.url.as_deref())?)?;
    let mut report = Report::default();
    let sources = Arc::new(read(&request, &mut report)?);
    let site = prepare(&sources, &request, &mut report);
    report.sort();
    show::report(&report, &sources, global);
    // Faulty records are left out, so that the rest can be looked at; without guide.yml there is no site.
    let Some(site) = site else {
        return Err(Failure::Content);
    };
    let prefix = UrlPath::new(format!("{}/", site.base_path())).ok_or_else(|| {
        Failure::Use(say(
            "le chemin de « url » ne peut pas être servi",
            "the path of “url” can't be served",
        ))
    })?;
    let live = Arc::new(Live::new(OnDemand::new(site)));
    let language = global.language();
    let ready = |address: &str| {
        let text = match language {
            Language::French => format!("Le guide est là : {address} (Ctrl-C pour arrêter)\n"),
            Language::English => format!("The guide is here: {address} (Ctrl-C to stop)\n"),
        };
        // A closed standard output does not stop the server.
        let _ = show::result(&text);
    };
    listen(Options::local(arguments.port, prefix), live, ready).map_err(|error| {
        let help = |language| {
            error
                .help()
                .map(|help| format!(" ; {}", help.get(language)))
                .unwrap_or_default()
        };
        let text = |language| format!("{}{}", error.text().get(language), help(language));
        Failure::Machine(say(text(Language::French), text(Language::English)))
    })
}
