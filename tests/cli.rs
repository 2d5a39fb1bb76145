//! The command line as people use it, on the sample guide and on small ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const DATE: &str = "2026-11-22";

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn ribambelle(content: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ribambelle"))
        .args(arguments)
        .args(["--langue", "fr", "--date", DATE, "--contenu"])
        .arg(content)
        .output()
        .expect("the command starts")
}

fn build(content: &Path, target: &Path, more: &[&str]) -> Output {
    let target = target.to_str().expect("a plain path");
    ribambelle(content, &[&["build", "--sortie", target], more].concat())
}

fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in fs::read_dir(&here).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn said_on_error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A guide of one place and one action.
fn small(folder: &Path) -> PathBuf {
    let content = folder.join("content");
    for (name, text) in [
        (
            "guide.yml",
            "nom: Petit guide\nterritoire: ici\nurl: https://guide.example.org/\nediteur: nous\ncontact: {telephone: \"01 99 00 12 34\"}\n",
        ),
        ("territoires/ici.yml", "nom: Ici\nniveau: groupement\n"),
        (
            "partenaires/nous.yml",
            "titre: Notre association\ntype: association\n",
        ),
        (
            "lieux/maison.md",
            "---\ntitre: La maison\nresume: Une maison ouverte à toutes les familles.\ntype: csc\nadresse: {voie: 1 rue de l'Exemple, code_postal: 67500, commune: Haguenau}\nverifie: {le: 2026-11-01, comment: visite}\n---\n\nBienvenue.\n",
        ),
    ] {
        let path = content.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("a file is written");
    }
    content
}

#[test]
fn the_same_content_gives_the_same_bytes_wherever_it_is_built() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (
        folder.path().join("one"),
        folder.path().join("elsewhere/two"),
    );
    let first = build(&content(), &one, &[]);
    assert_eq!(first.status.code(), Some(0), "{}", said(&first));
    let second = Command::new(env!("CARGO_BIN_EXE_ribambelle"))
        .args(["build", "--date", DATE, "--sortie"])
        .arg(&two)
        .arg("--contenu")
        .arg(content())
        .envs([
            ("RAYON_NUM_THREADS", "1"),
            ("TZ", "Pacific/Noumea"),
            ("LC_ALL", "C"),
        ])
        .status()
        .unwrap();
    assert!(second.success());
    let (one, two) = (tree(&one), tree(&two));
    assert!(one.len() > 500, "{} files", one.len());
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        two.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &one {
        assert!(bytes == &two[name], "{} differs", name.display());
    }
}

#[test]
fn nothing_private_gets_out() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("public");
    assert!(build(&content(), &target, &[]).status.success());
    let mut read = 0;
    for (name, bytes) in tree(&target) {
        let text = String::from_utf8_lossy(&bytes);
        for secret in [
            "CONFIDENTIEL-TEMOIN",
            "BROUILLON-TEMOIN",
            "sejour-a-la-mer-brouillon",
        ] {
            assert!(!text.contains(secret), "{secret} in {}", name.display());
        }
        read += 1;
    }
    assert!(read > 500);
}

#[test]
fn content_with_errors_leaves_the_former_site_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (content, target) = (small(folder.path()), folder.path().join("public"));
    let done = build(&content, &target, &[]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let before = tree(&target);
    fs::write(
        content.join("lieux/autre.md"),
        "---\ntitre: Un autre lieu\nresumé: oups\n---\n",
    )
    .unwrap();
    let refused = build(&content, &target, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let words = said(&refused);
    assert!(
        words.contains("content/lieux/autre.md:3:1") && words.contains("resume"),
        "{words}"
    );
    assert_eq!(tree(&target), before);
}

#[test]
fn building_again_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (content, target) = (small(folder.path()), folder.path().join("public"));
    assert!(build(&content, &target, &[]).status.success());
    let time = fs::metadata(target.join("index.html"))
        .unwrap()
        .modified()
        .unwrap();
    let again = build(&content, &target, &[]);
    assert!(said(&again).contains("déjà à jour"), "{}", said(&again));
    assert_eq!(
        fs::metadata(target.join("index.html"))
            .unwrap()
            .modified()
            .unwrap(),
        time
    );
}

