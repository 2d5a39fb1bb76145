//! Paths of the site: where a page or a file is served.

use std::fmt;

/// The path of a page or a file within the site, from the site's root, never from the host's.
///
/// A path begins with `/`; one that ends with `/` is a page (served as `index.html` there), any other a file.
/// Segments are not empty, not `.` or `..`, begin with no dot but `.well-known` and `.htaccess`,
/// and hold only ASCII letters, digits, `-`, `_`, `.`, `~`: a path needs no percent-encoding anywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlPath(Box<str>);

impl UrlPath {
    /// Reads a path, or `None` where it breaks a rule.
    pub fn new(path: impl Into<Box<str>>) -> Option<UrlPath> {
        let path = path.into();
        let inner = path.strip_prefix('/')?;
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        let sound = path.as_ref() == "/" || inner.split('/').all(is_segment);
        sound.then_some(UrlPath(path))
    }

    /// The path as text, with its leading `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a page (not a file) is served here.
    pub fn is_page(&self) -> bool {
        self.0.ends_with('/')
    }

    /// The file, relative to the site's folder, that a static host serves for this path: `laep/x/index.html`.
    pub fn file(&self) -> String {
        let relative = &self.0[1..];
        if self.is_page() {
            format!("{relative}index.html")
        } else {
            relative.to_owned()
        }
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_segment(segment: &str) -> bool {
    let hidden = segment.starts_with('.') && segment != ".well-known" && segment != ".htaccess";
    !segment.is_empty()
        && !hidden
        && segment
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_are_taken() {
        for good in [
            "/",
            "/laep/la-marelle/",
            "/theme/0a1b/main.css",
            "/.well-known/security.txt",
            "/404.html",
        ] {
            assert!(UrlPath::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "laep/",
            "//",
            "/a//b/",
            "/../x",
            "/a/./b",
            "/é/",
            "/a b/",
            "/.git/config",
            "/a\\b",
            "/%2e/",
        ] {
            assert!(UrlPath::new(bad).is_none(), "{bad}");
        }
        assert_eq!(
            UrlPath::new("/laep/x/").map(|path| path.file()).as_deref(),
            Some("laep/x/index.html")
        );
        assert_eq!(
            UrlPath::new("/").map(|path| path.file()).as_deref(),
            Some("index.html")
        );
    }
}
