//! Words and readers held against each other and against any input.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Weekday, date};
use proptest::prelude::*;
use ribambelle::calendar::words::{self, French, Words};
use ribambelle::calendar::*;

fn at(hour: u8, minute: u8) -> TimeOfDay {
    TimeOfDay::new(hour, minute).unwrap()
}

fn range(from: (u8, u8), to: (u8, u8)) -> TimeRange {
    TimeRange::new(at(from.0, from.1), at(to.0, to.1)).unwrap()
}

/// Rules that never meet: each has hours of its own.
fn any_hours() -> impl Strategy<Value = WeeklyHours> {
    let rule = (0u8..128, 0u8..64, 0u8..4, any::<bool>());
    prop::collection::vec(rule, 1..8).prop_map(|rules| {
        let hours =
            rules
                .into_iter()
                .enumerate()
                .map(|(index, (days, ordinals, weeks, appointment))| {
                    let start = u8::try_from(index).unwrap() * 2 + 7;
                    let days: Days = Days::ALL
                        .iter()
                        .enumerate()
                        .filter(|(day, _)| days >> day & 1 == 1)
                        .map(|(_, day)| day)
                        .collect();
                    let ordinals: Ordinals = Ordinal::ALL
                        .into_iter()
                        .enumerate()
                        .filter(|(rank, _)| ordinals >> rank & 1 == 1)
                        .map(|(_, one)| one)
                        .collect();
                    WeeklyRule {
                        days: if days.is_empty() { Days::ALL } else { days },
                        slot: Slot::Range(range((start, 0), (start + 1, 30))),
                        weeks: match weeks {
                            0 => Weeks::Even,
                            1 => Weeks::Odd,
                            2 if !ordinals.is_empty() => Weeks::Ordinals(ordinals),
                            _ => Weeks::Every,
                        },
                        by_appointment: appointment,
                    }
                });
        WeeklyHours(hours.collect())
    })
}

/// Texts made of the reader's own words and phrases, in any order.
fn any_jumble() -> impl Strategy<Value = String> {
    const WORDS: [&str; 46] = [
        "lundi", "mardi", "9h", "12h", "14 h", "18", "24h", "midi", "minuit", "matin", "soir",
        "de", "à", "du", "au", "le", "tous", "et", "ou", ",", ";", ".", "\n", ":", "(", ")", "-",
        "/", "1er", "3e", "dernier", "semaines", "un", "sur", "deux", "sans", "hors", "sauf",
        "fermé", "ouvert", "pendant", "zone", "B", "août", "2026", "7",
    ];
    const PHRASES: [&str; 38] = [
        "lundi",
        "le mardi",
        "mercredi et samedi",
        "du lundi au vendredi",
        "tous les jours",
        "1er et 3e lundi du mois",
        "le dernier jeudi",
        "mardi des semaines paires",
        "semaines impaires",
        "semaines paires :",
        "9h-12h",
        "de 14 h à 16 h",
        "8h/9h et 18h-20h",
        "le matin",
        "l’après-midi",
        "sur rendez-vous",
        "(sur rdv)",
        "sans rendez-vous",
        "et sur rendez-vous",
        "hors vacances scolaires",
        "(hors vacances)",
        "en période scolaire",
        "vacances scolaires :",
        "pendant les vacances de Noël :",
        "pendant les vacances",
        "y compris les jours fériés",
        "sauf jours fériés",
        "sauf le mercredi",
        "fermé le mardi",
        "fermé",
        ",",
        "et",
        ";",
        "\n",
        ".",
        ":",
        "lundi",
        "14h-17h",
    ];
    let word = prop_oneof![
        1 => prop::sample::select(WORDS.to_vec()),
        12 => prop::sample::select(PHRASES.to_vec()),
    ];
    prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

fn never_out_of_place(text: &str, doubt: &Doubt) -> bool {
    text.get(doubt.range.clone()).is_some() && doubt.proposal.is_some()
}

/// How many inputs are tried; `PROPTEST_CASES` asks for more.
fn cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(2048)))]

    #[test]
    fn any_text_is_read_or_doubted_at_its_place(text in ".{0,80}") {
        if let Reading::Doubtful(doubt) = read_hours(&text) {
            prop_assert!(never_out_of_place(&text, &doubt));
        }
        if let Err(doubt) = read_pattern(&text) {
            prop_assert!(never_out_of_place(&text, &doubt));
        }
        if let Err(doubt) = TimeOfDay::parse(&text) {
            prop_assert!(never_out_of_place(&text, &doubt));
        }
    }

    #[test]
    fn what_is_understood_of_a_jumble_is_said_back_the_same(text in any_jumble()) {
        match read_hours(&text) {
            Reading::Doubtful(doubt) => prop_assert!(never_out_of_place(&text, &doubt)),
            Reading::Understood(first) => match read_hours(&first.words) {
                Reading::Understood(again) => prop_assert_eq!(first.timetable, again.timetable),
                Reading::Doubtful(doubt) => prop_assert!(false, "« {} »: {:?}", first.words, doubt),
            },
        }
        let _ = read_pattern(&text);
    }

    #[test]
    fn hours_said_in_words_are_read_back(hours in any_hours()) {
        let words = French.hours(&hours).join(" ; ");
        match read_hours(&words) {
            Reading::Understood(read) => {
                prop_assert_eq!(French.hours(&read.timetable.weekly), French.hours(&hours));
                prop_assert_eq!(meaning(&read.timetable.weekly), meaning(&hours), "{}", words);
            }
            Reading::Doubtful(doubt) => prop_assert!(false, "« {} »: {:?}", words, doubt),
        }
    }
}

