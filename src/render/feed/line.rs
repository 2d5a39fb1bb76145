//! Lines of iCalendar: escaped, folded at 75 octets, ended by CR LF.

use std::borrow::Cow;

/// How many octets a line may have, its end not counted.
const OCTETS: usize = 75;

/// Lines while they are written.
pub(super) struct Lines(String);

impl Lines {
    pub(super) fn new() -> Lines {
        Lines(String::with_capacity(1024))
    }

    /// A line whose value is no text: a date, a rule, an address.
    pub(super) fn raw(&mut self, key: &str, value: &str) {
        self.folded(&[key, ":", value]);
    }

    /// A line whose value is a text.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.folded(&[key, ":", &escaped(value)]);
    }

    pub(super) fn finish(self) -> String {
        self.0
    }

    fn folded(&mut self, parts: &[&str]) {
        let mut octets = 0;
        for part in parts {
            let mut rest = *part;
            while rest.len() > OCTETS - octets {
                let (line, more) = rest.split_at(rest.floor_char_boundary(OCTETS - octets));
                self.0.push_str(line);
                self.0.push_str("\r\n ");
                octets = 1;
                rest = more;
            }
            self.0.push_str(rest);
            octets += rest.len();
        }
        self.0.push_str("\r\n");
    }
}

/// The text with what separates values escaped; characters that a text can't hold are left out.
fn escaped(text: &str) -> Cow<'_, str> {
    /// The first byte of the controls above ASCII, and of other characters.
    const MAY_CONTROL: u8 = 0xc2;
    let is_plain =
        |byte: u8| !byte.is_ascii_control() && !matches!(byte, b'\\' | b';' | b',' | MAY_CONTROL);
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_escaped_and_controls_left_out() {
        let mut lines = Lines::new();
        lines.text("SUMMARY", "a, b; c\\d\r\ne\u{7}: f");
        lines.text("X", "é\u{85}«");
        let written = lines.finish();
        assert_eq!(written, "SUMMARY:a\\, b\\; c\\\\d\\ne: f\r\nX:é«\r\n");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let text = "é".repeat(100);
        let mut lines = Lines::new();
        lines.text("X", &text);
        let written = lines.finish();
        assert!(written.split("\r\n").all(|line| line.len() <= OCTETS));
        assert_eq!(written.replace("\r\n ", ""), format!("X:{text}\r\n"));
    }
}
