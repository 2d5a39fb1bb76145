//! What is wrong with an image file, by its own bytes.

use crate::diag::{Diagnostic, Span, say};
use crate::image::{self, Broken, Kind, Photo, SvgFault};

/// What is wrong with an image file, or worth a word.
pub(super) enum Verdict {
    /// Its name says one type, its bytes another, or none that is known.
    WrongType {
        /// What its bytes say, where they say anything.
        is: Option<Kind>,
    },
    /// It begins as an image, and is cut off or damaged.
    Broken,
    /// An SVG that holds something active.
    UnsafeSvg(&'static str),
    /// An AVIF with metadata, which can't be taken out.
    AvifMetadata,
    /// It holds the position where it was taken.
    Position,
}

impl Verdict {
    /// The verdict as a diagnostic where the image is named.
    pub(super) fn told(&self, span: Span) -> Diagnostic {
        match self {
            Verdict::WrongType { is: Some(is) } if is.is_shown() => Diagnostic::error(
                "wrong-image-type",
                span,
                say(
                    format!("ce fichier est en réalité de type {}", is.ending()),
                    format!("this file is really of type {}", is.ending()),
                ),
            )
            .help(say(
                format!("renommez-le avec l'extension .{}", is.ending()),
                format!("rename it with the ending .{}", is.ending()),
            )),
            Verdict::WrongType { .. } => Diagnostic::error(
                "wrong-image-type",
                span,
                say(
                    "ce fichier n'est pas une image qu'un guide montre",
                    "this file is no image that a guide shows",
                ),
            )
            .help(say(
                "enregistrez l'image en PNG, JPEG, WebP ou AVIF",
                "save the image as PNG, JPEG, WebP or AVIF",
            )),
            Verdict::Broken => Diagnostic::error(
                "broken-image",
                span,
                say(
                    "cette image est incomplète ou abîmée",
                    "this image is cut off or damaged",
                ),
            )
            .help(say(
                "copiez-la de nouveau, ou ouvrez-la et enregistrez-la en PNG, JPEG ou WebP",
                "copy it again, or open it and save it as PNG, JPEG or WebP",
            )),
            Verdict::UnsafeSvg(what) => Diagnostic::error(
                "unsafe-svg",
                span,
                say(format!("cette image SVG contient « {what} »"), format!("this SVG image holds “{what}”")),
            )
            .help(say("exportez-la sans script, ou en PNG", "export it without scripts, or as PNG")),
            Verdict::AvifMetadata => Diagnostic::error(
                "image-metadata",
                span,
                say("cette image AVIF contient des métadonnées (peut-être le lieu de la prise de vue)", "this AVIF image holds metadata (perhaps where it was taken)"),
            )
            .help(say("enregistrez-la en WebP", "save it as WebP")),
            Verdict::Position => Diagnostic::note(
                "image-position",
                span,
                say("cette image contient le lieu de la prise de vue : il est retiré à la publication", "this image holds where it was taken: that is removed when it is published"),
            )
            .help(say(
                "le dépôt, lui, garde ce fichier tel quel : s'il est public, retirez-en aussi la position",
                "the repository keeps this file as it is: where it is public, remove the position there too",
            )),
        }
    }
}

/// Looks at the bytes of an image, or of a document that may be one; none where all is well.
pub(super) fn look(name: &str, bytes: &[u8], is_image: bool) -> Option<Verdict> {
    let (says, is) = (Kind::of_name(name), Kind::of(bytes));
    // A document of text may begin like a drawing and be none.
    let is_photo = is.is_some_and(|is| is.is_shown() && is != Kind::Svg);
    if !is_image && says.is_none() && !is_photo {
        return None;
    }
    let Some(kind) = is.filter(|_| is == says) else {
        return Some(Verdict::WrongType { is });
    };
    let found = match kind {
        Kind::Svg => match image::svg_fault(bytes) {
            Some(SvgFault::Holds(what)) => Ok(Some(Verdict::UnsafeSvg(what))),
            Some(SvgFault::Broken) => Err(Broken),
            None => Ok(None),
        },
        Kind::Avif => image::avif_has_metadata(bytes)
            .map(|has_metadata| has_metadata.then_some(Verdict::AvifMetadata)),
        _ => Photo::read(bytes).map(|photo| {
            let photo = photo.filter(Photo::has_position);
            photo.map(|_| Verdict::Position)
        }),
    };
    found.unwrap_or(Some(Verdict::Broken))
}
