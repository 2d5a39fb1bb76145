//! A guide that is followed while it is edited: what is sound is shown, what is not is told.

use std::fs;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use jiff::civil::date;
use ribambelle::build::Request;
use ribambelle::diag::{Level, Report};
use ribambelle::model::UrlPath;
use ribambelle::render::render;
use ribambelle::serve::{Change, Follower, Glance, watch};
use ribambelle::site::Site;
use ribambelle::source::Sources;

const GUIDE: &str =
    "nom: Guide d'essai\nterritoire: ville\nurl: https://guide.example.org/\nediteur: caf\n";
const PLACE: &str = "titre: Salle des fêtes\nresume: Une salle claire près de la gare.\ntype: salle-communale\nadresse: {voie: 1 rue des Essais, code_postal: 67500, commune: Haguenau}\nverifie: {le: 2026-11-01, comment: telephone}\n";
const ACTION: &str = "titre: Café des parents\nresume: Un café pour parler entre parents.\nthemes: [ecole]\nporteurs: [caf]\nlieu: salle\nverifie: {le: 2026-11-01, comment: telephone}\n";

struct Guide {
    folder: tempfile::TempDir,
    follower: Follower,
    shown: Option<Arc<Site>>,
}

impl Guide {
    fn new() -> Guide {
        let folder = tempfile::tempdir().unwrap();
        let request = Request {
            content: folder.path().join("content"),
            date: date(2026, 11, 22),
            url: None,
            search: true,
        };
        let mut guide = Guide {
            folder,
            follower: Follower::new(request),
            shown: None,
        };
        for (path, text) in [
            ("guide.yml", GUIDE),
            ("partenaires/caf.yml", "titre: Caf du Bas-Rhin\ntype: caf\n"),
            (
                "territoires/ville.yml",
                "nom: Haguenau\nniveau: commune\ninsee: \"67180\"\n",
            ),
            ("lieux/salle.yml", PLACE),
            ("actions/cafe.yml", ACTION),
        ] {
            guide.write(path, text);
        }
        assert_eq!(guide.step(), 0);
        guide
    }

