//! The agenda and its calendars: which dates are shown, in which words, and what calendars say of them.
//!
//! A file of `tests/cases/agenda/` is a case: the day of the build, then files that are added to a small content,
//! after `--- path`, then pages and calendars after `=== path`. Of a page, the rows of dates are expected, a line each,
//! days before them, and the titles of cards; of a calendar, lines that it holds (unfolded), or must not after `sans `.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use ribambelle::check::check;
use ribambelle::diag::{Language, Report};
use ribambelle::load::load;
use ribambelle::model::UrlPath;
use ribambelle::render::render;
use ribambelle::site::Site;
use ribambelle::source::Sources;

const GUIDE: &str = "contrat: 1\nnom: Guide d'essai\nterritoire: essai\nurl: https://guide.example.org/\nediteur: essai\nlangues: [de, en, ar]\n";
const PARTNER: &str = "titre: Équipe d'essai\ntype: association\n";
const TERRITORY: &str = "nom: Haguenau\nniveau: commune\ninsee: 67180\n";

fn site(today: Date, files: &[(&str, &str)]) -> Site {
    let mut all = BTreeMap::from([
        ("content/guide.yml", GUIDE),
        ("content/partenaires/essai.yml", PARTNER),
        ("content/territoires/essai.yml", TERRITORY),
    ]);
    all.extend(files.iter().copied());
    let sources = Arc::new(Sources::in_memory(all));
    let mut report = Report::default();
    let catalogue = load(&sources, &mut report);
    let guide = check(&sources, catalogue, today, &mut report).expect("a sound guide");
    let site = Site::new(&sources, guide, &mut report).expect("a sound theme and routes");
    let faults = report.diagnostics().iter();
    let faults: Vec<&str> = faults
        .filter(|fault| fault.level == ribambelle::diag::Level::Error)
        .map(|fault| fault.message.get(Language::French))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    site
}

fn page(site: &Site, path: &str) -> String {
    let path = UrlPath::new(path).expect("a sound path");
    let output = render(site, &path);
    let output =
        output.unwrap_or_else(|fault| panic!("{path}: {}", fault.message.get(Language::French)));
    String::from_utf8(output.bytes).expect("UTF-8")
}

/// The days and rows of dates of a page, a line each; what stands in a row is told apart by « · ».
fn rows(html: &str) -> Vec<String> {
    let main = html.split("<main").nth(1).unwrap_or_default();
    let mut lines = Vec::new();
    for part in main.split("<h2 class=\"day__title\"").enumerate() {
        let (index, part) = part;
        if index > 0 {
            let title = part.split("</h2>").next().unwrap_or_default();
            lines.push(words(&format!("<h2{title}")).join(" "));
        }
        for row in part.split("<li class=\"session").skip(1) {
            let row = row.split("</li>").next().unwrap_or_default();
            lines.push(words(&format!("<li {row}")).join(" · "));
        }
    }
    for card in main.split("<h3 class=\"card__title\"").skip(1) {
        let card = card.split("</h3>").next().unwrap_or_default();
        lines.push(words(&format!("<h3{card}")).join(" "));
    }
    lines
}

/// The texts between the tags of a piece of HTML, blanks made plain.
fn words(html: &str) -> Vec<String> {
    let texts = html
        .split('<')
        .filter_map(|part| Some(part.split_once('>')?.1));
    let plain = texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    // What keeps words together or hours in their direction is not seen.
    let unseen = ['\u{2060}', '\u{2066}', '\u{2069}'];
    let plain = plain.map(|text| text.replace(unseen, "").replace("&#39;", "'"));
    plain.filter(|text| !text.is_empty()).collect()
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/agenda");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = files.collect();
    cases.sort();
    assert!(cases.len() >= 5);
    for case in cases {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let written = std::fs::read_to_string(&case).unwrap();
        let (files, expected) = written.split_once("\n=== ").expect("a page");
        let (head, files) = files.split_once("\n--- ").expect("a file");
        let day = head
            .lines()
            .find_map(|line| line.strip_prefix("le "))
            .expect("le AAAA-MM-JJ");
        let files: Vec<(&str, &str)> = files
            .split("\n--- ")
            .map(|part| part.split_once('\n').expect("a path and a text"))
            .collect();
        let site = site(day.trim().parse().expect("a date"), &files);
        for part in expected.split("\n=== ") {
            let (path, lines) = part.split_once('\n').unwrap_or((part, ""));
            let expected: Vec<&str> = lines
                .lines()
                .filter(|line| !line.trim().is_empty())
                .collect();
            let text = page(&site, path);
            match path.ends_with(".ics") {
                true => calendar(&name, path, &text, &expected),
                false => assert_eq!(rows(&text), expected, "{name}: {path}"),
            }
        }
    }
}

