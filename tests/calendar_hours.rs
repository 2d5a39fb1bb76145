//! Hours as French services write them, and what is understood of them: the lists in `cases/hours`.

use ribambelle::calendar::words::{self, French, Words as _};
use ribambelle::calendar::{Doubt, Reading, read_hours, read_pattern};
use ribambelle::diag::Language;

/// One entry of a list: a text and what is expected of it.
struct Case {
    line: usize,
    text: String,
    expected: String,
}

#[test]
fn what_is_without_doubt_is_understood_as_it_was_meant() {
    let cases = cases(include_str!("cases/hours/compris.txt"));
    assert!(cases.len() >= 80, "{} forms only", cases.len());
    check(&cases, |text| match read_hours(text) {
        Reading::Understood(understood) => Ok(understood.words),
        Reading::Doubtful(doubt) => Err(doubt),
    });
}

#[test]
fn what_is_doubtful_is_told_at_its_place() {
    let cases = cases(include_str!("cases/hours/doutes.txt"));
    assert!(cases.len() >= 40);
    check(&cases, |text| match read_hours(text) {
        Reading::Understood(understood) => Ok(understood.words),
        Reading::Doubtful(doubt) => Err(doubt),
    });
}

#[test]
fn patterns_of_recurrences_are_read() {
    let cases = cases(include_str!("cases/hours/chaque.txt"));
    check(&cases, |text| {
        read_pattern(text).map(|pattern| French.pattern(pattern))
    });
}

#[test]
fn what_is_said_back_is_understood_the_same() {
    for case in cases(include_str!("cases/hours/compris.txt")) {
        let Reading::Understood(first) = read_hours(&case.text) else {
            panic!("line {}: not understood", case.line);
        };
        let Reading::Understood(again) = read_hours(&first.words) else {
            panic!("line {}: « {} » is not read again", case.line, first.words);
        };
        assert_eq!(first.timetable, again.timetable, "line {}", case.line);
    }
}

#[test]
fn what_is_said_in_one_language_is_said_in_all() {
    let list = include_str!("cases/hours/langues.txt");
    let mut wrong = Vec::new();
    let (mut text, mut count) = ("", 0);
    for (line, row) in list.lines().enumerate() {
        let Some((language, expected)) = row.split_once(" = ") else {
            text = row;
            continue;
        };
        let words = words::in_language(language).expect("a language that has words");
        let got = match text.strip_prefix("chaque : ") {
            Some(pattern) => words.pattern(read_pattern(pattern).expect(text)),
            None => match read_hours(text) {
                Reading::Understood(it) => words
                    .timetable(&it.timetable)
                    .join(words.phrases().semicolon),
                Reading::Doubtful(doubt) => panic!("{text}: {doubt:?}"),
            },
        };
        count += 1;
        if plain(&got) != expected {
            wrong.push(format!("line {}: {language} = {}", line + 1, plain(&got)));
        }
    }
    assert!(wrong.is_empty(), "these differ:\n{}", wrong.join("\n"));
    assert!(count >= 60, "{count} only");
}

fn check(cases: &[Case], read: impl Fn(&str) -> Result<String, Doubt>) {
    let mut wrong = Vec::new();
    for case in cases {
        let got = match read(&case.text) {
            Ok(words) => format!("= {}", plain(&words)),
            Err(doubt) => format!("? {}", shown(&case.text, &doubt)),
        };
        if !fits(&case.expected, &got) {
            let Case {
                line,
                text,
                expected,
            } = case;
            wrong.push(format!(
                "line {line}: {text}\n  expected {expected}\n  got      {got}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Whether a doubt stands at the expected place, asks the expected question and proposes what is expected.
fn fits(expected: &str, got: &str) -> bool {
    let Some(doubt) = expected.strip_prefix("? ") else {
        return expected == got;
    };
    let (place, proposal) = doubt.split_once(" -> ").unwrap_or((doubt, ""));
    let (message, help) = got.split_once(" -> ").unwrap_or((got, ""));
    let Some((place, question)) = place.split_once(" » ") else {
        return false;
    };
    message
        .strip_prefix("? ")
        .and_then(|message| message.split_once(" » "))
        .is_some_and(|(at, what)| at == place && what.contains(question))
        && help.contains(proposal)
}

fn shown(text: &str, doubt: &Doubt) -> String {
    let help = doubt
        .proposal
        .as_ref()
        .map_or("", |help| help.get(Language::French));
    let what = doubt.what.get(Language::French);
    plain(&format!(
        "« {} » {what} -> {help}",
        &text[doubt.range.clone()]
    ))
}

/// A text with blanks as a reader of the lists sees them.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
        .replace(['\u{2066}', '\u{2069}'], "")
}

fn cases(list: &str) -> Vec<Case> {
    let lines: Vec<&str> = list.lines().collect();
    let mut cases = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if line.starts_with(['=', '?']) {
            cases.push(Case {
                line: index,
                text: lines[index - 1].replace("\\n", "\n"),
                expected: (*line).to_owned(),
            });
        }
    }
    cases
}
