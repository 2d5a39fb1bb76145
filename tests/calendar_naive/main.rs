//! Expansion against a naive reader that asks every question anew for each day, by other means.

mod naive;

use std::sync::Arc;

use jiff::{ToSpan, civil::Date, civil::Weekday, civil::date};
use proptest::prelude::*;
use ribambelle::calendar::*;

fn any_time() -> impl Strategy<Value = TimeOfDay> {
    (7u8..=20, prop::sample::select(vec![0u8, 15, 30, 45]))
        .prop_map(|(hour, minute)| TimeOfDay::new(hour, minute).unwrap())
}

fn any_slot() -> impl Strategy<Value = Slot> {
    prop_oneof![
        8 => (any_time(), any_time()).prop_filter_map("order", |(a, b)| {
            TimeRange::new(a.min(b), a.max(b)).map(Slot::Range)
        }),
        1 => Just(Slot::Unsaid),
        1 => any_time().prop_map(Slot::From),
        1 => Just(Slot::Part(PartOfDay::Morning)),
    ]
}

fn any_days() -> impl Strategy<Value = Days> {
    prop::collection::vec(0i8..7, 1..4).prop_map(|days| {
        let day = |offset: i8| Weekday::from_monday_zero_offset(offset).unwrap();
        days.into_iter().map(day).collect()
    })
}

fn any_weeks() -> impl Strategy<Value = Weeks> {
    prop_oneof![
        4 => Just(Weeks::Every),
        1 => Just(Weeks::Even),
        1 => Just(Weeks::Odd),
        3 => prop::collection::vec(prop::sample::select(Ordinal::ALL.to_vec()), 1..3)
            .prop_map(|ordinals| Weeks::Ordinals(ordinals.into_iter().collect())),
    ]
}

fn any_hours() -> impl Strategy<Value = WeeklyHours> {
    let rule = (any_days(), any_slot(), any_weeks(), any::<bool>());
    let rule = rule.prop_map(|(days, slot, weeks, by_appointment)| WeeklyRule {
        days,
        slot,
        weeks,
        by_appointment,
    });
    prop::collection::vec(rule, 0..5).prop_map(WeeklyHours)
}

fn any_holiday_hours() -> impl Strategy<Value = HolidayHours> {
    prop_oneof![
        Just(HolidayHours::Unknown),
        Just(HolidayHours::Closed),
        Just(HolidayHours::Open),
        any_hours().prop_map(HolidayHours::Replaced),
    ]
}

fn any_policy() -> impl Strategy<Value = HolidayPolicy> {
    let each = prop::array::uniform5(any_holiday_hours());
    prop_oneof![
        any_holiday_hours().prop_map(HolidayPolicy::All),
        each.prop_map(|[toussaint, noel, hiver, printemps, ete]| {
            HolidayPolicy::Each(Box::new(PerHoliday {
                toussaint,
                noel,
                hiver,
                printemps,
                ete,
            }))
        }),
    ]
}

/// Dates from before the first known holiday to after the last.
fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        1 => (0i32..300).prop_map(|days| date(2016, 6, 1) + days.days()),
        8 => (0i32..1000).prop_map(|days| date(2026, 1, 1) + days.days()),
    ]
}

fn any_timetable() -> impl Strategy<Value = Timetable> {
    let closure = (any_date(), 0i32..20).prop_map(|(from, days)| Closure {
        from,
        to: from + days.days(),
        reason: None,
    });
    let opening = (any_date(), any_slot()).prop_map(|(date, slot)| Opening {
        date,
        range: slot.range(),
        reason: None,
    });
    let public = prop::sample::select(vec![
        PublicHolidayPolicy::Unknown,
        PublicHolidayPolicy::Closed,
        PublicHolidayPolicy::Open,
    ]);
    (
        any_hours(),
        any_policy(),
        prop::collection::vec(closure, 0..4),
        prop::collection::vec(opening, 0..30),
        public,
    )
        .prop_map(
            |(weekly, holidays, closures, openings, public_holidays)| Timetable {
                weekly,
                holidays,
                closures,
                openings,
                public_holidays,
            },
        )
}

