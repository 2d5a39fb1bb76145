//! The pictures of shared links: a PNG for each kind and commune, none that tells of what is discreet.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use resvg::tiny_skia::Pixmap;
use ribambelle::check::check;
use ribambelle::diag::{Language, Report};
use ribambelle::geo::communes;
use ribambelle::image::share::{HEIGHT, WIDTH, can_draw};
use ribambelle::load::load;
use ribambelle::model::UrlPath;
use ribambelle::render::render;
use ribambelle::site::{Page, Share, Site, Target};
use ribambelle::source::Sources;

/// The most that a picture may weigh.
const MOST: usize = 20_000;
/// The edge at both sides that stays free of words, and the height at which children hold hands.
const EDGE: usize = 72;
const HANDS: usize = 424;

fn site_of(sources: Sources, report: &mut Report) -> Site {
    let sources = Arc::new(sources);
    let catalogue = load(&sources, report);
    let guide = check(&sources, catalogue, date(2026, 11, 22), report).expect("a guide");
    Site::new(&sources, guide, report).expect("a site")
}

fn sample() -> Site {
    let mut report = Report::default();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let sources = Sources::read(&content, &mut report).expect("the sample");
    site_of(sources, &mut report)
}

/// A small guide, with files added or replaced.
fn small(files: &[(&str, &str)]) -> Site {
    let mut all = BTreeMap::from([
        (
            "content/guide.yml",
            "contrat: 1\nnom: Guide d'essai\nterritoire: essai\nurl: https://guide.example.org/familles/\nediteur: essai\n",
        ),
        (
            "content/partenaires/essai.yml",
            "titre: Équipe d'essai\ntype: association\n",
        ),
        (
            "content/territoires/essai.yml",
            "nom: Haguenau\nniveau: commune\ninsee: 67180\n",
        ),
    ]);
    all.extend(files.iter().copied());
    let mut report = Report::default();
    let site = site_of(Sources::in_memory(all), &mut report);
    assert!(!report.has_errors(), "{:?}", report.diagnostics());
    site
}

/// A place in a commune, with more keys.
fn place(title: &str, commune: &str, more: &str) -> String {
    format!(
        "titre: {title}\nresume: On y trouve de quoi jouer, lire et se reposer avec son enfant, chaque jour de la semaine.\ntype: mediatheque\nadresse: {{voie: 1 rue du Parc, {commune}}}\nverifie: {{le: 2026-11-01, comment: telephone}}\n{more}"
    )
}

const SAVERNE: &str = "code_postal: '67700', commune: Saverne";
const HAGUENAU: &str = "code_postal: '67500', commune: Haguenau";

fn bytes(site: &Site, path: &str) -> Vec<u8> {
    let path = UrlPath::new(path).expect("a path");
    let output = render(site, &path);
    output
        .unwrap_or_else(|fault| panic!("{path}: {}", fault.message.get(Language::English)))
        .bytes
}

