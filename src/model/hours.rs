//! Weekly hours and what changes them, as records write them: structured, or in words.

use std::sync::Arc;

use jiff::civil::Date;

use crate::calendar::{
    self, Days, HolidayHours, HolidayPolicy, PerHoliday, PublicHolidayPolicy, Reading, Slot,
    TimeOfDay, TimeRange, WeeklyHours, WeeklyRule, Weeks, overlaps, read_hours,
};
use crate::diag::{Diagnostic, Span, Spanned, say};
use crate::mapping;
use crate::text::nearest::nearest;
use crate::text::yaml::{Decode, Decoder, Field, Fields, FromFields, Key, Kind, Node};

/// A list of weekly hours, each with its place.
#[derive(Debug, Clone, Default)]
pub struct Hours {
    /// The rules.
    pub weekly: WeeklyHours,
    /// Where each rule was written.
    pub spans: Vec<Span>,
    /// What a text among them says of school holidays, public holidays and closures.
    said: Said,
}

/// What hours in words say beside the hours.
#[derive(Debug, Clone, Default)]
struct Said {
    holidays: Option<HolidayPolicy>,
    public_holidays: Option<PublicHolidayPolicy>,
    closures: Vec<calendar::Closure>,
    openings: Vec<calendar::Opening>,
}

/// `horaires` with the keys that hold for all of them.
#[derive(Debug, Clone, Default)]
pub struct Timetable(pub calendar::Timetable);

impl FromFields for Timetable {
    fn keys(keys: &mut Vec<Key>) {
        TimetableKeys::keys(keys);
    }

    fn read(fields: &mut Fields<'_, '_>, decoder: &mut Decoder) -> Option<Self> {
        let keys = TimetableKeys::read(fields, decoder)?;
        let hours = keys.hours.unwrap_or_default();
        let said = hours.said;
        Some(Timetable(calendar::Timetable {
            weekly: hours.weekly,
            holidays: keys
                .holidays
                .map(|holidays| holidays.0)
                .or(said.holidays)
                .unwrap_or_default(),
            closures: keys
                .closures
                .into_iter()
                .map(Into::into)
                .chain(said.closures)
                .collect(),
            openings: keys
                .openings
                .into_iter()
                .filter_map(Opening::into_calendar)
                .chain(said.openings)
                .collect(),
            public_holidays: keys
                .public_holidays
                .map(|policy| policy.0)
                .or(said.public_holidays)
                .unwrap_or_default(),
        }))
    }
}

mapping! {
    /// Weekly hours and what changes them.
    pub struct TimetableKeys {
        /// Weekly hours.
        pub hours: Option<Hours> = "horaires",
        /// What happens in school holidays.
        pub holidays: Option<Holidays> = "vacances",
        /// Days on which it is closed.
        pub closures: Vec<Closure> = "fermetures",
        /// Days on which it opens beside its hours.
        pub openings: Vec<Opening> = "ouvertures",
        /// What happens on public holidays.
        pub public_holidays: Option<PublicHolidays> = "jours_feries",
    }

    /// Days on which it is closed, both ends included.
    pub struct Closure {
        /// The first day.
        pub from: Date = "du",
        /// The last day.
        pub to: Date = "au",
        /// Why.
        pub reason: Option<Box<str>> = "motif",
    }
    check ordered;

    /// A day on which it opens beside its hours.
    pub struct Opening {
        /// The day.
        pub date: Date = "date",
        /// From when.
        pub from: Option<Time> = "de",
        /// Until when.
        pub to: Option<Time> = "a",
        /// Why.
        pub reason: Option<Box<str>> = "motif",
    }

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

    /// What happens in each school holiday.
    pub struct HolidayKeys {
        /// In autumn.
        pub toussaint: Option<HolidayWord> = "toussaint",
        /// At Christmas.
        pub noel: Option<HolidayWord> = "noel",
        /// In winter.
        pub hiver: Option<HolidayWord> = "hiver",
        /// In spring.
        pub printemps: Option<HolidayWord> = "printemps",
        /// In summer.
        pub ete: Option<HolidayWord> = "ete",
    }
}

