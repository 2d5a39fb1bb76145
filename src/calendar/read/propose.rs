//! Proposals: the structured form of what could be read of a doubtful text.

use super::token::{Kind, Token};
use crate::calendar::{Days, TimeOfDay, TimeRange, day_name};
use crate::diag::{Text, say};

/// The structured form of hours, with the days and the first range that the text names.
pub(super) fn hours(tokens: &[Token<'_>]) -> Text {
    let days: Vec<&str> = days(tokens).iter().map(day_name).collect();
    let days = if days.is_empty() {
        "mardi".to_owned()
    } else {
        days.join(", ")
    };
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
        format!("écrivez {form}, ou ajoutez `semaines: paires` ou `impaires` à l’horaire"),
        format!("write {form}, or add `semaines: paires` or `impaires` to the hours"),
    )
}

fn days(tokens: &[Token<'_>]) -> Days {
    let day = |token: &Token<'_>| match token.kind {
        Kind::Day(day) => Some(day),
        _ => None,
    };
    tokens.iter().filter_map(day).collect()
}

fn times(tokens: &[Token<'_>]) -> String {
    let time = |token: &Token<'_>| match token.kind {
        Kind::Time(time) => Some(time),
        _ => None,
    };
    let times: Vec<TimeOfDay> = tokens.iter().filter_map(time).take(2).collect();
    match times[..] {
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
