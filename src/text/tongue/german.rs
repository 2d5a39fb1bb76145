//! German: what carries no subject, what the stemmer misses.

/// Folded words that carry no subject, beside those of French; sorted. Umlauts are there as `u` and as `ue`.
pub(super) const STOP_WORDS: [&str; 201] = [
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "alt", "am", "an", "andere",
    "anderem", "anderen", "anderer", "anderes", "auch", "auf", "aus", "bei", "beim", "bin", "bis",
    "bist", "bitte", "brauche", "brauchen", "da", "dabei", "damit", "danke", "dann", "das", "dass",
    "dein", "deine", "deinem", "deinen", "deiner", "dem", "den", "denn", "der", "des", "dessen",
    "dich", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "dir", "doch", "dort",
    "du", "durch", "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "etwas", "euch",
    "euer", "eure", "finde", "finden", "fuer", "fur", "gegen", "geht", "gern", "gibt", "gibts",
    "guten", "habe", "haben", "hallo", "hat", "hatte", "hatten", "hier", "hin", "hinter", "ich",
    "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "im", "in", "ins",
    "irgendwo", "ist", "ja", "jede", "jedem", "jeden", "jeder", "jedes", "jemand", "kann",
    "kannst", "koennen", "koennte", "konnen", "konnte", "man", "mein", "meine", "meinem", "meinen",
    "meiner", "meines", "mich", "mir", "mit", "mochte", "moechte", "muessen", "muss", "mussen",
    "nach", "naehe", "nah", "nahe", "nahebei", "neben", "nicht", "noch", "nur", "ob", "oder",
    "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seines", "seit", "sich", "sie", "sind",
    "so", "soll", "sollen", "sollte", "sowie", "suche", "suchen", "tun", "uber", "ueber", "um",
    "und", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unter", "vom", "von", "vor",
    "wann", "war", "warum", "was", "weil", "welche", "welchem", "welchen", "welcher", "welches",
    "wenn", "wer", "werden", "wie", "wieder", "will", "wir", "wird", "wo", "wohin", "wollen", "zu",
    "zum", "zur", "zwischen",
];

/// Folded forms whose stem the algorithm misses, with the stem they are given; sorted.
pub(super) const EXCEPTIONS: [(&str, &str); 5] = [
    ("ados", "ado"),
    ("bebe", "bebe"),
    ("bebes", "bebe"),
    ("st", "saint"),
    ("ste", "saint"),
];

/// Stop words without which a phrase says what it says with them; sorted.
pub(super) const LIGHT: [&str; 32] = [
    "am", "an", "auf", "aus", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem",
    "einen", "einer", "fuer", "fur", "ihr", "ihre", "im", "in", "mein", "meine", "meinem",
    "meinen", "mit", "und", "vom", "von", "zu", "zum", "zur",
];
