//! What can go wrong while publishing, in words.

use std::{fmt, io, path::Path};

use crate::diag::{Language, Text, say};

/// Why a site was not published; the former one still stands.
#[derive(Debug)]
pub enum PublishError {
    /// The folder asked for must not be replaced: wrong use of the tool.
    Refused(Text),
    /// Two outputs have the same name: a fault in what is published.
    Collision(Text),
    /// The disk or the system failed.
    Machine(Text),
}

impl PublishError {
    /// What happened, as a phrase for a person.
    pub fn text(&self) -> &Text {
        match self {
            PublishError::Refused(text)
            | PublishError::Collision(text)
            | PublishError::Machine(text) => text,
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().get(Language::English))
    }
}

impl std::error::Error for PublishError {}

/// The reason of an input or output error, in words for a person.
pub fn cause(error: &io::Error) -> Text {
    let fr = match error.kind() {
        io::ErrorKind::AddrInUse => "déjà utilisé par un autre programme",
        io::ErrorKind::AddrNotAvailable => "cette adresse n'est pas celle de cette machine",
        io::ErrorKind::CrossesDevices => "le dossier est à cheval sur deux systèmes de fichiers",
        io::ErrorKind::NotADirectory => "ce n'est pas un dossier",
        io::ErrorKind::NotFound => "introuvable",
        io::ErrorKind::PermissionDenied => "accès refusé",
        io::ErrorKind::QuotaExceeded => "quota de disque dépassé",
        io::ErrorKind::ReadOnlyFilesystem => "disque en lecture seule",
        io::ErrorKind::ResourceBusy => {
            "le dossier est un point de montage : en choisir un sous-dossier"
        }
        io::ErrorKind::StorageFull => "disque plein",
        _ => return say(error.to_string(), error.to_string()),
    };
    say(fr, error.to_string())
}

/// Makes a [`PublishError::Machine`] of what was tried (an infinitive in each language), where, and why it failed.
pub(super) fn machine(fr: &str, en: &str, path: &Path, error: &io::Error) -> PublishError {
    let cause = cause(error);
    let path = path.display();
    PublishError::Machine(say(
        format!(
            "impossible {fr} « {path} » : {}",
            cause.get(Language::French)
        ),
        format!("cannot {en} \"{path}\": {}", cause.get(Language::English)),
    ))
}
