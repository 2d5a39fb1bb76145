//! The site of the sample content, and of small ones: routes, links, themes, what may not be said.
//!
//! A file of `tests/cases/site/` is a case: files that are added to a small content, after `--- path`,
//! then a page after `=== path` with its `<main>` as it is expected, the theme's hash written HASH.

#[path = "site/scripts.rs"]
mod scripts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use ribambelle::check::check;
use ribambelle::diag::{Diagnostic, Language, Level, Locate as _, Report, position};
use ribambelle::export;
use ribambelle::load::load;
use ribambelle::model::UrlPath;
use ribambelle::render::render;
use ribambelle::site::Site;
use ribambelle::source::Sources;

const GUIDE: &str = "contrat: 1\nnom: Guide d'essai\nterritoire: essai\nurl: https://guide.example.org/\nediteur: essai\n";
const PARTNER: &str = "titre: Équipe d'essai\ntype: association\n";
const TERRITORY: &str = "nom: Haguenau\nniveau: commune\ninsee: 67180\n";

fn site_of(sources: Sources, report: &mut Report) -> Option<Site> {
    let sources = Arc::new(sources);
    let catalogue = load(&sources, report);
    let guide = check(&sources, catalogue, date(2026, 11, 22), report)?;
    Site::new(&sources, guide, report)
}

/// A small content, with files added or replaced.
fn small(files: &[(&str, &str)]) -> Sources {
    let mut all = BTreeMap::from([
        ("content/guide.yml", GUIDE),
        ("content/partenaires/essai.yml", PARTNER),
        ("content/territoires/essai.yml", TERRITORY),
    ]);
    all.extend(files.iter().copied());
    Sources::in_memory(all)
}

fn sample() -> Site {
    let mut report = Report::default();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let sources = Sources::read(&content, &mut report).unwrap();
    site_of(sources, &mut report).expect("the sample has a sound theme and routes")
}

