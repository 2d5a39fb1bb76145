//! Letters as pixels: each drawn once for each size, and laid onto rows of a picture.

use std::sync::{LazyLock, OnceLock};

use super::letters::{self, Set};
use super::mask::Mask;
use super::rows::{PACKED, Rows, STRIDE, packed};

/// The sizes in which letters are drawn, in pixels to the em.
pub(super) const SIZES: [u16; 7] = [136, 116, 96, 80, 66, 54, 46];

/// Every letter in every size, drawn when it is first needed.
static GLYPHS: LazyLock<Vec<OnceLock<Glyph>>> = LazyLock::new(|| {
    let all = SIZES.len() * letters::count();
    (0..all).map(|_| OnceLock::new()).collect()
});

/// A letter as pixels, four to a byte.
#[derive(Debug, Default)]
struct Glyph {
    /// Where its pixels begin, from its place on the line to the right.
    left: i32,
    /// Where they begin, from the baseline down.
    top: i32,
    rows: usize,
    /// The bytes of a row, by which pixel of a byte the first one is.
    stride: [usize; PACKED],
    bytes: [Vec<u8>; PACKED],
}

/// What a line of text covers, from its baseline down.
pub(super) fn reach(line: &[Set], size: usize) -> (i32, i32) {
    let glyphs = line.iter().map(|set| glyph(set.letter, size));
    glyphs.fold((0, 0), |(top, bottom), glyph| {
        let end = glyph.top + glyph.rows as i32;
        (top.min(glyph.top), bottom.max(end))
    })
}

/// Lays a line of letters on rows; its beginning stands at `x`, its baseline at `y`.
pub(super) fn lay(rows: &mut Rows, line: &[Set], size: usize, x: i32, y: i32) {
    for set in line {
        let glyph = glyph(set.letter, size);
        let left = x + set.x.round() as i32 + glyph.left;
        let top = y + glyph.top;
        let (Ok(left), Ok(top)) = (usize::try_from(left), usize::try_from(top)) else {
            continue;
        };
        let (side, at) = (left % PACKED, left / PACKED);
        let stride = glyph.stride[side].min(STRIDE.saturating_sub(at));
        if stride == 0 {
            continue;
        }
        let from = glyph.bytes[side].chunks(glyph.stride[side]);
        for (to, from) in rows.from(top).zip(from) {
            // Where two letters touch, both stay: what both cover in part is covered wholly.
            for (to, from) in to[at..at + stride].iter_mut().zip(from) {
                *to |= from;
            }
        }
    }
}

fn glyph(letter: usize, size: usize) -> &'static Glyph {
    GLYPHS[size * letters::count() + letter].get_or_init(|| draw(letter, SIZES[size]))
}

fn draw(letter: usize, size: u16) -> Glyph {
    let outline = letters::outline(letter);
    if outline.is_empty() {
        return Glyph::default();
    }
    // Room beside the letter for what leans out, and for the highest accent.
    let (edge, base) = (u32::from(size) / 4, u32::from(size) * 5 / 4);
    let scale = letters::scale(f32::from(size));
    let width = 2 * edge + (letters::advance(letter) * scale) as u32 + 1;
    let height = u32::from(size) * 7 / 4;
    let path =
        format!("<path transform=\"translate({edge} {base}) scale({scale})\" d=\"{outline}\"/>");
    let mask = Mask::draw(width, height, &path);
    let Some([left, top, right, bottom]) = mask.reach() else {
        return Glyph::default();
    };
    let mut glyph = Glyph {
        left: left as i32 - edge as i32,
        top: top as i32 - base as i32,
        rows: bottom - top,
        ..Glyph::default()
    };
    let stride = (right - left).div_ceil(PACKED);
    let mut bytes = vec![0; stride * glyph.rows];
    for (row, line) in bytes.chunks_mut(stride).enumerate() {
        for (at, shade) in mask.shades(top + row, left..right).enumerate() {
            line[at / PACKED] |= packed(at, shade);
        }
    }
    for side in 0..PACKED {
        let wider = (right - left + side).div_ceil(PACKED);
        let lines = bytes.chunks(stride);
        glyph.stride[side] = wider;
        glyph.bytes[side] = lines
            .flat_map(|line| moved(line, side).take(wider))
            .collect();
    }
    glyph
}

/// A row of pixels some pixels farther to the right; a byte longer, which may be the ground's.
fn moved(line: &[u8], pixels: usize) -> impl Iterator<Item = u8> {
    let bits = 8 / PACKED * pixels;
    let before = [0].into_iter().chain(line.iter().copied());
    let here = line.iter().copied().chain([0]);
    before
        .zip(here)
        .map(move |(before, here)| (u16::from_be_bytes([before, here]) >> bits) as u8)
}
