//! Dates in hours: a closure with its year is understood, any other date is a doubt.

use jiff::civil::Date;

use super::cursor::Cursor;
use super::doubt::Doubt;
use super::phrase::Says;
use super::token::Kind;
use crate::calendar::{Closure, Ordinal};
use crate::diag::say;

/// Reads what a closure concerns: « du 1er au 31 août 2026 », « le 24/12/2026 », « en août » (a doubt).
pub(super) fn closure(cursor: &mut Cursor<'_>) -> Result<Option<Closure>, Doubt> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let _ = ahead.take_any(&["pendant", "tout", "en", "du", "le", "au"]);
    let _ = ahead.take_words(&["le", "mois", "d"])
        || ahead.take_words(&["mois", "d"])
        || ahead.take_words(&["mois", "de"]);
    if take_month(&mut ahead).is_some() {
        *cursor = ahead;
        return Err(without_year(cursor, start));
    }
    let Some(first) = in_figures(&mut ahead) else {
        return Ok(None);
    };
    let last = if ahead.take_any(&["au"]) {
        in_figures(&mut ahead)
    } else {
        None
    };
    let end = last.unwrap_or(first);
    let (Some(month), Some(year)) = (end.month, end.year) else {
        if first.month.is_none() && last.is_none() {
            return Ok(None);
        }
        *cursor = ahead;
        return Err(without_year(cursor, start));
    };
    *cursor = ahead;
    let from = date(
        first.year.unwrap_or(year),
        first.month.unwrap_or(month),
        first.day,
    );
    let to = date(year, month, end.day);
    match (from, to) {
        (Some(from), Some(to)) if from <= to => Ok(Some(Closure {
            from,
            to,
            reason: None,
        })),
        _ => Err(Doubt::new(
            cursor.since(start),
            say(
                "ces dates ne vont pas ensemble",
                "these dates do not go together",
            ),
        )),
    }
}

/// Finds a date or month where hours are expected: it is a doubt.
pub(super) fn stray(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let _ = ahead.take_any(&["du", "le", "au", "a", "partir", "de", "en", "jusqu", "d"]);
    let _ = ahead.take_any(&["partir", "au", "en"]);
    let _ = ahead.take_any(&["du", "de"]);
    let found = match partial(&mut ahead) {
        Some(date) => date.month.is_some() || between(&mut ahead),
        None => take_month(&mut ahead).is_some(),
    };
    if !found {
        return Ok(None);
    }
    *cursor = ahead;
    Err(Doubt::new(
        cursor.since(start),
        say(
            "une date n'a pas sa place dans des horaires de chaque semaine",
            "a date does not belong in weekly hours",
        ),
    )
    .propose(say(
        "mettez les dates sous `seances`, `ouvertures` ou `fermetures`",
        "put dates under `seances`, `ouvertures` or `fermetures`",
    )))
}

/// Whether « 1er » goes on as « au 31 août ».
fn between(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_any(&["au"]) && partial(cursor).is_some_and(|date| date.month.is_some())
}

/// A day, its month and year as far as they are said.
#[derive(Debug, Clone, Copy)]
struct Partial {
    day: u32,
    month: Option<i8>,
    year: Option<i16>,
}

/// Reads `11 novembre 2026`, `11/11/2026`, `1er`.
fn partial(cursor: &mut Cursor<'_>) -> Option<Partial> {
    let mut ahead = *cursor;
    let day = match ahead.peek()? {
        Kind::Number(day @ 1..=31) => *day,
        Kind::Ordinal(Ordinal::First) => 1,
        _ => return None,
    };
    ahead.at += 1;
    let mut date = Partial {
        day,
        month: None,
        year: None,
    };
    if let Some(month) = take_month(&mut ahead) {
        date.month = Some(month);
        date.year = take_year(&mut ahead);
    } else if let Some((month, year)) = take_numbers(&mut ahead) {
        date.month = Some(month);
        date.year = Some(year);
    }
    *cursor = ahead;
    Some(date)
}

/// Reads what [`partial`] reads, and `1/08`, which elsewhere may be hours.
fn in_figures(cursor: &mut Cursor<'_>) -> Option<Partial> {
    let mut date = partial(cursor)?;
    let mut ahead = *cursor;
    if date.month.is_none()
        && ahead.take(&Kind::Slash)
        && let Some(Kind::Number(month @ 1..=12)) = ahead.peek()
    {
        date.month = i8::try_from(*month).ok();
        ahead.at += 1;
        *cursor = ahead;
    }
    Some(date)
}

/// Takes `/11/2026`.
fn take_numbers(cursor: &mut Cursor<'_>) -> Option<(i8, i16)> {
    let mut ahead = *cursor;
    if !ahead.take(&Kind::Slash) {
        return None;
    }
    let Some(Kind::Number(month @ 1..=12)) = ahead.peek() else {
        return None;
    };
    ahead.at += 1;
    if !ahead.take(&Kind::Slash) {
        return None;
    }
    let year = take_year(&mut ahead)?;
    *cursor = ahead;
    Some((i8::try_from(*month).ok()?, year))
}

fn take_year(cursor: &mut Cursor<'_>) -> Option<i16> {
    let Some(Kind::Number(year @ 1900..=2999)) = cursor.peek() else {
        return None;
    };
    cursor.at += 1;
    i16::try_from(*year).ok()
}

fn take_month(cursor: &mut Cursor<'_>) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];
    let word = cursor.word()?;
    let index = MONTHS.iter().position(|month| *month == word)?;
    cursor.at += 1;
    i8::try_from(index + 1).ok()
}

fn date(year: i16, month: i8, day: u32) -> Option<Date> {
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

fn without_year(cursor: &Cursor<'_>, start: usize) -> Doubt {
    Doubt::new(
        cursor.since(start),
        say("de quelle année ?", "of which year?"),
    )
    .propose(say(
        "écrivez `fermetures: [{du: AAAA-MM-JJ, au: AAAA-MM-JJ}]`",
        "write `fermetures: [{du: AAAA-MM-JJ, au: AAAA-MM-JJ}]`",
    ))
}
