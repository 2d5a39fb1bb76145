//! Phrases: tokens that belong together and say one thing.

use std::ops::Range;

use super::cursor::Cursor;
use super::doubt::Doubt;
use super::strange::strange;
use super::token::{Kind, Token};
use super::{clock, date, days, label, propose, scope};
use crate::calendar::{
    Closure, Days, PartOfDay, PublicHolidayPolicy, SchoolHoliday, TimeRange, Weeks, Zone,
};
use crate::diag::say;

/// A phrase and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) says: Says,
    pub(super) range: Range<usize>,
}

/// What a phrase says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Says {
    /// « mardi et jeudi », « 1er et 3e lundi du mois »
    Days(Vec<DaySpec>),
    /// « semaines paires »
    Weeks(Weeks),
    /// « matin »
    Part(PartOfDay),
    /// « 9h-12h et 14h-17h »
    Times(Vec<TimeRange>),
    /// « sur rendez-vous »
    ByAppointment,
    /// « sans rendez-vous »
    NoAppointment,
    /// « sauf le mercredi »
    Except(Vec<DaySpec>),
    /// « fermé le mercredi »
    ClosedOn(Days),
    /// « fermé », of what was just named
    ClosedHere,
    /// « hors vacances scolaires »: in these, or in all.
    NotInHolidays(Which),
    /// « fermé pendant les vacances scolaires »
    ClosedInHolidays(Which),
    /// « y compris pendant les vacances scolaires »
    AlsoInHolidays(Which),
    /// « ouvert pendant les vacances scolaires »
    OpenInHolidays(Which),
    /// « pendant les vacances scolaires »
    InHolidays(Which),
    /// « vacances scolaires », after another such phrase or before a colon
    Holidays(Which),
    /// « jours fériés », after another such phrase
    PublicHolidays,
    /// « en période scolaire »
    InTerm,
    /// « hors jours fériés »
    Public(PublicHolidayPolicy),
    /// « fermé du 1er au 31 août 2026 »
    Closed(Closure),
    /// « zone B »
    Zone(Zone),
    /// `,` `/` `-`
    Comma,
    /// « et »
    And,
    /// « ou »
    Or,
    /// The end of a line or sentence.
    Stop,
    /// `:`
    Colon,
    /// `(`
    Open,
    /// `)`
    Close,
}

/// Which school holidays are meant; an empty list stands for all of them.
pub(super) type Which = Vec<SchoolHoliday>;

/// Days in certain weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DaySpec {
    pub(super) days: Days,
    pub(super) weeks: Weeks,
    /// Whether the days were said as a whole (« du lundi au vendredi »), so that one may be taken out.
    pub(super) whole: bool,
}

