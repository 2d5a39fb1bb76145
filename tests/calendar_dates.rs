//! Dates of real examples, the contract's own among them.

use std::sync::Arc;

use jiff::civil::{Date, Weekday, date};
use ribambelle::calendar::*;

fn range(from: u8, to: u8) -> TimeRange {
    let at = |hour| TimeOfDay::new(hour, 0).unwrap();
    TimeRange::new(at(from), at(to)).unwrap()
}

fn hours(text: &str) -> Timetable {
    match read_hours(text) {
        Reading::Understood(understood) => understood.timetable,
        Reading::Doubtful(doubt) => panic!("{doubt:?}"),
    }
}

fn almanac(departement: &str, from: Date, to: Date) -> Almanac {
    Almanac::new(Locality::new(Some(departement), None), Window { from, to })
}

fn dates(list: &[Occurrence]) -> Vec<(i8, i8, bool)> {
    list.iter()
        .map(|one| {
            (
                one.date.month(),
                one.date.day(),
                one.certainty == Certainty::Sure,
            )
        })
        .collect()
}

fn recurrence(chaque: &str, from: Date, until: Date) -> Recurrence {
    Recurrence {
        pattern: read_pattern(chaque).unwrap(),
        from,
        until,
        slot: Slot::Range(range(9, 11)),
        holidays: InHolidays::No,
        except: Vec::new(),
        facts: Arc::default(),
    }
}

#[test]
fn wednesdays_pause_in_the_holidays_of_their_zone_and_on_the_excepted_day() {
    let wednesdays = Recurrence {
        except: vec![date(2026, 11, 11)],
        ..recurrence("mercredi", date(2026, 9, 9), date(2027, 6, 30))
    };
    let autumn = almanac("67", date(2026, 10, 10), date(2026, 11, 30));
    let found = expand_events(
        &[Event::Repeated(wednesdays)],
        &Timetable::default(),
        &autumn,
    );
    assert_eq!(
        dates(&found),
        [
            (10, 14, true),
            (11, 4, true),
            (11, 18, true),
            (11, 25, true)
        ]
    );
}

#[test]
fn what_a_record_does_not_say_is_to_be_confirmed() {
    let winter = almanac("67", date(2026, 12, 14), date(2027, 1, 10));
    let found = expand_hours(&hours("vendredi 9h-11h"), &winter);
    assert_eq!(
        dates(&found),
        [(12, 18, true), (12, 25, false), (1, 1, false), (1, 8, true)]
    );
    assert_eq!(
        found[1].certainty,
        Certainty::ToConfirm(Reason::PublicHoliday(PublicHoliday::Christmas))
    );
    let found = expand_hours(&hours("mardi 9h-11h"), &winter);
    assert_eq!(
        found[1].certainty,
        Certainty::ToConfirm(Reason::SchoolHoliday(SchoolHoliday::Noel))
    );
}

#[test]
fn the_first_of_may_is_closed_unless_it_is_said_to_be_open() {
    let spring = almanac("13", date(2026, 4, 27), date(2026, 5, 8));
    assert_eq!(
        dates(&expand_hours(&hours("vendredi 9h-11h"), &spring)),
        [(5, 8, false)]
    );
    let open = hours("vendredi 9h-11h, y compris les jours fériés");
    assert_eq!(
        dates(&expand_hours(&open, &spring)),
        [(5, 1, true), (5, 8, true)]
    );
}

#[test]
fn good_friday_is_uncertain_in_alsace_and_saint_stephen_s_day_is_closed() {
    let closed = hours("tous les jours 9h-11h, hors jours fériés, y compris pendant les vacances");
    let easter = |departement| {
        let almanac = almanac(departement, date(2027, 3, 26), date(2027, 3, 30));
        dates(&expand_hours(&closed, &almanac))
    };
    assert_eq!(
        easter("67"),
        [(3, 26, false), (3, 27, true), (3, 28, true), (3, 30, true)]
    );
    assert_eq!(
        easter("69"),
        [(3, 26, true), (3, 27, true), (3, 28, true), (3, 30, true)]
    );
    let christmas = |departement| {
        let almanac = almanac(departement, date(2026, 12, 24), date(2026, 12, 27));
        dates(&expand_hours(&closed, &almanac))
    };
    assert_eq!(christmas("68"), [(12, 24, true), (12, 27, true)]);
    assert_eq!(
        christmas("75"),
        [(12, 24, true), (12, 26, true), (12, 27, true)]
    );
}

#[test]
fn beyond_the_last_known_holiday_nothing_is_sure_but_what_needs_no_calendar() {
    let after = almanac("67", date(2028, 8, 28), date(2028, 9, 12));
    let found = expand_hours(&hours("mardi 9h-11h hors vacances"), &after);
    assert_eq!(dates(&found), [(9, 5, false), (9, 12, false)]);
    assert_eq!(
        found[0].certainty,
        Certainty::ToConfirm(Reason::SchoolCalendarUnknown)
    );
    let found = expand_hours(
        &hours("mardi 9h-11h y compris pendant les vacances"),
        &after,
    );
    assert_eq!(dates(&found), [(8, 29, true), (9, 5, true), (9, 12, true)]);
}

