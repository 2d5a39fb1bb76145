//! The languages that a guide is searched in, each with its own analysis.
//!
//! All of them cut and fold alike ([`crate::text::french`]); what differs stands here: which words carry no subject
//! and what is taken off the others. A language that isn't known is analysed as French.
//!
//! | language | words taken out | stems |
//! |---|---|---|
//! | French | its stop words | Snowball's French algorithm on folded words, with exceptions |
//! | German | its own and the French ones | Snowball's German algorithm on folded words: `Mädchen`, `Maedchen` and `Madchen` are one |
//! | English | its own and the French ones; `'s` is cut by the apostrophe | Snowball's English algorithm (Porter2) on folded words |
//! | Arabic | its own and the French ones | a light stemmer: « and », articles, endings |
//!
//! The index of a language holds all records: what isn't translated stays French text in it and is analysed as the
//! language's own, on both sides alike, so that « crèche » and « Krippe » both find it. The modules of the browser
//! client are `themes/guide/recherche/<language>/stem.js` and `words.js`, of which a test compares the stems with
//! these over all words of the content and of a long list.
//!
//! To add a language: its file here, its row in [`Tongue::ALL`], its lexicon in `src/search/grammar/`, its module in
//! the theme (`words.js` is written by `RIBAMBELLE_ECRIRE=1 cargo test --test search`), its list of words in
//! `tests/search/words.rs`, and questions of parents in `tests/search/demonstration/<language>.yml`.

mod arabic;
mod english;
mod german;

use super::french;

/// A language that texts and questions are analysed in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tongue {
    /// French, and whatever has no analysis of its own.
    #[default]
    French,
    /// German.
    German,
    /// English.
    English,
    /// Arabic.
    Arabic,
}

impl Tongue {
    /// All of them, with their codes.
    pub const ALL: [(&str, Tongue); 4] = [
        ("fr", Tongue::French),
        ("de", Tongue::German),
        ("en", Tongue::English),
        ("ar", Tongue::Arabic),
    ];

    /// The analysis of a language by its code.
    pub fn of(code: &str) -> Tongue {
        let known = Tongue::ALL.iter().find(|(known, _)| *known == code);
        known.map_or(Tongue::French, |(_, tongue)| *tongue)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        let known = Tongue::ALL.iter().find(|(_, known)| *known == self);
        known.map_or("fr", |(code, _)| *code)
    }

    /// Whether a folded word carries no subject.
    pub fn is_stop(self, form: &str) -> bool {
        french::is_stop(form) || self.own_stop_words().binary_search(&form).is_ok()
    }

    /// All words that carry no subject, sorted.
    pub fn stop_words(self) -> Vec<&'static str> {
        let mut all: Vec<_> = french::STOP_WORDS.to_vec();
        all.extend(self.own_stop_words());
        all.sort_unstable();
        all.dedup();
        all
    }

    fn own_stop_words(self) -> &'static [&'static str] {
        match self {
            Tongue::French => &[],
            Tongue::German => &german::STOP_WORDS,
            Tongue::English => &english::STOP_WORDS,
            Tongue::Arabic => &arabic::STOP_WORDS,
        }
    }

    /// Whether a stop word may fall out of a phrase without changing what it says: an article, a preposition.
    pub fn is_light(self, form: &str) -> bool {
        let own: &[&str] = match self {
            Tongue::French | Tongue::Arabic => &[],
            Tongue::German => &german::LIGHT,
            Tongue::English => &english::LIGHT,
        };
        own.binary_search(&form).is_ok() || french::LIGHT.binary_search(&form).is_ok()
    }

    /// Folded forms whose stem the algorithm misses, with the stem they are given; sorted.
    pub fn exceptions(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Tongue::French => &french::EXCEPTIONS,
            Tongue::German => &german::EXCEPTIONS,
            Tongue::English => &english::EXCEPTIONS,
            Tongue::Arabic => &[],
        }
    }
}

/// A stemmer of one language, made once and used for many words.
pub struct Stemmer(Kind);

enum Kind {
    French(french::Stemmer),
    Snowball(frostem::Stemmer, Tongue),
    Arabic,
}

impl Stemmer {
    /// Makes a stemmer.
    pub fn new(tongue: Tongue) -> Stemmer {
        let snowball = |algorithm| Kind::Snowball(frostem::Stemmer::new(algorithm), tongue);
        Stemmer(match tongue {
            Tongue::French => Kind::French(french::Stemmer::new()),
            Tongue::German => snowball(frostem::Algorithm::German),
            Tongue::English => snowball(frostem::Algorithm::English),
            Tongue::Arabic => Kind::Arabic,
        })
    }

    /// The stem of a folded word. A word with a digit, or of less than three letters, is its own.
    pub fn stem(&self, form: &str) -> String {
        let (stemmer, tongue) = match &self.0 {
            Kind::French(stemmer) => return stemmer.stem(form),
            Kind::Arabic => return arabic::stem(form),
            Kind::Snowball(stemmer, tongue) => (stemmer, tongue),
        };
        let exceptions = tongue.exceptions();
        if let Ok(at) = exceptions.binary_search_by(|(exception, _)| exception.cmp(&form)) {
            return exceptions[at].1.to_owned();
        }
        if form.len() < 3 || !form.bytes().all(|b| b.is_ascii_lowercase()) {
            return form.to_owned();
        }
        stemmer.stem(form).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::french::fold;

    #[test]
    fn lists_are_sorted_and_folded() {
        for (code, tongue) in Tongue::ALL {
            let own = tongue.own_stop_words();
            assert!(own.windows(2).all(|pair| pair[0] < pair[1]), "{code}");
            assert!(own.iter().all(|word| fold(word) == *word), "{code}");
            let exceptions = tongue.exceptions();
            assert!(exceptions.windows(2).all(|pair| pair[0].0 < pair[1].0));
            assert_eq!(Tongue::of(code), tongue);
            assert_eq!(tongue.code(), code);
        }
        for list in [&german::LIGHT[..], &english::LIGHT] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (tongue, family) in [
            (Tongue::German, &["Mädchen", "Maedchen", "Madchen"][..]),
            (Tongue::German, &["Krabbelgruppe", "Krabbelgruppen"]),
            (Tongue::German, &["Spielplatz", "Spielplatzes"]),
            (Tongue::German, &["Straße", "Strasse", "Straßen"]),
            (Tongue::German, &["crèche", "crèches"]),
            (Tongue::English, &["playgroup", "playgroups"]),
            (Tongue::English, &["nursery", "nurseries"]),
            (Tongue::English, &["childminder", "childminders"]),
            (Tongue::English, &["feed", "feeding", "feeds"]),
            (Tongue::English, &["crèche", "creches"]),
        ] {
            let stemmer = Stemmer::new(tongue);
            let stems: Vec<String> = family
                .iter()
                .map(|word| stemmer.stem(&fold(word)))
                .collect();
            assert!(
                stems.windows(2).all(|pair| pair[0] == pair[1]),
                "{family:?} {stems:?}"
            );
        }
    }
}
