//! The address of a page as a QR code, for who holds it on paper.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// The light edge around a code, in squares (ISO/IEC 18004 asks for four).
const EDGE: usize = 4;

/// A text as an SVG drawing of its QR code; none where the text is too long for one (2,953 bytes).
///
/// The drawing has no size of its own: a style sheet gives it one, 25 mm at least for a paper held in hand.
pub(super) fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let side = code.size + 2 * EDGE;
    let mut path = String::with_capacity(code.size * code.size);
    let mut at = (0, 0);
    for row in 0..code.size {
        let is_dark = |column: usize| code[row][column].value();
        let mut column = 0;
        while column < code.size {
            let start = column;
            while column < code.size && is_dark(column) == is_dark(start) {
                column += 1;
            }
            if is_dark(start) {
                // From the end of the former run: small numbers, short paths.
                let (right, down) = (start as isize - at.1 as isize, row - at.0);
                let _ = write!(path, "m{right} {down}h{}", column - start);
                at = (row, column);
            }
        }
    }
    Some(format!(
        "<svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path stroke=\"#000\" d=\"M{EDGE} {EDGE}.5{path}\"/></svg>"
    ))
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
        let code = QRBuilder::new(address).ecl(ECL::L).build().expect("a code");
        let all = (0..code.size).flat_map(|row| (0..code.size).map(move |column| (row, column)));
        let dark: Vec<_> = all
            .filter(|(row, column)| code[*row][*column].value())
            .collect();
        let drawn = svg(address).expect("a drawing");
        assert_eq!(squares(&drawn), dark);
        assert!(drawn.len() < 3_000, "{}", drawn.len());
    }

    #[test]
    fn what_is_too_long_for_a_code_has_none() {
        assert_eq!(svg(&"x".repeat(3_000)), None);
    }
}
