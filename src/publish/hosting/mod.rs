//! How hosts are told to serve a site: headers, caching, redirects, in the syntax of each.
//!
//! A host is a file of this folder with a function from a [`Plan`] to its files, and a row of [`HOSTS`].
//! Nothing of the content gets into that syntax but sound [`UrlPath`]s, which hold no space, quote, brace, `;`, `$`
//! or `*`: of their characters only `.` means something, in regular expressions, and is escaped there.

mod apache;
mod caddy;
mod netlify;
mod nginx;
mod plan;
#[cfg(test)]
mod tests;

use crate::model::{Output, UrlPath};

pub use plan::Plan;

/// A host, or the program it serves files with.
#[derive(Debug)]
pub struct Host {
    /// Its name on the command line.
    pub name: &'static str,
    /// The names of its files, at the root of the site.
    pub files: &'static [&'static str],
    /// The texts of these files, in their order.
    write: fn(&Plan) -> Vec<String>,
}

/// Every host, by name.
pub const HOSTS: &[Host] = &[apache::HOST, caddy::HOST, netlify::HOST, nginx::HOST];

impl Host {
    /// The host of a name.
    pub fn of_name(name: &str) -> Option<&'static Host> {
        HOSTS.iter().find(|host| host.name == name)
    }

    /// The files that tell this host how to serve the site.
    pub fn outputs(&self, plan: &Plan) -> Vec<Output> {
        let texts = (self.write)(plan);
        let paths = self
            .files
            .iter()
            .map(|name| UrlPath::new(format!("/{name}")));
        paths
            .zip(texts)
            .filter_map(|(path, text)| {
                Some(Output {
                    path: path?,
                    bytes: text.into_bytes(),
                })
            })
            .collect()
    }
}

/// Whether a file tells a host something, and is nobody's to read.
pub fn is_for_hosts(path: &UrlPath) -> bool {
    let name = &path.as_str()[1..];
    HOSTS.iter().any(|host| host.files.contains(&name))
}

/// The names of all hosts' files, for hosts to hide.
fn all_files() -> impl Iterator<Item = &'static str> {
    HOSTS.iter().flat_map(|host| host.files).copied()
}
