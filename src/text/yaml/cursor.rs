//! Places in a text, in bytes, of what a parser counts in characters.

/// Turns character counts, which mostly grow, into byte counts.
#[derive(Default)]
pub(super) struct Cursor {
    characters: usize,
    bytes: usize,
}

impl Cursor {
    /// The byte at which a character begins.
    pub(super) fn byte(&mut self, text: &str, character: usize) -> usize {
        if character >= self.characters {
            for c in text[self.bytes..].chars().take(character - self.characters) {
                self.bytes += c.len_utf8();
                self.characters += 1;
            }
        } else {
            for c in text[..self.bytes]
                .chars()
                .rev()
                .take(self.characters - character)
            {
                self.bytes -= c.len_utf8();
                self.characters -= 1;
            }
        }
        self.bytes
    }
}
