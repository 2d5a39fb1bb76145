//! Pictures: what a file is by its own bytes, and what of it may be published.
//!
//! A photo tells more than it shows: where it was taken, when, with whose telephone, and in small what was cropped away.
//! [`Photo::read`] walks a JPEG, PNG or WebP once; [`Photo::published`] copies what draws it and leaves the rest.
//! What is kept is listed, so that nothing unheard of gets through:
//!
//! | format | kept |
//! |---|---|
//! | JPEG | tables, frames and scans; JFIF without its thumbnail, colour profile, Adobe's colour transform |
//! | PNG | the header, palette, data, end; transparency, colour, density, animation |
//! | WebP | frames, transparency, animation, colour profile |
//!
//! and in each the way up, where the photo would be shown turned without it. Nothing after the image's end is kept.
//! Pixels are never encoded anew: their bytes stay as they are, and a photo without secrets stays the same file.
//! [`share`] alone makes pictures, those of links that are shared.

mod avif;
mod exif;
mod jpeg;
mod kind;
mod png;
pub mod share;
mod svg;
mod webp;

use std::borrow::Cow;

pub use avif::has_metadata as avif_has_metadata;
pub use exif::Orientation;
pub use kind::Kind;
pub use svg::{SvgFault, fault as svg_fault};

/// A file that begins as an image of its kind and does not go on as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// A photo taken apart: what draws it, and what is known besides.
#[derive(Debug)]
pub struct Photo<'b> {
    kind: Kind,
    parts: Vec<Part<'b>>,
    orientation: Option<Orientation>,
}

/// A piece of a photo, in the order of the file.
#[derive(Debug)]
enum Part<'b> {
    /// It draws the image.
    Kept(Cow<'b, [u8]>),
    /// A block of Exif: of it nothing but the orientation stays.
    Exif(&'b [u8]),
    /// Anything else that is known besides.
    Dropped(&'b [u8]),
}

impl Photo<'_> {
    /// Takes a JPEG, PNG or WebP apart; none where the bytes begin as nothing of the kind.
    ///
    /// Fails where the image is cut off or its parts do not follow each other.
    pub fn read(bytes: &[u8]) -> Result<Option<Photo<'_>>, Broken> {
        let Some(kind) = Kind::of(bytes) else {
            return Ok(None);
        };
        let parts = match kind {
            Kind::Jpeg => jpeg::parts(bytes),
            Kind::Png => png::parts(bytes),
            Kind::Webp => webp::parts(bytes),
            _ => return Ok(None),
        };
        let parts = parts.ok_or(Broken)?;
        // Viewers look at the first block only.
        let orientation = parts.iter().find_map(|part| match part {
            Part::Exif(block) => Some(exif::orientation(block)),
            _ => None,
        });
        Ok(Some(Photo {
            kind,
            parts,
            orientation: orientation.flatten(),
        }))
    }

    /// How it must be turned to stand upright; none where it stands so already.
    pub fn orientation(&self) -> Option<Orientation> {
        self.orientation
    }

    /// Whether it says where it was taken.
    pub fn has_position(&self) -> bool {
        self.parts.iter().any(|part| match part {
            Part::Kept(_) => false,
            Part::Exif(block) => exif::has_position(block),
            Part::Dropped(bytes) => holds(bytes, b"GPSLatitude"),
        })
    }

    /// The photo as it may be published: the same pixels, upright, and nothing else.
    pub fn published(&self) -> Vec<u8> {
        let kept = self.parts.iter().map(|part| match part {
            Part::Kept(bytes) => bytes.len(),
            Part::Exif(_) | Part::Dropped(_) => 0,
        });
        let mut out = Vec::with_capacity(kept.sum::<usize>() + 64);
        let mut turned = self.orientation;
        for part in &self.parts {
            match part {
                Part::Kept(bytes) => out.extend_from_slice(bytes),
                Part::Exif(_) => {
                    if let Some(orientation) = turned.take() {
                        let block = exif::only(orientation);
                        match self.kind {
                            Kind::Jpeg => out.extend(jpeg::exif(&block)),
                            Kind::Png => out.extend(png::exif(&block)),
                            _ => out.extend(webp::exif(&block)),
                        }
                    }
                }
                Part::Dropped(_) => {}
            }
        }
        if self.kind == Kind::Webp {
            webp::seal(&mut out, self.orientation.is_some());
        }
        out
    }
}

impl<'b> Part<'b> {
    fn kept(bytes: &'b [u8]) -> Part<'b> {
        Part::Kept(bytes.into())
    }
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// Two bytes as a number, the great one first.
fn big16(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_be_bytes(*bytes).into())
}

/// Four bytes as a number, the great one first.
fn big32(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_be_bytes(*bytes)).ok()
}
