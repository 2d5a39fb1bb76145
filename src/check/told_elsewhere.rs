//! What is told where a file or a value is read, documented beside the checks.

use super::{Check, Words};

/// The faults that reading tells, by what they have in common.
pub(super) const ALL: &[&Check] = &[
    &YAML,
    &KEYS,
    &VALUES,
    &ORDER,
    &HOURS,
    &TEXTS,
    &THEME,
    &RECORD_FILES,
    &READING,
    &GUIDE,
    &PAGES,
];

const YAML: Check = Check {
    codes: &[
        "yaml-syntax",
        "yaml-anchor",
        "yaml-alias",
        "yaml-tag",
        "yaml-merge",
        "yaml-key",
        "cut-text",
        "several-documents",
        "nested-too-deep",
        "list-too-long",
        "missing-front-matter",
        "two-bodies",
    ],
    title: Words {
        fr: "L'entête ne se lit pas",
        en: "The front matter can't be read",
    },
    docs: Words {
        fr: "Trouve un guillemet ouvert, un retrait de travers, un « : » de trop, un entête sans ses lignes « --- », et ce que YAML permet mais que le guide n'accepte pas (ancres, alias, étiquettes) ; entre accolades, un texte sans guillemets qu'une virgule coupe en deux.\nUne fiche qui ne se lit pas n'est pas publiée : les familles ne la voient plus.\nCorrigez la ligne montrée ou celle d'avant ; mettez entre guillemets un texte qui contient « : ».",
        en: "Finds an open quote, a wrong indentation, one “:” too many, a front matter without its “---” lines, and what YAML allows but the guide does not (anchors, aliases, tags); between braces, a text without quotes that a comma cuts in two.\nA record that can't be read is not published: families no longer see it.\nCorrect the line shown or the one before; put a text that holds “:” in quotes.",
    },
    run: &[],
};

const KEYS: Check = Check {
    codes: &["unknown-key", "duplicate-key", "wrong-type"],
    title: Words {
        fr: "Une clé inconnue, en double, ou d'un autre type",
        en: "A key that is unknown, written twice, or of another type",
    },
    docs: Words {
        fr: "Trouve les clés que le guide ne connaît pas, écrites deux fois, ou dont la valeur n'est pas de la sorte attendue (un texte, une liste, true ou false…).\nCe qui est écrit sous une clé inconnue n'est montré à personne.\nPrenez l'orthographe proposée, ou regardez les clés possibles dans le message.",
        en: "Finds keys that the guide does not know, that are written twice, or whose value is not of the kind expected (a text, a list, true or false…).\nWhat stands under an unknown key is shown to nobody.\nTake the spelling proposed, or look at the keys allowed in the message.",
    },
    run: &[],
};

const VALUES: Check = Check {
    codes: &[
        "bad-age",
        "bad-amount",
        "bad-date",
        "bad-email",
        "bad-insee",
        "bad-phone",
        "bad-postal-code",
        "bad-share",
        "bad-slug",
        "bad-time",
        "bad-url",
        "text-too-short",
        "text-too-long",
        "insecure-url",
        "foreign-phone",
        "position-off-earth",
        "partial-verification-date",
        "missing-alt",
        "two-prices",
        "value-or-reason",
        "review-year",
        "step-place",
    ],
    title: Words {
        fr: "Une valeur est mal écrite",
        en: "A value is badly written",
    },
    docs: Words {
        fr: "Trouve les dates, heures, montants, âges, téléphones, courriels, adresses web et textes qui ne sont pas de la bonne forme.\nUn numéro faux ne répond pas ; une date illisible n'entre dans aucun agenda.\nÉcrivez la valeur comme l'exemple du message la montre.",
        en: "Finds dates, times, amounts, ages, telephones, e-mail and web addresses and texts of the wrong form.\nA wrong number does not answer; a date that can't be read is in no agenda.\nWrite the value as the message's example shows.",
    },
    run: &[],
};

