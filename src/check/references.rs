//! References to records, and links to their headings.

use crate::diag::{Diagnostic, Span, say};
use crate::load::Record;
use crate::text::nearest::nearest;
use crate::text::yaml::Mention;

use super::{Check, Context, Run};

/// Finds references that lead nowhere, to a draft, or to a missing heading.
///
/// A family that follows such a link finds a missing page: name a record that exists, or remove the link.
pub(super) const CHECK: Check = Check {
    codes: &["dangling-reference", "draft-reference", "broken-anchor"],
    run: Run::Record(run),
};

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    for mention in &record.mentions {
        if let Mention::Record { folders, id } = &mention.value
            && !id.is_empty()
        {
            reference(context, record, folders, id, mention.span, faults);
        }
    }
    for link in &record.body.links {
        if let Some(anchor) = &link.anchor
            && let Some(target) = context.record(&link.record)
            && !target
                .body
                .headings
                .iter()
                .any(|heading| heading.id == *anchor)
        {
            let near = nearest(
                anchor,
                target.body.headings.iter().map(|heading| &*heading.id),
            );
            faults.push(
                Diagnostic::error(
                    "broken-anchor",
                    link.span,
                    say(
                        format!("« {} » n'a pas d'intertitre « #{anchor} »", link.record),
                        format!("“{}” has no heading “#{anchor}”", link.record),
                    ),
                )
                .help(match near {
                    Some(near) => say(
                        format!("vouliez-vous dire « #{near} » ?"),
                        format!("did you mean “#{near}”?"),
                    ),
                    None => say(
                        "supprimez « # » et ce qui suit",
                        "remove “#” and what follows",
                    ),
                }),
            );
        }
    }
}

fn reference(
    context: &Context<'_>,
    record: &Record,
    folders: &[&str],
    id: &str,
    span: Span,
    faults: &mut Vec<Diagnostic>,
) {
    let folder = id.split_once('/').map_or("", |(folder, _)| folder);
    if !folders.contains(&folder) || !context.is_known(id) {
        faults.push(dangling(context, folders, id, span));
        return;
    }
    let Some(target) = context.record(id) else {
        return;
    };
    if target.data.common().is_draft() && !record.data.common().is_draft() {
        faults.push(
            Diagnostic::error(
                "draft-reference",
                span,
                say(
                    format!("« {id} » est un brouillon, qui n'est pas publié"),
                    format!("“{id}” is a draft, which is not published"),
                ),
            )
            .help(say(
                "publiez-le (supprimez « brouillon: true »), ou supprimez ce renvoi",
                "publish it (remove “brouillon: true”), or remove this reference",
            ))
            .related(Span::file(target.file), say("le brouillon", "the draft")),
        );
    }
}

fn dangling(context: &Context<'_>, folders: &[&str], id: &str, span: Span) -> Diagnostic {
    let (folder, slug) = id.split_once('/').unwrap_or(("", id));
    let message = say(
        format!("aucune fiche « {id} »"),
        format!("no record “{id}”"),
    );
    let known = context.catalogue.known.keys();
    // The same slug in another folder was most likely meant.
    let elsewhere = folders
        .iter()
        .map(|folder| format!("{folder}/{slug}"))
        .find(|id| context.is_known(id));
    let single = folders.len() == 1;
    let shown = |id: &str| {
        if single {
            id.split_once('/').map_or(id, |(_, slug)| slug).to_owned()
        } else {
            id.to_owned()
        }
    };
    let near = elsewhere.or_else(|| {
        let mut ids: Vec<&str> = known
            .map(|id| &**id)
            .filter(|id| {
                folders
                    .iter()
                    .any(|folder| id.starts_with(&format!("{folder}/")))
            })
            .collect();
        ids.sort_unstable();
        nearest(id, ids.iter().copied())
            .or_else(|| nearest(&format!("{}/{slug}", folders[0]), ids))
            .map(str::to_owned)
    });
    let help = match near {
        Some(near) => say(
            format!("vouliez-vous dire « {} » ?", shown(&near)),
            format!("did you mean “{}”?", shown(&near)),
        ),
        None if !folders.contains(&folder) => {
            let all = folders.join("/…, ");
            say(
                format!("écrivez le dossier et le nom de la fiche : {all}/…"),
                format!("write the folder and the name of the record: {all}/…"),
            )
        }
        None => say(
            format!("créez content/{id}.md, ou corrigez le nom"),
            format!("create content/{id}.md, or correct the name"),
        ),
    };
    Diagnostic::error("dangling-reference", span, message).help(help)
}