impl From<Closure> for calendar::Closure {
    fn from(closure: Closure) -> Self {
        calendar::Closure {
            from: closure.from,
            to: closure.to,
            reason: closure.reason.map(Arc::from),
        }
    }
}

impl Opening {
    fn into_calendar(self) -> Option<calendar::Opening> {
        let range = match (self.from, self.to) {
            (Some(from), Some(to)) => Some(TimeRange::new(from.0, to.0)?),
            _ => None,
        };
        Some(calendar::Opening {
            date: self.date,
            range,
            reason: self.reason.map(Arc::from),
        })
    }
}

fn ordered(this: &mut Closure, decoder: &mut Decoder, span: Span) {
    if this.to < this.from {
        decoder.error(
            "end-before-start",
            span,
            say("« au » est avant « du »", "“au” is before “du”"),
            say(
                "échangez les deux dates ou corrigez l'année",
                "swap the two dates or correct the year",
            ),
        );
    }
}

impl Decode for Hours {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let mut hours = Hours::default();
        match &node.kind {
            Kind::Sequence(items) => items.iter().for_each(|item| hours.add(item, decoder)),
            _ => hours.add(node, decoder),
        }
        for overlap in overlaps(&hours.weekly) {
            let day = calendar::day_name(overlap.day);
            decoder.fault(
                Diagnostic::error(
                    "overlapping-hours",
                    hours.spans[overlap.second],
                    say(
                        format!("ces horaires en recouvrent d'autres le {day}"),
                        format!("these hours overlap others on {day}"),
                    ),
                )
                .help(say(
                    "corrigez les heures, ou dites dans quelles semaines (semaines: paires, 1er…)",
                    "correct the times, or say in which weeks (semaines: paires, 1er…)",
                ))
                .related(hours.spans[overlap.first], say("ceux-ci", "these")),
            );
        }
        Some(hours)
    }
}

impl Hours {
    fn add(&mut self, node: &Node<'_>, decoder: &mut Decoder) {
        if matches!(node.kind, Kind::Scalar(..)) {
            self.add_words(node, decoder);
        } else if let Some(rule) = read_rule(node, decoder) {
            self.weekly.0.push(rule);
            self.spans.push(node.span);
        }
    }

    fn add_words(&mut self, node: &Node<'_>, decoder: &mut Decoder) {
        let Some(text) = decoder.text(
            node,
            say("des horaires", "opening hours"),
            "« mardi et jeudi 9h-11h30 »",
        ) else {
            return;
        };
        match read_hours(text) {
            Reading::Understood(understood) => {
                let words = &understood.words;
                decoder.fault(Diagnostic::note(
                    "understood-hours",
                    node.span,
                    say(format!("compris : {words}"), format!("understood: {words}")),
                ));
                let timetable = understood.timetable;
                self.spans
                    .extend(timetable.weekly.0.iter().map(|_| node.span));
                self.weekly.0.extend(timetable.weekly.0);
                if timetable.holidays != HolidayPolicy::UNKNOWN {
                    self.said.holidays = Some(timetable.holidays);
                }
                if timetable.public_holidays != PublicHolidayPolicy::Unknown {
                    self.said.public_holidays = Some(timetable.public_holidays);
                }
                self.said.closures.extend(timetable.closures);
                self.said.openings.extend(timetable.openings);
            }
            Reading::Doubtful(doubt) => {
                let span = node.within(doubt.range.start, doubt.range.end);
                decoder.fault(
                    Diagnostic::error("doubtful-hours", span, doubt.what)
                        .maybe_help(doubt.proposal),
                );
            }
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
                "ces horaires ne disent pas les jours",
                "these hours name no days",
            ),
            say("ajoutez jours: [mardi, jeudi]", "add jours: [mardi, jeudi]"),
        );
    }
    let weeks = combine_weeks(&rule.weeks, decoder)?;
    let slot = slot(
        rule.from,
        rule.to,
        by_appointment || !untold,
        node.span,
        decoder,
    )?;
    Some(WeeklyRule {
        days,
        slot,
        weeks,
        by_appointment,
    })
}

