//! Proposals: the structured form of what could be read of a doubtful text.

use jiff::civil::Weekday;

use super::token::{Kind, Token};
use crate::calendar::{Days, TimeOfDay, TimeRange, day_name};
use crate::diag::{Text, say};

/// The structured form of hours, with the days and the first range that the text names.
pub(super) fn hours(tokens: &[Token<'_>]) -> Text {
    let named = days(tokens);
    let named = match named.is_empty() {
        true if says_every(tokens) => working_days(tokens),
        true => Days::from_iter([Weekday::Tuesday]),
        false => named,
    };
    let days: Vec<&str> = named.iter().map(day_name).collect();
    let days = days.join(", ");
    let times = times(tokens);
    say(
        format!("écrivez `horaires: [{{jours: [{days}], {times}}}]`"),
        format!("write `horaires: [{{jours: [{days}], {times}}}]`"),
    )
}

/// A session every other time, counted from a date.
pub(super) fn every_other(tokens: &[Token<'_>]) -> Text {
    let day = days(tokens).iter().next().map_or("samedi", day_name);
    let times = times(tokens);
    let form = format!(
        "`seances: [{{chaque: \"un {day} sur deux\", du: AAAA-MM-JJ, au: AAAA-MM-JJ, {times}}}]`"
    );
    say(
        format!("écrivez {form}, ou ajoutez `semaines: paires` ou `impaires` à l'horaire"),
        format!("write {form}, or add `semaines: paires` or `impaires` to the hours"),
    )
}

/// The days that a text names, ranges filled in, those that it takes out aside.
pub(super) fn days(tokens: &[Token<'_>]) -> Days {
    let mut days = Vec::new();
    let mut taken_out = false;
    let mut before: Option<(Weekday, usize)> = None;
    for (index, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Word(word) if EXCEPT.contains(&&**word) => taken_out = true,
            Kind::Stop | Kind::Close | Kind::Time(_) => taken_out = false,
            Kind::Day(day) if !taken_out => {
                // « lundi au vendredi », « du lundi au vendredi », « lundi-vendredi »
                match before {
                    Some((first, at)) if index == at + 2 && leads_on(&tokens[at + 1]) => {
                        let mut next = first;
                        while next != *day {
                            next = next.next();
                            days.push(next);
                        }
                    }
                    _ => days.push(*day),
                }
                before = Some((*day, index));
            }
            _ => {}
        }
    }
    days.into_iter().collect()
}

const EXCEPT: [&str; 6] = ["sauf", "hors", "excepte", "ferme", "fermee", "fermeture"];

fn leads_on(token: &Token<'_>) -> bool {
    matches!(&token.kind, Kind::Dash)
        || matches!(&token.kind, Kind::Word(word) if matches!(&**word, "au" | "a"))
}

/// Whether the text says « tous les matins », « chaque soir ».
fn says_every(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(
        |token| matches!(&token.kind, Kind::Word(word) if matches!(&**word, "tous" | "chaque")),
    )
}

/// From Monday to Friday, without the days that the text takes out.
fn working_days(tokens: &[Token<'_>]) -> Days {
    let named = |day: &Weekday| {
        let is_it = |token: &Token<'_>| token.kind == Kind::Day(*day);
        tokens.iter().any(is_it)
    };
    Weekday::Monday
        .cycle_forward()
        .take(5)
        .filter(|day| !named(day))
        .collect()
}

fn times(tokens: &[Token<'_>]) -> String {
    let time = |token: &Token<'_>| match token.kind {
        Kind::Time(time) => Some(time),
        _ => None,
    };
    let times: Vec<TimeOfDay> = tokens.iter().filter_map(time).take(2).collect();
    match times[..] {
        [TimeOfDay::END, ..] => "de: \"00:00\", a: \"24:00\"".to_owned(),
        [from, to] if TimeRange::new(from, to).is_some() => format!("de: \"{from}\", a: \"{to}\""),
        [until] if says_until(tokens) => format!("de: \"HH:MM\", a: \"{until}\""),
        [from] => format!("de: \"{from}\", a: \"HH:MM\""),
        _ => "de: \"HH:MM\", a: \"HH:MM\"".to_owned(),
    }
}

/// Whether the text says until when: « jusqu'à 18 h ».
fn says_until(tokens: &[Token<'_>]) -> bool {
    tokens
        .iter()
        .any(|token| matches!(&token.kind, Kind::Word(word) if &**word == "jusqu"))
}
