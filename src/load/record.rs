//! One file, one record.

use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Level, Span, Spanned, say};
use crate::model::markdown;
use crate::model::{Data, Kind};
use crate::source::Sources;
use crate::text::hidden;
use crate::text::markdown::Body;
use crate::text::yaml::{
    Decoder, Kind as NodeKind, Mention, Node, Style, parse, split_front_matter,
};

/// A record as its file says it.
#[derive(Debug)]
pub struct Record {
    /// Its file.
    pub file: FileId,
    /// Its kind.
    pub kind: Kind,
    /// Its slug; of an article, its path in `pages/` without extension.
    pub slug: Box<str>,
    /// What it says.
    pub data: Data,
    /// Its text.
    pub body: Body,
    /// What it names elsewhere.
    pub mentions: Vec<Spanned<Mention>>,
    /// The keys that misspelt ones most likely mean: they are not missing.
    pub misspelt: Vec<&'static str>,
    /// Whether its file has no error of its own; one that has is never published.
    pub sound: bool,
}

impl Record {
    /// Its id: `laep/la-marelle`.
    pub fn id(&self) -> String {
        super::id(self.kind, &self.slug)
    }
}

/// What became of a file.
#[derive(Debug, Clone)]
pub(super) struct Read {
    /// The record; none where not all of it could be read.
    pub(super) record: Option<Arc<Record>>,
    /// The faults that it has by itself.
    pub(super) faults: Arc<[Diagnostic]>,
    /// Of a file that could be read in part: what this part names elsewhere.
    pub(super) mentions: Arc<[Spanned<Mention>]>,
}

/// The faults after which the rest of a file is unknown: what seems missing may stand there.
const HALTING: [&str; 4] = [
    "yaml-syntax",
    "several-documents",
    "nested-too-deep",
    "list-too-long",
];

/// Reads a record, or what can be read of it.
pub(super) fn read(sources: &Sources, file: FileId, kind: Kind, slug: &str) -> Read {
    let text = sources.text(file);
    let is_markdown = sources.file(file).name.ends_with(".md");
    let (yaml, yaml_start, markdown_text, markdown_start) = match split_front_matter(text) {
        Some(parts) if is_markdown => (parts.yaml, parts.yaml_start, parts.body, parts.body_start),
        None if is_markdown => {
            return Read {
                record: None,
                faults: [no_front_matter(file, text)].into(),
                mentions: [].into(),
            };
        }
        _ => {
            let start = if text.starts_with('\u{feff}') {
                '\u{feff}'.len_utf8()
            } else {
                0
            };
            (&text[start..], start, "", text.len())
        }
    };
    let (node, faults) = parse(file, yaml, yaml_start);
    let halt = faults.iter().find(|fault| HALTING.contains(&fault.code));
    let broken = halt.is_some();
    // What is said on the line of the fault may be another side of it.
    let sound_until = halt.map(|fault| line_start(text, fault.span.start));
    let parsed = faults.len();
    let node = if broken {
        node.and_then(sound_part)
    } else {
        node
    };
    let mut decoder = Decoder {
        faults,
        ..Decoder::default()
    };
    let place = |start: usize, end: usize| Span {
        file,
        start: u32::try_from(markdown_start + start).unwrap_or(u32::MAX),
        end: u32::try_from(markdown_start + end).unwrap_or(u32::MAX),
    };
    if let Some((at, hidden)) = hidden::find(markdown_text) {
        decoder.fault(hidden::told(hidden, place(at, at + hidden.len_utf8())));
    }
    let mut body = markdown::read(markdown_text, &place, &mut decoder);
    let whole = node.as_ref().map(|node| node.span);
    let corps = node.as_ref().and_then(|node| {
        let entry = node.as_mapping()?.iter().find(|entry| entry.key == "corps");
        entry.map(|entry| entry.key_span)
    });
    let mut data = node.and_then(|node| Data::decode(kind, &node, &mut decoder));
    if broken {
        let told = decoder.faults.split_off(parsed);
        let seems_missing = |fault: &Diagnostic| Some(fault.span) == whole;
        let is_before = |fault: &Diagnostic| {
            let start = fault.span.start as usize;
            sound_until.is_none_or(|end| fault.span.end <= end) || start >= markdown_start
        };
        decoder.faults.extend(
            told.into_iter()
                .filter(|fault| is_before(fault) && !seems_missing(fault)),
        );
        let is_draft = data.is_some_and(|data| data.common().draft == Some(true));
        let is_told = |mention: &Spanned<Mention>| {
            let is_before = sound_until.is_none_or(|end| mention.span.end <= end)
                || mention.span.start as usize >= markdown_start;
            is_before && (!is_draft || !matches!(mention.value, Mention::Record { .. }))
        };
        decoder.mentions.retain(is_told);
        return Read {
            record: None,
            faults: decoder.faults.into(),
            mentions: decoder.mentions.into(),
        };
    }
    if let Some(under_key) = data.as_mut().and_then(|data| data.take_body()) {
        if !body.is_empty() {
            decoder.error(
                "two-bodies",
                corps.unwrap_or_else(|| place(0, 0)),
                say(
                    "deux textes : après l'entête et sous « corps »",
                    "two bodies: after the front matter and under “corps”",
                ),
                say(
                    "gardez celui qui suit l'entête, et supprimez « corps »",
                    "keep the one after the front matter, and remove “corps”",
                ),
            );
        }
        body = under_key;
    }
    let sound = !decoder
        .faults
        .iter()
        .any(|fault| fault.level == Level::Error);
    decoder.mentions.shrink_to_fit();
    let record = data.map(|data| Record {
        file,
        kind,
        slug: slug.into(),
        data,
        body,
        mentions: decoder.mentions,
        misspelt: decoder
            .misspelt
            .iter()
            .filter(|key| Some(key.span) == whole)
            .map(|key| key.value)
            .collect(),
        sound,
    });
    Read {
        record: record.map(Arc::new),
        faults: decoder.faults.into(),
        mentions: [].into(),
    }
}

/// The byte at which the line of a byte begins.
fn line_start(text: &str, byte: u32) -> u32 {
    let before = text.get(..byte as usize).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    u32::try_from(start).unwrap_or(byte)
}

/// The keys before the one at which reading ended; none where nothing is sound.
///
/// A last one in quotes over several lines may have swallowed keys: its quote was left open.
fn sound_part(mut node: Node<'_>) -> Option<Node<'_>> {
    let NodeKind::Mapping(entries) = &mut node.kind else {
        return None;
    };
    entries.pop_if(|last| {
        matches!(last.value.kind, NodeKind::Scalar(_, Style::Quoted))
            && last.value.raw.contains('\n')
    });
    Some(node)
}

fn no_front_matter(file: FileId, text: &str) -> Diagnostic {
    let begun = text.trim_start_matches('\u{feff}').starts_with("---");
    let (message, help) = if begun {
        (
            say(
                "l'entête n'est pas refermé",
                "the front matter is not closed",
            ),
            say(
                "ajoutez une ligne « --- » après la dernière clé",
                "add a line “---” after the last key",
            ),
        )
    } else {
        (
            say(
                "cette fiche n'a pas d'entête",
                "this record has no front matter",
            ),
            say(
                "commencez le fichier par une ligne « --- », puis les clés (titre: …), puis une ligne « --- »",
                "begin the file with a line “---”, then the keys (titre: …), then a line “---”",
            ),
        )
    };
    Diagnostic::error("missing-front-matter", Span::file(file), message).help(help)
}
