//! The program under what happens to it: killed builds, a full disk, failing calls, builds at once, crowds of
//! readers, bursts of edits, no watches left, and who means harm.
//!
//! In the suite each scenario is a few rounds. With `RIBAMBELLE_STRESS=10`,
//! `cargo test --test stress -- --nocapture --test-threads 1` shares ten minutes out among them, by chance other
//! each time, and prints how many rounds there were.

#[cfg(target_os = "linux")]
#[path = "stress/builds.rs"]
mod builds;
#[cfg(target_os = "linux")]
#[path = "stress/disk.rs"]
mod disk;
#[cfg(unix)]
#[path = "stress/edits.rs"]
mod edits;
#[cfg(unix)]
#[path = "stress/ground.rs"]
mod ground;
#[cfg(unix)]
#[path = "stress/harm.rs"]
mod harm;
#[cfg(unix)]
#[path = "stress/readers.rs"]
mod readers;
#[cfg(unix)]
#[path = "stress/rounds.rs"]
mod rounds;
#[cfg(unix)]
#[path = "stress/server.rs"]
mod server;
