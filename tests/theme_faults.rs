//! What a theme can break, each by a small theme that breaks it, told at the line of the theme.

use std::sync::Arc;

use jiff::civil::date;
use ribambelle::audit::pages;
use ribambelle::check::{check, explain};
use ribambelle::diag::{Diagnostic, Language, Locate as _, Report, position};
use ribambelle::load::load;
use ribambelle::site::Site;
use ribambelle::source::Sources;

const CONTENT: &[(&str, &str)] = &[
    (
        "content/guide.yml",
        "nom: Guide\nterritoire: essai\nurl: https://guide.example.org/\nediteur: essai\ntheme: casse\nlangues: [en]\n",
    ),
    (
        "content/partenaires/essai.yml",
        "titre: Équipe d'essai\ntype: association\n",
    ),
    (
        "content/territoires/essai.yml",
        "nom: Haguenau\nniveau: commune\ninsee: 67180\n",
    ),
];

/// What is told of a theme: file, line, code, message.
fn told(theme: &[(&str, &str)]) -> Vec<(String, usize, &'static str, String)> {
    let theme = theme
        .iter()
        .map(|(name, text)| (format!("themes/casse/{name}"), (*text).to_owned()));
    let content = CONTENT
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let sources = Arc::new(Sources::in_memory(content.chain(theme)));
    let mut report = Report::default();
    let catalogue = load(&sources, &mut report);
    let guide = check(&sources, catalogue, date(2026, 11, 22), &mut report).unwrap();
    let site = Site::new(&sources, guide, &mut report).unwrap();
    assert!(!report.has_errors(), "{report:?}");
    let place = |fault: Diagnostic| {
        let (name, text) = sources.locate(fault.span.file);
        assert!(explain(fault.code).is_some(), "{} has no page", fault.code);
        let message = fault.message.get(Language::French).to_owned();
        (
            name.to_owned(),
            position(text, fault.span.start).line,
            fault.code,
            message,
        )
    };
    pages(&site).into_iter().map(place).collect()
}

/// A template of the page « not found », whose content is given.
fn not_found(content: &str) -> String {
    format!(
        "{{% extends \"base.html\" %}}\n{{% block content %}}\n<h1>Perdu</h1>\n{content}\n{{% endblock %}}\n"
    )
}

#[test]
fn a_theme_that_breaks_nothing_is_let_through() {
    assert_eq!(told(&[("404.html", &not_found("<p>Rien.</p>"))]), []);
}

#[test]
fn each_slip_of_a_template_is_told_at_its_line() {
    for (content, code) in [
        ("<h3>Trop bas</h3>", "page-heading-order"),
        (
            "<img src=\"{{ asset(\"favicon.svg\") }}\">",
            "page-image-alt",
        ),
        (
            "<p id=\"deux\">a</p>\n<p id=\"deux\">b</p>",
            "page-duplicate-id",
        ),
        (
            "<p><input id=\"nu\" name=\"nu\"></p>",
            "page-unlabelled-field",
        ),
        (
            "<p><label>a <input></label> <select class=\"nu\"></select></p>",
            "page-unlabelled-field",
        ),
        (
            "<p><a class=\"vide\" href=\"/\"></a></p>",
            "page-empty-link",
        ),
        (
            "<p><button class=\"vide\" type=\"button\"><svg></svg></button></p>",
            "page-empty-link",
        ),
        (
            "<p><a href=\"/\"><img src=\"{{ asset(\"favicon.svg\") }}\" alt=\"\"></a></p>",
            "page-empty-link",
        ),
        ("<p><a href=\"/nulle-part/\">x</a></p>", "page-broken-link"),
        ("<p><a href=\"#nulle-part\">x</a></p>", "page-broken-link"),
        (
            "<p><a class=\"sans\" href=\"\">x</a></p>",
            "page-broken-link",
        ),
        (
            "<p aria-describedby=\"absent\">x</p>",
            "page-lost-reference",
        ),
        ("<p style=\"color: red\">x</p>", "page-inline-style"),
        ("<nav class=\"de-trop\">x</nav>", "page-unnamed-landmark"),
        ("<h1 class=\"second\">x</h1>", "page-heading"),
    ] {
        let found = told(&[("404.html", &not_found(content))]);
        let (file, line, ..) = found
            .iter()
            .find(|(_, _, found, _)| *found == code)
            .unwrap_or_else(|| panic!("{content}: no {code} in {found:?}"));
        assert!(
            file == "themes/casse/404.html" && (4..=5).contains(line),
            "{content}: {found:?}"
        );
        let others: Vec<_> = found
            .iter()
            .filter(|(_, _, found, _)| *found != code)
            .collect();
        assert!(others.is_empty(), "{content}: {others:?}");
    }
}

