//! From a YAML text to a tree with places, within bounds that no input can pass.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::cursor::Cursor;
use super::node::{Entry, Kind, Node, Style};
use super::{brackets, cut, extras, glued, messages};
use crate::diag::{Diagnostic, FileId, Span, say};
use crate::text::hidden;

/// The deepest nesting of lists and mappings.
pub const MAX_DEPTH: usize = 32;
/// The most items in one list, and keys in one mapping.
pub const MAX_ITEMS: usize = 10_000;

/// Parses a stretch of a file; `base` is where it begins in the file, in bytes.
///
/// Gives what could be read, with the faults: a tree beside faults is sound as far as it goes,
/// and none means that nothing could be read. An empty text is an empty mapping.
pub fn parse<'s>(file: FileId, text: &'s str, base: usize) -> (Option<Node<'s>>, Vec<Diagnostic>) {
    let mut builder = Builder {
        text,
        file,
        base,
        cursor: Cursor::default(),
        faults: Vec::new(),
        halted: false,
    };
    let root = builder.run();
    (root, builder.faults)
}

struct Builder<'s> {
    text: &'s str,
    file: FileId,
    base: usize,
    cursor: Cursor,
    faults: Vec<Diagnostic>,
    /// Set at a fault after which nothing can be trusted.
    halted: bool,
}

type Events<'s> = Parser<'s, saphyr_parser::StrInput<'s>>;

