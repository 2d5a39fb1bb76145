//! The bracket that was left open, where the YAML parser only sees that something later is out of place.

/// Where the innermost bracket or brace that a text opens and never closes stands, in bytes.
///
/// Quotes and comments are passed over. Outside of brackets one counts only where a value begins: the ones within
/// « 9 h [sauf mardi] » are part of a text.
pub(super) fn left_open(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut open: Vec<usize> = Vec::new();
    let mut begins = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\n' => begins = open.is_empty() || begins,
            b' ' | b'\t' | b'\r' => {}
            b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => {
                at += end_of_line(&bytes[at..]);
                continue;
            }
            b'"' | b'\'' if begins => {
                at += quoted(&bytes[at..]);
                begins = false;
                continue;
            }
            b'[' | b'{' if begins || !open.is_empty() => {
                open.push(at);
                begins = true;
            }
            b']' | b'}' if !open.is_empty() => {
                open.pop();
                begins = false;
            }
            b',' => begins = !open.is_empty(),
            b':' | b'-' => begins = bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace),
            _ => begins = false,
        }
        at += 1;
    }
    open.last().copied()
}

/// How many bytes are left of the line.
fn end_of_line(bytes: &[u8]) -> usize {
    let end = bytes.iter().position(|byte| *byte == b'\n');
    end.unwrap_or(bytes.len())
}

/// How many bytes a quoted text takes, from its first quote to its last.
fn quoted(bytes: &[u8]) -> usize {
    let quote = bytes[0];
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' if quote == b'"' => at += 1,
            byte if byte == quote => return at,
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bracket_left_open_is_found() {
        for (text, open) in [
            ("themes: [jeux, sommeil\nverifie: {le: 2026}\n", "[jeux"),
            ("a: {b: [1, 2}\nc: 1\n", "{b"),
            ("a: \"[\"\nb: {c: '}'\nd: 1", "{c"),
            ("a: 9 h [sauf mardi\nb: [1 # ]\nc: 2", "[1"),
        ] {
            assert_eq!(left_open(text), text.find(open), "{text}");
        }
        for text in ["a: [1, {b: 2}]\n", "a: x [y\n", "- [a, \"]\"]\n"] {
            assert_eq!(left_open(text), None, "{text}");
        }
    }
}
