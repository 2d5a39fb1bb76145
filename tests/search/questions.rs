//! Questions about a generated guide.

use jiff::civil::date;
use ribambelle::search::{Attribute, Facet, Near, Options, Order};

use super::generate::{Guide, KINDS, Seed, THEMES};

/// Questions about a guide: words of its documents, places, kinds, days, ages, prices, alone and together.
pub(crate) fn questions(guide: &Guide, count: usize) -> Vec<(String, Options)> {
    let mut seed = Seed::new(99);
    (0..count)
        .map(|_| (question(&mut seed, guide), options(&mut seed)))
        .collect()
}

fn question(seed: &mut Seed, guide: &Guide) -> String {
    let mut parts = Vec::new();
    for _ in 0..1 + seed.below(3) {
        let document = &guide.documents[seed.below(guide.documents.len())];
        let commune = &guide.settings.communes[seed.below(guide.settings.communes.len())];
        parts.push(match seed.below(11) {
            0 => document.title.clone(),
            1 => document
                .body
                .split(' ')
                .nth(seed.below(150))
                .unwrap_or("atelier")
                .to_owned(),
            2 => THEMES[seed.below(THEMES.len())].2[0].to_owned(),
            3 => KINDS[seed.below(KINDS.len())].2[0].to_lowercase(),
            4 => commune.name.clone(),
            5 => commune.postal_codes[0].clone(),
            6 => seed
                .pick(&[
                    "samedi matin",
                    "mercredi",
                    "le week-end",
                    "soir",
                    "weekend après-midi",
                    "vacances",
                ])
                .to_owned(),
            7 => seed
                .pick(&[
                    "2 ans",
                    "10 mois",
                    "6 semaines",
                    "trois ans",
                    "12 ans",
                    "3 jours",
                ])
                .to_owned(),
            8 => seed
                .pick(&["gratuit", "gratuits", "fauteuil", "handicapé", "en arabe"])
                .to_owned(),
            9 => seed
                .pick(&[
                    "nounou",
                    "pre",
                    "caf",
                    "café",
                    "clas",
                    "bébé ne dort pas",
                    "qui peut m'aider",
                ])
                .to_owned(),
            _ => seed
                .pick(&[
                    "Bas-Rhin",
                    "54",
                    "près de",
                    "l’accueil",
                    "ateliers",
                    "zzyzx",
                ])
                .to_owned(),
        });
    }
    parts.join(" ")
}

fn options(seed: &mut Seed) -> Options {
    let mut options = Options::default();
    let laep = Attribute::new(Facet::Kind, "laep");
    match seed.below(12) {
        0 => options.limit = 50,
        1 => options.offset = 7,
        2 => options.filters = vec![laep, Attribute::new(Facet::Price, "gratuit")],
        3 => options.filters = vec![laep, Attribute::new(Facet::Kind, "actions")],
        4 => {
            options.without = vec![
                "k:laep".to_owned(),
                "t:massage-bebe".to_owned(),
                "d:6".to_owned(),
            ]
        }
        5 => options.except = vec![laep, Attribute::new(Facet::Theme, "massage-bebe")],
        6 => {
            options.filters = vec![
                Attribute::new(Facet::Band, "1-3-ans"),
                Attribute::new(Facet::Day, "3"),
            ]
        }
        7 => options.order = Order::Distance(None),
        8 => options.order = Order::Distance(Some(Near::Point(48.58, 7.75))),
        9 => options.order = Order::Date(date(2025, 11, 10)),
        _ => {}
    }
    options
}
