//! From what people write in an address to the commune that is meant.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use ribambelle::geo::{Commune, InseeCode, Lookup, PostalCode, communes};

fn code(text: &str) -> Option<PostalCode> {
    Some(PostalCode::parse(text).expect(text))
}

fn insee(text: &str) -> &'static Commune {
    let insee = InseeCode::parse(text).expect(text);
    communes().by_insee(insee).expect(text)
}

/// What a lookup leads to, in a word and the communes' codes.
fn find(name: &str, postal_code: &str) -> String {
    let postal_code = if postal_code.is_empty() {
        None
    } else {
        code(postal_code)
    };
    let (word, list) = match communes().find(name, postal_code) {
        Lookup::One(commune) => ("one", vec![commune]),
        Lookup::Several(list) => ("several", list),
        Lookup::Former(list) => ("former", list),
        Lookup::PostalCodeMismatch(list) => ("mismatch", list),
        Lookup::Cedex(list) => ("cedex", list),
        Lookup::NameUnknown(list) => ("unknown", list),
    };
    list.iter().fold(word.to_owned(), |text, commune| {
        text + " " + commune.insee().as_str()
    })
}

#[test]
fn communes_are_found_as_people_write_them() {
    for (name, postal_code, expected) in [
        ("Haguenau", "67500", "one 67180"),
        ("haguenau", "", "one 67180"),
        ("LUNEVILLE", "54300", "one 54329"),
        ("Lunéville", "54300", "one 54329"),
        ("Perpignan", "66100", "one 66136"),
        ("Perpignan", "66000", "one 66136"),
        ("L’Haÿ-les-Roses", "94240", "one 94038"),
        ("l'hay les roses", "94240", "one 94038"),
        ("Oeuilly", "51480", "one 51410"),
        ("Œuilly", "02160", "one 02565"),
        ("Y", "80190", "one 80829"),
        ("Ste Marie aux Mines", "68160", "one 68298"),
        ("ST-DENIS", "93200", "one 93066"),
        ("Saint-Denis", "97400", "one 97411"),
        ("Ajaccio", "20000", "one 2A004"),
        ("Bastia", "20200", "one 2B033"),
        ("Bors", "16190", "one 16052"),
        ("Papeete", "98714", "one 98735"),
        ("Saint-Barthélemy", "97133", "one 97701"),
        ("Château-Chinon", "58120", "several 58062 58063"),
    ] {
        assert_eq!(find(name, postal_code), expected, "{name} {postal_code}");
    }
}

#[test]
fn arrondissements_are_told_by_code_or_number() {
    for (name, postal_code, expected) in [
        ("Paris", "75011", "one 75111"),
        ("Paris", "", "one 75056"),
        ("Paris 11", "75011", "one 75111"),
        ("Paris 11e Arrondissement", "75011", "one 75111"),
        ("Paris 16e", "75116", "one 75116"),
        ("Lyon 7e", "69007", "one 69387"),
        ("LYON 7EME ARRONDISSEMENT", "69007", "one 69387"),
        ("Lyon", "69007", "one 69387"),
        ("Marseille 1er", "13001", "one 13201"),
        ("Lyon 7e", "69008", "mismatch 69387"),
        ("Paris", "75021", "cedex 75056"),
    ] {
        assert_eq!(find(name, postal_code), expected, "{name} {postal_code}");
    }
    let eleventh = insee("75111");
    assert_eq!(
        (eleventh.name(), eleventh.city()),
        ("Paris 11e Arrondissement", "Paris")
    );
    assert_eq!(eleventh.whole(), insee("75056"));
    for name in [
        "Paris",
        "paris 11",
        "Paris 11ème",
        "Paris 11e arrondissement",
    ] {
        assert!(eleventh.is_named(name), "{name}");
    }
    assert!(!eleventh.is_named("Paris 12"));
    for (whole, count) in [("75056", 20), ("69123", 9), ("13055", 16), ("67180", 0)] {
        assert_eq!(insee(whole).arrondissements().count(), count);
    }
}

