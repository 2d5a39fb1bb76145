//! WebP: a RIFF file, whose chunks are a name of four letters, a length and the data, padded to an even length.

use super::Part;

/// The bits of a `VP8X` chunk that announce Exif and XMP.
const EXIF: u8 = 0b1000;
const XMP: u8 = 0b0100;

/// What an animation's frame says of itself before its own chunks: place, size, duration.
const FRAME_LENGTH: usize = 16;

/// Takes an image apart; none where it is cut off or has nothing to show.
pub(super) fn parts(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    let end = little32(bytes, 4)?.checked_add(8)?;
    let mut rest = bytes.get(12..end)?;
    let mut parts = vec![Part::kept(bytes.get(..12)?)];
    let first = Chunk::take(&mut rest)?;
    match first.name {
        b"VP8 " | b"VP8L" => {
            // A plain image is one chunk: what follows is shown by no viewer.
            parts.extend([first.kept(), Part::Dropped(rest)]);
            return Some(parts);
        }
        b"VP8X" if first.body.len() >= 10 => parts.push(first.kept()),
        _ => return None,
    }
    let mut drawn = false;
    while !rest.is_empty() {
        let chunk = Chunk::take(&mut rest)?;
        drawn |= matches!(chunk.name, b"VP8 " | b"VP8L" | b"ANMF");
        parts.push(match chunk.name {
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ICCP" => chunk.kept(),
            b"ANMF" => frame(&chunk)?,
            b"EXIF" => Part::Exif(chunk.body),
            _ => Part::Dropped(chunk.body),
        });
    }
    drawn.then_some(parts)
}

/// A chunk that holds a block of Exif.
pub(super) fn exif(block: &[u8; 26]) -> Vec<u8> {
    made(b"EXIF", block)
}

/// Writes the length of the whole into its head, and says whether it holds Exif.
pub(super) fn seal(out: &mut [u8], has_exif: bool) {
    // An image of 4 GiB was refused when its own length was read.
    let length = u32::try_from(out.len() - 8).unwrap_or(u32::MAX);
    out[4..8].copy_from_slice(&length.to_le_bytes());
    if out.get(12..16) == Some(b"VP8X") {
        out[20] &= !(EXIF | XMP);
        out[20] |= if has_exif { EXIF } else { 0 };
    }
}

/// A frame of an animation, without what does not draw it.
fn frame<'b>(chunk: &Chunk<'b>) -> Option<Part<'b>> {
    let (head, mut rest) = chunk.body.split_at_checked(FRAME_LENGTH)?;
    let mut body = head.to_vec();
    while !rest.is_empty() {
        let inner = Chunk::take(&mut rest)?;
        if matches!(inner.name, b"VP8 " | b"VP8L" | b"ALPH") {
            body.extend_from_slice(&made(inner.name, inner.body));
        }
    }
    Some(if body.len() == chunk.body.len() {
        chunk.kept()
    } else {
        Part::Kept(made(chunk.name, &body).into())
    })
}

struct Chunk<'b> {
    name: &'b [u8; 4],
    body: &'b [u8],
    /// Name, length, body and padding.
    whole: &'b [u8],
}

impl<'b> Chunk<'b> {
    /// Takes the first chunk off.
    fn take(rest: &mut &'b [u8]) -> Option<Chunk<'b>> {
        let bytes = *rest;
        let end = little32(bytes, 4)?.checked_add(8)?;
        // Some leave out the last padding.
        let padded = (end + end % 2).min(bytes.len());
        let chunk = Chunk {
            name: bytes.first_chunk()?,
            body: bytes.get(8..end)?,
            whole: &bytes[..padded],
        };
        *rest = &bytes[padded..];
        Some(chunk)
    }

    fn kept(&self) -> Part<'b> {
        if self.whole.len().is_multiple_of(2) {
            Part::kept(self.whole)
        } else {
            Part::Kept(made(self.name, self.body).into())
        }
    }
}

fn made(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    // It was shorter than 4 GiB before something was taken out.
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes();
    let padding: &[u8] = if body.len().is_multiple_of(2) {
        &[]
    } else {
        &[0]
    };
    [name, &length[..], body, padding].concat()
}

fn little32(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}
