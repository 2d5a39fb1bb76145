//! Search: the same questions asked of tantivy and of the browser client, and answered alike.
//!
//! Cases lie in `tests/search/*.yml`; a few hundred more questions are made from generated documents.
//! Node runs the client over the exported files; without Node the tests fail.

#[path = "search/cases.rs"]
mod cases;
#[path = "search/danger.rs"]
mod danger;
#[path = "search/forms.rs"]
mod forms;
#[path = "search/generate.rs"]
mod generate;
#[path = "search/many.rs"]
mod many;
#[path = "search/node.rs"]
mod node;
#[path = "search/questions.rs"]
mod questions;
#[path = "search/sample.rs"]
mod sample;
#[path = "search/words.rs"]
mod words;

use ribambelle::search::{Index, Options, files};

#[test]
fn cases_are_answered_as_written() {
    let mut faults = Vec::new();
    for case in cases::all() {
        let index = Index::new(case.documents(), case.settings()).expect("the index is made");
        for question in &case.questions {
            let answer = index
                .search(&question.question, &question.options())
                .expect("an answer");
            let given: Vec<String> = answer.results.iter().map(|hit| hit.id.clone()).collect();
            faults.extend(question.fault(&case.name, &given, &answer.understood));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn cases_are_answered_alike_in_the_browser_client() {
    for case in cases::all() {
        let index = Index::new(case.documents(), case.settings()).expect("the index is made");
        let questions: Vec<_> = case
            .questions
            .iter()
            .map(|asked| (asked.question.clone(), asked.options()))
            .collect();
        node::same_answers(&index, &questions);
    }
}

#[test]
fn suggestions_and_renewal() {
    let case = cases::all()
        .into_iter()
        .find(|case| case.name == "lieux.yml")
        .expect("the case");
    let index = Index::new(case.documents(), case.settings()).expect("the index is made");
    let folder = node::exported(&index);
    node::write(folder.path(), "unused.json", &serde_json::json!(null));
    node::run("suggest.test.mjs", folder.path());
}

#[test]
fn generated_questions_are_answered_alike_in_the_browser_client() {
    let guide = generate::guide(3_000, 1);
    let questions = questions::questions(&guide, 400);
    let index = Index::new(guide.documents, guide.settings).expect("the index is made");
    let answers = questions
        .iter()
        .map(|(question, options)| index.search(question, options).expect("an answer"));
    let answers: Vec<_> = answers.collect();
    assert!(answers.iter().filter(|answer| answer.total > 0).count() > 350);
    assert!(
        answers
            .iter()
            .filter(|answer| !answer.understood.is_empty())
            .count()
            > 200
    );
    node::same_answers(&index, &questions);
}

#[test]
fn postings_too_long_for_one_file_are_put_together_again() {
    let guide = generate::guide_of(8_000, 3, 6);
    let questions = questions::questions(&guide, 40);
    let index = Index::new(guide.documents, guide.settings).expect("the index is made");
    let files: Vec<_> = files([("fr", &index)], &node::client()).expect("the export is made");
    let entry = files
        .iter()
        .find(|file| file.path.as_str() == "/recherche/index.json")
        .expect("an entry");
    let entry: serde_json::Value = serde_json::from_slice(&entry.bytes).expect("the entry is JSON");
    let first = entry["parts"]["folders"][0].as_str().expect("a folder");
    let table = files
        .iter()
        .find(|file| file.path.as_str() == format!("/recherche/{first}/0.json"))
        .expect("a table");
    let table: serde_json::Value = serde_json::from_slice(&table.bytes).expect("it is JSON");
    // Between the table and the columns stand the postings that were put apart.
    assert!(table["chunks"][0].as_u64() > Some(2), "{}", table["chunks"]);
    node::same_answers(&index, &questions);
}

#[test]
fn a_guide_of_one_record_or_none_is_searched_too() {
    for count in [0, 1] {
        let guide = generate::guide(count, 2);
        let index = Index::new(guide.documents, guide.settings).expect("the index is made");
        let questions = ["atelier", "", "'", "l'", "zz 67500 samedi"]
            .map(|text| (text.to_owned(), Options::default()));
        node::same_answers(&index, &questions);
    }
}

#[test]
fn equal_documents_give_equal_files_in_any_order() {
    let files = |reversed: bool| {
        let mut guide = generate::guide(500, 3);
        if reversed {
            guide.documents.reverse();
        }
        let index = Index::new(guide.documents, guide.settings).expect("the index is made");
        let mut files: Vec<_> =
            files([("fr", &index)], &node::client()).expect("the export is made");
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    };
    assert_eq!(files(false), files(true));
}

#[test]
fn no_file_is_large_and_only_two_names_are_stable() {
    let guide = generate::guide(3_000, 4);
    let index = Index::new(guide.documents, guide.settings).expect("the index is made");
    let mut stable = Vec::new();
    for file in files([("fr", &index)], &node::client()).expect("the export is made") {
        assert!(
            file.bytes.len() <= 64_000,
            "{} has {} bytes",
            file.path,
            file.bytes.len()
        );
        if file.path.as_str().matches('/').count() == 2 {
            stable.push(file.path.as_str().to_owned());
        }
    }
    stable.sort();
    assert_eq!(stable, ["/recherche/client.js", "/recherche/index.json"]);
}

/// Not a test of what is right: it prints what indexing and export cost, when asked for in a release build.
#[test]
#[ignore = "measures; run with --release -- --ignored --nocapture"]
fn measure_ten_thousand_documents() {
    let guide = generate::guide(10_000, 5);
    let words: usize = guide
        .documents
        .iter()
        .map(|document| document.body.split(' ').count())
        .sum();
    let start = std::time::Instant::now();
    let index = Index::new(guide.documents, guide.settings).expect("the index is made");
    let indexed = start.elapsed();
    let files: Vec<_> = files([("fr", &index)], &node::client()).expect("the export is made");
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    println!(
        "{words} words; index {indexed:?}, with export {:?}; {} files, {bytes} bytes",
        start.elapsed(),
        files.len()
    );
    assert!(files.len() > 100);
}
