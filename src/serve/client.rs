//! What the server adds to the site for live editing: a script in every page, and the stream it listens to.
//!
//! All of it lies in one folder that no site can have, since its name begins with a dot.

use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::sync::watch;

use super::live::Notice;
use crate::model::UrlPath;

/// The folder, below the one at which the site is mounted.
const FOLDER: &str = ".ribambelle/";

/// A part of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A script.
    Script(&'static str),
    /// The stream of notices.
    Events,
}

/// The part of the client that a request path asks for; `Some(None)` where it has none of this name.
pub(super) fn part(prefix: &UrlPath, asked: &str) -> Option<Option<Part>> {
    let name = asked.strip_prefix(prefix.as_str())?.strip_prefix(FOLDER)?;
    Some(match name {
        "live.js" => Some(Part::Script(include_str!("client/live.js"))),
        "worker.js" => Some(Part::Script(include_str!("client/worker.js"))),
        "events" => Some(Part::Events),
        _ => None,
    })
}

/// Puts the script at the end of a page, where it has one, with the version and a digest of the page as it stands.
pub(super) fn insert(page: &mut Vec<u8>, prefix: &UrlPath, version: &str) {
    const END: &[u8] = b"</body>";
    let Some(at) = page.windows(END.len()).rposition(|bytes| bytes == END) else {
        return;
    };
    let digest = digest(page);
    let script = format!(
        "<script type=\"module\" src=\"{prefix}{FOLDER}live.js?v={version}&amp;d={digest:016x}\"></script>"
    );
    page.splice(at..at, script.into_bytes());
}

/// What tells a page from the one of another version; it need not last longer than the process.
fn digest(page: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    page.hash(&mut hasher);
    hasher.finish()
}

/// The notices as a stream of events: the one of the moment, then every change.
pub(super) fn events(notices: watch::Receiver<Notice>) -> Body {
    let stream = stream::unfold((notices, true), |(mut notices, is_first)| async move {
        if !is_first && notices.changed().await.is_err() {
            return None;
        }
        let text = {
            let notice = notices.borrow_and_update();
            // A notice is made of texts: it is always JSON, on one line.
            serde_json::to_string(&*notice).unwrap_or_default()
        };
        let event = Bytes::from(format!("retry: 500\ndata: {text}\n\n"));
        Some((Ok::<_, Infallible>(event), (notices, false)))
    });
    Body::from_stream(stream)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_the_script_once_at_its_end() {
        let prefix = UrlPath::new("/familles/").expect("a path");
        let mut page = b"<body>&lt;/body> </body></html>".to_vec();
        insert(&mut page, &prefix, "7");
        let page = String::from_utf8(page).expect("text");
        let (before, after) = page.split_once("v=7&amp;d=").expect("the script");
        assert_eq!(
            before,
            "<body>&lt;/body> <script type=\"module\" src=\"/familles/.ribambelle/live.js?"
        );
        assert!(after.ends_with("\"></script></body></html>"), "{after}");
    }

    #[test]
    fn no_other_path_is_the_client_s() {
        let prefix = UrlPath::new("/familles/").expect("a path");
        let found = |asked| part(&prefix, asked);
        assert_eq!(
            found("/familles/.ribambelle/events"),
            Some(Some(Part::Events))
        );
        assert_eq!(found("/familles/.ribambelle/x"), Some(None));
        assert_eq!(found("/.ribambelle/events"), None);
        assert_eq!(found("/familles/laep/"), None);
    }
}
