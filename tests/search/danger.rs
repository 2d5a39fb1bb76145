//! What tells of danger and what doesn't, as the search page tells them apart.

use std::collections::BTreeMap;
use std::path::Path;

use ribambelle::model::vocabulary::danger::Danger;
use serde::Deserialize;
use serde_json::json;

use super::node;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    grave: BTreeMap<String, Vec<String>>,
    #[serde(rename = "ordinaire")]
    ordinary: Vec<String>,
}

#[test]
fn dangers_are_told_from_ordinary_questions() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/danger/questions.yml");
    let text = std::fs::read_to_string(file).expect("the questions");
    let asked: Questions = serde_yaml::from_str(&text).expect("the questions are sound");
    assert!(asked.grave.values().map(Vec::len).sum::<usize>() >= 60);
    assert!(asked.ordinary.len() >= 60);
    let patterns = Danger::builtin();
    for group in &patterns.groups {
        let questions = asked.grave.get(&group.code);
        assert!(
            questions.is_some_and(|some| some.len() >= 5),
            "{}",
            group.code
        );
    }
    let folder = tempfile::tempdir().expect("a folder");
    let asked =
        json!({"marks": patterns.marks(), "grave": asked.grave, "ordinary": asked.ordinary});
    node::write(folder.path(), "questions.json", &asked);
    let module =
        |name: &str| std::fs::read_to_string(node::theme().join(name)).expect("the module");
    let with_patterns = module("danger.js").replace("['', [], []]", &patterns.to_json());
    assert_ne!(
        with_patterns,
        module("danger.js"),
        "the patterns have no place in danger.js"
    );
    for (name, text) in [
        ("danger.js", with_patterns),
        ("marks.js", module("marks.js")),
    ] {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    node::run("danger.test.mjs", folder.path());
}
