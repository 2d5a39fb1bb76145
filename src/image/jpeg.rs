//! JPEG: segments, each begun by `FF` and a code and told its length, and scans, which end where the next code stands.

use super::{Part, big16};

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;

/// What a JFIF segment holds before its thumbnail: mark, version, density, and the thumbnail's two sides.
const JFIF_LENGTH: usize = 14;
/// What Adobe's segment holds: mark, version, two flags and the colour transform.
const ADOBE_LENGTH: usize = 12;

/// Takes an image apart; none where it has no frame, no scan or no end.
pub(super) fn parts(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    let mut parts = vec![Part::kept(bytes.get(..2)?)];
    let (mut at, mut framed, mut scanned) = (2, false, false);
    loop {
        at = next_code(bytes, at)?;
        let code = bytes[at];
        match code {
            END => {
                parts.push(Part::kept(&[0xFF, END]));
                return scanned.then_some(parts);
            }
            // Restarts and the like stand alone, and mean nothing outside a scan.
            0x01 | 0xD0..=0xD7 => {
                at += 1;
                continue;
            }
            START | 0xC8 => return None,
            0xC0..=0xFE => {}
            _ => return None,
        }
        let end = at + 1 + big16(bytes, at + 1)?;
        let (whole, body) = (bytes.get(at - 1..end)?, bytes.get(at + 3..end)?);
        framed |= matches!(code, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF);
        parts.push(segment(code, whole, body));
        at = end;
        if code == SCAN {
            let end = scan_end(bytes, at)?;
            parts.push(Part::kept(&bytes[at..end]));
            at = end;
            scanned = framed;
        }
    }
}

/// A segment that holds a block of Exif.
pub(super) fn exif(block: &[u8]) -> Vec<u8> {
    made(APP1, &[b"Exif\0\0", block].concat())
}

fn segment<'b>(code: u8, whole: &'b [u8], body: &'b [u8]) -> Part<'b> {
    match code {
        0xC0..=0xDF => Part::kept(whole),
        APP0 if body.starts_with(b"JFIF\0") => match body.get(..JFIF_LENGTH - 2) {
            Some(start) if body.len() > JFIF_LENGTH => {
                Part::Kept(made(code, &[start, &[0, 0]].concat()).into())
            }
            _ => Part::kept(whole),
        },
        APP1 if body.starts_with(b"Exif\0") => Part::Exif(body),
        0xE2 if body.starts_with(b"ICC_PROFILE\0") => Part::kept(whole),
        0xEE if body.starts_with(b"Adobe") => match body.get(..ADOBE_LENGTH) {
            Some(start) if body.len() > ADOBE_LENGTH => Part::Kept(made(code, start).into()),
            _ => Part::kept(whole),
        },
        _ => Part::Dropped(body),
    }
}

fn made(code: u8, body: &[u8]) -> Vec<u8> {
    // Only short bodies are made.
    let length = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
    [&[0xFF, code], &length.to_be_bytes()[..], body].concat()
}

/// Where the next code stands: after what decoders skip, and after any number of `FF`.
fn next_code(bytes: &[u8], at: usize) -> Option<usize> {
    let mark = at + bytes.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
    let fill = bytes[mark..].iter().position(|&byte| byte != 0xFF)?;
    Some(mark + fill)
}

/// Where a scan ends: at an `FF` that is neither data nor a restart.
fn scan_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
        match bytes.get(at + 1)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}
