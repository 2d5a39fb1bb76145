//! Files that records name, and files that no record names.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use crate::diag::{Diagnostic, FileId, Span, Spanned, Text, say};
use crate::load::assets;
use crate::source::Sources;
use crate::text::nearest::nearest;
use crate::text::yaml::Mention;

use super::image::{self, Verdict};
use super::{Check, Context, Run, Words};

/// Finds files that are missing, elsewhere, not what they say, or of no use.
pub(super) const CHECK: Check = Check {
    codes: &[
        "missing-file",
        "file-case",
        "file-out-of-content",
        "wrong-image-type",
        "broken-image",
        "unsafe-svg",
        "image-metadata",
        "image-position",
        "stray-file",
    ],
    title: Words {
        fr: "Un fichier manque, n'est pas ce qu'il dit, ou ne sert à rien",
        en: "A file is missing, is not what it says, or is of no use",
    },
    docs: Words {
        fr: "Trouve les fichiers nommés qui n'existent pas (ou dans une autre casse), qui sortent de content/, les images qui n'en sont pas ou sont abîmées, les SVG avec script ou renvoi ailleurs, les photos qui disent où elles ont été prises (la position et toute autre métadonnée sont retirées des JPEG, PNG et WebP à la publication ; une AVIF qui en contient est refusée), et les fichiers qu'aucune fiche ne nomme.\nUne image cassée ou un document absent ôte à une famille ce qu'elle venait chercher ; une photo ne doit pas dire où vit un enfant.\nPosez le fichier à côté de la fiche ou dans content/medias/, avec exactement le même nom.",
        en: "Finds files that are named and do not exist (or in another case), that leave content/, images that are none or are damaged, SVG with scripts or addresses elsewhere, photos that tell where they were taken (the position and all other metadata are removed from JPEG, PNG and WebP when published; an AVIF that holds any is refused), and files that no record names.\nA broken image or missing document takes from a family what it came for; a photo must not tell where a child lives.\nPut the file beside the record or into content/medias/, with exactly the same name.",
    },
    run: &[Run::Whole(run)],
};

/// How many names are compared with missing ones, in all, to propose one that was meant.
const MOST_NAMES_COMPARED: usize = 1_000_000;
/// How many bytes of unreadable records are searched for names of files, in all, to say that a file is of no use.
const MOST_BYTES_SEARCHED: usize = 4_000_000_000;

/// A file that something names, and where.
struct Named<'c> {
    path: &'c str,
    image: bool,
    span: Span,
}

fn run(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let of_records = context
        .catalogue
        .records
        .iter()
        .flat_map(|record| &record.mentions);
    let named: Vec<Named<'_>> = of_records
        .chain(&context.catalogue.mentions)
        .filter_map(|Spanned { value, span }| match value {
            Mention::File { path, image } => Some(Named {
                path,
                image: *image,
                span: *span,
            }),
            _ => None,
        })
        .collect();
    let mut used: HashSet<FileId> = HashSet::new();
    let mut names = Names::new();
    let mut found: BTreeMap<FileId, Vec<&Named<'_>>> = BTreeMap::new();
    for named in &named {
        let path: String = named.path.nfc().collect();
        if path.is_empty() {
            continue;
        }
        match find(context, named.span.file, &path, &mut names) {
            Ok(file) => {
                used.insert(file);
                found.entry(file).or_default().push(named);
            }
            Err(Missing {
                code,
                message,
                help,
                file,
            }) => {
                used.extend(file);
                faults.push(Diagnostic::error(code, named.span, message).help(help));
            }
        }
    }
    look_at_images(context, &found, faults);
    stray(context, &used, faults);
}

struct Missing {
    code: &'static str,
    message: Text,
    help: Text,
    /// The file that was most likely meant: it is of use.
    file: Option<FileId>,
}

