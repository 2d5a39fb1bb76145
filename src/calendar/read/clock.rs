//! Times in words: « de 9 h à 11 h 30 », « 8h30/12h et 13h30/17h », « 24h/24 ».

use super::cursor::Cursor;
use super::doubt::{Doubt, excerpt};
use super::phrase::Says;
use super::strange::strange;
use super::token::{self, Kind};
use crate::calendar::{TimeOfDay, TimeRange};
use crate::diag::say;

/// Reads one time by itself: `09:30`, `9h30`, `midi`.
pub(in crate::calendar) fn time_of_day(text: &str) -> Result<TimeOfDay, Doubt> {
    let tokens = token::tokens(text);
    if let [token] = &tokens[..]
        && let Kind::Time(time) = token.kind
        && !token.text.contains('.')
    {
        return Ok(time);
    }
    let shown = excerpt(text);
    let doubt = Doubt::new(
        0..text.len(),
        say(
            format!("« {shown} » n'est pas une heure"),
            format!("“{shown}” is not a time"),
        ),
    );
    let proposal = likely(&tokens).map_or_else(|| "09:30".to_owned(), |time| time.to_string());
    Err(doubt.propose(say(
        format!("écrivez l'heure ainsi : \"{proposal}\""),
        format!("write the time like this: \"{proposal}\""),
    )))
}

/// The time that one or two bare numbers may mean.
fn likely(tokens: &[token::Token<'_>]) -> Option<TimeOfDay> {
    if let [token] = tokens
        && let Kind::Time(time) = token.kind
    {
        return Some(time);
    }
    let mut numbers = tokens.iter().filter_map(|token| match token.kind {
        Kind::Number(number) => u8::try_from(number).ok(),
        Kind::Time(time) => Some(time.hour()),
        _ => None,
    });
    TimeOfDay::new(numbers.next()?, numbers.next().unwrap_or(0))
}

/// Reads ranges of times that follow each other.
pub(super) fn times(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    let Some(first) = range(cursor)? else {
        return Ok(None);
    };
    let mut ranges = vec![first];
    loop {
        let mut ahead = *cursor;
        let _ = ahead.take(&Kind::Comma) || ahead.take(&Kind::Slash) || ahead.take(&Kind::Dash);
        let _ = ahead.take_any(&["et", "puis"]);
        let Some(next) = range(&mut ahead)? else {
            return Ok(Some(Says::Times(ranges)));
        };
        ranges.push(next);
        *cursor = ahead;
    }
}

/// Reads « de 9 h à 11 h », « 9h-11h », « 9 à 11h », « entre 9h et 11h », « 24h/24 ».
fn range(cursor: &mut Cursor<'_>) -> Result<Option<TimeRange>, Doubt> {
    let start = cursor.at;
    let mut ahead = *cursor;
    if let Some(day) = whole_day(&mut ahead) {
        *cursor = ahead;
        return Ok(Some(day));
    }
    let from_on = ahead.take_words(&["a", "partir", "de"]);
    let until = !from_on && ahead.take_words(&["jusqu", "a"]);
    let between = ahead.take_any(&["entre"]);
    let _ = between || ahead.take_any(&["de", "d", "des", "a", "depuis"]);
    let Some(first) = bound(&mut ahead) else {
        return Ok(None);
    };
    let mut after = ahead;
    let second = if to(&mut after, between) {
        bound(&mut after)
    } else {
        None
    };
    if let (Bound::Time(_), None, Some(Kind::NoTime)) = (first, second, after.peek()) {
        return Err(strange(&after));
    }
    let (from, to) = match (first, second) {
        (Bound::Hour(_), None | Some(Bound::Hour(_))) => return Ok(None),
        (Bound::Time(_), None) => {
            *cursor = ahead;
            return Err(one_end(cursor, start, until));
        }
        (one, Some(other)) => (one.time(), other.time()),
    };
    *cursor = after;
    // Midnight begins a day or ends it.
    let from = from.map(|time| {
        if time == TimeOfDay::END {
            TimeOfDay::START
        } else {
            time
        }
    });
    let to = to.map(|time| {
        if time == TimeOfDay::START {
            TimeOfDay::END
        } else {
            time
        }
    });
    let range = from.zip(to).and_then(|(from, to)| TimeRange::new(from, to));
    range.map(Some).ok_or_else(|| {
        let doubt = Doubt::new(
            cursor.since(start),
            say(
                "la fin est avant le début",
                "the end comes before the beginning",
            ),
        );
        match (from, to) {
            // « 22h-2h » goes past midnight.
            (Some(from), Some(to)) if from.hour() >= 18 && to.hour() < 12 => doubt.propose(say(
                format!(
                    "coupez à minuit : de {from} à 24:00 ce jour-là, de 00:00 à {to} le lendemain"
                ),
                format!("cut at midnight: {from} to 24:00 on that day, 00:00 to {to} on the next"),
            )),
            _ => doubt,
        }
    })
}

/// One end of a range: a time, or an hour whose « h » stands at the other end.
#[derive(Debug, Clone, Copy)]
enum Bound {
    Time(TimeOfDay),
    Hour(u32),
}

impl Bound {
    fn time(self) -> Option<TimeOfDay> {
        match self {
            Bound::Time(time) => Some(time),
            Bound::Hour(hour) => TimeOfDay::new(u8::try_from(hour).ok()?, 0),
        }
    }
}

fn bound(cursor: &mut Cursor<'_>) -> Option<Bound> {
    let bound = match cursor.peek()? {
        Kind::Time(time) => Bound::Time(*time),
        Kind::Number(hour @ 0..=24) => Bound::Hour(*hour),
        _ => return None,
    };
    cursor.at += 1;
    Some(bound)
}

/// Takes what stands between both ends.
fn to(cursor: &mut Cursor<'_>, between: bool) -> bool {
    if between {
        return cursor.take_any(&["et"]);
    }
    cursor.take(&Kind::Dash)
        || cursor.take(&Kind::Slash)
        || cursor.take_any(&["a", "au"])
        || cursor.take_words(&["jusqu", "a"])
}

/// « 24h/24 », « 24h sur 24 ».
fn whole_day(cursor: &mut Cursor<'_>) -> Option<TimeRange> {
    let day = |cursor: &mut Cursor<'_>| {
        cursor.take(&Kind::Time(TimeOfDay::END)) || cursor.take(&Kind::Number(24))
    };
    let whole =
        day(cursor) && (cursor.take(&Kind::Slash) || cursor.take_any(&["sur"])) && day(cursor);
    if whole {
        TimeRange::new(TimeOfDay::START, TimeOfDay::END)
    } else {
        None
    }
}

fn one_end(cursor: &Cursor<'_>, start: usize, until: bool) -> Doubt {
    let what = if until {
        say("à partir de quelle heure ?", "from what time on?")
    } else {
        say("jusqu'à quelle heure ?", "until what time?")
    };
    Doubt::new(cursor.since(start), what)
}
