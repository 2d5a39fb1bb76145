//! A guide whose every page tells the version it was made of, and the folders it is built into.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_ribambelle");
/// How many places the guide has.
pub(crate) const PLACES: usize = 60;

/// A folder with the content of a guide, and room beside it.
pub(crate) struct Ground {
    folder: tempfile::TempDir,
}

impl Ground {
    /// The guide at a version.
    pub(crate) fn new(version: u64) -> Ground {
        let ground = Ground {
            folder: tempfile::tempdir().unwrap(),
        };
        ground.write(
            "guide.yml",
            "nom: Guide\nterritoire: t\nurl: https://g.example.org/\nediteur: p\n",
        );
        ground.write(
            "territoires/t.yml",
            "nom: Un territoire\nniveau: groupement\n",
        );
        ground.write("partenaires/p.yml", "titre: Partenaire\ntype: caf\n");
        ground.set(version);
        ground
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file of the content.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Brings every place to a version.
    pub(crate) fn set(&self, version: u64) {
        for place in 0..PLACES {
            self.write(&format!("lieux/l{place}.yml"), &place_at(version));
        }
    }

    /// The program, about to do something with this content.
    pub(crate) fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        self.hand_over(&mut command, arguments);
        command
    }

    /// Gives a command the arguments of the program, with this content.
    pub(crate) fn hand_over(&self, command: &mut Command, arguments: &[&str]) {
        command
            .args(arguments)
            .args(["--langue", "fr", "--date", "2026-11-25", "--contenu"])
            .arg(self.path("content"))
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .env("RUST_BACKTRACE", "0");
    }
}

/// A place whose pages tell a version.
pub(crate) fn place_at(version: u64) -> String {
    format!(
        "titre: Une maison\nresume: Une maison pour tous, repere{version}fin.\ntype: csc\nadresse: {{voie: 1 rue des Essais, code_postal: 67500, commune: Haguenau}}\nverifie: {{le: 2026-11-01, comment: telephone}}\n"
    )
}

/// The versions that a page tells.
pub(crate) fn versions(page: &str) -> BTreeSet<u64> {
    let pieces = page.split("repere").skip(1);
    pieces
        .map(|piece| piece.split("fin").next().unwrap_or_default())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

/// The version of the whole site in a folder; panics where it is not whole.
pub(crate) fn version_of(site: &Path) -> u64 {
    let marker = fs::read_to_string(site.join(".ribambelle")).expect("a marker");
    let listed: BTreeSet<String> = marker
        .lines()
        .skip(2)
        .map(|line| {
            line.rsplit_once(' ')
                .expect("a path and a hash")
                .0
                .to_owned()
        })
        .collect();
    let mut there = BTreeSet::new();
    let mut found = BTreeSet::new();
    let mut open = vec![site.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(site).unwrap().to_str().unwrap();
            there.insert(name.to_owned());
            if name.ends_with(".html") {
                let page = fs::read_to_string(&path).unwrap();
                assert!(page.trim_end().ends_with("</html>"), "{name} is cut");
                found.extend(versions(&page));
            }
        }
    }
    there.remove(".ribambelle");
    assert_eq!(there, listed, "the files are those of the marker");
    assert!(listed.len() > PLACES);
    assert_eq!(found.len(), 1, "one version: {found:?}");
    found.first().copied().unwrap_or_default()
}

/// The names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}
