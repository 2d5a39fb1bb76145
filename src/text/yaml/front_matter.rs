//! The front matter of a Markdown file: YAML between two lines of `---`.

/// A Markdown file in its two parts, each with the byte at which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontMatter<'s> {
    /// The YAML between the two lines.
    pub yaml: &'s str,
    /// Where the YAML begins in the file.
    pub yaml_start: usize,
    /// The Markdown after the second line.
    pub body: &'s str,
    /// Where the Markdown begins in the file.
    pub body_start: usize,
}

/// Splits a file at its `---` lines; `None` where it does not begin with one, or the second is missing.
///
/// A byte order mark before the first line and blanks after the dashes count for nothing.
pub fn split_front_matter(text: &str) -> Option<FrontMatter<'_>> {
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let (first, yaml_start) = line(text, start)?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = yaml_start;
    while let Some((content, next)) = line(text, at) {
        if content.trim_end() == "---" {
            return Some(FrontMatter {
                yaml: &text[yaml_start..at],
                yaml_start,
                body: &text[next..],
                body_start: next,
            });
        }
        at = next;
    }
    None
}

/// The line that begins at a byte, without its break, and where the next begins; `None` at the end.
fn line(text: &str, at: usize) -> Option<(&str, usize)> {
    if at >= text.len() {
        return None;
    }
    let rest = &text[at..];
    Some(match rest.find('\n') {
        Some(end) => (rest[..end].trim_end_matches('\r'), at + end + 1),
        None => (rest, text.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_know_where_they_begin() {
        let text = "\u{feff}---\r\ntitre: é\r\n--- \r\nCorps\n---\nsuite";
        let parts = split_front_matter(text).unwrap();
        assert_eq!(parts.yaml, "titre: é\r\n");
        assert_eq!(parts.body, "Corps\n---\nsuite");
        assert_eq!(&text[parts.body_start..], parts.body);
        assert_eq!(&text[parts.yaml_start..parts.yaml_start + 5], "titre");
        assert_eq!(split_front_matter("# Sans entête"), None);
        assert_eq!(split_front_matter("---\ntitre: x\n"), None);
        assert_eq!(
            split_front_matter("---\n---"),
            Some(FrontMatter {
                yaml: "",
                yaml_start: 4,
                body: "",
                body_start: 7
            })
        );
    }
}
