//! What readers are given: any bytes, any text, and sound things that something happened to.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;

/// What makes readers stumble: signs of YAML, Markdown and hours, and characters of every width.
const PIECES: &[&str] = &[
    "---\n",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    ": ",
    ":",
    "- ",
    "-",
    "?",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    " #",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">",
    "|\n  ",
    "'",
    "\"",
    "\\",
    "\\u202e",
    "%",
    "@",
    "`",
    "<<: ",
    "...",
    "\u{feff}",
    "\0",
    "\u{1b}",
    "\u{85}",
    "\u{a0}",
    "\u{202e}",
    "\u{2028}",
    "é",
    "e\u{301}",
    "œ",
    "ß",
    "İ",
    "漢",
    "🙂",
    "👩\u{200d}👧",
    "\u{fffd}",
    "\u{10ffff}",
    "# ",
    "**",
    "_",
    "~~",
    "![",
    "](",
    ")",
    "<b>",
    "</b>",
    "<!--",
    "&#0;",
    "&nbsp;",
    "[^a]",
    "[^a]: ",
    "|a|\n|-|\n",
    "```\n",
    "> ",
    "1. ",
    "$",
    "=",
    "lundi",
    "1er",
    "et",
    "sauf",
    "vacances",
    "9h",
    "24:00",
    "99",
    "0",
    "-1",
    "1e9",
    "2026-02-30",
    "2026-11-25",
    "0001-01-01",
    "9999-12-31",
    "sur rendez-vous",
    "du",
    "au",
    "un samedi sur deux",
    "midi",
    "99999999999999999999",
    "+33",
    "01 99 00 12 34",
    "a@b.fr",
    "https://",
    "javascript:",
    "67500",
    "Saint-",
    "CEDEX",
    "12,50",
    "6 ans",
    "10 semaines",
];

/// What is no record, as people write it.
const VALUES: &[&str] = &[
    "01 99 00 12 34",
    "+33 1 99 00 12 34",
    "00 33 (0)1-99-00-12-34",
    "116 006",
    "3919",
    "08 99 70 00 01",
    "+49 7851 99999",
    "contact@example.org",
    "https://www.example.org/a?b=c#d",
    "6 ans",
    "2 ans et demi",
    "10 semaines",
    "12.50",
    "2026-11-25",
    "2020-02",
    "67500",
    "67180",
    "2A004",
    "200067213",
    "Haguenau",
    "Saint-Étienne",
    "L'Haÿ-les-Roses",
    "Paris 11e Arrondissement",
    "STRASBOURG CEDEX",
    "12 bis rue de la Paix",
    "# Titre\n\n- [x](laep/y#z)\n- ![y](a.png)\n\n> **a** _b_ `c`\n\n|a|b|\n|-|-|\n|1|2|\n\nx[^1]\n\n[^1]: y\n",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>",
    "a: [b, {c: d}]\ne: |\n  f\n  g\nh: 'i'\n\"j\": >-\n  k\n",
    "---\na: b\n---\nc\n",
];

pub(crate) fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let magic = prop::sample::select(vec![
        &b""[..],
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x40\0\0\0WEBPVP8X",
        b"\0\0\0\x20ftypavif",
        b"<svg xmlns=",
        b"GIF89a",
        b"---\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ]);
    let rest = prop::collection::vec(any::<u8>(), 0..300);
    (magic, rest).prop_map(|(magic, rest)| [magic, &rest].concat())
}

pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "\\PC{0,12}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Hours, recurrences, numbers, addresses… that something happened to.
pub(crate) fn values() -> impl Strategy<Value = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/hours");
    let mut seeds: Vec<String> = VALUES.iter().copied().map(str::to_owned).collect();
    for name in ["chaque.txt", "compris.txt", "doutes.txt"] {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let is_value = |line: &&str| !line.is_empty() && !line.starts_with([' ', '#', '=', '?']);
        seeds.extend(text.lines().filter(is_value).map(str::to_owned));
    }
    assert!(seeds.len() > 100);
    let changes = prop::collection::vec(change(), 0..6);
    (prop::sample::select(seeds), changes).prop_map(|(seed, changes)| changed(&seed, &changes))
}

/// The sample guide's records, name and text, that something happened to.
pub(crate) fn records() -> impl Strategy<Value = (String, String)> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut found = Vec::new();
    let mut open = vec![content.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(&content)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            if path.is_dir() {
                open.push(path);
            } else if name.ends_with(".md") || name.ends_with(".yml") {
                found.push((
                    format!("content/{name}"),
                    std::fs::read_to_string(path).unwrap(),
                ));
            }
        }
    }
    found.sort();
    assert!(found.len() > 30);
    let changes = prop::collection::vec(change(), 1..8);
    (prop::sample::select(found), changes)
        .prop_map(|((name, text), changes)| (name, changed(&text, &changes)))
}

/// One thing that happens to a text.
#[derive(Debug, Clone)]
enum Change {
    Insert(Index, String),
    Remove(Index, Index),
    Repeat(Index, Index, usize),
    Copy(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), prop::sample::select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece.to_owned())),
        1 => (at(), any::<char>()).prop_map(|(at, c)| Change::Insert(at, c.to_string())),
        2 => (at(), at()).prop_map(|(from, to)| Change::Remove(from, to)),
        1 => (at(), at(), 2_usize..9).prop_map(|(from, to, times)| Change::Repeat(from, to, times)),
        1 => (at(), at(), at()).prop_map(|(from, to, there)| Change::Copy(from, to, there)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for change in changes {
        let bounds: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let at = |index: &Index| bounds[index.index(bounds.len())];
        // Short stretches: most of a text stays what it was.
        let stretch = |from: &Index, to: &Index| {
            let (from, length) = (from.index(bounds.len()), to.index(30));
            bounds[from]..bounds[(from + length).min(bounds.len() - 1)]
        };
        match change {
            Change::Insert(there, piece) => text.insert_str(at(there), piece),
            Change::Remove(from, to) => text.replace_range(stretch(from, to), ""),
            Change::Repeat(from, to, times) => {
                let range = stretch(from, to);
                let part = text[range.clone()].repeat(*times);
                text.replace_range(range, &part);
            }
            Change::Copy(from, to, there) => {
                let part = text[stretch(from, to)].to_owned();
                text.insert_str(at(there), &part);
            }
        }
    }
    text
}
