//! Texts that would tell where something confidential is.

use crate::diag::{Diagnostic, FileId, Span, Text, say};
use crate::source::Sources;
use crate::text::nearest::fold;
use crate::text::yaml::{Kind, Node, split_front_matter};

use super::place;
use super::scan::{self, Found};

/// An address under `prive`, or a part of one.
pub(super) struct Secret {
    words: String,
    file: FileId,
}

impl Secret {
    /// Whether it begins with the number of a house: a street or a town alone stand in other texts by right.
    pub(super) fn names_one_house(&self) -> bool {
        let first = self.words.split([' ', ',', '-']).next().unwrap_or_default();
        let digits = first.bytes().take_while(u8::is_ascii_digit).count();
        (1..=4).contains(&digits)
    }

    fn longest_word(&self) -> String {
        let words = scan::split(&self.words)
            .into_iter()
            .map(|word| fold(word.text));
        words.max_by_key(String::len).unwrap_or_default()
    }
}

/// Keys whose values are codes, and the structured ones that are told as such.
const NO_TEXT: &[&str] = &[
    "communes",
    "insee",
    "telephone",
    "numero",
    "courriel",
    "adresse",
    "lieu",
    "lieux",
    "geo",
    "etapes",
    "montant",
];

/// Keys whose values are addresses of the web: digits there are of many kinds, a street is a street.
const WEB: &[&str] = &["url", "site", "lien"];

/// A stretch of a file to be read, and whether it is an address of the web.
struct Stretch {
    span: Span,
    is_web: bool,
}

/// Tells the streets, postal codes and private addresses in the texts of a confidential record.
pub(super) fn told(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) {
    let source = sources.text(file);
    let mut stretches = Vec::new();
    if let Some(tree) = place::tree(sources, file) {
        collect_texts(&tree, false, &mut stretches);
        collect_comments(sources, &tree, &mut stretches);
    }
    stretches.extend(body(sources, file).map(|span| Stretch {
        span,
        is_web: false,
    }));
    let secrets = secrets(sources, file);
    for Stretch { span, is_web } in stretches {
        let text = source
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default();
        let mut found: Vec<Found> = scan::streets(text);
        if !is_web {
            found.extend(scan::postal_codes(text));
        }
        for secret in &secrets {
            found.extend(scan::words(text, &secret.words));
        }
        for Found { start, end } in by_line(text, found) {
            faults.push(fault(
                span.within(start, end),
                say(
                    "une adresse dans le texte d'une fiche confidentielle",
                    "an address in the text of a confidential record",
                ),
            ));
        }
    }
}

/// Tells the secrets of some files in the texts of all others.
pub(super) fn told_elsewhere(sources: &Sources, secrets: &[Secret], faults: &mut Vec<Diagnostic>) {
    let longest: Vec<String> = secrets.iter().map(Secret::longest_word).collect();
    for (file, _) in sources
        .under("content/")
        .filter(|(file, _)| sources.is_text(*file))
    {
        let text = sources.text(file);
        let whole = fold(text);
        let mut found = Vec::new();
        for (secret, longest) in secrets.iter().zip(&longest) {
            // Few files hold any: the words are looked for only where the longest of them is.
            if secret.file != file && whole.contains(longest.as_str()) {
                found.extend(scan::words(text, &secret.words));
            }
        }
        if found.is_empty() {
            continue;
        }
        let mut private = Vec::new();
        if let Some(prive) = place::tree(sources, file)
            .as_ref()
            .and_then(|tree| tree.get("prive"))
        {
            private_addresses(prive, &mut |node| private.push(node.span));
        }
        let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        let mut spans: Vec<Span> = by_line(text, found)
            .into_iter()
            .map(|found| Span {
                file,
                start: at(found.start),
                end: at(found.end),
            })
            .collect();
        spans.retain(|span| {
            !private
                .iter()
                .any(|kept| kept.start <= span.start && span.end <= kept.end)
        });
        faults.extend(spans.into_iter().map(|span| {
            fault(
                span,
                say(
                    "l'adresse d'une autre fiche, qui est confidentielle",
                    "the address of another record, which is confidential",
                ),
            )
        }));
    }
}

fn fault(span: Span, message: Text) -> Diagnostic {
    Diagnostic::error("address-in-text", span, message)
        .help(say(
            "supprimez-la ; écrivez « l'adresse est donnée par téléphone »",
            "remove it; write “l'adresse est donnée par téléphone”",
        ))
        .masked()
}

/// Joins what stands on one line: a street and its postal code are one slip.
fn by_line(text: &str, mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    let mut lines: Vec<Found> = Vec::new();
    for found in found {
        match lines.last_mut() {
            Some(last) if !text[last.start..found.start].contains('\n') => {
                last.end = last.end.max(found.end)
            }
            _ => lines.push(found),
        }
    }
    lines
}

