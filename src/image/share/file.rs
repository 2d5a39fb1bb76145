//! The parts of a PNG file (PNG, third edition, 5).

use super::HEIGHT;
use super::rows::WIDTH;

/// What a zlib stream begins with: deflated, any window, quickly.
pub(super) const ZLIB: &[u8] = &[0x78, 0x01];

/// The chunk that ends a file.
pub(super) const END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";

/// The beginning of a file: its size, and its four colours.
pub(super) fn head(palette: &[[u8; 3]]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let side = |side: usize| (side as u32).to_be_bytes();
    // Two bits for a pixel, a palette, nothing unusual.
    let rest = [2, 3, 0, 0, 0];
    chunk(&mut out, b"IHDR", &[&side(WIDTH), &side(HEIGHT), &rest]);
    chunk(&mut out, b"PLTE", &[palette.as_flattened()]);
    out
}

/// Adds a chunk, its content in parts.
pub(super) fn chunk(out: &mut Vec<u8>, name: &[u8; 4], parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    out.extend_from_slice(&(length as u32).to_be_bytes());
    let start = out.len();
    out.extend_from_slice(name);
    for part in parts {
        out.extend_from_slice(part);
    }
    let sum = crc32fast::hash(&out[start..]);
    out.extend_from_slice(&sum.to_be_bytes());
}
