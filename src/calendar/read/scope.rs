//! What limits hours: « hors vacances scolaires », « fermé les jours fériés », « sauf le mercredi ».

use std::ops::Range;

use super::cursor::Cursor;
use super::doubt::{self, Doubt};
use super::phrase::{Phrase, Says, Which};
use super::token::Kind;
use super::{date, days};
use crate::calendar::{Days, PublicHolidayPolicy, SchoolHoliday, Weeks, Zone};
use crate::diag::say;

/// Reads a phrase that limits hours.
pub(super) fn scope(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    let start = cursor.at;
    if cursor.take_words(&["toute", "l", "annee"]) {
        return Err(whole_year(cursor, start));
    }
    if let Some(zone) = zone(cursor) {
        return Ok(Some(Says::Zone(zone)));
    }
    for read in [term, also, except, closed] {
        if let Some(says) = read(cursor)? {
            return Ok(Some(says));
        }
        cursor.at = start;
    }
    if cursor.take_any(&["pendant", "durant"]) || lead(cursor) {
        let _ = cursor.take_any(&["les", "la", "le"]);
        if let Some(which) = holidays(cursor) {
            return Ok(Some(Says::InHolidays(which)));
        }
        cursor.at = start;
    }
    let _ = cursor.take_any(&["les", "des", "aux"]);
    if let Some(which) = holidays(cursor) {
        return Ok(Some(afterwards(cursor, Says::Holidays(which))));
    }
    if public(cursor) {
        return Ok(Some(afterwards(cursor, Says::PublicHolidays)));
    }
    cursor.at = start;
    Ok(None)
}

/// Gives a bare « vacances scolaires » or « jours fériés » the sense of the phrase before it.
pub(super) fn settle(
    says: Says,
    before: &[Phrase],
    next: Option<&Kind>,
    range: &Range<usize>,
) -> Result<Says, Doubt> {
    let closed = |one: &Says| {
        matches!(
            one,
            Says::NotInHolidays(_)
                | Says::ClosedInHolidays(_)
                | Says::Public(PublicHolidayPolicy::Closed)
                | Says::ClosedOn(_)
        )
    };
    let open = |one: &Says| {
        matches!(
            one,
            Says::AlsoInHolidays(_) | Says::Public(PublicHolidayPolicy::Open)
        )
    };
    let joined = match before {
        [.., one, and] if matches!(and.says, Says::And | Says::Comma | Says::Or) => Some(&one.says),
        _ => None,
    };
    match says {
        // « fermé les jours fériés et pendant les vacances »
        Says::InHolidays(which)
            if joined.is_some_and(closed)
                && matches!(next, None | Some(Kind::Stop | Kind::Close | Kind::Comma)) =>
        {
            Ok(Says::NotInHolidays(which))
        }
        Says::Holidays(which) if next == Some(&Kind::Colon) => Ok(Says::InHolidays(which)),
        Says::Holidays(which) if joined.is_some_and(closed) => Ok(Says::NotInHolidays(which)),
        Says::Holidays(which) if joined.is_some_and(open) => Ok(Says::AlsoInHolidays(which)),
        Says::PublicHolidays if joined.is_some_and(closed) => {
            Ok(Says::Public(PublicHolidayPolicy::Closed))
        }
        Says::PublicHolidays if joined.is_some_and(open) => {
            Ok(Says::Public(PublicHolidayPolicy::Open))
        }
        Says::Holidays(_) | Says::PublicHolidays => Err(Doubt::new(
            range.clone(),
            say("ouvert ou fermé ces jours-là ?", "open or closed on these days?"),
        )
        .propose(say(
            "écrivez « hors vacances scolaires », « hors jours fériés »… ou les clés `vacances` et `jours_feries`",
            "write “hors vacances scolaires”, “hors jours fériés”… or the keys `vacances` and `jours_feries`",
        ))),
        other => Ok(other),
    }
}

/// « en période scolaire », « hors période scolaire ».
fn term(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    let outside = cursor.take_any(&["hors"]);
    let _ = !outside && cursor.take_any(&["en", "pendant", "durant"]);
    let _ = cursor.take_any(&["la", "les", "le"]);
    let named = cursor.take_any(&["periode", "periodes", "temps"])
        && cursor.take_any(&["scolaire", "scolaires"]);
    Ok(named.then(|| {
        if outside {
            Says::InHolidays(Vec::new())
        } else {
            Says::InTerm
        }
    }))
}