/// Where the Markdown after a front matter stands.
fn body(sources: &Sources, file: FileId) -> Option<Span> {
    let source = sources.text(file);
    let parts = split_front_matter(source).filter(|_| sources.file(file).name.ends_with(".md"))?;
    let end = u32::try_from(source.len()).unwrap_or(u32::MAX);
    let start = u32::try_from(parts.body_start).unwrap_or(end);
    Some(Span { file, start, end })
}

/// The texts of a tree, those of an address under `prive` left out.
fn collect_texts(node: &Node<'_>, is_web: bool, texts: &mut Vec<Stretch>) {
    match &node.kind {
        Kind::Scalar(..) if node.is_null() => {}
        Kind::Scalar(..) | Kind::Unread => texts.push(Stretch {
            span: node.span,
            is_web,
        }),
        Kind::Sequence(items) => items
            .iter()
            .for_each(|item| collect_texts(item, is_web, texts)),
        Kind::Mapping(entries) => {
            for entry in entries
                .iter()
                .filter(|entry| !NO_TEXT.contains(&&*entry.key))
            {
                collect_texts(&entry.value, WEB.contains(&&*entry.key), texts);
            }
        }
    }
}

/// What stands after « # » between the values of a tree: nobody reads it on a page, anybody in the repository.
fn collect_comments(sources: &Sources, tree: &Node<'_>, texts: &mut Vec<Stretch>) {
    let source = sources.text(tree.span.file);
    let mut values = Vec::new();
    collect_values(tree, &mut values);
    let end = body(sources, tree.span.file).map_or(source.len(), |body| body.start as usize);
    let ends = values.iter().map(|span| span.end as usize);
    let starts = values.iter().map(|span| span.start as usize).chain([end]);
    for (gap_start, gap_end) in std::iter::once(0).chain(ends).zip(starts) {
        let gap = source.get(gap_start..gap_end).unwrap_or_default();
        let Some(mark) = gap.find('#') else { continue };
        let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        texts.push(Stretch {
            span: Span {
                file: tree.span.file,
                start: at(gap_start + mark),
                end: at(gap_end),
            },
            is_web: false,
        });
    }
}

fn collect_values(node: &Node<'_>, values: &mut Vec<Span>) {
    match &node.kind {
        Kind::Scalar(..) | Kind::Unread => values.push(node.span),
        Kind::Sequence(items) => items.iter().for_each(|item| collect_values(item, values)),
        Kind::Mapping(entries) => entries
            .iter()
            .for_each(|entry| collect_values(&entry.value, values)),
    }
}

/// What the addresses under `prive` of a file say, whole and part by part.
pub(super) fn secrets(sources: &Sources, file: FileId) -> Vec<Secret> {
    let mut secrets = Vec::new();
    let tree = place::tree(sources, file);
    if let Some(prive) = tree.as_ref().and_then(|tree| tree.get("prive")) {
        private_addresses(prive, &mut |node| collect_leaves(node, file, &mut secrets));
    }
    secrets
}

/// Gives the addresses under `prive`, at whatever depth.
fn private_addresses<'n, 's>(node: &'n Node<'s>, found: &mut dyn FnMut(&'n Node<'s>)) {
    for entry in node.as_mapping().into_iter().flatten() {
        if entry.key.starts_with("adresse") || matches!(&*entry.key, "lieu" | "voie") {
            found(&entry.value);
        } else {
            private_addresses(&entry.value, found);
        }
    }
}

fn collect_leaves(node: &Node<'_>, file: FileId, secrets: &mut Vec<Secret>) {
    match &node.kind {
        Kind::Scalar(text, _) => {
            // « 3 clos des Lilas, 67500 Haguenau » must not stand in a text in part either, nor without its number.
            let parts = std::iter::once(&**text).chain(text.split([',', ';', '\n']));
            for part in parts.flat_map(|part| [part, without_number(part)]) {
                let letters = fold(part).chars().filter(|c| c.is_alphanumeric()).count();
                let words = part.trim().to_owned();
                if letters >= 6 && !secrets.iter().any(|known| known.words == words) {
                    secrets.push(Secret { words, file });
                }
            }
        }
        Kind::Unread => {}
        Kind::Sequence(items) => items
            .iter()
            .for_each(|item| collect_leaves(item, file, secrets)),
        Kind::Mapping(entries) => {
            for entry in entries
                .iter()
                .filter(|entry| !matches!(&*entry.key, "commune" | "insee"))
            {
                collect_leaves(&entry.value, file, secrets);
            }
        }
    }
}

/// A street without the number of the house.
fn without_number(text: &str) -> &str {
    text.trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-'))
}