/// The content of a property of a page's head.
fn meta(html: &str, property: &str) -> String {
    let mark = format!("property=\"{property}\" content=\"");
    let (_, rest) = html
        .split_once(&mark)
        .unwrap_or_else(|| panic!("no {property}"));
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The picture that a page names, as a path of the site.
fn picture(site: &Site, page: &str) -> String {
    let html = String::from_utf8(bytes(site, page)).expect("a page");
    let url = meta(&html, "og:image");
    let base = site.guide.config.base_url();
    let path = url.strip_prefix(base);
    path.unwrap_or_else(|| panic!("{page}: {url} is not the site's own"))
        .to_owned()
}

fn drawn(site: &Site, path: &str) -> Pixmap {
    let bytes = bytes(site, path);
    assert!(bytes.len() <= MOST, "{path}: {} bytes", bytes.len());
    let pixels = Pixmap::decode_png(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(
        (pixels.width() as usize, pixels.height() as usize),
        (WIDTH, HEIGHT),
        "{path}"
    );
    pixels
}

fn pictures(site: &Site) -> BTreeSet<String> {
    let routes = site.routes();
    let all = routes.filter(|(_, route)| matches!(route.target, Target::Share(_)));
    all.map(|(path, _)| path.to_string()).collect()
}

#[test]
fn every_page_names_a_picture_that_is_there_and_every_picture_is_named() {
    let site = sample();
    let mut named = BTreeSet::new();
    for (path, route) in site.routes() {
        if !matches!(route.target, Target::Page(..)) {
            continue;
        }
        let html = String::from_utf8(bytes(&site, path.as_str())).expect("a page");
        // Pages for frames and for paper have no head of their own to share.
        if html.contains("property=\"og:image\"") {
            named.insert(picture(&site, path.as_str()));
            assert_eq!(meta(&html, "og:image:width"), WIDTH.to_string());
            assert_eq!(meta(&html, "og:image:height"), HEIGHT.to_string());
            assert!(!meta(&html, "og:image:alt").is_empty(), "{path}");
        }
    }
    assert_eq!(named, pictures(&site));
    assert!(named.len() > 20, "{named:?}");
    let mut once = BTreeMap::new();
    for path in &named {
        let pixels = drawn(&site, path);
        let same = once.insert(pixels.data().to_vec(), path);
        assert_eq!(same, None, "{path}");
        // Words leave both edges free.
        let ground = pixels.pixel(0, 0);
        let edges = (0..EDGE / 2).chain(WIDTH - EDGE..WIDTH);
        for (x, y) in edges.flat_map(|x| (0..HANDS).map(move |y| (x, y))) {
            assert_eq!(
                pixels.pixel(x as u32, y as u32),
                ground,
                "{path} at {x}, {y}"
            );
        }
    }
}

#[test]
fn a_laep_has_the_picture_of_its_commune_in_every_language() {
    let site = sample();
    let laep: Vec<(String, String)> = site
        .routes()
        .filter(|(_, route)| matches!(route.target, Target::Page(Page::Record(_), _)))
        .map(|(path, _)| path.to_string())
        .filter(|path| path.contains("/laep/"))
        .map(|path| (picture(&site, &path), path))
        .collect();
    let haguenau = laep
        .iter()
        .filter(|(picture, _)| picture == "/partage/laep/67180-haguenau.png");
    let languages = site.languages.len();
    assert!(haguenau.count() >= languages, "{laep:?}");
    let html = String::from_utf8(bytes(&site, &laep[0].1)).expect("a page");
    assert!(html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"));
    assert!(meta(&html, "og:locale").contains('_'));
    let pictures: BTreeSet<&String> = laep.iter().map(|(picture, _)| picture).collect();
    assert!(pictures.len() > 4, "{pictures:?}");
}

#[test]
fn no_picture_tells_of_what_is_discreet_or_confidential() {
    let refuge = place("Refuge d'essai", SAVERNE, "discret: true\n");
    let hidden = place(
        "Lieu d'essai",
        SAVERNE,
        "adresse_confidentielle: true\ncommunes: ['67437']\n",
    );
    let hidden: String = hidden
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("adresse:"))
        .collect();
    let draft = place("Brouillon d'essai", SAVERNE, "brouillon: true\n");
    let open = place("Salle d'essai", HAGUENAU, "");
    let guide = |pictures: bool| {
        let site = small(&[
            ("content/lieux/refuge.yml", &refuge),
            ("content/lieux/abri.yml", &hidden),
            ("content/lieux/brouillon.yml", &draft),
            ("content/lieux/salle.yml", &open),
        ]);
        match pictures {
            true => site.with_pictures(&mut Report::default()).expect("a site"),
            false => site,
        }
    };
    let site = guide(false);
    assert_eq!(picture(&site, "/lieux/refuge/"), "/partage/guide.png");
    assert_eq!(picture(&site, "/lieux/abri/"), "/partage/lieux.png");
    assert_eq!(
        picture(&site, "/lieux/salle/"),
        "/partage/lieux/67180-haguenau.png"
    );
    let told: Vec<String> = pictures(&site).into_iter().collect();
    assert!(
        told.iter().all(|path| !path.contains("saverne")),
        "{told:?}"
    );
    let site = guide(true);
    assert_eq!(picture(&site, "/lieux/refuge/"), "/partage/guide.png");
    assert_eq!(
        picture(&site, "/lieux/salle/"),
        "/partage/fiches/lieux/salle.png"
    );
    let told: Vec<String> = pictures(&site).into_iter().collect();
    assert!(
        told.iter().all(|path| ["refuge", "brouillon", "saverne"]
            .iter()
            .all(|word| !path.contains(word))),
        "{told:?}"
    );
}

#[test]
fn with_pictures_each_record_has_its_own() {
    let site = sample();
    let before = pictures(&site).len();
    let site = site.with_pictures(&mut Report::default()).expect("a site");
    let records = (0..site.guide.entries().len()).filter(|index| {
        site.address(*index).is_some() && !site.guide.entries()[*index].standing.discreet
    });
    let own: Vec<Share> = records
        .map(|index| Share::of_record(&site, index))
        .collect();
    assert!(own.iter().all(|share| matches!(share, Share::Record(_))));
    let all = pictures(&site);
    assert_eq!(all.len(), own.len() + 1);
    assert!(all.len() > before);
    for path in all.iter().step_by(7) {
        drawn(&site, path);
    }
}

#[test]
fn a_theme_s_colours_are_those_of_its_pictures() {
    let own = [
        (
            "content/guide.yml",
            "contrat: 1\nnom: Guide d'essai\nterritoire: essai\nurl: https://guide.example.org/\nediteur: essai\ntheme: vert\n",
        ),
        (
            "themes/vert/style/vert.css",
            ":root { --brand: #004000; }\n",
        ),
    ];
    let colour = |site: &Site| {
        let pixel = drawn(site, "/partage/guide.png")
            .pixel(0, 0)
            .expect("a pixel");
        [pixel.red(), pixel.green(), pixel.blue()]
    };
    assert_eq!(colour(&small(&own)), [0, 0x40, 0]);
    assert_eq!(colour(&small(&[])), [0x0a, 0x5a, 0x78]);
}

#[test]
fn names_that_are_markup_too_long_or_in_other_letters_are_drawn_as_far_as_can_be() {
    let guide = |name: &str| {
        format!(
            "contrat: 1\nnom: {name}\nterritoire: essai\nurl: https://guide.example.org/\nediteur: essai\n"
        )
    };
    let long = "Un très long nom de guide ".repeat(12);
    for name in ["'</svg><script>&amp;\"'", long.trim(), "دليل العائلات", "x"] {
        let site = small(&[("content/guide.yml", &guide(name))]);
        drawn(&site, "/partage/guide.png");
    }
    let undrawn: Vec<&str> = communes()
        .iter()
        .map(|commune| commune.name())
        .filter(|name| !can_draw(name))
        .collect();
    assert!(undrawn.is_empty(), "{undrawn:?}");
}
