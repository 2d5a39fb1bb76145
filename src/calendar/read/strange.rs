//! What to say of a token that is not understood.

use std::ops::Range;

use super::cursor::Cursor;
use super::doubt::{self, Doubt, excerpt};
use super::token::{Kind, Token};
use crate::diag::{Text, say};

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
                format!("« {} » n'est pas une heure", token.text),
                format!("“{}” is not a time", token.text),
            ),
        ),
        // « sur rendez-vous au 03 88… »
        Kind::Word(_)
            if matches!(cursor.peek_at(1), Some(Kind::Number(_)))
                && is_telephone(&cursor.tokens[cursor.at + 1..]) =>
        {
            telephone(cursor.tokens[cursor.at + 1].range.clone())
        }
        Kind::Word(word) if is_elided(word) && next_word(cursor).is_some() => elided(cursor),
        Kind::Word(word)
            if matches!(&**word, "a" | "au" | "aux" | "chez" | "dans")
                && next_word(cursor).is_some() =>
        {
            place(range)
        }
        Kind::Word(word) if let Some((what, key)) = elsewhere(word, next_word(cursor)) => {
            Doubt::new(range, what).propose(say(
                format!("écrivez-le sous « {key} », et seulement les jours et les heures ici"),
                format!("write it under “{key}”, and only days and times here"),
            ))
        }
        Kind::Word(word)
            if matches!(&**word, "semaine" | "semaines")
                && matches!(next_word(cursor), Some("a" | "b")) =>
        {
            Doubt::new(
                cursor.since(cursor.at),
                say(
                    "semaine A ou B : lesquelles est-ce ?",
                    "week A or B: which ones are they?",
                ),
            )
            .propose(say(
                "écrivez « semaines paires » ou « semaines impaires »",
                "write “semaines paires” or “semaines impaires”",
            ))
        }
        Kind::Word(word) => match nearest(word) {
            Some(near) => doubt::misspelt(range, token.text, near),
            None => doubt::unknown(range, token.text),
        },
        Kind::Ordinal(_) => Doubt::new(
            range,
            say(
                format!("« {} » : quel jour du mois ?", token.text),
                format!("“{}”: which day of the month?", token.text),
            ),
        ),
        _ => doubt::unknown(range, token.text),
    }
}

/// The word after the one that is read.
fn next_word<'c>(cursor: &Cursor<'c>) -> Option<&'c str> {
    match &cursor.tokens.get(cursor.at + 1)?.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    }
}

/// What a word says that is no hour, and the key for it.
fn elsewhere(word: &str, next: Option<&str>) -> Option<(Text, &'static str)> {
    match (word, next) {
        ("gratuit" | "gratuite" | "gratuits" | "payant" | "tarif", _) => Some((
            say(
                "un prix n'a pas sa place dans des horaires",
                "a price does not belong in opening hours",
            ),
            "tarif",
        )),
        ("inscription" | "inscriptions", _) | ("sur" | "sans", Some("inscription")) => Some((
            say(
                "l'inscription n'a pas sa place dans des horaires",
                "the registration does not belong in opening hours",
            ),
            "inscription",
        )),
        ("enfants" | "bebes", _) => Some((
            say(
                "un âge n'a pas sa place dans des horaires",
                "an age does not belong in opening hours",
            ),
            "ages",
        )),
        _ => None,
    }
}

/// Whether a word has lost its vowel before an apostrophe: « l’ », « d’ », « qu’ ».
fn is_elided(word: &str) -> bool {
    matches!(word, "l" | "d" | "n" | "s" | "j" | "c" | "m" | "t" | "qu")
}

