//! Places that may never be found: no address, no position, nothing in a text that leads there.

use crate::diag::{Diagnostic, Span, say};
use crate::load::Record;
use crate::model::Data;
use crate::text::nearest::fold;
use crate::text::yaml::{Kind, Node, split_front_matter};

use super::scan::{self, Found};
use super::{Check, Context, Run, Words, place};

/// Finds what tells where something confidential is.
pub(super) const CHECK: Check = Check {
    codes: &["confidential-address", "address-in-text"],
    title: Words {
        fr: "Une adresse confidentielle est écrite",
        en: "A confidential address is written",
    },
    docs: Words {
        fr: "Trouve, dans ce qui est confidentiel, une adresse, un lieu, une position, ou une rue ou un code postal dans un texte.\nQuelqu'un qui fuit des violences peut être retrouvé par une seule ligne.\nSupprimez-la : la page dit que l'adresse est donnée par téléphone. Si le dépôt est public, prévenez l'équipe : l'historique la garde.",
        en: "Finds, in what is confidential, an address, a place, a position, or a street or postal code in a text.\nSomebody who flees violence can be found by a single line.\nRemove it: the page says that the address is given by telephone. If the repository is public, warn the team: its history keeps it.",
    },
    run: &[Run::Record(run)],
};

/// Whether nothing may say where a record is.
pub(super) fn is_confidential(record: &Record) -> bool {
    match &record.data {
        Data::Place(place) => place.is_confidential(),
        data => data.directory().is_some_and(|directory| {
            directory
                .confidential
                .as_ref()
                .is_some_and(|flag| flag.value)
        }),
    }
}

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let confidential = is_confidential(record);
    if !confidential && !all_places_are_confidential(context, record) {
        return;
    }
    if confidential {
        for key in ["adresse", "lieu", "lieux", "geo", "etapes"] {
            if place::is_written(context.sources, record, key) {
                faults.push(told(key, place::key(context.sources, record.file, key)));
            }
        }
        let sessions = record
            .data
            .directory()
            .into_iter()
            .flat_map(|directory| &directory.sessions);
        for place in sessions.filter_map(|session| session.place.as_ref()) {
            faults.push(told("lieu", place.span));
        }
    }
    texts(context, record, faults);
}

fn told(key: &str, span: Span) -> Diagnostic {
    Diagnostic::error(
        "confidential-address",
        span,
        say(
            format!("« {key} » dans une fiche à l'adresse confidentielle"),
            format!("“{key}” in a record whose address is confidential"),
        ),
    )
    .help(say(
        "supprimez cette clé : l'adresse est donnée par téléphone",
        "remove this key: the address is given by telephone",
    ))
}

/// Whether a record takes place in confidential places and nowhere else.
fn all_places_are_confidential(context: &Context<'_>, record: &Record) -> bool {
    let Some(directory) = record.data.directory() else {
        return false;
    };
    let mut places = directory.all_places().peekable();
    directory.address.is_none()
        && places.peek().is_some()
        && places.all(|place| context.record(place.id()).is_some_and(is_confidential))
}

/// Keys whose values are codes or addresses of the web, and the structured ones that are told as such.
const NO_TEXT: &[&str] = &[
    "communes",
    "insee",
    "url",
    "site",
    "lien",
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

fn texts(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let source = context.sources.text(record.file);
    let mut secrets = Vec::new();
    let mut stretches: Vec<Span> = Vec::new();
    if let Some(tree) = place::tree(context.sources, record.file) {
        if let Some(private) = tree.get("prive") {
            collect_addresses(private, &mut secrets);
        }
        collect_texts(&tree, &mut stretches);
    }
    if let Some(parts) = split_front_matter(source)
        .filter(|_| context.sources.file(record.file).name.ends_with(".md"))
    {
        let end = u32::try_from(source.len()).unwrap_or(u32::MAX);
        let start = u32::try_from(parts.body_start).unwrap_or(end);
        stretches.push(Span {
            file: record.file,
            start,
            end,
        });
    }
    for stretch in stretches {
        let text = source
            .get(stretch.start as usize..stretch.end as usize)
            .unwrap_or_default();
        let mut found: Vec<Found> = scan::streets(text);
        found.extend(scan::postal_codes(text));
        for secret in &secrets {
            found.extend(scan::words(text, secret));
        }
        found.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
        let mut lines: Vec<Found> = Vec::new();
        for found in found {
            // A street and its postal code on one line are one slip.
            match lines.last_mut() {
                Some(last) if !text[last.start..found.start].contains('\n') => {
                    last.end = last.end.max(found.end)
                }
                _ => lines.push(found),
            }
        }
        for Found { start, end: last } in lines {
            faults.push(
                Diagnostic::error(
                    "address-in-text",
                    stretch.within(start, last),
                    say(
                        "une adresse dans le texte d'une fiche confidentielle",
                        "an address in the text of a confidential record",
                    ),
                )
                .help(say(
                    "supprimez-la ; écrivez « l'adresse est donnée par téléphone »",
                    "remove it; write “l'adresse est donnée par téléphone”",
                ))
                .masked(),
            );
        }
    }
}

/// The texts of a tree, those of an address under `prive` left out.
fn collect_texts(node: &Node<'_>, texts: &mut Vec<Span>) {
    match &node.kind {
        Kind::Scalar(..) if node.is_null() => {}
        Kind::Scalar(..) => texts.push(node.span),
        Kind::Sequence(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        Kind::Mapping(entries) => {
            for entry in entries
                .iter()
                .filter(|entry| !NO_TEXT.contains(&&*entry.key))
            {
                collect_texts(&entry.value, texts);
            }
        }
    }
}

/// What an address under `prive` says, word by word groups: each is looked for in the texts.
fn collect_addresses(node: &Node<'_>, secrets: &mut Vec<String>) {
    for entry in node.as_mapping().into_iter().flatten() {
        if entry.key.starts_with("adresse") || matches!(&*entry.key, "lieu" | "voie") {
            collect_leaves(&entry.value, secrets);
        } else {
            collect_addresses(&entry.value, secrets);
        }
    }
}

fn collect_leaves(node: &Node<'_>, secrets: &mut Vec<String>) {
    match &node.kind {
        Kind::Scalar(text, _) => {
            // « 3 rue des Lilas, 67500 Haguenau » must not stand in a text in part either.
            for part in std::iter::once(&**text).chain(text.split([',', ';', '\n'])) {
                if fold(part).chars().filter(|c| c.is_alphanumeric()).count() >= 6 {
                    secrets.push(part.trim().to_owned());
                }
            }
        }
        Kind::Sequence(items) => items.iter().for_each(|item| collect_leaves(item, secrets)),
        Kind::Mapping(entries) => {
            for entry in entries
                .iter()
                .filter(|entry| !matches!(&*entry.key, "commune" | "insee"))
            {
                collect_leaves(&entry.value, secrets);
            }
        }
    }
}