#[test]
fn an_opening_replaces_the_hours_it_meets_and_opens_what_is_closed() {
    let timetable = Timetable {
        closures: vec![Closure {
            from: date(2026, 12, 7),
            to: date(2026, 12, 13),
            reason: None,
        }],
        openings: [date(2026, 12, 5), date(2026, 12, 12)]
            .map(|date| Opening {
                date,
                range: Some(range(10, 17)),
                reason: Some("Portes ouvertes".into()),
            })
            .to_vec(),
        ..hours("samedi 9h-12h et 18h-20h")
    };
    let december = almanac("67", date(2026, 12, 1), date(2026, 12, 13));
    let found = expand_hours(&timetable, &december);
    let shown: Vec<_> = found
        .iter()
        .map(|one| (one.date.day(), one.source))
        .collect();
    assert_eq!(
        shown,
        [
            (5, Source::Opening(0)),
            (5, Source::Rule(1)),
            (12, Source::Opening(1))
        ]
    );
    let reason = found[0]
        .facts
        .as_ref()
        .and_then(|facts| facts.reason.as_deref());
    assert_eq!(reason, Some("Portes ouvertes"));
}

#[test]
fn one_date_of_a_recurrence_is_cancelled_or_put_off_by_a_session() {
    let session = |day, status, postponed_to| {
        Event::Once(Session {
            date: date(2026, 12, day),
            slot: Slot::Unsaid,
            facts: Arc::new(Facts {
                status,
                ..Facts::default()
            }),
            postponed_to,
        })
    };
    let events = [
        Event::Repeated(recurrence("jeudi", date(2026, 12, 1), date(2026, 12, 18))),
        session(3, SessionStatus::Cancelled, None),
        session(10, SessionStatus::Postponed, Some(date(2026, 12, 11))),
    ];
    let december = almanac("67", date(2026, 12, 1), date(2026, 12, 31));
    let found = expand_events(&events, &Timetable::default(), &december);
    let shown: Vec<_> = found
        .iter()
        .map(|one| (one.date.day(), one.status(), one.slot.range()))
        .collect();
    let nine = Some(range(9, 11));
    assert_eq!(
        shown,
        [
            (3, SessionStatus::Cancelled, nine),
            (10, SessionStatus::Postponed, nine),
            (11, SessionStatus::Planned, nine),
            (17, SessionStatus::Planned, nine),
        ]
    );
    assert_eq!(found[1].postponed_to, Some(date(2026, 12, 11)));
    assert_eq!(found[2].postponed_from, Some(date(2026, 12, 10)));
}

#[test]
fn a_session_put_off_to_a_date_that_is_written_too_is_told_there_once() {
    let session = |day, status, postponed_to| {
        Event::Once(Session {
            date: date(2026, 12, day),
            slot: Slot::Range(range(19, 20)),
            facts: Arc::new(Facts {
                status,
                ..Facts::default()
            }),
            postponed_to,
        })
    };
    let events = [
        session(1, SessionStatus::Postponed, Some(date(2026, 12, 8))),
        session(8, SessionStatus::Confirmed, None),
    ];
    let december = almanac("67", date(2026, 12, 1), date(2026, 12, 31));
    let found = expand_events(&events, &Timetable::default(), &december);
    let shown: Vec<_> = found
        .iter()
        .map(|one| (one.date.day(), one.status(), one.postponed_from))
        .collect();
    assert_eq!(
        shown,
        [
            (1, SessionStatus::Postponed, None),
            (8, SessionStatus::Confirmed, Some(date(2026, 12, 1))),
        ]
    );
}

#[test]
fn every_other_saturday_is_counted_from_the_first_one() {
    let saturdays = Recurrence {
        holidays: InHolidays::Yes,
        ..recurrence("un samedi sur deux", date(2026, 9, 1), date(2026, 10, 31))
    };
    let autumn = almanac("67", date(2026, 9, 10), date(2026, 10, 31));
    let found = expand_events(
        &[Event::Repeated(saturdays)],
        &Timetable::default(),
        &autumn,
    );
    assert_eq!(
        dates(&found),
        [(9, 19, true), (10, 3, true), (10, 17, true), (10, 31, true)]
    );
}

#[test]
fn a_recurrence_may_last_two_years_and_no_day_more() {
    assert!(!longer_than_two_years(date(2026, 9, 1), date(2028, 9, 1)));
    assert!(longer_than_two_years(date(2026, 9, 1), date(2028, 9, 2)));
    assert!(!longer_than_two_years(date(2024, 2, 29), date(2026, 2, 28)));
}

#[test]
fn what_is_open_now_and_next_is_told_as_data() {
    let week = almanac("67", date(2026, 12, 1), date(2026, 12, 8));
    let list = expand_hours(
        &hours("mardi 9h-12h et 14h-17h ; jeudi 10h-12h, sur rendez-vous"),
        &week,
    );
    let at = |day: i8, hour: i8, minute: i8| match state_at(
        &list,
        date(2026, 12, day).at(hour, minute, 0, 0),
    ) {
        Now::Open(one) => format!("open {} {}", one.date.day(), one.slot.range().unwrap().to()),
        Now::Later(one) => format!("later {} {}", one.date.day(), one.slot.start().unwrap()),
        Now::Unknown => "unknown".to_owned(),
    };
    assert_eq!(list[0].date.weekday(), Weekday::Tuesday);
    assert_eq!(at(1, 8, 59), "later 1 09:00");
    assert_eq!(at(1, 9, 0), "open 1 12:00");
    assert_eq!(at(1, 11, 59), "open 1 12:00");
    assert_eq!(at(1, 12, 0), "later 1 14:00");
    assert_eq!(at(1, 17, 0), "later 8 09:00");
    assert_eq!(at(3, 10, 30), "later 8 09:00");
    assert_eq!(at(8, 17, 0), "unknown");
}
