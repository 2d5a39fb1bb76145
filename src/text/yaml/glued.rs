//! Keys that are none: « titre:Atelier », or a key without its colon, which a parser only sees at the next line.

use std::ops::Range;

use super::messages::{MAPPING_VALUES, SIMPLE_KEY};

/// The key on the line before a place, where what the parser says there comes of it.
pub(super) fn key_before(text: &str, at: usize, said: &str) -> Option<Range<usize>> {
    let line_start = text[..at].rfind('\n')? + 1;
    let before = text[..line_start].trim_end();
    let start = before.rfind('\n').map_or(0, |line| line + 1);
    let line = &before[start..];
    let key = line.trim_start_matches([' ', '-']);
    let key_start = start + line.len() - key.len();
    let name = key
        .bytes()
        .take_while(|b| b.is_ascii_lowercase() || *b == b'_')
        .count();
    let is_glued = name > 0
        && key[name..].starts_with(':')
        && !key[name + 1..].starts_with([' ', '\t', '/'])
        && key.len() > name + 1;
    if is_glued {
        return (said.contains(SIMPLE_KEY) || said.contains(MAPPING_VALUES))
            .then_some(key_start..key_start + name + 1);
    }
    let is_bare = said.contains(SIMPLE_KEY) && !key.contains(": ");
    (is_bare && !key.is_empty()).then_some(key_start..key_start + key.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_key_is_found_on_the_line_before() {
        let found =
            |text: &str, said| key_before(text, text.len(), said).map(|key| text[key].to_owned());
        assert_eq!(
            found("titre: A\nlieu:maison\n", SIMPLE_KEY).as_deref(),
            Some("lieu:")
        );
        assert_eq!(
            found("- titre:A\n  type", MAPPING_VALUES).as_deref(),
            Some("titre:")
        );
        assert_eq!(
            found("titre: A\nbrouillon\nmode", SIMPLE_KEY).as_deref(),
            Some("brouillon")
        );
        assert_eq!(found("titre: A\n  b", MAPPING_VALUES), None);
        assert_eq!(found("https://exemple.fr\n", MAPPING_VALUES), None);
        assert_eq!(found("titre", SIMPLE_KEY), None);
    }
}
