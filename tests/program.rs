//! The program as one file: it works where nothing of this repository is, says how it is used in two languages,
//! completes, prints its manual, and tells what it did to people and to programs.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_ribambelle");
const DATE: &str = "2026-11-22";

/// A guide of one place, in a folder of its own.
struct Guide {
    folder: tempfile::TempDir,
}

impl Guide {
    fn new() -> Result<Guide> {
        let guide = Guide {
            folder: tempfile::tempdir()?,
        };
        for (name, text) in [
            (
                "guide.yml",
                "nom: Petit guide\nterritoire: ici\nurl: https://guide.example.org/\nediteur: nous\n",
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
            guide.write(&format!("content/{name}"), text)?;
        }
        Ok(guide)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> Result {
        let path = self.path(name);
        fs::create_dir_all(path.parent().ok_or("a folder")?)?;
        Ok(fs::write(path, text)?)
    }

    fn run(&self, arguments: &str) -> Result<Output> {
        Ok(self
            .command(Path::new(PROGRAM), arguments)
            .current_dir(self.folder.path())
            .output()?)
    }

    fn command(&self, program: &Path, arguments: &str) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments.split(' '))
            .args(["--date", DATE])
            .env_clear()
            .stdin(Stdio::null());
        command
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(output: &Output) -> Result<Value> {
    let text = said(output);
    assert_eq!(text.lines().count(), 1, "{text}");
    Ok(serde_json::from_str(&text)?)
}

#[test]
fn a_copy_works_where_nothing_of_the_repository_is() -> Result {
    let guide = Guide::new()?;
    let elsewhere = tempfile::tempdir()?;
    let program = elsewhere.path().join("outil");
    fs::copy(PROGRAM, &program)?;
    // Where this user may, the repository is hidden while the copy runs.
    let hide = "mount -t tmpfs none \"$1\" && shift && exec \"$@\"";
    let apart = [
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        hide,
        "sh",
    ];
    let repository = env!("CARGO_MANIFEST_DIR");
    let hidden = |command: &[&str]| {
        let mut apart_command = Command::new("unshare");
        apart_command.args(apart).arg(repository).args(command);
        apart_command
    };
    let can_hide = hidden(&["test", "!", "-e", "Cargo.toml"])
        .current_dir("/")
        .status()
        .is_ok_and(|status| status.success());
    println!("the repository is hidden: {can_hide}");
    let content = guide.path("content");
    let run = |arguments: &[&str]| -> Result<Output> {
        let program = program.to_str().ok_or("a plain path")?;
        let content = content.to_str().ok_or("a plain path")?;
        let line = [
            &[program],
            arguments,
            &["--date", DATE, "--contenu", content],
        ]
        .concat();
        let mut command = if can_hide {
            hidden(&line)
        } else {
            let mut plain = Command::new(line[0]);
            plain.args(&line[1..]);
            plain
        };
        Ok(command.current_dir(elsewhere.path()).output()?)
    };
    let built = run(&["build", "--sortie", "site"])?;
    assert_eq!(built.status.code(), Some(0), "{}", complained(&built));
    let home = fs::read_to_string(elsewhere.path().join("site/index.html"))?;
    assert!(home.contains("Petit guide"), "{home}");
    assert!(elsewhere.path().join("site/recherche").is_dir());
    let found = run(&["search", "maison"])?;
    assert!(said(&found).starts_with("La maison\t"), "{}", said(&found));
    assert_eq!(run(&["check"])?.status.code(), Some(0));
    // A theme of the guide's own, beside its content.
    guide.write(
        "themes/bleu/base.html",
        "{% extends \"guide/base.html\" %}\n{% block main %}bleu{% endblock %}\n",
    )?;
    let text = fs::read_to_string(content.join("guide.yml"))?;
    fs::write(content.join("guide.yml"), format!("{text}theme: bleu\n"))?;
    let built = run(&["build", "--sortie", "site"])?;
    assert_eq!(built.status.code(), Some(0), "{}", complained(&built));
    Ok(())
}

#[test]
fn help_comes_in_the_language_that_is_asked_for() -> Result {
    let guide = Guide::new()?;
    let version = guide.run("--version")?;
    let expected = format!("ribambelle {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(said(&version), expected);
    for (line, expected) in [
        ("--help", "Utilisation : ribambelle [OPTIONS] <COMMANDE>"),
        ("build --help --langue en", "Usage: ribambelle build"),
        ("--langue=en check -h", "Usage: ribambelle check"),
    ] {
        let help = guide.run(line)?;
        assert_eq!(help.status.code(), Some(0), "{line}");
        assert!(said(&help).contains(expected), "{line}: {}", said(&help));
    }
    for (variable, value, expected) in [
        ("LANG", "en_GB.UTF-8", "Usage:"),
        ("LC_ALL", "en_US", "Usage:"),
        ("LANG", "fr_FR.UTF-8", "Utilisation :"),
        ("LANG", "C", "Utilisation :"),
    ] {
        let mut command = guide.command(Path::new(PROGRAM), "serve --help");
        let help = command.env(variable, value).output()?;
        assert!(said(&help).contains(expected), "{variable}={value}");
    }
    let wrong = guide.run("build --sotie x")?;
    assert_eq!(wrong.status.code(), Some(2));
    assert_eq!(
        complained(&wrong),
        "erreur: « --sotie » n'est pas connu ici ; vouliez-vous dire « --sortie » ?\nL'aide : ribambelle --help, ou --help après une commande\n"
    );
    let wrong = guide.run("build --sotie x --langue en")?;
    assert!(complained(&wrong).contains("a similar argument exists: '--sortie'"));
    Ok(())
}

#[test]
fn completions_complete_and_the_manual_is_a_page() -> Result {
    let guide = Guide::new()?;
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = guide.run(&format!("completions {shell}"))?;
        assert_eq!(script.status.code(), Some(0), "{shell}");
        assert!(said(&script).contains("hebergement"), "{shell}");
    }
    let script = said(&guide.run("completions bash")?);
    let asked = "COMP_WORDS=(ribambelle che); COMP_CWORD=1; _ribambelle ribambelle che ribambelle; echo \"${COMPREPLY[*]}\"";
    let completed = Command::new("bash")
        .args(["--norc", "-c"])
        .arg(format!("{script}\n{asked}"))
        .output()?;
    assert_eq!(said(&completed), "check\n", "{}", complained(&completed));
    let page = said(&guide.run("man")?);
    for heading in [
        "NOM",
        "SYNOPSIS",
        "OPTIONS",
        "COMMANDES",
        "\"VALEUR DE RETOUR\"",
    ] {
        assert!(
            page.contains(&format!("\n.SH {heading}\n")),
            "{heading}: {page}"
        );
    }
    assert!(said(&guide.run("man build")?).contains("ribambelle\\-build"));
    assert!(said(&guide.run("man --langue en")?).contains(".SH \"EXIT STATUS\"\n"));
    assert_eq!(guide.run("man rien")?.status.code(), Some(2));
    Ok(())
}

#[test]
fn programs_are_told_what_a_build_did() -> Result {
    let guide = Guide::new()?;
    let first = json(&guide.run("build --json")?)?;
    assert_eq!(first["version"], 1);
    assert_eq!(first["outcome"], "published");
    assert_eq!(first["date"], DATE);
    assert_eq!(first["folder"], "public");
    assert_eq!(first["written"], first["files"]);
    let (mut pages, mut bytes) = (0, 0);
    let mut open = vec![guide.path("public")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            match entry.metadata()? {
                metadata if metadata.is_dir() => open.push(entry.path()),
                metadata if name != ".ribambelle" => {
                    bytes += metadata.len();
                    pages += u64::from(name.to_string_lossy().ends_with(".html"));
                }
                _ => {}
            }
        }
    }
    assert_eq!(first["pages"], pages);
    assert_eq!(first["bytes"], bytes);
    let codes: Vec<&str> = first["stages"]
        .as_array()
        .ok_or("stages")?
        .iter()
        .filter_map(|stage| stage["stage"].as_str())
        .collect();
    for code in [
        "read", "load", "check", "plan", "render", "index", "export", "publish",
    ] {
        assert!(codes.contains(&code), "{codes:?}");
    }
    let again = json(&guide.run("build --json")?)?;
    assert_eq!(again["outcome"], "up-to-date");
    assert_eq!(
        (&again["pages"], &again["bytes"]),
        (&first["pages"], &first["bytes"])
    );
    assert_eq!(again["written"], 0);
    guide.write("content/lieux/faux.yml", "titre: x\n")?;
    let refused = guide.run("build --json")?;
    assert_eq!(refused.status.code(), Some(1));
    let told = json(&refused)?;
    assert_eq!(told["outcome"], "refused");
    assert!(told["errors"].as_u64() > Some(0) && told["files"].is_null());
    assert!(complained(&refused).contains("content/lieux/faux.yml"));
    let checked = guide.run("check --json")?;
    assert_eq!(checked.status.code(), Some(1));
    assert_eq!(json(&checked)?["errors"], told["errors"]);
    fs::remove_file(guide.path("content/lieux/faux.yml"))?;
    let checked = json(&guide.run("check --pages --json")?)?;
    assert_eq!(
        (&checked["outcome"], &checked["pages"]),
        (&"sound".into(), &first["pages"])
    );
    Ok(())
}

#[test]
fn people_are_told_where_the_time_went_when_they_ask() -> Result {
    let guide = Guide::new()?;
    let quiet = guide.run("build")?;
    assert_eq!(complained(&quiet), "");
    fs::remove_dir_all(guide.path("public"))?;
    let told = guide.run("build --chronos")?;
    let table = complained(&told);
    assert!(table.starts_with("étape "), "{table}");
    for line in [
        "\nlecture des fichiers ",
        "\nindex de recherche ",
        "\nen tout ",
    ] {
        assert!(table.contains(line), "{table}");
    }
    assert!(complained(&guide.run("check --chronos --langue en")?).contains("\nchecking "));
    Ok(())
}

/// Runs the program on a terminal, over a guide that takes its time.
fn on_a_terminal(guide: &Guide, more: &str) -> Result<String> {
    let line = format!("{PROGRAM} build --date {DATE} --sortie {}", "public");
    let shown = Command::new("script")
        .args([
            "--quiet",
            "--return",
            "--command",
            &format!("{more} {line}"),
            "/dev/null",
        ])
        .current_dir(guide.folder.path())
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output()?;
    assert!(shown.status.success(), "{shown:?}");
    fs::remove_dir_all(guide.path("public"))?;
    Ok(said(&shown))
}

#[test]
fn long_work_shows_how_far_it_is_on_a_terminal_only() -> Result {
    let guide = Guide::new()?;
    let short = on_a_terminal(&guide, "")?;
    assert!(!short.contains("pages ["), "{short}");
    let maison = fs::read_to_string(guide.path("content/lieux/maison.md"))?;
    for number in 0..1_500 {
        guide.write(&format!("content/lieux/maison-{number}.md"), &maison)?;
    }
    let long = on_a_terminal(&guide, "")?;
    assert!(
        long.contains("pages ") && long.contains('/') && long.contains('='),
        "{long:?}"
    );
    // The bar is gone in the end.
    let end = long.rsplit("\x1b[2K").next().unwrap_or_default();
    assert!(
        end.contains("fichiers, dont") && !end.contains('='),
        "{end:?}"
    );
    // No colour, whoever asks for none.
    let plain = on_a_terminal(&guide, "NO_COLOR=1")?;
    let colours = plain.match_indices("\x1b[").filter(|(at, _)| {
        let rest = &plain[at + 2..];
        let end = rest.find(|c: char| c.is_ascii_alphabetic());
        end.is_some_and(|end| rest[end..].starts_with('m'))
    });
    assert_eq!(colours.count(), 0, "{plain:?}");
    assert!(!on_a_terminal(&guide, "TERM=dumb")?.contains('\x1b'));
    let piped = guide.run("build")?;
    assert!(!complained(&piped).contains('\x1b') && !complained(&piped).contains("pages"));
    Ok(())
}
