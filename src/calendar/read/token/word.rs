//! Tokens that begin with a letter: days, ordinals, parts of the day, other words.

use jiff::civil::Weekday;

use super::{Kind, Scan, is_letter};
use crate::calendar::{Ordinal, PartOfDay, TimeOfDay};

/// Reads a word, with `(s)` or the point of an abbreviation after it.
pub(super) fn word(scan: &mut Scan<'_>) -> Kind {
    let letters = scan.take_while(is_letter);
    let word = fold(&scan.text[letters]);
    if scan.rest().starts_with("(s)") {
        scan.at += 3;
    }
    if let Some(kind) = compound(scan, &word) {
        return kind;
    }
    if let Some((day, short)) = day(&word) {
        if short {
            skip_point(scan);
        }
        return Kind::Day(day);
    }
    if let Some(ordinal) = ordinal(&word) {
        return Kind::Ordinal(ordinal);
    }
    match word.as_str() {
        "matin" | "matins" | "matinee" | "matinees" => Kind::Part(PartOfDay::Morning),
        "aprem" => Kind::Part(PartOfDay::Afternoon),
        "soir" | "soirs" | "soiree" | "soirees" => Kind::Part(PartOfDay::Evening),
        "minuit" => Kind::Time(TimeOfDay::END),
        "midi" => noon(scan),
        "rv" | "rdvs" => Kind::Word("rdv".into()),
        "sem" => {
            skip_point(scan);
            Kind::Word("semaines".into())
        }
        _ => Kind::Word(word.into()),
    }
}

/// Lower case, without accents; ligatures are taken apart.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ä' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ò' | 'ó' | 'ô' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'œ' => folded.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// « après-midi », « rendez-vous », « week-end », with a hyphen, a blank or nothing between.
fn compound(scan: &mut Scan<'_>, word: &str) -> Option<Kind> {
    let (seconds, kind): (&[&str], _) = match word {
        "apresmidi" | "rendezvous" | "weekend" | "weekends" => (&[], compound_kind(word)),
        "apres" => (&["midis", "midi"], compound_kind("apresmidi")),
        "rendez" => (&["vous"], compound_kind("rendezvous")),
        "non" => (&["stop"], Kind::Word("nonstop".into())),
        "week" => (&["ends", "end"], compound_kind("weekend")),
        _ => return None,
    };
    let mut ahead = scan.after_blanks();
    if ahead.rest().starts_with(['-', '\u{2010}', '\u{2011}']) {
        ahead.bump();
    }
    let found = seconds.is_empty() || seconds.iter().any(|second| ahead.take_letters(second));
    let at = ahead.at;
    if found && !seconds.is_empty() {
        scan.at = at;
    }
    found.then_some(kind)
}

fn compound_kind(word: &str) -> Kind {
    match word {
        "apresmidi" => Kind::Part(PartOfDay::Afternoon),
        "rendezvous" => Kind::Word("rdv".into()),
        _ => Kind::Word("weekend".into()),
    }
}

/// « midi », « midi et demi », « midi trente ».
fn noon(scan: &mut Scan<'_>) -> Kind {
    let mut ahead = scan.after_blanks();
    let half = ["et demie", "et demi", "trente"]
        .into_iter()
        .any(|half| ahead.take_letters(half));
    let at = ahead.at;
    if !half {
        return Kind::Time(TimeOfDay::NOON);
    }
    scan.at = at;
    TimeOfDay::new(12, 30).map_or(Kind::NoTime, Kind::Time)
}

/// The day that a word names, and whether it is an abbreviation.
fn day(word: &str) -> Option<(Weekday, bool)> {
    Some(match word {
        "lundi" | "lundis" => (Weekday::Monday, false),
        "mardi" | "mardis" => (Weekday::Tuesday, false),
        "mercredi" | "mercredis" => (Weekday::Wednesday, false),
        "jeudi" | "jeudis" => (Weekday::Thursday, false),
        "vendredi" | "vendredis" => (Weekday::Friday, false),
        "samedi" | "samedis" => (Weekday::Saturday, false),
        "dimanche" | "dimanches" => (Weekday::Sunday, false),
        "lun" | "lu" => (Weekday::Monday, true),
        "mar" | "ma" => (Weekday::Tuesday, true),
        "mer" | "me" | "merc" => (Weekday::Wednesday, true),
        "jeu" | "je" => (Weekday::Thursday, true),
        "ven" | "ve" | "vend" => (Weekday::Friday, true),
        "sam" | "sa" => (Weekday::Saturday, true),
        "dim" | "di" => (Weekday::Sunday, true),
        _ => return None,
    })
}

fn ordinal(word: &str) -> Option<Ordinal> {
    Some(match word {
        "premier" | "premiers" | "premiere" | "premieres" => Ordinal::First,
        "deuxieme" | "deuxiemes" | "second" | "seconds" => Ordinal::Second,
        "troisieme" | "troisiemes" => Ordinal::Third,
        "quatrieme" | "quatriemes" => Ordinal::Fourth,
        "cinquieme" | "cinquiemes" => Ordinal::Fifth,
        "dernier" | "derniers" | "derniere" | "dernieres" => Ordinal::Last,
        _ => return None,
    })
}

/// Passes over the point of an abbreviation.
fn skip_point(scan: &mut Scan<'_>) {
    if scan.peek() == Some('.') {
        scan.bump();
    }
}
