//! Places of keys and values, found again in a file's YAML when a fault is told.
//!
//! Values that seldom are at fault don't carry their place; a fault is worth reading its file once more.

use crate::diag::{FileId, Span};
use crate::load::Record;
use crate::source::Sources;
use crate::text::yaml::{Kind, Node, parse, split_front_matter};

/// One step down a tree: into a key, or into an item of a list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'p> {
    /// Into the value of a key.
    Key(&'p str),
    /// Into an item, from 0; a value that stands for a list of one is its item 0.
    Item(usize),
}

/// The YAML of a file as a tree; none where it can't be read, or has no front matter.
pub(super) fn tree(sources: &Sources, file: FileId) -> Option<Node<'_>> {
    let (yaml, start) = yaml_of(sources, file)?;
    parse(file, yaml, start).0
}

/// The YAML of a file and where it begins.
fn yaml_of(sources: &Sources, file: FileId) -> Option<(&str, usize)> {
    let text = sources.text(file);
    if sources.file(file).name.ends_with(".md") {
        return split_front_matter(text).map(|parts| (parts.yaml, parts.yaml_start));
    }
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    Some((&text[start..], start))
}

/// The place of a value, or of the nearest thing above it.
pub(super) fn value_or_above(sources: &Sources, file: FileId, path: &[Step<'_>]) -> Span {
    let Some(tree) = tree(sources, file) else {
        return Span::file(file);
    };
    (0..=path.len())
        .rev()
        .find_map(|length| find(&tree, &path[..length]))
        .map_or(Span::file(file), |node| node.span)
}

/// Whether something is written at the end of a path.
pub(super) fn is_there(sources: &Sources, file: FileId, path: &[Step<'_>]) -> bool {
    tree(sources, file).is_some_and(|tree| find(&tree, path).is_some())
}

/// The place of a top key's name; the beginning of the file where it is not there.
pub(super) fn key(sources: &Sources, file: FileId, name: &str) -> Span {
    let span = tree(sources, file).and_then(|tree| {
        let entries = tree.as_mapping()?;
        let entry = entries.iter().find(|entry| entry.key == name)?;
        Some(entry.key_span)
    });
    span.unwrap_or(Span::file(file))
}

/// Whether a top key has a value, sound or not, be the key misspelt; an empty list is none.
pub(super) fn is_written(sources: &Sources, record: &Record, name: &str) -> bool {
    if record.misspelt.contains(&name) {
        return true;
    }
    let Some(tree) = tree(sources, record.file) else {
        return false;
    };
    let written = find(&tree, &[Step::Key(name)]);
    written.is_some_and(|node| !matches!(&node.kind, Kind::Sequence(items) if items.is_empty()))
}

/// The place of a record's keys as a whole.
pub(super) fn whole(sources: &Sources, file: FileId) -> Span {
    value_or_above(sources, file, &[])
}

fn find<'n, 's>(node: &'n Node<'s>, path: &[Step<'_>]) -> Option<&'n Node<'s>> {
    let Some((step, rest)) = path.split_first() else {
        return (!node.is_null() && !node.is_blank()).then_some(node);
    };
    let next = match (step, &node.kind) {
        (Step::Key(key), _) => node.get(key)?,
        (Step::Item(index), Kind::Sequence(items)) => items.get(*index)?,
        (Step::Item(0), _) => node,
        (Step::Item(_), _) => return None,
    };
    find(next, rest)
}
