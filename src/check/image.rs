//! What an image file is, by its own bytes.

use crate::diag::{Diagnostic, Span, say};

/// What is wrong with an image file, or worth a word.
pub(super) enum Verdict {
    /// Its name says one type, its bytes another, or none that is known.
    WrongType {
        /// What its bytes say, where they say anything.
        is: Option<&'static str>,
    },
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
            Verdict::WrongType { is: Some(is) } => Diagnostic::error(
                "wrong-image-type",
                span,
                say(format!("ce fichier est en réalité de type {is}"), format!("this file is really of type {is}")),
            )
            .help(say(format!("renommez-le avec l'extension .{is}"), format!("rename it with the ending .{is}"))),
            Verdict::WrongType { is: None } => {
                Diagnostic::error("wrong-image-type", span, say("ce fichier n'est pas une image", "this file is not an image"))
                    .help(say("enregistrez l'image en PNG, JPEG, WebP ou AVIF", "save the image as PNG, JPEG, WebP or AVIF"))
            }
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
            ),
        }
    }
}

/// Looks at an image's bytes; none where all is well.
pub(super) fn look(name: &str, bytes: &[u8]) -> Option<Verdict> {
    let ending = name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is = kind(bytes);
    let says = match &*ending {
        "jpg" | "jpeg" => "jpg",
        "png" | "webp" | "avif" | "svg" => &*ending,
        _ => return Some(Verdict::WrongType { is }),
    };
    match is {
        Some(is) if is == says => {}
        other => return Some(Verdict::WrongType { is: other }),
    }
    match says {
        "svg" => unsafe_part(bytes).map(Verdict::UnsafeSvg),
        "avif" => has(bytes, b"Exif").then_some(Verdict::AvifMetadata),
        _ => has_position(bytes).then_some(Verdict::Position),
    }
}

/// The type that the first bytes say.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some("jpg");
    }
    if bytes.starts_with(b"GIF8") {
        return Some("gif");
    }
    if bytes.starts_with(b"%PDF") {
        return Some("pdf");
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("webp");
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        let brands = bytes.get(8..64.min(bytes.len())).unwrap_or_default();
        return if has(brands, b"avif") || has(brands, b"avis") {
            Some("avif")
        } else {
            Some("heic")
        };
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    (head.starts_with('<') && head.contains("<svg")).then_some("svg")
}

/// What is active in an SVG: a script, a handler, a foreign document, an address elsewhere.
fn unsafe_part(bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let spaced = |needle: &str| {
        text.match_indices(needle).any(|(at, _)| {
            at > 0
                && text.as_bytes()[at - 1].is_ascii_whitespace()
                && handler_follows(&text[at + needle.len()..])
        })
    };
    for (needle, shown) in [
        ("<script", "script"),
        ("<foreignobject", "foreignObject"),
        ("<iframe", "iframe"),
        ("<embed", "embed"),
        ("<object", "object"),
        ("javascript:", "javascript:"),
        ("<!entity", "!ENTITY"),
        ("data:text/html", "data:text/html"),
    ] {
        if text.contains(needle) {
            return Some(shown);
        }
    }
    if spaced("on") {
        return Some("on…=");
    }
    let outside = [
        "href=\"http",
        "href='http",
        "href=\"//",
        "href='//",
        "url(http",
        "url(//",
        "url('http",
        "url(\"http",
        "@import",
    ];
    outside
        .iter()
        .any(|needle| text.contains(needle))
        .then_some("href")
}

/// Whether what follows `on` is the rest of an event handler's name and `=`.
fn handler_follows(rest: &str) -> bool {
    let name = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    name >= 3 && rest[name..].trim_start().starts_with('=')
}

fn has(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// Whether the Exif block of a JPEG, PNG or WebP points to a GPS block.
fn has_position(bytes: &[u8]) -> bool {
    let starts = [&b"Exif\0\0"[..], b"eXIf", b"EXIF"];
    starts.iter().any(|mark| {
        let Some(at) = bytes.windows(mark.len()).position(|window| window == *mark) else {
            return false;
        };
        let rest = &bytes[at + mark.len()..];
        // A WebP chunk has its length before the block, and may repeat the JPEG's mark.
        let rest = [
            rest,
            rest.get(4..).unwrap_or_default(),
            rest.get(10..).unwrap_or_default(),
        ];
        rest.iter().any(|block| points_to_gps(block))
    })
}

/// Whether the first directory of a TIFF block has the entry 0x8825.
fn points_to_gps(block: &[u8]) -> bool {
    let big = block.starts_with(b"MM\0*");
    if !big && !block.starts_with(b"II*\0") {
        return false;
    }
    let two = |at: usize| {
        let pair = block.get(at..at + 2)?;
        let pair = [pair[0], pair[1]];
        Some(if big {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        })
    };
    let four = |at: usize| {
        let (first, second) = (u32::from(two(at)?), u32::from(two(at + 2)?));
        Some(if big {
            first << 16 | second
        } else {
            second << 16 | first
        })
    };
    let Some(start) = four(4)
        .and_then(|start| usize::try_from(start).ok())
        .filter(|start| *start < block.len())
    else {
        return false;
    };
    let count = usize::from(two(start).unwrap_or(0));
    (0..count).any(|entry| two(start + 2 + entry * 12) == Some(0x8825))
}
