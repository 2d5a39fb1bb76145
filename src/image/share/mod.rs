//! Draws the picture that stands for a page where its link is shared: 1200 by 630 pixels, a PNG of four colours.
//!
//! A guide has thousands of them, which differ by a name. So a picture is three bands of rows, each deflated by
//! itself: the [`Plate`] of its kind and the [`Foot`] of the guide are drawn by resvg and deflated once, and only the
//! band with the name is made for each, of letters that were drawn once. The whole is a PNG like any other: parts of a
//! deflated stream may follow each other, and check sums add up.
//!
//! The letters are built in (`SOURCES.md`), so that pictures are the same on every machine.

mod file;
mod glyphs;
mod letters;
mod lines;
mod mask;
mod press;
mod rows;

use file::{END, chunk, head};
use glyphs::SIZES;
use letters::Set;
pub use letters::can_draw;
use lines::Lines;
use mask::{Mask, SHADES};
pub use press::Press;
use rows::{Band, Rows, Sum};

/// The width of a picture, in pixels.
pub const WIDTH: usize = rows::WIDTH;
/// The height of a picture, in pixels.
pub const HEIGHT: usize = 630;

/// Where the band of the name begins, and where the foot does.
const NAME: usize = 196;
const FOOT: usize = 424;
/// Where the paper begins, on which the foot's words stand.
const PAPER: usize = 510;
/// The edge at both sides.
const EDGE: usize = 72;
/// The side of the icon.
const ICON: usize = 112;
/// The size of what stands below a name, by its place among the sizes, and how far its line is from the name's.
const BELOW: usize = 6;
const APART: f32 = 74.0;

/// The two colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colours {
    /// The ground, and the words on the paper.
    pub ground: [u8; 3],
    /// The words and drawings on the ground, and the paper below.
    pub paper: [u8; 3],
}

/// The lower part of every picture of a guide: children holding hands on a paper that says its name.
pub struct Foot {
    chunks: Vec<u8>,
    sum: Sum,
}

/// The upper part of every picture of a kind, with its colours.
pub struct Plate {
    chunks: Vec<u8>,
    sum: Sum,
}

/// A drawing of SVG: what stands in an element, with a size of its own.
#[derive(Debug, Clone, Copy)]
pub struct Drawing<'t> {
    /// The attributes and the children of the element, as `fill="none">…`.
    pub body: &'t str,
    /// Its width and height in its own units, from 0 on.
    pub size: (f32, f32),
}

impl Drawing<'_> {
    fn ratio(&self) -> f32 {
        self.size.0 / self.size.1
    }

    fn at(&self, x: f32, y: f32, height: f32) -> String {
        let scale = height / self.size.1;
        format!(
            "<g transform=\"translate({x} {y}) scale({scale})\"><g {}</g></g>",
            self.body
        )
    }
}

impl Foot {
    /// Draws the foot: figures that repeat, hand in hand, and a line of words.
    pub fn new(figures: &[Drawing<'_>], words: &str) -> Foot {
        let ratio: f32 = figures.iter().map(|figure| figure.ratio()).sum();
        // Whole times as wide as the picture, so that nobody is cut in two.
        let times = (WIDTH as f32 / ((PAPER - FOOT) as f32 * ratio.max(0.1))).ceil();
        let height = WIDTH as f32 / times / ratio.max(0.1);
        let mut chain = format!(
            "<rect y=\"{}\" width=\"{WIDTH}\" height=\"{}\"/>",
            PAPER - FOOT,
            HEIGHT - PAPER
        );
        // A little fuller than they are, so that no hair of ground shows between their hands.
        chain += "<g stroke=\"currentColor\" stroke-width=\"1\">";
        let mut x = 0.0;
        for figure in figures.iter().cycle().take(figures.len() * times as usize) {
            chain += &figure.at(x, (PAPER - FOOT) as f32 - height, height);
            x += height * figure.ratio();
        }
        chain += "</g>";
        let chain = Mask::draw(WIDTH as u32, (HEIGHT - FOOT) as u32, &chain);
        let middle = (PAPER + HEIGHT) as f32 / 2.0 - FOOT as f32;
        let words = line(words, EDGE as f32, middle, (WIDTH - 2 * EDGE) as f32, 50.0);
        let words = Mask::draw(WIDTH as u32, (HEIGHT - FOOT) as u32, &words);
        let mut rows = Rows::new(HEIGHT - FOOT);
        for y in 0..HEIGHT - FOOT {
            for x in 0..WIDTH {
                // Words are what of the paper shows the ground.
                rows.put(x, y, chain.shade(x, y).saturating_sub(words.shade(x, y)));
            }
        }
        let band = Band::last(&rows);
        let mut chunks = Vec::new();
        chunk(&mut chunks, b"IDAT", &[&band.deflated]);
        Foot {
            chunks,
            sum: band.sum,
        }
    }
}

impl Plate {
    /// Draws what stands above the name: an icon, and a line of words beside it.
    pub fn new(colours: Colours, icon: Option<Drawing<'_>>, words: &str) -> Plate {
        let top = (NAME - ICON) as f32 * 0.62;
        let mut left = EDGE as f32;
        let mut drawn = String::new();
        if let Some(icon) = icon {
            drawn += &icon.at(left, top, ICON as f32);
            left += ICON as f32 * icon.ratio() + 32.0;
        }
        let middle = top + ICON as f32 / 2.0;
        drawn += &line(words, left, middle, (WIDTH - EDGE) as f32 - left, 58.0);
        let mask = Mask::draw(WIDTH as u32, NAME as u32, &drawn);
        let mut rows = Rows::new(NAME);
        for y in 0..NAME {
            for x in 0..WIDTH {
                rows.put(x, y, mask.shade(x, y));
            }
        }
        let band = Band::shared(&rows);
        let mut chunks = head(&palette(colours));
        chunk(&mut chunks, b"IDAT", &[file::ZLIB, &band.deflated]);
        Plate {
            chunks,
            sum: band.sum,
        }
    }

