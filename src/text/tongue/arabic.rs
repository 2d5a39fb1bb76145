//! Arabic: a light stemmer, and what carries no subject.
//!
//! Folding has already taken short vowels and tatweel off and written all forms of alef, ta marbuta and alef maqsura
//! alike ([`fold`](crate::text::french::fold)). What is left is the algorithm known as *light10* (Larkey, Ballesteros
//! and Connell, 2002): « and », then one article, alone or behind a preposition, then endings, each only where enough
//! of the word remains. It knows nothing of roots and broken plurals.

/// « And » before a word: taken off where three letters remain.
const AND: char = 'و';
/// The article, alone and behind prepositions: one is taken off where two letters remain.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
/// Endings, taken off one after the other where two letters remain.
const ENDINGS: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// The stem of a folded word: light10 for Arabic letters; of Latin ones, what number adds is taken off.
pub(super) fn stem(form: &str) -> String {
    let letters = |text: &str| text.chars().count();
    if form.bytes().all(|byte| byte.is_ascii_lowercase()) {
        let one = form.strip_suffix(['s', 'x']).unwrap_or(form);
        let one = one.strip_suffix('e').unwrap_or(one);
        return if one.len() < 3 { form } else { one }.to_owned();
    }
    let mut word = form;
    if let Some(rest) = word.strip_prefix(AND).filter(|rest| letters(rest) >= 3) {
        word = rest;
    }
    let bare = ARTICLES.iter().find_map(|article| {
        let rest = word.strip_prefix(article)?;
        (letters(rest) >= 2).then_some(rest)
    });
    word = bare.unwrap_or(word);
    for ending in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| letters(rest) >= 2) {
            word = rest;
        }
    }
    word.to_owned()
}

/// Folded words that carry no subject, beside those of French; sorted.
pub(super) const STOP_WORDS: [&str; 83] = [
    "ابحث",
    "احتاج",
    "اذا",
    "اريد",
    "التي",
    "الذي",
    "الذين",
    "السلام",
    "الي",
    "ان",
    "انا",
    "انت",
    "انتم",
    "او",
    "ايضا",
    "اين",
    "بالقرب",
    "بعد",
    "بعض",
    "بين",
    "تكون",
    "تلك",
    "توجد",
    "ثم",
    "حتي",
    "حول",
    "ذلك",
    "شكرا",
    "علي",
    "عليكم",
    "عمر",
    "عمره",
    "عمرها",
    "عن",
    "عند",
    "عندي",
    "غير",
    "في",
    "قبل",
    "قد",
    "قرب",
    "قريب",
    "كان",
    "كانت",
    "كل",
    "كيف",
    "لا",
    "لان",
    "لدي",
    "لدينا",
    "لكم",
    "لكن",
    "لم",
    "لن",
    "لنا",
    "له",
    "لها",
    "لهم",
    "لهن",
    "لي",
    "ما",
    "ماذا",
    "متي",
    "مثل",
    "مرحبا",
    "مع",
    "من",
    "نبحث",
    "نحتاج",
    "نحن",
    "نريد",
    "هذا",
    "هذه",
    "هل",
    "هم",
    "هنا",
    "هناك",
    "هو",
    "هي",
    "و",
    "يا",
    "يكون",
    "يوجد",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::french::fold;

    #[test]
    fn articles_and_endings_are_taken_off() {
        for family in [
            &["الحَضَانَة", "حضانة", "والحضانات", "للحضانة"][..],
            &["الرضاعة", "رضاعـــة", "بالرضاعة"],
            &["أطفال", "الأطفال", "والأطفال", "اطفال"],
            &["ateliers", "atelier"],
            &["crèches", "crèche"],
        ] {
            let stems: Vec<String> = family.iter().map(|word| stem(&fold(word))).collect();
            assert!(
                stems.windows(2).all(|pair| pair[0] == pair[1]),
                "{family:?} {stems:?}"
            );
        }
        // One letter would be left.
        assert_eq!(stem("الف"), "الف");
    }
}
