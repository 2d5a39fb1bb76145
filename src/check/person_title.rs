//! Records that are called by a person's name.

use crate::diag::{Diagnostic, say};
use crate::load::Record;
use crate::model::Data;
use crate::text::nearest::fold;

use super::place::{self, Step};
use super::{Check, Context, Run, Words};

/// Finds titles that are a person's name.
pub(super) const CHECK: Check = Check {
    codes: &["person-as-title"],
    title: Words {
        fr: "Le titre est le nom d'une personne",
        en: "The title is a person's name",
    },
    docs: Words {
        fr: "Trouve les titres comme « Mme Martin » ou « Jeanne Martin, psychologue ».\nUn guide décrit des lieux et des actions ; une personne change de poste, et n'a pas demandé à être publiée.\nÉcrivez la fonction ou le service : « Consultation de puériculture », « Médiatrice familiale ».",
        en: "Finds titles such as “Mme Martin” or “Jeanne Martin, psychologue”.\nA guide describes places and actions; a person changes jobs, and did not ask to be published.\nWrite the function or the service: “Consultation de puériculture”, “Médiatrice familiale”.",
    },
    run: &[Run::Record(run)],
};

const CIVILITIES: &[&str] = &[
    "m",
    "mr",
    "mme",
    "mlle",
    "madame",
    "monsieur",
    "mademoiselle",
    "dr",
    "docteur",
    "docteure",
    "pr",
    "professeur",
    "me",
    "maitre",
];

/// First names much borne in France; a title of two or three names that begins with one is most likely a person's.
const FIRST_NAMES: &[&str] = &[
    "adele",
    "agnes",
    "alain",
    "alexandra",
    "alexandre",
    "alice",
    "aline",
    "amelie",
    "amina",
    "anais",
    "andre",
    "andree",
    "anne",
    "annie",
    "antoine",
    "arnaud",
    "audrey",
    "aurelie",
    "beatrice",
    "benjamin",
    "benoit",
    "bernadette",
    "bernard",
    "brigitte",
    "bruno",
    "camille",
    "carine",
    "carole",
    "caroline",
    "catherine",
    "cecile",
    "celine",
    "chantal",
    "charlotte",
    "chloe",
    "christelle",
    "christian",
    "christiane",
    "christine",
    "christophe",
    "claire",
    "claude",
    "claudine",
    "clara",
    "corinne",
    "daniel",
    "danielle",
    "david",
    "delphine",
    "denis",
    "denise",
    "didier",
    "dominique",
    "elisabeth",
    "elodie",
    "emilie",
    "emma",
    "emmanuel",
    "emmanuelle",
    "eric",
    "estelle",
    "evelyne",
    "fabien",
    "fabienne",
    "fabrice",
    "fanny",
    "fatiha",
    "fatima",
    "florence",
    "francis",
    "franck",
    "francois",
    "francoise",
    "frederic",
    "genevieve",
    "georges",
    "gerard",
    "ghislaine",
    "gilles",
    "gisele",
    "guillaume",
    "guy",
    "helene",
    "henri",
    "herve",
    "hugues",
    "ines",
    "isabelle",
    "jacqueline",
    "jacques",
    "jean",
    "jeanne",
    "jeannine",
    "jerome",
    "jessica",
    "joel",
    "josette",
    "josiane",
    "julie",
    "julien",
    "juliette",
    "justine",
    "karima",
    "karine",
    "khadija",
    "laetitia",
    "laura",
    "laure",
    "laurence",
    "laurent",
    "lea",
    "leila",
    "lionel",
    "louis",
    "louise",
    "luc",
    "lucie",
    "lydie",
    "madeleine",
    "magali",
    "malika",
    "manon",
    "marc",
    "marcel",
    "margaux",
    "marianne",
    "marie",
    "marine",
    "marion",
    "martine",
    "mathieu",
    "mathilde",
    "melanie",
    "michel",
    "michele",
    "mireille",
    "mohamed",
    "monique",
    "muriel",
    "myriam",
    "nadia",
    "nadine",
    "nathalie",
    "nicolas",
    "nicole",
    "noemie",
    "odile",
    "olivier",
    "pascal",
    "pascale",
    "patrice",
    "patricia",
    "patrick",
    "paul",
    "pauline",
    "philippe",
    "pierre",
    "rachid",
    "raphael",
    "regine",
    "remi",
    "rene",
    "renee",
    "richard",
    "robert",
    "roland",
    "romain",
    "sabine",
    "sabrina",
    "samia",
    "samira",
    "sandra",
    "sandrine",
    "sarah",
    "sebastien",
    "serge",
    "simone",
    "solange",
    "sonia",
    "sophie",
    "stephane",
    "stephanie",
    "suzanne",
    "sylvain",
    "sylvie",
    "thierry",
    "thomas",
    "valerie",
    "vanessa",
    "veronique",
    "vincent",
    "virginie",
    "viviane",
    "xavier",
    "yann",
    "yves",
    "yvette",
    "yvonne",
    "zohra",
];

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let (Data::Partner(_) | Data::Action(_) | Data::Laep(_) | Data::Ram(_) | Data::Place(_)) =
        record.data
    else {
        return;
    };
    if !is_person(record.data.title()) {
        return;
    }
    let span = place::value_or_above(context.sources, record.file, &[Step::Key("titre")]);
    faults.push(
        Diagnostic::warning(
            "person-as-title",
            span,
            say(
                "le titre est le nom d'une personne",
                "the title is a person's name",
            ),
        )
        .help(say(
            "écrivez la fonction ou le service, par exemple « Médiatrice familiale »",
            "write the function or the service, such as “Médiatrice familiale”",
        )),
    );
}

