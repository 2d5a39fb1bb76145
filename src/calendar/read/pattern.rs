//! The pattern of a recurrence in words: `chaque: "1er et 3e lundi"`.

use super::cursor::Cursor;
use super::days::{self, day};
use super::doubt::Doubt;
use super::rate;
use super::strange::strange;
use super::token::{self, Kind, Token};
use crate::calendar::{Days, Pattern};
use crate::diag::{Text, say};

/// Reads what follows `chaque`: a day, several, ordinals, « un samedi sur deux », « jour ».
///
/// It never panics, and takes time in proportion to the text.
pub fn read_pattern(text: &str) -> Result<Pattern, Doubt> {
    let tokens = token::tokens(text);
    let mut cursor = Cursor {
        tokens: &tokens,
        at: 0,
    };
    read(&mut cursor).map_err(|doubt| {
        if let Some(proposal) = to_the_point(&tokens) {
            return doubt.without_proposal().propose(proposal);
        }
        doubt.with_proposal(|| {
            say(
                "écrivez par exemple « mercredi », « lundi et jeudi », « 1er et 3e lundi », « dernier jeudi », \
                 « un samedi sur deux » ou « jour »",
                "write for example “mercredi”, “lundi et jeudi”, “1er et 3e lundi”, “dernier jeudi”, \
                 “un samedi sur deux” or “jour”",
            )
        })
    })
}

fn read(cursor: &mut Cursor<'_>) -> Result<Pattern, Doubt> {
    if let Some(days) = every_other(cursor) {
        // « un mercredi sur deux (semaines paires) » needs no date to count from.
        let mut ahead = *cursor;
        let open = ahead.take(&Kind::Open);
        if let Some(weeks) = days::parity(&mut ahead)
            && (!open || ahead.take(&Kind::Close))
        {
            return end(&ahead, Pattern::On { days, weeks });
        }
        return end(cursor, Pattern::EveryOther { days });
    }
    // The proposal of hours is not one for a pattern.
    rate::every_other(&mut cursor.clone()).map_err(Doubt::without_proposal)?;
    let Some(specs) = days::list(cursor)? else {
        return Err(strange(cursor));
    };
    let pattern = match specs[..] {
        [spec] => Pattern::On {
            days: spec.days,
            weeks: spec.weeks,
        },
        _ => {
            return Err(Doubt::new(
                cursor.since(0),
                say(
                    "des jours qui reviennent chacun à sa façon",
                    "days that come back each in its own way",
                ),
            )
            .propose(say(
                "faites-en deux lignes sous `seances`, une pour chaque",
                "make two lines under `seances`, one for each",
            )));
        }
    };
    end(cursor, pattern)
}

/// What to write instead of what a pattern does not say: an hour, or what is left out.
fn to_the_point(tokens: &[Token<'_>]) -> Option<Text> {
    let says = |words: &[&str]| {
        tokens
            .iter()
            .any(|token| matches!(&token.kind, Kind::Word(word) if words.contains(&&**word)))
    };
    let is_day = |token: &Token<'_>| matches!(token.kind, Kind::Day(_));
    let is_hour = |token: &Token<'_>| matches!(token.kind, Kind::Time(_) | Kind::Part(_));
    if tokens.iter().any(is_hour) {
        return Some(say(
            "écrivez seulement les jours ici, et l'heure sous « de » et « a »",
            "write only the days here, and the time under “de” and “a”",
        ));
    }
    if says(&["sauf", "hors", "vacances"]) {
        return Some(say(
            "écrivez seulement les jours ici ; à côté, « vacances: non », et les dates sautées sous « sauf »",
            "write only the days here; beside them “vacances: non”, and the dates left out under “sauf”",
        ));
    }
    if says(&["quinze", "quinzaine", "fois", "semaine", "semaines"]) && !tokens.iter().any(is_day) {
        return Some(say(
            "dites le jour : « un mercredi sur deux » (compté à partir de « du »), ou « mercredi des semaines paires »",
            "say the day: “un mercredi sur deux” (counted from “du”), or “mercredi des semaines paires”",
        ));
    }
    says(&["quotidien", "quotidienne", "quotidiennement"])
        .then(|| say("écrivez jour", "write jour"))
}

fn end(cursor: &Cursor<'_>, pattern: Pattern) -> Result<Pattern, Doubt> {
    match cursor.peek() {
        None => Ok(pattern),
        Some(_) => Err(strange(cursor)),
    }
}

/// « un samedi sur deux », « un mardi et un jeudi sur deux », « 1 samedi sur 2 ».
fn every_other(cursor: &mut Cursor<'_>) -> Option<Days> {
    let mut ahead = *cursor;
    let mut days = Days::NONE;
    loop {
        let one = ahead.take_any(&["un"]) || ahead.take(&Kind::Number(1));
        if !one && days.is_empty() {
            return None;
        }
        days.insert(day(&mut ahead)?);
        if !ahead.take_any(&["et"]) && !ahead.take(&Kind::Comma) {
            break;
        }
    }
    let rate =
        ahead.take_any(&["sur"]) && (ahead.take_any(&["deux"]) || ahead.take(&Kind::Number(2)));
    if !rate {
        return None;
    }
    *cursor = ahead;
    Some(days)
}
