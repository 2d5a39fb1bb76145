//! What our codes are called in data·inclusion; what has no equivalent is left out.

/// Ours, and theirs.
type Pairs = &'static [(&'static str, &'static str)];

/// What everything in a guide for parents is about.
pub(super) const PARENTING: &str = "famille--soutien-a-la-parentalite-et-a-leducation";

/// Our themes.
pub(super) const THEMES: Pairs = &[
    ("mode-de-garde", "famille--garde-denfants"),
    ("aidants", "famille--soutien-aidants"),
    (
        "separation",
        "famille--surmonter-conflits-separation-violence",
    ),
    (
        "coparentalite",
        "famille--surmonter-conflits-separation-violence",
    ),
    (
        "mediation-familiale",
        "famille--surmonter-conflits-separation-violence",
    ),
    ("pension", "famille--surmonter-conflits-separation-violence"),
    ("vaccination", "sante--acces-aux-soins"),
    ("dents", "sante--acces-aux-soins"),
    ("addictions", "sante--addictions"),
    ("sante-mentale", "sante--sante-mentale"),
    ("vie-affective", "sante--sante-sexuelle"),
    (
        "droits-caf",
        "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
    ),
    (
        "budget",
        "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
    ),
    (
        "logement",
        "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement",
    ),
    ("aide-domicile", "equipement-et-alimentation--aide-menagere"),
    (
        "culture",
        "remobilisation--activites-sportives-et-culturelles",
    ),
    (
        "francais-parents",
        "lecture-ecriture-calcul--maitriser-le-francais",
    ),
];

/// Our audiences.
pub(super) const AUDIENCES: Pairs = &[
    ("tous-parents", "familles"),
    ("futurs-parents", "familles"),
    ("nouveaux-parents", "familles"),
    ("jeunes-parents", "familles"),
    ("jeunes-parents", "jeunes"),
    ("meres", "familles"),
    ("meres", "femmes"),
    ("peres", "familles"),
    ("couples", "familles"),
    ("parents-solos", "familles"),
    ("parents-separes", "familles"),
    ("beaux-parents", "familles"),
    ("homoparents", "familles"),
    ("parents-adoptants", "familles"),
    ("parents-d-adolescents", "familles"),
    ("parents-d-enfant-handicape", "familles"),
    (
        "parents-d-enfant-handicape",
        "personnes-en-situation-de-handicap",
    ),
    ("parents-en-situation-de-handicap", "familles"),
    (
        "parents-en-situation-de-handicap",
        "personnes-en-situation-de-handicap",
    ),
    ("parents-de-jumeaux", "familles"),
    ("parents-endeuilles", "familles"),
    ("parents-aidants", "familles"),
    ("exiles", "personnes-exilees"),
    (
        "parents-detenus",
        "personnes-en-situation-juridique-specifique",
    ),
    ("grands-parents", "familles"),
    ("familles", "familles"),
    ("bebes", "familles"),
    ("enfants", "familles"),
    ("freres-et-soeurs", "familles"),
    ("adolescents", "jeunes"),
    ("jeunes-adultes", "jeunes"),
];

/// The forms of our actions.
pub(super) const FORMATS: Pairs = &[
    ("atelier-parent-enfant", "atelier"),
    ("atelier-parents", "atelier"),
    ("atelier-ludique", "atelier"),
    ("conference", "information"),
    ("soiree-info", "information"),
    ("point-info", "information"),
    ("formation", "formation"),
];

/// The types of our partners, and the networks they belong to.
pub(super) const NETWORKS: Pairs = &[
    ("caf", "caf"),
    ("msa", "mutualite-sociale-agricole"),
    ("assurance-maladie", "cpam"),
    ("ccas", "ccas-cias"),
    ("commune", "communes"),
    ("epci", "communes"),
    ("departement", "departements"),
    ("region", "regions"),
];

/// What codes are called there, each once, in the order of the table.
pub(super) fn of(pairs: Pairs, codes: &[&str]) -> Vec<&'static str> {
    let mut found: Vec<&str> = Vec::new();
    for (ours, theirs) in pairs {
        if codes.contains(ours) && !found.contains(theirs) {
            found.push(theirs);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Vocabulary;

    #[test]
    fn our_codes_are_in_our_vocabulary() {
        let vocabulary = Vocabulary::builtin();
        for (list, pairs) in [
            ("themes", THEMES),
            ("publics", AUDIENCES),
            ("formats", FORMATS),
            ("partenaires_type", NETWORKS),
        ] {
            for (ours, _) in pairs {
                assert!(vocabulary.entry(list, ours).is_some(), "{list}: {ours}");
            }
        }
    }

    #[test]
    fn a_code_is_said_once() {
        assert_eq!(
            of(AUDIENCES, &["meres", "peres", "inconnu"]),
            ["familles", "femmes"]
        );
    }
}
