//! Folding: lower case, no accents, ligatures opened; Arabic without short vowels, its alefs alike.

use unicode_normalization::UnicodeNormalization;

/// Folds one word: compatibility forms and accents taken apart, marks dropped, ligatures opened, lower case.
///
/// Of Arabic words, short vowels and tatweel are marks; alef with whatever it bears is alef, ta marbuta is ha and alef
/// maqsura is ya, as they are typed in haste.
///
/// Only letters and digits of the basic plane are kept, so that both sides sort and compare alike.
///
/// ```
/// # use ribambelle::text::french::fold;
/// assert_eq!(fold("Œuvrée"), "oeuvree");
/// ```
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Folds one word at the end of `folded`, which spares an allocation per word of a corpus.
pub(super) fn fold_into(word: &str, folded: &mut String) {
    let start = folded.len();
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => folded.push('e'),
            'î' | 'ï' | 'Î' | 'Ï' => folded.push('i'),
            'ô' | 'ö' | 'Ô' | 'Ö' => folded.push('o'),
            'û' | 'ù' | 'ü' | 'Û' | 'Ù' | 'Ü' => folded.push('u'),
            'ç' | 'Ç' => folded.push('c'),
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            _ => {
                folded.truncate(start);
                fold_any(word, folded);
                return;
            }
        }
    }
}

/// Whether a character belongs to words: letters, digits and the accents that follow them.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (c as u32 >= 0x80 && ((c.is_alphanumeric() && is_kept(c)) || is_accent(c)))
}

fn fold_any(word: &str, folded: &mut String) {
    let bare: String = word.nfkd().filter(|c| !is_mark(*c)).collect();
    for c in bare.to_lowercase().chars() {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'ى' => folded.push('ي'),
            'ة' => folded.push('ه'),
            'ٱ' => folded.push('ا'),
            c if c.is_alphanumeric() && is_kept(c) => folded.push(c),
            _ => {}
        }
    }
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// An accent, or what Arabic writes above, below and between its letters: short vowels, hamza, tatweel.
fn is_mark(c: char) -> bool {
    is_accent(c) || matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// U+02BC is an apostrophe that Unicode counts among the letters.
fn is_kept(c: char) -> bool {
    c != '\u{2bc}' && (c as u32) < 0x1_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_fold() {
        for (word, folded) in [
            ("Éveil", "eveil"),
            ("CŒUR", "coeur"),
            ("cœur", "coeur"),
            ("e\u{301}te\u{301}", "ete"),
            ("Ça", "ca"),
            ("Straße", "strasse"),
            ("\u{fb01}n", "fin"),
            ("m²", "m2"),
            ("لقاء", "لقاء"),
            ("الرِّضَاعَة", "الرضاعه"),
            ("أُمّ", "ام"),
            ("لـــقى", "لقي"),
            ("½", "12"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }
}
