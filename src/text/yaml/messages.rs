//! The YAML parser's own words, said in plain French and English by kind.

use crate::diag::{Text, say};

/// A message and a help for what the parser says; one that is not known is quoted.
pub(super) fn translate(info: &str) -> (Text, Text) {
    let known = |needles: &[&str]| needles.iter().any(|needle| info.contains(needle));
    if known(&[MAPPING_VALUES]) {
        return (
            say(
                "« : » de trop : une valeur qui contient « : » se met entre guillemets",
                "one “:” too many: a value that holds “:” goes in quotes",
            ),
            say(
                "écrivez par exemple titre: \"Café : on cause\", et vérifiez l'alignement avec la ligne d'avant",
                "write for example titre: \"Café : on cause\", and check the alignment with the line before",
            ),
        );
    }
    if known(&[
        "tab cannot be used",
        "tabs disallowed",
        "found a tab",
        "cannot start with a tab",
    ]) {
        return (
            say(
                "une tabulation sert ici de retrait",
                "a tab is used as indentation here",
            ),
            say(
                "remplacez-la par deux espaces",
                "replace it with two spaces",
            ),
        );
    }
    if known(&["must be followed by a valid YAML whitespace"]) {
        return (
            say(
                "une tabulation suit « : » ou « - »",
                "a tab follows “:” or “-”",
            ),
            say("remplacez-la par une espace", "replace it with one blank"),
        );
    }
    if known(&[SIMPLE_KEY]) {
        return of_a_lost_key();
    }
    if known(&[
        "unexpected end of stream",
        "quoted scalar",
        "unexpected document indicator",
    ]) {
        return (
            say(
                "un guillemet ouvert n'est pas refermé, ou son contenu est mal écrit",
                "an open quote is not closed, or its content is badly written",
            ),
            say(
                "refermez le guillemet ; dans des guillemets doubles, « \\ » s'écrit « \\\\ »",
                "close the quote; within double quotes “\\” is written “\\\\”",
            ),
        );
    }
    if known(&[
        "indentation",
        "wrongly indented",
        "not allowed in this context",
        "did not find expected",
    ]) {
        return (
            say(
                "le retrait de cette ligne ne correspond pas à ce qui précède",
                "the indentation of this line does not fit what comes before",
            ),
            say(
                "alignez les clés d'un même niveau, et les « - » d'une même liste",
                "align the keys of one level, and the “-” of one list",
            ),
        );
    }
    if known(&["misplaced bracket", "expected ',' or", "flow"]) {
        return of_brackets();
    }
    if known(&["recursion limit"]) {
        return (
            say("trop de niveaux imbriqués", "too many levels of nesting"),
            say(
                "une fiche n'en demande que trois ou quatre",
                "a record needs three or four",
            ),
        );
    }
    if known(&[
        "unprintable",
        "byte order mark",
        "unexpected character",
        "cannot start any token",
    ]) {
        return (
            say(
                "un caractère n'est pas permis ici",
                "a character is not allowed here",
            ),
            say(
                "mettez le texte entre guillemets, ou supprimez ce caractère",
                "put the text in quotes, or remove this character",
            ),
        );
    }
    if known(&["anchor", "alias", "tag", "directive"]) {
        return (
            say(
                "un signe réservé de YAML (« & », « * », « ! », « % ») commence cette valeur",
                "a reserved sign of YAML (“&”, “*”, “!”, “%”) begins this value",
            ),
            say(
                "mettez la valeur entre guillemets",
                "put the value in quotes",
            ),
        );
    }
    (
        say(
            format!("le YAML ne se lit pas ici ({info})"),
            format!("the YAML can't be read here ({info})"),
        ),
        say(
            "vérifiez l'alignement, les guillemets et les deux points de cette ligne et de celle d'avant",
            "check the alignment, quotes and colons of this line and the one before",
        ),
    )
}

/// What the parser says of a key without its colon.
pub(super) const SIMPLE_KEY: &str = "simple key expect";
/// What the parser says of a colon where none may stand.
pub(super) const MAPPING_VALUES: &str = "mapping values are not allowed";

/// A message and a help for a key without its « : », or without the blank after it.
pub(super) fn of_a_lost_key() -> (Text, Text) {
    (
        say(
            "il manque « : » et une espace après la clé",
            "“:” and a space are missing after the key",
        ),
        say(
            "écrivez « clé: valeur », avec une espace après les deux points",
            "write “key: value”, with a space after the colon",
        ),
    )
}

/// A message and a help for a bracket that does not fit.
pub(super) fn of_brackets() -> (Text, Text) {
    (
        say(
            "un crochet ou une accolade est mal placé ou n'est pas refermé",
            "a bracket or brace is misplaced or not closed",
        ),
        say(
            "vérifiez que chaque « [ » a son « ] » et chaque « { » son « } », et qu'une virgule sépare les valeurs",
            "check that each “[” has its “]” and each “{” its “}”, and that a comma separates values",
        ),
    )
}
