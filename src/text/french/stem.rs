//! Stemming of folded words.

use frostem::Algorithm;

/// Folded forms whose stem the algorithm misses, with the stem they are given; sorted.
pub const EXCEPTIONS: [(&str, &str); 63] = [
    ("affectation", "affectation"),
    ("affectations", "affectation"),
    ("aidant", "aidant"),
    ("aidante", "aidant"),
    ("aidantes", "aidant"),
    ("aidants", "aidant"),
    ("animal", "animal"),
    ("animaux", "animal"),
    ("carie", "carie"),
    ("caries", "carie"),
    ("colos", "colo"),
    ("console", "console"),
    ("consoles", "console"),
    ("couche", "couche"),
    ("couches", "couche"),
    ("crevasse", "crevass"),
    ("crevasses", "crevass"),
    ("departement", "departement"),
    ("departements", "departement"),
    ("detention", "detention"),
    ("france", "france"),
    ("grandir", "grandir"),
    ("habitant", "habitant"),
    ("habitants", "habitant"),
    ("jeu", "jeu"),
    ("jeux", "jeu"),
    ("jumeau", "jumel"),
    ("jumeaux", "jumel"),
    ("jumelle", "jumel"),
    ("jumelles", "jumel"),
    ("mamie", "mamie"),
    ("mamies", "mamie"),
    ("mere", "mere"),
    ("meres", "mere"),
    ("nourrisson", "nourrisson"),
    ("nourrissons", "nourrisson"),
    ("papa", "papa"),
    ("papas", "papa"),
    ("papi", "papi"),
    ("papier", "papier"),
    ("papiers", "papier"),
    ("papis", "papi"),
    ("papy", "papi"),
    ("pete", "peter"),
    ("peter", "peter"),
    ("place", "place"),
    ("places", "place"),
    ("poli", "poli"),
    ("polie", "poli"),
    ("portable", "portable"),
    ("portables", "portable"),
    ("refuge", "refuge"),
    ("refuges", "refuge"),
    ("repas", "repas"),
    ("repit", "repit"),
    ("repits", "repit"),
    ("russe", "russe"),
    ("russes", "russe"),
    ("saisie", "saisie"),
    ("saisies", "saisie"),
    ("st", "saint"),
    ("ste", "saint"),
    ("yeux", "yeux"),
];

/// A French stemmer, made once and used for many words.
pub struct Stemmer(frostem::Stemmer);

impl Stemmer {
    /// Makes a stemmer.
    pub fn new() -> Stemmer {
        Stemmer(frostem::Stemmer::new(Algorithm::French))
    }

    /// The stem of a folded word; see [`stem`].
    pub fn stem(&self, form: &str) -> String {
        if let Ok(at) = EXCEPTIONS.binary_search_by(|(exception, _)| exception.cmp(&form)) {
            return EXCEPTIONS[at].1.to_owned();
        }
        if form.len() < 3 || !form.bytes().all(|b| b.is_ascii_lowercase()) {
            return form.to_owned();
        }
        self.0.stem(&regular(form)).into_owned()
    }
}

impl Default for Stemmer {
    fn default() -> Stemmer {
        Stemmer::new()
    }
}

/// The stem of one folded word: what number, gender and conjugation leave.
///
/// A word with a digit, a letter beyond `a`–`z` or less than three letters is its own stem.
///
/// ```
/// # use ribambelle::text::french::stem;
/// assert_eq!(stem("infirmieres"), stem("infirmier"));
/// ```
pub fn stem(form: &str) -> String {
    Stemmer::new().stem(form)
}

/// Writes endings that Snowball knows by their accents in a way it knows without: `ée` as `e`, `ière` as `ier`.
fn regular(form: &str) -> String {
    let (base, plural) = match form.strip_suffix('s') {
        Some(base) => (base, "s"),
        None => (form, ""),
    };
    let shorter = match base {
        base if base.ends_with("iere") => &base[..base.len() - 1],
        base if base.ends_with("ee") && base.len() > 4 => &base[..base.len() - 1],
        base => base,
    };
    format!("{shorter}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for family in [
            &["atelier", "ateliers"][..],
            &[
                "allaiter",
                "allaitement",
                "allaite",
                "allaitee",
                "allaitees",
            ],
            &["premier", "premiere", "premieres"],
            &["separe", "separes", "separee"],
            &["saint", "sainte", "st"],
        ] {
            let stems: Vec<String> = family.iter().map(|form| stem(form)).collect();
            assert!(
                stems.windows(2).all(|pair| pair[0] == pair[1]),
                "{family:?} {stems:?}"
            );
        }
    }

    #[test]
    fn short_words_and_numbers_stay() {
        for form in ["67500", "an", "a3s", "لقاء", ""] {
            assert_eq!(stem(form), form);
        }
    }
}
