//! French.

use super::Lexicon;

pub(super) const LEXICON: Lexicon = Lexicon {
    days: &[
        ("lundi", &[1]),
        ("mardi", &[2]),
        ("mercredi", &[3]),
        ("jeudi", &[4]),
        ("vendredi", &[5]),
        ("samedi", &[6]),
        ("dimanche", &[7]),
        ("weekend", &[6, 7]),
    ],
    parts: &[
        ("matin", "matin"),
        ("matinee", "matin"),
        ("midi", "apres-midi"),
        ("aprem", "apres-midi"),
        ("soir", "soir"),
        ("soiree", "soir"),
    ],
    pairs: &[("week end", "weekend"), ("apres midi", "midi")],
    numbers: &[
        ("deux", 2),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("six", 6),
        ("sept", 7),
        ("huit", 8),
        ("neuf", 9),
        ("dix", 10),
        ("onze", 11),
        ("douze", 12),
    ],
    units: &[
        ("an", 12, 1),
        ("annee", 12, 1),
        ("mois", 1, 1),
        ("semaine", 3, 13),
        ("jour", 1, 31),
    ],
    children: &[
        "age", "agee", "ages", "enfant", "enfants", "fille", "fils", "garcon",
    ],
    holidays: &["vacances"],
    free: &["gratuit", "gratuite", "gratuitement"],
};