const ORDER: Check = Check {
    codes: &[
        "end-before-start",
        "reversed-ages",
        "reversed-scale",
        "wrong-sum",
        "part-above-whole",
        "bad-length",
        "unknown-line",
    ],
    title: Words {
        fr: "Deux valeurs se contredisent",
        en: "Two values contradict each other",
    },
    docs: Words {
        fr: "Trouve une fin avant son début, un âge ou un barème à l'envers, une somme fausse, une partie plus grande que le tout.\nUne famille viendrait à une heure qui n'existe pas.\nÉchangez les deux valeurs, ou corrigez celle qui est fausse.",
        en: "Finds an end before its start, ages or a scale the wrong way round, a wrong sum, a part above its whole.\nA family would come at an hour that does not exist.\nSwap the two values, or correct the wrong one.",
    },
    run: &[],
};

const HOURS: Check = Check {
    codes: &[
        "doubtful-hours",
        "doubtful-recurrence",
        "understood-hours",
        "overlapping-hours",
        "mixed-weeks",
        "unknown-day",
        "session-date",
        "two-statuses",
        "recurrence-too-long",
    ],
    title: Words {
        fr: "Les horaires laissent un doute",
        en: "The hours leave a doubt",
    },
    docs: Words {
        fr: "Trouve les horaires et récurrences que l'on peut lire de deux façons, qui se recouvrent, ou qui n'ont pas de jour ; montre aussi (note) ce qui a été compris d'un texte.\nUn horaire douteux envoie une famille devant une porte fermée.\nVérifiez ce qui est compris, ou prenez la forme proposée : jours, de, a.",
        en: "Finds hours and recurrences that can be read in two ways, overlap, or have no day; shows too (note) what was understood of a text.\nDoubtful hours send a family to a closed door.\nCheck what was understood, or take the form proposed: jours, de, a.",
    },
    run: &[],
};

const TEXTS: Check = Check {
    codes: &[
        "raw-html",
        "forbidden-link",
        "undefined-reference",
        "foreign-image",
        "heading-order",
        "missing-words",
        "duplicate-anchor",
    ],
    title: Words {
        fr: "Le texte contient ce qu'une page ne peut pas montrer",
        en: "The text holds what a page can't show",
    },
    docs: Words {
        fr: "Trouve du HTML, des liens qui ne mènent ni à une fiche ni à un site, des images d'ailleurs, des intertitres qui sautent un niveau, deux ancres du même nom.\nUn lecteur d'écran se perd dans des titres en désordre ; une image d'ailleurs suit la famille à la trace.\nÉcrivez en Markdown simple, comme l'exemple du message.",
        en: "Finds HTML, links that lead neither to a record nor to a site, images from elsewhere, headings that skip a level, two anchors of one name.\nA screen reader gets lost in disordered headings; an image from elsewhere tracks the family.\nWrite plain Markdown, as the message's example shows.",
    },
    run: &[],
};

const RECORD_FILES: Check = Check {
    codes: &[
        "bad-file-name",
        "duplicate-slug",
        "misplaced-file",
        "sub-folder",
        "unknown-folder",
        "yaml-ending",
    ],
    title: Words {
        fr: "Un fichier est mal nommé ou mal rangé",
        en: "A file is badly named or in the wrong place",
    },
    docs: Words {
        fr: "Trouve les fichiers hors de leur dossier, aux noms avec accents ou majuscules, en .yaml, ou deux fois sous le même nom.\nUn fichier mal rangé n'est sur aucune page.\nRenommez-le ou déplacez-le comme le message le propose.",
        en: "Finds files out of their folder, with accents or capitals in their names, ending in .yaml, or twice under one name.\nA file in the wrong place is on no page.\nRename or move it as the message proposes.",
    },
    run: &[],
};

