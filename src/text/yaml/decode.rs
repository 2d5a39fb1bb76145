//! From nodes to values: every fault of a value is told, and what is sound of it is kept.

use crate::diag::{Diagnostic, Level, Span, Spanned, Text, say};

use crate::text::nearest::nearest;

use super::node::{Kind, Node};

/// Something that a value names elsewhere, to be looked up once everything is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention {
    /// A code of a list of the vocabulary.
    Term {
        /// The list's name, such as `themes`.
        list: &'static str,
        /// The code as written.
        code: Box<str>,
    },
    /// Another record: its slug, or `kind/slug`.
    Record {
        /// The folders in which it may stand.
        folders: &'static [&'static str],
        /// The reference as written.
        id: Box<str>,
    },
    /// A file of the content.
    File {
        /// Its path as written.
        path: Box<str>,
        /// Whether it must be an image.
        image: bool,
    },
}

/// What decoding a file gathers beside its values: faults, and what the values name elsewhere.
#[derive(Debug, Default)]
pub struct Decoder {
    /// The faults found so far.
    pub faults: Vec<Diagnostic>,
    /// What was named so far, with the place of each name; complete even where a record is faulty.
    pub mentions: Vec<Spanned<Mention>>,
    /// The keys that misspelt ones most likely mean, with the place of their mapping: they are not missing.
    pub misspelt: Vec<Spanned<&'static str>>,
}

impl Decoder {
    /// Adds a fault.
    pub fn fault(&mut self, diagnostic: Diagnostic) {
        self.faults.push(diagnostic);
    }

    /// Adds an error with a help.
    pub fn error(&mut self, code: &'static str, span: Span, message: Text, help: Text) {
        self.fault(Diagnostic::error(code, span, message).help(help));
    }

    /// Whether an error was told within a stretch: what seems to be missing there may stand there, faulty.
    pub fn has_error_within(&self, span: Span) -> bool {
        let is_within = |fault: &Diagnostic| {
            fault.level == Level::Error
                && fault.span.file == span.file
                && span.start <= fault.span.start
                && fault.span.end <= span.end
        };
        self.faults.iter().any(is_within)
    }

    /// Notes that an unknown key of a mapping most likely means a known one.
    ///
    /// That this one is missing there is no second fault: what was told of the mapping and names it is taken back.
    pub fn misspell(&mut self, meant: &'static str, mapping: Span) {
        let named = format!("« {meant} »");
        self.faults.retain(|fault| {
            let is_absence = fault.span == mapping
                && fault
                    .message
                    .get(crate::diag::Language::French)
                    .contains(&named);
            !is_absence
        });
        self.misspelt.push(Spanned::new(meant, mapping));
    }

    /// Notes that a value names something elsewhere.
    pub fn mention(&mut self, mention: Mention, span: Span) {
        self.mentions.push(Spanned::new(mention, span));
    }

    /// Says that a value is of the wrong type; `expected` is a noun phrase, `example` how it is written.
    pub fn wrong_type(&mut self, node: &Node<'_>, expected: Text, example: &str) {
        let (fr, en) = match &node.kind {
            Kind::Unread => return,
            Kind::Scalar(..) if node.is_null() => ("rien", "nothing"),
            Kind::Scalar(..) => ("un texte simple", "a simple text"),
            Kind::Sequence(_) => ("une liste", "a list"),
            Kind::Mapping(_) => ("des clés et des valeurs", "keys and values"),
        };
        use crate::diag::Language::{English, French};
        let agreed = match expected.get(French) {
            feminine if feminine.starts_with("une ") => "attendue",
            _ => "attendu",
        };
        let message = say(
            format!("{} est {agreed} ici, pas {fr}", expected.get(French)),
            format!("{} is expected here, not {en}", expected.get(English)),
        );
        let help = say(
            format!("écrivez par exemple {example}"),
            format!("write for example {example}"),
        );
        self.error("wrong-type", node.span, message, help);
    }

    /// Says that a closed list has no such value, with the nearest that it has and all the others.
    pub fn unknown_value(&mut self, text: &str, codes: &[&'static str], node: &Node<'_>) {
        let all = codes.join(", ");
        let help = match nearest(text, codes.iter().copied()) {
            Some(near) => say(
                format!("vouliez-vous dire « {near} » ? Les valeurs possibles : {all}"),
                format!("did you mean “{near}”? The values allowed: {all}"),
            ),
            None => say(
                format!("les valeurs possibles : {all}"),
                format!("the values allowed: {all}"),
            ),
        };
        let message = say(
            format!("valeur inconnue « {text} »"),
            format!("unknown value “{text}”"),
        );
        self.error("unknown-value", node.span, message, help);
    }

    /// The text of a scalar, or a fault.
    pub fn text<'n>(
        &mut self,
        node: &'n Node<'_>,
        expected: Text,
        example: &str,
    ) -> Option<&'n str> {
        let text = node.as_text();
        if text.is_none() {
            self.wrong_type(node, expected, example);
        }
        text
    }
}

/// A value that can be read from one node.
pub trait Decode: Sized {
    /// Reads the value; `None` where a fault was told.
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self>;

    /// What stands for a faulty required value, so that the rest of a record is still checked.
    ///
    /// It is never published: a fault was told.
    fn fallback() -> Option<Self> {
        None
    }

    /// [`fallback`](Decode::fallback) for what should stand at a place.
    fn fallback_at(_span: Span) -> Option<Self> {
        Self::fallback()
    }
}

/// A value of a key: required, optional (`Option`) or a list (`Vec`, where one value stands for a list of one).
pub trait Field: Sized {
    /// Whether the key must be there.
    const REQUIRED: bool;

    /// What stands for a key that is not there, in a mapping that is.
    fn absent(span: Span) -> Option<Self>;

    /// Reads what is there; `None` where nothing can stand for it.
    fn present(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self>;
}

impl<T: Decode> Field for T {
    const REQUIRED: bool = true;

    fn absent(span: Span) -> Option<Self> {
        T::fallback_at(span)
    }

    fn present(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        T::decode(node, decoder).or_else(|| T::fallback_at(node.span))
    }
}

impl<T: Decode> Field for Option<T> {
    const REQUIRED: bool = false;

    fn absent(_: Span) -> Option<Self> {
        Some(None)
    }

    fn present(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        Some(T::decode(node, decoder))
    }
}

impl<T: Decode> Field for Vec<T> {
    const REQUIRED: bool = false;

    fn absent(_: Span) -> Option<Self> {
        Some(Vec::new())
    }

    fn present(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        Some(match &node.kind {
            Kind::Sequence(items) => {
                // A list grown item by item takes room for four at least, in each of many thousand records.
                let mut all = Vec::with_capacity(items.len());
                all.extend(items.iter().filter_map(|item| T::decode(item, decoder)));
                all
            }
            _ => T::decode(node, decoder).into_iter().collect(),
        })
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        T::decode(node, decoder).map(|value| Spanned::new(value, node.span))
    }

    fn fallback_at(span: Span) -> Option<Self> {
        T::fallback_at(span).map(|value| Spanned::new(value, span))
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        T::decode(node, decoder).map(Box::new)
    }

    fn fallback() -> Option<Self> {
        T::fallback().map(Box::new)
    }

    fn fallback_at(span: Span) -> Option<Self> {
        T::fallback_at(span).map(Box::new)
    }
}
