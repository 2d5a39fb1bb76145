//! Fingerprints of inputs.

use std::fmt::{self, Write as _};

use twox_hash::XxHash3_128;

/// The fingerprint of everything a build depends on: inputs, options, date and tool.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The fingerprint of named parts, in the order given; the caller sorts what has no order.
    ///
    /// Names and bytes are counted, so that moving a byte from one part to the next changes the digest.
    pub fn of<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Digest {
        let mut hasher = blake3::Hasher::new();
        for (name, bytes) in parts {
            for part in [name.as_bytes(), bytes] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        }
        Digest(*hasher.finalize().as_bytes())
    }

    /// Reads a digest as [`fmt::Display`] writes it, or `None` where the text is none.
    pub(super) fn parse(text: &str) -> Option<Digest> {
        parse_hex(text).map(Digest)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(f, &self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The fingerprint of one output's bytes, XXH3 of 128 bits: it tells a changed file from an unchanged one.
///
/// It need not withstand forgers: who can write both files gains nothing by their having one fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ContentHash([u8; 16]);

impl ContentHash {
    pub(super) fn of(bytes: &[u8]) -> ContentHash {
        ContentHash::from(XxHash3_128::oneshot(bytes))
    }

    pub(super) fn parse(text: &str) -> Option<ContentHash> {
        parse_hex(text).map(ContentHash)
    }
}

impl From<u128> for ContentHash {
    fn from(hash: u128) -> ContentHash {
        ContentHash(hash.to_be_bytes())
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(f, &self.0)
    }
}

fn write_hex(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().try_for_each(|byte| {
        let digit = |four: u8| char::from(DIGITS[usize::from(four)]);
        f.write_char(digit(byte >> 4))?;
        f.write_char(digit(byte & 15))
    })
}

fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let digit = |c: u8| match c {
            b'0'..=b'9' => Some(c - b'0'),
            b'a'..=b'f' => Some(c - b'a' + 10),
            _ => None,
        };
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let digest = |parts: &[(&'static str, &'static [u8])]| Digest::of(parts.iter().copied());
        assert_ne!(digest(&[("a", b"bc")]), digest(&[("ab", b"c")]));
        assert_ne!(digest(&[("a", b""), ("b", b"")]), digest(&[("a", b"b")]));
        assert_eq!(digest(&[("a", b"b")]), digest(&[("a", b"b")]));
    }

    #[test]
    fn a_digest_is_read_as_it_is_written() {
        let digest = Digest::of([("a", b"b".as_slice())]);
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        assert_eq!(Digest::parse("0g"), None);
        let hash = ContentHash::of(b"x");
        assert_eq!(ContentHash::parse(&hash.to_string()), Some(hash));
        assert_eq!(ContentHash::parse(&hash.to_string().to_uppercase()), None);
    }
}
