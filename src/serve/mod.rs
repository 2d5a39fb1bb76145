//! The development server: the site as a host would serve it, to browsers on this machine.
//!
//! What is served stands behind [`Live`]: a request takes the [`Served`] of the moment and keeps it to its end,
//! so that a new version can be put there at any time, without a lock held while a page is rendered.
//!
//! ```text
//! request ─▶ guard (method, Host) ─▶ route (prefix, path) ─▶ Served::get ─▶ answer (type, security headers)
//! ```
//!
//! An edit is noticed ([`watch()`]), read again ([`Follower`]), put there, and told to every open page, which loads itself
//! again where it became another (`client`). The page of a record that was saved comes first ([`Glance`]), then all
//! that follows from it: what was read, checked and computed of other files is kept between steps.
//! A file that becomes faulty is shown as it last was sound, and its faults are told over the page.
//!
//! Only GET and HEAD are answered, and only under a name of this machine: a foreign `Host` is what
//! a page elsewhere would send to read this server through a name that it controls (DNS rebinding).

mod answer;
mod client;
mod follow;
mod guard;
mod live;
mod on_demand;
mod route;
mod server;
#[cfg(test)]
mod tests;
mod watch;

pub use follow::{Follower, Glance, Step};
pub use live::{Faults, Live, Notice, Served, Shown};
pub use on_demand::{Ahead, OnDemand};
pub use server::{DEFAULT_PORT, Options, ServeError, run};
pub use watch::{Change, Watching, watch};
