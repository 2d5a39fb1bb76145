//! A guide that is edited again and again: what is served after each edit is, byte for byte, what a build would write.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use rayon::prelude::*;
use ribambelle::build::{Request, prepare, read};
use ribambelle::diag::{Level, Report};
use ribambelle::export::{EXPORTS, search};
use ribambelle::model::{Output, UrlPath};
use ribambelle::render::render;
use ribambelle::serve::{Follower, OnDemand, Served, Step};
use ribambelle::site::Site;
use ribambelle::source::Sources;

const GUIDE: &str = "nom: Guide d'essai\nterritoire: alsace\nurl: https://guide.example.org/\nediteur: caf\nlangues: [de]\n";
const CAF: &str = "titre: Caf du Bas-Rhin\ntype: caf\n";
const ALSACE: &str = "nom: Alsace\nniveau: groupement\n";
const TOWN: &str = "nom: Haguenau\nniveau: commune\ninsee: \"67180\"\nparent: alsace\n";
const PLACE: &str = "titre: Salle des fêtes\nresume: Une salle claire près de la gare.\ntype: salle-communale\nadresse: {voie: 1 rue des Essais, code_postal: 67500, commune: Haguenau}\nverifie: {le: 2026-11-01, comment: telephone}\n";
const LAEP: &str = "---\ntitre: La Marelle\nresume: On joue avec son enfant de moins de 6 ans.\ngestionnaire: caf\nlieu: salle\nthemes: [jeux]\npublics: [tous-parents]\nhoraires: [\"lundi et samedi 9h-11h30\"]\nverifie: {le: 2026-11-05, comment: visite}\n---\n## Sur place\n\nOn se parle [au café](actions/cafe).\n";
const CAFE: &str = "---\ntitre: Café des parents\nresume: Un café pour parler entre parents.\nthemes: [ecole]\nporteurs: [caf]\nlieu: salle\nterritoires: [ville]\nseances: [{date: 2026-12-05, de: \"14:00\", a: \"16:00\"}]\nverifie: {le: 2026-11-01, comment: telephone}\n---\nOn y parle de sommeil. Voir [La Marelle](laep/marelle#sur-place).\n";

/// What is done to a file: its new text, or its removal.
type Edit<'e> = (&'e str, Option<String>);

fn put<'e>(path: &'e str, text: impl Into<String>) -> Edit<'e> {
    (path, Some(text.into()))
}

/// An action of its own, so that lists have several.
fn action(number: usize) -> String {
    format!(
        "titre: Atelier numéro {number}\nresume: On chante ensemble à {number} voix.\nthemes: [{}]\nporteurs: [caf]\nlieu: salle\nages: {{de: {number} mois, a: 3 ans}}\nverifie: {{le: 2026-11-01, comment: telephone}}\n",
        ["sommeil", "jeux", "ecole"][number % 3]
    )
}

fn sources_of(request: &Request, report: &mut Report) -> Arc<Sources> {
    Arc::new(read(request, report).expect("a folder that can be read"))
}

/// What a report tells, whatever numbers its files have.
fn told(report: &Report, sources: &Sources) -> BTreeSet<String> {
    let faults = report.diagnostics().iter();
    faults
        .map(|fault| {
            let name = &sources.file(fault.span.file).name;
            let (start, message) = (fault.span.start, &fault.message);
            format!("{name}:{start} {} {message:?} {:?}", fault.code, fault.help)
        })
        .collect()
}

struct Followed {
    _folder: tempfile::TempDir,
    request: Request,
    follower: Follower,
    served: Arc<OnDemand>,
}

