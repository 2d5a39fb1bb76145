//! Questions over the demonstration guide, in plain text: what a parent asks, and what has to come first.
//!
//! They lie in `tests/search/demonstration/*.yml`, and are asked of the index and of the browser client.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use ribambelle::build::{Request, prepare, read};
use ribambelle::diag::Report;
use ribambelle::export::search::index;
use ribambelle::search::{Index, Options};
use serde::Deserialize;

use super::node;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    question: String,
    /// The ids that come first, in any order.
    #[serde(default)]
    dabord: Vec<String>,
    /// Ids that are among the first ten.
    #[serde(default)]
    parmi: Vec<String>,
    /// Attributes that are understood, among others.
    #[serde(default)]
    compris: Vec<String>,
}

fn asked() -> Vec<Asked> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/demonstration");
    let files = std::fs::read_dir(folder).expect("the folder of questions");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| -> Vec<Asked> {
        let text = std::fs::read_to_string(path).expect("questions");
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    paths.iter().flat_map(read).collect()
}

fn demonstration() -> Index {
    let request = Request {
        content: Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
        date: date(2026, 11, 25),
        url: None,
        search: true,
    };
    let mut report = Report::default();
    let sources = Arc::new(read(&request, &mut report).expect("the content is read"));
    let site = prepare(&sources, &request, &mut report).expect("a sound site");
    index(&site, 0).expect("the index is made")
}

#[test]
fn the_demonstration_answers_what_parents_ask() {
    let index = demonstration();
    assert!(index.groups() >= 250, "at least 250 groups of synonyms");
    let asked = asked();
    assert!(asked.len() >= 150);
    let mut faults = Vec::new();
    for one in &asked {
        let answer = index
            .search(&one.question, &Options::default())
            .expect("an answer");
        let given: Vec<&String> = answer.results.iter().map(|hit| &hit.id).collect();
        let first = &given[..one.dabord.len().min(given.len())];
        let begins = one.dabord.iter().all(|id| first.contains(&id));
        let holds = one.parmi.iter().all(|id| given.contains(&id));
        let understood: Vec<&String> = answer
            .understood
            .iter()
            .map(|understood| &understood.attribute)
            .collect();
        let reads = one.compris.iter().all(|name| understood.contains(&name));
        if !begins || !holds || !reads {
            faults.push(format!(
                "« {} » gives {given:?}, understood {understood:?}",
                one.question
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_demonstration_is_answered_alike_in_the_browser_client() {
    let questions: Vec<_> = asked()
        .into_iter()
        .map(|one| (one.question, Options::default()))
        .collect();
    node::same_answers(&demonstration(), &questions);
}
