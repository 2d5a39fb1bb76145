//! What to say of a token that is not understood.

use std::ops::Range;

use super::cursor::Cursor;
use super::doubt::{self, Doubt, excerpt};
use super::token::{Kind, Token};
use crate::diag::say;

/// The doubt about a token that begins no phrase.
pub(super) fn strange(cursor: &Cursor<'_>) -> Doubt {
    let Some(token) = cursor.tokens.get(cursor.at) else {
        return doubt::unknown(cursor.since(cursor.at), "");
    };
    let range = token.range.clone();
    match &token.kind {
        Kind::Number(_) => number(cursor, range),
        Kind::NoTime => Doubt::new(
            range,
            say(
                format!("« {} » n’est pas une heure", token.text),
                format!("\"{}\" is not a time", token.text),
            ),
        ),
        // « sur rendez-vous au 03 88… »
        Kind::Word(_)
            if matches!(cursor.peek_at(1), Some(Kind::Number(_)))
                && is_telephone(&cursor.tokens[cursor.at + 1..]) =>
        {
            telephone(cursor.tokens[cursor.at + 1].range.clone())
        }
        Kind::Word(word) => match nearest(word) {
            Some(near) => doubt::misspelt(range, token.text, near),
            None => doubt::unknown(range, token.text),
        },
        Kind::Ordinal(_) => Doubt::new(
            range,
            say(
                format!("« {} » : quel jour du mois ?", token.text),
                format!("\"{}\": which day of the month?", token.text),
            ),
        ),
        _ => doubt::unknown(range, token.text),
    }
}

/// A number by itself: a telephone number, or an hour without « h ».
fn number(cursor: &Cursor<'_>, range: Range<usize>) -> Doubt {
    let rest = &cursor.tokens[cursor.at..];
    if is_telephone(rest) {
        return telephone(range);
    }
    let text = excerpt(rest.first().map_or("", |token| token.text));
    let doubt = Doubt::new(
        range,
        say(
            format!("« {text} » : est-ce une heure ?"),
            format!("\"{text}\": is it a time?"),
        ),
    );
    match rest.first().map(|token| &token.kind) {
        Some(Kind::Number(0..=24)) => doubt.propose(say(
            format!("écrivez « {text} h », ou la date sous `seances`"),
            format!("write « {text} h », or the date under `seances`"),
        )),
        _ => doubt,
    }
}

/// Whether a text goes on like a telephone number.
fn is_telephone(rest: &[Token<'_>]) -> bool {
    let is_number = |token: &Token<'_>| matches!(token.kind, Kind::Number(_));
    let numbers = rest
        .iter()
        .take_while(|token| is_number(token) || matches!(token.kind, Kind::Stop | Kind::Dash))
        .filter(|token| is_number(token))
        .take(4);
    let Some(first) = rest.first() else {
        return false;
    };
    let begins = first.text.len() == 2 && first.text.starts_with('0');
    (begins && numbers.count() == 4) || first.text.len() >= 8
}

fn telephone(range: Range<usize>) -> Doubt {
    Doubt::new(
        range,
        say(
            "un numéro de téléphone n’a pas sa place dans des horaires",
            "a telephone number does not belong in opening hours",
        ),
    )
    .propose(say(
        "mettez-le sous `contact: {telephone: …}`",
        "put it under `contact: {telephone: …}`",
    ))
}

/// The known word that an unknown one looks like.
fn nearest(word: &str) -> Option<&'static str> {
    const KNOWN: [&str; 20] = [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lundis",
        "mardis",
        "mercredis",
        "jeudis",
        "vendredis",
        "samedis",
        "dimanches",
        "matin",
        "vacances",
        "scolaires",
        "semaines",
        "paires",
        "impaires",
    ];
    // Longer words look like none, and would take their time.
    if word.len() > 16 {
        return None;
    }
    let distance = |known: &&str| strsim::osa_distance(word, known);
    let near = KNOWN.into_iter().min_by_key(distance)?;
    let plural = near.strip_suffix('s') == Some(word);
    (!plural && distance(&near) <= 1 + near.len() / 6).then_some(near)
}
