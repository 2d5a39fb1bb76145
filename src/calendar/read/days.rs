//! Days in words: « du lundi au vendredi », « 1er et 3e lundi du mois », « mardi des semaines paires ».

use super::cursor::Cursor;
use super::doubt::Doubt;
use super::phrase::{DaySpec, Says};
use super::token::Kind;
use crate::calendar::{Days, Ordinal, Ordinals, Weeks};
use crate::diag::say;
use jiff::civil::Weekday;

/// Reads days, with the weeks in which they are meant.
pub(super) fn days(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    if let Some(spec) = super::rate::every_other(cursor)? {
        return Ok(Some(Says::Days(vec![spec])));
    }
    Ok(list(cursor)?.map(Says::Days))
}

/// Reads weeks by themselves: « semaines paires ».
pub(super) fn weeks(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    Ok(parity(cursor)
        .or_else(|| of_the_month(cursor))
        .map(Says::Weeks))
}

/// Reads ranks after the hours: « mercredi 9h-11h (1er et 3e du mois) ».
fn of_the_month(cursor: &mut Cursor<'_>) -> Option<Weeks> {
    let mut ahead = *cursor;
    let mut ordinals = Ordinals::default();
    let _ = ahead.take_any(&["le", "les"]);
    while let Some(Kind::Ordinal(ordinal)) = ahead.peek() {
        ordinals.insert(*ordinal);
        ahead.at += 1;
        let _ = and(&mut ahead);
        let _ = ahead.take_any(&["le", "les"]);
    }
    let of_month = ahead.take_words(&["du", "mois"]) || ahead.take_words(&["de", "chaque", "mois"]);
    let ends = matches!(ahead.peek(), None | Some(Kind::Stop | Kind::Close));
    if ordinals.is_empty() || !of_month || !ends {
        return None;
    }
    *cursor = ahead;
    Some(Weeks::Ordinals(ordinals))
}

/// Reads a list of days, in the weeks that are said with them.
pub(super) fn list(cursor: &mut Cursor<'_>) -> Result<Option<Vec<DaySpec>>, Doubt> {
    let start = cursor.at;
    let Some(first) = item(cursor, start)? else {
        cursor.at = start;
        return Ok(None);
    };
    let mut specs = vec![first];
    loop {
        let before = cursor.at;
        if !and(cursor) {
            break;
        }
        match item(cursor, before)? {
            Some(next) => add(&mut specs, next, cursor, start)?,
            None => {
                cursor.at = before;
                break;
            }
        }
    }
    if let Some(weeks) = parity(cursor) {
        for spec in &mut specs {
            if spec.weeks != Weeks::Every {
                return Err(both(cursor, start));
            }
            spec.weeks = weeks;
        }
    }
    Ok(Some(specs))
}

/// Reads days that are taken out: « le mercredi », « le 1er du mois ».
pub(super) fn excepted(cursor: &mut Cursor<'_>) -> Result<Option<Vec<DaySpec>>, Doubt> {
    let start = cursor.at;
    if let Some(specs) = list(cursor)? {
        return Ok(Some(specs));
    }
    quantifier(cursor);
    let mut ordinals = Ordinals::default();
    while let Some(Kind::Ordinal(ordinal)) = cursor.peek() {
        ordinals.insert(*ordinal);
        cursor.at += 1;
        let mut ahead = *cursor;
        if and(&mut ahead) {
            let _ = ahead.take_any(&["le", "les"]);
            if matches!(ahead.peek(), Some(Kind::Ordinal(_))) {
                *cursor = ahead;
            }
        }
    }
    if ordinals.is_empty() || !cursor.take_words(&["du", "mois"]) {
        cursor.at = start;
        return Ok(None);
    }
    // No day is said: the days are those from which it is taken.
    Ok(Some(vec![spec(
        Days::NONE,
        Weeks::Ordinals(ordinals),
        false,
    )]))
}

