//! When something takes place: weekly hours as data, and all that is said of time in words.

use super::super::view::view;
use crate::calendar::words::{self, French, Words};
use crate::calendar::{Event, Slot, TimeOfDay, Timetable, WeeklyHours, Weeks, day_name};
use crate::check::Entry;
use crate::model::Data;
use crate::model::directory::Directory;
use crate::model::sessions::SessionRule;
use crate::site::Site;

view! {
    /// One line of weekly hours.
    struct Rule<'s> {
        days: Vec<&'s str> = "jours",
        from: Option<String> = "de",
        to: Option<String> = "a",
        weeks: Vec<&'s str> = "semaines",
        by_appointment: bool = "sur_rendez_vous",
    }
}

/// Weekly hours, a line each.
pub(super) fn rules(weekly: &WeeklyHours) -> Vec<Rule<'_>> {
    let rules = weekly.0.iter().map(|rule| Rule {
        days: rule.days.iter().map(day_name).collect(),
        from: rule.slot.start().map(clock),
        to: rule.slot.range().map(|range| clock(range.to())),
        weeks: match rule.weeks {
            Weeks::Every => Vec::new(),
            Weeks::Even => vec!["paires"],
            Weeks::Odd => vec!["impaires"],
            Weeks::Ordinals(ordinals) => ordinals.iter().map(|one| one.code()).collect(),
        },
        by_appointment: rule.by_appointment,
        ..Rule::default()
    });
    rules.collect()
}

/// `09:30`.
fn clock(time: TimeOfDay) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Everything that is said of opening hours, a phrase each, in the content's language or in French.
pub(super) fn in_words(site: &Site, entry: &Entry, directory: &Directory) -> Vec<String> {
    let words = words_of(site);
    let mut all = timetable(words, &directory.timetable.0);
    match &entry.record.data {
        Data::Ram(ram) => {
            let desk = ram.desk.iter().map(|desk| desk.weekly());
            all.extend(desk.flat_map(|weekly| words.hours(&weekly)));
        }
        Data::Laep(laep) if !entry.standing.confidential => {
            for step in &laep.steps {
                let name = match (&step.place, &step.address) {
                    (Some(place), _) => {
                        let place = site.guide.get(place.id());
                        let place = place.filter(|place| !place.standing.confidential);
                        place.map(|place| place.record.data.title())
                    }
                    (None, Some(address)) => Some(&**address.value.commune),
                    (None, None) => None,
                };
                let said = timetable(words, &step.timetable.0);
                all.extend(said.into_iter().map(|said| match name {
                    Some(name) => format!("{name} : {said}"),
                    None => said,
                }));
            }
        }
        _ => {}
    }
    all
}

/// Sessions to come and recurrences that go on, a phrase each.
pub(super) fn sessions_in_words(site: &Site, entry: &Entry, directory: &Directory) -> Vec<String> {
    let workshops: &[SessionRule] = match &entry.record.data {
        Data::Ram(ram) => &ram.workshops,
        _ => &[],
    };
    let words = words_of(site);
    let all = directory.sessions.iter().chain(workshops);
    all.filter_map(|session| said(site, words, &session.event))
        .collect()
}

/// What is said of a session; nothing of one that is over.
fn said(site: &Site, words: &dyn Words, event: &Event) -> Option<String> {
    let comma = words.phrases().comma;
    let today = site.guide.today;
    let (when, facts) = match event {
        Event::Once(session) if session.date < today => return None,
        Event::Repeated(recurrence) if recurrence.until < today => return None,
        Event::Once(session) => {
            let day = words.long_date(session.date);
            let said = match words
                .slot(session.slot)
                .filter(|_| session.slot != Slot::Unsaid)
            {
                Some(slot) => format!("{day}{comma}{slot}"),
                None => day,
            };
            (said, &session.facts)
        }
        Event::Repeated(recurrence) => {
            let days = words.days_between(recurrence.from, recurrence.until);
            let said = format!("{}{comma}{days}", words.recurrence(recurrence));
            (said, &recurrence.facts)
        }
    };
    let mut said = match &facts.title {
        Some(title) => format!("{title} : {when}"),
        None => when,
    };
    if facts.status != Default::default() {
        let own = &*site.languages[0].code;
        let vocabulary = &site.guide.vocabulary;
        let status = vocabulary.label("statut_seance", facts.status.code(), own);
        said.push_str(&format!(" ({status})"));
    }
    Some(said)
}

fn timetable(words: &dyn Words, timetable: &Timetable) -> Vec<String> {
    if timetable.weekly.0.is_empty() && timetable.openings.is_empty() {
        return Vec::new();
    }
    words.timetable(timetable)
}

/// The words of the content's language, or the French ones.
fn words_of(site: &Site) -> &'static dyn Words {
    words::in_language(&site.languages[0].code).unwrap_or(&French)
}
