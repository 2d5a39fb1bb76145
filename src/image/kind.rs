//! The kind of a file, by its first bytes and by its name.

use super::holds;

/// A kind of file that passes for an image, or is mistaken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// AVIF.
    Avif,
    /// SVG.
    Svg,
    /// HEIC and its like, which browsers do not show.
    Heic,
    /// GIF.
    Gif,
    /// PDF.
    Pdf,
}

impl Kind {
    /// The kind that the first bytes say.
    pub fn of(bytes: &[u8]) -> Option<Kind> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Kind::Png);
        }
        if bytes.starts_with(b"\xff\xd8\xff") {
            return Some(Kind::Jpeg);
        }
        if bytes.starts_with(b"GIF8") {
            return Some(Kind::Gif);
        }
        if bytes.starts_with(b"%PDF") {
            return Some(Kind::Pdf);
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Some(Kind::Webp);
        }
        if bytes.get(4..8) == Some(b"ftyp") {
            let brands = bytes.get(8..64.min(bytes.len())).unwrap_or_default();
            return if holds(brands, b"avif") || holds(brands, b"avis") {
                Some(Kind::Avif)
            } else {
                Some(Kind::Heic)
            };
        }
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        (head.starts_with('<') && head.contains("<svg")).then_some(Kind::Svg)
    }

    /// The kind that a file's name says, of those that are published as images.
    pub fn of_name(name: &str) -> Option<Kind> {
        let (_, ending) = name.rsplit_once('.')?;
        match &*ending.to_ascii_lowercase() {
            "jpg" | "jpeg" => Some(Kind::Jpeg),
            "png" => Some(Kind::Png),
            "webp" => Some(Kind::Webp),
            "avif" => Some(Kind::Avif),
            "svg" => Some(Kind::Svg),
            _ => None,
        }
    }

    /// Whether every browser shows it, and a guide with it.
    pub fn is_shown(self) -> bool {
        !matches!(self, Kind::Heic | Kind::Gif | Kind::Pdf)
    }

    /// The usual ending of names, without the point.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
            Kind::Webp => "webp",
            Kind::Avif => "avif",
            Kind::Svg => "svg",
            Kind::Heic => "heic",
            Kind::Gif => "gif",
            Kind::Pdf => "pdf",
        }
    }
}
