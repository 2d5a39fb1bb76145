//! Lists of weekly hours.

use crate::calendar::{
    self, Days, Reading, Slot, TimeRange, WeeklyHours, WeeklyRule, Weeks, join_items, overlaps,
    read_hours,
};
use crate::diag::{Diagnostic, Span, Spanned, say};
use crate::mapping;
use crate::text::yaml::{Decode, Decoder, Kind, Node};

use super::{Time, WeekCode, WeekDay};

/// A list of weekly hours, each with its place.
#[derive(Debug, Clone, Default)]
pub struct Hours {
    /// What each item says: a rule, or a text with what it says of holidays and closures.
    items: Vec<(calendar::Timetable, Span)>,
}

impl Hours {
    /// The hours alone.
    pub fn weekly(&self) -> WeeklyHours {
        WeeklyHours(
            self.items
                .iter()
                .flat_map(|(item, _)| item.weekly.0.iter().cloned())
                .collect(),
        )
    }

    /// The hours with what the keys beside them say, whatever hours these hold.
    ///
    /// Fails with the place of an item that contradicts the keys or the other items.
    pub fn join(&self, keys: &calendar::Timetable) -> Result<calendar::Timetable, Span> {
        let items: Vec<calendar::Timetable> =
            self.items.iter().map(|(item, _)| item.clone()).collect();
        let keys = calendar::Timetable {
            weekly: WeeklyHours::default(),
            ..keys.clone()
        };
        join_items(&items, keys).map_err(|index| self.items[index].1)
    }

    /// The hours with what the keys beside them say; tells an item that contradicts the keys or the others.
    pub fn join_or_tell(
        &self,
        keys: &calendar::Timetable,
        decoder: &mut Decoder,
    ) -> calendar::Timetable {
        self.join(keys).unwrap_or_else(|span| {
            decoder.error(
                "contradictory-hours",
                span,
                say("ce texte dit des vacances ou des fermetures qui vaudraient aussi pour les autres horaires", "this text says holidays or closures that would hold for the other hours too"),
                say("écrivez « vacances », « jours_feries » ou « fermetures » à côté de « horaires », et seulement les heures ici", "write “vacances”, “jours_feries” or “fermetures” beside “horaires”, and only the hours here"),
            );
            calendar::Timetable { weekly: self.weekly(), ..keys.clone() }
        })
    }
}

mapping! {
    /// One line of weekly hours.
    pub struct Rule {
        /// The days.
        pub days: Vec<WeekDay> = "jours",
        /// From when.
        pub from: Option<Time> = "de",
        /// Until when.
        pub to: Option<Time> = "a",
        /// In which weeks.
        pub weeks: Vec<Spanned<WeekCode>> = "semaines",
        /// Whether one comes by appointment.
        pub by_appointment: Option<bool> = "sur_rendez_vous",
    }
}

impl Decode for Hours {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let mut hours = Hours::default();
        match &node.kind {
            Kind::Sequence(items) => items.iter().for_each(|item| hours.add(item, decoder)),
            _ => hours.add(node, decoder),
        }
        let spans: Vec<Span> = hours
            .items
            .iter()
            .flat_map(|(item, span)| item.weekly.0.iter().map(|_| *span))
            .collect();
        for overlap in overlaps(&hours.weekly()) {
            let day = calendar::day_name(overlap.day);
            decoder.fault(
                Diagnostic::error(
                    "overlapping-hours",
                    spans[overlap.second],
                    say(
                        format!("ces horaires en recouvrent d'autres le {day}"),
                        format!("these hours overlap others on {day}"),
                    ),
                )
                .help(say(
                    "corrigez les heures, ou dites dans quelles semaines (semaines: paires, 1er…)",
                    "correct the times, or say in which weeks (semaines: paires, 1er…)",
                ))
                .related(spans[overlap.first], say("ceux-ci", "these")),
            );
        }
        Some(hours)
    }
}

impl Hours {
    fn add(&mut self, node: &Node<'_>, decoder: &mut Decoder) {
        let item = if matches!(node.kind, Kind::Scalar(..)) {
            read_words(node, decoder)
        } else {
            read_rule(node, decoder).map(|rule| calendar::Timetable {
                weekly: WeeklyHours(vec![rule]),
                ..Default::default()
            })
        };
        self.items.extend(item.map(|item| (item, node.span)));
    }
}

