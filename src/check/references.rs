//! References to records, and links to their headings.

use crate::diag::{Diagnostic, Span, Spanned, say};
use crate::load::Record;
use crate::model::Kind;
use crate::text::nearest::nearest;
use crate::text::yaml::Mention;

use super::{Check, Context, Run, Words};

/// How many headings a help proposes.
const HEADINGS: usize = 8;

/// Finds references that lead nowhere, to a draft, or to a missing heading.
pub(super) const CHECK: Check = Check {
    codes: &["dangling-reference", "draft-reference", "broken-anchor"],
    title: Words {
        fr: "Un renvoi ne mène nulle part",
        en: "A reference leads nowhere",
    },
    docs: Words {
        fr: "Trouve les renvois vers une fiche qui n'existe pas, qui est un brouillon, ou vers un intertitre absent.\nUne famille qui suit un tel lien trouve une page manquante.\nÉcrivez le nom d'une fiche qui existe (celui de son fichier, sans extension), ou supprimez le renvoi.",
        en: "Finds references to a record that does not exist or is a draft, or to a missing heading.\nA family that follows such a link finds a missing page.\nWrite the name of a record that exists (that of its file, without extension), or remove the reference.",
    },
    run: &[Run::Record(run), Run::Whole(site)],
};

/// What `guide.yml` and `numeros.yml` name; both are published.
fn site(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    mentions(context, false, &context.catalogue.mentions, faults);
}

fn mentions(
    context: &Context<'_>,
    draft: bool,
    mentions: &[Spanned<Mention>],
    faults: &mut Vec<Diagnostic>,
) {
    for mention in mentions {
        if let Mention::Record { folders, id } = &mention.value
            && !id.is_empty()
        {
            reference(context, draft, folders, id, mention.span, faults);
        }
    }
}

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let draft = record.data.common().is_draft();
    mentions(context, draft, &record.mentions, faults);
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
                    None if target.body.headings.is_empty() => say(
                        "supprimez « # » et ce qui suit",
                        "remove “#” and what follows",
                    ),
                    None => {
                        let ids = target.body.headings.iter().take(HEADINGS);
                        let ids: Vec<String> =
                            ids.map(|heading| format!("#{}", heading.id)).collect();
                        let ids = ids.join(", ");
                        say(
                            format!("les intertitres de cette fiche : {ids}"),
                            format!("the headings of that record: {ids}"),
                        )
                    }
                }),
            );
        }
    }
}

fn reference(
    context: &Context<'_>,
    draft: bool,
    folders: &'static [&'static str],
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
    if target.data.common().is_draft() && !draft {
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

fn dangling(
    context: &Context<'_>,
    folders: &'static [&'static str],
    id: &str,
    span: Span,
) -> Diagnostic {
    let (folder, slug) = id.split_once('/').unwrap_or(("", id));
    let message = say(
        format!("aucune fiche « {id} »"),
        format!("no record “{id}”"),
    );
    let known = context.catalogue.known.keys();
    // The same slug in another folder was most likely meant.
    // « relais/ » is how the site's addresses call « ram/ ».
    let by_address = Kind::ALL
        .iter()
        .find(|kind| kind.address() == folder && kind.folder() != folder)
        .map(|kind| kind.folder());
    let elsewhere = by_address
        .iter()
        .chain(folders)
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
    let look = || {
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
    };
    let near = elsewhere.or_else(|| context.proposal(folders[0], id, look));
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
