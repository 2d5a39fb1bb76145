//! Reading a content folder and the themes beside it.

use std::io;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use rayon::prelude::*;

use super::decode::decode_text;
use super::open::{self, ReadError};
use super::walk::{Found, walk};
use super::{
    CHANGED_FILE, Content, MAX_MEDIA_BYTES, MAX_TEXT_BYTES, SourceFile, Sources, Trust, embedded,
};
use crate::diag::{Diagnostic, Language, Report, Span, Text, say};

impl Sources {
    /// Reads a content folder, the `themes` folder beside it if there is one, and the default theme.
    ///
    /// In names the content folder is always called `content`.
    /// Fails only where the content folder itself can't be listed.
    pub fn read(content: &Path, report: &mut Report) -> io::Result<Sources> {
        Sources::default().read_again(content, report)
    }

    /// Reads a folder as [`Sources::read`] does; files that stayed the same are not opened again.
    pub fn read_again(&self, content: &Path, report: &mut Report) -> io::Result<Sources> {
        let mut sources = Sources {
            files: self.files.clone(),
            ..Sources::default()
        };
        read_folder(&mut sources, self, content, "content/", report)?;
        let themes = content.canonicalize()?.with_file_name("themes");
        if themes.is_dir() {
            read_folder(&mut sources, self, &themes, "themes/", report)?;
        }
        embedded::add_default_theme(&mut sources, self);
        sources.stand_in_for_guide(self);
        if sources.by_name == self.by_name {
            sources.by_name = Arc::clone(&self.by_name);
        }
        Ok(sources)
    }

    /// These sources with one text read anew from its place on disk; none where it is no sound text that was there.
    pub fn with_text_of(&self, name: &str, path: &Path) -> Option<Sources> {
        let id = self.find(name).filter(|id| self.is_text(*id))?;
        // A link may lead out of the folder.
        let is_file = |path: &Path| path.symlink_metadata().is_ok_and(|at| at.is_file());
        if !is_file(path) {
            return None;
        }
        let bytes = open::read(path, MAX_TEXT_BYTES).ok()?;
        let (content, fault) = decode_text(bytes);
        let mut files = self.files.clone();
        files[id.0 as usize] = SourceFile::new(name.into(), content);
        fault.is_none().then(|| Sources {
            files,
            by_name: Arc::clone(&self.by_name),
            absent_guide: self.absent_guide,
        })
    }
}

fn read_folder(
    sources: &mut Sources,
    former: &Sources,
    folder: &Path,
    prefix: &str,
    report: &mut Report,
) -> io::Result<()> {
    let now = SystemTime::now();
    let read: Vec<_> = walk(folder)?
        .into_par_iter()
        .map(|(name, path, found)| {
            let name = format!("{prefix}{name}");
            let stamp = match found {
                Found::File(stamp) => Some(stamp),
                _ => None,
            };
            let kept = former.find(&name).map(|id| &former.files[id.0 as usize]);
            let is_kept = |kept: &&Arc<SourceFile>| {
                kept.trust == Trust::Settled && stamp.is_some() && kept.stamp == stamp
            };
            if let Some(kept) = kept.filter(is_kept) {
                return (Arc::clone(kept), None);
            }
            let (content, fault) = read_file(&name, &path, &found);
            let trust = match &fault {
                Some(_) => Trust::Faulty,
                None if stamp.is_some_and(|stamp| stamp.is_settled(now)) => Trust::Settled,
                None => Trust::Fresh,
            };
            let mut file = SourceFile {
                name: name.into(),
                content,
                stamp,
                trust,
                digest: OnceLock::new(),
            };
            // A text that was only saved again is the one that is known.
            if let Some(kept) = kept.filter(|kept| fault.is_none() && kept.is_same(&file)) {
                file.content = kept.content.clone();
            }
            (Arc::new(file), fault)
        })
        .collect();
    let (files, faults): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let ids = sources.insert_sorted(former, files);
    for (file, fault) in ids.into_iter().zip(faults) {
        if let Some(Fault {
            code,
            start,
            message,
            help,
        }) = fault
        {
            let span = Span {
                start,
                end: start,
                ..Span::file(file)
            };
            report.push(Diagnostic::error(code, span, message).maybe_help(help));
        }
    }
    Ok(())
}

/// What is wrong with a file as it lies on the disk.
pub(super) struct Fault {
    pub(super) code: &'static str,
    /// Where, in bytes from its beginning.
    pub(super) start: u32,
    pub(super) message: Text,
    pub(super) help: Option<Text>,
}

/// A file that can't be read, and why.
pub(super) fn fault(code: &'static str, message: Text, help: Text) -> (Content, Option<Fault>) {
    (
        Content::Unreadable,
        Some(Fault {
            code,
            start: 0,
            message,
            help: Some(help),
        }),
    )
}

