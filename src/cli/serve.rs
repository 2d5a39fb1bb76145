//! `ribambelle serve`.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use clap::Args;

use crate::diag::format::brief;
use crate::diag::{Language, Level, say};
use crate::model::UrlPath;
use crate::serve::{
    Ahead, Change, DEFAULT_PORT, Faults, Follower, Live, OnDemand, Options, Step, Watching,
    run as listen, watch,
};

use super::build::read_url;
use super::help::English;
use super::{Failure, Global, show};

/// Sert le site sur cette machine, et le suit à chaque modification
#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    /// Le port ; 0 en prend un qui est libre
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT)]
    port: u16,
    /// L'adresse où écouter ; 0.0.0.0 montre le site à tout le réseau
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    hote: IpAddr,
    /// L'adresse publique, à la place de celle de guide.yml ; son chemin est celui où le site est servi
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

pub(super) const ENGLISH: English = &[
    (
        "",
        "Serves the site on this machine, and follows it at every edit",
    ),
    ("port", "The port; 0 takes one that is free"),
    (
        "hote",
        "The address to listen at; 0.0.0.0 shows the site to the whole network",
    ),
    (
        "url",
        "The public address, instead of the one of guide.yml; its path is where the site is served",
    ),
];

pub(super) fn run(global: &Global, arguments: &ServeArguments) -> Result<(), Failure> {
    let request = global.request(read_url(arguments.url.as_deref())?)?;
    let content = request.content.clone();
    let mut follower = Follower::new(request);
    // The first step always gives something.
    let Some(first) = follower.step()? else {
        return Err(Failure::Content);
    };
    show::report(&first.report, &first.sources, global);
    // Faulty records are left out, so that the rest can be looked at; without guide.yml there is no site.
    let faults = faults(&first, global);
    let Some(site) = first.site else {
        return Err(Failure::Content);
    };
    let prefix = UrlPath::new(format!("{}/", site.base_path())).ok_or_else(|| {
        Failure::Use(say(
            "le chemin de « url » ne peut pas être servi",
            "the path of “url” can't be served",
        ))
    })?;
    let mut served = Arc::new(OnDemand::new(site));
    let live = Arc::new(Live::new(served.clone()));
    live.tell(faults);
    let options = Options {
        address: (arguments.hote, arguments.port).into(),
        hosts: Vec::new(),
        prefix,
    };
    let ready = |address: &str| {
        announce(global, address, arguments.hote);
        let (global, live) = (global.clone(), Arc::clone(&live));
        thread::spawn(move || {
            let how = |watching| say_how(&global, watching);
            let mut away = false;
            let changed = |change: Change<'_>| match change {
                Change::Saved(saved) => {
                    let glance = follower.glance(saved);
                    let is_edit = glance.is_some();
                    if let Some(glance) = glance {
                        live.replace(Ahead::new(glance, Arc::clone(&served)));
                    }
                    is_edit
                }
                Change::Quiet => update(&global, &mut follower, &live, &mut served, &mut away),
            };
            watch(&content, how, changed)
        });
    };
    listen(options, Arc::clone(&live), ready).map_err(|error| {
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

fn announce(global: &Global, address: &str, host: IpAddr) {
    let mut text = match global.language() {
        Language::French => format!("Le guide est là : {address} (Ctrl-C pour arrêter)\n"),
        Language::English => format!("The guide is here: {address} (Ctrl-C to stop)\n"),
    };
    if !host.is_loopback() {
        text.push_str(match global.language() {
            Language::French => {
                "Attention : tout le réseau peut le lire, brouillons exceptés. Sans --hote, cette machine seule.\n"
            }
            Language::English => {
                "Careful: the whole network can read it, drafts excepted. Without --hote, this machine alone.\n"
            }
        });
    }
    // A closed standard output does not stop the server.
    let _ = show::result(&text);
}

/// Reads the content again, shows what is sound, and tells what is not; says whether anything changed.
///
/// `away` says whether the folder was not there the last time.
fn update(
    global: &Global,
    follower: &mut Follower,
    live: &Live,
    served: &mut Arc<OnDemand>,
    away: &mut bool,
) -> bool {
    let start = Instant::now();
    let step = match follower.step() {
        Ok(Some(step)) => step,
        Ok(None) => return std::mem::take(away),
        // A folder that is being replaced is not there for a moment: the site stays.
        Err(error) => {
            let is_told = std::mem::replace(away, true);
            match Failure::from(error) {
                Failure::Machine(text) | Failure::Use(text) if !is_told => {
                    show::failure(&text, global.language());
                }
                _ => {}
            }
            return true;
        }
    };
    *away = false;
    let faults = faults(&step, global);
    if let Some(site) = step.site {
        *served = Arc::new(OnDemand::after(served, site));
        live.replace(served.clone());
    }
    live.tell(faults);
    show::report(&step.report, &step.sources, global);
    let milliseconds = start.elapsed().as_millis();
    let _ = show::result(&match global.language() {
        Language::French => format!("Relu en {milliseconds} ms\n"),
        Language::English => format!("Read again in {milliseconds} ms\n"),
    });
    served.prepare();
    true
}

/// What browsers are told of errors.
fn faults(step: &Step, global: &Global) -> Option<Faults> {
    let errors = step.report.count(Level::Error);
    if errors == 0 {
        return None;
    }
    let settings = crate::diag::format::Settings {
        colour: false,
        ..show::settings(global, false, "")
    };
    let (title, close) = match (global.language(), errors) {
        (Language::French, 1) => (
            "1 erreur : en attendant, vous voyez la fiche d'avant, ou rien".to_owned(),
            "Fermer",
        ),
        (Language::French, _) => (
            format!("{errors} erreurs : en attendant, vous voyez les fiches d'avant, ou rien"),
            "Fermer",
        ),
        (Language::English, 1) => (
            "1 error: until it is mended you see the record as it was, or nothing".to_owned(),
            "Close",
        ),
        (Language::English, _) => (
            format!(
                "{errors} errors: until they are mended you see the records as they were, or nothing"
            ),
            "Close",
        ),
    };
    Some(Faults {
        title,
        text: brief(&step.report, &*step.sources, &settings),
        close: close.to_owned(),
    })
}

fn say_how(global: &Global, watching: Watching) {
    let text = match (watching, global.language()) {
        (Watching::Events, _) => return,
        (Watching::Polling, Language::French) => {
            "Ce système ne peut pas surveiller plus de dossiers : les fiches sont regardées chaque seconde.\n\
             Pour mieux : sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512\n"
        }
        (Watching::Polling, Language::English) => {
            "This system can't watch more folders: records are looked at every second.\n\
             For better: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512\n"
        }
    };
    let _ = show::result(text);
}
