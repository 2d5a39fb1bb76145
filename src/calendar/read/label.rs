//! What stands before the hours and says nothing of them: « Consultations de nourrissons : … ».

use super::token::{Kind, Token};

/// How many tokens a label at the beginning takes, its colon with them.
///
/// It begins with what services name their hours by, and holds no word that says when, for whom or how to come.
pub(super) fn length(tokens: &[Token<'_>]) -> usize {
    const NAMES: [&str; 17] = [
        "accueil",
        "atelier",
        "ateliers",
        "consultation",
        "consultations",
        "heures",
        "horaire",
        "horaires",
        "laep",
        "permanence",
        "permanences",
        "pesee",
        "pesees",
        "rencontres",
        "seance",
        "seances",
        "secretariat",
    ];
    const SAYS_MORE: [&str; 18] = [
        "avec",
        "chaque",
        "ferme",
        "hors",
        "inscription",
        "jours",
        "ou",
        "pendant",
        "rdv",
        "reservation",
        "sans",
        "sauf",
        "semaine",
        "semaines",
        "sur",
        "telephone",
        "telephonique",
        "vacances",
    ];
    let word = |token: &Token<'_>| match &token.kind {
        Kind::Word(word) => Some(word.to_string()),
        _ => None,
    };
    let Some(end) = tokens.iter().position(|token| token.kind == Kind::Colon) else {
        return 0;
    };
    // « Accueil enfants-parents : … »
    let between = |token: &&Token<'_>| token.kind != Kind::Dash;
    let words: Option<Vec<String>> = tokens[..end].iter().filter(between).map(word).collect();
    let is_label = words.is_some_and(|words| {
        let first = words.first().map(String::as_str);
        let singular = |word: &str| word.trim_end_matches('s').to_owned();
        first.is_some_and(|first| NAMES.contains(&first))
            && !words.iter().any(|word| {
                SAYS_MORE.contains(&word.as_str()) || SAYS_MORE.contains(&singular(word).as_str())
            })
    });
    if is_label { end + 1 } else { 0 }
}
