//! `ribambelle build`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::build::{Built, Destination, build, read};
use crate::diag::{Language, Report, say};
use crate::model::values::WebUrl;
use crate::publish::hosting::{HOSTS, Host};

use super::{Failure, Global, show};

/// Construit le site dans un dossier
#[derive(Debug, Args)]
pub(super) struct BuildArguments {
    /// Le dossier du site
    #[arg(long, value_name = "DIR", default_value = "public")]
    sortie: PathBuf,
    /// L'adresse publique, à la place de celle de guide.yml
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Écrit aussi ce qui règle l'hébergeur : en-têtes, cache, redirections
    #[arg(long, value_name = "HÔTE,…", value_delimiter = ',', value_parser = hosts())]
    hebergement: Vec<String>,
    /// Met à côté de chaque texte ses copies comprimées, .br et .gz
    #[arg(long)]
    precompresser: bool,
    /// Écrit dans ce fichier les adresses changées, nouvelles et supprimées
    #[arg(long, value_name = "FICHIER.json")]
    changements: Option<PathBuf>,
}

/// The names of all hosts.
fn hosts() -> PossibleValuesParser {
    PossibleValuesParser::new(HOSTS.iter().map(|host| host.name))
}

impl BuildArguments {
    fn destination(&self) -> Destination {
        // In the order of the table, each once, however they were asked for.
        let asked = |host: &&Host| self.hebergement.iter().any(|name| name == host.name);
        Destination {
            folder: self.sortie.clone(),
            hosts: HOSTS.iter().filter(asked).collect(),
            precompressed: self.precompresser,
            changes: self.changements.clone(),
        }
    }
}

pub(super) fn run(global: &Global, arguments: &BuildArguments) -> Result<(), Failure> {
    let request = global.request(read_url(arguments.url.as_deref())?)?;
    let mut report = Report::default();
    let sources = Arc::new(read(&request, &mut report)?);
    let built = build(&sources, &request, &arguments.destination(), &mut report);
    report.sort();
    show::report(&report, &sources, global);
    let folder = arguments.sortie.display();
    let text = match (built?, global.language()) {
        (Built::UpToDate, Language::French) => format!("{folder} est déjà à jour\n"),
        (Built::UpToDate, Language::English) => format!("{folder} is up to date\n"),
        (Built::Published(done), Language::French) => format!(
            "{folder} : {} fichiers, dont {} écrits et {} gardés ; {} supprimés\n",
            done.written.len() + done.kept,
            done.written.len(),
            done.kept,
            done.removed.len()
        ),
        (Built::Published(done), Language::English) => format!(
            "{folder}: {} files, {} of them written and {} kept; {} removed\n",
            done.written.len() + done.kept,
            done.written.len(),
            done.kept,
            done.removed.len()
        ),
    };
    show::result(&text)
}

/// Reads `--url`.
pub(super) fn read_url(url: Option<&str>) -> Result<Option<WebUrl>, Failure> {
    let Some(text) = url else { return Ok(None) };
    match WebUrl::parse(text) {
        Some(url) if !text.contains(['?', '#']) => Ok(Some(url)),
        _ => Err(Failure::Use(say(
            format!(
                "« {text} » n'est pas une adresse : écrivez --url https://familles.exemple.fr/guide/"
            ),
            format!("“{text}” is not an address: write --url https://families.example.org/guide/"),
        ))),
    }
}
