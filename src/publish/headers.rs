//! The security headers of every response: one table for the development server and for every host.

/// What the pages may load, but for who may frame them.
macro_rules! loads {
    () => {
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; manifest-src 'self'; \
         worker-src 'self'"
    };
}

/// What the pages may load: their own origin, nothing inline, nothing foreign; framed by nobody else.
pub const CONTENT_SECURITY_POLICY: &str = concat!(loads!(), "; frame-ancestors 'self'");

/// The same for the pages that are made for the frame of another site.
pub const EMBEDDED_POLICY: &str = concat!(loads!(), "; frame-ancestors *");

/// The same where nothing is said of frames.
pub const POLICY_BUT_FRAMES: &str = loads!();

/// What says to older browsers, and to hosts that can't tell pages apart, that only this site may frame a page.
pub const SAME_FRAME: (&str, &str) = ("x-frame-options", "SAMEORIGIN");

/// What lets the page of another site read a file for re-use.
pub const SHARED: (&str, &str) = ("access-control-allow-origin", "*");

/// The security headers of every response, names in lower case, in the order in which hosts are told.
pub const SECURITY: [(&str, &str); 5] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    // A page's address can tell what a family looks for: other sites learn nothing of it.
    ("referrer-policy", "same-origin"),
    // The position is asked for on request only, to sort by distance; nothing else is ever asked for.
    (
        "permissions-policy",
        "camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
];

/// What a host adds over HTTPS: browsers ask for nothing else for two years.
///
/// It speaks of this host alone: its subdomains may belong to somebody else.
pub const TRANSPORT: (&str, &str) = ("strict-transport-security", "max-age=63072000");

/// How long a file whose address names its content is kept: for ever.
pub const HASHED: (&str, &str) = ("cache-control", "public, max-age=31536000, immutable");

/// How long anything else is kept: until the host is asked whether it changed.
///
/// Not a minute longer, since a page names assets that are gone with the site that had them.
pub const REVALIDATED: (&str, &str) = ("cache-control", "public, max-age=0, must-revalidate");

/// A header as it stands for the pages that are made for another site's frame.
pub fn embedded((name, value): (&'static str, &'static str)) -> (&'static str, &'static str) {
    match name == SECURITY[0].0 {
        true => (name, EMBEDDED_POLICY),
        false => (name, value),
    }
}

/// Whether a path, from the site's own root, is a page that is made for another site's frame.
pub fn is_embedded(path: &str) -> bool {
    path.strip_prefix("/integrer/")
        .is_some_and(|rest| rest.find('/').is_some_and(|at| at > 0))
}

/// Whether a path, from the site's own root, is a file for re-use.
pub fn is_shared(path: &str) -> bool {
    path.starts_with("/donnees/") || path == "/agenda.ics"
}

/// The security headers that a host sends with every response.
pub fn of_host(secure: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    SECURITY.into_iter().chain(secure.then_some(TRANSPORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_written_in_any_host_s_syntax() {
        for (name, value) in of_host(true).chain([HASHED, REVALIDATED]) {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
            assert!(
                value
                    .bytes()
                    .all(|b| (b' '..=b'~').contains(&b) && b != b'"')
            );
            assert!(!value.contains("  "), "{value}");
        }
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
        assert!(!CONTENT_SECURITY_POLICY.contains("http"));
    }
}