/// Adds days to those before, as one where they are meant in the same weeks.
fn add(
    specs: &mut Vec<DaySpec>,
    next: DaySpec,
    cursor: &Cursor<'_>,
    start: usize,
) -> Result<(), Doubt> {
    // A list has at least its first item.
    let last = specs.len() - 1;
    match (specs[last].weeks, next.weeks) {
        (Weeks::Ordinals(_), Weeks::Every) => Err(Doubt::new(
            cursor.since(start),
            say(
                "« 1er mardi et jeudi » : le second jour est-il aussi compté dans le mois ?",
                "“1er mardi et jeudi”: is the second day counted within the month too?",
            ),
        )
        .propose(say(
            "écrivez « 1er mardi et 1er jeudi du mois », ou deux lignes",
            "write “1er mardi et 1er jeudi du mois”, or two lines",
        ))),
        (before, weeks) if before == weeks => {
            specs[last].days = specs[last].days.union(next.days);
            specs[last].whole &= next.whole;
            Ok(())
        }
        _ => {
            specs.push(next);
            Ok(())
        }
    }
}

/// One day, a stretch of days, or ordinals of a day.
fn item(cursor: &mut Cursor<'_>, start: usize) -> Result<Option<DaySpec>, Doubt> {
    quantifier(cursor);
    if let Some(days) = whole_week(cursor, start)? {
        return Ok(Some(spec(days, Weeks::Every, true)));
    }
    if let Some(ordinals) = ordinals(cursor, start)? {
        let Some(day) = day(cursor) else {
            return Ok(None);
        };
        let _ = cursor.take_words(&["de", "chaque", "mois"]) || cursor.take_words(&["du", "mois"]);
        return Ok(Some(spec(
            Days::from_iter([day]),
            Weeks::Ordinals(ordinals),
            false,
        )));
    }
    let Some(first) = day(cursor) else {
        return Ok(None);
    };
    match stretch(cursor, first, start)? {
        Some(days) => Ok(Some(spec(days, Weeks::Every, true))),
        None => Ok(Some(spec(Days::from_iter([first]), Weeks::Every, false))),
    }
}

pub(super) fn spec(days: Days, weeks: Weeks, whole: bool) -> DaySpec {
    DaySpec { days, weeks, whole }
}

/// Passes over « tous les », « chaque », « le », « du »…
fn quantifier(cursor: &mut Cursor<'_>) {
    const ALL: [&[&str]; 9] = [
        &["tous", "les"],
        &["toutes", "les"],
        &["chaque"],
        &["les"],
        &["le"],
        &["du"],
        &["de"],
        &["des"],
        &["ce"],
    ];
    let _ = ALL.into_iter().any(|words| cursor.take_words(words));
}

/// « tous les jours », « 7j/7 », « le week-end », « en semaine ».
fn whole_week(cursor: &mut Cursor<'_>, start: usize) -> Result<Option<Days>, Doubt> {
    let seven = |kind: Option<&Kind>| kind == Some(&Kind::Number(7));
    if seven(cursor.peek()) {
        let mut ahead = *cursor;
        ahead.at += 1;
        let named = ahead.take_any(&["j", "jour", "jours"]);
        let _ = ahead.take(&Kind::Slash) || ahead.take_any(&["sur"]);
        if seven(ahead.peek()) && ahead.at > cursor.at + 1 {
            ahead.at += 1;
            let _ = !named && ahead.take_any(&["j", "jours"]);
            *cursor = ahead;
            return Ok(Some(Days::ALL));
        }
        return Ok(None);
    }
    let weekend = Days::span(Weekday::Saturday, Weekday::Sunday);
    if cursor.take_any(&["weekend", "weekends"]) {
        return Ok(Some(weekend));
    }
    let mut ahead = *cursor;
    let parities = ["paire", "paires", "impaire", "impaires"];
    if ahead.take_words(&["en", "semaine"])
        && !ahead.word().is_some_and(|word| parities.contains(&word))
    {
        *cursor = ahead;
        return Ok(Some(Days::span(Weekday::Monday, Weekday::Friday)));
    }
    if !cursor.take_any(&["jour", "jours"]) {
        return Ok(None);
    }
    let vague = cursor.take_words(&["de", "la", "semaine"])
        || cursor.take_any(&["ouvrables", "ouvrable", "ouvres", "ouvre"]);
    if !vague {
        return Ok(Some(Days::ALL));
    }
    Err(Doubt::new(
        cursor.since(start),
        say(
            "on ne sait pas si le samedi en est",
            "it is not clear whether Saturday is one of them",
        ),
    )
    .propose(say(
        "écrivez « du lundi au vendredi » ou « du lundi au samedi »",
        "write “du lundi au vendredi” or “du lundi au samedi”",
    )))
}