/// The dates of hours in a year of no holidays: what they mean, however they are cut into rules.
fn meaning(hours: &WeeklyHours) -> Vec<(jiff::civil::Date, Slot, bool)> {
    let timetable = Timetable {
        weekly: hours.clone(),
        public_holidays: PublicHolidayPolicy::Open,
        ..Timetable::default()
    };
    let locality = Locality::new(None, Some(Zone::None));
    let almanac = Almanac::new(locality, Window::days(date(2026, 1, 1), 365));
    let occurrences = expand_hours(&timetable, &almanac);
    occurrences
        .iter()
        .map(|one| (one.date, one.slot, one.by_appointment))
        .collect()
}

#[test]
fn long_texts_take_time_in_proportion() {
    const TEXTS: [&str; 10] = [
        "lundi ",
        "1, ",
        "9h-12h ",
        "hors vacances de Noël et ",
        "vacances de Noël : lundi 9h-10h ; ",
        "sur rendez-vous lundi ",
        "mardi 9h-10h sur rdv, ",
        "mardi matin, ",
        "tous les jours sauf le lundi ",
        "lundi 9h-10h. Fermé le mardi. ",
    ];
    let clock = |text: &str, size: usize| {
        let text = text.repeat(size);
        let start = std::time::Instant::now();
        let _ = (read_hours(&text), read_pattern(&text));
        start.elapsed()
    };
    for text in TEXTS {
        let (small, large) = (clock(text, 500), clock(text, 8_000));
        // Sixteen times the text; a square would be 256 times.
        let limit = small * 80 + Duration::from_millis(500);
        assert!(large < limit, "{text}: {small:?} then {large:?}");
    }
}

fn mercredi() -> Recurrence {
    Recurrence {
        pattern: Pattern::On {
            days: Days::from_iter([Weekday::Wednesday]),
            weeks: Weeks::Every,
        },
        from: date(2026, 9, 9),
        until: date(2027, 6, 30),
        slot: Slot::Range(range((9, 30), (11, 0))),
        holidays: InHolidays::No,
        except: vec![date(2026, 11, 11)],
        facts: Arc::default(),
    }
}

#[test]
fn a_recurrence_is_said_as_people_say_it() {
    let words = French.recurrence(&mercredi());
    assert_eq!(
        words,
        "tous les mercredis, de 9\u{a0}h\u{a0}30 à 11\u{a0}h, hors vacances scolaires, sauf le 11\u{a0}novembre"
    );
    assert_eq!(
        French.days_between(date(2026, 9, 9), date(2027, 6, 30)),
        "du 9\u{a0}septembre\u{a0}2026 au 30\u{a0}juin\u{a0}2027"
    );
    let twice = Recurrence {
        until: date(2027, 12, 31),
        ..mercredi()
    };
    assert!(
        French
            .recurrence(&twice)
            .ends_with("sauf le 11\u{a0}novembre\u{a0}2026")
    );
}

