//! When it is open, day by day, for the script that says « ouvert maintenant » on whatever day the page is read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::{Certainty, Occurrence, Slot};
use crate::check::{Entry, HOURS_DAYS, What};
use crate::model::Kind;
use crate::model::values::StateType;
use crate::render::context::Context;

/// The days of a record, as the script reads them.
#[derive(Serialize)]
struct Days<'c> {
    /// The time zone of the place.
    zone: &'static str,
    /// The first day.
    from: String,
    /// A letter for each day: `.` closed, `?` to be asked, else one of the plans.
    days: String,
    /// What each letter means: beginnings and ends, the end empty where it is not said.
    plans: BTreeMap<char, Vec<(String, String)>>,
    /// How each time is said.
    times: BTreeMap<String, String>,
    words: BTreeMap<&'c str, &'c str>,
}

/// The letters of plans; a record with more of them says the rest by its words alone.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The days of a record as JSON; none where it has no hours, moves, or does not open as it says.
pub(super) fn days(context: &Context<'_>, entry: &Entry) -> Option<String> {
    let directory = entry.directory()?;
    let is_open = directory
        .state
        .as_ref()
        .is_none_or(|state| state.kind == StateType::Full);
    let opens = matches!(entry.record.kind, Kind::Laep | Kind::Place | Kind::Ram);
    if !is_open || !opens {
        return None;
    }
    let mut plans: BTreeMap<Vec<(String, String)>, char> = BTreeMap::new();
    let mut letters = LETTERS.chars();
    let mut days = String::new();
    let mut day = Some(context.site.guide.today);
    let counts = |what: What| matches!(what, What::Hours | What::Desk);
    let mut all = entry
        .dates
        .iter()
        .filter(|when| counts(when.what))
        .peekable();
    for _ in 0..HOURS_DAYS {
        let date = day?;
        let mut plan = Plan::default();
        while let Some(when) = all.next_if(|when| when.occurrence.date <= date) {
            plan.add(&when.occurrence);
        }
        days.push(match plan {
            Plan { to_ask: true, .. } => '?',
            Plan { slots, .. } if slots.is_empty() => '.',
            Plan { slots, .. } => match plans.get(&slots) {
                Some(letter) => *letter,
                None => {
                    let letter = letters.next().unwrap_or('?');
                    plans.insert(slots, letter);
                    letter
                }
            },
        });
        day = date.tomorrow().ok();
    }
    if plans.is_empty() {
        return None;
    }
    plans.retain(|_, letter| *letter != '?');
    let days = Days {
        zone: entry.time_zone,
        from: context.site.guide.today.to_string(),
        days,
        times: times(context, entry, counts),
        plans: plans
            .into_iter()
            .map(|(slots, letter)| (letter, slots))
            .collect(),
        words: context.t.under("now."),
    };
    serde_json::to_string(&days).ok()
}

/// What is known of one day.
#[derive(Default)]
struct Plan {
    slots: Vec<(String, String)>,
    to_ask: bool,
}

impl Plan {
    /// Adds a date: what is by appointment or does not say when is no opening, what is to be confirmed is no promise.
    fn add(&mut self, occurrence: &Occurrence) {
        if occurrence.by_appointment || !occurrence.status().takes_place() {
            return;
        }
        self.to_ask |= occurrence.certainty != Certainty::Sure;
        match occurrence.slot {
            Slot::Range(range) => self
                .slots
                .push((range.from().to_string(), range.to().to_string())),
            Slot::From(start) => self.slots.push((start.to_string(), String::new())),
            Slot::Part(_) | Slot::Unsaid => self.to_ask = true,
        }
    }
}

fn times(
    context: &Context<'_>,
    entry: &Entry,
    counts: impl Fn(What) -> bool,
) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for when in entry.dates.iter().filter(|when| counts(when.what)) {
        let slot = when.occurrence.slot;
        let both = [slot.start(), slot.range().map(|range| range.to())];
        for time in both.into_iter().flatten() {
            let said = || context.in_words(|words| words.time(time)).text;
            all.entry(time.to_string()).or_insert_with(said);
        }
    }
    all
}
