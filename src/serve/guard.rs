//! Which requests are answered at all.

use std::net::{Ipv4Addr, Ipv6Addr};

use axum::http::{HeaderMap, Method, StatusCode, Uri, header, uri::Authority};

/// Refuses a request by its method, or by the name under which it came.
pub(super) fn refusal(
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    hosts: &[String],
) -> Option<StatusCode> {
    if !is_ours(uri, headers, hosts) {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let allowed = method == Method::GET || method == Method::HEAD;
    (!allowed).then_some(StatusCode::METHOD_NOT_ALLOWED)
}

/// Whether there is exactly one `Host`, and it and the address asked for, if it is absolute, are ours.
fn is_ours(uri: &Uri, headers: &HeaderMap, hosts: &[String]) -> bool {
    let mut named = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else {
        return false;
    };
    let host = host.to_str().ok().and_then(|host| host.parse().ok());
    host.is_some_and(|host| is_known(&host, hosts))
        && uri.authority().is_none_or(|host| is_known(host, hosts))
}

/// Whether a host is an address in figures, `localhost`, or a name that was configured; the port doesn't matter.
///
/// Figures are safe: a foreign page is bound to the name it came from.
fn is_known(authority: &Authority, hosts: &[String]) -> bool {
    let host = authority.host();
    let in_brackets = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    let is_address = match in_brackets {
        Some(inner) => inner.parse::<Ipv6Addr>().is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    let is_name = |known: &str| name.eq_ignore_ascii_case(known);
    !authority.as_str().contains('@')
        && (is_address || is_name("localhost") || hosts.iter().any(|known| is_name(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_known() {
        let hosts = ["guide.test".to_owned()];
        for (host, expected) in [
            ("localhost", true),
            ("LocalHost.:1313", true),
            ("127.0.0.1:1313", true),
            ("[::1]:1313", true),
            ("192.168.1.20", true),
            ("guide.test:80", true),
            ("evil.example", false),
            ("localhost.evil.example", false),
            ("127.0.0.1.nip.io", false),
            ("127.1", false),
            ("0x7f000001", false),
            ("2130706433", false),
            ("[evil]", false),
            ("localhost@evil.example", false),
            ("evil.example@localhost", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            let value = host.parse().expect("a header's value");
            headers.insert(header::HOST, value);
            assert_eq!(
                is_ours(&Uri::from_static("/"), &headers, &hosts),
                expected,
                "{host}"
            );
        }
    }

    #[test]
    fn two_hosts_or_none_are_refused() {
        let mut headers = HeaderMap::new();
        let local = header::HeaderValue::from_static("localhost");
        assert!(!is_ours(&Uri::from_static("/"), &headers, &[]));
        headers.append(header::HOST, local.clone());
        assert!(is_ours(
            &Uri::from_static("http://localhost/"),
            &headers,
            &[]
        ));
        assert!(!is_ours(
            &Uri::from_static("http://evil.example/"),
            &headers,
            &[]
        ));
        headers.append(header::HOST, local);
        assert!(!is_ours(&Uri::from_static("/"), &headers, &[]));
    }

    #[test]
    fn only_reading_is_allowed() {
        let mut headers = HeaderMap::new();
        headers.append(header::HOST, header::HeaderValue::from_static("localhost"));
        let uri = Uri::from_static("/");
        let status = |method: &Method| refusal(method, &uri, &headers, &[]);
        assert_eq!(status(&Method::GET), None);
        assert_eq!(status(&Method::HEAD), None);
        for method in [
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::OPTIONS,
            Method::TRACE,
        ] {
            assert_eq!(status(&method), Some(StatusCode::METHOD_NOT_ALLOWED));
        }
    }
}
