//! A generated guide: deterministic, realistic in size and shape, about 200 words a record.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use ribambelle::geo::{Commune, communes};

/// Numbers that look random and are the same on every machine (SplitMix64).
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that begin at a seed.
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below another, which is above zero.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

const THEMES: &[&str] = &[
    "allaitement",
    "portage",
    "massage-bebe",
    "sommeil",
    "pleurs",
    "alimentation",
    "sante",
    "motricite",
    "langage",
    "eveil-musical",
    "lecture",
    "jeux",
    "proprete",
    "emotions",
    "autorite",
    "fratrie",
    "ecrans",
    "ecole",
    "adolescence",
    "grossesse",
    "naissance",
    "etre-pere",
    "epuisement-parental",
    "separation",
    "mediation-familiale",
    "monoparentalite",
    "handicap",
    "mode-de-garde",
    "droits-caf",
    "vacances",
    "culture",
    "cuisine",
    "francais-parents",
];
const AUDIENCES: &[&str] = &[
    "tous-parents",
    "futurs-parents",
    "nouveaux-parents",
    "peres",
    "parents-solos",
    "grands-parents",
    "allophones",
    "enfants",
    "bebes",
];
const FORMATS: &[&str] = &[
    "atelier-parent-enfant",
    "cafe-des-parents",
    "groupe-de-parole",
    "conference",
    "permanence",
    "sortie",
    "spectacle",
    "accueil-libre",
];
const SUBJECTS: &[&str] = &[
    "le sommeil du tout-petit",
    "les premiers repas",
    "le portage en écharpe",
    "les pleurs du soir",
    "la rentrée à la crèche",
    "les écrans à la maison",
    "les histoires du soir",
    "les colères",
    "la place du père",
    "le retour au travail",
    "les devoirs",
    "le jeu libre",
    "la musique",
    "les sorties en forêt",
    "le massage du bébé",
    "l'arrivée d'un deuxième enfant",
];
const OPENINGS: &[&str] = &[
    "On parle de",
    "On découvre ensemble",
    "Chacun raconte comment il vit",
    "Une professionnelle répond aux questions sur",
    "On essaie, sans se presser,",
    "Les parents échangent leurs idées sur",
];
const ENDINGS: &[&str] = &[
    "autour d'un goûter",
    "pendant que les enfants jouent à côté",
    "sans jugement et sans obligation",
    "avec du matériel prêté sur place",
    "dans une petite salle au calme",
    "et l'on repart quand on veut",
    "en petit groupe de six familles au plus",
    "avec une éducatrice de jeunes enfants",
];
const NAMES: &[&str] = &[
    "La Marelle",
    "Les Petits Pas",
    "L'Arrosoir",
    "Le Hamac",
    "La Roulotte",
    "Les Lucioles",
    "Le Tilleul",
    "La Farandole",
    "Les Cerisiers",
    "L'Olivier",
    "La Pergola",
    "Le Nid",
];
const HOURS: &[&str] = &[
    "mardi et jeudi 9h-11h30",
    "lundi 14h-17h",
    "mercredi 9h-12h et 14h-17h",
    "du lundi au vendredi 8h30-12h",
    "1er samedi du mois 10h-12h",
    "vendredi 15h-18h",
];

/// Writes a guide of a number of directory records into a folder that is not there yet.
pub(crate) fn guide(folder: &Path, records: usize, seed: u64) -> io::Result<()> {
    let mut dice = Dice::new(seed);
    let towns: Vec<&Commune> = communes()
        .iter()
        .filter(|commune| matches!(commune.department().as_str(), "67" | "54" | "69" | "66"))
        .collect();
    // A third of the towns hold most of what there is, as in life.
    let towns: Vec<&Commune> = towns
        .into_iter()
        .filter(|commune| !commune.is_arrondissement() && commune.postal_codes().len() == 1)
        .step_by(3)
        .collect();
    for kind in [
        "actions",
        "laep",
        "ram",
        "lieux",
        "partenaires",
        "territoires",
        "pages",
    ] {
        fs::create_dir_all(folder.join(kind))?;
    }
    fs::write(
        folder.join("guide.yml"),
        "contrat: 1\nnom: Guide des familles\nterritoire: tout\nurl: https://guide.example.org/\nediteur: p0\nlangue: fr\ncontact: {telephone: \"01 99 00 12 34\"}\n",
    )?;
    fs::write(
        folder.join("territoires/tout.yml"),
        "nom: Tout le territoire\nniveau: groupement\n",
    )?;
    let partners = (records / 50).max(1);
    for partner in 0..partners {
        let name = dice.pick(NAMES);
        fs::write(
            folder.join(format!("partenaires/p{partner}.yml")),
            format!("titre: Association {name} n° {partner}\ntype: association\n"),
        )?;
    }
    let places = (records / 4).max(1);
    for place in 0..places {
        let town = *dice.pick(&towns);
        fs::write(
            folder.join(format!("lieux/l{place}.md")),
            place_record(&mut dice, town, partners, place),
        )?;
    }
    for record in 0..records - places {
        let (kind, text) = match dice.below(10) {
            0 => ("laep", laep(&mut dice, places, partners, record)),
            1 => ("ram", ram(&mut dice, places, partners, &towns, record)),
            _ => ("actions", action(&mut dice, places, partners, record)),
        };
        fs::write(folder.join(format!("{kind}/r{record}.md")), text)?;
    }
    Ok(())
}

fn verified(dice: &mut Dice) -> String {
    format!(
        "verifie: {{le: 2026-{:02}-{:02}, par: p0, comment: telephone}}\n",
        1 + dice.below(10),
        1 + dice.below(28)
    )
}

