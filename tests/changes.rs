//! The list of changed addresses, for caches to be purged.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// A guide of one place, and where its site and list go.
struct Guide(tempfile::TempDir);

impl Guide {
    fn new() -> Result<Guide> {
        let guide = Guide(tempfile::tempdir()?);
        guide.write(
            "guide.yml",
            "nom: Petit guide\nterritoire: ici\nurl: https://guide.example.org/familles/\nediteur: nous\ncontact: {telephone: \"01 99 00 12 34\"}\n",
        )?;
        guide.write("territoires/ici.yml", "nom: Ici\nniveau: groupement\n")?;
        guide.write(
            "partenaires/nous.yml",
            "titre: Notre association\ntype: association\n",
        )?;
        guide.place("maison", "Une maison ouverte à toutes les familles.")?;
        Ok(guide)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> Result {
        let path = self.path("content").join(name);
        fs::create_dir_all(path.parent().ok_or("a folder")?)?;
        Ok(fs::write(path, text)?)
    }

    fn place(&self, slug: &str, summary: &str) -> Result {
        self.write(
            &format!("lieux/{slug}.md"),
            &format!(
                "---\ntitre: La {slug}\nresume: {summary}\ntype: csc\nadresse: {{voie: 1 rue de l'Exemple, code_postal: 67500, commune: Haguenau}}\nverifie: {{le: 2026-11-01, comment: visite}}\n---\n\nBienvenue.\n"
            ),
        )
    }

    fn build(&self, changes: &Path, more: &[&str]) -> Result<Output> {
        Ok(Command::new(env!("CARGO_BIN_EXE_ribambelle"))
            .args(["build", "--langue", "fr", "--date", "2026-11-22"])
            .arg("--contenu")
            .arg(self.path("content"))
            .arg("--sortie")
            .arg(self.path("public"))
            .arg("--changements")
            .arg(changes)
            .args(more)
            .output()?)
    }

    /// Builds, and gives what changed, was added and removed.
    fn changes(&self, more: &[&str]) -> Result<[Vec<String>; 3]> {
        let file = self.path("changes.json");
        let done = self.build(&file, more)?;
        assert!(done.status.success(), "{done:?}");
        let list: serde_json::Value = serde_json::from_slice(&fs::read(&file)?)?;
        assert_eq!(list["version"], 1);
        assert_eq!(list.as_object().map(|keys| keys.len()), Some(4));
        let read = |key: &str| serde_json::from_value::<Vec<String>>(list[key].clone());
        Ok([read("changed")?, read("added")?, read("removed")?])
    }
}

const NOTHING: [Vec<String>; 3] = [const { Vec::new() }; 3];
const PLACE: &str = "https://guide.example.org/familles/lieux/maison/";

#[test]
fn a_first_build_adds_all_and_the_next_changes_nothing() -> Result {
    let guide = Guide::new()?;
    let [changed, added, removed] = guide.changes(&[])?;
    assert!(changed.is_empty() && removed.is_empty());
    assert!(
        added.is_sorted() && added.contains(&PLACE.to_owned()),
        "{added:?}"
    );
    assert!(added.contains(&"https://guide.example.org/familles/".to_owned()));
    let files = files(&guide.path("public"))?;
    assert_eq!(added.len(), files, "every file but the marker");
    for _ in 0..2 {
        assert_eq!(guide.changes(&[])?, NOTHING);
    }
    // Copies and hosts' files have no address that anybody asks for.
    let more = ["--precompresser", "--hebergement", "nginx,netlify"];
    assert_eq!(guide.changes(&more)?, NOTHING);
    assert_eq!(guide.changes(&[])?, NOTHING);
    Ok(())
}

#[test]
fn what_changed_came_and_went_is_told_apart() -> Result {
    let guide = Guide::new()?;
    guide.changes(&[])?;
    guide.place("maison", "Une maison fermée le mardi.")?;
    let [changed, added, removed] = guide.changes(&[])?;
    assert!(changed.contains(&PLACE.to_owned()), "{changed:?}");
    let untold = "https://guide.example.org/familles/robots.txt".to_owned();
    assert!(!changed.contains(&untold), "{changed:?}");
    let shards = |urls: &[String]| urls.iter().all(|url| url.contains("/recherche/"));
    assert!(shards(&added) && shards(&removed), "{added:?} {removed:?}");

    let other = PLACE.replace("maison", "ferme");
    guide.place("ferme", "Une ferme ouverte aux familles.")?;
    let [changed, added, _] = guide.changes(&["--precompresser"])?;
    assert!(
        added.contains(&other) && !changed.contains(&other),
        "{added:?}"
    );
    fs::remove_file(guide.path("content/lieux/ferme.md"))?;
    let [_, added, removed] = guide.changes(&["--precompresser"])?;
    assert!(
        removed.contains(&other) && !added.contains(&other),
        "{removed:?}"
    );
    assert!(
        !removed.iter().any(|url| url.ends_with(".br")),
        "{removed:?}"
    );
    Ok(())
}

#[test]
fn the_list_is_never_a_stranger_in_the_site_or_a_source() -> Result {
    let guide = Guide::new()?;
    for place in [
        "public/changes.json",
        "content/changes.json",
        "none/changes.json",
        "content",
    ] {
        let refused = guide.build(&guide.path(place), &[])?;
        assert_eq!(refused.status.code(), Some(2), "{place}");
        let said = String::from_utf8(refused.stderr)?;
        assert!(said.contains("la liste des changements"), "{said}");
        assert!(!guide.path("public").exists(), "{place}");
    }
    Ok(())
}

/// How many files a site has, without its marker.
fn files(folder: &Path) -> Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        count += match path.is_dir() {
            true => files(&path)?,
            false => usize::from(!path.ends_with(".ribambelle")),
        };
    }
    Ok(count)
}
