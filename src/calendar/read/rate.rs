//! How often: « un samedi sur deux », « tous les quinze jours », « un samedi par mois ».

use super::cursor::Cursor;
use super::days::{day, parity, spec};
use super::doubt::Doubt;
use super::phrase::DaySpec;
use super::propose;
use super::token::Kind;
use crate::calendar::{Days, Weeks};
use crate::diag::say;

/// « un samedi sur deux » and its like can't be counted without a date.
///
/// Even or odd weeks, said right after, leave no doubt: « un mardi sur deux (semaines paires) ».
pub(super) fn every_other(cursor: &mut Cursor<'_>) -> Result<Option<DaySpec>, Doubt> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let fortnight = [
        &["tous", "les"][..],
        &["toutes", "les"],
        &["par"],
        &["une", "semaine", "sur"],
        &["1", "semaine", "sur"],
    ];
    let told = fortnight.into_iter().any(|words| ahead.take_words(words));
    let counted = matches!(ahead.peek(), Some(Kind::Number(2 | 15)))
        || matches!(ahead.word(), Some("deux" | "quinze" | "quinzaine"));
    if told && counted {
        ahead.at += 1;
        let _ = ahead.take_any(&["jours", "semaines"]);
        *cursor = ahead;
        return Err(no_date(cursor, start));
    }
    let mut ahead = *cursor;
    let one = ahead.take_any(&["un", "une"]) || ahead.take(&Kind::Number(1));
    let which = if one { day(&mut ahead) } else { None };
    let known = which.is_some() || (one && ahead.take_any(&["semaine", "fois"]));
    let mut rate = ahead;
    if known && rate.take_any(&["sur"]) && (rate.take_any(&["deux"]) || rate.take(&Kind::Number(2)))
    {
        *cursor = rate;
        let open = rate.take(&Kind::Open);
        return match (which, parity(&mut rate)) {
            (Some(day), Some(weeks)) => {
                let _ = open && rate.take(&Kind::Close);
                *cursor = rate;
                Ok(Some(spec(Days::from_iter([day]), weeks, false)))
            }
            // « un mercredi sur deux, de 9 h à 11 h (semaines paires) »
            (Some(day), None) if says_parity(&rate) => {
                Ok(Some(spec(Days::from_iter([day]), Weeks::Every, false)))
            }
            _ => Err(no_date(cursor, start)),
        };
    }
    if known && (ahead.take_words(&["par", "mois"]) || ahead.take_words(&["dans", "le", "mois"])) {
        *cursor = ahead;
        return Err(Doubt::new(
            cursor.since(start),
            say("lequel du mois ?", "which one of the month?"),
        )
        .propose(say(
            "écrivez par exemple « 1er samedi du mois », ou chaque date sous `seances`",
            "write for example “1er samedi du mois”, or each date under `seances`",
        )));
    }
    Ok(None)
}

/// Whether the rest of the text says even or odd weeks.
fn says_parity(cursor: &Cursor<'_>) -> bool {
    let is_parity = |kind: &Kind| matches!(kind, Kind::Word(word) if matches!(&**word, "paire" | "paires" | "impaire" | "impaires"));
    cursor.tokens[cursor.at..]
        .iter()
        .any(|token| is_parity(&token.kind))
}

fn no_date(cursor: &Cursor<'_>, start: usize) -> Doubt {
    let range = cursor.since(start);
    Doubt::new(
        range,
        say(
            "une fois sur deux : à compter de quand ?",
            "every other time: counted from when?",
        ),
    )
    .propose(propose::every_other(cursor.tokens))
}
