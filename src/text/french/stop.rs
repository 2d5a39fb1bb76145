//! Words that carry no subject.

/// Folded words that neither index nor question keep, sorted; single letters come on top.
///
/// Elisions are here as the words they leave (`qu`, `jusqu`): an apostrophe cuts.
/// What a parent writes around the subject (`cherche`, `près`, `trouver`) is here too.
pub const STOP_WORDS: [&str; 184] = [
    "afin",
    "ai",
    "aie",
    "aient",
    "aimerais",
    "aimerait",
    "aimerions",
    "ainsi",
    "alors",
    "as",
    "au",
    "aucun",
    "aucune",
    "aupres",
    "aussi",
    "autour",
    "autre",
    "autres",
    "aux",
    "avait",
    "avec",
    "avez",
    "avoir",
    "avons",
    "besoin",
    "bonjour",
    "car",
    "ce",
    "ceci",
    "cela",
    "celle",
    "celles",
    "celui",
    "ces",
    "cet",
    "cette",
    "ceux",
    "chaque",
    "cherche",
    "chercher",
    "chez",
    "chose",
    "choses",
    "combien",
    "comme",
    "comment",
    "connaissez",
    "cote",
    "dans",
    "de",
    "depuis",
    "des",
    "dois",
    "doit",
    "donc",
    "dont",
    "du",
    "elle",
    "elles",
    "en",
    "encore",
    "entre",
    "environ",
    "es",
    "est",
    "et",
    "etait",
    "etes",
    "etre",
    "eu",
    "eux",
    "existe",
    "faire",
    "fait",
    "faut",
    "font",
    "ici",
    "il",
    "ils",
    "je",
    "jusqu",
    "jusque",
    "la",
    "laquelle",
    "le",
    "lequel",
    "les",
    "lesquels",
    "leur",
    "leurs",
    "lors",
    "lorsqu",
    "lorsque",
    "lui",
    "ma",
    "mais",
    "me",
    "merci",
    "mes",
    "moi",
    "moins",
    "mon",
    "ne",
    "ni",
    "nos",
    "notre",
    "nous",
    "on",
    "ont",
    "or",
    "ou",
    "par",
    "parce",
    "pas",
    "pendant",
    "peu",
    "peut",
    "peuvent",
    "plus",
    "plusieurs",
    "pour",
    "pourquoi",
    "pouvez",
    "pres",
    "proche",
    "proches",
    "puis",
    "puisqu",
    "puisque",
    "qu",
    "quand",
    "que",
    "quel",
    "quelle",
    "quelles",
    "quelque",
    "quelques",
    "quels",
    "qui",
    "quoi",
    "quoiqu",
    "quoique",
    "sa",
    "savoir",
    "se",
    "sera",
    "ses",
    "si",
    "soit",
    "sommes",
    "son",
    "sont",
    "souhaite",
    "souhaiterais",
    "suis",
    "sur",
    "ta",
    "te",
    "tes",
    "toi",
    "ton",
    "tous",
    "tout",
    "toute",
    "toutes",
    "tres",
    "trouve",
    "trouver",
    "tu",
    "un",
    "une",
    "va",
    "vais",
    "vers",
    "veut",
    "veux",
    "voici",
    "voila",
    "vos",
    "votre",
    "voudrais",
    "voudrait",
    "voudrions",
    "vous",
];

/// Stop words without which a phrase says what it says with them, sorted: articles, what belongs to whom.
pub const LIGHT: [&str; 22] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "l", "la", "le", "les", "ma", "mes", "mon",
    "nos", "notre", "sa", "ses", "son", "un", "une",
];

/// Whether a folded word carries no subject.
pub fn is_stop(form: &str) -> bool {
    let letter = form.len() == 1 && form.as_bytes()[0].is_ascii_lowercase();
    letter || STOP_WORDS.binary_search(&form).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_folded() {
        assert!(STOP_WORDS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            STOP_WORDS
                .iter()
                .all(|word| super::super::fold(word) == *word)
        );
    }

    #[test]
    fn elisions_and_letters_stop_and_subjects_stay() {
        assert!(
            ["l", "qu", "jusqu", "d", "est"]
                .iter()
                .all(|word| is_stop(word))
        );
        assert!(
            ["sans", "an", "2", "caf", "bebe"]
                .iter()
                .all(|word| !is_stop(word))
        );
    }
}
