//! The nearest valid spelling of what was misspelt.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The candidate nearest to a word, or none where none is near enough to be meant.
///
/// Case, accents, blanks, `_` and `-` count for nothing; then at most a third of the letters may differ, or two
/// where the beginning is right; a word of four letters that begins a candidate, or is one of its words, means it.
/// Among equals the one that begins alike for longest wins, then the first in the order given.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > 200 {
        return None;
    }
    let folded = fold(word);
    let length = folded.chars().count();
    let mut best: Option<((usize, std::cmp::Reverse<usize>), &str)> = None;
    for candidate in candidates {
        let other = fold(candidate);
        let alike = folded.chars().zip(other.chars());
        let alike = alike.take_while(|(a, b)| a == b).count();
        // « 6e » is no slip for « 2e », nor « D » for « A ».
        let is_other_number = alike == 0 && folded.starts_with(|c: char| c.is_ascii_digit());
        let is_part = || other.split('-').any(|part| part == folded);
        let is_begun = length >= 4 && (alike == length || is_part());
        let allowed = match (alike, length) {
            (0, 1) => 0,
            (2.., 4..6) => 2,
            _ => (length / 3).max(1),
        };
        let is_far = other.chars().count().abs_diff(length) > allowed;
        if is_other_number || is_far && !is_begun {
            continue;
        }
        let distance = strsim::osa_distance(&folded, &other);
        let rank = (distance, std::cmp::Reverse(alike));
        if (distance <= allowed || is_begun) && best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Lower case, without accents, with `-` for blanks and `_`.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            // What French texts hold most, without a look-up for each letter.
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => folded.push('e'),
            'à' | 'â' | 'À' | 'Â' => folded.push('a'),
            'î' | 'ï' | 'Î' | 'Ï' => folded.push('i'),
            'ô' | 'Ô' => folded.push('o'),
            'ù' | 'û' | 'ü' => folded.push('u'),
            'ç' | 'Ç' => folded.push('c'),
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            '_' | '’' | '\'' => folded.push('-'),
            _ if c.is_ascii() => {
                let blank = c.is_ascii_whitespace();
                folded.push(if blank { '-' } else { c.to_ascii_lowercase() });
            }
            _ if c.is_whitespace() => folded.push('-'),
            _ => folded.extend(
                std::iter::once(c)
                    .nfd()
                    .filter(|&c| !is_combining_mark(c))
                    .flat_map(char::to_lowercase),
            ),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_mended_and_another_word_is_not() {
        let keys = ["titre", "resume", "themes", "code_postal", "horaires"];
        assert_eq!(nearest("Résumé", keys), Some("resume"));
        assert_eq!(nearest("code postal", keys), Some("code_postal"));
        assert_eq!(nearest("tire", keys), Some("titre"));
        assert_eq!(nearest("horraires", keys), Some("horaires"));
        assert_eq!(nearest("piscine", keys), None);
        assert_eq!(nearest("code", keys), Some("code_postal"));
        assert_eq!(nearest("postal", keys), Some("code_postal"));
        assert_eq!(nearest("D", ["A", "B"]), None);
        assert_eq!(nearest("6e", ["2e", "5e"]), None);
        assert_eq!(nearest("somei", ["ecole", "sommeil"]), Some("sommeil"));
    }
}
