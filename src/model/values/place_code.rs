//! INSEE codes and postal codes, as records write them.

use crate::diag::say;
use crate::geo::{InseeCode, PostalCode};
use crate::text::yaml::{Decode, Decoder, Node};

impl Decode for InseeCode {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("un code INSEE", "an INSEE code"), "« 67180 »")?
            .trim();
        let code = InseeCode::parse(text).ok();
        if code.is_none() {
            let help = match InseeCode::repair(text) {
                Some(code) => say(format!("écrivez \"{code}\""), format!("write \"{code}\"")),
                None => say(
                    "un code INSEE a cinq caractères, par exemple 67180 (ce n'est pas le code postal)",
                    "an INSEE code has five characters, such as 67180 (it is not the postal code)",
                ),
            };
            decoder.error(
                "bad-insee",
                node.span,
                say(
                    format!("« {text} » n'est pas un code INSEE"),
                    format!("“{text}” is not an INSEE code"),
                ),
                help,
            );
        }
        code
    }
}

impl Decode for PostalCode {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("un code postal", "a postal code"), "« 67500 »")?
            .trim();
        let code = PostalCode::parse(text).ok();
        if code.is_none() {
            let help = match PostalCode::repair(text) {
                Some(code) => say(format!("écrivez \"{code}\""), format!("write \"{code}\"")),
                None => say(
                    "un code postal a cinq chiffres, par exemple 67500",
                    "a postal code has five digits, such as 67500",
                ),
            };
            decoder.error(
                "bad-postal-code",
                node.span,
                say(
                    format!("« {text} » n'est pas un code postal"),
                    format!("“{text}” is not a postal code"),
                ),
                help,
            );
        }
        code
    }
}
