//! Requests of those who mean harm: out of the folder in every spelling, and under foreign names.

use std::fs;

use super::ground::Ground;
use super::server::Server;

const SECRET: &str = "secret-que-personne-ne-lit";

/// Ways to write `..`.
const UP: &[&str] = &[
    "..",
    "%2e%2e",
    "%2E%2E",
    ".%2e",
    "%2e.",
    "%252e%252e",
    "%25252e%25252e",
    "..%00",
    "%c0%ae%c0%ae",
    "%e0%80%ae%e0%80%ae",
    "%uff0e%uff0e",
    "%ef%bc%8e%ef%bc%8e",
    "....",
    "...",
    "..;",
    "..%20",
    "..%09",
    "..%0a",
    "..%0d%0a",
    "%2e%2e%2e%2e",
    "%u002e%u002e",
    "..%ff",
    "\u{2024}\u{2024}",
];
/// Ways to write `/`.
const SLASH: &[&str] = &[
    "/",
    "%2f",
    "%2F",
    "%5c",
    "\\",
    "%252f",
    "%255c",
    "//",
    "%2f%2f",
    "%c0%af",
    "%e0%80%af",
    "%c1%9c",
    "%ef%bc%8f",
    "/./",
    "/%2e/",
    "%00/",
    ";/",
];
/// Where the way out begins.
const FROM: &[&str] = &[
    "/",
    "/lieux/",
    "/theme/",
    "//",
    "/lieux/l0/",
    "http://localhost/",
    "",
];

#[test]
fn no_spelling_leads_out_of_the_site() {
    let ground = Ground::new(0);
    fs::write(ground.path("secret.txt"), SECRET).unwrap();
    ground.write("secret.txt", SECRET);
    let server = Server::start(&ground);
    let mut asked = 0;
    for from in FROM {
        for up in UP {
            for slash in SLASH {
                for times in [1, 2, 6] {
                    let way = format!("{up}{slash}").repeat(times);
                    for file in ["secret.txt", "content/secret.txt", "etc/passwd"] {
                        refuses(&server, &format!("{from}{way}{file}"));
                        asked += 1;
                    }
                }
            }
        }
    }
    for path in [
        "/content/guide.yml",
        "/secret.txt",
        "/../",
        "/.ribambelle",
        "/.git/config",
        "file:///etc/passwd",
        "/%00",
        "/lieux/l0/index.html%00.txt",
        "/lieux/l0/index.html/..",
        "/C:/secret.txt",
        "/C:%5csecret.txt",
        "//localhost/../secret.txt",
        "/\\..\\secret.txt",
        "/?../../secret.txt",
        "*",
        "/#/../secret.txt",
    ] {
        refuses(&server, path);
        asked += 1;
    }
    println!("{asked} spellings");
    assert!(server.get("/").starts_with("HTTP/1.1 200 "));
}

/// What is asked for is nothing, or of the site: nothing of the disk, and no way to elsewhere.
fn refuses(server: &Server, path: &str) {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let answer = server
        .raw(request.as_bytes())
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    let answer = String::from_utf8_lossy(&answer);
    assert!(
        !answer.contains(SECRET) && !answer.contains("root:"),
        "{path}: {answer}"
    );
    let status = answer.split(' ').nth(1).unwrap_or_default();
    let sound = match status {
        "400" | "404" | "421" => true,
        // The way that a browser would have taken itself, or a question behind the page.
        "200" => answer.contains("<html"),
        "301" | "302" => answer
            .lines()
            .find_map(|line| line.strip_prefix("location: "))
            .is_some_and(|to| to.starts_with('/') && !to.starts_with("//") && !to.contains("..")),
        _ => false,
    };
    assert!(sound, "{path}: {answer}");
}

#[test]
fn nobody_reads_the_guide_under_a_foreign_name() {
    let ground = Ground::new(0);
    let server = Server::start(&ground);
    let port = server.address.port();
    for host in [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1.nip.io",
        "evil.localhost.example",
        "localhost@evil.example",
        "evil.example#localhost",
        "evil.example%00localhost",
        "[::1",
        "127.1",
        "0x7f.1",
        "2130706433",
        "localhost,evil.example",
        "localhost evil.example",
        "\u{ff4c}ocalhost",
        "localhost\u{200b}",
        "",
        "xn--lcalhost-54a",
    ] {
        for port in [String::new(), format!(":{port}")] {
            let request = format!(
                "GET /lieux/l0/ HTTP/1.1\r\nHost: {host}{port}\r\nConnection: close\r\n\r\n"
            );
            let answer = server.raw(request.as_bytes()).unwrap();
            let answer = String::from_utf8_lossy(&answer);
            assert!(answer.starts_with("HTTP/1.1 4"), "{host}{port}: {answer}");
            assert!(!answer.contains("repere"), "{host}{port}");
        }
    }
    let events = "GET /.ribambelle/events HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n";
    let answer = server.raw(events.as_bytes()).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 421 "));
    assert!(server.get("/lieux/l0/").contains("repere0fin"));
}
