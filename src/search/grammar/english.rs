//! English.

use super::Lexicon;

pub(super) const LEXICON: Lexicon = Lexicon {
    days: &[
        ("monday", &[1]),
        ("tuesday", &[2]),
        ("wednesday", &[3]),
        ("thursday", &[4]),
        ("friday", &[5]),
        ("saturday", &[6]),
        ("sunday", &[7]),
        ("weekend", &[6, 7]),
    ],
    parts: &[
        ("morning", "matin"),
        ("noon", "apres-midi"),
        ("lunchtime", "apres-midi"),
        ("afternoon", "apres-midi"),
        ("evening", "soir"),
    ],
    pairs: &[("week end", "weekend")],
    numbers: &[
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
    ],
    units: &[
        ("year", 12, 1),
        ("yr", 12, 1),
        ("yo", 12, 1),
        ("month", 1, 1),
        ("mth", 1, 1),
        ("mo", 1, 1),
        ("week", 3, 13),
        ("wk", 3, 13),
        ("day", 1, 31),
    ],
    children: &[
        "age", "aged", "baby", "boy", "child", "children", "daughter", "girl", "kid", "kids",
        "son", "toddler",
    ],
    holidays: &["holiday", "holidays", "vacation"],
    free: &["free"],
};
