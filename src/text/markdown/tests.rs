//! What partners write, and what could do harm.

use super::parse;
use crate::diag::{FileId, Span};

fn read(text: &str) -> (super::Body, Vec<&'static str>) {
    let place = |start: usize, end: usize| Span {
        file: FileId(0),
        start: start as u32,
        end: end as u32,
    };
    let (body, faults) = parse(text, &place);
    (body, faults.into_iter().map(|fault| fault.code).collect())
}

#[test]
fn what_partners_write_becomes_clean_html() {
    let (body, faults) = read(
        "## Où venir ?\n\nVoir [le lieu](lieux/x#acces), [un site](https://caf.fr).\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n",
    );
    insta::assert_snapshot!(body.html, @r#"
    <h2 id="ou-venir">Où venir ?</h2>
    <p>Voir <a href="record:lieux/x#acces">le lieu</a>, <a href="https://caf.fr">un site</a>.</p>
    <div class="table"><table><thead><tr><th scope="col">a</th><th scope="col" class="end">b</th></tr></thead><tbody><tr><td>1</td><td class="end">2</td></tr></tbody></table></div>
    "#);
    assert_eq!(
        (
            faults,
            &*body.links[0].record,
            body.links[0].anchor.as_deref()
        ),
        (vec![], "lieux/x", Some("acces"))
    );
}

#[test]
fn what_could_do_harm_is_refused_and_not_written() {
    for (text, code) in [
        ("<script>alert(1)</script>", "raw-html"),
        ("a <b onclick=x>b</b>", "raw-html"),
        ("[x](javascript:alert(1))", "forbidden-link"),
        ("[x](data:text/html,x)", "forbidden-link"),
        ("[x](JaVaScRiPt:alert)", "forbidden-link"),
        ("[x](/laep/x/)", "forbidden-link"),
        ("![x](https://x.fr/a.png)", "foreign-image"),
        ("![](a.png)", "missing-alt"),
        ("# Titre", "heading-order"),
        ("## A\n\n#### B", "heading-order"),
        ("[x](#nulle-part)", "broken-anchor"),
        ("## A {#a}\n\n## B {#a}", "duplicate-anchor"),
    ] {
        let (body, faults) = read(text);
        assert!(faults.contains(&code), "{text}: {faults:?}");
        assert!(
            !body.html.contains("<script")
                && !body.html.contains("javascript:")
                && !body.html.contains("onclick"),
            "{}",
            body.html
        );
    }
}
