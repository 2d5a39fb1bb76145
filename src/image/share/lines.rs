//! Words broken into lines, in the greatest letters that leave them room.

use super::glyphs::SIZES;
use super::letters;

/// How many lines a text may have in each of the [`SIZES`]: the greater the letters, the fewer.
const MOST: [usize; SIZES.len()] = [1, 1, 2, 2, 3, 3, 4];

/// A text in lines of letters of one size.
#[derive(Debug, PartialEq)]
pub(super) struct Lines {
    /// The lines, as plain text.
    pub(super) lines: Vec<String>,
    /// The size, by its place among [`SIZES`].
    pub(super) size: usize,
}

/// What a line may end with: a word with its space, or a part of one with its hyphen.
struct Word<'t> {
    text: &'t str,
    /// How wide it is in units of an em, with its space and without.
    wide: (f32, f32),
}

/// Breaks a plain text so that no line is wider than `width`, nor all together higher than `height`, both in pixels.
///
/// Accents above the lines and tails below them take `beside` of the size of the letters.
/// What is too long for the smallest letters ends with an ellipsis.
pub(super) fn fit(text: &str, width: f32, height: f32, beside: f32) -> Lines {
    let units = |size: usize| width / letters::scale(f32::from(SIZES[size]));
    let most = |size: usize| {
        let lines = 1..=MOST[size];
        let more = beside * f32::from(SIZES[size]);
        lines
            .rev()
            .find(|lines| high(size, *lines) + more <= height)
    };
    let [spaces, hyphens] = [words(text, &[' ']), words(text, &[' ', '-'])];
    let greatest = |words: &[Word<'_>]| {
        (0..SIZES.len()).find_map(|size| {
            let (breaks, widest) = broken(words, units(size));
            let has_room = most(size).is_some_and(|most| breaks.len() <= most);
            (has_room && widest <= units(size)).then_some((size, breaks))
        })
    };
    // A word with a hyphen stays whole where its letters need not be much smaller for it.
    let found = match (greatest(&spaces), greatest(&hyphens)) {
        (Some((whole, breaks)), Some((parted, _))) if whole <= parted + 2 => {
            Some((whole, &spaces, breaks))
        }
        (_, parted) => parted.map(|(size, breaks)| (size, &hyphens, breaks)),
    };
    let Some((size, words, mut breaks)) = found else {
        let (size, words) = (SIZES.len() - 1, &hyphens);
        let (breaks, _) = broken(words, units(size));
        let lines = joined(words, &breaks);
        return Lines {
            lines: cut(lines, most(size).unwrap_or(1), size, width),
            size,
        };
    };
    // The narrowest that is as high, so that no line is much shorter than the others.
    let mut narrower = units(size);
    while breaks.len() > 1 {
        narrower -= 50.0;
        let (next, widest) = broken(words, narrower);
        if next.len() > breaks.len() || widest > narrower {
            break;
        }
        breaks = next;
    }
    Lines {
        lines: joined(words, &breaks),
        size,
    }
}

/// From one baseline to the next.
pub(super) fn leading(size: usize) -> f32 {
    (f32::from(SIZES[size]) * 1.08).round()
}

/// The height of capitals.
pub(super) fn capitals(size: usize) -> f32 {
    f32::from(SIZES[size]) * 0.668
}

/// From the top of the capitals of the first line to the baseline of the last.
pub(super) fn high(size: usize, lines: usize) -> f32 {
    capitals(size) + leading(size) * (lines.max(1) - 1) as f32
}

fn wide(text: &str, size: usize) -> f32 {
    letters::set(text, f32::from(SIZES[size])).1
}

/// The words of a text, each with what ends it.
fn words<'t>(text: &'t str, ends: &[char]) -> Vec<Word<'t>> {
    let units = |text: &str| letters::set(text, letters::EM).1;
    text.split_inclusive(ends)
        .map(|text| Word {
            text,
            wide: (units(text), units(text.trim_end())),
        })
        .collect()
}

/// Where lines end, by how many words stand before, and how wide the widest is.
fn broken(words: &[Word<'_>], width: f32) -> (Vec<usize>, f32) {
    let mut breaks = Vec::new();
    let (mut x, mut widest) = (0.0, 0.0_f32);
    for (at, word) in words.iter().enumerate() {
        if x > 0.0 && x + word.wide.1 > width {
            breaks.push(at);
            x = 0.0;
        }
        widest = widest.max(x + word.wide.1);
        x += word.wide.0;
    }
    breaks.push(words.len());
    (breaks, widest)
}

fn joined(words: &[Word<'_>], breaks: &[usize]) -> Vec<String> {
    let starts = [0].into_iter().chain(breaks.iter().copied());
    let lines = starts.zip(breaks).map(|(start, end)| {
        let mut line: String = words[start..*end].iter().map(|word| word.text).collect();
        line.truncate(line.trim_end().len());
        line
    });
    lines.collect()
}

/// As many lines as there is room for, each as wide as there is room.
fn cut(mut lines: Vec<String>, most: usize, size: usize, width: f32) -> Vec<String> {
    let is_longer = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        let mut shown = line.clone();
        if (at == last && is_longer) || wide(&shown, size) > width {
            shown.push('…');
        }
        while wide(&shown, size) > width && !line.is_empty() {
            line.pop();
            shown = format!("{}…", line.trim_end());
        }
        *line = shown;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_great_as_can_be_and_never_too_wide() {
        let of = |text: &str| fit(text, 1056.0, 228.0, 0.56);
        let short = of("Haguenau");
        assert_eq!((short.size, short.lines.len()), (0, 1));
        let long = of("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson");
        assert_eq!(long.lines.len(), 2, "{long:?}");
        assert_eq!(
            long.lines.concat(),
            "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
        );
        let widths: Vec<f32> = long
            .lines
            .iter()
            .map(|line| wide(line, long.size))
            .collect();
        assert!((widths[0] - widths[1]).abs() < 300.0, "{widths:?}");
        for text in [&*"a".repeat(400), &"un mot ".repeat(60), "", "-", " "] {
            let lines = of(text);
            assert!(lines.lines.len() <= 4, "{lines:?}");
            assert!(
                lines
                    .lines
                    .iter()
                    .all(|line| wide(line, lines.size) <= 1057.0),
                "{lines:?}"
            );
            assert!(high(lines.size, lines.lines.len()) <= 228.0);
        }
        let hyphen = of("Lieu d’accueil enfants-parents L’Arrosoir");
        assert_eq!(
            hyphen.lines,
            ["Lieu d’accueil", "enfants-parents L’Arrosoir"]
        );
        assert!(of(&"un mot ".repeat(60)).lines[3].ends_with('…'));
    }
}
