//! What each file of `content/` is, by its place and name.

use crate::diag::{Diagnostic, FileId, Report, Span, say};
use crate::model::Kind;
use crate::model::values::Slug;
use crate::source::Sources;
use crate::text::nearest::nearest;

/// The files of `content/`, by what they are.
#[derive(Debug, Default)]
pub struct Class {
    /// `guide.yml`.
    pub guide: Option<FileId>,
    /// `vocabulaire.yml`.
    pub vocabulary: Option<FileId>,
    /// `numeros.yml`.
    pub numbers: Option<FileId>,
    /// The records, by kind and slug.
    pub records: Vec<Found>,
    /// Everything else that a record may name.
    pub assets: Vec<FileId>,
}

/// A file that stands for a record.
#[derive(Debug)]
pub struct Found {
    /// The file.
    pub file: FileId,
    /// The kind of the folder.
    pub kind: Kind,
    /// The slug; of an article, its path without extension.
    pub slug: Box<str>,
}

/// The folder of pictures and documents.
const MEDIA: &str = "medias";

pub(super) fn classify(sources: &Sources, report: &mut Report) -> Class {
    let mut class = Class::default();
    // Files come sorted by name, so that those of one folder are neighbours.
    let mut unknown_folder = None;
    for (file, name) in sources.under("content/") {
        let path = &name["content/".len()..];
        match path.split_once('/') {
            None => at_root(file, path, &mut class, report),
            Some((MEDIA, _)) => class.assets.push(file),
            Some((folder, rest)) => match Kind::of_folder(folder) {
                Some(kind) => in_kind(file, kind, rest, &mut class, report),
                None if unknown_folder == Some(folder) => {}
                None => {
                    unknown_folder = Some(folder);
                    tell_unknown_folder(file, folder, report);
                }
            },
        }
    }
    tell_twins(&class.records, sources, report);
    class
}

fn at_root(file: FileId, path: &str, class: &mut Class, report: &mut Report) {
    match path {
        "guide.yml" => class.guide = Some(file),
        "vocabulaire.yml" => class.vocabulary = Some(file),
        "numeros.yml" => class.numbers = Some(file),
        _ => {
            let names = ["guide.yml", "vocabulaire.yml", "numeros.yml"];
            let help = match nearest(path, names) {
                Some(near) => say(
                    format!("vouliez-vous dire « {near} » ?"),
                    format!("did you mean “{near}”?"),
                ),
                None => say(
                    "une fiche va dans le dossier de sa sorte (actions/, laep/…), une image dans medias/",
                    "a record goes into the folder of its kind (actions/, laep/…), an image into medias/",
                ),
            };
            report.push(
                Diagnostic::error(
                    "misplaced-file",
                    Span::file(file),
                    say(
                        format!("« {path} » n'a pas sa place ici"),
                        format!("“{path}” does not belong here"),
                    ),
                )
                .help(help),
            );
        }
    }
}

fn in_kind(file: FileId, kind: Kind, rest: &str, class: &mut Class, report: &mut Report) {
    let (stem, ending) = rest.rsplit_once('.').unwrap_or((rest, ""));
    match ending {
        "yaml" => report.push(
            Diagnostic::error(
                "yaml-ending",
                Span::file(file),
                say("extension « .yaml »", "the ending “.yaml”"),
            )
            .help(say(
                format!("renommez le fichier en « {stem}.yml »"),
                format!("rename the file “{stem}.yml”"),
            )),
        ),
        "md" | "yml" => {
            if stem.contains('/') && kind != Kind::Article {
                report.push(
                    Diagnostic::error(
                        "sub-folder",
                        Span::file(file),
                        say(
                            format!("pas de sous-dossier dans {}/", kind.folder()),
                            format!("no sub-folder in {}/", kind.folder()),
                        ),
                    )
                    .help(say(
                        format!("déplacez le fichier dans {}/", kind.folder()),
                        format!("move the file into {}/", kind.folder()),
                    )),
                );
                return;
            }
            if !stem.split('/').all(|part| Slug::new(part).is_some()) {
                let proposal = stem
                    .split('/')
                    .map(Slug::proposed)
                    .collect::<Vec<_>>()
                    .join("/");
                report.push(
                    Diagnostic::error("bad-file-name", Span::file(file), say(format!("« {rest} » ne peut pas être le nom d'une fiche"), format!("“{rest}” can't be a record's name")))
                        .help(say(
                            format!("n'utilisez que des lettres sans accent, des chiffres et des tirets : « {proposal}.{ending} »"),
                            format!("use only letters without accents, digits and dashes: “{proposal}.{ending}”"),
                        )),
                );
                return;
            }
            class.records.push(Found {
                file,
                kind,
                slug: stem.into(),
            });
        }
        _ => class.assets.push(file),
    }
}

fn tell_unknown_folder(file: FileId, folder: &str, report: &mut Report) {
    let folders = Kind::ALL.iter().map(|kind| kind.folder()).chain([MEDIA]);
    let help = match nearest(folder, folders.clone()) {
        Some(near) => say(
            format!("vouliez-vous dire « {near}/ » ?"),
            format!("did you mean “{near}/”?"),
        ),
        None => {
            let all = folders.collect::<Vec<_>>().join("/, ");
            say(
                format!("les dossiers possibles : {all}/"),
                format!("the folders allowed: {all}/"),
            )
        }
    };
    report.push(
        Diagnostic::error(
            "unknown-folder",
            Span::file(file),
            say(
                format!("dossier inconnu « {folder}/ »"),
                format!("unknown folder “{folder}/”"),
            ),
        )
        .help(help),
    );
}

/// Tells records that two files stand for: `x.md` and `x.yml`.
fn tell_twins(records: &[Found], sources: &Sources, report: &mut Report) {
    // Files come sorted by name, so that twins are neighbours.
    for pair in records.windows(2) {
        if pair[0].kind == pair[1].kind && pair[0].slug == pair[1].slug {
            let other = &sources.file(pair[0].file).name;
            report.push(
                Diagnostic::error(
                    "duplicate-slug",
                    Span::file(pair[1].file),
                    say(
                        format!("la fiche « {} » existe deux fois", pair[1].slug),
                        format!("the record “{}” stands twice", pair[1].slug),
                    ),
                )
                .help(say(
                    format!("gardez ce fichier ou {other}, pas les deux"),
                    format!("keep this file or {other}, not both"),
                ))
                .related(
                    Span::file(pair[0].file),
                    say("l'autre fichier", "the other file"),
                ),
            );
        }
    }
}
