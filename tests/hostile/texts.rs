//! What a text can hold: too deep, too long, not text at all, and characters that give orders.

use super::ground::{ACTION, ARTICLE, Ground, orders};

const DEEP: usize = 100_000;

/// The longest line of a report, in characters.
fn longest(ground: &Ground) -> usize {
    let shown = ground.run(&["check"]);
    let text = String::from_utf8(shown.stdout).unwrap();
    text.lines().map(|line| line.chars().count()).max().unwrap()
}

#[test]
fn markdown_nested_without_end_is_told() {
    let tree = |line: &str| -> String {
        (0..1_300)
            .map(|n| format!("{}{line}\n", " ".repeat(n)))
            .collect()
    };
    for (what, text) in [
        ("quotes", ">".repeat(DEEP)),
        ("quotes of lists", "> - ".repeat(DEEP) + "x"),
        ("lists", "- ".repeat(DEEP) + "x"),
        ("numbered lists", "1. ".repeat(DEEP) + "x"),
        ("lists line by line", tree("- a")),
        (
            "emphasis",
            "*a **b ".repeat(DEEP / 10) + &"c** d*".repeat(DEEP / 10),
        ),
    ] {
        let ground = Ground::with("pages/a.md", format!("{ARTICLE}{text}"));
        println!("{what}");
        let line = ground.is_told("nested-too-deep", "content/pages/a.md");
        assert!(line >= 5);
        assert!(longest(&ground) < 300, "{what}");
        assert_eq!(ground.run(&["build"]).status.code(), Some(1), "{what}");
    }
}

#[test]
fn markdown_that_parsers_choke_on_ends() {
    let notes: String = (0..40_000).map(|n| format!("[^{n}]")).collect();
    let defined: String = (0..40_000).map(|n| format!("[^{n}]: x\n\n")).collect();
    let ticks: String = (1..1_300).map(|n| "`".repeat(n) + "a").collect();
    let wide = format!(
        "{}|\n{}|\n{}",
        "|a".repeat(2_000),
        "|-".repeat(2_000),
        "a\n".repeat(DEEP)
    );
    for text in [
        "[".repeat(DEEP),
        "[".repeat(DEEP) + "a" + &"](laep/x)".repeat(DEEP),
        "![".repeat(DEEP) + "a" + &"](x.png)".repeat(DEEP),
        "[a](".repeat(DEEP),
        "[a](<b".repeat(DEEP),
        "[a".repeat(DEEP) + &"]".repeat(DEEP),
        "[[a]]".repeat(DEEP),
        "[^a]: ".repeat(DEEP),
        "*".repeat(DEEP) + "x" + &"*".repeat(DEEP),
        "*a _b ~~c ".repeat(DEEP),
        "<a ".repeat(DEEP),
        "<!--".repeat(DEEP),
        "&a".repeat(DEEP),
        "\\".repeat(10 * DEEP),
        "|a".repeat(DEEP) + "|\n" + &"|-".repeat(DEEP) + "|\n" + &"|b".repeat(DEEP),
        "# a {#b .c ".repeat(DEEP / 2),
        "```\n~~~\n".repeat(DEEP),
        "[a]: b \"c\n".repeat(DEEP),
        "a\n=\n".repeat(DEEP),
        notes + "\n\n" + &defined,
        ticks,
        wide,
    ] {
        let ground = Ground::with("pages/a.md", format!("{ARTICLE}{text}"));
        ground.check();
        ground.run(&["build"]);
    }
}

#[test]
fn yaml_nested_without_end_and_bombs_are_told() {
    let tree = |line: &str| -> String {
        (1..1_300)
            .map(|n| format!("{}{line}\n", " ".repeat(n)))
            .collect()
    };
    let bomb: String = (1..30)
        .map(|n| format!("k{n}: &a{n} [{}]\n", format!("*a{},", n - 1).repeat(10)))
        .collect();
    for (what, text) in [
        ("brackets", "mots_cles: ".to_owned() + &"[".repeat(DEEP)),
        (
            "closed brackets",
            "mots_cles: ".to_owned() + &"[".repeat(DEEP) + &"]".repeat(DEEP),
        ),
        ("braces", "prive: ".to_owned() + &"{a: ".repeat(DEEP)),
        ("dashes", "prive:\n ".to_owned() + &"- ".repeat(DEEP) + "x"),
        (
            "questions",
            "prive:\n ".to_owned() + &"? ".repeat(DEEP) + "x",
        ),
        ("lists in blocks", "prive:\n".to_owned() + &tree("-")),
        ("mappings in blocks", "prive:\n".to_owned() + &tree("a:")),
        ("colons", "prive: ".to_owned() + &"a: ".repeat(DEEP)),
        ("tags", "prive: ".to_owned() + &"!a ".repeat(DEEP)),
        ("anchors", "prive: ".to_owned() + &"&a ".repeat(DEEP)),
        ("quotes", "prive: ".to_owned() + &"\"".repeat(DEEP)),
        ("aliases", "k0: &a0 x\n".to_owned() + &bomb),
    ] {
        for (name, text) in [
            ("actions/a.yml", format!("{ACTION}{text}\n")),
            ("actions/b.md", format!("---\n{ACTION}{text}\n---\nx\n")),
        ] {
            let ground = Ground::with(name, text);
            let found = ground.check();
            let is_told = found.iter().any(|(level, code, file, line)| {
                level == "error"
                    && file.ends_with(name)
                    && *line >= 7
                    && (code.starts_with("yaml-") || code == "nested-too-deep")
            });
            assert!(is_told, "{what}: {:?}", &found[..found.len().min(5)]);
            assert!(longest(&ground) < 300, "{what}");
        }
    }
}