#[test]
fn what_changes_hours_is_said_as_people_say_it() {
    let closure = Closure {
        from: date(2026, 8, 1),
        to: date(2026, 8, 31),
        reason: Some("Congés".into()),
    };
    assert_eq!(
        French.closure(&closure),
        "fermé du 1er au 31\u{a0}août\u{a0}2026"
    );
    let opening = Opening {
        date: date(2026, 12, 5),
        range: Some(range((10, 0), (17, 0))),
        reason: Some("Portes ouvertes".into()),
    };
    assert_eq!(
        French.opening(&opening),
        "ouvert le samedi 5\u{a0}décembre\u{a0}2026, de 10\u{a0}h à 17\u{a0}h"
    );
    let timetable = Timetable {
        closures: vec![closure],
        ..Timetable::default()
    };
    assert_eq!(
        French.timetable(&timetable),
        ["fermé du 1er au 31\u{a0}août\u{a0}2026 (Congés)"]
    );
    assert_eq!(
        French.unsaid(&Timetable::default()),
        [
            "vacances scolaires\u{a0}: se renseigner",
            "jours fériés\u{a0}: se renseigner"
        ]
    );
}

#[test]
fn a_recurrence_is_said_in_each_language() {
    let said = |language: &str| {
        let words = words::in_language(language).unwrap();
        let period = words.days_between(date(2026, 12, 19), date(2027, 1, 3));
        let said = format!("{} | {period}", words.recurrence(&mercredi()));
        said.replace('\u{a0}', " ")
            .replace(['\u{2066}', '\u{2069}'], "")
    };
    assert_eq!(
        said("en"),
        "every Wednesday, 9.30 am to 11 am, outside school holidays, except 11 November \
         | from 19 December 2026 to 3 January 2027"
    );
    assert_eq!(
        said("de"),
        "jeden Mittwoch, von 9:30 bis 11 Uhr, nicht in den Schulferien, außer am 11. November \
         | vom 19. Dezember 2026 bis 3. Januar 2027"
    );
    assert_eq!(
        said("ar"),
        "كل يوم أربعاء، من 9:30 إلى 11:00، خارج العطل المدرسية، ما عدا 11 نوفمبر \
         | من 19 ديسمبر 2026 إلى 3 يناير 2027"
    );
    assert!(words::in_language("es").is_none());
}

#[test]
fn times_keep_their_direction_in_arabic() {
    let words = words::in_language("ar").unwrap();
    let said = words.short_range(range((9, 30), (11, 30)));
    assert_eq!(said, "\u{2066}9:30\u{2060}–\u{2060}11:30\u{2069}");
    let said = words.range(range((9, 30), (11, 30)));
    assert_eq!(said, "من \u{2066}9:30\u{2069} إلى \u{2066}11:30\u{2069}");
}

#[test]
fn british_times_say_which_half_of_the_day() {
    let words = words::in_language("en").unwrap();
    let said = |hour, minute| words.time(at(hour, minute)).replace('\u{a0}', " ");
    assert_eq!(said(9, 0), "9 am");
    assert_eq!(said(12, 0), "midday");
    assert_eq!(said(12, 30), "12.30 pm");
    assert_eq!(said(0, 30), "12.30 am");
    assert_eq!(said(19, 5), "7.05 pm");
    assert_eq!(said(24, 0), "midnight");
}

#[test]
fn times_are_read_as_people_write_them() {
    let same = [
        "09:30",
        "9:30",
        "9h30",
        "9 h 30",
        "9H30",
        "09h30",
        "9 heures 30",
        "9\u{a0}h\u{a0}30",
    ];
    for text in same {
        assert_eq!(TimeOfDay::parse(text), Ok(at(9, 30)), "{text}");
    }
    assert_eq!(TimeOfDay::parse("9 h"), Ok(at(9, 0)));
    assert_eq!(TimeOfDay::parse("midi"), Ok(at(12, 0)));
    assert_eq!(TimeOfDay::parse("24:00"), Ok(TimeOfDay::END));
    for text in [
        "", "9", "25:00", "9h60", "9:3", "9h30-11h", "matin", "-1:00",
    ] {
        assert!(TimeOfDay::parse(text).is_err(), "{text}");
    }
    let doubt = TimeOfDay::parse("9.30").unwrap_err();
    let help = doubt.proposal.unwrap();
    assert!(
        help.get(ribambelle::diag::Language::French)
            .contains("\"09:30\"")
    );
}
