//! Sessions as records write them: single dates and recurrences.

use std::sync::Arc;

use jiff::civil::Date;

use crate::calendar::{
    self, Event, Facts, InHolidays, Pattern, Recurrence, Session, SessionStatus,
    longer_than_two_years, read_pattern,
};
use crate::diag::{Span, Spanned, say};
use crate::mapping;
use crate::text::yaml::{Decode, Decoder, Node};

use super::hours::{Time, slot};
use super::values::PlaceRef;

/// One item of `seances` or `ateliers`, with its place in the file.
#[derive(Debug, Clone)]
pub struct SessionRule {
    /// What it says.
    pub event: Event,
    /// Where it takes place, where that is its own.
    pub place: Option<Spanned<PlaceRef>>,
    /// Where it stands.
    pub span: Span,
}

mapping! {
    /// The keys of a session.
    pub struct SessionKeys {
        /// The date.
        pub date: Option<Spanned<Date>> = "date",
        /// On which days it comes back.
        pub every: Option<Spanned<PatternText>> = "chaque",
        /// From which date.
        pub since: Option<Spanned<Date>> = "du",
        /// Until which date.
        pub until: Option<Spanned<Date>> = "au",
        /// From when.
        pub from: Option<Time> = "de",
        /// Until when.
        pub to: Option<Time> = "a",
        /// What it does in school holidays.
        pub holidays: Option<HolidayCode> = "vacances",
        /// The dates on which it does not take place.
        pub except: Vec<Spanned<Date>> = "sauf",
        /// Its own place.
        pub place: Option<Spanned<PlaceRef>> = "lieu",
        /// Its own title.
        pub title: Option<Box<str>> = "titre",
        /// How it stands.
        pub status: Option<Spanned<StatusCode>> = "statut",
        /// Why.
        pub reason: Option<Box<str>> = "motif",
        /// How many places are left.
        pub places_left: Option<u32> = "places_restantes",
        /// Short for `statut: complet`.
        pub full: Option<bool> = "complet",
        /// The date to which it was put off.
        pub postponed_to: Option<Spanned<Date>> = "reportee_au",
        /// Whether one comes by appointment.
        pub by_appointment: Option<bool> = "sur_rendez_vous",
    }
}

impl Decode for SessionRule {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let before = decoder.faults.len();
        let keys = SessionKeys::decode(node, decoder)?;
        if decoder.faults.len() > before {
            return None;
        }
        let status = match (&keys.status, keys.full) {
            (Some(status), _) => status.value.0,
            (None, Some(true)) => SessionStatus::Full,
            (None, _) => SessionStatus::Planned,
        };
        check_status(&keys, status, node.span, decoder);
        let end = node.get("a").map_or(node.span, |end| end.span);
        let slot = slot(keys.from, keys.to, true, (node.span, end), decoder)?;
        let facts = Arc::new(Facts {
            title: keys.title.as_deref().map(Arc::from),
            place: keys.place.as_ref().map(|place| Arc::from(place.slug())),
            status,
            reason: keys.reason.as_deref().map(Arc::from),
            places_left: keys.places_left,
        });
        let event = match (&keys.date, &keys.every) {
            (Some(date), None) => {
                let postponed_to = keys.postponed_to.as_ref().map(|date| date.value);
                Event::Once(Session {
                    date: date.value,
                    slot,
                    facts,
                    postponed_to,
                })
            }
            (None, Some(every)) => Event::Repeated(recurrence(
                &keys,
                every.value.0,
                slot,
                facts,
                node.span,
                decoder,
            )?),
            _ => {
                decoder.error(
                    "session-date",
                    node.span,
                    say("une séance a une « date », ou « chaque » avec « du » et « au »", "a session has a “date”, or “chaque” with “du” and “au”"),
                    say("écrivez date: 2026-12-03, ou chaque: mercredi, du: 2026-09-09, au: 2027-06-30", "write date: 2026-12-03, or chaque: mercredi, du: 2026-09-09, au: 2027-06-30"),
                );
                return None;
            }
        };
        Some(SessionRule {
            event,
            place: keys.place,
            span: node.span,
        })
    }
}

