//! The security headers of every response: one table for the development server and for every host.

/// What the pages may load: their own origin, nothing inline, nothing foreign.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'; worker-src 'self'";

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