#[test]
fn wrong_use_and_content_faults_have_their_own_statuses() {
    let folder = tempfile::tempdir().unwrap();
    let content = small(folder.path());
    assert_eq!(
        ribambelle(&folder.path().join("nulle-part"), &["check"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        ribambelle(&content, &["check", "--format", "html"])
            .status
            .code(),
        Some(2)
    );
    let foreign = folder.path().join("photos");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("vacances.jpg"), "x").unwrap();
    let refused = build(&content, &foreign, &[]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert!(foreign.join("vacances.jpg").exists());
    fs::remove_file(content.join("guide.yml")).unwrap();
    let missing = ribambelle(&content, &["check"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(said(&missing).contains("guide.yml"), "{}", said(&missing));
}

#[test]
fn a_build_tells_errors_in_full_and_the_rest_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let (content, target) = (small(folder.path()), folder.path().join("public"));
    assert_eq!(said_on_error(&build(&content, &target, &[])), "");
    fs::create_dir(content.join("medias")).unwrap();
    let stray = |name: &str| fs::write(content.join("medias").join(name), "%PDF-1.7").unwrap();
    stray("un.pdf");
    assert_eq!(
        said_on_error(&build(&content, &target, &[])),
        "1 avertissement : 1 stray-file ; « ribambelle check » le montre\n"
    );
    stray("deux.pdf");
    let maison = content.join("lieux/maison.md");
    let text = fs::read_to_string(&maison).unwrap();
    let old = text.replace("2026-11-01", "2021-11-01");
    let old = old.replace("type: csc\n", "type: csc\nhoraires: lundi 9h-11h\n");
    fs::write(&maison, old).unwrap();
    assert_eq!(
        said_on_error(&build(&content, &target, &[])),
        "3 avertissements, 1 note : 2 stray-file, 1 stale-verification, 1 understood-hours ; « ribambelle check » les montre\n"
    );
    let faulty = text.replace("type: csc\n", "type: cscc\n");
    fs::write(&maison, faulty).unwrap();
    let refused = said_on_error(&build(&content, &target, &[]));
    assert!(
        refused.starts_with("erreur[unknown-value]") && refused.contains("4 | type: cscc"),
        "{refused}"
    );
    assert!(
        refused.ends_with(
            "\n\n1 erreur\n2 avertissements : 2 stray-file ; « ribambelle check » les montre\n"
        ),
        "{refused}"
    );
    let checked = said(&ribambelle(&content, &["check"]));
    assert_eq!(checked.matches("avertissement[stray-file]").count(), 2);
}

#[test]
fn the_address_of_a_served_guide_is_not_lost_among_warnings() {
    use std::io::{BufRead as _, BufReader};
    let folder = tempfile::tempdir().unwrap();
    let content = small(folder.path());
    fs::write(content.join("lieux/notes.pdf"), "%PDF-1.7").unwrap();
    let mut server = Command::new(env!("CARGO_BIN_EXE_ribambelle"))
        .args([
            "serve",
            "--port",
            "0",
            "--langue",
            "en",
            "--date",
            DATE,
            "--contenu",
        ])
        .arg(&content)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(server.stdout.take().unwrap())
        .read_line(&mut address)
        .unwrap();
    server.kill().unwrap();
    let output = server.wait_with_output().unwrap();
    assert!(
        address.starts_with("The guide is here: http://127.0.0.1:"),
        "{address}"
    );
    assert_eq!(
        said_on_error(&output),
        "1 warning: 1 stray-file; “ribambelle check” shows it\n"
    );
}

#[test]
fn a_report_for_programs_is_one_json_object() {
    let folder = tempfile::tempdir().unwrap();
    let content = small(folder.path());
    fs::write(content.join("lieux/autre.md"), "---\ntitre: Un autre lieu\nresume: Une seconde maison pour les familles.\ntype: cscc\n---\n").unwrap();
    let checked = ribambelle(&content, &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(report["version"], 1);
    let found = report["diagnostics"].as_array().unwrap();
    assert!(
        found.iter().any(|fault| fault["code"] == "unknown-value"
            && fault["line"] == 4
            && fault["column"] == 7
            && fault["file"] == "content/lieux/autre.md"),
        "{report:#}"
    );
}

#[test]
fn the_sample_guide_answers_questions() {
    for (question, expected) in [
        (
            "massage bébé haguenau",
            "actions/massage-nouveau-ne-haguenau",
        ),
        (
            "relais petite enfance haguenau",
            "ram/les-lucioles-haguenau",
        ),
        ("bébé ne dort pas", "pages/grandir/bebe-ne-dort-pas"),
        ("nounou haguenau", "ram/les-lucioles-haguenau"),
    ] {
        let asked = ribambelle(&content(), &["search", "--json", question]);
        let answer: serde_json::Value = serde_json::from_slice(&asked.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", said(&asked)));
        let ids: Vec<&str> = answer["results"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|hit| hit["id"].as_str())
            .collect();
        assert!(
            ids[..ids.len().min(5)].contains(&expected),
            "{question}: {ids:?}"
        );
    }
}

#[test]
fn no_theme_fault_and_no_broken_link_under_a_path() {
    let checked = ribambelle(&content(), &["check", "--pages"]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("public");
    let built = build(
        &content(),
        &target,
        &["--url", "https://ville.example.org/familles/"],
    );
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    let files = tree(&target);
    for (name, bytes) in &files {
        if name.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let page = String::from_utf8_lossy(bytes);
        for piece in page.split("href=\"/").skip(1) {
            let address = piece.split(['"', '#', '?']).next().unwrap_or_default();
            let path = address
                .strip_prefix("familles/")
                .unwrap_or_else(|| panic!("{}: /{address}", name.display()));
            let file = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_owned()
            };
            assert!(
                files.contains_key(Path::new(&file)),
                "{}: /{address}",
                name.display()
            );
        }
    }
}
