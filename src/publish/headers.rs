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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_written_in_any_host_s_syntax() {
        for (name, value) in SECURITY {
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
