//! Rules between blocks: heading levels and ids.

use crate::diag::{Diagnostic, Span, say};
use crate::text::nearest::{fold, nearest};

use super::Heading;

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

/// The id of a heading: the one that was written, else one made of its words, unlike the others.
pub(super) fn id(
    written: Option<&str>,
    text: &str,
    headings: &[Heading],
    span: Span,
    faults: &mut Vec<Diagnostic>,
) -> Box<str> {
    if let Some(written) = written {
        if let Some(first) = headings.iter().find(|heading| &*heading.id == written) {
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
                .related(first.span, say("déjà ici", "first here")),
            );
        }
        return slug(written).into();
    }
    let base = slug(text);
    let taken = |id: &str| headings.iter().any(|heading| &*heading.id == id);
    let mut id = base.clone();
    let mut number = 2;
    while taken(&id) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id.into()
}

/// Tells links to headings that are not there.
pub(super) fn check_anchors(
    anchors: &[(Box<str>, Span)],
    headings: &[Heading],
    faults: &mut Vec<Diagnostic>,
) {
    for (anchor, span) in anchors {
        if headings.iter().any(|heading| heading.id == *anchor) {
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
