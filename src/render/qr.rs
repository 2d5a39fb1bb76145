//! The address of a page as a QR code, for who holds it on paper.

use minijinja::Value;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use serde::{Serialize, Serializer};

/// The light edge around a code, in squares (ISO/IEC 18004 asks for four).
const EDGE: i32 = 4;

/// The pattern laid over every code, of the eight that ISO/IEC 18004 has.
///
/// A reader reads all eight alike. To score them on each page costs ten times the code itself; this is the one
/// that scores best for two addresses out of three.
const MASK: u8 = 2;

/// A text that a page shows as a QR code: drawn when the page is.
pub(super) struct Code(Box<str>);

impl Code {
    pub(super) fn of(text: &str) -> Code {
        Code(text.into())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        svg(&self.0)
            .map(Value::from_safe_string)
            .serialize(serializer)
    }
}

/// A text as an SVG drawing of its QR code; none where the text is too long for one (2,953 bytes).
///
/// Of the levels of correction it has the highest that its size leaves room for.
/// The drawing has no size of its own: a style sheet gives it one, 25 mm at least for a paper held in hand.
pub(super) fn svg(text: &str) -> Option<String> {
    let code = code(text)?;
    let size = code.size();
    let side = size + 2 * EDGE;
    let mut path = String::with_capacity(3 * (size * size) as usize);
    let mut at = (0, 0);
    for row in 0..size {
        let mut start = None;
        for column in 0..=size {
            match (start, column < size && code.get_module(column, row)) {
                (None, true) => start = Some(column),
                (Some(from), false) => {
                    // From the end of the former run: small numbers, short paths.
                    let (right, down) = (from - at.1, row - at.0);
                    for (letter, number) in [('m', right), (' ', down), ('h', column - from)] {
                        path.push(letter);
                        push_number(&mut path, number);
                    }
                    at = (row, column);
                    start = None;
                }
                _ => {}
            }
        }
    }
    Some(format!(
        "<svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path stroke=\"#000\" d=\"M{EDGE} {EDGE}.5{path}\"/></svg>"
    ))
}

fn code(text: &str) -> Option<QrCode> {
    let (smallest, largest) = (Version::MIN, Version::MAX);
    let (least, mask) = (QrCodeEcc::Low, Some(Mask::new(MASK)));
    let segments = QrSegment::make_segments(text);
    QrCode::encode_segments_advanced(&segments, least, smallest, largest, mask, true).ok()
}

/// Writes a number; formatting the hundreds of a code one by one would take as long as making it.
fn push_number(path: &mut String, number: i32) {
    if number < 0 {
        path.push('-');
    }
    let number = number.unsigned_abs();
    for power in [100, 10, 1] {
        if number >= power || power == 1 {
            path.push(char::from(b'0' + (number / power % 10) as u8));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark squares of a drawing, by row and column.
    fn squares(drawn: &str) -> Vec<(usize, usize)> {
        let (_, path) = drawn.split_once("d=\"M4 4.5m").expect("a path");
        let (path, _) = path.split_once('"').expect("its end");
        let (mut row, mut column) = (0, 0);
        let mut dark = Vec::new();
        for run in path.split('m') {
            let (to, length) = run.split_once('h').expect("a run");
            let (right, down) = to.split_once(' ').expect("two numbers");
            row += down.parse::<usize>().expect("rows down");
            column += right.parse::<isize>().expect("columns right");
            for _ in 0..length.parse::<usize>().expect("a length") {
                dark.push((row, column as usize));
                column += 1;
            }
        }
        dark
    }

    #[test]
    fn every_dark_square_is_drawn_and_no_other() {
        let address = "https://guide.example.org/laep/les-petits-pas/";
        let code = code(address).expect("a code");
        let all =
            (0..code.size()).flat_map(|row| (0..code.size()).map(move |column| (row, column)));
        let dark: Vec<_> = all
            .filter(|(row, column)| code.get_module(*column, *row))
            .map(|(row, column)| (row as usize, column as usize))
            .collect();
        let drawn = svg(address).expect("a drawing");
        assert_eq!(squares(&drawn), dark);
        assert!(drawn.len() < 3_000, "{}", drawn.len());
    }

    #[test]
    fn a_reader_reads_back_every_address() {
        /// Dots to a square, and squares of light around the code.
        const DOTS: usize = 4;
        let places = [
            "",
            "agenda/2026-s49/",
            "communes/67180-haguenau/",
            "actions/",
            "situations/samedi/",
        ];
        for (number, place) in places.iter().cycle().take(60).enumerate() {
            let address = format!(
                "https://guide.example.org/{place}{}",
                "atelier-".repeat(number % 12)
            );
            let code = code(&address).expect("a code");
            let side = (code.size() + 2 * EDGE) as usize * DOTS;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
                let at = |dot: usize| (dot / DOTS) as i32 - EDGE;
                if code.get_module(at(x), at(y)) {
                    0
                } else {
                    255
                }
            });
            let read = image.detect_grids().first().map(rqrr::Grid::decode);
            assert_eq!(
                read.expect("a code is seen").expect("a code is read").1,
                address
            );
        }
    }

    #[test]
    fn what_is_too_long_for_a_code_has_none() {
        assert_eq!(svg(&"x".repeat(3_000)), None);
    }
}