fn recurrence(
    keys: &SessionKeys,
    pattern: Pattern,
    slot: calendar::Slot,
    facts: Arc<Facts>,
    span: Span,
    decoder: &mut Decoder,
) -> Option<Recurrence> {
    let (Some(from), Some(until)) = (&keys.since, &keys.until) else {
        decoder.error(
            "missing-key",
            span,
            say(
                "une récurrence a besoin de « du » et de « au »",
                "a recurrence needs “du” and “au”",
            ),
            say(
                "ajoutez la première et la dernière date : du: 2026-09-09, au: 2027-06-30",
                "add the first and last date: du: 2026-09-09, au: 2027-06-30",
            ),
        );
        return None;
    };
    if until.value < from.value {
        decoder.error(
            "end-before-start",
            until.span,
            say("« au » est avant « du »", "“au” is before “du”"),
            say(
                "échangez les deux dates ou corrigez l'année",
                "swap the two dates or correct the year",
            ),
        );
        return None;
    }
    if longer_than_two_years(from.value, until.value) {
        decoder.error(
            "recurrence-too-long",
            until.span,
            say(
                "plus de 24 mois entre « du » et « au »",
                "more than 24 months between “du” and “au”",
            ),
            say(
                "arrêtez la récurrence à la fin de l'année scolaire",
                "end the recurrence with the school year",
            ),
        );
        return None;
    }
    Some(Recurrence {
        pattern,
        from: from.value,
        until: until.value,
        slot,
        holidays: keys.holidays.map_or(InHolidays::AsRecord, |code| code.0),
        except: keys.except.iter().map(|date| date.value).collect(),
        facts,
    })
}

fn check_status(keys: &SessionKeys, status: SessionStatus, span: Span, decoder: &mut Decoder) {
    let status_span = keys.status.as_ref().map_or(span, |status| status.span);
    if keys.full == Some(true) && keys.status.is_some() && status != SessionStatus::Full {
        decoder.error(
            "two-statuses",
            status_span,
            say(
                "« complet: true », et un autre « statut »",
                "“complet: true”, and another “statut”",
            ),
            say(
                "gardez l'un des deux : « complet: true » veut dire statut: complet",
                "keep one of the two: “complet: true” means statut: complet",
            ),
        );
    }
    if status == SessionStatus::Postponed && keys.postponed_to.is_none() && keys.date.is_some() {
        decoder.error(
            "missing-key",
            status_span,
            say(
                "une séance reportée a une nouvelle date, « reportee_au »",
                "a postponed session has a new date, “reportee_au”",
            ),
            say(
                "ajoutez reportee_au: 2026-12-10, ou écrivez statut: annulee",
                "add reportee_au: 2026-12-10, or write statut: annulee",
            ),
        );
    }
    if status == SessionStatus::Moved && keys.place.is_none() {
        decoder.error(
            "missing-key",
            status_span,
            say(
                "une séance déplacée a un nouveau « lieu »",
                "a moved session has a new “lieu”",
            ),
            say(
                "ajoutez lieu: identifiant-du-lieu",
                "add lieu: id-of-the-place",
            ),
        );
    }
}

/// On which days a session comes back, as it is written under `chaque`.
#[derive(Debug, Clone, Copy)]
pub struct PatternText(pub Pattern);

impl Decode for PatternText {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(
            node,
            say("un jour", "a day"),
            "« mercredi », « 1er samedi », « un samedi sur deux »",
        )?;
        match read_pattern(text) {
            Ok(pattern) => Some(PatternText(pattern)),
            Err(doubt) => {
                let span = node.within(doubt.range.start, doubt.range.end);
                let help = doubt.proposal.unwrap_or_else(|| {
                    say("écrivez un jour (mercredi), « lundi et jeudi », « 1er samedi », « un samedi sur deux » ou jour", "write a day (mercredi), “lundi et jeudi”, “1er samedi”, “un samedi sur deux” or jour")
                });
                decoder.error("doubtful-recurrence", span, doubt.what, help);
                None
            }
        }
    }
}

/// What a recurrence does in school holidays.
#[derive(Debug, Clone, Copy)]
pub struct HolidayCode(pub InHolidays);

impl Decode for HolidayCode {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(
                node,
                say("oui, non ou seulement", "oui, non or seulement"),
                "non",
            )?
            .trim();
        let code = InHolidays::from_code(text);
        if code.is_none() {
            decoder.unknown_value(text, &InHolidays::CODES, node);
        }
        code.map(HolidayCode)
    }
}

/// How a session stands.
#[derive(Debug, Clone, Copy)]
pub struct StatusCode(pub SessionStatus);

impl Decode for StatusCode {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("un statut", "a status"), "annulee")?
            .trim();
        let status = SessionStatus::from_code(text);
        if status.is_none() {
            decoder.unknown_value(text, &SessionStatus::ALL.map(SessionStatus::code), node);
        }
        status.map(StatusCode)
    }
}
