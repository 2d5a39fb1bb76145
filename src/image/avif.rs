//! AVIF: boxes, each a length and a name of four letters. Its metadata is woven into its tables, and is not taken out.

use super::{Broken, big32, holds};

/// Whether an AVIF holds metadata: Exif or XMP among its items, or a box of its own.
///
/// Fails where its boxes do not fill the file.
pub fn has_metadata(bytes: &[u8]) -> Result<bool, Broken> {
    let mut rest = bytes;
    let (mut found, mut drawn) = (false, false);
    while !rest.is_empty() {
        let (name, body) = take(&mut rest).ok_or(Broken)?;
        drawn |= name == b"mdat";
        found |= match name {
            b"meta" | b"moov" => [&b"Exif"[..], b"rdf+xml", b"udta", b"uuid"]
                .iter()
                .any(|mark| holds(body, mark)),
            b"ftyp" | b"mdat" | b"free" => false,
            _ => true,
        };
    }
    if drawn { Ok(found) } else { Err(Broken) }
}

/// Takes the first box off.
fn take<'b>(rest: &mut &'b [u8]) -> Option<(&'b [u8; 4], &'b [u8])> {
    let bytes = *rest;
    let name = bytes.get(4..)?.first_chunk()?;
    let (head, end) = match big32(bytes, 0)? {
        // The last box may leave its length out.
        0 => (8, bytes.len()),
        1 => (16, big32(bytes, 12).filter(|_| big32(bytes, 8) == Some(0))?),
        end => (8, end),
    };
    let body = bytes.get(head..end)?;
    *rest = &bytes[end..];
    Some((name, body))
}
