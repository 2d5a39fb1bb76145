//! Times, days and weeks as records write them.

use crate::calendar::{self, TimeOfDay, Weeks};
use crate::diag::say;
use crate::text::nearest::nearest;
use crate::text::yaml::{Decode, Decoder, Node};

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time(pub TimeOfDay);

impl Decode for Time {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, say("une heure", "a time"), "\"09:30\"")?;
        match TimeOfDay::parse(text.trim()) {
            Ok(time) => Some(Time(time)),
            Err(doubt) => {
                let help = doubt.proposal.unwrap_or_else(|| {
                    say(
                        "écrivez l'heure entre guillemets : \"09:30\"",
                        "write the time in quotes: \"09:30\"",
                    )
                });
                decoder.error("bad-time", node.span, doubt.what, help);
                None
            }
        }
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekDay(pub jiff::civil::Weekday);

impl Decode for WeekDay {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        const DAYS: [&str; 7] = [
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ];
        let text = decoder
            .text(node, say("un jour", "a day"), "« mardi »")?
            .trim();
        let day = calendar::day_from_code(text);
        if day.is_none() {
            let help = match nearest(text, DAYS) {
                Some(near) => say(
                    format!("vouliez-vous dire « {near} » ?"),
                    format!("did you mean “{near}”?"),
                ),
                None => say(
                    "écrivez les jours en liste : [lundi, mardi]",
                    "write days as a list: [lundi, mardi]",
                ),
            };
            decoder.error(
                "unknown-day",
                node.span,
                say(
                    format!("jour inconnu « {text} »"),
                    format!("unknown day “{text}”"),
                ),
                help,
            );
        }
        day.map(WeekDay)
    }
}

/// The weeks in which hours hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekCode(pub Weeks);

impl Decode for WeekCode {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("des semaines", "weeks"), "paires")?
            .trim();
        let weeks = Weeks::from_code(text);
        if weeks.is_none() {
            let all = Weeks::CODES.join(", ");
            let help = match nearest(text, Weeks::CODES) {
                Some(near) => say(
                    format!("vouliez-vous dire « {near} » ?"),
                    format!("did you mean “{near}”?"),
                ),
                None => say(
                    format!("les valeurs possibles : {all}"),
                    format!("the values allowed: {all}"),
                ),
            };
            decoder.error(
                "unknown-value",
                node.span,
                say(
                    format!("semaines inconnues « {text} »"),
                    format!("unknown weeks “{text}”"),
                ),
                help,
            );
        }
        weeks.map(WeekCode)
    }
}