impl Followed {
    fn new(files: &[Edit<'_>]) -> Followed {
        let folder = tempfile::tempdir().expect("a folder");
        let request = Request {
            content: folder.path().join("content"),
            date: date(2026, 11, 22),
            url: None,
            search: true,
        };
        write(&request.content, files);
        let mut follower = Follower::new(request.clone());
        let first = follower.step().expect("a folder").expect("a first site");
        let served = Arc::new(OnDemand::new(first.site.expect("a site")));
        let mut this = Followed {
            _folder: folder,
            request,
            follower,
            served,
        };
        this.compare("at first");
        this
    }

    /// Edits files as `serve` hears of it, where `ahead` with a look at what was saved first.
    fn edit(&mut self, what: &str, edits: &[Edit<'_>], ahead: bool) {
        write(&self.request.content, edits);
        if ahead {
            let saved: Vec<_> = edits
                .iter()
                .map(|(path, _)| self.request.content.join(path))
                .collect();
            let glance = self.follower.glance(&saved);
            assert!(glance.is_some(), "{what}: nothing to look at");
        }
        let step = self.follower.step().expect("a folder");
        let step = step.unwrap_or_else(|| panic!("{what}: nothing changed"));
        self.show(what, step);
        // What is shown before the folder was looked at is what it holds.
        let again = self.follower.step().expect("a folder");
        assert!(again.is_none(), "{what}: something changed meanwhile");
    }

    /// Edits files of which `serve` heard no names: it looks at the whole folder.
    fn change(&mut self, what: &str, edits: &[Edit<'_>]) {
        self.edit(what, edits, false);
    }

    fn show(&mut self, what: &str, step: Step) {
        let mut report = Report::default();
        let sources = sources_of(&self.request, &mut report);
        prepare(&sources, &self.request, &mut report);
        assert_eq!(
            told(&step.report, &step.sources),
            told(&report, &sources),
            "{what}"
        );
        let has_errors = step.report.count(Level::Error) > 0;
        if let Some(site) = step.site {
            self.served = Arc::new(OnDemand::after(&self.served, site));
        }
        if !has_errors {
            self.compare(what);
        }
    }

    /// Nothing is served any more where a record was.
    fn is_missing(&self, path: &str) {
        let path = UrlPath::new(path).expect("a path");
        assert_eq!(self.served.get(&path), None, "{path}");
    }

    /// Compares all that is served with what a build makes of the folder as it stands.
    fn compare(&mut self, what: &str) {
        let mut report = Report::default();
        let sources = sources_of(&self.request, &mut report);
        let site = prepare(&sources, &self.request, &mut report);
        let site = site.unwrap_or_else(|| panic!("{what}: no site"));
        let told = told(&report, &sources);
        assert!(!report.has_errors(), "{what}: {told:#?}");
        // Pictures take long to draw, and follow from what pages say.
        let paths = site.paths().filter(|path| !path.as_str().ends_with(".png"));
        let pages: Vec<_> = paths.collect();
        let pages = pages
            .into_par_iter()
            .map(|path| render(&site, path).expect("a page"));
        let mut files: Vec<Output> = pages.collect();
        let exports = EXPORTS.iter().flat_map(|export| export(&site));
        files.extend(exports.map(|file| file.output().expect("memory takes all")));
        let indexes = search::indexes(&site).expect("an index");
        files.extend(search::outputs(&site, &indexes).expect("files of the search"));
        files.par_iter().for_each(|Output { path, bytes }| {
            let served = self.served.get(path);
            let is_same = served.as_ref() == Some(bytes);
            assert!(is_same, "{what}: {path} is not what a build writes");
        });
        let searched = files.iter().map(|file| file.path.as_str());
        let searched = searched.filter(|path| path.starts_with("/recherche/"));
        assert!(searched.count() > 10, "{what}: no files of the search");
    }
}

fn write(content: &Path, edits: &[Edit<'_>]) {
    for (path, text) in edits {
        let path = content.join(path);
        match text {
            Some(text) => {
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, text).expect("a file");
            }
            None => fs::remove_file(path).expect("a file"),
        }
    }
}

fn files() -> Vec<Edit<'static>> {
    vec![
        put("guide.yml", GUIDE),
        put("partenaires/caf.yml", CAF),
        put("territoires/alsace.yml", ALSACE),
        put("territoires/ville.yml", TOWN),
        put("lieux/salle.yml", PLACE),
        put(
            "lieux/parc.yml",
            PLACE.replace("Salle des fêtes", "Kiosque du parc"),
        ),
        put("laep/marelle.md", LAEP),
        put("actions/cafe.md", CAFE),
        put("actions/a1.yml", action(1)),
        put("actions/a2.yml", action(2)),
        put("actions/a3.yml", action(3)),
        put(
            "pages/dormir.md",
            "---\ntitre: Dormir\nresume: Bien dormir la nuit.\nthemes: [sommeil]\nverifie: {le: 2026-11-01, comment: telephone}\n---\nUn rituel aide.\n",
        ),
    ]
}

#[test]
fn what_is_served_after_edits_of_a_record_is_what_a_build_writes() {
    let mut guide = Followed::new(&files());
    let cafe = |from: &str, to: &str| {
        assert!(CAFE.contains(from), "{from}");
        CAFE.replace(from, to)
    };
    for (what, path, text) in [
        (
            "another title",
            "actions/cafe.md",
            cafe("Café des", "Zyx des"),
        ),
        (
            "other words",
            "actions/cafe.md",
            cafe("de sommeil", "de cauchemars"),
        ),
        (
            "another theme",
            "actions/cafe.md",
            cafe("[ecole]", "[sommeil, ecrans]"),
        ),
        (
            "another date",
            "actions/cafe.md",
            cafe("2026-12-05", "2026-12-12"),
        ),
        (
            "another place",
            "actions/cafe.md",
            cafe("lieu: salle", "lieu: parc"),
        ),
        (
            "a discreet one",
            "actions/cafe.md",
            cafe("porteurs:", "discret: true\nporteurs:"),
        ),
        (
            "one for another age",
            "actions/cafe.md",
            cafe("porteurs:", "ages: {de: 6 ans, a: 11 ans}\nporteurs:"),
        ),
        ("as it was", "actions/cafe.md", CAFE.to_owned()),
        (
            "other hours",
            "laep/marelle.md",
            LAEP.replace("samedi", "mercredi"),
        ),
        (
            "a hall elsewhere",
            "lieux/salle.yml",
            PLACE.replace("67500, commune: Haguenau", "68000, commune: Colmar"),
        ),
        (
            "a hall by another name",
            "lieux/salle.yml",
            PLACE.replace("Salle des", "Halle des"),
        ),
        (
            "a partner's name",
            "partenaires/caf.yml",
            CAF.replace("Caf du", "Aide du"),
        ),
        (
            "a town in another département",
            "territoires/ville.yml",
            TOWN.replace("67180", "68066"),
        ),
        (
            "a territory's name",
            "territoires/alsace.yml",
            ALSACE.replace("Alsace", "Elsass"),
        ),
        (
            "an article",
            "pages/dormir.md",
            "---\ntitre: Bien dormir\nresume: Bien dormir toute la nuit.\nthemes: [jeux]\nverifie: {le: 2026-11-01, comment: telephone}\n---\nUn rituel aide beaucoup.\n".to_owned(),
        ),
    ] {
        guide.edit(what, &[put(path, text)], true);
    }
}

#[test]
fn what_is_served_after_other_edits_is_what_a_build_writes() {
    let mut guide = Followed::new(&files());
    guide.change(
        "a secret hall",
        &[put(
            "lieux/salle.yml",
            "titre: Salle\nresume: Une salle claire près de la gare.\ntype: salle-communale\nconfidentiel: true\ncontact: {telephone: \"03 53 01 00 10\"}\nverifie: {le: 2026-11-01, comment: telephone}\n",
        )],);
    guide.change("an open hall again", &[put("lieux/salle.yml", PLACE)]);
    guide.change("a new record", &[put("actions/a0.yml", action(4))]);
    guide.change(
        "two at once",
        &[
            put("actions/a0.yml", action(5)),
            put("actions/a3.yml", action(6)),
        ],
    );
    guide.change("one that is gone", &[("actions/a1.yml", None)]);
    guide.is_missing("/actions/a1/");
    guide.change(
        "a draft",
        &[put(
            "actions/a2.yml",
            format!("{}brouillon: true\n", action(2)),
        )],
    );
    guide.is_missing("/actions/a2/");
    guide.change(
        "a reference to nothing",
        &[put("actions/a3.yml", action(3).replace("salle", "sale"))],
    );
    guide.change(
        "a heading that another record names",
        &[put(
            "laep/marelle.md",
            LAEP.replace("## Sur place", "## Ici"),
        )],
    );
    guide.change(
        "both mended",
        &[
            put("actions/a3.yml", action(3)),
            put("laep/marelle.md", LAEP),
        ],
    );
    guide.change(
        "words of the site's own",
        &[put(
            "vocabulaire.yml",
            "themes:\n  chant: {libelle: Chant, parent: jeux}\n  ecole: {libelle: École et collège}\n",
        )],);
    guide.change(
        "a theme of the site's own",
        &[put("actions/a3.yml", action(3).replace("sommeil", "chant"))],
    );
    guide.change(
        "another guide",
        &[put(
            "guide.yml",
            GUIDE
                .replace("d'essai", "nouveau")
                .replace("[de]", "[en, ar]"),
        )],
    );
    let theme = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/guide/parts/card.html");
    let card = fs::read_to_string(theme).expect("the default theme");
    guide.change(
        "another card",
        &[put(
            "../themes/guide/parts/card.html",
            format!("<!-- essai -->{card}"),
        )],
    );
    guide.edit(
        "a record after all that",
        &[put("actions/a3.yml", action(9))],
        true,
    );
}

#[test]
fn a_search_that_is_written_twice_after_an_edit_is_the_same() {
    let guide = Followed::new(&files());
    let site = || {
        let mut report = Report::default();
        let sources = sources_of(&guide.request, &mut report);
        prepare(&sources, &guide.request, &mut report).expect("a site")
    };
    let written = |kept: &search::Kept, site: &Site| {
        search::outputs(site, &[kept.index()]).expect("files of the search")
    };
    let before = site();
    let former = search::Kept::after(None, &before, 0).expect("an index");
    written(&former, &before);
    // A word of one document is no proposal for a misspelt one; counted twice it would be.
    let edited = CAFE.replace("Café des", "Zyxwolle des");
    write(&guide.request.content, &[put("actions/cafe.md", edited)]);
    let now = site();
    let kept = search::Kept::after(Some(&former), &now, 0).expect("an index");
    let first = written(&kept, &now);
    assert_eq!(first, written(&kept, &now));
    let fresh = search::index(&now, 0).expect("an index");
    assert_eq!(
        first,
        search::outputs(&now, &[&fresh]).expect("files of the search")
    );
}
