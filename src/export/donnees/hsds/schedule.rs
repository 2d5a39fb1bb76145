//! When a service takes place: a rule for each line of weekly hours, all else in words.

use super::super::Dataset;
use super::super::opening_hours::rank;
use super::super::record::Record;
use super::super::view::view;
use super::uuid;
use crate::calendar::{TimeOfDay, WeeklyRule, Weeks};

view! {
    /// When something takes place; the rules are those of RFC 5545.
    struct Schedule<'s> {
        id: String = "id",
        freq: Option<&'static str> = "freq",
        interval: Option<u8> = "interval",
        week_start: Option<&'static str> = "wkst",
        days: String = "byday",
        opens: Option<String> = "opens_at",
        closes: Option<String> = "closes_at",
        description: &'s str = "description",
        attending: Option<&'s str> = "attending_type",
        notes: Option<&'static str> = "notes",
    }
}

/// The days of the week from Monday.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// When a record takes place: its rules, then its words.
pub(super) fn all<'d>(
    dataset: &'d Dataset<'_>,
    index: usize,
    record: &'d Record<'_>,
) -> Vec<Schedule<'d>> {
    let mode = record.mode.map(|mode| dataset.label("mode", mode));
    let entry = &dataset.site.guide.entries()[index];
    let weekly = entry.directory().map(|it| &*it.timetable.0.weekly.0);
    let rules = weekly.unwrap_or_default().iter().filter_map(rule);
    let words = record.hours_words.iter().chain(&record.sessions_words);
    let words = words.map(|words| Schedule {
        description: words,
        ..Schedule::default()
    });
    let mut all: Vec<Schedule> = rules.chain(words).collect();
    for (number, schedule) in all.iter_mut().enumerate() {
        schedule.id = uuid(dataset, &[&record.id, "schedule", &number.to_string()]);
        schedule.attending = mode;
    }
    all
}

/// A line of weekly hours; none for even and odd weeks, which a year of 53 weeks puts out of step.
fn rule<'d>(rule: &WeeklyRule) -> Option<Schedule<'d>> {
    let days = rule.days.iter();
    let days = days.map(|day| DAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())]);
    let (freq, days): (_, Vec<String>) = match rule.weeks {
        Weeks::Every => ("WEEKLY", days.map(str::to_owned).collect()),
        Weeks::Ordinals(ordinals) => {
            let ranked = days.flat_map(|day| {
                ordinals
                    .iter()
                    .map(move |one| format!("{}{day}", rank(one)))
            });
            ("MONTHLY", ranked.collect())
        }
        Weeks::Even | Weeks::Odd => return None,
    };
    if days.is_empty() {
        return None;
    }
    Some(Schedule {
        freq: Some(freq),
        interval: Some(1),
        week_start: Some("MO"),
        days: days.join(","),
        opens: rule.slot.start().map(clock),
        closes: rule.slot.range().map(|range| clock(range.to())),
        notes: rule.by_appointment.then_some("Sur rendez-vous"),
        ..Schedule::default()
    })
}

/// `09:30`.
fn clock(time: TimeOfDay) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
