//! Questions over the demonstration guide, in plain text: what a parent asks, and what has to come first.
//!
//! They lie in `tests/search/demonstration/`, a file for each language, and are asked of the index and of the browser client.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use ribambelle::build::{Request, prepare, read};
use ribambelle::diag::Report;
use ribambelle::export::search::indexes;
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

/// The languages of the demonstration, its own first, with how many questions are asked in each at least.
const LANGUAGES: [(&str, usize); 4] = [("fr", 150), ("de", 25), ("en", 25), ("ar", 10)];

fn asked(language: &str) -> Vec<Asked> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/demonstration");
    let path = folder.join(format!("{language}.yml"));
    let text = std::fs::read_to_string(&path).expect("questions");
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn demonstration() -> Vec<Index> {
    let request = Request {
        content: Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
        date: date(2026, 11, 25),
        url: None,
        search: true,
    };
    let mut report = Report::default();
    let sources = Arc::new(read(&request, &mut report).expect("the content is read"));
    let site = prepare(&sources, &request, &mut report).expect("a sound site");
    let codes: Vec<&str> = site.languages.iter().map(|one| &*one.code).collect();
    assert_eq!(codes, LANGUAGES.map(|(code, _)| code));
    indexes(&site).expect("the indexes are made")
}

#[test]
fn the_demonstration_answers_what_parents_ask() {
    let mut faults = Vec::new();
    for ((language, least), index) in LANGUAGES.into_iter().zip(demonstration()) {
        assert!(index.groups() >= 250, "at least 250 groups of synonyms");
        let asked = asked(language);
        assert!(asked.len() >= least, "{language}: {}", asked.len());
        faults.extend(asked.iter().filter_map(|one| fault(one, &index)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with the answer to a question.
fn fault(one: &Asked, index: &Index) -> Option<String> {
    let answer = index
        .search(&one.question, &Options::default())
        .expect("an answer");
    let given: Vec<&String> = answer.results.iter().map(|hit| &hit.id).collect();
    let first = &given[..one.dabord.len().min(given.len())];
    let begins = one.dabord.iter().all(|id| first.contains(&id));
    let holds = one.parmi.iter().all(|id| given.contains(&id));
    let understood = answer.understood.iter();
    let understood: Vec<&String> = understood.map(|one| &one.attribute).collect();
    let reads = one.compris.iter().all(|name| understood.contains(&name));
    let said = || {
        format!(
            "« {} » gives {given:?}, understood {understood:?}",
            one.question
        )
    };
    (!begins || !holds || !reads).then(said)
}

#[test]
fn the_demonstration_is_answered_alike_in_the_browser_client() {
    for ((language, _), index) in LANGUAGES.into_iter().zip(demonstration()) {
        let asked = asked(language).into_iter();
        let questions: Vec<_> = asked
            .map(|one| (one.question, Options::default()))
            .collect();
        node::same_answers_in(language, &index, &questions);
    }
}
