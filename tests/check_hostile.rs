//! Content that is broken or means harm: a clear error, soon, and never a panic.

use std::time::{Duration, Instant};

use jiff::civil::date;
use ribambelle::check::check;
use ribambelle::diag::Report;
use ribambelle::diag::format::{Format, Settings, show};
use ribambelle::load::load;
use ribambelle::source::Sources;

const GUIDE: &str = "nom: Guide\nterritoire: t\nurl: https://g.example.org/\nediteur: p\n";

/// The codes of the errors of some files beside a small guide; the bound is for an unoptimised build that others slow.
fn codes(files: Vec<(String, String)>) -> Vec<&'static str> {
    let began = Instant::now();
    let small = [
        ("content/guide.yml", GUIDE),
        ("content/territoires/t.yml", "nom: T\nniveau: groupement\n"),
        (
            "content/partenaires/p.yml",
            "titre: Partenaire\ntype: caf\n",
        ),
    ];
    let small = small.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let sources = Sources::in_memory(small.into_iter().chain(files));
    let mut report = Report::default();
    let catalogue = load(&sources, &mut report);
    check(&sources, catalogue, date(2026, 11, 22), &mut report);
    for format in Format::ALL {
        show(format, &report, &sources, &Settings::default());
    }
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{:?}",
        began.elapsed()
    );
    let mut codes: Vec<_> = report
        .diagnostics()
        .iter()
        .map(|fault| fault.code)
        .collect();
    codes.dedup();
    codes
}

fn one(text: String) -> Vec<&'static str> {
    codes(vec![("content/actions/a.yml".to_owned(), text)])
}

#[test]
fn nesting_lists_and_aliases_have_bounds() {
    for deep in ["[", "{a: "] {
        let codes = one(format!("themes: {}", deep.repeat(100_000)));
        assert!(
            codes
                .iter()
                .any(|code| ["nested-too-deep", "yaml-syntax"].contains(code)),
            "{codes:?}"
        );
    }
    assert!(one(format!("mots_cles: [{}]", "x,".repeat(20_000))).contains(&"list-too-long"));
    let bomb: String = (0..30)
        .map(|n| {
            format!(
                "k{n}: &a{n} [{}]\n",
                format!("*a{},", n.max(1) - 1).repeat(10)
            )
        })
        .collect();
    assert!(one(bomb).contains(&"yaml-alias"));
}

#[test]
fn long_lines_and_many_faults_end_soon() {
    assert!(one(format!("titre: {}", "é".repeat(500_000))).contains(&"text-too-long"));
    one((0..3_000)
        .map(|n| format!("cle-inconnue-{n}: x\n"))
        .collect());
    one(format!("corps: \"{}\"", "[x](laep/y) ".repeat(10_000)));
    one(format!("corps: |\n  {}", "<b>x</b>\n  ".repeat(10_000)));
    one(format!("corps: |\n  {}", "## A\n\n  ".repeat(5_000)));
    one(format!(
        "prive: {{n: \"{}\"}}",
        "FR14 2004 1010 0505 0001 3M02 606 ".repeat(20_000)
    ));
    one(format!("prive: {{n: \"{}\"}}", "1 ".repeat(400_000)));
    one(format!(
        "adresse_confidentielle: true\ncorps: \"{}\"",
        "12 rue de la ".repeat(10_000)
    ));
}

#[test]
fn circles_of_parents_end() {
    let ring = |n: usize| {
        (
            format!("content/territoires/t{n}.yml"),
            format!("nom: T\nniveau: groupement\nparent: t{}\n", (n + 1) % 3_000),
        )
    };
    codes((0..3_000).map(ring).collect());
    let codes = codes(vec![
        (
            "content/territoires/a.yml".into(),
            "nom: T\nniveau: groupement\nparent: b\n".into(),
        ),
        (
            "content/territoires/b.yml".into(),
            "nom: T\nniveau: groupement\nparent: a\n".into(),
        ),
    ]);
    assert_eq!(codes, ["own-ancestor"]);
}

#[test]
fn thousands_of_different_misspelt_references_end() {
    let action = |n: usize| {
        (
            format!("content/actions/atelier-{n}.yml"),
            format!("porteurs: [partenaire-absent-{n}]\nlieu: lieu-absent-{n}\n"),
        )
    };
    assert!(codes((0..1_000).map(action).collect()).contains(&"dangling-reference"));
}

#[cfg(unix)]
#[test]
fn links_and_devices_are_told_and_never_followed_out() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    std::fs::create_dir_all(content.join("actions")).unwrap();
    std::fs::write(content.join("guide.yml"), GUIDE).unwrap();
    symlink("/etc/passwd", content.join("actions/dehors.yml")).unwrap();
    symlink("boucle.yml", content.join("actions/boucle.yml")).unwrap();
    symlink("../..", content.join("actions/haut")).unwrap();
    symlink(".", content.join("actions/ici")).unwrap();
    symlink("/dev/zero", content.join("actions/zero.yml")).unwrap();
    let mut report = Report::default();
    let sources = Sources::read(&content, &mut report).unwrap();
    let codes: Vec<_> = report
        .diagnostics()
        .iter()
        .map(|fault| fault.code)
        .collect();
    assert_eq!(
        codes,
        [
            "dead-link",
            "link-out-of-content",
            "link-out-of-content",
            "link-out-of-content"
        ]
    );
    let catalogue = load(&sources, &mut report);
    check(&sources, catalogue, date(2026, 11, 22), &mut report);
    let shown = show(Format::Text, &report, &sources, &Settings::default());
    assert!(!shown.contains("root:"));
}
