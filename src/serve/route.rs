//! From what a browser asks for to a path of the site.

use percent_encoding::percent_decode_str;

use super::Served;
use crate::model::UrlPath;

/// What a request path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// Something of the site.
    Found { path: UrlPath, bytes: Vec<u8> },
    /// Elsewhere on this server: always a plain path, never another host.
    Moved { to: String, permanent: bool },
    /// Nothing: the site's own page says so.
    Missing,
}

/// Finds what a request path, percent-encoded as it came, leads to in a site mounted at `prefix`.
pub(super) fn route(site: &dyn Served, prefix: &UrlPath, asked: &str) -> Route {
    let Some(path) = decode(asked) else {
        return Route::Missing;
    };
    let mount = prefix.as_str();
    let Some(inner) = path.as_str().strip_prefix(&mount[..mount.len() - 1]) else {
        let at_root = path.as_str() == "/";
        return if at_root {
            moved(mount, false)
        } else {
            Route::Missing
        };
    };
    let Some(inner) = UrlPath::new(if inner.is_empty() { "/" } else { inner }) else {
        return Route::Missing;
    };
    if path.as_str().len() < mount.len() {
        return moved(mount, true);
    }
    if let Some(folder) = inner.as_str().strip_suffix("index.html")
        && let Some(page) = UrlPath::new(folder)
        && page.is_page()
        && site.get(&page).is_some()
    {
        return moved(&join(prefix, &page), true);
    }
    if let Some(bytes) = site.get(&inner) {
        return Route::Found { path: inner, bytes };
    }
    match UrlPath::new(format!("{inner}/")) {
        Some(page) if !inner.is_page() && site.get(&page).is_some() => {
            moved(&join(prefix, &page), true)
        }
        _ => Route::Missing,
    }
}

/// Decodes a path once and takes it only if it is a plain one: what was encoded twice still holds a `%`.
fn decode(asked: &str) -> Option<UrlPath> {
    let text = percent_decode_str(asked).decode_utf8().ok()?;
    UrlPath::new(text.into_owned())
}

fn join(prefix: &UrlPath, path: &UrlPath) -> String {
    format!("{}{}", prefix.as_str(), &path.as_str()[1..])
}

fn moved(to: &str, permanent: bool) -> Route {
    Route::Moved {
        to: to.to_owned(),
        permanent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(path: &UrlPath) -> Option<Vec<u8>> {
        ["/", "/laep/a/", "/robots.txt", "/404.html"]
            .contains(&path.as_str())
            .then(|| path.as_str().into())
    }

    fn at(prefix: &str, asked: &str) -> String {
        let prefix = UrlPath::new(prefix).expect("a sound prefix");
        match route(&site, &prefix, asked) {
            Route::Found { path, bytes } => {
                assert_eq!(bytes, path.as_str().as_bytes());
                path.to_string()
            }
            Route::Moved { to, permanent } => format!("{} {to}", if permanent { 301 } else { 302 }),
            Route::Missing => "404".to_owned(),
        }
    }

    #[test]
    fn paths_of_the_site_are_found() {
        for (asked, expected) in [
            ("/", "/"),
            ("/laep/a/", "/laep/a/"),
            ("/%6Caep/a/", "/laep/a/"),
            ("/robots.txt", "/robots.txt"),
            ("/laep/a", "301 /laep/a/"),
            ("/laep/a/index.html", "301 /laep/a/"),
            ("/index.html", "301 /"),
            ("/robots.txt/", "404"),
            ("/laep/", "404"),
            ("/none", "404"),
        ] {
            assert_eq!(at("/", asked), expected, "{asked}");
        }
    }

    #[test]
    fn no_encoding_leads_out() {
        for asked in [
            "/../Cargo.toml",
            "/laep/../robots.txt",
            "/%2e%2e/robots.txt",
            "/%252e%252e/robots.txt",
            "/..%2frobots.txt",
            "/..%5crobots.txt",
            "/laep%2f..%2frobots.txt",
            "/%c0%ae%c0%ae/robots.txt",
            "/\u{ff0e}\u{ff0e}/robots.txt",
            "/robots.txt%00",
            "/robots.txt%00.html",
            "//robots.txt",
            "//evil.example/laep/a",
            "/.git/config",
            "/laep/./a/",
            "",
            "*",
        ] {
            assert_eq!(at("/", asked), "404", "{asked}");
        }
    }

    #[test]
    fn a_site_is_mounted_under_its_prefix() {
        for (asked, expected) in [
            ("/", "302 /familles/"),
            ("/familles", "301 /familles/"),
            ("/familles/", "/"),
            ("/familles/robots.txt", "/robots.txt"),
            ("/familles/laep/a", "301 /familles/laep/a/"),
            ("/robots.txt", "404"),
            ("/famillesrobots.txt", "404"),
            ("/familles//robots.txt", "404"),
            ("/familles/../robots.txt", "404"),
        ] {
            assert_eq!(at("/familles/", asked), expected, "{asked}");
        }
    }
}