fn find(
    context: &Context<'_>,
    record: FileId,
    path: &str,
    names: &mut Names,
) -> Result<FileId, Missing> {
    let sources = context.sources;
    if let Some(file) = assets::find(sources, record, path) {
        return Ok(file);
    }
    if path.starts_with('/') || path.contains('\\') || path.split('/').any(|part| part == "..") {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        return Err(Missing {
            code: "file-out-of-content",
            message: say(
                format!("« {path} » sort du dossier de contenu"),
                format!("“{path}” leaves the content folder"),
            ),
            help: say(
                format!("copiez le fichier dans content/medias/ et écrivez medias/{name}"),
                format!("copy the file into content/medias/ and write medias/{name}"),
            ),
            file: None,
        });
    }
    if let Some(name) = names.other_case(sources, record, path) {
        return Err(Missing {
            code: "file-case",
            message: say(
                format!("le fichier s'appelle « {name} », en d'autres majuscules"),
                format!("the file is called “{name}”, in other letters"),
            ),
            help: say(
                format!("écrivez exactement « {name} » : le serveur distingue les majuscules"),
                format!("write exactly “{name}”: the server tells capitals apart"),
            ),
            file: assets::find(sources, record, &name)
                .or_else(|| assets::find(sources, record, &with_folder(path, &name))),
        });
    }
    let beside = sources
        .file(record)
        .name
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let folders = [format!("{beside}/"), "content/medias/".to_owned()];
    let there = folders
        .iter()
        .flat_map(|folder| sources.under(folder).map(|(_, name)| &name[folder.len()..]));
    let near = nearest(path.trim_start_matches("medias/"), names.counted(there));
    let file = near.and_then(|near| assets::find(sources, record, near));
    Err(Missing {
        code: "missing-file",
        message: say(
            format!("le fichier « {path} » n'existe pas"),
            format!("the file “{path}” does not exist"),
        ),
        help: match near {
            Some(near) => say(
                format!("vouliez-vous dire « {near} » ?"),
                format!("did you mean “{near}”?"),
            ),
            None => say(
                "posez-le à côté de la fiche ou dans content/medias/, ou corrigez son nom",
                "put it beside the record or into content/medias/, or correct its name",
            ),
        },
        file,
    })
}

/// The names of all files, to find one that is written otherwise.
struct Names {
    /// Every name in lower case, with how it is written; gathered when the first is asked for.
    by_lower: Option<HashMap<String, Box<str>>>,
    /// How many may still be compared.
    left: usize,
}

impl Names {
    fn new() -> Names {
        Names {
            by_lower: None,
            left: MOST_NAMES_COMPARED,
        }
    }

    /// The name of a file that differs from the one asked for by case alone.
    fn other_case(&mut self, sources: &Sources, record: FileId, path: &str) -> Option<String> {
        let by_lower = self.by_lower.get_or_insert_with(|| {
            let all = sources.under("content/");
            all.map(|(_, name)| (name.to_lowercase(), name.into()))
                .collect()
        });
        let names = assets::candidates(sources, record, path);
        names.into_iter().find_map(|name| {
            let found = by_lower.get(&name.to_lowercase())?;
            let folder = name.rfind('/')? + 1;
            Some(found.get(folder..)?.to_owned())
        })
    }

    /// Candidates to be compared with a name, as long as there were not too many.
    fn counted<'n>(&mut self, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
        let names: Vec<&str> = names.take(self.left).collect();
        self.left -= names.len();
        names
    }
}

fn with_folder(path: &str, name: &str) -> String {
    path.rsplit_once('/')
        .map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/{name}"))
}

fn look_at_images(
    context: &Context<'_>,
    found: &BTreeMap<FileId, Vec<&Named<'_>>>,
    faults: &mut Vec<Diagnostic>,
) {
    let looked: Vec<Option<Verdict>> = found
        .par_iter()
        .map(|(file, named)| {
            let name = &context.sources.file(*file).name;
            let is_image = named.iter().any(|named| named.image);
            // A file that can't be read was told when it was.
            let bytes = context.sources.bytes(*file).ok()?;
            image::look(name, &bytes, is_image)
        })
        .collect();
    for (named, verdict) in found.values().zip(looked) {
        let told = verdict.iter().flat_map(|verdict| {
            let spans = named.iter().map(|named| named.span);
            spans.map(|span| verdict.told(span))
        });
        faults.extend(told);
    }
}

/// Files that no record names; those that an unreadable record may name are left alone.
fn stray(context: &Context<'_>, used: &HashSet<FileId>, faults: &mut Vec<Diagnostic>) {
    let read: HashSet<FileId> = context
        .catalogue
        .records
        .iter()
        .map(|record| record.file)
        .collect();
    let mut unread: Vec<&str> = context
        .catalogue
        .known
        .values()
        .filter(|file| !read.contains(file))
        .map(|file| context.sources.text(*file))
        .collect();
    if context.catalogue.config.is_none() {
        unread.push(context.sources.text(context.sources.guide()));
    }
    let length: usize = unread.iter().map(|text| text.len()).sum();
    if length.saturating_mul(context.catalogue.assets.len()) > MOST_BYTES_SEARCHED {
        return;
    }
    for file in context
        .catalogue
        .assets
        .iter()
        .filter(|file| !used.contains(file) && context.sources.is_readable(**file))
    {
        let path = &context.sources.file(*file).name;
        let name = path.rsplit('/').next().unwrap_or(path);
        if unread.iter().any(|text| text.contains(name)) {
            continue;
        }
        faults.push(
            Diagnostic::warning(
                "stray-file",
                Span::file(*file),
                say(
                    "aucune fiche ne nomme ce fichier",
                    "no record names this file",
                ),
            )
            .help(say(
                "supprimez-le, ou nommez-le dans une fiche (documents, photo, ![…](…))",
                "remove it, or name it in a record (documents, photo, ![…](…))",
            )),
        );
    }
}
