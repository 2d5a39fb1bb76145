//! Lines, columns and excerpts for many diagnostics at once.

use std::collections::HashMap;
use std::ops::Range;

use super::visible::stand_in;
use crate::diag::{FileId, Locate, Position, Report, Span};

/// How many characters of a line are shown before and after what a caret is under.
const BEFORE: usize = 48;
const WITHIN: usize = 96;
const AFTER: usize = 48;
/// A caret that stands further in its line, in bytes, has the line cut before it.
const UNCUT: usize = 2_000;

/// The lines of every file of a report, each file looked through once.
pub(super) struct Places<'l> {
    locate: &'l dyn Locate,
    files: HashMap<FileId, Lines<'l>>,
    masked: std::rc::Rc<HashMap<FileId, Vec<Range<usize>>>>,
}

struct Lines<'l> {
    name: &'l str,
    text: &'l str,
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// The last byte that was asked for on a line, with its column: neighbours on a long line are near.
    last: (usize, usize),
}

/// One line of a file as it is shown.
pub(super) struct Excerpt {
    /// Its number, from 1.
    pub(super) line: usize,
    /// Its text, cut where it is long, masked where it is private.
    pub(super) text: String,
    /// What the caret stands under, in bytes of that text.
    pub(super) marked: Range<usize>,
    /// Whether the line's beginning is left out, so that columns can't be counted on it.
    pub(super) is_cut: bool,
}

impl<'l> Places<'l> {
    pub(super) fn new(report: &Report, locate: &'l dyn Locate) -> Places<'l> {
        let mut masked: HashMap<FileId, Vec<Range<usize>>> = HashMap::new();
        for diagnostic in report
            .diagnostics()
            .iter()
            .filter(|diagnostic| diagnostic.masked)
        {
            for span in diagnostic.spans() {
                masked
                    .entry(span.file)
                    .or_default()
                    .push(span.start as usize..span.end as usize);
            }
        }
        Places {
            locate,
            files: HashMap::new(),
            masked: masked.into(),
        }
    }

    /// The name of a file.
    pub(super) fn name(&mut self, file: FileId) -> &'l str {
        self.lines(file).name
    }

    /// Where a stretch begins and ends.
    pub(super) fn positions(&mut self, span: Span) -> (Position, Position) {
        let lines = self.lines(span.file);
        (
            lines.position(span.start as usize),
            lines.position(span.end as usize),
        )
    }

    /// The first line of a stretch; none where the file has no text.
    pub(super) fn excerpt(&mut self, span: Span) -> Option<Excerpt> {
        let all_masked = self.masked.clone();
        let masked = all_masked.get(&span.file).map(|ranges| &**ranges);
        let lines = self.lines(span.file);
        if lines.text.is_empty() {
            return None;
        }
        let line = lines.position(span.start as usize).line;
        let start = lines.starts[line - 1];
        let whole = &lines.text[start..];
        let whole = match whole.find('\n') {
            Some(end) => whole[..end].strip_suffix('\r').unwrap_or(&whole[..end]),
            None => whole,
        };
        let from = lines
            .text
            .floor_char_boundary((span.start as usize).min(start + whole.len()));
        let to = lines
            .text
            .floor_char_boundary((span.end as usize).clamp(from, start + whole.len()));
        let here = start..start + whole.len();
        let masked: Vec<_> = masked
            .unwrap_or_default()
            .iter()
            .filter(|range| range.start < here.end && range.end > here.start)
            .cloned()
            .collect();
        Some(cut(whole, start, from..to, line, &masked))
    }

    fn lines(&mut self, file: FileId) -> &mut Lines<'l> {
        let locate = self.locate;
        self.files.entry(file).or_insert_with(|| {
            let (name, text) = locate.locate(file);
            let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
            let starts = std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect();
            Lines {
                name,
                text,
                starts,
                last: (0, 1),
            }
        })
    }
}

impl Lines<'_> {
    fn position(&mut self, byte: usize) -> Position {
        let mut byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        // Both bytes of « CR LF » are the one end of their line.
        if self.text[..byte].ends_with('\r') && self.text[byte..].starts_with('\n') {
            byte -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        let (known, column) = if (start..=byte).contains(&self.last.0) {
            self.last
        } else {
            (start, 1)
        };
        let between = self.text[known..byte].chars();
        let column = column + between.filter(|&c| c != '\u{feff}').count();
        self.last = (byte, column);
        Position { line, column }
    }
}

/// Cuts a line around what is marked; `start` is where it begins in its file, `marked` and `masked` are of the file.
fn cut(
    line: &str,
    start: usize,
    marked: Range<usize>,
    number: usize,
    masked: &[Range<usize>],
) -> Excerpt {
    let (from, to) = (marked.start - start, marked.end - start);
    let ahead = |at: usize, count: usize| {
        line[at..]
            .char_indices()
            .nth(count)
            .map_or(line.len(), |(byte, _)| at + byte)
    };
    let back = line[..from].char_indices().rev().take(BEFORE).last();
    let first = match back {
        Some((byte, _)) if from > UNCUT => byte,
        _ => 0,
    };
    let to = to.min(ahead(from, WITHIN));
    let last = ahead(to, AFTER);
    let mut text = String::with_capacity(last - first + 8);
    if first > 0 {
        text.push('…');
    }
    let (mut mark_start, mut mark_end) = (None, None);
    for (at, c) in line[first..last].char_indices() {
        let at = first + at;
        if at >= from {
            mark_start.get_or_insert(text.len());
        }
        if at >= to {
            mark_end.get_or_insert(text.len());
        }
        let hidden = masked.iter().any(|range| range.contains(&(start + at)));
        match c {
            '\u{feff}' => {}
            c if hidden && !c.is_whitespace() => text.push('•'),
            '\t' => text.push(c),
            c => text.push(stand_in(c)),
        }
    }
    let end = text.len();
    if last < line.len() {
        text.push('…');
    }
    let mark_start = mark_start.unwrap_or(end);
    Excerpt {
        line: number,
        marked: mark_start..mark_end.unwrap_or(end).max(mark_start),
        text,
        is_cut: first > 0,
    }
}
