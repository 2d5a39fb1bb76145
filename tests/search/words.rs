//! The analysis of the browser client is that of the index.

use std::collections::BTreeMap;
use std::path::Path;

use ribambelle::search::grammar::lexicon;
use ribambelle::text::french::{Acronym, Acronyms, is_stop, words};
use ribambelle::text::tongue::{Stemmer, Tongue};
use serde_json::json;

use super::{forms, node};

#[test]
fn the_clients_tables_are_those_of_the_index() {
    for (code, tongue) in Tongue::ALL {
        let text = tables(tongue);
        let path = node::theme().join(match tongue {
            Tongue::French => "words.js".to_owned(),
            _ => format!("{code}/words.js"),
        });
        if std::env::var_os("RIBAMBELLE_ECRIRE").is_some() {
            std::fs::write(&path, &text).expect("the table is written");
        }
        let known = std::fs::read_to_string(&path).expect("the table");
        assert_eq!(
            known, text,
            "run the test with RIBAMBELLE_ECRIRE=1 to write the table anew"
        );
    }
}

/// The text of a language's `words.js`.
fn tables(tongue: Tongue) -> String {
    let lexicon = lexicon(tongue);
    let units = lexicon.units.iter();
    let units: Vec<_> = units
        .map(|(unit, many, months)| (*unit, [many, months]))
        .collect();
    format!(
        "// Generated from src/text/tongue and src/search/grammar by tests/search/words.rs.\n\n\
         const NONE = /** @type {{any}} */ (null);\n\
         /** @type {{Record<string, string>}} */\nexport const EXCEPTIONS = {};\n\
         export const STOP_WORDS = new Set(\n  '{}'.split(' '),\n);\n\
         /** @type {{Record<string, number[]>}} */\nexport const DAYS = {};\n\
         /** @type {{Record<string, string>}} */\nexport const PARTS = {};\n\
         /** @type {{Record<string, string>}} */\nexport const PAIRS = {};\n\
         /** @type {{Record<string, number>}} */\nexport const NUMBERS = {};\n\
         /** @type {{Record<string, [number, number]>}} */\nexport const UNITS = {};\n\
         export const FREE = {};\nexport const CHILDREN = {};\nexport const HOLIDAYS = {};\n",
        record(tongue.exceptions()),
        tongue.stop_words().join(" "),
        record(lexicon.days),
        record(lexicon.parts),
        record(lexicon.pairs),
        record(lexicon.numbers),
        record(&units),
        json!(lexicon.free),
        json!(lexicon.children),
        json!(lexicon.holidays),
    )
}

/// A table as an object that knows these names and no others.
fn record<T: serde::Serialize>(rows: &[(&str, T)]) -> String {
    let rows: BTreeMap<_, _> = rows.iter().map(|(name, said)| (*name, said)).collect();
    json!(rows)
        .to_string()
        .replacen('{', "{\"__proto__\":NONE,", 1)
}

#[test]
fn the_clients_stems_are_those_of_the_index() {
    // Debian's lists of words, all of their forms; Arabic has none there.
    let lists = [
        (Tongue::French, "french", "wfrench", 250_000),
        (Tongue::German, "ngerman", "wngerman", 300_000),
        (Tongue::English, "american-english", "wamerican", 90_000),
        (Tongue::Arabic, "french", "wfrench", 250_000),
    ];
    let mut corpus = forms::forms();
    for folder in [
        "content",
        "src/model/vocabulary",
        "themes/guide/strings",
        "tests/search",
    ] {
        add_words(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            &mut corpus,
        );
    }
    for (tongue, list, package, least) in lists {
        let mut forms = corpus.clone();
        let text = std::fs::read_to_string(format!("/usr/share/dict/{list}"))
            .unwrap_or_else(|_| panic!("a list of words is needed: install {package}"));
        words(&text, |word| forms.push(word.form.to_owned()));
        forms.sort();
        forms.dedup();
        assert!(forms.len() > least, "{list}: {}", forms.len());
        let stemmer = Stemmer::new(tongue);
        let stems: Vec<[String; 2]> = forms
            .into_iter()
            .map(|form| [stemmer.stem(&form), form])
            .collect();
        let folder = tempfile::tempdir().expect("a folder");
        let module = match tongue {
            Tongue::French => "stem.js".to_owned(),
            _ => format!("{}/stem.js", tongue.code()),
        };
        node::write(
            folder.path(),
            "stems.json",
            &json!({"module": module, "stems": stems}),
        );
        node::run("stems.test.mjs", folder.path());
    }
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
        "الرِّضَاعَة لـــقى ٱلأُمّ شؤون بيئة مدرسة",
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
fn add_words(folder: &Path, forms: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            add_words(&path, forms);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            words(&text, |word| forms.push(word.form.to_owned()));
        }
    }
}