#[test]
fn each_slip_of_the_frame_is_told_once_for_all_pages() {
    let frame = "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>x</title>\n</head>\n<body>\n<header><a href=\"/\">x</a></header>\n<main>\n{% block main %}<h1>x</h1>{% block content %}{% endblock %}{% endblock %}\n</main>\n<footer>x</footer>\n</body>\n</html>\n";
    for (part, by, code, line) in [
        (" lang=\"fr\"", "", "page-language", 2),
        ("<title>x</title>", "", "page-title", 1),
        ("<header>", "<div>", "page-landmark", 1),
        ("<footer>x</footer>", "", "page-landmark", 1),
        ("<main>", "<div>", "page-main", 1),
        ("<main>", "<main><main>", "page-main", 9),
    ] {
        let broken = frame.replace(part, by);
        let found = told(&[("base.html", &broken)]);
        let of_code: Vec<_> = found
            .iter()
            .filter(|(_, _, found, _)| *found == code)
            .collect();
        let [(file, at, ..), ..] = &of_code[..] else {
            panic!("{part}: no {code} in {found:?}");
        };
        assert_eq!(
            (file.as_str(), *at),
            ("themes/casse/base.html", line),
            "{part}: {of_code:?}"
        );
    }
    // The English pages of a frame that says it is French.
    let found = told(&[("base.html", frame)]);
    assert!(
        found.iter().any(|(_, line, code, message)| {
            *code == "page-language" && *line == 2 && message.contains("« en »")
        }),
        "{found:?}"
    );
}

#[test]
fn colours_too_near_to_be_read_are_told_in_light_and_in_dark() {
    let site = |rules: &str| -> Vec<(String, usize, &'static str, String)> {
        told(&[("style/site.css", rules)])
    };
    assert_eq!(site("@layer site { :root { --radius: 0; } }"), []);
    let found = site("@layer site {\n  :root {\n    --soft: #9aa4b4;\n  }\n}\n");
    assert!(!found.is_empty());
    assert!(
        found.iter().all(|(file, line, code, message)| {
            file == "themes/casse/style/site.css"
                && *line == 3
                && *code == "token-contrast"
                && message.starts_with("--soft se lit mal sur ")
        }),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .all(|(.., message)| message.contains("en mode clair")),
        "{found:?}"
    );
    // A colour of the light mode holds in the dark one too, unless that is set apart.
    let found = site("@layer site { :root { --brand: #0a5a78; } }");
    assert!(
        !found.is_empty()
            && found
                .iter()
                .all(|(.., message)| message.contains("en mode sombre")),
        "{found:?}"
    );
    let apart = "@layer site { :root { --brand: #0a5a78; } @media (prefers-color-scheme: dark) { :root { --brand: #86cdec; } } }";
    assert_eq!(site(apart), []);
    let line = site("@layer site { :root { --line: light-dark(#eee, #333); } }");
    assert!(
        line.iter()
            .any(|(.., message)| message.contains("il en faut 3,0")),
        "{line:?}"
    );
    // A ground of the site's own is what is to change where the words are the default theme's.
    let found = site("@layer site {\n\n:root { --paper: #888888; } }");
    assert!(
        found
            .iter()
            .all(|(file, line, ..)| file == "themes/casse/style/site.css" && *line == 3),
        "{found:?}"
    );
}
