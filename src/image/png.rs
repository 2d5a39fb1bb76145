//! PNG: a signature, then chunks: a length, a name of four letters, the data and its checksum.

use super::{Part, big32};

/// Takes an image apart; none where it has no header, no data or no end, or asks for what no viewer knows.
pub(super) fn parts(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    let mut parts = vec![Part::kept(bytes.get(..8)?)];
    let (mut at, mut drawn) = (8, false);
    loop {
        let length = big32(bytes, at)?;
        let end = at.checked_add(length)?.checked_add(12)?;
        let whole = bytes.get(at..end)?;
        let (name, body) = (&whole[4..8], &whole[8..8 + length]);
        if (name == b"IHDR") != (at == 8) {
            return None;
        }
        drawn |= name == b"IDAT";
        parts.push(match name {
            b"IHDR" | b"PLTE" | b"IDAT" | b"IEND" => Part::kept(whole),
            b"tRNS" | b"bKGD" | b"hIST" | b"pHYs" | b"sBIT" => Part::kept(whole),
            b"cHRM" | b"gAMA" | b"iCCP" | b"sRGB" | b"cICP" => Part::kept(whole),
            b"mDCV" | b"mDCv" | b"cLLI" | b"cLLi" => Part::kept(whole),
            b"acTL" | b"fcTL" | b"fdAT" => Part::kept(whole),
            b"eXIf" => Part::Exif(body),
            // Without a small first letter a chunk must be understood by whoever shows the image.
            _ if !name[0].is_ascii_lowercase() => return None,
            _ => Part::Dropped(body),
        });
        if name == b"IEND" {
            return drawn.then_some(parts);
        }
        at = end;
    }
}

/// A chunk that holds a block of Exif.
pub(super) fn exif(block: &[u8; 26]) -> Vec<u8> {
    let data = [b"eXIf", &block[..]].concat();
    let checksum = checksum(&data).to_be_bytes();
    [&26_u32.to_be_bytes(), &data[..], &checksum].concat()
}

/// The CRC-32 of a chunk's name and data.
fn checksum(data: &[u8]) -> u32 {
    let shifted = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
    !data.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), shifted)
    })
}
