//! `ribambelle build`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::build::{BuildError, Built, Destination, Stage, Stages, build, read};
use crate::diag::{Language, Report, say};
use crate::model::values::WebUrl;
use crate::publish::hosting::{HOSTS, Host};

use super::help::English;
use super::summary::{self, Summary, SummaryArguments, chronos};
use super::{Failure, Global, progress, show};

/// Words of `--recherche`.
const BROWSER: &str = "navigateur";
const NOTHING: &str = "aucune";

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
    /// Ce qui cherche dans le site : le navigateur, ou rien (ni champ, ni page, ni index)
    #[arg(long, value_name = "QUI", value_parser = [BROWSER, NOTHING], default_value = BROWSER)]
    recherche: String,
    /// Ajoute l'édition à imprimer, sous /imprimer/ : le guide, la part de chaque commune, une affiche par lieu
    #[arg(long)]
    imprimer: bool,
    /// Dessine une image pour chaque fiche, que montrent les liens partagés ; sinon une par sorte et par commune
    #[arg(long)]
    images_partage: bool,
    /// Écrit dans ce fichier les adresses changées, nouvelles et supprimées
    #[arg(long, value_name = "FICHIER.json")]
    changements: Option<PathBuf>,
    #[command(flatten)]
    summary: SummaryArguments,
}

pub(super) const ENGLISH: English = &[
    ("", "Builds the site into a folder"),
    ("sortie", "The folder of the site"),
    ("url", "The public address, instead of the one of guide.yml"),
    (
        "hebergement",
        "Writes what sets up the host as well: headers, caching, redirects",
    ),
    (
        "precompresser",
        "Puts compressed copies beside each text, .br and .gz",
    ),
    (
        "recherche",
        "What searches the site: the browser, or nothing (no field, no page, no index)",
    ),
    (
        "imprimer",
        "Adds the edition for paper, under /imprimer/: the guide, the part of each commune, a poster for each place",
    ),
    (
        "images_partage",
        "Draws a picture for each record, which shared links show; else one for each kind and commune",
    ),
    (
        "changements",
        "Writes the changed, new and removed addresses into this file",
    ),
    ("json", summary::ENGLISH_JSON),
    ("chronos", summary::ENGLISH_CHRONOS),
];

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
            edition: self.imprimer,
            pictures: self.images_partage,
            changes: self.changements.clone(),
        }
    }
}

pub(super) fn run(global: &Global, arguments: &BuildArguments) -> Result<(), Failure> {
    let mut request = global.request(read_url(arguments.url.as_deref())?)?;
    request.search = arguments.recherche != NOTHING;
    let stages = Stages::default();
    let mut report = Report::default();
    let (sources, built) = progress::beside(&stages, global.language(), || {
        let sources = stages.run(Stage::Read, || read(&request, &mut report))?;
        let (mut sources, to) = (Arc::new(sources), arguments.destination());
        let built = build(&mut sources, &request, &to, &stages, &mut report);
        Ok::<_, BuildError>((sources, built))
    })?;
    report.sort();
    show::report(&report, &sources, global);
    if arguments.summary.json {
        let summary = |outcome| {
            Summary::new(("build", outcome), request.date, &report, &stages)
                .counting(sources.all().count(), pages(&built))
        };
        let folder = || arguments.sortie.display().to_string();
        match &built {
            Ok(Built::UpToDate(done)) => summary("up-to-date").at(folder(), done).print()?,
            Ok(Built::Published(done)) => summary("published").at(folder(), done).print()?,
            Err(BuildError::Content) => summary("refused").print()?,
            Err(_) => {}
        }
    } else if let Ok(built) = &built {
        show::result(&in_words(built, &arguments.sortie, global.language()))?;
    }
    if arguments.summary.chronos {
        chronos(&stages, global.language());
    }
    built?;
    Ok(())
}

/// How many pages the site has, where there is one.
fn pages(built: &Result<Built, BuildError>) -> usize {
    match built {
        Ok(Built::UpToDate(done) | Built::Published(done)) => done.pages,
        Err(_) => 0,
    }
}

/// What was built, in a line.
fn in_words(built: &Built, folder: &Path, language: Language) -> String {
    let folder = folder.display();
    match (built, language) {
        (Built::UpToDate(_), Language::French) => format!("{folder} est déjà à jour\n"),
        (Built::UpToDate(_), Language::English) => format!("{folder} is up to date\n"),
        (Built::Published(done), Language::French) => format!(
            "{folder} : {} fichiers, dont {} écrits et {} gardés ; {} supprimés\n",
            done.files(),
            done.written.len(),
            done.kept,
            done.removed.len()
        ),
        (Built::Published(done), Language::English) => format!(
            "{folder}: {} files, {} of them written and {} kept; {} removed\n",
            done.files(),
            done.written.len(),
            done.kept,
            done.removed.len()
        ),
    }
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
