//! Every reader of what partners write, on what nobody would write.
//!
//! In the suite each kind of input is tried some hundreds of times. With `RIBAMBELLE_FUZZ=5`,
//! `cargo test --test fuzz longer -- --nocapture` goes on for five minutes, with new inputs each time,
//! and prints how many there were.

#[path = "fuzz/inputs.rs"]
mod inputs;
#[path = "fuzz/linear.rs"]
mod linear;
#[path = "fuzz/readers.rs"]
mod readers;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes(bytes in inputs::bytes()) {
        readers::of_bytes(&bytes);
    }

    #[test]
    fn any_text(text in inputs::text()) {
        readers::of_text(&text);
    }

    #[test]
    fn values_that_were_sound(text in inputs::values()) {
        readers::of_text(&text);
    }

    #[test]
    fn records_that_were_sound((name, text) in inputs::records()) {
        readers::of_record(&name, &text);
    }
}

#[test]
fn what_was_found_once_stays_mended() {
    for text in ["1. \n\u{85}", "a: b\n\u{a0}", "\r\r\n", "x\r", "'''''"] {
        readers::of_text(text);
        readers::of_record("content/actions/a.yml", text);
        let article = format!("---\ntitre: Un article\n---\n{text}");
        readers::of_record("content/pages/a.md", &article);
    }
}

/// What the longer run has seen.
#[derive(Default)]
struct Seen {
    inputs: u64,
    slowest: (Duration, String),
}

impl Seen {
    /// Gives the next input of a strategy to a reader.
    fn one<S: Strategy>(
        &mut self,
        strategy: &S,
        runner: &mut TestRunner,
        read: impl Fn(&S::Value),
    ) {
        let input = strategy.new_tree(runner).expect("an input").current();
        let began = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| read(&input)));
        assert!(outcome.is_ok(), "input {}: {input:?}", self.inputs);
        if began.elapsed() > self.slowest.0 {
            self.slowest = (began.elapsed(), format!("{input:?}"));
        }
        self.inputs += 1;
    }
}

/// Goes on for as many minutes as `RIBAMBELLE_FUZZ` says; without it, for a second.
#[test]
fn longer_run() {
    let asked = std::env::var("RIBAMBELLE_FUZZ").ok();
    let minutes: Option<f64> = asked.map(|asked| asked.parse().expect("minutes, such as 5 or 0.5"));
    let length = Duration::from_secs_f64(minutes.map_or(1.0, |minutes| minutes * 60.0));
    let mut runner = TestRunner::default();
    let (bytes, text) = (inputs::bytes(), inputs::text());
    let (values, records) = (inputs::values(), inputs::records());
    let began = Instant::now();
    let mut seen = Seen::default();
    while began.elapsed() < length {
        seen.one(&bytes, &mut runner, |bytes| readers::of_bytes(bytes));
        seen.one(&text, &mut runner, |text| readers::of_text(text));
        seen.one(&values, &mut runner, |text| readers::of_text(text));
        seen.one(&records, &mut runner, |(name, text)| {
            readers::of_record(name, text)
        });
    }
    println!(
        "{} inputs in {:?}, the slowest in {:?}",
        seen.inputs,
        began.elapsed(),
        seen.slowest.0
    );
    assert!(seen.inputs > 10);
    assert!(
        seen.slowest.0 < Duration::from_secs(5),
        "{:?}",
        seen.slowest
    );
}