fn place_record(dice: &mut Dice, town: &Commune, partners: usize, number: usize) -> String {
    let (name, code, city) = (dice.pick(NAMES), town.postal_codes()[0], town.name());
    let mut text = format!(
        "---\ntitre: {name} n° {number}\nresume: Une maison ouverte aux familles de {city}, pour se renseigner et se retrouver.\ntype: {}\npartenaire: p{}\nadresse: {{voie: {} rue de l'Exemple, code_postal: \"{code}\", commune: \"{city}\", insee: \"{}\"}}\nhoraires: \"{}\"\nvacances: ferme\ncontact: {{telephone: \"01 99 00 {:02} {:02}\"}}\naccessibilite: {{fauteuil: oui, poussette: oui}}\n",
        dice.pick(&[
            "csc",
            "mediatheque",
            "pmi",
            "maison-de-quartier",
            "association"
        ]),
        runner(number, partners),
        1 + dice.below(80),
        town.insee(),
        dice.pick(HOURS),
        dice.below(100),
        dice.below(100),
    );
    text.push_str(&verified(dice));
    body(dice, &mut text);
    text
}

/// Who runs a place: who holds an action there needs no convention with itself.
fn runner(place: usize, partners: usize) -> usize {
    place % partners
}

fn action(dice: &mut Dice, places: usize, partners: usize, number: usize) -> String {
    let subject = dice.pick(SUBJECTS);
    let place = dice.below(places);
    let mut text = format!(
        "---\ntitre: \"Atelier n° {number} : {subject}\"\nresume: \"{} {subject}, {}.\"\nthemes: [{}, {}]\npublics: [{}]\nages: {{de: \"{} mois\", a: \"{} ans\"}}\nporteurs: [p{}]\nformats: [{}]\nlieu: l{}\nouvert_a: tous\ntarif: {}\ninscription: {}\nseances:\n  - {{chaque: {}, du: 2026-09-07, au: 2027-06-30, de: \"{:02}:30\", a: \"{:02}:00\", vacances: non}}\ncontact: {{telephone: \"01 99 00 {:02} {:02}\"}}\n",
        dice.pick(OPENINGS),
        dice.pick(ENDINGS),
        dice.pick(&THEMES[..16]),
        dice.pick(&THEMES[16..]),
        dice.pick(AUDIENCES),
        dice.below(24),
        3 + dice.below(9),
        runner(place, partners),
        dice.pick(FORMATS),
        place,
        dice.pick(&["gratuit", "libre", "{montant: 3, par: famille}"]),
        dice.pick(&["aucune", "conseillee", "obligatoire"]),
        dice.pick(&["lundi", "mercredi", "\"1er samedi\"", "vendredi"]),
        9 + dice.below(3),
        13 + dice.below(3),
        dice.below(100),
        dice.below(100),
    );
    text.push_str(&verified(dice));
    body(dice, &mut text);
    text
}

fn laep(dice: &mut Dice, places: usize, partners: usize, number: usize) -> String {
    let name = dice.pick(NAMES);
    let mut text = format!(
        "---\ntitre: Lieu d'accueil enfants-parents {name} n° {number}\nresume: \"Vous venez jouer avec votre enfant de moins de six ans, et vous restez avec lui.\"\nthemes: [jeux, {}]\ngestionnaire: p{}\nlieu: l{}\naccueil: [sans-inscription, anonyme, peres]\ntarif: gratuit\nhoraires: \"{}\"\nvacances: ferme\n",
        dice.pick(THEMES),
        dice.below(partners),
        dice.below(places),
        dice.pick(HOURS),
    );
    text.push_str(&verified(dice));
    body(dice, &mut text);
    text
}

fn ram(
    dice: &mut Dice,
    places: usize,
    partners: usize,
    towns: &[&Commune],
    number: usize,
) -> String {
    let name = dice.pick(NAMES);
    let served: Vec<String> = (0..3)
        .map(|_| format!("\"{}\"", dice.pick(towns).insee()))
        .collect();
    let mut text = format!(
        "---\ntitre: Relais petite enfance {name} n° {number}\nresume: \"Tout savoir pour faire garder votre enfant, gratuitement et sans rendez-vous.\"\nthemes: [mode-de-garde]\ngestionnaire: p{}\ncommunes: [{}]\nlieu: l{}\npermanences: \"{}\"\nvacances: ferme\ntarif: gratuit\ncontact: {{telephone: \"01 99 00 {:02} {:02}\"}}\n",
        dice.below(partners),
        served.join(", "),
        dice.below(places),
        dice.pick(HOURS),
        dice.below(100),
        dice.below(100),
    );
    text.push_str(&verified(dice));
    body(dice, &mut text);
    text
}

/// A body of 120 to 350 words, with two headings and a list.
fn body(dice: &mut Dice, text: &mut String) {
    text.push_str("---\n\n");
    let sentences = 10 + dice.below(18);
    for number in 0..sentences {
        if number == sentences / 3 {
            text.push_str("\n\n## Comment cela se passe\n\n");
        }
        if number == sentences * 2 / 3 {
            text.push_str("\n\n## Ce qu'il faut apporter\n\n- une tenue confortable\n- de quoi changer votre bébé\n- le carnet de santé si vous voulez\n\n");
        }
        let _ = write!(
            text,
            "{} {}, {}. ",
            dice.pick(OPENINGS),
            dice.pick(SUBJECTS),
            dice.pick(ENDINGS)
        );
    }
    text.push('\n');
}