/// What a person is, after their name: « Jeanne Martin, psychologue ».
const FUNCTIONS: &[&str] = &[
    "accueillant",
    "accueillante",
    "animateur",
    "animatrice",
    "assistant",
    "assistante",
    "avocat",
    "avocate",
    "conseiller",
    "conseillere",
    "coordinateur",
    "coordinatrice",
    "directeur",
    "directrice",
    "educateur",
    "educatrice",
    "infirmier",
    "infirmiere",
    "juriste",
    "mediateur",
    "mediatrice",
    "medecin",
    "orthophoniste",
    "psychologue",
    "psychomotricien",
    "psychomotricienne",
    "puericulteur",
    "puericultrice",
    "referent",
    "referente",
    "responsable",
    "sage-femme",
];

fn is_person(title: &str) -> bool {
    let parts = title.split_once([',', '–', '—', '(', ':']);
    let title = match parts {
        Some((name, rest)) => {
            let first = rest.split_whitespace().next().unwrap_or_default();
            let first = fold(first.trim_end_matches([',', ')', '.']));
            if !FUNCTIONS.contains(&&*first) {
                return false;
            }
            name
        }
        None => title,
    };
    let words: Vec<&str> = title.split_whitespace().collect();
    let name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let small = |word: &&str| {
        matches!(
            *word,
            "de" | "du" | "le" | "la" | "van" | "von" | "ben" | "el" | "d"
        )
    };
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    if !(1..=3).contains(&rest.len())
        || !rest.iter().all(|word| name(word) || small(word))
        || !rest.iter().any(name)
    {
        return false;
    }
    let first = fold(first.trim_end_matches('.'));
    let given = first.split('-').next().unwrap_or(&first);
    CIVILITIES.contains(&&*first) || (FIRST_NAMES.contains(&given) && name(&words[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_persons_are_told_from_those_of_places() {
        for title in [
            "Mme Martin",
            "Jeanne Martin",
            "Dr. Anne-Marie Petit",
            "Jean-Luc de La Tour",
            "Madame Durand",
            "Jeanne Martin, psychologue",
            "Anne Petit (sage-femme)",
        ] {
            assert!(is_person(title), "{title}");
        }
        for title in [
            "Café des parents",
            "Centre social Robert Schuman",
            "La Marelle",
            "Maison des familles",
            "Claire fontaine et jeux",
            "Jeanne",
            "Marie Curie, une exposition",
            "École Jules Ferry",
        ] {
            assert!(!is_person(title), "{title}");
        }
    }
}
