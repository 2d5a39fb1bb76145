//! Every dependency's licence is one of those we may ship.

use std::{error::Error, fs, path::Path, process::Command};

use serde_json::Value;

/// Licences without conditions on the code that uses what is under them; MPL-2.0's concern its own files alone.
const ALLOWED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn crates_may_be_shipped() -> Result {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().ok_or("no packages")?;
    let licences = packages.iter().map(|package| {
        let name = package["name"].as_str().unwrap_or("?");
        (name, package["license"].as_str().unwrap_or(""))
    });
    none_refused(licences)
}

#[test]
fn npm_packages_of_the_tests_may_be_used() -> Result {
    let lock = fs::read_to_string(root().join("tests/browser/package-lock.json"))?;
    for host in ["http:", "https:", "resolved"] {
        assert!(
            !lock.contains(&format!("\"{host}")),
            "the lock file names a registry"
        );
    }
    let lock: Value = serde_json::from_str(&lock)?;
    let packages = lock["packages"].as_object().ok_or("no packages")?;
    let used = packages.iter().filter(|(path, _)| !path.is_empty());
    none_refused(
        used.map(|(path, package)| (path.as_str(), package["license"].as_str().unwrap_or(""))),
    )
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    for (licence, expected) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(GPL-3.0 OR MIT) AND Unicode-3.0", true),
        ("GPL-3.0 OR (MIT AND AGPL-3.0)", false),
        ("MIT AND (GPL-3.0 OR AGPL-3.0)", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("GPL-2.0 WITH Classpath-exception-2.0", false),
        ("", false),
        ("MIT OR", false),
        ("(MIT", false),
        ("MIT)", false),
    ] {
        assert_eq!(is_allowed(licence), expected, "{licence}");
    }
}

fn none_refused<'a>(licences: impl Iterator<Item = (&'a str, &'a str)>) -> Result {
    let mut count = 0;
    let counted = licences.inspect(|_| count += 1);
    let refused: Vec<String> = counted
        .filter(|(_, licence)| !is_allowed(licence))
        .map(|(name, licence)| format!("{name}: \"{licence}\""))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    assert!(count > 0, "nothing was looked at");
    Ok(())
}

/// Whether an SPDX expression can be met by allowed licences alone.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest) == Some(true) && rest.is_empty()
}

fn either(words: &mut &[&str]) -> Option<bool> {
    let mut met = both(words)?;
    while let Some((&"OR", rest)) = words.split_first() {
        *words = rest;
        met |= both(words)?;
    }
    Some(met)
}

fn both(words: &mut &[&str]) -> Option<bool> {
    let mut met = one(words)?;
    while let Some((&"AND", rest)) = words.split_first() {
        *words = rest;
        met &= one(words)?;
    }
    Some(met)
}

fn one(words: &mut &[&str]) -> Option<bool> {
    let (first, rest) = words.split_first()?;
    *words = rest;
    if *first == "(" {
        let met = either(words)?;
        let (close, rest) = words.split_first()?;
        *words = rest;
        return (*close == ")").then_some(met);
    }
    // An exception only adds permissions.
    if let [exception, _, rest @ ..] = *words
        && *exception == "WITH"
    {
        *words = rest;
    }
    let named = !["OR", "AND", "WITH", ")"].contains(first);
    named.then_some(ALLOWED.contains(first))
}