/// « y compris pendant les vacances », « ouvert les jours fériés ».
fn also(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    let included = cursor.take_words(&["y", "compris"]) || cursor.take_any(&["meme"]);
    let open = !included && cursor.take_any(&["ouvert", "ouverte", "ouverts", "ouvertes"]);
    if !included && !open {
        return Ok(None);
    }
    let _ = cursor.take_any(&["aussi", "egalement", "meme"]);
    let _ = lead(cursor) || cursor.take_any(&["pendant", "durant", "en"]);
    let _ = cursor.take_any(&["les", "la", "le"]);
    if let Some(which) = holidays(cursor) {
        let says = if included {
            Says::AlsoInHolidays(which)
        } else {
            Says::OpenInHolidays(which)
        };
        return Ok(Some(says));
    }
    Ok(public(cursor).then_some(Says::Public(PublicHolidayPolicy::Open)))
}

/// « hors vacances », « sauf le mercredi », « à l’exception des jours fériés ».
fn except(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    const LEADS: [&[&str]; 8] = [
        &["a", "l", "exception"],
        &["en", "dehors"],
        &["sauf"],
        &["hors"],
        &["hormis"],
        &["excepte"],
        &["exceptes"],
        &["pas"],
    ];
    let start = cursor.at;
    if !LEADS.into_iter().any(|words| cursor.take_words(words)) {
        return Ok(None);
    }
    // « pas d’accueil pendant les vacances »
    let nouns = [
        "accueil",
        "permanence",
        "permanences",
        "seance",
        "seances",
        "atelier",
        "ateliers",
    ];
    let _ = cursor.take_any(&["de", "d"]) && cursor.take_any(&nouns);
    if let Some(says) = object(cursor)? {
        return Ok(Some(says));
    }
    if let Some(specs) = days::excepted(cursor)? {
        return Ok(Some(Says::Except(specs)));
    }
    Err(unclear(cursor, start))
}

/// « fermé pendant les vacances », « fermé le mercredi », « fermé ».
fn closed(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    let start = cursor.at;
    if !cursor.take_any(&["ferme", "fermee", "fermes", "fermees", "fermeture"]) {
        return Ok(None);
    }
    let _ = cursor.take_any(&["annuelle", "estivale"]);
    let _ = cursor.take(&Kind::Colon);
    match object(cursor)? {
        Some(Says::NotInHolidays(which)) => return Ok(Some(Says::ClosedInHolidays(which))),
        Some(says) => return Ok(Some(says)),
        None => {}
    }
    match days::list(cursor)? {
        Some(specs) if specs.iter().all(|spec| spec.weeks == Weeks::Every) => {
            let days = specs
                .iter()
                .fold(Days::NONE, |days, spec| days.union(spec.days));
            Ok(Some(Says::ClosedOn(days)))
        }
        Some(_) => Err(unclear(cursor, start)),
        None => Ok(Some(Says::ClosedHere)),
    }
}

/// School holidays, public holidays or dates after « hors » or « fermé ».
fn object(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    let start = cursor.at;
    let _ = cursor.take_any(&["pendant", "durant", "lors", "en"]);
    let _ = cursor.take_any(&["les", "le", "la", "l", "des", "de", "du", "d"]);
    let _ = lead(cursor);
    if let Some(which) = holidays(cursor) {
        return Ok(Some(Says::NotInHolidays(which)));
    }
    if public(cursor) {
        return Ok(Some(Says::Public(PublicHolidayPolicy::Closed)));
    }
    cursor.at = start;
    Ok(date::closure(cursor)?.map(Says::Closed))
}

/// Turns « vacances comprises », « jours fériés exclus » into what they say.
fn afterwards(cursor: &mut Cursor<'_>, says: Says) -> Says {
    let included = cursor.take_any(&["inclus", "incluses", "compris", "comprises"]);
    let excluded = !included
        && (cursor.take_any(&["exclus", "exclues", "excepte", "exceptes", "exceptees"])
            || cursor.take_words(&["non", "compris"])
            || cursor.take_words(&["non", "comprises"]));
    match says {
        Says::Holidays(which) if included => Says::AlsoInHolidays(which),
        Says::Holidays(which) if excluded => Says::NotInHolidays(which),
        Says::PublicHolidays if included => Says::Public(PublicHolidayPolicy::Open),
        Says::PublicHolidays if excluded => Says::Public(PublicHolidayPolicy::Closed),
        other => other,
    }
}