const READING: Check = Check {
    codes: &[
        "changed-file",
        "dead-link",
        "file-too-large",
        "hidden-character",
        "link-out-of-content",
        "not-a-file",
        "not-utf8",
        "nul-character",
        "old-line-breaks",
        "unreadable-file",
    ],
    title: Words {
        fr: "Un fichier ne se lit pas",
        en: "A file can't be read",
    },
    docs: Words {
        fr: "Trouve les fichiers qui ne sont pas du texte en UTF-8, trop gros, illisibles, changés pendant la construction, ou qui sont des liens hors du dossier.\nCe qui ne se lit pas n'est pas publié.\nEnregistrez le fichier de nouveau en UTF-8, ou remplacez le lien par le fichier lui-même.",
        en: "Finds files that are not UTF-8 text, too large, unreadable, changed during the build, or links out of the folder.\nWhat can't be read is not published.\nSave the file again as UTF-8, or replace the link by the file itself.",
    },
    run: &[],
};

const GUIDE: Check = Check {
    codes: &[
        "missing-guide",
        "unknown-contract",
        "unknown-list",
        "closed-list",
    ],
    title: Words {
        fr: "Le guide ou son vocabulaire est incomplet",
        en: "The guide or its vocabulary is incomplete",
    },
    docs: Words {
        fr: "Trouve l'absence de content/guide.yml, une version inconnue du contrat, et dans vocabulaire.yml les listes inconnues ou qui ne s'étendent pas.\nSans guide.yml il n'y a pas de site.\nCréez guide.yml avec nom, territoire, url et editeur ; ajoutez des codes aux seules listes qui s'étendent.",
        en: "Finds that content/guide.yml is missing, an unknown version of the contract, and in vocabulaire.yml lists that are unknown or can't be extended.\nWithout guide.yml there is no site.\nCreate guide.yml with nom, territoire, url and editeur; add codes only to lists that may be extended.",
    },
    run: &[],
};

const THEME: Check = Check {
    codes: &["script-fault", "template-fault"],
    title: Words {
        fr: "Un modèle ou un script du thème a une faute",
        en: "A template or script of the theme has a fault",
    },
    docs: Words {
        fr: "Trouve les modèles et les scripts d'un thème qui ne se lisent pas, qui nomment ce qui n'existe pas, et les modules de la recherche qui ne peuvent pas être joints.\nSans eux, la page ou la recherche manquerait : le site n'est pas construit.\nCorrigez la ligne montrée, en comparant au fichier du même nom dans themes/guide/.",
        en: "Finds templates and scripts of a theme that can't be read or name what does not exist, and modules of the search that can't be joined.\nWithout them the page or the search would be missing: the site is not built.\nCorrect the line shown, compared with the file of the same name in themes/guide/.",
    },
    run: &[],
};

const PAGES: Check = Check {
    codes: &[
        "page-broken-link",
        "page-duplicate-id",
        "page-empty-link",
        "page-heading",
        "page-heading-order",
        "page-image-alt",
        "page-inline-style",
        "page-landmark",
        "page-language",
        "page-lost-reference",
        "page-main",
        "page-title",
        "page-unlabelled-field",
        "page-unnamed-landmark",
        "page-unreadable",
        "token-contrast",
    ],
    title: Words {
        fr: "Le thème casse une page",
        en: "The theme breaks a page",
    },
    docs: Words {
        fr: "Trouve, avec « check --pages », ce qu'un thème a cassé dans les pages : langue, titre, ordre des intertitres, repères (<header>, <main>, <footer>, <nav> nommés), identifiants en double, champs sans étiquette, images sans alt, liens vides ou qui ne mènent nulle part, couleurs trop proches pour être lues, en clair comme en sombre.\nUn parent qui se sert d'un lecteur d'écran, ou qui lit au soleil sur un petit écran, ne trouve plus rien sur une telle page.\nCorrigez le modèle ou la feuille de style à la ligne montrée, en le comparant au fichier du même nom dans themes/guide/.",
        en: "Finds, with “check --pages”, what a theme broke in pages: language, title, order of headings, landmarks (<header>, <main>, <footer>, named <nav>), ids used twice, fields without label, images without alt, links that are empty or lead nowhere, colours too near to be read, in light and in dark.\nA parent with a screen reader, or in the sun with a small screen, finds nothing on such a page.\nCorrect the template or style sheet at the line shown, compared with the file of the same name in themes/guide/.",
    },
    run: &[],
};
