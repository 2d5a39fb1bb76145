//! Noticing that content or themes changed.
//!
//! Events of the file system only wake this up, and say where to look first; whether anything changed is told by
//! reading the folder. So a lost event, a folder that is deleted and made again or a git checkout do no harm.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A file was saved whole when nothing comes for so long.
const SAVED: Duration = Duration::from_millis(3);
/// A burst of events is over when nothing comes for so long.
const QUIET: Duration = Duration::from_millis(30);
/// A burst that does not end is cut.
const LONGEST_BURST: Duration = Duration::from_millis(500);
/// After a change, what came while it was read is looked for once more.
const SETTLE: Duration = Duration::from_millis(300);
/// Without events the folder is looked at all the same, for those that got lost.
const SAFETY: Duration = Duration::from_secs(5);
/// Where the system can't send events, the folder is looked at so often.
const POLL: Duration = Duration::from_millis(700);

/// What is noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'p> {
    /// These files were just saved; more may follow.
    Saved(&'p [PathBuf]),
    /// Something may have changed, and it is quiet now, or what was saved is all.
    Quiet,
}

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// By events of the file system.
    Events,
    /// By looking again and again: the system has no room for more watches.
    Polling,
}

/// Calls `changed` when a content folder, or the themes beside it, may have changed; never returns.
///
/// `changed` says whether it found a change, or, of what was just saved, whether that is all. `how` is called at the beginning, and again when the system runs out of
/// watches.
pub fn watch(
    content: &Path,
    how: impl FnMut(Watching),
    changed: impl FnMut(Change<'_>) -> bool,
) -> ! {
    let (sender, events) = channel();
    let watcher = Watcher::new(sender.clone());
    // A sender stays here: without a watcher events only fail to come.
    let _silent = sender;
    look(content, watcher, &events, how, changed)
}

fn look(
    content: &Path,
    mut watcher: Watcher,
    events: &Receiver<Vec<PathBuf>>,
    mut how: impl FnMut(Watching),
    mut changed: impl FnMut(Change<'_>) -> bool,
) -> ! {
    let mut mode = watcher.cover(content);
    how(mode);
    let mut wait = SETTLE;
    loop {
        if let Ok(mut saved) = events.recv_timeout(wait) {
            let start = Instant::now();
            until_quiet(events, SAVED, start, &mut saved);
            // A record saved by hand is whole; what comes with many others is waited for.
            if !changed(Change::Saved(&saved)) {
                until_quiet(events, QUIET, start, &mut saved);
            }
        }
        let is_changed = changed(Change::Quiet);
        wait = match mode {
            _ if is_changed => SETTLE,
            Watching::Events => SAFETY,
            Watching::Polling => POLL,
        };
        if is_changed {
            // New folders, and those that came back, are watched too.
            let former = mode;
            mode = watcher.cover(content);
            if mode != former {
                how(mode);
            }
        }
    }
}

/// Gathers what was saved until nothing comes for a while.
fn until_quiet(
    events: &Receiver<Vec<PathBuf>>,
    quiet: Duration,
    start: Instant,
    saved: &mut Vec<PathBuf>,
) {
    while start.elapsed() < LONGEST_BURST {
        match events.recv_timeout(quiet) {
            Ok(paths) => saved.extend(paths),
            Err(_) => return,
        }
    }
}

/// What hears of changes; none where the system has none.
struct Watcher(Option<RecommendedWatcher>);

impl Watcher {
    fn new(sender: Sender<Vec<PathBuf>>) -> Watcher {
        let hear = move |event: notify::Result<Event>| {
            // The receiver lives as long as the process; an error is a reason to look as well.
            match event {
                Ok(event) if !changes_something(&event.kind) => {}
                Ok(event) => drop(sender.send(event.paths)),
                Err(_) => drop(sender.send(Vec::new())),
            }
        };
        Watcher(notify::recommended_watcher(hear).ok())
    }

    /// Watches the folder, the themes, and what they lie in; once more for what is watched already.
    fn cover(&mut self, content: &Path) -> Watching {
        let Some(watcher) = &mut self.0 else {
            return Watching::Polling;
        };
        let parent = content.canonicalize().ok();
        let parent = parent.as_deref().and_then(Path::parent);
        let themes = parent.map(|parent| parent.join("themes"));
        let folders = [
            (Some(content), RecursiveMode::Recursive),
            (themes.as_deref(), RecursiveMode::Recursive),
            (parent, RecursiveMode::NonRecursive),
        ];
        let mut mode = Watching::Events;
        for (folder, depth) in folders {
            let Some(folder) = folder.filter(|folder| folder.is_dir()) else {
                continue;
            };
            // Whatever the reason: what can't be watched is looked at.
            if watcher.watch(folder, depth).is_err() {
                mode = Watching::Polling;
            }
        }
        mode
    }
}

/// Whether an event tells of a change; reading a file is none.
fn changes_something(kind: &EventKind) -> bool {
    !matches!(kind, EventKind::Access(kind) if *kind != AccessKind::Close(AccessMode::Write))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_watches_the_folder_is_looked_at() {
        let folder = tempfile::tempdir().expect("a folder");
        let content = folder.path().to_owned();
        let (told, heard) = channel();
        std::thread::spawn(move || {
            let (_silent, events) = channel();
            let say = told.clone();
            let how = move |watching| say.send(Some(watching)).expect("the test listens");
            let mut asked = 0;
            let changed = |change: Change<'_>| {
                assert_eq!(change, Change::Quiet);
                told.send(None).expect("the test listens");
                asked += 1;
                asked == 1
            };
            look(&content, Watcher(None), &events, how, changed)
        });
        let hear = || heard.recv_timeout(Duration::from_secs(20));
        assert_eq!(hear(), Ok(Some(Watching::Polling)));
        // After a change it is looked soon again, then every while.
        assert_eq!(hear(), Ok(None));
        assert_eq!(hear(), Ok(None));
        assert_eq!(hear(), Ok(None));
    }
}
