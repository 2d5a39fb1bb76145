//! How often a scenario is gone through, and what chance says in each round.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// The scenarios that go on for as long as is asked: they share the minutes.
const SCENARIOS: f64 = 7.0;

/// Goes through a scenario some times, or for its share of the minutes that `RIBAMBELLE_STRESS` says.
pub(crate) fn rounds(name: &str, few: u64, mut round: impl FnMut(u64, &mut Chance)) {
    let asked = std::env::var("RIBAMBELLE_STRESS").ok();
    let minutes: Option<f64> = asked.map(|asked| asked.parse().expect("minutes, such as 5 or 0.5"));
    let share = minutes.map(|minutes| Duration::from_secs_f64(minutes * 60.0 / SCENARIOS));
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    // In the suite always the same.
    let seed = share.map_or(1, |_| now.map_or(1, |now| now.as_nanos() as u64 | 1));
    println!("{name}: chance begins with {seed}");
    let mut chance = Chance(seed);
    let began = Instant::now();
    let mut done = 0;
    while share.map_or(done < few, |share| began.elapsed() < share) {
        round(done, &mut chance);
        done += 1;
    }
    println!("{name}: {done} rounds in {:.1?}", began.elapsed());
}

/// Numbers by chance, the same for the same beginning.
pub(crate) struct Chance(u64);

impl Chance {
    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    /// One of several.
    pub(crate) fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }
}