#[test]
fn what_is_no_text_is_told_at_its_place() {
    let utf16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let marked = [&[0xff, 0xfe][..], &utf16(ACTION)].concat();
    let latin = [ACTION.as_bytes(), b"mots_cles: [\xe9t\xe9]\n"].concat();
    for (bytes, code, line) in [
        (marked, "not-utf8", 1),
        (utf16(ACTION), "not-utf8", 1),
        (latin, "not-utf8", 7),
        (
            format!("{ACTION}mots_cles: [a\0b]\n").into_bytes(),
            "nul-character",
            7,
        ),
        (
            format!("{ACTION}mots_cles: [a\u{1b}[31mb]\n").into_bytes(),
            "hidden-character",
            7,
        ),
        (
            format!("{ACTION}mots_cles: [\"a\\e[31mb\"]\n").into_bytes(),
            "hidden-character",
            7,
        ),
        (
            format!("{ACTION}mots_cles: [a\u{9b}31m]\n").into_bytes(),
            "hidden-character",
            7,
        ),
        (
            format!("{ACTION}mots_cles: [a\u{202e}gpj]\n").into_bytes(),
            "hidden-character",
            7,
        ),
        (
            format!("{ACTION}\"cl\\u202eé\": x\n").into_bytes(),
            "hidden-character",
            7,
        ),
        (
            format!("{ACTION}corps: |\n  Un\n\n  a &#x202e; b\n").into_bytes(),
            "hidden-character",
            10,
        ),
        (vec![b'x'; 10 << 20], "file-too-large", 1),
    ] {
        let ground = Ground::with("actions/a.yml", bytes);
        assert_eq!(ground.is_told(code, "content/actions/a.yml"), line);
        for format in ["texte", "json", "github", "sarif", "gitlab"] {
            assert!(orders(&ground.run(&["check", "--format", format]).stdout).is_empty());
        }
    }
    let body = format!("{ARTICLE}Un\n\nmot \u{202e}gpj et &#27;[31m\n");
    let ground = Ground::with("pages/a.md", body);
    assert_eq!(ground.is_told("hidden-character", "content/pages/a.md"), 7);
}

#[test]
fn values_of_a_megabyte_and_lists_of_thousands_end_in_short_reports() {
    let long = "a".repeat(1_000_000);
    let digits = "1".repeat(1_000_000);
    for text in [
        format!("themes: [{long}]"),
        format!("lieu: {long}"),
        format!("\"{long}\": x"),
        format!("etat: {{type: ferme, du: {digits}}}"),
        format!("contact: {{telephone: {digits}}}"),
        format!("contact: {{courriel: {}}}", "a@".repeat(400_000)),
        format!("contact: {{site: https://{}}}", "a.".repeat(400_000)),
        format!("ages: {{de: \"{}\"}}", "1 an ".repeat(180_000)),
        format!(
            "adresse: {{code_postal: 67500, commune: \"{}\"}}",
            "saint ".repeat(150_000)
        ),
        format!("adresse: {{code_postal: {digits}, commune: Haguenau}}"),
        format!("tarif: {{montant: {digits}}}"),
        format!("horaires: \"{}\"", "lundi 9h-10h, ".repeat(60_000)),
        format!("horaires: \"{}\"", "9h ".repeat(300_000)),
        format!("langues: [{long}]"),
        format!("photo: {{fichier: {long}, alt: x}}"),
        format!("corps: \"[x]({long})\""),
    ] {
        // The key may stand in the sound record already: it is the fault of the second that counts.
        let ground = Ground::with("actions/a.yml", format!("{ACTION}{text}\n"));
        assert!(!ground.check().is_empty(), "{:.40}", text);
        assert!(
            longest(&ground) < 2_500,
            "{:.40}: {}",
            text,
            longest(&ground)
        );
    }
    let many = |item: fn(usize) -> String| -> String { (0..9_990).map(item).collect() };
    for text in [
        format!("mots_cles: [{}]", "x,".repeat(20_000)),
        many(|n| format!("cle{n}: x\n")),
        format!("prive: [{}]", many(|n| format!("&a{n} x, "))),
        format!("partenaires: [{}]", many(|n| format!("absent{n}, "))),
        format!(
            "horaires:\n{}",
            many(|_| " - {jours: [lundi], de: \"09:00\", a: \"10:00\"}\n".to_owned())
        ),
        format!(
            "seances:\n{}",
            many(|_| {
                " - {chaque: jour, du: 2026-11-01, au: 2027-12-31, de: \"09:00\", a: \"10:00\"}\n"
                    .to_owned()
            })
        ),
    ] {
        let ground = Ground::with("actions/a.yml", format!("{ACTION}{text}\n"));
        assert!(!ground.check().is_empty(), "{:.40}", text);
    }
}

#[test]
fn a_search_prints_texts_on_one_line_and_gives_no_orders() {
    let title = "titre: \"Atelier\\nfaux\\t\\u2067\\u2069 =1+1\"";
    let action = ACTION.replace("titre: Un atelier pour tous", title);
    let ground = Ground::with("actions/a.yml", action);
    for arguments in [
        &["search", "atelier faux"][..],
        &["search", "--json", "atelier faux"],
    ] {
        let output = ground.run(arguments);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Atelier"), "{text}");
        let of_table = orders(text.replace('\t', "").as_bytes());
        assert!(of_table.is_empty(), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("faux")), "{text}");
    }
}