/// « l’été », « d’école »: both words are what is not understood.
fn elided(cursor: &Cursor<'_>) -> Doubt {
    let (first, second) = (&cursor.tokens[cursor.at], &cursor.tokens[cursor.at + 1]);
    let words = format!("{}'{}", first.text, second.text);
    let doubt = doubt::unknown(first.range.start..second.range.end, &words);
    match &second.kind {
        Kind::Word(word) if &**word == "ete" => doubt.propose(say(
            "ajoutez « vacances: {ete: ferme} » à côté de « horaires », ou les dates sous « fermetures »",
            "add “vacances: {ete: ferme}” beside “horaires”, or the dates under “fermetures”",
        )),
        _ => doubt,
    }
}

/// « à la médiathèque »
fn place(range: Range<usize>) -> Doubt {
    Doubt::new(
        range,
        say(
            "un lieu n'a pas sa place dans des horaires",
            "a place does not belong in opening hours",
        ),
    )
    .propose(say(
        "écrivez-le sous « lieu » ; ce qui se tient en plusieurs lieux a une fiche par lieu, ou des « etapes » (LAEP)",
        "write it under “lieu”; what happens in several places has a record for each, or “etapes” (LAEP)",
    ))
}

/// Whether a text says neither days nor hours: « nous consulter ».
pub(super) fn says_no_time(tokens: &[Token<'_>]) -> bool {
    !tokens.is_empty()
        && tokens.iter().all(|token| match &token.kind {
            Kind::Word(word) => {
                !matches!(
                    &**word,
                    "jour"
                        | "jours"
                        | "semaine"
                        | "semaines"
                        | "weekend"
                        | "rdv"
                        | "vacances"
                        | "ferme"
                        | "fermee"
                ) && nearest(word).is_none()
            }
            Kind::Dash
            | Kind::Comma
            | Kind::Stop
            | Kind::Colon
            | Kind::Open
            | Kind::Close
            | Kind::Slash
            | Kind::Sign => true,
            _ => false,
        })
}

/// What to say of a text that says neither days nor hours.
pub(super) fn no_time(text: &str) -> Doubt {
    Doubt::new(
        0..text.len(),
        say(
            "ces mots ne disent ni jour ni heure",
            "these words say neither day nor hour",
        ),
    )
    .propose(say(
        "supprimez cette ligne, et dites-le dans le texte de la fiche ; ou donnez les heures : « mardi et jeudi 9h-11h30 »",
        "remove this line, and say it in the record's text; or give the hours: “mardi et jeudi 9h-11h30”",
    ))
}

/// A number by itself: a telephone number, or an hour without « h ».
fn number(cursor: &Cursor<'_>, range: Range<usize>) -> Doubt {
    let rest = &cursor.tokens[cursor.at..];
    if is_telephone(rest) {
        return telephone(range);
    }
    if matches!(next_word(cursor), Some("e" | "eme" | "emes"))
        && let [rank, ending, ..] = rest
    {
        let words = excerpt(&format!("{}{}", rank.text, ending.text));
        return Doubt::new(
            range.start..ending.range.end,
            say(
                format!("« {words} » : un jour revient cinq fois par mois au plus"),
                format!("“{words}”: a day comes five times a month at most"),
            ),
        )
        .propose(say(
            "écrivez « 5e » ou « dernier »",
            "write “5e” or “dernier”",
        ));
    }
    let text = excerpt(rest.first().map_or("", |token| token.text));
    let doubt = Doubt::new(
        range,
        say(
            format!("« {text} » : est-ce une heure ?"),
            format!("“{text}”: is it a time?"),
        ),
    );
    match rest.first().map(|token| &token.kind) {
        Some(Kind::Number(0..=24)) => doubt.propose(say(
            format!("écrivez « {text} h », ou la date sous `seances`"),
            format!("write “{text} h”, or the date under `seances`"),
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
            "un numéro de téléphone n'a pas sa place dans des horaires",
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
    let is_known = near == word || near.strip_suffix('s') == Some(word);
    let begins = near.as_bytes().first() == word.as_bytes().first();
    let allowed = if begins { 1 + near.len() / 6 } else { 1 };
    (!is_known && distance(&near) <= allowed).then_some(near)
}