/// « période(s) de ».
fn lead(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let _ = ahead.take_any(&["en"]);
    let _ = ahead.take_any(&["les", "la"]);
    let taken = ahead.take_any(&["periode", "periodes"]) && ahead.take_any(&["de", "des"]);
    if taken {
        *cursor = ahead;
    }
    taken
}

/// « vacances scolaires », « petites vacances », « vacances de Noël et d’été ».
fn holidays(cursor: &mut Cursor<'_>) -> Option<Which> {
    use SchoolHoliday as H;
    let mut ahead = *cursor;
    let small = ahead.take_any(&["petites"]);
    let great = !small && ahead.take_any(&["grandes"]);
    let named = ahead.take_any(&["vacances"])
        || (ahead.word() == Some("conges")
            && matches!(ahead.peek_at(1), Some(Kind::Word(word)) if &**word == "scolaires")
            && ahead.take_any(&["conges"]));
    if !named {
        return None;
    }
    let _ = ahead.take_any(&["scolaires", "scolaire"]);
    *cursor = ahead;
    let mut which = match (small, great) {
        (true, _) => vec![H::Toussaint, H::Noel, H::Hiver, H::Printemps],
        (_, true) => vec![H::Ete],
        _ => Vec::new(),
    };
    while let Some(holiday) = holiday(&mut ahead) {
        which.push(holiday);
        *cursor = ahead;
        let _ = ahead.take(&Kind::Comma);
        let _ = ahead.take_any(&["et"]);
    }
    which.sort_unstable();
    which.dedup();
    Some(which)
}

/// « de la Toussaint », « d’été ».
fn holiday(cursor: &mut Cursor<'_>) -> Option<SchoolHoliday> {
    let _ = cursor.take_any(&["de", "d", "des", "du"]);
    let _ = cursor.take_any(&["la", "l"]);
    let holiday = match cursor.word()? {
        "toussaint" | "automne" => SchoolHoliday::Toussaint,
        "noel" => SchoolHoliday::Noel,
        "hiver" | "fevrier" => SchoolHoliday::Hiver,
        "printemps" | "paques" => SchoolHoliday::Printemps,
        "ete" => SchoolHoliday::Ete,
        _ => return None,
    };
    cursor.at += 1;
    Some(holiday)
}

/// « jours fériés », « fériés ».
fn public(cursor: &mut Cursor<'_>) -> bool {
    ["jours", "jour"]
        .into_iter()
        .any(|day| cursor.take_words(&[day, "feries"]) || cursor.take_words(&[day, "ferie"]))
        || cursor.take_any(&["feries"])
}

/// « zone B », « de la zone B ».
fn zone(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let mut ahead = *cursor;
    let _ = ahead.take_any(&["de"]);
    let _ = ahead.take_any(&["la"]);
    if !ahead.take_any(&["zone"]) {
        return None;
    }
    let zone = match ahead.word()? {
        "a" => Zone::A,
        "b" => Zone::B,
        "c" => Zone::C,
        _ => return None,
    };
    ahead.at += 1;
    *cursor = ahead;
    Some(zone)
}

fn unclear(cursor: &Cursor<'_>, start: usize) -> Doubt {
    match cursor.tokens.get(cursor.at) {
        Some(token) if cursor.at > start => doubt::unknown(token.range.clone(), token.text),
        _ => Doubt::new(cursor.since(start), say("sauf quand ?", "except when?")),
    }
}

fn whole_year(cursor: &Cursor<'_>, start: usize) -> Doubt {
    Doubt::new(
        cursor.since(start),
        say(
            "« toute l'année » : les vacances scolaires et les jours fériés aussi ?",
            "“toute l’année”: school and public holidays too?",
        ),
    )
    .propose(say(
        "écrivez « y compris pendant les vacances scolaires », ou les clés `vacances` et `jours_feries`",
        "write “y compris pendant les vacances scolaires”, or the keys `vacances` and `jours_feries`",
    ))
}