/// Dates and slots so few that sessions and recurrences fall together.
fn near_date() -> impl Strategy<Value = Date> {
    (0i32..21).prop_map(|days| date(2026, 12, 1) + days.days())
}

fn few_slots() -> impl Strategy<Value = Slot> {
    let range = |from, to| {
        let at = |hour| TimeOfDay::new(hour, 0).unwrap();
        Slot::Range(TimeRange::new(at(from), at(to)).unwrap())
    };
    prop::sample::select(vec![
        Slot::Unsaid,
        range(9, 11),
        range(9, 12),
        range(14, 16),
    ])
}

fn any_event() -> impl Strategy<Value = Event> {
    let any_date = || prop_oneof![2 => any_date(), 3 => near_date()];
    let any_slot = || prop_oneof![1 => any_slot(), 4 => few_slots()];
    let title = prop::option::of(prop::sample::select(vec![
        Arc::from("Portage"),
        Arc::from("Massage"),
    ]));
    let status = prop::sample::select(SessionStatus::ALL.to_vec());
    let facts = (title, status).prop_map(|(title, status)| {
        Arc::new(Facts {
            title,
            status,
            ..Facts::default()
        })
    });
    let pattern = (any_days(), any_weeks(), any::<bool>()).prop_map(|(days, weeks, other)| {
        if other {
            Pattern::EveryOther { days }
        } else {
            Pattern::On { days, weeks }
        }
    });
    let holidays = prop::sample::select(vec![
        InHolidays::AsRecord,
        InHolidays::Yes,
        InHolidays::No,
        InHolidays::Only,
    ]);
    let repeated = (
        pattern,
        any_date(),
        0i32..500,
        any_slot(),
        holidays,
        prop::collection::vec(any_date(), 0..20),
        facts.clone(),
    )
        .prop_map(|(pattern, from, days, slot, holidays, except, facts)| {
            Event::Repeated(Recurrence {
                pattern,
                from,
                until: from + days.days(),
                slot,
                holidays,
                except,
                facts,
            })
        });
    let once = (
        any_date(),
        any_slot(),
        facts,
        prop::option::weighted(0.2, any_date()),
    )
        .prop_map(|(date, slot, facts, postponed_to)| {
            Event::Once(Session {
                date,
                slot,
                facts,
                postponed_to,
            })
        });
    prop_oneof![3 => repeated, 2 => once]
}

fn any_place() -> impl Strategy<Value = (&'static str, Option<Zone>)> {
    let departements = vec!["67", "57", "69", "75", "2A", "971", "972", "974", "13"];
    let zones = vec![
        None,
        None,
        None,
        Some(Zone::C),
        Some(Zone::None),
        Some(Zone::Corse),
    ];
    (
        prop::sample::select(departements),
        prop::sample::select(zones),
    )
}

/// How many inputs are tried; `PROPTEST_CASES` asks for more.
fn cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(512)))]

    #[test]
    fn hours_fall_on_the_days_that_a_naive_reader_finds(
        timetable in any_timetable(),
        (departement, zone) in any_place(),
        from in any_date(),
        length in 0u16..90,
    ) {
        let window = Window::days(from, length);
        let almanac = Almanac::new(Locality::new(Some(departement), zone), window);
        let found = expand_hours(&timetable, &almanac);
        let shown: Vec<_> = found.iter().map(naive::shown).collect();
        prop_assert_eq!(shown, naive::hours(&timetable, departement, zone, window));
        prop_assert!(found.is_sorted_by_key(Occurrence::order));
    }

    #[test]
    fn sessions_fall_on_the_days_that_a_naive_reader_finds(
        events in prop::collection::vec(any_event(), 0..5),
        timetable in any_timetable(),
        (departement, zone) in any_place(),
        from in prop_oneof![any_date(), near_date()],
        length in 0u16..90,
    ) {
        let window = Window::days(from, length);
        let almanac = Almanac::new(Locality::new(Some(departement), zone), window);
        let found = expand_events(&events, &timetable, &almanac);
        let shown: Vec<_> = found.iter().map(naive::shown).collect();
        prop_assert_eq!(shown, naive::events(&events, &timetable, departement, zone, window));
        prop_assert!(found.is_sorted_by_key(Occurrence::order));
    }
}
