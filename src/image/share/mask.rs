//! Drawings of SVG as masks: how much of each pixel they cover.

use std::ops::Range;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The shade of a pixel that is wholly covered: one of four, from 0.
pub(super) const SHADES: u8 = 3;

/// How much of each pixel a drawing covers, from 0 to 255.
pub(super) struct Mask {
    width: usize,
    covered: Vec<u8>,
}

impl Mask {
    /// Draws elements of SVG; what is no drawing covers nothing.
    pub(super) fn draw(width: u32, height: u32, elements: &str) -> Mask {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" color=\"#fff\" fill=\"#fff\">{elements}</svg>"
        );
        let size = (width * height) as usize;
        let covered = Pixmap::new(width, height)
            .zip(Tree::from_str(&text, &Options::default()).ok())
            .map(|(mut pixmap, tree)| {
                resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
                pixmap.pixels().iter().map(|pixel| pixel.alpha()).collect()
            });
        Mask {
            width: width as usize,
            covered: covered.unwrap_or_else(|| vec![0; size]),
        }
    }

    /// How much of a pixel is covered, from 0 to [`SHADES`].
    pub(super) fn shade(&self, x: usize, y: usize) -> u8 {
        shade(self.covered[y * self.width + x])
    }

    /// How much of the pixels of a row is covered, each as [`Mask::shade`] says.
    pub(super) fn shades(&self, y: usize, columns: Range<usize>) -> impl Iterator<Item = u8> {
        let row = &self.covered[y * self.width..][columns];
        row.iter().map(|covered| shade(*covered))
    }

    /// The least rectangle of what is covered: left, top, and where it ends at the right and below.
    pub(super) fn reach(&self) -> Option<[usize; 4]> {
        let rows = self.covered.chunks(self.width).enumerate();
        rows.fold(None, |reach: Option<[usize; 4]>, (y, row)| {
            let is_covered = |covered: &u8| *covered > 255 / SHADES / 2;
            let Some((left, right)) = row
                .iter()
                .position(is_covered)
                .zip(row.iter().rposition(is_covered))
            else {
                return reach;
            };
            let [first, top, last, _] = reach.unwrap_or([left, y, right + 1, y + 1]);
            Some([first.min(left), top, last.max(right + 1), y + 1])
        })
    }
}

fn shade(covered: u8) -> u8 {
    ((u32::from(covered) * u32::from(SHADES) + 127) / 255) as u8
}