/// Reads all phrases of a text.
pub(super) fn phrases(tokens: &[Token<'_>]) -> Result<Vec<Phrase>, Doubt> {
    let mut cursor = Cursor {
        tokens,
        at: label::length(tokens),
    };
    let mut phrases = Vec::new();
    while cursor.peek().is_some() {
        let start = cursor.at;
        if let Some(says) = one(&mut cursor)? {
            let range = cursor.since(start);
            let says = scope::settle(says, &phrases, cursor.peek(), &range)?;
            phrases.push(Phrase { says, range });
        }
    }
    Ok(phrases)
}

/// Reads one phrase, or passes over a word that says nothing.
fn one(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    if let Some(says) = separator(cursor) {
        return Ok(Some(says));
    }
    if let Some(says) = scope::scope(cursor)? {
        return Ok(Some(says));
    }
    if filler(cursor) {
        return Ok(None);
    }
    if every_part(cursor)? {
        return Ok(None);
    }
    for read in [
        date::stray,
        appointment,
        days::days,
        clock::times,
        days::weeks,
    ] {
        if let Some(says) = read(cursor)? {
            return Ok(Some(says));
        }
    }
    if let Some(Kind::Part(part)) = cursor.peek() {
        let part = *part;
        cursor.at += 1;
        return Ok(Some(Says::Part(part)));
    }
    if article(cursor) {
        return Ok(None);
    }
    Err(strange(cursor))
}

fn separator(cursor: &mut Cursor<'_>) -> Option<Says> {
    let says = match cursor.peek()? {
        Kind::Comma | Kind::Slash | Kind::Dash => Says::Comma,
        Kind::Stop => Says::Stop,
        Kind::Colon => Says::Colon,
        Kind::Open => Says::Open,
        Kind::Close => Says::Close,
        Kind::Word(word) if matches!(&**word, "et" | "puis") => Says::And,
        Kind::Word(word) if &**word == "ou" => Says::Or,
        _ => return None,
    };
    cursor.at += 1;
    Some(says)
}

/// Passes over words that head or fill a text: « Horaires d’ouverture », « ouvert au public ».
fn filler(cursor: &mut Cursor<'_>) -> bool {
    const HEADS: [&[&str]; 35] = [
        &["horaires", "d", "ouverture"],
        &["horaires", "d", "accueil"],
        &["jours", "d", "ouverture"],
        &["jours", "et", "heures", "d", "ouverture"],
        &["heures", "d", "ouverture"],
        &["horaires"],
        &["horaire"],
        &["ouvert", "au", "public"],
        &["ouvert"],
        &["ouverte"],
        &["ouverts"],
        &["ouvertes"],
        &["ouverture", "au", "public"],
        &["ouverture"],
        &["ouvertures"],
        &["accueil", "du", "public"],
        &["accueil", "libre"],
        &["accueil"],
        &["permanences"],
        &["permanence"],
        &["nonstop"],
        &["une", "fois", "par", "semaine"],
        &["en", "continu"],
        &["sans", "interruption"],
        &["journee", "continue"],
        &["toute", "la", "journee"],
        &["consultations"],
        &["consultation"],
        &["pesees"],
        &["pesee"],
        &["seances"],
        &["seance"],
        &["ateliers"],
        &["atelier"],
        &["toutes", "les", "semaines"],
    ];
    const ADVERBS: [&str; 6] = [
        "uniquement",
        "seulement",
        "exclusivement",
        "que",
        "inclus",
        "compris",
    ];
    HEADS.into_iter().any(|words| cursor.take_words(words))
        || ADVERBS.into_iter().any(|word| cursor.take_words(&[word]))
}

/// Passes over « tous les » of « tous les matins », where the days are said elsewhere.
fn every_part(cursor: &mut Cursor<'_>) -> Result<bool, Doubt> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let every = ahead.take_words(&["tous", "les"])
        || ahead.take_words(&["toutes", "les"])
        || ahead.take_any(&["chaque"]);
    if !every || !matches!(ahead.peek(), Some(Kind::Part(_))) {
        return Ok(false);
    }
    if propose::days(cursor.tokens).is_empty() {
        ahead.at += 1;
        return Err(Doubt::new(
            ahead.since(start),
            say(
                "quels jours : du lundi au vendredi, au samedi, ou tous les jours ?",
                "which days: Monday to Friday, to Saturday, or every day?",
            ),
        ));
    }
    *cursor = ahead;
    Ok(true)
}

/// Passes over an article before something that is understood.
fn article(cursor: &mut Cursor<'_>) -> bool {
    let is_article = cursor.word().is_some_and(|word| {
        matches!(
            word,
            "le" | "les" | "la" | "l" | "en" | "de" | "des" | "au" | "du" | "a" | "d"
        )
    });
    let leads = matches!(
        cursor.peek_at(1),
        Some(Kind::Part(_) | Kind::Day(_) | Kind::Ordinal(_))
    ) || matches!(cursor.peek_at(1), Some(Kind::Word(word)) if matches!(&**word, "rdv" | "semaine" | "semaines" | "weekend" | "weekends"));
    let taken = is_article && leads;
    if taken {
        cursor.at += 1;
    }
    taken
}

/// « sur rendez-vous », « sans rdv », « rendez-vous possible ».
fn appointment(cursor: &mut Cursor<'_>) -> Result<Option<Says>, Doubt> {
    const NEEDED: [&[&str]; 5] = [
        &["sur", "prise", "de", "rdv"],
        &["sur", "rdv"],
        &["avec", "rdv"],
        &["prendre", "rdv"],
        &["rdv"],
    ];
    let start = cursor.at;
    let either = [
        &["avec", "ou", "sans", "rdv"],
        &["sans", "ou", "avec", "rdv"],
        &["sur", "ou", "sans", "rdv"],
    ];
    if either.into_iter().any(|words| cursor.take_words(words)) {
        return Err(Doubt::new(
            cursor.since(start),
            say(
                "avec ou sans rendez-vous : on ne sait pas s'il en faut un",
                "with or without appointment: it is not clear whether one is needed",
            ),
        ));
    }
    if cursor.take_words(&["sans", "rdv"]) {
        return Ok(Some(Says::NoAppointment));
    }
    if !NEEDED.into_iter().any(|words| cursor.take_words(words)) {
        return Ok(None);
    }
    let _ = cursor.take_any(&["obligatoire", "obligatoires"]);
    Ok(Some(Says::ByAppointment))
}
