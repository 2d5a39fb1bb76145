//! Reading a page of cases.

use super::fill;

/// A fault: file, line, level and code.
pub(crate) type Fault = (String, usize, &'static str, String);

/// One case: a small guide, the faults it has, and perhaps how they are shown.
pub(crate) struct Case {
    pub(crate) title: String,
    pub(crate) files: Vec<(String, Vec<u8>)>,
    pub(crate) expected: Vec<Fault>,
    pub(crate) shown: Option<String>,
    /// How many files the page writes, those of the small guide aside.
    pub(crate) forms: usize,
}

struct Block {
    info: String,
    text: String,
}

/// The cases of a page.
pub(crate) fn read(text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    for (title, section) in sections(text) {
        let blocks = blocks(&section);
        if blocks.is_empty() {
            continue;
        }
        let mut case = Case {
            title,
            files: fill::small_guide(),
            expected: Vec::new(),
            shown: None,
            forms: 0,
        };
        for block in blocks {
            add(block, &mut case);
        }
        case.expected.sort();
        cases.push(case);
    }
    cases
}

fn add(block: Block, case: &mut Case) {
    let mut words = block.info.split(' ');
    let language = words.next().unwrap();
    if language == "texte" {
        case.shown = Some(block.text);
        return;
    }
    let path = format!("content/{}", words.next().expect("a block has a path"));
    let rest: Vec<&str> = words.collect();
    let mut text = String::new();
    for (index, line) in block.text.split_inclusive('\n').enumerate() {
        let (kept, faults) = marked(line);
        for (level, code) in faults {
            case.expected.push((path.clone(), index + 1, level, code));
        }
        text.push_str(&kept);
    }
    let info = rest.join(" ").replace(" error: [", " # error: [");
    for (level, code) in marked(&format!("x # {info}\n")).1 {
        case.expected.push((path.clone(), 1, level, code));
    }
    case.files.retain(|(other, _)| *other != path);
    if rest.contains(&"absent") {
        return;
    }
    let bytes = match language {
        "hex" => hex(&text),
        _ if rest.contains(&"seul") => text.into_bytes(),
        _ => {
            let (text, after, added) = fill::required_keys(&path, &text);
            for fault in case.expected.iter_mut().filter(|fault| fault.0 == path) {
                if fault.1 > after {
                    fault.1 += added;
                }
            }
            text.into_bytes()
        }
    };
    case.forms += 1;
    case.files.push((path, bytes));
}

/// A line without its marks, and the marks.
fn marked(line: &str) -> (String, Vec<(&'static str, String)>) {
    let mut faults = Vec::new();
    let mut first = line.len();
    for level in ["error", "warning", "note"] {
        for sign in ["#", "%%"] {
            let mark = format!("{sign} {level}: [");
            let mut from = 0;
            while let Some(at) = line[from..].find(&mark) {
                let start = from + at;
                let code = line[start + mark.len()..].split(']').next().unwrap();
                faults.push((level, code.to_owned()));
                first = first.min(start);
                from = start + mark.len();
            }
        }
    }
    if faults.is_empty() {
        return (line.to_owned(), faults);
    }
    let end = if line.ends_with('\n') { "\n" } else { "" };
    (format!("{}{end}", line[..first].trim_end()), faults)
}

fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections = vec![(String::new(), String::new())];
    let mut fence: Option<String> = None;
    for line in text.split_inclusive('\n') {
        let ticks: String = line.chars().take_while(|&c| c == '`').collect();
        match &fence {
            None if ticks.len() >= 3 => fence = Some(ticks),
            Some(open) if *open == ticks && line.trim_end() == ticks => fence = None,
            None if line.starts_with("## ") => {
                sections.push((line[3..].trim().to_owned(), String::new()));
                continue;
            }
            _ => {}
        }
        let (_, body) = sections.last_mut().unwrap();
        body.push_str(line);
    }
    sections
}

fn blocks(section: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut fence: Option<String> = None;
    for line in section.split_inclusive('\n') {
        let ticks: String = line.chars().take_while(|&c| c == '`').collect();
        match &fence {
            None if ticks.len() >= 3 => {
                let info = line[ticks.len()..].trim().to_owned();
                blocks.push(Block {
                    info,
                    text: String::new(),
                });
                fence = Some(ticks);
            }
            Some(open) if *open == ticks && line.trim_end() == ticks => fence = None,
            Some(_) => blocks.last_mut().unwrap().text.push_str(line),
            None => {}
        }
    }
    blocks
}

/// The page with another `texte` block in a case.
pub(crate) fn replace_shown(text: &str, title: &str, shown: &str) -> String {
    let heading = format!("## {title}\n");
    let section = text.find(&heading).map_or(0, |at| at + heading.len());
    let open = "```texte\n";
    let start = section + text[section..].find(open).unwrap() + open.len();
    let end = start
        + if text[start..].starts_with("```") {
            0
        } else {
            text[start..].find("\n```").unwrap() + 1
        };
    format!("{}{shown}{}", &text[..start], &text[end..])
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(16)).collect();
    digits
        .chunks(2)
        .map(|pair| (pair[0] * 16 + pair[1]) as u8)
        .collect()
}
