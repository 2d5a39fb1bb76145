//! The small sound guide around every case, and the keys that a record can't do without.

const VERIFIED: &str = "verifie: {le: 2026-11-01, comment: telephone}";

/// A guide without a fault: a partner, a territory, a place, an action.
pub(crate) fn small_guide() -> Vec<(String, Vec<u8>)> {
    let files = [
        ("guide.yml", "nom: Guide d'essai\nterritoire: haguenau\nurl: https://guide.example.org/\nediteur: caf\n".to_owned()),
        ("partenaires/asso.yml", "titre: Une association d'essai\ntype: association\n".to_owned()),
        ("partenaires/caf.yml", "titre: Caf du Bas-Rhin\ntype: caf\n".to_owned()),
        ("territoires/haguenau.yml", "nom: Haguenau\nniveau: commune\ninsee: \"67180\"\n".to_owned()),
        ("lieux/salle.yml", format!("titre: Salle des fêtes\nresume: Une salle claire près de la gare.\ntype: salle-communale\nadresse: {{voie: 1 rue des Essais, code_postal: 67500, commune: Haguenau}}\n{VERIFIED}\n")),
        ("actions/cafe.md", format!("---\ntitre: Café des parents\nresume: Un café pour parler entre parents.\nthemes: [ecole]\nporteurs: [caf]\nlieu: salle\n{VERIFIED}\n---\nVenez comme vous êtes.\n")),
    ];
    files
        .into_iter()
        .map(|(path, text)| (format!("content/{path}"), text.into_bytes()))
        .collect()
}

/// Adds the required keys of a record's kind that a text leaves out, after what it says.
///
/// Gives the text, the line after which they stand, and how many lines they are.
pub(crate) fn required_keys(path: &str, text: &str) -> (String, usize, usize) {
    let path = path.strip_prefix("content/").unwrap_or(path);
    let folder = path.split_once('/').map_or(path, |(folder, _)| folder);
    let mut missing = String::new();
    for line in keys(folder) {
        let key = line.split(':').next().unwrap();
        let is_there = |key: &str| {
            text.trim_start_matches('\u{feff}').lines().any(|line| {
                line.strip_prefix(key)
                    .is_some_and(|rest| rest.starts_with(':'))
            })
        };
        let elsewhere = key == "lieu"
            && [
                "adresse",
                "lieux",
                "etapes",
                "adresse_confidentielle",
                "mode",
            ]
            .iter()
            .any(|key| is_there(key));
        let elsewhere = elsewhere || (key == "duree_mois" && is_there("duree"));
        let needs_no_address = key == "adresse"
            && (text.contains("hebergement-protege")
                || text.contains("adresse_confidentielle")
                || text.contains("en-ligne"));
        if !is_there(key) && !elsewhere && !needs_no_address {
            missing.push_str(line);
            missing.push('\n');
        }
    }
    if !path.ends_with(".md") {
        let gap = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        return (format!("{text}{gap}{missing}"), usize::MAX, 0);
    }
    let Some(rest) = text.strip_prefix("---\n") else {
        return (text.to_owned(), usize::MAX, 0);
    };
    match rest.find("---\n") {
        Some(end) => {
            let filled = format!("---\n{}{missing}{}", &rest[..end], &rest[end..]);
            let after = 1 + rest[..end].matches('\n').count();
            (filled, after, missing.matches('\n').count())
        }
        None => (text.to_owned(), usize::MAX, 0),
    }
}

fn keys(folder: &str) -> &'static [&'static str] {
    match folder {
        "actions" => &[
            "titre: Un atelier d'essai",
            "resume: Une phrase assez longue pour un parent.",
            "themes: [sommeil]",
            "porteurs: [caf]",
            "lieu: salle",
            VERIFIED,
        ],
        "laep" => &[
            "titre: La Marelle d'essai",
            "resume: Une phrase assez longue pour un parent.",
            "gestionnaire: caf",
            "lieu: salle",
            VERIFIED,
        ],
        "ram" => &[
            "titre: Le relais d'essai",
            "resume: Une phrase assez longue pour un parent.",
            "gestionnaire: caf",
            "communes: [67180]",
            "lieu: salle",
            VERIFIED,
        ],
        "lieux" => &[
            "titre: Un lieu d'essai",
            "resume: Une phrase assez longue pour un parent.",
            "type: salle-communale",
            "adresse: {voie: 2 rue des Essais, code_postal: 67500, commune: Haguenau}",
            VERIFIED,
        ],
        "partenaires" => &["titre: Une association d'essai", "type: association"],
        "conventions" => &[
            "titre: Une convention d'essai",
            "type: mise-a-disposition",
            "parties: [caf, asso]",
            "objet: Des salles pour les parents.",
            "signee_le: 2026-01-05",
            "debut: 2026-01-01",
            "duree_mois: 12",
        ],
        "territoires" => &["nom: Un territoire d'essai", "niveau: groupement"],
        "plans" => &["titre: Un plan d'essai", "territoire: haguenau"],
        "pages" => &[
            "titre: Un article d'essai",
            "resume: Une phrase assez longue pour un parent.",
        ],
        "guide.yml" => &[
            "nom: Guide d'essai",
            "territoire: haguenau",
            "url: https://guide.example.org/",
            "editeur: caf",
        ],
        _ => &[],
    }
}
