//! From bytes to text: UTF-8, with the line endings of today.

use super::Content;
use super::read::{Fault, fault};
use crate::diag::{Text, say};

/// Bytes as a text in UTF-8; of one that is none, the sound beginning, and what is wrong with it.
pub(super) fn decode_text(bytes: Vec<u8>) -> (Content, Option<Fault>) {
    if let Some(encoding) = wide_encoding(&bytes) {
        return fault(
            "not-utf8",
            say(
                format!("ce fichier est en {encoding}"),
                format!("this file is in {encoding}"),
            ),
            save_as_utf8(),
        );
    }
    match String::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            None if let Some(at) = lone_return(&text) => {
                let fault = Fault {
                    code: "old-line-breaks",
                    start: u32::try_from(at).unwrap_or(0),
                    message: say(
                        "ce fichier coupe ses lignes comme les anciens Mac (retour chariot seul)",
                        "this file breaks its lines as old Macs did (carriage return alone)",
                    ),
                    help: Some(say(
                        "enregistrez-le de nouveau avec des fins de ligne Unix (LF) ou Windows (CRLF)",
                        "save it again with Unix (LF) or Windows (CRLF) line endings",
                    )),
                };
                (Content::Text(text[..at].into()), Some(fault))
            }
            None => (Content::Text(text.into()), None),
            Some(at) => {
                let fault = Fault {
                    code: "nul-character",
                    start: u32::try_from(at).unwrap_or(0),
                    message: say(
                        "ce fichier contient un caractère nul",
                        "this file holds a NUL character",
                    ),
                    help: Some(say(
                        "enregistrez-le de nouveau comme texte en UTF-8",
                        "save it again as UTF-8 text",
                    )),
                };
                (Content::Text(text[..at].into()), Some(fault))
            }
        },
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            // The sound beginning is kept, so that the excerpt can show the line.
            let sound = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
            let fault = Fault {
                code: "not-utf8",
                start: u32::try_from(at).unwrap_or(0),
                message: say(
                    "ce fichier n'est pas en UTF-8 à cet endroit",
                    "this file is not UTF-8 here",
                ),
                help: Some(save_as_utf8()),
            };
            (Content::Text(sound.into()), Some(fault))
        }
    }
}

fn save_as_utf8() -> Text {
    say(
        "enregistrez-le en UTF-8 (« Enregistrer sous », encodage UTF-8)",
        "save it as UTF-8 (“Save as”, encoding UTF-8)",
    )
}

/// An encoding of two or four bytes a letter: by its mark, or by a beginning in which every other byte is nothing.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    if begins(&[0xff, 0xfe, 0, 0]) || begins(&[0, 0, 0xfe, 0xff]) {
        return Some("UTF-32");
    }
    if begins(&[0xff, 0xfe]) || begins(&[0xfe, 0xff]) {
        return Some("UTF-16");
    }
    match bytes.get(..8)? {
        [a, 0, 0, 0, b, 0, 0, 0] | [0, 0, 0, a, 0, 0, 0, b] if *a > 0 && *b > 0 => Some("UTF-32"),
        [a, 0, b, 0, c, 0, d, 0] | [0, a, 0, b, 0, c, 0, d]
            if [a, b, c, d].iter().all(|x| **x > 0) =>
        {
            Some("UTF-16")
        }
        _ => None,
    }
}

/// Where a carriage return stands without a line feed.
fn lone_return(text: &str) -> Option<usize> {
    let mut returns = text.match_indices('\r').map(|(at, _)| at);
    returns.find(|at| !text[at + 1..].starts_with('\n'))
}