/// The slot of `de` and `a`; tells an end before its start, and a time without the other.
pub(super) fn slot(
    from: Option<Time>,
    to: Option<Time>,
    may_be_unsaid: bool,
    span: Span,
    decoder: &mut Decoder,
) -> Option<Slot> {
    match (from, to) {
        (Some(from), Some(to)) => {
            let range = TimeRange::new(from.0, to.0);
            if range.is_none() {
                decoder.error(
                    "end-before-start",
                    span,
                    say(
                        format!("la fin ({}) n'est pas après le début ({})", to.0, from.0),
                        format!("the end ({}) is not after the start ({})", to.0, from.0),
                    ),
                    say(
                        format!(
                            "écrivez de: \"{}\", a: \"{}\", ou corrigez l'une des deux heures",
                            to.0, from.0
                        ),
                        format!(
                            "write de: \"{}\", a: \"{}\", or correct one of the two times",
                            to.0, from.0
                        ),
                    ),
                );
            }
            range.map(Slot::Range)
        }
        (Some(from), None) => Some(Slot::From(from.0)),
        (None, None) if may_be_unsaid => Some(Slot::Unsaid),
        (None, _) => {
            decoder.error(
                "missing-key",
                span,
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

/// What happens in all school holidays, or in each.
#[derive(Debug, Clone)]
pub struct Holidays(pub HolidayPolicy);

/// `ferme`, `ouvert`, or a list of hours.
#[derive(Debug, Clone)]
pub struct HolidayWord(pub HolidayHours);

/// What happens on public holidays.
#[derive(Debug, Clone, Copy)]
pub struct PublicHolidays(pub PublicHolidayPolicy);

impl Decode for Holidays {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let is_hours = node.get("jours").is_some() || node.get("de").is_some();
        if matches!(node.kind, Kind::Mapping(_)) && !is_hours {
            let keys = HolidayKeys::decode(node, decoder)?;
            let of = |word: Option<HolidayWord>| word.map(|word| word.0).unwrap_or_default();
            return Some(Holidays(HolidayPolicy::Each(Box::new(PerHoliday {
                toussaint: of(keys.toussaint),
                noel: of(keys.noel),
                hiver: of(keys.hiver),
                printemps: of(keys.printemps),
                ete: of(keys.ete),
            }))));
        }
        HolidayWord::decode(node, decoder).map(|word| Holidays(HolidayPolicy::All(word.0)))
    }
}

impl Decode for HolidayWord {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let hours = match node.as_text().map(str::trim) {
            Some("ferme") => HolidayHours::Closed,
            Some("ouvert") => HolidayHours::Open,
            Some(text) if nearest(text, ["ferme", "ouvert"]).is_some() => {
                open_or_closed(text, node, decoder);
                return None;
            }
            _ => HolidayHours::Replaced(<Option<Hours> as Field>::present(node, decoder)??.weekly),
        };
        Some(HolidayWord(hours))
    }
}

impl Decode for PublicHolidays {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("ferme ou ouvert", "ferme or ouvert"), "ferme")?
            .trim();
        match text {
            "ferme" => Some(PublicHolidays(PublicHolidayPolicy::Closed)),
            "ouvert" => Some(PublicHolidays(PublicHolidayPolicy::Open)),
            _ => {
                open_or_closed(text, node, decoder);
                None
            }
        }
    }
}

fn open_or_closed(text: &str, node: &Node<'_>, decoder: &mut Decoder) {
    decoder.error(
        "unknown-value",
        node.span,
        say(
            format!("valeur inconnue « {text} »"),
            format!("unknown value “{text}”"),
        ),
        say("écrivez ferme ou ouvert", "write ferme or ouvert"),
    );
}
