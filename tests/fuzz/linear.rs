//! Time: what is four times as long takes about four times as long to read, not sixteen.

use std::time::{Duration, Instant};

use super::readers;

/// The longest text tried, in bytes.
const LONGEST: usize = 1 << 19;
/// What is quicker than this is not compared.
const LEAST: Duration = Duration::from_millis(30);
/// What is four times as long may take this many times as long: four is linear, sixteen quadratic.
const MOST: f64 = 9.0;

const PARTS: &[&str] = &[
    "[",
    "]",
    "{a: ",
    "- ",
    "? ",
    "a: ",
    "a: b\n",
    "- a\n",
    "'",
    "\"",
    "\\",
    "&a ",
    "*a, ",
    "!t ",
    "|\n ",
    "# ",
    "é",
    "🙂",
    "\u{301}",
    "\n",
    "\r\n",
    "\t",
    " ",
    "---\n",
    "**a ",
    "*a _b ",
    "~~a",
    "`a",
    "``a`",
    "[a](",
    "[a](b) ",
    "![",
    "](x)",
    "[^a]",
    "[^a]: b\n\n",
    "<b>",
    "</b>",
    "<a ",
    "<!--",
    "&#x202e;",
    "&amp;",
    "|a",
    "|a|\n",
    "> ",
    ">\n",
    "1. ",
    "## A\n\n",
    "## A {#a}\n",
    "A\n=\n",
    "[x](laep/y) ",
    "[x](#y) ",
    "```\n",
    "lundi ",
    "lundi 9h-10h, ",
    "1er et 3e lundi ",
    "9h ",
    "sauf ",
    "et ",
    "(",
    "du 1er au 2 mai ",
    "sur rendez-vous ",
    "01 99 00 12 34 ",
    "0",
    "9",
    "+",
    "a@",
    "a@b.fr ",
    "https://",
    "a.",
    "12,50 ",
    "6 ans ",
    "saint-",
    "saint ",
    "67500 ",
    "rue ",
    "12 rue ",
    "\u{1b}",
    "\u{202e}",
    "0612345678 ",
    "FR14 2004 1010 ",
    "1 ",
    "mardi,jeudi:",
    "vacances ",
    "l'",
    "a",
    "9 h ",
    "9 h 30",
    "« ",
    "(a ",
    "\\\n",
    "a@b.",
    "://",
    "67",
    "12",
    "mardi",
    "a-",
    "œ",
];

fn once(read: &dyn Fn(&str), text: &str) -> Duration {
    let began = Instant::now();
    read(text);
    began.elapsed()
}

/// What a part repeated takes, and four times as much of it, where that is no longer in proportion.
fn fault(name: &str, read: &dyn Fn(&str), part: &str) -> Option<String> {
    let mut times = 256;
    while part.len() * times * 4 <= LONGEST {
        let short = once(read, &part.repeat(times));
        if short < LEAST {
            times *= 2;
            continue;
        }
        // Three times, the least of each: others may have the processor.
        let least = |times: usize| (0..3).map(|_| once(read, &part.repeat(times))).min();
        let long = once(read, &part.repeat(times * 4));
        if long.as_secs_f64() < MOST * short.as_secs_f64() {
            return None;
        }
        let (short, long) = (least(times)?, least(times * 4)?);
        let is_slow = long.as_secs_f64() > MOST * short.as_secs_f64();
        return is_slow.then(|| {
            format!("{name}: {part:?} × {times}: {short:?}, four times as much {long:?}")
        });
    }
    None
}

fn all(name: &str, read: &dyn Fn(&str)) {
    let wrong: Vec<String> = PARTS
        .iter()
        .filter_map(|part| fault(name, read, part))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn hours_and_values_are_read_in_the_time_of_their_length() {
    all("hours", &readers::hours);
    all("values", &readers::values);
}

#[test]
fn yaml_and_markdown_are_read_in_the_time_of_their_length() {
    all("YAML and Markdown", &|text| {
        readers::tree_and_body(text, "")
    });
}

#[test]
fn records_are_checked_in_the_time_of_their_length() {
    all("a body", &|text| {
        let head = "---\ntitre: Un article\nresume: Une phrase assez longue pour un parent.\n---\n";
        readers::of_record("content/pages/a.md", &format!("{head}{text}"));
    });
    all("keys", &|text| {
        readers::of_record(
            "content/actions/a.yml",
            &format!("titre: Un atelier\n{text}"),
        );
    });
    all("texts", &|text| {
        let text = serde_json::to_string(text).unwrap();
        let keys = [
            "horaires",
            "frequence",
            "objectifs",
            "premiere_visite",
            "themes",
            "porteurs",
            "prive",
        ];
        let keys: String = keys.iter().map(|key| format!("{key}: {text}\n")).collect();
        let nested = format!(
            "contact: {{telephone: {text}, courriel: {text}, site: {text}}}\nadresse: {{voie: {text}, code_postal: {text}, commune: {text}}}\nages: {{de: {text}}}\ntarif: {{montant: {text}}}\n"
        );
        readers::of_record("content/actions/a.yml", &(keys + &nested));
    });
}