fn outputs(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut all: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for path in site.paths() {
        let output = render(site, path)
            .unwrap_or_else(|fault| panic!("{path}: {}", fault.message.get(Language::English)));
        all.insert(path.to_string(), output.bytes);
    }
    let indexes = export::search::indexes(site).expect("the indexes");
    let search = export::search::outputs(site, &indexes).expect("the search is made");
    let others = export::EXPORTS.iter().flat_map(|export| export(site));
    let others = others.map(|file| file.output().expect("an export is made"));
    for output in search.into_iter().chain(others) {
        assert!(
            all.insert(output.path.to_string(), output.bytes).is_none(),
            "{}",
            output.path
        );
    }
    all
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// The values of an attribute in a page.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let mark = format!(" {name}=\"");
    html.split(&*mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let outputs = outputs(&sample());
    let mut broken = BTreeSet::new();
    for (path, bytes) in outputs
        .iter()
        .filter(|(path, _)| path.ends_with('/') || path.ends_with(".html"))
    {
        let html = text(bytes);
        let ids = attributes(html, "id");
        assert_eq!(
            ids.len(),
            ids.iter().collect::<BTreeSet<_>>().len(),
            "an id twice in {path}: {ids:?}"
        );
        assert!(
            !html.contains("\"record:") && !html.contains("\"media:"),
            "a placeholder in {path}"
        );
        for link in ["href", "src", "action"]
            .iter()
            .flat_map(|name| attributes(html, name))
        {
            let (target, anchor) = link
                .split_once('#')
                .map_or((link, None), |(target, anchor)| (target, Some(anchor)));
            let target = target.split('?').next().unwrap_or_default();
            let html = match target {
                "" => Some(html),
                inner if inner.starts_with('/') => outputs.get(inner).map(|bytes| text(bytes)),
                _ => continue,
            };
            let sound = html.is_some_and(|html| {
                anchor.is_none_or(|anchor| attributes(html, "id").contains(&anchor))
            });
            if !sound {
                broken.insert((link.to_owned(), path.clone()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn nothing_private_is_in_any_output() {
    let place = "titre: Refuge d'essai\nresume: Un toit pour vous et vos enfants quand la maison n'est plus sûre.\ntype: hebergement-protege\nthemes: [violences]\nverifie: {le: 2026-11-01, comment: telephone}\nprive: {note: SECRET-PRIVE}\n";
    let draft = "---\ntitre: Brouillon SECRET-BROUILLON\nresume: Cette fiche n'est pas encore prête à être lue.\nbrouillon: true\n---\nSECRET-BROUILLON\n";
    let mut report = Report::default();
    let sources = small(&[
        ("content/lieux/refuge.yml", place),
        ("content/pages/brouillon.md", draft),
    ]);
    let site = site_of(sources, &mut report).unwrap();
    let outputs = outputs(&site);
    let page = text(&outputs["/lieux/refuge/"]);
    assert!(
        page.contains("<title>Fiche – Guide d’essai</title>") && page.contains("class=\"leave\""),
        "{page}"
    );
    assert!(
        !page.contains("geo:")
            && !page.contains("application/ld+json\">")
            && !page.contains("class=\"beside")
    );
    let head = page.split("</head>").next().unwrap();
    assert!(
        !head.contains("Refuge") && !head.contains("maison"),
        "{head}"
    );
    assert!(!text(&outputs["/atom.xml"]).contains("Refuge"));
    for (path, bytes) in &outputs {
        assert!(!text(bytes).contains("SECRET"), "{path}");
    }
    for (path, bytes) in self::outputs(&sample()) {
        assert!(!text(&bytes).contains("TEMOIN"), "{path}");
    }
}

/// What a page shows: its text outside tags, styles, scripts and code.
fn shown(html: &str) -> String {
    let mut shown = String::new();
    let mut hidden = None;
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match hidden {
            None if ["script", "style", "code"].contains(&name) => {
                hidden = Some(format!("/{name}"))
            }
            Some(ref end) if *end == name => hidden = None,
            _ => {}
        }
        if hidden.is_none() {
            shown.push_str(text);
            shown.push('\n');
        }
    }
    shown.replace("&#39;", "'")
}

#[test]
fn what_is_displayed_is_typeset() {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let mut faults = BTreeSet::new();
    let outputs = outputs(&sample());
    for (path, bytes) in outputs.iter().filter(|(path, _)| path.ends_with('/')) {
        let shown = shown(text(bytes));
        for (at, _) in shown.match_indices('\'') {
            let after = shown[at + 1..].chars().next();
            if is_letter(shown[..at].chars().next_back()) && is_letter(after) {
                faults.insert((end_of(&shown[..at + 1]).to_owned(), path));
            }
        }
        for (at, _) in shown.match_indices(" h") {
            let hour = shown[..at].ends_with(|c: char| c.is_ascii_digit());
            if hour && !is_letter(shown[at + 2..].chars().next()) {
                faults.insert((end_of(&shown[..at + 2]).to_owned(), path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The last line of a text.
fn end_of(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or_default()
}

#[test]
fn an_address_with_a_path_breaks_no_link() {
    let guide = GUIDE.replace("example.org/", "example.org/familles/");
    let site = site_of(
        small(&[("content/guide.yml", &guide)]),
        &mut Report::default(),
    )
    .unwrap();
    assert_eq!(site.base_path(), "/familles");
    // Scripts put the path before addresses themselves.
    let pages = outputs(&site)
        .into_iter()
        .filter(|(path, _)| !path.ends_with(".js"));
    for (path, bytes) in pages {
        for link in ["href", "src", "action"]
            .iter()
            .flat_map(|name| attributes(text(&bytes), name))
        {
            assert!(
                !link.starts_with('/') || link.starts_with("/familles/"),
                "{link} in {path}"
            );
        }
        assert!(
            !path.starts_with("/familles"),
            "files are written without the path: {path}"
        );
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert!(outputs(&sample()) == outputs(&sample()));
}

#[test]
fn a_fault_of_a_template_is_told_at_its_line() {
    let guide = format!("{GUIDE}theme: familles\n");
    let told = |template: &str| -> (String, usize, Diagnostic) {
        let mut report = Report::default();
        let sources = small(&[
            ("content/guide.yml", &guide),
            ("themes/familles/404.html", template),
        ]);
        let site = site_of(sources, &mut report);
        let fault = match &site {
            Some(site) => render(site, &site.not_found()).unwrap_err(),
            None => report
                .diagnostics()
                .iter()
                .find(|fault| fault.level == Level::Error)
                .unwrap()
                .clone(),
        };
        let again = small(&[
            ("content/guide.yml", &guide),
            ("themes/familles/404.html", template),
        ]);
        let (name, text) = again.locate(fault.span.file);
        (
            name.to_owned(),
            position(text, fault.span.start).line,
            fault,
        )
    };
    let (file, line, fault) = told(
        "{% extends \"base.html\" %}\n{% block content %}\n{{ page.titel.text }}\n{% endblock %}\n",
    );
    assert_eq!(
        (&*file, line, fault.code),
        ("themes/familles/404.html", 3, "template-fault"),
        "{fault:?}"
    );
    let (file, line, fault) =
        told("{% extends \"base.html\" %}\n\n{% block content %}\n{% endfor %}\n");
    assert_eq!(
        (&*file, line, fault.code),
        ("themes/familles/404.html", 4, "template-fault"),
        "{fault:?}"
    );
    let (_, line, fault) = told(
        "{% extends \"base.html\" %}\n{% block content %}{{ t(\"no.such.key\") }}{% endblock %}\n",
    );
    assert_eq!((line, fault.code), (2, "template-fault"), "{fault:?}");
}

#[test]
fn two_pages_at_one_address_are_told() {
    let article = "---\ntitre: Grandir\nresume: Une page qui voudrait l'adresse d'une rubrique.\n---\nTexte.\n";
    let mut report = Report::default();
    let (article_there, section) = (
        "content/pages/grandir.md",
        "content/pages/grandir/ecrans.md",
    );
    let sources = small(&[(article_there, article), (section, article)]);
    assert!(site_of(sources, &mut report).is_none());
    assert!(
        report
            .diagnostics()
            .iter()
            .any(|fault| fault.code == "shared-path")
    );
}

#[test]
fn a_theme_of_the_site_shadows_files_blocks_strings_and_colours() {
    let guide = format!("{GUIDE}theme: familles\n");
    let files = [
        ("content/guide.yml", &*guide),
        (
            "themes/familles/style/site.css",
            "@layer site { :root { --brand: #123456; } }",
        ),
    ];
    let own = site_of(small(&files), &mut Report::default()).unwrap();
    let sheet = own
        .paths()
        .find(|path| path.as_str().ends_with("/style.css"))
        .unwrap()
        .clone();
    let sheet = render(&own, &sheet).unwrap().bytes;
    assert!(
        text(&sheet).starts_with("/* The order of the layers") && text(&sheet).contains("#123456")
    );
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/site");
    let mut cases: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    for case in cases {
        let written = std::fs::read_to_string(&case).unwrap();
        let (files, expected) = written.split_once("\n=== ").unwrap();
        let mut all: Vec<(&str, &str)> = files
            .split("\n--- ")
            .skip(1)
            .map(|part| part.split_once('\n').unwrap())
            .collect();
        let own_theme = all
            .iter()
            .any(|(name, _)| name.starts_with("themes/familles/"));
        let guide = format!("{GUIDE}theme: familles\n");
        if own_theme {
            all.push(("content/guide.yml", &guide));
        }
        let (path, expected) = expected.split_once('\n').unwrap();
        let site = site_of(small(&all), &mut Report::default())
            .unwrap_or_else(|| panic!("{}", case.display()));
        let output = render(&site, &UrlPath::new(path).unwrap()).unwrap_or_else(|fault| {
            panic!(
                "{}: {}",
                case.display(),
                fault.message.get(Language::English)
            )
        });
        let html = text(&output.bytes);
        let main = html
            .split("<main id=\"contenu\" tabindex=\"-1\">\n")
            .nth(1)
            .and_then(|rest| rest.split("</main>").next())
            .unwrap();
        let hash = html
            .split("/theme/")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .unwrap();
        let lines = |html: &str| -> Vec<String> {
            let lines = html.lines().map(str::trim_end);
            lines
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(
            lines(&main.replace(hash, "HASH")),
            lines(expected),
            "{}",
            case.display()
        );
    }
}
