//! Rules between blocks: heading levels and ids.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{Event, Tag};

use crate::diag::{Diagnostic, Span, Text, say};
use crate::text::hidden;
use crate::text::nearest::{fold, nearest};

use super::Heading;

/// The deepest nesting of quotes, lists, links and the like: as of YAML.
const MAX_DEPTH: usize = 32;

/// Tells a heading whose level is not the next.
pub(super) fn check_level(
    level: u8,
    headings: &[Heading],
    span: Span,
    faults: &mut Vec<Diagnostic>,
) {
    let last = headings.last().map_or(1, |heading| heading.level);
    if level == 1 {
        faults.push(
            Diagnostic::error(
                "heading-order",
                span,
                say(
                    "un titre « # » : c'est celui de la fiche, déjà affiché",
                    "a “#” heading: that is the record's title, shown already",
                ),
            )
            .help(say(
                "commencez les intertitres à « ## »",
                "begin headings at “##”",
            )),
        );
    } else if level > last + 1 {
        let (right, wrong) = (
            "#".repeat(usize::from(last) + 1),
            "#".repeat(usize::from(level)),
        );
        faults.push(
            Diagnostic::error(
                "heading-order",
                span,
                say(
                    format!("« {wrong} » saute un niveau d'intertitre"),
                    format!("“{wrong}” skips a level of headings"),
                ),
            )
            .help(say(
                format!("écrivez « {right} »"),
                format!("write “{right}”"),
            )),
        );
    }
}

/// The ids of a text's headings.
#[derive(Default)]
pub(super) struct Ids {
    taken: HashMap<Box<str>, Span>,
    /// The number that the next heading of the same words gets.
    next: HashMap<String, usize>,
}

impl Ids {
    /// The id of a heading: the one that was written, else one made of its words, unlike the others.
    pub(super) fn add(
        &mut self,
        written: Option<&str>,
        text: &str,
        span: Span,
        faults: &mut Vec<Diagnostic>,
    ) -> Box<str> {
        let id = match written {
            Some(written) => {
                self.tell_twin(written, span, faults);
                slug(written)
            }
            None => self.free(slug(text)),
        };
        self.taken.entry(id.as_str().into()).or_insert(span);
        id.into()
    }

    fn tell_twin(&self, written: &str, span: Span, faults: &mut Vec<Diagnostic>) {
        let Some(first) = self.taken.get(written) else {
            return;
        };
        faults.push(
            Diagnostic::error(
                "duplicate-anchor",
                span,
                say(
                    format!("l'ancre « {written} » sert deux fois"),
                    format!("the anchor “{written}” is used twice"),
                ),
            )
            .help(say("donnez-lui un autre nom", "give it another name"))
            .related(*first, say("déjà ici", "first here")),
        );
    }

    fn free(&mut self, base: String) -> String {
        let mut id = base.clone();
        while self.taken.contains_key(id.as_str()) {
            let number = self.next.entry(base.clone()).or_insert(2);
            id = format!("{base}-{number}");
            *number += 1;
        }
        id
    }
}

/// Tells links to headings that are not there.
pub(super) fn check_anchors(
    anchors: &[(Box<str>, Span)],
    headings: &[Heading],
    faults: &mut Vec<Diagnostic>,
) {
    let ids: HashSet<&str> = headings.iter().map(|heading| &*heading.id).collect();
    for (anchor, span) in anchors {
        if ids.contains(&**anchor) {
            continue;
        }
        let near = nearest(anchor, headings.iter().map(|heading| &*heading.id));
        let help = match near {
            Some(near) => say(
                format!("vouliez-vous dire « #{near} » ?"),
                format!("did you mean “#{near}”?"),
            ),
            None => say(
                "l'ancre d'un intertitre est son texte, sans accents, avec des tirets",
                "a heading's anchor is its text, without accents, with dashes",
            ),
        };
        faults.push(
            Diagnostic::error(
                "broken-anchor",
                *span,
                say(
                    format!("aucun intertitre « #{anchor} » dans ce texte"),
                    format!("no heading “#{anchor}” in this text"),
                ),
            )
            .help(help),
        );
    }
}

/// How many quotes, lists, links… are open.
#[derive(Default)]
pub(super) struct Depth(usize);

impl Depth {
    /// Counts what opens and closes; false once it nests deeper than anyone reads.
    pub(super) fn is_within(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(_) => self.0 += 1,
            Event::End(_) => self.0 = self.0.saturating_sub(1),
            _ => {}
        }
        self.0 <= MAX_DEPTH
    }
}

/// Tells a character that is not seen and was written by its number: « &#x202e; ».
///
/// One that stands in the text as it is was told where the file was read.
pub(super) fn hidden(event: &Event<'_>, written: &str, span: Span) -> Option<Diagnostic> {
    let shown = match event {
        Event::Text(shown) => shown,
        Event::Start(Tag::Link { dest_url, .. }) => dest_url,
        _ => return None,
    };
    let (_, hidden) = hidden::find(shown)?;
    (!written.contains(hidden)).then(|| hidden::told(hidden, span))
}

/// Tells quotes within quotes, lists within lists… beyond all reason.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(
        "nested-too-deep",
        span,
        say(
            format!("plus de {MAX_DEPTH} niveaux imbriqués"),
            format!("more than {MAX_DEPTH} levels of nesting"),
        ),
    )
    .help(say(
        "un texte n'en demande que trois ou quatre",
        "a text needs three or four",
    ))
}

/// Tells a link or heading that a screen reader would have nothing to say for.
pub(super) fn without_words(span: Span, message: Text, example: &str) -> Diagnostic {
    Diagnostic::error("missing-words", span, message).help(say(
        format!("écrivez par exemple {example}, ou supprimez-le"),
        format!("write for example {example}, or remove it"),
    ))
}

fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "section".to_owned()
    } else {
        slug.to_owned()
    }
}