fn calendar(name: &str, path: &str, text: &str, expected: &[&str]) {
    let unfolded = text
        .replace("\r\n ", "")
        .replace(['\u{a0}', '\u{202f}'], " ");
    let has = |wanted: &str| unfolded.split("\r\n").any(|line| line.contains(wanted));
    for line in expected {
        match line.strip_prefix("sans ") {
            Some(unwanted) => assert!(
                !has(unwanted),
                "{name}: {path} holds {unwanted}\n{unfolded}"
            ),
            None => assert!(has(line), "{name}: {path} does not hold {line}\n{unfolded}"),
        }
    }
}

/// A page for each day of at least sixty, each week of them, and the links from one to the next.
#[test]
fn every_day_has_its_page() {
    for day in ["2026-11-25", "2026-12-28", "2027-02-28"] {
        let today: Date = day.parse().unwrap();
        let site = site(today, &[]);
        let days = &site.index.agenda.days;
        assert!(days.len() >= 60, "{}", days.len());
        assert_eq!(days[0].0, today);
        for (date, _) in days {
            let week = date.iso_week_date();
            page(&site, &format!("/agenda/{date}/"));
            page(
                &site,
                &format!("/ar/agenda/{}-s{:02}/", week.year(), week.week()),
            );
        }
        assert_eq!(
            days.last().unwrap().0.weekday(),
            jiff::civil::Weekday::Sunday
        );
    }
}

/// A page shows some dates of very many, and says how many more there are.
#[test]
fn no_page_lists_a_thousand_dates() {
    let text = |number: usize| {
        format!(
            "titre: Atelier du samedi {number}\nresume: On joue ensemble, et on se parle un peu.\nthemes: [jeux]\nporteurs: [essai]\nforme: [collective]\nadresse: {{voie: {number} rue du Moulin, code_postal: \"67500\", commune: Haguenau}}\nseances:\n  - {{chaque: samedi, du: 2026-11-01, au: 2027-06-30, de: \"10:00\", a: \"11:00\", vacances: oui}}\nverifie: {{le: 2026-11-01, par: essai, comment: telephone}}\n"
        )
    };
    let files: Vec<(String, String)> = (1..=300)
        .map(|number| {
            (
                format!("content/actions/atelier-{number}.yml"),
                text(number),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let site = site("2026-11-25".parse().unwrap(), &files);
    let paths = [
        ("/agenda/2026-12-05/", "Et 252 autres dates ce jour-là"),
        ("/agenda/2026-s49/", "Et 294 autres dates ce jour-là"),
        ("/agenda/samedis/", "autres dates ce jour-là"),
        ("/agenda/vacances-noel-2026/", "autres dates ce jour-là"),
        ("/communes/67180-haguenau/agenda/", "autres dates plus tard"),
        ("/themes/jeux/agenda/", "autres dates plus tard"),
    ];
    for (path, left) in paths {
        let html = page(&site, path);
        let shown = html.matches("<li class=\"session").count();
        assert!((1..=60).contains(&shown), "{path} shows {shown} dates");
        assert!(
            words(&html).iter().any(|text| text.contains(left)),
            "{path} does not say {left}"
        );
    }
    let day = page(&site, "/agenda/2026-12-05/");
    assert!(
        day.contains("href=\"/communes/67180-haguenau/agenda/\""),
        "the day names no commune"
    );
}
