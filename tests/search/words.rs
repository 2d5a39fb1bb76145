//! The analysis of the browser client is that of the index.

use std::collections::BTreeMap;
use std::path::Path;

use ribambelle::search::grammar;
use ribambelle::text::french::{Acronym, Acronyms, EXCEPTIONS, STOP_WORDS, is_stop, stem, words};
use serde_json::json;

use super::{forms, node};

#[test]
fn the_clients_tables_are_those_of_the_index() {
    let exceptions: BTreeMap<_, _> = EXCEPTIONS.into_iter().collect();
    let days: BTreeMap<_, _> = grammar::DAYS.into_iter().collect();
    let parts: BTreeMap<_, _> = grammar::PARTS.into_iter().collect();
    let numbers: BTreeMap<_, _> = grammar::NUMBERS.into_iter().collect();
    let units: BTreeMap<_, _> = grammar::UNITS
        .into_iter()
        .map(|(unit, many, months)| (unit, [many, months]))
        .collect();
    let text = format!(
        "// Generated from src/text/french and src/search/grammar.rs by tests/search/words.rs.\n\n\
         /** @type {{Record<string, string>}} */\nexport const EXCEPTIONS = {};\n\
         export const STOP_WORDS = new Set(\n  '{}'.split(' '),\n);\n\
         /** @type {{Record<string, number>}} */\nexport const DAYS = {};\n\
         /** @type {{Record<string, string>}} */\nexport const PARTS = {};\n\
         /** @type {{Record<string, number>}} */\nexport const NUMBERS = {};\n\
         /** @type {{Record<string, [number, number]>}} */\nexport const UNITS = {};\n\
         export const FREE = {};\nexport const CHILDREN = {};\n",
        json!(exceptions),
        STOP_WORDS.join(" "),
        json!(days),
        json!(parts),
        json!(numbers),
        json!(units),
        json!(grammar::FREE),
        json!(grammar::CHILDREN),
    );
    let path = node::theme().join("words.js");
    if std::env::var_os("RIBAMBELLE_ECRIRE").is_some() {
        std::fs::write(&path, &text).expect("the table is written");
    }
    let known = std::fs::read_to_string(&path).expect("the table");
    assert_eq!(
        known, text,
        "run the test with RIBAMBELLE_ECRIRE=1 to write the table anew"
    );
}

#[test]
fn the_clients_stems_are_those_of_the_index() {
    let mut forms = forms::forms();
    corpus(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
        &mut forms,
    );
    corpus(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model/vocabulary"),
        &mut forms,
    );
    // Debian's list of French words, all of its forms.
    let list = std::fs::read_to_string("/usr/share/dict/french")
        .expect("the list of French words is needed: install wfrench");
    words(&list, |word| forms.push(word.form.to_owned()));
    forms.sort();
    forms.dedup();
    assert!(forms.len() > 250_000, "{}", forms.len());
    let stems: Vec<[String; 2]> = forms.into_iter().map(|form| [stem(&form), form]).collect();
    let folder = tempfile::tempdir().expect("a folder");
    node::write(folder.path(), "stems.json", &json!(stems));
    node::run("stems.test.mjs", folder.path());
}

#[test]
fn the_clients_words_are_those_of_the_index() {
    let acronyms = [("CAF", false), ("PRE", true), ("RAM", false)];
    let acronyms = Acronyms::new(acronyms.map(|(letters, word)| Acronym {
        letters: letters.to_owned(),
        word,
    }));
    let texts = [
        "L’accueil enfants-parents, jusqu'à 3 ans : qu’est-ce que c'est ?",
        "CAF, caf, Caf, café, cafe ; PRE pre pré ; RAM, rame, ram.",
        "CŒUR cœur Ætna Straße ﬁn m² ½ e\u{301}te\u{301} İstanbul ΣΑΣ",
        "لقاء الآباء والأمهات 🙂 𝗠𝗮𝘀𝘀𝗮𝗴𝗲 日本語 привет",
        "quʼun d`un s´il aujourd'hui l\u{2bc}atelier",
        "Saint-Nicolas-de-Port St Nicolas 54210 2ans 10 mois",
        "anticonstitutionnellementanticonstitutionnellement trop long",
    ];
    let analysed: Vec<_> = texts
        .iter()
        .map(|text| {
            let mut all = Vec::new();
            words(text, |word| {
                let protection = format!("{:?}", acronyms.protection(word.raw, word.form));
                all.push(json!([word.raw, word.form, is_stop(word.form), protection]));
            });
            json!([text, all])
        })
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    node::write(
        folder.path(),
        "words.json",
        &json!({"acronyms": "caf pre* ram", "texts": analysed}),
    );
    node::run("words.test.mjs", folder.path());
}

/// Adds all words of the texts in a folder.
fn corpus(folder: &Path, forms: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            corpus(&path, forms);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            words(&text, |word| forms.push(word.form.to_owned()));
        }
    }
}
