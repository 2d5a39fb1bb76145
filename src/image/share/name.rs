//! The band of a picture that says a name: where its lines stand, and their rows.

use super::glyphs::{self, SIZES};
use super::letters::{self, Set};
use super::lines::{self, Lines};
use super::rows::{self, Band, Rows};
use super::{EDGE, FOOT, NAME, WIDTH};

/// The size of what stands below a name, by its place among the sizes, and how far its line is from the name's.
const BELOW: usize = 6;
const APART: f32 = 70.0;
/// How much of the size of letters an accent stands out above capitals, or a tail below the line.
const BESIDE: f32 = 0.28;

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
    let size_of = |size: usize| f32::from(SIZES[size]);
    let below =
        below.map(|text| lines::fit(&letters::plain(text), width, lines::capitals(BELOW), 0.0));
    // What stands below has the tails.
    let (apart, tails, beside) = match &below {
        Some(below) => (APART, BESIDE * size_of(below.size), BESIDE),
        None => (0.0, 0.0, 2.0 * BESIDE),
    };
    let room = height - apart - tails;
    let Lines { lines, size } = lines::fit(&letters::plain(name), width, room, beside);
    let free = room - lines::high(size, lines.len()) - beside * size_of(size);
    let first = (free.max(0.0) * 0.4 + BESIDE * size_of(size) + lines::capitals(size)).round();
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
            letters: letters::set(text, size_of(size)).0,
            size,
            y: y as i32,
        })
        .collect()
}

/// The rows of a name: those of the ground above it, its own, and those of the ground below it.
pub(super) fn bands(name: &str, below: Option<&str>) -> (&'static Band, Band, &'static Band) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_accent_and_no_tail_is_cut_off() {
        for below in [None, Some("Ůjpq")] {
            for words in 1..40 {
                let name = "Ůjpq ÅÇ ".repeat(words);
                let lines = laid(name.trim(), below);
                assert!(!lines.is_empty());
                for line in &lines {
                    let (top, bottom) = glyphs::reach(&line.letters, line.size);
                    assert!(line.y + top >= 0, "{words} {}", line.y + top);
                    assert!(
                        line.y + bottom <= (FOOT - NAME) as i32,
                        "{words} {}",
                        line.y + bottom
                    );
                }
            }
        }
    }
}
