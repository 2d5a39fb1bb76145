//! The stages of a build or a check: which there are, when each began, how long it took, how far it is.
//!
//! A [`Stages`] is made where a command begins and passed down; a stage is run inside [`Stages::run`].
//! Whoever shows progress reads it from another thread. Times never reach an output of the site.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::check::Words;

/// Declares all stages in their order: one line each, with its code for programs and its title for people.
macro_rules! stages {
    ($($(#[$doc:meta])* $name:ident $code:literal $fr:literal $en:literal,)*) => {
        /// A part of the work whose time is told.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Stage {
            $($(#[$doc])* $name,)*
        }

        impl Stage {
            /// Every stage, in the order in which they begin.
            pub const ALL: &[Stage] = &[$(Stage::$name,)*];

            /// Its name in machine formats.
            pub fn code(self) -> &'static str {
                match self { $(Stage::$name => $code,)* }
            }

            /// What it does, as a noun.
            pub fn title(self) -> Words {
                match self { $(Stage::$name => Words { fr: $fr, en: $en },)* }
            }
        }
    };
}

stages! {
    /// Content and themes are read from the disk.
    Read "read" "lecture des fichiers" "reading files",
    /// What stands at the target is held against what would be built.
    Compare "compare" "comparaison avec le site d'avant" "comparing with the former site",
    /// Records are parsed.
    Load "load" "analyse des fiches" "parsing records",
    /// Records are checked, dates expanded, places looked up.
    Check "check" "vérification" "checking",
    /// Routes, lists and the theme are laid out.
    Plan "plan" "plan du site" "laying out the site",
    /// Pages are rendered and written.
    Render "render" "pages" "pages",
    /// The search index is made, cut into shards and written.
    Index "index" "index de recherche" "search index",
    /// The other exports are made and written.
    Export "export" "plan pour moteurs et flux" "sitemap and feeds",
    /// Rendered pages are read for what the theme breaks.
    Audit "audit" "vérification des pages" "checking pages",
    /// The new site takes the former one's place.
    Publish "publish" "publication" "publishing",
}

/// When a stage began, since the work did, and how long it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The stage.
    pub stage: Stage,
    /// From the beginning of the work to the first beginning of the stage.
    pub start: Duration,
    /// The time that its parts took, by the clock; stages that run side by side share the processors.
    pub took: Duration,
}

/// The stages that were run, and how far the present one is.
#[derive(Debug)]
pub struct Stages {
    begun: Instant,
    taken: Mutex<Vec<Taken>>,
    running: AtomicUsize,
    done: AtomicUsize,
    steps: AtomicUsize,
}

impl Default for Stages {
    fn default() -> Stages {
        Stages {
            begun: Instant::now(),
            taken: Mutex::default(),
            running: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
            steps: AtomicUsize::new(0),
        }
    }
}

impl Stages {
    /// Runs a part of a stage and counts its time.
    pub fn run<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        self.running.store(stage as usize, Ordering::Relaxed);
        let start = self.begun.elapsed();
        let result = work();
        let took = self.begun.elapsed().saturating_sub(start);
        let mut all = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match all.iter_mut().find(|taken| taken.stage == stage) {
            Some(taken) => {
                taken.start = taken.start.min(start);
                taken.took += took;
            }
            None => all.push(Taken { stage, start, took }),
        }
        result
    }

    /// Says how many steps are to come.
    pub fn expect(&self, steps: usize) {
        self.steps.store(steps, Ordering::Relaxed);
    }

    /// Says that one step more is done, from any thread.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// How many steps are done, and of how many.
    pub fn steps(&self) -> (usize, usize) {
        let done = self.done.load(Ordering::Relaxed);
        (done, self.steps.load(Ordering::Relaxed))
    }

    /// The stage that began last.
    pub fn running(&self) -> Stage {
        Stage::ALL[self.running.load(Ordering::Relaxed)]
    }

    /// What was run until now, in the order in which it began.
    pub fn taken(&self) -> Vec<Taken> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = taken.clone();
        taken.sort_by_key(|taken| (taken.start, taken.stage as usize));
        taken
    }

    /// The time since the work began.
    pub fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_stage_are_added_up_and_stages_stand_as_they_began() {
        let stages = Stages::default();
        let pause = || std::thread::sleep(Duration::from_millis(5));
        stages.run(Stage::Publish, pause);
        assert_eq!(stages.run(Stage::Load, || 7), 7);
        stages.run(Stage::Publish, pause);
        let taken = stages.taken();
        let order: Vec<&str> = taken.iter().map(|taken| taken.stage.code()).collect();
        assert_eq!(order, ["publish", "load"]);
        assert!(taken[0].took >= Duration::from_millis(10), "{taken:?}");
        assert!(taken[1].start >= Duration::from_millis(5), "{taken:?}");
        assert_eq!(stages.running(), Stage::Publish);
        stages.expect(3);
        stages.step();
        assert_eq!(stages.steps(), (1, 3));
    }

    #[test]
    fn codes_are_told_apart() {
        let codes: std::collections::BTreeSet<&str> =
            Stage::ALL.iter().map(|stage| stage.code()).collect();
        assert_eq!(codes.len(), Stage::ALL.len());
    }
}
