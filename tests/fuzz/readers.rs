//! The readers, with what holds of each whatever it reads.

use jiff::civil::date;
use ribambelle::calendar::{Doubt, Reading, TimeOfDay, read_hours, read_pattern};
use ribambelle::check::check;
use ribambelle::diag::format::{Format, Settings, show};
use ribambelle::diag::{Diagnostic, FileId, Report, Span, position};
use ribambelle::geo::{InseeCode, PostalCode, Siren, communes};
use ribambelle::image::{self, Photo};
use ribambelle::load::load;
use ribambelle::model::values::{Age, Email, Money, PartialDate, PhoneNumber, Slug, WebUrl};
use ribambelle::source::Sources;
use ribambelle::text::yaml::{Kind, Node, parse, split_front_matter};
use ribambelle::text::{hidden, markdown};

/// What reads bytes: pictures, then texts where they are one.
pub(crate) fn of_bytes(bytes: &[u8]) {
    _ = image::Kind::of(bytes);
    _ = image::avif_has_metadata(bytes);
    _ = image::svg_fault(bytes);
    if let Ok(Some(photo)) = Photo::read(bytes) {
        assert!(photo.published().len() <= bytes.len() + 100);
    }
    of_text(&String::from_utf8_lossy(bytes));
}

/// What reads a text.
pub(crate) fn of_text(text: &str) {
    hours(text);
    values(text);
    tree_and_body(text, "");
    // The same within a file that begins otherwise: places are of the file.
    tree_and_body(text, "\u{feff}é: 🙂\r\n");
    if let Some(parts) = split_front_matter(text) {
        assert_eq!(&text[parts.yaml_start..][..parts.yaml.len()], parts.yaml);
        assert_eq!(&text[parts.body_start..], parts.body);
    }
    let found = hidden::find(text);
    assert!(found.is_none_or(|(at, c)| text[at..].starts_with(c)));
}

pub(crate) fn hours(text: &str) {
    let is_in_place = |doubt: &Doubt| assert!(text.get(doubt.range.clone()).is_some(), "{doubt:?}");
    match read_hours(text) {
        Reading::Doubtful(doubt) => is_in_place(&doubt),
        Reading::Understood(understood) => {
            // What is said back means the same.
            let words = &understood.words;
            let Reading::Understood(again) = read_hours(words) else {
                panic!("« {words} » is not read again");
            };
            assert_eq!(again.timetable, understood.timetable, "{words}");
        }
    }
    if let Err(doubt) = read_pattern(text) {
        is_in_place(&doubt);
    }
    if let Err(doubt) = TimeOfDay::parse(text) {
        is_in_place(&doubt);
    }
}

pub(crate) fn values(text: &str) {
    if let Some(phone) = PhoneNumber::parse(text) {
        let link = phone.link();
        let digits = link.strip_prefix("tel:").expect("a telephone link");
        assert!(
            digits.bytes().all(|b| b.is_ascii_digit() || b == b'+'),
            "{link}"
        );
        assert!(!phone.shown().is_empty());
        _ = (phone.price(), phone.is_mobile());
    }
    if let Some(email) = Email::parse(text) {
        assert!(email.as_str().is_ascii() && !email.as_str().contains([' ', '<', '"', '\n']));
    }
    if let Some(url) = WebUrl::parse(text) {
        assert!(!url.as_str().contains(['<', '>', '"', ' ', '\n']) && !url.host().is_empty());
    }
    if let Some(money) = Money::parse(text) {
        assert_eq!(Money::parse(&money.digits("", ".")), Some(money));
    }
    if let Some(age) = Age::parse(text) {
        _ = (age.days(), age.written());
    }
    if let Some(when) = PartialDate::parse(text) {
        assert!(when.first_day() <= when.last_day());
    }
    let proposed = Slug::proposed(text);
    assert!(
        proposed.is_empty() || Slug::new(&proposed).is_some(),
        "{proposed}"
    );
    let code = PostalCode::parse(text).ok();
    _ = communes().find(text, code);
    _ = (InseeCode::parse(text), InseeCode::repair(text));
    _ = (PostalCode::repair(text), Siren::parse(text));
}