fn read_file(name: &str, path: &Path, found: &Found) -> (Content, Option<Fault>) {
    let length = match found {
        Found::File(stamp) => stamp.length,
        Found::Outside => {
            return fault(
                "link-out-of-content",
                say(
                    "ce lien mène hors du dossier",
                    "this link leads out of the folder",
                ),
                say(
                    "copiez le fichier lui-même à cet endroit",
                    "copy the file itself here",
                ),
            );
        }
        Found::DeadLink => {
            return fault(
                "dead-link",
                say(
                    "ce lien ne mène nulle part, ou tourne en rond",
                    "this link leads nowhere, or in circles",
                ),
                say(
                    "supprimez-le ou copiez le fichier lui-même",
                    "remove it or copy the file itself",
                ),
            );
        }
        Found::Special => return special(),
        Found::Folder => {
            return fault(
                "not-a-file",
                say(
                    "c'est un dossier, qui porte le nom d'un fichier",
                    "this is a folder with the name of a file",
                ),
                say(
                    "renommez-le, ou remplacez-le par le fichier voulu",
                    "rename it, or put the file you want in its place",
                ),
            );
        }
        Found::Unlisted(error) => {
            return refused(
                error,
                say(
                    "ce dossier ne peut pas être lu",
                    "this folder can't be listed",
                ),
            );
        }
        Found::BadName => {
            return fault(
                "bad-file-name",
                say(
                    "le nom de ce fichier n'est pas en UTF-8",
                    "this file's name is not UTF-8",
                ),
                say(
                    "renommez-le avec des lettres, des chiffres et des tirets",
                    "rename it with letters, digits and dashes",
                ),
            );
        }
    };
    if !is_text_name(name) {
        if length > MAX_MEDIA_BYTES {
            return fault(
                "file-too-large",
                say(
                    "ce fichier dépasse 100 Mio (104 857 600 octets)",
                    "this file is larger than 100 MiB (104,857,600 bytes)",
                ),
                say(
                    "réduisez-le, ou publiez-le ailleurs et mettez-en l'adresse dans « liens »",
                    "make it smaller, or publish it elsewhere and put its address into “liens”",
                ),
            );
        }
        return (
            Content::OnDisk {
                path: path.to_owned(),
                length,
            },
            None,
        );
    }
    match open::read(path, MAX_TEXT_BYTES) {
        Ok(bytes) => decode_text(bytes),
        Err(error) => unreadable(&error),
    }
}

fn unreadable(error: &ReadError) -> (Content, Option<Fault>) {
    match error {
        ReadError::Gone => fault(
            CHANGED_FILE,
            say(
                "ce fichier a disparu pendant la lecture",
                "this file disappeared while it was read",
            ),
            say(
                "relancez quand il est enregistré",
                "run again once it is saved",
            ),
        ),
        ReadError::Changing => fault(
            CHANGED_FILE,
            say(
                "ce fichier change pendant la lecture",
                "this file changes while it is read",
            ),
            say(
                "relancez quand il est enregistré",
                "run again once it is saved",
            ),
        ),
        ReadError::Special => special(),
        ReadError::TooLarge => fault(
            "file-too-large",
            say(
                "ce fichier dépasse 1 Mio (1 048 576 octets)",
                "this file is larger than 1 MiB (1,048,576 bytes)",
            ),
            say(
                "raccourcissez-le, ou faites-en plusieurs fiches",
                "shorten it, or make several records of it",
            ),
        ),
        ReadError::Other(error) => refused(
            error,
            say("ce fichier ne peut pas être lu", "this file can't be read"),
        ),
    }
}

/// What the disk refuses: in our words where it is a matter of rights, in the system's where it is not.
fn refused(error: &io::Error, what: Text) -> (Content, Option<Fault>) {
    let (fr, en) = (what.get(Language::French), what.get(Language::English));
    let message = match error.kind() {
        io::ErrorKind::PermissionDenied => say(
            format!("{fr} : vous n'en avez pas le droit"),
            format!("{en}: you are not allowed to"),
        ),
        _ => say(format!("{fr} : {error}"), format!("{en}: {error}")),
    };
    let help = say("vérifiez ses droits", "check its permissions");
    fault("unreadable-file", message, help)
}

fn special() -> (Content, Option<Fault>) {
    fault(
        "not-a-file",
        say(
            "ce n'est pas un fichier ordinaire",
            "this is not an ordinary file",
        ),
        say("supprimez-le du dossier", "remove it from the folder"),
    )
}

fn is_text_name(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    [
        "md", "yml", "yaml", "html", "css", "js", "mjs", "ts", "json", "txt", "xml", "svg",
    ]
    .contains(&ending)
}
