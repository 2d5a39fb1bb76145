//! How far long work is, on a terminal.
//!
//! Nothing is shown in a pipe, on a terminal that can't move its cursor, or for what is soon done;
//! there is no colour in it, so `NO_COLOR` needs no case of its own.

use std::io::{self, IsTerminal as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::build::{Stage, Stages};
use crate::diag::Language;

/// What is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the bar is drawn.
const PACE: Duration = Duration::from_millis(100);

/// Does the work, and shows how far it is where somebody sees it.
pub(super) fn beside<T>(stages: &Stages, language: Language, work: impl FnOnce() -> T) -> T {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if dumb || !io::stderr().is_terminal() {
        return work();
    }
    thread::scope(|scope| {
        // Dropped with the work, however it ends.
        let (end, ended) = channel::<()>();
        scope.spawn(move || follow(stages, language, &ended));
        let result = work();
        drop(end);
        result
    })
}

fn follow(stages: &Stages, language: Language, ended: &Receiver<()>) {
    if ended.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    loop {
        let (done, steps) = stages.steps();
        let counted = steps > 0 && done < steps;
        let stage = if counted {
            Stage::Render
        } else {
            stages.running()
        };
        bar.set_style(style(counted));
        bar.set_message(stage.title().get(language));
        bar.set_length(steps as u64);
        bar.set_position(done as u64);
        bar.tick();
        if ended.recv_timeout(PACE) != Err(RecvTimeoutError::Timeout) {
            break;
        }
    }
    bar.finish_and_clear();
}

fn style(counted: bool) -> ProgressStyle {
    let template = if counted {
        "{msg} {bar:30} {pos}/{len}"
    } else {
        "{msg} {spinner}"
    };
    // Both templates are sound; were they not, the default style shows as much.
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("=> ")
        .tick_chars("-\\|/ ")
}
