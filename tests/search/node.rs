//! Running the browser client in Node over exported files.

use std::path::{Path, PathBuf};
use std::process::Command;

use ribambelle::search::export::modules;
use ribambelle::search::{Attribute, Client, Index, Module, Near, Options, Order, files};
use ribambelle::text::tongue::Tongue;
use serde_json::{Value, json};

/// Where the theme has the client's modules.
pub(crate) fn theme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/guide/recherche")
}

/// The client of the default theme.
pub(crate) fn client() -> Client {
    let read = |name| std::fs::read_to_string(theme().join(name)).expect("the theme has it");
    let texts: Vec<String> = modules().map(read).collect();
    let modules: Vec<Module<'_>> = modules()
        .zip(&texts)
        .map(|(name, text)| Module { name, text })
        .collect();
    Client::new(&modules, &Tongue::ALL.map(|(_, tongue)| tongue)).expect("its modules are sound")
}

/// Asks the questions of the index and of the client, and compares whole answers.
pub(crate) fn same_answers(index: &Index, questions: &[(String, Options)]) {
    same_answers_in("fr", index, questions);
}

/// The same of the index of a language.
pub(crate) fn same_answers_in(language: &str, index: &Index, questions: &[(String, Options)]) {
    let asked: Vec<Value> = questions
        .iter()
        .map(|(question, options)| {
            let answer = index.search(question, options).expect("an answer");
            let facets = index.facets(question, options).expect("counts");
            json!({"question": question, "options": said(options), "answer": answer, "facets": facets})
        })
        .collect();
    let folder = exported_in(language, index);
    write(folder.path(), "questions.json", &json!(asked));
    run("answers.test.mjs", folder.path());
}

/// Options as the client takes them.
fn said(options: &Options) -> Value {
    let names = |all: &[Attribute]| all.iter().map(Attribute::name).collect::<Vec<_>>();
    let mut said = json!({
        "limit": options.limit, "offset": options.offset, "without": options.without,
        "filters": names(&options.filters), "except": names(&options.except),
    });
    match &options.order {
        Order::Relevance => {}
        Order::Date(day) => {
            said["sort"] = json!("date");
            said["day"] = json!(day.to_string());
        }
        Order::Distance(from) => {
            said["sort"] = json!("distance");
            match from {
                Some(Near::Commune(insee)) => said["from"] = json!(format!("c:{insee}")),
                Some(Near::Point(latitude, longitude)) => {
                    said["from"] = json!({"latitude": latitude, "longitude": longitude});
                }
                None => {}
            }
        }
    }
    said
}

/// A folder with the exported files, as a host serves them.
pub(crate) fn exported(index: &Index) -> tempfile::TempDir {
    exported_in("fr", index)
}

fn exported_in(language: &str, index: &Index) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in files([(language, index)], &client()).expect("the export is made") {
        let path = folder.path().join(file.path.file());
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        std::fs::write(path, file.bytes).expect("a file");
    }
    folder
}

/// Writes what a test in Node reads.
pub(crate) fn write(folder: &Path, name: &str, value: &Value) {
    std::fs::write(folder.join(name), value.to_string()).expect("a file");
    std::fs::write(folder.join("package.json"), "{\"type\": \"module\"}").expect("a file");
}

/// Runs one test file in Node over a folder.
pub(crate) fn run(test: &str, folder: &Path) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/search")
        .join(test);
    let run = Command::new("node")
        .args(["--test", "--test-reporter=tap"])
        .arg(file)
        .env("FOLDER", folder)
        .output()
        .expect("Node is needed for this test: install nodejs 20 or newer");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(
        run.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&run.stderr)
    );
    assert!(!said.contains("# pass 0"), "no test ran: {said}");
}
