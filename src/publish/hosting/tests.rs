//! Hosts' files as texts; real hosts serve by them in `tests/browser/hosting.test.mjs`.

use super::*;
use crate::publish::headers;

fn path(path: &str) -> UrlPath {
    UrlPath::new(path).expect("a sound path")
}

fn plan(base: &str) -> Plan {
    let at = |inner: &str| path(&format!("{base}{inner}"));
    Plan {
        base: path(base),
        folders: vec!["laep".into()],
        secure: true,
        precompressed: true,
        not_found: at("404.html"),
        moved: vec![(at("laep/v1.0~b_c/"), at("laep/b/"))],
        gone: vec![at("laep/d/")],
    }
}

fn texts(plan: &Plan) -> Vec<(String, String)> {
    HOSTS
        .iter()
        .flat_map(|host| host.outputs(plan))
        .map(|output| {
            let text = String::from_utf8(output.bytes).expect("text");
            (output.path.to_string(), text)
        })
        .collect()
}

#[test]
fn every_host_writes_its_files_and_is_found_by_name() {
    assert!(HOSTS.windows(2).all(|pair| pair[0].name < pair[1].name));
    for host in HOSTS {
        let outputs = host.outputs(&plan("/"));
        assert_eq!(outputs.len(), host.files.len(), "{}", host.name);
        assert!(outputs.iter().all(|output| is_for_hosts(&output.path)));
    }
    assert!(!is_for_hosts(&path("/laep/nginx.conf")));
}

#[test]
fn every_host_is_told_the_whole_table_and_every_redirect() {
    for base in ["/", "/familles/"] {
        let all = texts(&plan(base));
        for (file, text) in &all {
            if file == "/_redirects" {
                continue;
            }
            let netlify = file == "/_headers";
            let told = headers::of_host(true).chain([headers::HASHED, headers::SHARED]);
            for (name, value) in told {
                let value = match netlify && name == headers::SECURITY[0].0 {
                    true => headers::POLICY_BUT_FRAMES,
                    false => value,
                };
                let found = text
                    .lines()
                    .any(|line| line.contains(name) && line.contains(value));
                assert!(found, "{file} lacks {name}: {value}");
            }
        }
        for (file, text) in all.iter().filter(|(file, _)| file != "/_redirects") {
            let framed =
                text.contains("integrer/[^/]+/") && text.contains(headers::EMBEDDED_POLICY);
            let alone = text.contains(&format!("{base}laep/*\n  x-frame-options: SAMEORIGIN"));
            assert!(framed != alone, "{file} says who may frame what");
        }
        for (file, text) in all.iter().filter(|(file, _)| file != "/_headers") {
            for (status, address) in [("301", "laep/b/"), ("410", "laep/d/")] {
                let told = |line: &str| line.contains(&format!("{base}{address}"));
                assert!(text.lines().any(told), "{file} lacks {address}");
                assert!(text.contains(status), "{file} lacks {status}");
            }
        }
    }
}

#[test]
fn only_https_is_told_to_stay_https() {
    let plan = Plan {
        secure: false,
        ..plan("/")
    };
    for (file, text) in texts(&plan) {
        assert!(!text.contains(headers::TRANSPORT.0), "{file}");
    }
}

#[test]
fn no_address_means_more_than_itself() {
    // What could end a line, a string, a block or a pattern is no path at all.
    for hostile in [
        "/a\n/b/",
        "/a b/",
        "/a\"/",
        "/a'/",
        "/a;return/",
        "/a{/",
        "/a}/",
        "/$uri/",
        "/a*/",
        "/:a/",
        "/a#b/",
        "/a\\/",
        "/(a|b)/",
        "/a[b]/",
        "/a?b/",
        "/%{REQUEST_URI}/",
        "/`a`/",
    ] {
        assert!(UrlPath::new(hostile).is_none(), "{hostile}");
    }
    // A point is itself, not any character.
    let all = texts(&plan("/"));
    let apache = &all
        .iter()
        .find(|(file, _)| file == "/.htaccess")
        .expect("it")
        .1;
    assert!(
        apache.contains("\"^/laep/v1\\.0~b_c/$\" \"/laep/b/\""),
        "{apache}"
    );
}

#[test]
fn the_project_s_own_netlify_file_says_the_same() {
    let file = include_str!("../../../netlify.toml");
    let mut expected = String::new();
    // What is said of single folders, only the build says: a header that is said twice may be sent twice.
    for (pattern, headers) in netlify::rules(&plan("/")).into_iter().take(4) {
        expected.push_str(&format!(
            "\n[[headers]]\nfor = \"{pattern}\"\n[headers.values]\n"
        ));
        for (name, value) in headers {
            expected.push_str(&format!("{name} = \"{value}\"\n"));
        }
    }
    let (_, rules) = file
        .split_at_checked(file.find("\n[[headers]]").expect("the headers"))
        .expect("the headers");
    assert_eq!(rules, expected, "netlify.toml must end with this");
}
