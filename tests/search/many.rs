//! A guide of more records than its facets are counted over.

use ribambelle::search::{Document, Index, Label, Options};
use serde_json::json;

use super::{generate, node};

/// Chunks of 512 records, of which the client reads forty to count: one more than that.
const MANY: usize = 41 * 512;

#[test]
fn above_twenty_thousand_answers_facets_are_counted_in_part_and_say_so() {
    let settings = generate::guide(0, 1).settings;
    // Records of two words each; the kind tells the last ones.
    let documents: Vec<Document> = (0..MANY)
        .map(|number| Document {
            id: format!("actions/{number:05}"),
            url: format!("/actions/{number:05}/"),
            title: "atelier".to_owned(),
            kind: Label {
                code: if number < 40 * 512 { "actions" } else { "laep" }.to_owned(),
                text: "Atelier".to_owned(),
            },
            ..Document::default()
        })
        .collect();
    let index = Index::new(documents, settings).expect("the index is made");
    let options = Options::default();
    let answer = index.search("atelier", &options).expect("an answer");
    assert_eq!(answer.total, MANY);
    let facets = index.facets("atelier", &options).expect("counts");
    let folder = node::exported(&index);
    node::write(
        folder.path(),
        "counts.json",
        &json!({"total": answer.total, "facets": facets}),
    );
    node::run("many.test.mjs", folder.path());
}
