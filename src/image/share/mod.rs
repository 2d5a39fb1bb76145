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
mod name;
mod press;
mod rows;

use file::{END, chunk, head};
pub use letters::can_draw;
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
/// The size of the foot's words in one line, and the greatest in two.
const GREAT: f32 = 50.0;
const SMALL: f32 = 38.0;
/// The side of the icon.
const ICON: usize = 112;

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
        let words = lines_of(words, EDGE as f32, middle, (WIDTH - 2 * EDGE) as f32);
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
        let (before, band, after) = name::bands(name, below);
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

/// Words in one line, or in two where they would be small in one, as elements of SVG.
fn lines_of(text: &str, x: f32, middle: f32, width: f32) -> String {
    let text = letters::plain(text);
    let wide = |text: &str| letters::set(text, SMALL).1;
    if wide(&text) <= width {
        return line(&text, x, middle, width, GREAT);
    }
    let halves = text.match_indices(' ').map(|(at, _)| text.split_at(at));
    let widest = |(one, other): &(&str, &str)| wide(one).max(wide(other.trim_start()));
    let Some((one, other)) = halves.min_by(|a, b| widest(a).total_cmp(&widest(b))) else {
        return line(&text, x, middle, width, GREAT);
    };
    let size = SMALL * (width / widest(&(one, other)).max(1.0)).min(1.0);
    let apart = size * 0.6;
    line(one, x, middle - apart, width, size)
        + &line(other.trim_start(), x, middle + apart, width, size)
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

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;

    use super::*;

    /// The pixels of a picture as its file holds them, after every check sum was found right.
    fn read(file: &[u8]) -> Vec<u8> {
        let mut rest = file.strip_prefix(b"\x89PNG\r\n\x1a\n").expect("a PNG");
        let mut data = Vec::new();
        let mut names = Vec::new();
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let length = u32::from_be_bytes(*length) as usize;
            let (chunk, after) = after.split_at(4 + length);
            let (sum, after) = after.split_at(4);
            assert_eq!(crc32fast::hash(chunk).to_be_bytes(), sum);
            let (name, content) = chunk.split_at(4);
            if name == b"IDAT" {
                data.extend_from_slice(content);
            }
            names.push(String::from_utf8_lossy(name).into_owned());
            rest = after;
        }
        assert_eq!(names.join(" "), "IHDR PLTE IDAT IDAT IDAT IDAT IEND");
        let mut pixels = Vec::new();
        // It fails where the sum of the whole is not the one at the end.
        let read = ZlibDecoder::new(&*data).read_to_end(&mut pixels);
        read.expect("a sound stream");
        pixels
    }

    #[test]
    fn bands_that_are_deflated_apart_make_one_sound_picture() {
        let colours = Colours {
            ground: [10, 90, 120],
            paper: [255, 253, 249],
        };
        let icon = Drawing {
            body: "fill=\"currentColor\"><circle cx=\"12\" cy=\"12\" r=\"9\"/>",
            size: (24.0, 24.0),
        };
        let foot = Foot::new(&[icon], "Guide d’essai");
        let plate = Plate::new(colours, Some(icon), "Lieu");
        let row = 1 + WIDTH / 4;
        let mut seen = Vec::new();
        for name in [
            "",
            "Haguenau",
            "Saverne",
            "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
        ] {
            let pixels = read(&plate.picture(&foot, name, None));
            assert_eq!(pixels.len(), HEIGHT * row, "{name}");
            let (top, rest) = pixels.split_at(NAME * row);
            let (middle, foot) = rest.split_at((FOOT - NAME) * row);
            assert!(
                [top, foot]
                    .iter()
                    .all(|part| part.iter().any(|byte| *byte != 0))
            );
            assert_eq!(middle.iter().all(|byte| *byte == 0), name.is_empty());
            assert!(!seen.contains(&middle.to_vec()), "{name}");
            seen.push(middle.to_vec());
        }
        let again = plate.picture(&foot, "Haguenau", None);
        assert_eq!(again, plate.picture(&foot, "Haguenau", None));
        // What is no drawing is left out.
        let broken = Drawing { body: "><", ..icon };
        let plate = Plate::new(colours, Some(broken), "");
        read(&plate.picture(&Foot::new(&[], ""), "x", Some("y")));
    }
}