    fn content(&self) -> std::path::PathBuf {
        self.folder.path().join("content")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.content().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads the content again; gives how many errors it has.
    fn step(&mut self) -> usize {
        let step = self.follower.step().unwrap().expect("something changed");
        if let Some(site) = step.site {
            self.shown = Some(site);
        }
        step.report.count(Level::Error)
    }

    /// The page at a path, where there is one.
    fn page(&self, path: &str) -> Option<String> {
        let site = self.shown.as_ref().unwrap();
        let path = UrlPath::new(path).unwrap();
        site.contains(&path)
            .then(|| String::from_utf8(render(site, &path).unwrap().bytes).unwrap())
    }
}

#[test]
fn a_faulty_record_is_shown_as_it_was_while_others_follow() {
    let mut guide = Guide::new();
    guide.write("actions/cafe.yml", &ACTION.replace("ecole", "ecoles-faux"));
    guide.write(
        "lieux/salle.yml",
        &PLACE.replace("Salle des fêtes", "Salle neuve"),
    );
    assert_eq!(guide.step(), 1);
    assert!(guide.page("/actions/cafe/").is_some());
    assert!(guide.page("/lieux/salle/").unwrap().contains("Salle neuve"));
    // It stays so, whatever else is edited, until it is mended.
    guide.write(
        "lieux/salle.yml",
        &PLACE.replace("Salle des fêtes", "Salle haute"),
    );
    assert_eq!(guide.step(), 1);
    assert!(guide.page("/actions/cafe/").is_some());
    assert!(guide.page("/lieux/salle/").unwrap().contains("Salle haute"));
    guide.write(
        "actions/cafe.yml",
        &ACTION.replace("Café des parents", "Thé des parents"),
    );
    assert_eq!(guide.step(), 0);
    assert!(
        guide
            .page("/actions/cafe/")
            .unwrap()
            .contains("Thé des parents")
    );
}

#[test]
fn a_new_record_with_faults_is_left_out_and_the_rest_follows() {
    let mut guide = Guide::new();
    guide.write("actions/neuf.yml", "titre: Un atelier\n");
    guide.write(
        "lieux/salle.yml",
        &PLACE.replace("Salle des fêtes", "Salle neuve"),
    );
    assert!(guide.step() > 0);
    assert!(guide.page("/actions/neuf/").is_none());
    assert!(guide.page("/lieux/salle/").unwrap().contains("Salle neuve"));
}

#[test]
fn what_others_need_stays_when_it_is_deleted() {
    let mut guide = Guide::new();
    fs::remove_file(guide.content().join("lieux/salle.yml")).unwrap();
    assert_eq!(guide.step(), 1);
    assert!(guide.page("/actions/cafe/").is_some());
    assert!(guide.page("/lieux/salle/").is_some());
}

#[test]
fn a_broken_guide_file_changes_nothing_that_is_shown() {
    let mut guide = Guide::new();
    for broken in ["nom: [\n", "", "nom: Autre\n"] {
        guide.write("guide.yml", broken);
        assert!(guide.step() > 0, "{broken}");
        assert!(guide.page("/").unwrap().contains("Guide d’essai"));
    }
    fs::remove_file(guide.content().join("guide.yml")).unwrap();
    assert_eq!(guide.step(), 1);
    assert!(guide.page("/actions/cafe/").is_some());
    guide.write("guide.yml", &GUIDE.replace("d'essai", "nouveau"));
    assert_eq!(guide.step(), 0);
    assert!(guide.page("/").unwrap().contains("Guide nouveau"));
}

#[test]
fn the_page_of_a_record_that_was_saved_comes_before_the_rest() {
    let mut guide = Guide::new();
    let path = guide.content().join("actions/cafe.yml");
    let glance = |guide: &mut Guide| guide.follower.glance(std::slice::from_ref(&path));
    assert!(glance(&mut guide).is_none(), "nothing was saved");
    guide.write("actions/cafe.yml", &ACTION.replace("Café des", "Thé des"));
    let Glance { site, .. } = glance(&mut guide).expect("a record that was saved");
    let page = render(&site, &UrlPath::new("/actions/cafe/").unwrap()).unwrap();
    assert!(
        String::from_utf8(page.bytes)
            .unwrap()
            .contains("Thé des parents")
    );
    // Faulty, half written, a draft, or no record: all follow with the rest, or stay as they were.
    for text in [
        ACTION.replace("ecole", "ecoles-faux"),
        ACTION.replace("lieu: salle", "lieu: sale"),
        ACTION[..ACTION.len() / 2].to_owned(),
        format!("{ACTION}brouillon: oui\n"),
        String::new(),
    ] {
        guide.write("actions/cafe.yml", &text);
        assert!(glance(&mut guide).is_none(), "{text}");
    }
    guide.write("actions/neuf.yml", ACTION);
    let new = [guide.content().join("actions/neuf.yml")];
    assert!(guide.follower.glance(&new).is_none());
}

#[test]
fn bursts_renames_and_new_folders_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    fs::create_dir_all(content.join("laep")).unwrap();
    let (sender, changes) = mpsc::channel();
    let watched = content.clone();
    let mut sources = Sources::read(&content, &mut Report::default()).unwrap();
    let mut changed = move |change: Change<'_>| {
        // A folder that is away for a moment is looked for again.
        let again = sources.read_again(&watched, &mut Report::default());
        let Some(again) = again.ok().filter(|_| change == Change::Quiet) else {
            return false;
        };
        let is_changed = !again.is_same(&sources);
        sources = again;
        if is_changed {
            sender.send(()).unwrap();
        }
        is_changed
    };
    let folder_of = content.clone();
    std::thread::spawn(move || watch(&folder_of, |_| (), &mut changed));
    let noticed = |what: &str| {
        changes
            .recv_timeout(Duration::from_secs(20))
            .unwrap_or_else(|_| panic!("{what} was not noticed"));
        // What is left of the same burst.
        while changes.recv_timeout(Duration::from_millis(700)).is_ok() {}
    };
    let write = |path: &Path, text: &str| fs::write(path, text).unwrap();
    for number in 0..1_000 {
        write(&content.join(format!("laep/l{number}.yml")), "titre: x\n");
    }
    noticed("a burst of a thousand files");
    write(&content.join("laep/neuf"), "titre: y\n");
    fs::rename(content.join("laep/neuf"), content.join("laep/l0.yml")).unwrap();
    noticed("a save by renaming");
    fs::create_dir(content.join("lieux")).unwrap();
    write(&content.join("lieux/a.yml"), "titre: z\n");
    noticed("a new folder");
    write(&content.join("lieux/a.yml"), "titre: zz\n");
    noticed("an edit in a new folder");
    fs::rename(&content, folder.path().join("ailleurs")).unwrap();
    // What is not there can't be read: it is told when it comes back, with what changed meanwhile.
    std::thread::sleep(Duration::from_millis(700));
    write(&folder.path().join("ailleurs/laep/l2.yml"), "titre: w\n");
    fs::rename(folder.path().join("ailleurs"), &content).unwrap();
    noticed("a folder that comes back");
    write(&content.join("laep/l1.yml"), "titre: zzz\n");
    noticed("an edit in a folder that came back");
    fs::create_dir(folder.path().join("themes")).unwrap();
    fs::create_dir(folder.path().join("themes/bleu")).unwrap();
    write(&folder.path().join("themes/bleu/base.html"), "x");
    noticed("a new theme");
}
