//! Pages in the other languages of a site: what is built in is said in them, not in French.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;
use ribambelle::check::check;
use ribambelle::diag::Report;
use ribambelle::load::load;
use ribambelle::model::UrlPath;
use ribambelle::render::render;
use ribambelle::site::Site;
use ribambelle::source::Sources;

const GUIDE: &str = "contrat: 1\nnom: Guide d'essai\nterritoire: essai\nurl: https://guide.example.org/\nediteur: essai\nlangues: [de, en, ar]\n";
const PARTNER: &str = "titre: Équipe d'essai\ntype: association\n";
const TERRITORY: &str = "nom: Haguenau\nniveau: commune\ninsee: 67180\n";
const ACTION: &str = r#"---
titre: Portage
resume: Porter bébé contre soi.
themes: [portage]
porteurs: [essai]
exemple: true
formats: [groupe-de-parole]
publics: [futurs-parents, peres]
territoires: [essai]
mode: a-distance
ouvert_a: tous
accueil: [anonyme]
tarif: {montant: 2.50, par: famille}
inscription: {type: obligatoire}
contact: {telephone: "01 99 00 50 01", horaires_telephone: lundi 9h-12h}
seances: [{chaque: mercredi, du: 2026-09-09, au: 2027-06-30, de: "14:00", a: "16:30", vacances: non}]
verifie: {le: 2026-11-09, par: essai, comment: telephone}
---
Texte.
"#;

fn site() -> Site {
    let files = BTreeMap::from([
        ("content/guide.yml", GUIDE),
        ("content/partenaires/essai.yml", PARTNER),
        ("content/territoires/essai.yml", TERRITORY),
        ("content/actions/portage.md", ACTION),
    ]);
    let mut report = Report::default();
    let sources = Arc::new(Sources::in_memory(files));
    let catalogue = load(&sources, &mut report);
    let guide = check(&sources, catalogue, date(2026, 11, 22), &mut report).expect("a sound guide");
    Site::new(&sources, guide, &mut report).expect("a sound site")
}

/// The text of a page; what keeps times and dates in one piece is not seen.
fn page(site: &Site, path: &str) -> String {
    let output = render(site, &UrlPath::new(path).unwrap()).expect("a page");
    String::from_utf8(output.bytes)
        .unwrap()
        .replace('\u{a0}', " ")
        .replace(['\u{2060}', '\u{2066}', '\u{2069}'], "")
}

#[test]
fn what_is_built_in_is_said_in_each_language_of_the_site() {
    let site = site();
    let expected: [(&str, &[&str]); 3] = [
        (
            "de",
            &[
                "Gesprächsgruppe",
                "Werdende Eltern, Väter",
                "Jeden Mittwoch, von 14 bis 16:30 Uhr, nicht in den Schulferien, vom 9. September 2026 bis 30. Juni 2027",
                "2,50 € pro Familie",
                "Anmeldung erforderlich",
                "Montag, von 9 bis 12 Uhr",
            ],
        ),
        (
            "en",
            &[
                "Talking group",
                "Parents-to-be, fathers",
                "Every Wednesday, 2 pm to 4.30 pm, outside school holidays, from 9 September 2026 to 30 June 2027",
                "€2.50 per family",
                "Registration required",
                "Monday, 9 am to midday",
            ],
        ),
        (
            "ar",
            &[
                "مجموعة حديث",
                "آباء وأمهات في انتظار مولود، الآباء",
                "كل يوم أربعاء، من 14:00 إلى 16:30، خارج العطل المدرسية، من 9 سبتمبر 2026 إلى 30 يونيو 2027",
                "2,50 يورو لكل عائلة",
                "التسجيل ضروري",
                "الاثنين، من 9:00 إلى 12:00",
            ],
        ),
    ];
    for (language, phrases) in expected {
        let html = page(&site, &format!("/{language}/actions/portage/"));
        for phrase in phrases {
            let whole = format!(">{phrase}<");
            assert!(html.contains(&whole), "{language}: {phrase}\n{html}");
        }
        let urgent = page(&site, &format!("/{language}/urgence/"));
        let main = urgent.split("<main").nth(1).unwrap();
        let main = main.split("</main>").next().unwrap();
        assert!(!main.contains("lang=\"fr\""), "{language}: {main}");
    }
}