    /// The picture of a name, and of what is said below it in smaller letters.
    pub fn picture(&self, foot: &Foot, name: &str, below: Option<&str>) -> Vec<u8> {
        let (before, band, after) = name_bands(name, below);
        let bands = [before, &band, after];
        let length: usize = bands.iter().map(|band| band.deflated.len()).sum();
        let mut out = Vec::with_capacity(self.chunks.len() + length + foot.chunks.len() + 64);
        out.extend_from_slice(&self.chunks);
        chunk(&mut out, b"IDAT", &bands.map(|band| &*band.deflated));
        out.extend_from_slice(&foot.chunks);
        let sum = bands
            .iter()
            .fold(self.sum, |sum, band| sum.then(band.sum))
            .then(foot.sum);
        chunk(&mut out, b"IDAT", &[&sum.bytes()]);
        out.extend_from_slice(END);
        out
    }
}

/// A line of a name in its place: its letters, their size, its baseline.
struct Line {
    letters: Vec<Set>,
    size: usize,
    y: i32,
}

/// Lays out a name, and what is said below it, between the icon and the foot.
fn laid(name: &str, below: Option<&str>) -> Vec<Line> {
    let height = (FOOT - NAME) as f32;
    let width = (WIDTH - 2 * EDGE) as f32;
    let below = below.map(|text| lines::fit(&letters::plain(text), width, lines::capitals(BELOW)));
    let apart = if below.is_some() { APART } else { 0.0 };
    let Lines { lines, size } = lines::fit(&letters::plain(name), width, height - 36.0 - apart);
    let high = lines::high(size, lines.len()) + apart;
    // A little above the middle: letters hang below their line more than they stand out above.
    let first = ((height - high) * 0.46 + lines::capitals(size)).round();
    let baselines = (0..).map(|at| first + lines::leading(size) * at as f32);
    let own = lines.iter().zip(baselines).map(|(text, y)| (text, size, y));
    let last = first + lines::leading(size) * (lines.len().max(1) - 1) as f32;
    let below = below.iter().flat_map(|below| {
        below
            .lines
            .iter()
            .map(|text| (text, below.size, last + APART))
    });
    own.chain(below)
        .map(|(text, size, y)| Line {
            letters: letters::set(text, f32::from(SIZES[size])).0,
            size,
            y: y as i32,
        })
        .collect()
}

/// The rows of a name: those of the ground above it, its own, and those of the ground below it.
fn name_bands(name: &str, below: Option<&str>) -> (&'static Band, Band, &'static Band) {
    let height = (FOOT - NAME) as i32;
    let lines = laid(name, below);
    let reach = lines.iter().map(|line| {
        let (top, bottom) = glyphs::reach(&line.letters, line.size);
        (line.y + top, line.y + bottom)
    });
    let (top, bottom) = reach.fold((height, 0), |(top, bottom), (first, last)| {
        (top.min(first), bottom.max(last))
    });
    let (top, bottom) = (
        top.clamp(0, height),
        bottom.clamp(top.clamp(0, height), height),
    );
    let mut rows = Rows::new((bottom - top) as usize);
    for line in &lines {
        glyphs::lay(
            &mut rows,
            &line.letters,
            line.size,
            EDGE as i32,
            line.y - top,
        );
    }
    (
        rows::ground(top as usize),
        Band::quick(&rows),
        rows::ground((height - bottom) as usize),
    )
}

/// A line of words as elements of SVG, its capitals in the middle of a height, as great as a width leaves room for.
fn line(text: &str, x: f32, middle: f32, width: f32, size: f32) -> String {
    let text = letters::plain(text);
    let (_, wide) = letters::set(&text, size);
    let size = size * (width / wide.max(1.0)).min(1.0);
    let (line, _) = letters::set(&text, size);
    let (scale, baseline) = (letters::scale(size), middle + size * 0.334);
    line.iter()
        .map(|set| {
            let (x, outline) = (x + set.x, letters::outline(set.letter));
            format!(
                "<path transform=\"translate({x} {baseline}) scale({scale})\" d=\"{outline}\"/>"
            )
        })
        .collect()
}

/// The colours by their numbers, from the ground to the paper.
fn palette(colours: Colours) -> Vec<[u8; 3]> {
    let mix = |shade: u8, at: usize| {
        let (ground, paper) = (u32::from(colours.ground[at]), u32::from(colours.paper[at]));
        let (part, of) = (u32::from(shade), u32::from(SHADES));
        ((ground * (of - part) + paper * part + of / 2) / of) as u8
    };
    (0..=SHADES)
        .map(|shade| [mix(shade, 0), mix(shade, 1), mix(shade, 2)])
        .collect()
}
