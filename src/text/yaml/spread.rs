//! Where each part of a scalar's text stands in its file, whatever quotes, folds and indentation did to it.

use crate::diag::Span;

use super::node::{Kind, Node, Style};

/// The places of a scalar's text, found once and asked for often.
#[derive(Debug)]
pub struct Spread<'s> {
    span: Span,
    /// The written form.
    raw: &'s str,
    /// From which byte of the text on, which byte of the written form: sorted; empty where they can't be told.
    stretches: Vec<(usize, usize)>,
}

impl<'s> Spread<'s> {
    /// Compares a text with its written form.
    ///
    /// Both hold the same characters in the same order, blanks aside, unless an escape was undone:
    /// then, and from there on, the whole value stands for any part of it.
    pub(super) fn of(node: &Node<'s>) -> Spread<'s> {
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        if let Kind::Scalar(text, style) = &node.kind {
            let opening = usize::from(*style == Style::Quoted);
            let mut written = node
                .raw
                .char_indices()
                .skip(opening)
                .filter(|(_, c)| !c.is_whitespace());
            let mut shift = None;
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                match written.next() {
                    Some((place, same)) if same == c => {
                        let now = place as isize - at as isize;
                        if shift != Some(now) {
                            stretches.push((at, place));
                            shift = Some(now);
                        }
                    }
                    _ => {
                        stretches.push((at, usize::MAX));
                        break;
                    }
                }
            }
        }
        Spread {
            span: node.span,
            raw: node.raw,
            stretches,
        }
    }

    /// The place of a stretch of the text, in bytes of that text.
    pub fn within(&self, start: usize, end: usize) -> Span {
        let Some(first) = self.find(start) else {
            return self.span;
        };
        let last = match end.checked_sub(1).filter(|last| *last >= start) {
            Some(last) => self.find(last).map(|last| last + 1),
            None => Some(first),
        };
        // Blanks are not compared: one of several bytes may have been written otherwise.
        let first = self.raw.floor_char_boundary(first);
        let last = self
            .raw
            .ceil_char_boundary(last.unwrap_or(first).max(first));
        self.span.within(first, last)
    }

    fn find(&self, at: usize) -> Option<usize> {
        let after = self.stretches.partition_point(|(text, _)| *text <= at);
        let (text, written) = *self
            .stretches
            .get(after.checked_sub(1)?)
            .filter(|(_, written)| *written != usize::MAX)?;
        Some(written + (at - text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::diag::FileId;

    #[test]
    fn parts_are_found_in_blocks_folds_and_quotes() {
        for (yaml, part) in [
            ("a: |\n  un\n  été deux\n  trois\n", "deux"),
            ("a: >\n  un\n  été\n\n  deux\n", "deux"),
            ("a: \"un é\n  deux\"", "deux"),
            ("a: 'un deux'", "deux"),
            ("a: un\n  deux trois", "deux"),
            ("a: |\r\n  un\r\n  deux\r\n", "deux"),
        ] {
            let (tree, faults) = parse(FileId(0), yaml, 0);
            assert_eq!(faults, []);
            let tree = tree.unwrap();
            let node = tree.get("a").unwrap();
            let at = node.as_text().unwrap().find(part).unwrap();
            let span = node.within(at, at + part.len());
            assert_eq!(
                &yaml[span.start as usize..span.end as usize],
                part,
                "{yaml}"
            );
        }
    }
}