impl<'s> Builder<'s> {
    fn run(&mut self) -> Option<Node<'s>> {
        let mut events = Parser::new_from_str(self.text);
        let mut root = None;
        while let Some((event, span)) = self.next(&mut events) {
            match event {
                Event::DocumentStart(_) if root.is_some() => {
                    self.fault_at(
                        span,
                        "several-documents",
                        say(
                            "plusieurs documents YAML dans un fichier",
                            "several YAML documents in one file",
                        ),
                    )
                    .help = Some(say(
                        "gardez-en un seul : supprimez cette ligne et ce qui suit, ou faites-en une autre fiche",
                        "keep one: remove this line and what follows, or make another record of it",
                    ));
                    break;
                }
                Event::StreamStart
                | Event::DocumentStart(_)
                | Event::DocumentEnd
                | Event::Nothing => {}
                Event::StreamEnd => break,
                event => root = Some(self.node(event, span, &mut events, 1)),
            }
        }
        if root.is_none() && !self.halted {
            let span = self.bytes(0, 0);
            root = Some(Node {
                span,
                kind: Kind::Mapping(Vec::new()),
                raw: "",
            });
        }
        root
    }

    fn next(&mut self, events: &mut Events<'s>) -> Option<(Event<'s>, Span)> {
        if self.halted {
            return None;
        }
        match events.next_event()? {
            Ok((event, span)) => {
                let start = self.cursor.byte(self.text, span.start.index());
                let end = self.cursor.byte(self.text, span.end.index());
                Some((event, self.bytes(start, end)))
            }
            Err(error) => {
                self.halted = true;
                let at = self.cursor.byte(self.text, error.marker().index());
                // A bracket that is not closed, or a key that is glued, is seen at a later line: each is told at its own.
                let opened = brackets::left_open(&self.text[..at])
                    .filter(|open| self.text[*open..at].contains('\n'));
                let lost = glued::key_before(self.text, at, error.info());
                let ((message, help), span) = match (opened, lost) {
                    (Some(open), _) => (messages::of_brackets(), open..open + 1),
                    (None, Some(key)) => (messages::of_a_lost_key(), key),
                    (None, None) => (messages::translate(error.info()), at..at),
                };
                let span = self.bytes(span.start, span.end);
                self.faults
                    .push(Diagnostic::error("yaml-syntax", span, message).help(help));
                None
            }
        }
    }

    fn node(
        &mut self,
        event: Event<'s>,
        span: Span,
        events: &mut Events<'s>,
        depth: usize,
    ) -> Node<'s> {
        if depth > MAX_DEPTH {
            self.halted = true;
            let message = say(
                format!("plus de {MAX_DEPTH} niveaux imbriqués"),
                format!("more than {MAX_DEPTH} levels of nesting"),
            );
            self.fault_at(span, "nested-too-deep", message).help = Some(say(
                "une fiche n'en demande que trois ou quatre",
                "a record needs three or four",
            ));
            return Node {
                span,
                kind: Kind::Sequence(Vec::new()),
                raw: "",
            };
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(span, anchor, tag.is_some());
                self.scalar(text, style, span)
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_extras(span, anchor, tag.is_some());
                self.sequence(span, events, depth)
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_extras(span, anchor, tag.is_some());
                self.mapping(span, events, depth)
            }
            Event::Alias(_) => {
                self.faults.push(extras::alias(span));
                Node {
                    span,
                    kind: Kind::Unread,
                    raw: "",
                }
            }
            _ => Node {
                span,
                kind: Kind::Scalar("".into(), Style::Plain),
                raw: "",
            },
        }
    }

    fn scalar(
        &mut self,
        text: std::borrow::Cow<'s, str>,
        style: ScalarStyle,
        span: Span,
    ) -> Node<'s> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        if let Some((_, hidden)) = hidden::find(&text) {
            let here = match self.raw(span).find(hidden) {
                Some(at) => span.within(at, at + hidden.len_utf8()),
                None => span,
            };
            self.faults.push(hidden::told(hidden, here));
        }
        Node {
            span,
            kind: Kind::Scalar(text, style),
            raw: self.raw(span),
        }
    }

    fn sequence(&mut self, start: Span, events: &mut Events<'s>, depth: usize) -> Node<'s> {
        let mut items = Vec::new();
        let mut end = start.end;
        while let Some((event, span)) = self.next(events) {
            if event == Event::SequenceEnd {
                end = end.max(span.end);
                break;
            }
            let item = self.node(event, span, events, depth + 1);
            if items.len() == MAX_ITEMS {
                self.too_many(item.span);
                break;
            }
            end = item.span.end;
            items.push(item);
        }
        let first = items
            .first()
            .map_or(start.start, |item| item.span.start.min(start.start));
        Node {
            span: Span {
                file: self.file,
                start: first,
                end: end.max(first),
            },
            kind: Kind::Sequence(items),
            raw: "",
        }
    }

    fn mapping(&mut self, start: Span, events: &mut Events<'s>, depth: usize) -> Node<'s> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        let mut written: HashMap<std::borrow::Cow<'s, str>, Span> = HashMap::new();
        let mut end = start.end;
        while let Some((event, span)) = self.next(events) {
            if event == Event::MappingEnd {
                end = end.max(span.end);
                break;
            }
            let key = self.node(event, span, events, depth + 1);
            let Some((event, span)) = self.next(events) else {
                break;
            };
            let value = self.node(event, span, events, depth + 1);
            end = value.span.end.max(key.span.end);
            // What could not be read to its end is no value.
            if self.halted {
                break;
            }
            if entries.len() == MAX_ITEMS {
                self.too_many(key.span);
                break;
            }
            if let Some(cut) = cut::text_of(self.text, self.base, entries.last(), &key, &value)
                && let Some(before) = entries.last_mut()
            {
                self.faults
                    .push(cut::told(cut, before.value.span, key.span));
                before.value.kind = Kind::Unread;
                before.value.span.end = key.span.end;
                continue;
            }
            match key.kind {
                Kind::Scalar(text, _) if text == "<<" => {
                    self.faults.push(extras::merge(key.span));
                }
                Kind::Scalar(text, _) => {
                    match written.get(&text) {
                        Some(first) => self.written_twice(&text, key.span, *first),
                        None => {
                            written.insert(text.clone(), key.span);
                        }
                    }
                    entries.push(Entry {
                        key: text,
                        key_span: key.span,
                        value,
                    });
                }
                _ => {
                    self.fault_at(
                        key.span,
                        "yaml-key",
                        say(
                            "une clé doit être un mot, pas une liste",
                            "a key must be a word, not a list",
                        ),
                    )
                    .help = Some(say(
                        "écrivez « clé: valeur » ; un texte qui commence par « { » ou « [ » se met entre guillemets",
                        "write “key: value”; a text that begins with “{” or “[” goes in quotes",
                    ));
                }
            }
        }
        let first = entries
            .first()
            .map_or(start.start, |entry| entry.key_span.start.min(start.start));
        Node {
            span: Span {
                file: self.file,
                start: first,
                end: end.max(first),
            },
            kind: Kind::Mapping(entries),
            raw: "",
        }
    }

    fn written_twice(&mut self, key: &str, span: Span, first: Span) {
        self.faults.push(
            Diagnostic::error(
                "duplicate-key",
                span,
                say(
                    format!("la clé « {key} » est écrite deux fois"),
                    format!("the key “{key}” is written twice"),
                ),
            )
            .help(say("gardez une seule des deux", "keep one of the two"))
            .related(first, say("déjà écrite ici", "first written here")),
        );
    }

    fn refuse_extras(&mut self, span: Span, anchor: usize, tag: bool) {
        if anchor != 0 {
            self.faults.push(extras::anchor(span));
        }
        if tag {
            self.faults.push(extras::tag(span));
        }
    }

    fn too_many(&mut self, span: Span) {
        self.halted = true;
        let message = say(
            format!("plus de {MAX_ITEMS} éléments dans une liste"),
            format!("more than {MAX_ITEMS} items in a list"),
        );
        self.fault_at(span, "list-too-long", message).help = Some(say(
            "faites-en plusieurs fiches",
            "make several records of it",
        ));
    }

    /// What stands at a place of the text that is parsed.
    fn raw(&self, span: Span) -> &'s str {
        let at = |byte: u32| (byte as usize).saturating_sub(self.base);
        self.text
            .get(at(span.start)..at(span.end))
            .unwrap_or_default()
    }

    fn fault_at(
        &mut self,
        span: Span,
        code: &'static str,
        message: crate::diag::Text,
    ) -> &mut Diagnostic {
        self.faults.push(Diagnostic::error(code, span, message));
        // Just pushed.
        self.faults
            .last_mut()
            .expect("a fault was pushed on the line above")
    }

    fn bytes(&self, start: usize, end: usize) -> Span {
        // Texts are at most 1 MiB.
        let at = |byte: usize| u32::try_from(self.base + byte).unwrap_or(u32::MAX);
        Span {
            file: self.file,
            start: at(start),
            end: at(end.max(start)),
        }
    }
}