/// Reads the rest of a file as YAML and as Markdown: every place is within the file, and twice the same.
pub(crate) fn tree_and_body(text: &str, before: &str) {
    let (file, base) = (format!("{before}{text}"), before.len());
    let told = |faults: &[Diagnostic]| {
        let spans = faults.iter().flat_map(Diagnostic::spans);
        spans.for_each(|span| is_in(span, &file));
    };
    let (tree, faults) = parse(FileId(0), text, base);
    told(&faults);
    if let Some(tree) = &tree {
        walk(tree, &file, 0);
    }
    assert_eq!(parse(FileId(0), text, base).1, faults);
    let place = |start: usize, end: usize| Span {
        file: FileId(0),
        start: u32::try_from(base + start).unwrap(),
        end: u32::try_from(base + end).unwrap(),
    };
    let (body, faults) = markdown::parse(text, &place);
    told(&faults);
    for span in body.headings.iter().map(|heading| heading.span) {
        is_in(span, &file);
    }
    for link in &body.links {
        is_in(link.span, &file);
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-/".contains(&b);
        assert!(link.record.bytes().all(is_plain), "{}", link.record);
    }
    assert_eq!(markdown::parse(text, &place), (body, faults));
}

fn walk(node: &Node<'_>, file: &str, depth: usize) {
    is_in(node.span, file);
    assert!(depth <= 33);
    match &node.kind {
        Kind::Scalar(text, _) => {
            let spread = node.spread();
            let bounds = text.char_indices().map(|(at, _)| at);
            let step = text.len() / 50 + 1;
            for at in bounds.chain([text.len()]).step_by(step) {
                is_in(spread.within(0, at), file);
                is_in(spread.within(at, text.len()), file);
            }
        }
        Kind::Unread => {}
        Kind::Sequence(items) => items.iter().for_each(|item| walk(item, file, depth + 1)),
        Kind::Mapping(entries) => {
            for entry in entries {
                is_in(entry.key_span, file);
                walk(&entry.value, file, depth + 1);
            }
        }
    }
}

fn is_in(span: Span, file: &str) {
    let found = file.get(span.start as usize..span.end as usize);
    assert!(found.is_some(), "{span:?} in {file:?}");
}

/// What reads a record within a guide, to the report in every form.
pub(crate) fn of_record(name: &str, text: &str) {
    let guide = "nom: Guide\nterritoire: t\nurl: https://g.example.org/\nediteur: p\n";
    let files = [
        ("content/guide.yml", guide),
        ("content/territoires/t.yml", "nom: T\nniveau: groupement\n"),
        (
            "content/partenaires/p.yml",
            "titre: Partenaire\ntype: caf\n",
        ),
    ];
    // The record may stand for one of these.
    let files = files.into_iter().filter(|(other, _)| *other != name);
    let sources = Sources::in_memory(files.chain([(name, text)]));
    let report = || {
        let mut report = Report::default();
        let catalogue = load(&sources, &mut report);
        check(&sources, catalogue, date(2026, 11, 22), &mut report);
        report
    };
    let (found, again) = (report(), report());
    assert_eq!(found, again);
    for fault in found.diagnostics() {
        for span in fault.spans() {
            is_in(span, sources.text(span.file));
        }
    }
    let settings = Settings::default();
    for format in Format::ALL {
        let shown = show(format, &found, &sources, &settings);
        assert_eq!(shown, show(format, &again, &sources, &settings));
        if format == Format::Json {
            columns(&shown, &found, &sources);
        }
    }
}

/// What is counted for many faults at once is what is counted for each by itself.
fn columns(shown: &str, report: &Report, sources: &Sources) {
    let shown: serde_json::Value = serde_json::from_str(shown).unwrap();
    let entries = shown["diagnostics"].as_array().unwrap();
    // A few are enough where there are thousands: each is counted from the beginning.
    let step = report.diagnostics().len() / 50 + 1;
    for (entry, fault) in entries.iter().zip(report.diagnostics()).step_by(step) {
        let at = position(sources.text(fault.span.file), fault.span.start);
        let told = (entry["line"].as_u64(), entry["column"].as_u64());
        assert_eq!(told, (Some(at.line as u64), Some(at.column as u64)));
    }
}
