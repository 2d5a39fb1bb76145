//! Noticing that content or themes changed.
//!
//! Events of the file system only wake this up; whether anything changed is told by a stamp of the whole folder.
//! So a lost event, a folder that is deleted and made again or a git checkout do no harm.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::source::stamp;

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

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// By events of the file system.
    Events,
    /// By looking again and again: the system has no room for more watches.
    Polling,
}

/// Calls `changed` whenever a content folder, or the themes beside it, changed; never returns.
///
/// `seen` is the folder's [`stamp`] before it was first read: what changed meanwhile is a change as well.
/// `how` is called at the beginning, and again when the system runs out of watches.
pub fn watch(
    content: &Path,
    seen: Option<u64>,
    how: impl FnMut(Watching),
    changed: impl FnMut(),
) -> ! {
    let (sender, events) = channel();
    let watcher = Watcher::new(sender.clone());
    // A sender stays here: without a watcher events only fail to come.
    let _silent = sender;
    look(content, watcher, &events, seen, how, changed)
}

fn look(
    content: &Path,
    mut watcher: Watcher,
    events: &Receiver<()>,
    seen: Option<u64>,
    mut how: impl FnMut(Watching),
    mut changed: impl FnMut(),
) -> ! {
    let mut mode = watcher.cover(content);
    how(mode);
    let mut last = seen;
    let mut wait = SETTLE;
    loop {
        if events.recv_timeout(wait).is_ok() {
            end_of_burst(events);
        }
        let now = stamp(content).ok();
        wait = match mode {
            _ if now != last => SETTLE,
            Watching::Events => SAFETY,
            Watching::Polling => POLL,
        };
        if now != last {
            last = now;
            changed();
            // New folders, and those that came back, are watched too.
            let former = mode;
            mode = watcher.cover(content);
            if mode != former {
                how(mode);
            }
        }
    }
}

fn end_of_burst(events: &Receiver<()>) {
    let start = Instant::now();
    while start.elapsed() < LONGEST_BURST && events.recv_timeout(QUIET).is_ok() {}
}

/// What hears of changes; none where the system has none.
struct Watcher(Option<RecommendedWatcher>);

impl Watcher {
    fn new(sender: Sender<()>) -> Watcher {
        let hear = move |event: notify::Result<Event>| {
            // The receiver lives as long as the process; an error is a reason to look as well.
            if event.map_or(true, |event| changes_something(&event.kind)) {
                let _ = sender.send(());
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
        let seen = stamp(folder.path()).ok();
        let (told, heard) = channel();
        std::thread::spawn(move || {
            let (_silent, events) = channel();
            let say = told.clone();
            let how = move |watching| say.send(Some(watching)).expect("the test listens");
            let changed = || told.send(None).expect("the test listens");
            look(&content, Watcher(None), &events, seen, how, changed)
        });
        let hear = || heard.recv_timeout(Duration::from_secs(20));
        assert_eq!(hear(), Ok(Some(Watching::Polling)));
        std::fs::write(folder.path().join("a.yml"), "titre: x").expect("a file");
        assert_eq!(hear(), Ok(None));
    }
}