/// The last day of « du lundi au vendredi », once its first was read.
fn stretch(cursor: &mut Cursor<'_>, first: Weekday, start: usize) -> Result<Option<Days>, Doubt> {
    let mut ahead = *cursor;
    let dash = ahead.take(&Kind::Dash);
    if !dash && !ahead.take_any(&["au", "a", "jusqu"]) {
        return Ok(None);
    }
    let _ = ahead.take_any(&["au"]);
    let Some(last) = day(&mut ahead) else {
        return Ok(None);
    };
    let _ = ahead.take_any(&["inclus"]);
    *cursor = ahead;
    let days = Days::span(first, last);
    if dash && (3..=4).contains(&days.len()) {
        let (from, to) = (
            crate::calendar::day_name(first),
            crate::calendar::day_name(last),
        );
        return Err(Doubt::new(
            cursor.since(start),
            say(
                format!("« {from}-{to} » : du {from} au {to}, ou ces deux jours seulement ?"),
                format!("“{from}-{to}”: from {from} to {to}, or these two days only?"),
            ),
        )
        .propose(say(
            format!("écrivez « du {from} au {to} » ou « {from} et {to} »"),
            format!("write “du {from} au {to}” or “{from} et {to}”"),
        )));
    }
    Ok(Some(days))
}

/// « 1er », « 1er et 3e », « 2 et 4e », « premier ».
fn ordinals(cursor: &mut Cursor<'_>, start: usize) -> Result<Option<Ordinals>, Doubt> {
    let mut ordinals = Ordinals::default();
    let mut ahead = *cursor;
    let mut bare = false;
    loop {
        match ahead.peek() {
            Some(Kind::Ordinal(ordinal)) => {
                ordinals.insert(*ordinal);
                bare = false;
            }
            Some(Kind::Number(number @ 1..=5)) => {
                ordinals.insert(Ordinal::ALL[*number as usize - 1]);
                bare = true;
            }
            _ => break,
        }
        ahead.at += 1;
        cursor.at = ahead.at;
        if !and(&mut ahead) {
            break;
        }
        let _ = ahead.take_any(&["le", "les"]);
    }
    if ordinals.is_empty() || !matches!(cursor.peek(), Some(Kind::Day(_))) {
        return Ok(None);
    }
    if bare {
        return Err(Doubt::new(
            cursor.since(start),
            say(
                "un nombre devant un jour : est-ce son rang dans le mois ?",
                "a number before a day: is it its rank within the month?",
            ),
        ));
    }
    Ok(Some(ordinals))
}

/// « des semaines paires », « (semaine impaire) » without its parentheses.
pub(super) fn parity(cursor: &mut Cursor<'_>) -> Option<Weeks> {
    let mut ahead = *cursor;
    let _ = ahead.take(&Kind::Comma);
    let _ = ahead.take_any(&["en", "les", "des", "de", "la"]);
    if !ahead.take_any(&["semaine", "semaines"]) {
        return None;
    }
    let weeks = if ahead.take_any(&["paire", "paires"]) {
        Weeks::Even
    } else if ahead.take_any(&["impaire", "impaires"]) {
        Weeks::Odd
    } else {
        return None;
    };
    *cursor = ahead;
    Some(weeks)
}

fn both(cursor: &Cursor<'_>, start: usize) -> Doubt {
    Doubt::new(
        cursor.since(start),
        say(
            "un rang dans le mois et des semaines paires ou impaires à la fois",
            "a rank within the month and even or odd weeks at once",
        ),
    )
}

pub(super) fn day(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let Some(Kind::Day(day)) = cursor.peek() else {
        return None;
    };
    cursor.at += 1;
    Some(*day)
}

/// Takes `,`, `/`, « et »… between two days.
fn and(cursor: &mut Cursor<'_>) -> bool {
    let mut any = false;
    while cursor.take(&Kind::Comma) || cursor.take(&Kind::Slash) || cursor.take_any(&["et", "puis"])
    {
        any = true;
    }
    any
}