#[test]
fn faults_of_addresses_are_told_apart() {
    for (name, postal_code, expected) in [
        ("Haguenau", "67000", "mismatch 67180"),
        ("Haguenau", "67504", "cedex 67180"),
        ("Haguenau Cedex", "67504", "cedex 67180"),
        ("HAGUENAU CEDEX", "67500", "cedex 67180"),
        ("Lyon Cedex 03", "69421", "cedex 69383"),
        ("Paris Cedex 11", "", "cedex 75111"),
        ("Perpignan", "75011", "mismatch 66136"),
        ("Haguenau", "99999", "mismatch 67180"),
        ("", "67500", "unknown"),
        ("…", "67500", "unknown"),
        ("Zzyzx-les-Bains-du-Nulle-Part", "67500", "unknown"),
        // Merged into others: Arboys en Bugey, Montluel.
        ("Arbignieu", "01300", "former 01015"),
        ("Cordieux", "", "former 01262"),
    ] {
        assert_eq!(find(name, postal_code), expected, "{name} {postal_code}");
    }
    let Lookup::Several(list) = communes().find("Saint-Aubin", None) else {
        panic!("namesakes")
    };
    assert!(list.len() >= 8 && list.iter().all(|commune| commune.is_named("Saint-Aubin")));
    let Lookup::PostalCodeMismatch(list) = communes().find("Saint-Denis", code("93800")) else {
        panic!("mismatch")
    };
    assert_eq!(list[0].insee().as_str(), "93066");
}

#[test]
fn slips_of_the_pen_have_a_near_spelling() {
    for (name, postal_code, expected) in [
        ("Hagueneau", "67500", "67180"),
        ("Hagenau", "67500", "67180"),
        ("Haguenot", "67500", "67180"),
        ("Lunevile", "54300", "54329"),
        ("Perpingan", "66000", "66136"),
        ("Strassbourg", "67000", "67482"),
        ("Havre", "76600", "76351"),
        ("Chalons", "51000", "51108"),
        ("Saint-Aubain", "21190", "21541"),
        ("L'Hay les Rose", "", "94038"),
        ("Mulouse", "", "68224"),
    ] {
        let postal_code = if postal_code.is_empty() {
            None
        } else {
            code(postal_code)
        };
        let Lookup::NameUnknown(nearest) = communes().find(name, postal_code) else {
            panic!("{name} is known")
        };
        assert_eq!(
            nearest[0].insee().as_str(),
            expected,
            "{name}: {:?}",
            nearest[0].name()
        );
        assert!(nearest.len() <= 3);
    }
}

#[test]
fn near_spellings_are_fast() {
    communes().find("Hagueneau", None);
    // Unoptimised code, beside other work, is only kept from what grows with the square.
    let budget = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 5 });
    for name in ["Hagueneau", "Saint-Pierre-de-la-Fagge", "Ab"] {
        let time = || {
            let start = Instant::now();
            assert!(matches!(
                communes().find(name, code("67500")),
                Lookup::NameUnknown(_)
            ));
            start.elapsed()
        };
        let best = (0..5).map(|_| time()).min().expect("five runs");
        println!("{name}: {best:?}");
        assert!(best < budget, "{name}: {best:?}");
    }
}

#[test]
fn every_commune_is_found_by_its_own_name_and_codes() {
    let mut count = 0;
    for commune in communes().iter() {
        assert_eq!(communes().by_insee(commune.insee()), Some(commune));
        assert!(!commune.postal_codes().is_empty(), "{commune:?}");
        for code in commune.postal_codes() {
            count += 1;
            let found = communes().find(commune.name(), Some(*code));
            // A whole city with the code of a part is that part.
            let part = commune
                .arrondissements()
                .find(|part| part.has_postal_code(*code));
            assert_eq!(
                found,
                Lookup::One(part.unwrap_or(commune)),
                "{} {code}",
                commune.name()
            );
            assert!(
                communes()
                    .by_postal_code(*code)
                    .any(|other| other == commune)
            );
        }
        assert!(
            commune.is_named(&commune.name().to_uppercase()),
            "{}",
            commune.name()
        );
    }
    assert_eq!(
        communes()
            .iter()
            .filter(|commune| !commune.is_arrondissement())
            .count(),
        34_963
    );
    assert!(count > 35_000);
}

proptest! {
    #[test]
    fn a_name_survives_what_people_do_to_it(at in 0usize..35_000, letter in 0usize..40) {
        let commune = communes().iter().nth(at).expect("there are more");
        let code = commune.postal_codes().first().copied();
        let plain = commune.name().replace(['-', '\''], " ").to_uppercase();
        let plain = plain.replace("SAINT ", "ST ").replace("SAINTE ", "STE ");
        prop_assert!(commune.is_named(&plain), "{}", plain);
        // A letter twice: still known, or proposed, or a namesake of the pen.
        let mut slip: Vec<char> = commune.name().chars().collect();
        let letter = letter % slip.len();
        slip.insert(letter, slip[letter]);
        let slip: String = slip.into_iter().collect();
        if let Lookup::NameUnknown(nearest) = communes().find(&slip, code) {
            prop_assert!(nearest.iter().any(|near| near.name() == commune.name() || near.has_postal_code(code.unwrap())));
        }
    }
}