fn read_words(node: &Node<'_>, decoder: &mut Decoder) -> Option<calendar::Timetable> {
    let text = decoder.text(
        node,
        say("des horaires", "opening hours"),
        "« mardi et jeudi 9h-11h30 »",
    )?;
    match read_hours(text) {
        Reading::Understood(understood) => {
            let words = &understood.words;
            decoder.fault(Diagnostic::note(
                "understood-hours",
                node.span,
                say(format!("compris : {words}"), format!("understood: {words}")),
            ));
            Some(understood.timetable)
        }
        Reading::Doubtful(doubt) => {
            let span = node.within(doubt.range.start, doubt.range.end);
            decoder.fault(
                Diagnostic::error("doubtful-hours", span, doubt.what).maybe_help(doubt.proposal),
            );
            None
        }
    }
}

fn read_rule(node: &Node<'_>, decoder: &mut Decoder) -> Option<WeeklyRule> {
    let before = decoder.faults.len();
    let rule = Rule::decode(node, decoder)?;
    let by_appointment = rule.by_appointment == Some(true);
    let days: Days = rule.days.iter().map(|day| day.0).collect();
    let untold = decoder.faults.len() == before;
    if untold && days.is_empty() && !by_appointment {
        decoder.error(
            "missing-key",
            node.span,
            say(
                "il manque les jours, « jours », à ces horaires",
                "these hours name no days, “jours”",
            ),
            say("ajoutez jours: [mardi, jeudi]", "add jours: [mardi, jeudi]"),
        );
    }
    let weeks = combine_weeks(&rule.weeks, decoder)?;
    let slot = slot(
        rule.from,
        rule.to,
        by_appointment || !untold,
        (node.span, node.get("a").map_or(node.span, |end| end.span)),
        decoder,
    )?;
    Some(WeeklyRule {
        days,
        slot,
        weeks,
        by_appointment,
    })
}

/// The slot of `de` and `a`; tells an end before its start at the place of the end, and at the whole's a missing start.
pub(in crate::model) fn slot(
    from: Option<Time>,
    to: Option<Time>,
    may_be_unsaid: bool,
    (whole, end): (Span, Span),
    decoder: &mut Decoder,
) -> Option<Slot> {
    match (from, to) {
        (Some(from), Some(to)) => {
            let range = TimeRange::new(from.0, to.0);
            if range.is_none() {
                let (from, to) = (from.0, to.0);
                let help = if from == to {
                    say(
                        format!("corrigez l'heure de fin : elle vient après {from}"),
                        format!("correct the end: it comes after {from}"),
                    )
                } else {
                    say(
                        format!(
                            "écrivez de: \"{to}\", a: \"{from}\", ou corrigez l'une des deux heures"
                        ),
                        format!(
                            "write de: \"{to}\", a: \"{from}\", or correct one of the two times"
                        ),
                    )
                };
                decoder.error(
                    "end-before-start",
                    end,
                    say(
                        format!("la fin ({to}) n'est pas après le début ({from})"),
                        format!("the end ({to}) is not after the start ({from})"),
                    ),
                    help,
                );
            }
            range.map(Slot::Range)
        }
        (Some(from), None) => Some(Slot::From(from.0)),
        (None, None) if may_be_unsaid => Some(Slot::Unsaid),
        (None, _) if decoder.has_error_within(whole) => None,
        (None, _) => {
            decoder.error(
                "missing-key",
                whole,
                say(
                    "il manque l'heure de début, « de »",
                    "the start time, “de”, is missing",
                ),
                say(
                    "ajoutez de: \"09:00\", a: \"11:30\"",
                    "add de: \"09:00\", a: \"11:30\"",
                ),
            );
            None
        }
    }
}

fn combine_weeks(codes: &[Spanned<WeekCode>], decoder: &mut Decoder) -> Option<Weeks> {
    let mut weeks = Weeks::Every;
    for code in codes {
        weeks = match (weeks, code.value.0) {
            (Weeks::Every, other) => other,
            (Weeks::Ordinals(some), Weeks::Ordinals(more)) => {
                Weeks::Ordinals(some.iter().chain(more.iter()).collect())
            }
            _ => {
                decoder.error(
                    "mixed-weeks",
                    code.span,
                    say(
                        "semaines paires, impaires et rangs du mois ne se mêlent pas",
                        "even weeks, odd weeks and ranks in the month don't mix",
                    ),
                    say("faites deux lignes d'horaires", "make two lines of hours"),
                );
                return None;
            }
        };
    }
    Some(weeks)
}
