//! What YAML allows and a guide does not: anchors, aliases, tags, merge keys.

use crate::diag::{Diagnostic, Span, Text, say};

pub(super) fn alias(span: Span) -> Diagnostic {
    told(
        "yaml-alias",
        span,
        say(
            "un alias YAML (« * ») n'est pas accepté",
            "a YAML alias (“*”) is not accepted",
        ),
        say(
            "écrivez la valeur elle-même ; un texte qui commence par « * » se met entre guillemets",
            "write the value itself; a text that begins with “*” goes in quotes",
        ),
    )
}

pub(super) fn anchor(span: Span) -> Diagnostic {
    told(
        "yaml-anchor",
        span,
        say(
            "une ancre YAML (« & ») n'est pas acceptée",
            "a YAML anchor (“&”) is not accepted",
        ),
        say(
            "supprimez-la ; un texte qui commence par « & » se met entre guillemets",
            "remove it; a text that begins with “&” goes in quotes",
        ),
    )
}

pub(super) fn tag(span: Span) -> Diagnostic {
    told(
        "yaml-tag",
        span,
        say(
            "une étiquette YAML (« ! ») n'est pas acceptée",
            "a YAML tag (“!”) is not accepted",
        ),
        say(
            "supprimez-la ; un texte qui commence par « ! » se met entre guillemets",
            "remove it; a text that begins with “!” goes in quotes",
        ),
    )
}

pub(super) fn merge(span: Span) -> Diagnostic {
    told(
        "yaml-merge",
        span,
        say(
            "la fusion YAML (« << ») n'est pas acceptée",
            "a YAML merge key (“<<”) is not accepted",
        ),
        say("recopiez les clés voulues", "copy the keys you want"),
    )
}

fn told(code: &'static str, span: Span, message: Text, help: Text) -> Diagnostic {
    Diagnostic::error(code, span, message).help(help)
}
