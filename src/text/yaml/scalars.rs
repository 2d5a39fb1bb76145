//! The simplest values: texts, truth values, numbers.

use super::decode::{Decode, Decoder};
use super::node::{Node, Style};
use crate::diag::say;

impl Decode for Box<str> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        decoder
            .text(node, say("un texte", "a text"), "« clé: un texte »")
            .map(|text| text.trim().into())
    }

    fn fallback() -> Option<Self> {
        Some("".into())
    }
}

impl Decode for bool {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        match (node.as_text(), &node.kind) {
            (Some("true" | "True" | "TRUE"), super::Kind::Scalar(_, Style::Plain)) => Some(true),
            (Some("false" | "False" | "FALSE"), super::Kind::Scalar(_, Style::Plain)) => {
                Some(false)
            }
            (Some(text), _) => {
                let help = match text.to_lowercase().as_str() {
                    word @ ("true" | "false") => say(
                        format!("écrivez {word}, sans guillemets"),
                        format!("write {word}, without quotes"),
                    ),
                    "oui" | "yes" | "vrai" | "on" | "1" => say("écrivez true", "write true"),
                    "non" | "no" | "faux" | "off" | "0" => say(
                        "écrivez false, ou supprimez la ligne",
                        "write false, or remove the line",
                    ),
                    _ => say("écrivez true ou false", "write true or false"),
                };
                decoder.error(
                    "wrong-type",
                    node.span,
                    say(
                        format!("« {text} » n'est ni true ni false"),
                        format!("“{text}” is neither true nor false"),
                    ),
                    help,
                );
                None
            }
            (None, _) => {
                decoder.wrong_type(node, say("true ou false", "true or false"), "true");
                None
            }
        }
    }
}

impl Decode for u32 {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, say("un nombre entier", "a whole number"), "12")?;
        let number = text.parse().ok();
        if number.is_none() {
            let (fr, en) = match text.bytes().all(|b| b.is_ascii_digit()) {
                true if !text.is_empty() => ("est trop grand", "is too large"),
                _ => ("n'est pas un nombre entier", "is not a whole number"),
            };
            decoder.error(
                "wrong-type",
                node.span,
                say(format!("« {text} » {fr}"), format!("“{text}” {en}")),
                say(
                    "écrivez un nombre en chiffres, sans espace ni signe, par exemple 12",
                    "write a number in digits, without blank or sign, such as 12",
                ),
            );
        }
        number
    }
}

impl Decode for f64 {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, say("un nombre", "a number"), "0.55")?;
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
        let number = text
            .parse()
            .ok()
            .filter(|number: &f64| plain && number.is_finite());
        if number.is_none() {
            decoder.error(
                "wrong-type",
                node.span,
                say(format!("« {text} » n'est pas un nombre"), format!("“{text}” is not a number")),
                say("écrivez un nombre en chiffres, avec un point pour la virgule, par exemple 48.55", "write a number in digits, with a point for decimals, such as 48.55"),
            );
        }
        number
    }
}
