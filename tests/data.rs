//! The data for re-use: a folder of records in, files under `/donnees/` out.

#[path = "formats/schema.rs"]
mod schema;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use ribambelle::check::check;
use ribambelle::diag::{Language, Level, Report};
use ribambelle::export::EXPORTS;
use ribambelle::load::load;
use ribambelle::model::UrlPath;
use ribambelle::render::render;
use ribambelle::site::{DATA_FILES, Reusable, Site};
use ribambelle::source::Sources;
use serde_json::{Value, json};

const GUIDE: &str = "nom: Guide d'essai\nterritoire: haguenau\nurl: https://guide.example.org/\nediteur: p\nlicence: {nom: Licence Ouverte 2.0, url: \"https://www.etalab.gouv.fr/licence-ouverte-open-licence/\"}\n";
const VERIFIED: &str = "verifie: {le: 2026-11-01, comment: telephone}\nresume: Une phrase assez longue pour un parent pressé.\n";

fn site(sources: Sources) -> Site {
    let sources = Arc::new(sources);
    let mut report = Report::default();
    let catalogue = load(&sources, &mut report);
    let guide = check(&sources, catalogue, date(2026, 11, 22), &mut report);
    let site = guide.and_then(|guide| Site::new(&sources, guide, &mut report));
    let errors = report.diagnostics().iter();
    let errors = errors.filter(|fault| fault.level == Level::Error);
    let errors: Vec<String> = errors
        .map(|fault| fault.message.get(Language::English).to_owned())
        .collect();
    assert_eq!(errors, [] as [&str; 0]);
    site.expect("a site")
}

/// A small guide with records added; the keys that all of them need are added too.
fn small(records: &[(&str, &str)]) -> Site {
    let mut files = BTreeMap::from([
        ("content/guide.yml".to_owned(), GUIDE.to_owned()),
        (
            "content/partenaires/p.yml".to_owned(),
            "titre: Les Petits Pas\ntype: association\n".to_owned(),
        ),
        (
            "content/territoires/haguenau.yml".to_owned(),
            "nom: Haguenau\nniveau: commune\ninsee: 67180\n".to_owned(),
        ),
    ]);
    for (name, text) in records {
        let more = if name.starts_with("conventions") {
            ""
        } else {
            VERIFIED
        };
        files.insert(format!("content/{name}.yml"), format!("{text}\n{more}"));
    }
    site(Sources::in_memory(files))
}

fn sample() -> Site {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    site(Sources::read(&content, &mut Report::default()).unwrap())
}

fn files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let all = EXPORTS.iter().flat_map(|export| export(site));
    let all = all.map(|file| file.output().unwrap());
    let all = all.map(|output| (output.path.to_string(), output.bytes));
    all.filter(|(path, _)| path.starts_with("/donnees/"))
        .collect()
}

fn value(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&files[&format!("/donnees/{name}")]).unwrap()
}

/// The cells of a CSV file, as RFC 4180 has them.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'), "a line ends with both");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' if !quoted => panic!("a line feed stands alone"),
            c => cell.push(c),
        }
    }
    assert!(
        !quoted && row.is_empty() && cell.is_empty(),
        "the end is whole"
    );
    rows
}

/// What the columns of a record's line hold.
fn line(files: &BTreeMap<String, Vec<u8>>, id: &str) -> BTreeMap<String, String> {
    let rows = cells(std::str::from_utf8(&files["/donnees/guide.csv"]).unwrap());
    let row = rows.iter().find(|row| row[0] == id).expect(id);
    rows[0].iter().cloned().zip(row.iter().cloned()).collect()
}

#[test]
fn every_file_is_announced_with_its_size() {
    let site = sample();
    let files = files(&site);
    let data = Reusable::of(&site);
    let names: BTreeSet<&str> = files.keys().map(|path| &**path).collect();
    assert_eq!(names, DATA_FILES.iter().map(|file| file.path).collect());
    let counted = |path: &str| match path {
        "/donnees/guide.csv" => cells(std::str::from_utf8(&files[path]).unwrap()).len() - 1,
        path => {
            let value: Value = serde_json::from_slice(&files[path]).unwrap();
            let lists = ["fiches", "features", "contents"];
            let list = lists.iter().find_map(|name| value.get(name));
            list.unwrap_or(&value).as_array().unwrap().len()
        }
    };
    let path = UrlPath::new("/donnees/").unwrap();
    let page = String::from_utf8(render(&site, &path).unwrap().bytes).unwrap();
    for file in DATA_FILES {
        if let Some(count) = (file.count)(&data) {
            assert!(count > 5, "{}", file.path);
            assert_eq!(counted(file.path), count, "{}", file.path);
            assert!(page.contains(&format!("{count} éléments")), "{}", file.path);
        }
        assert!(page.contains(&format!("href=\"{}\"", file.path)));
    }
    let block = page.split("application/ld+json\">").nth(1).unwrap();
    let graph: Value = serde_json::from_str(block.split("</script>").next().unwrap()).unwrap();
    assert_eq!(graph["@type"], "Dataset");
    assert_eq!(
        graph["distribution"].as_array().unwrap().len(),
        DATA_FILES.len() + 1
    );
    let calendar = render(&site, &UrlPath::new("/agenda.ics").unwrap()).unwrap();
    let told = graph["distribution"].as_array().unwrap().last().unwrap();
    assert_eq!(told["contentSize"], format!("{} B", calendar.bytes.len()));
    assert!(page.contains("href=\"/agenda.ics\""));
}

#[test]
fn the_guide_is_as_its_schema_says_and_the_schema_says_no_more() {
    let files = files(&sample());
    let (schema, guide) = (value(&files, "schema.json"), value(&files, "guide.json"));
    assert_eq!(schema["$id"], guide["$schema"]);
    let faults = schema::faults(&schema, &guide);
    assert_eq!(faults, [] as [&str; 0]);
    let mut used = BTreeSet::new();
    for record in guide["fiches"].as_array().unwrap() {
        used.extend(record.as_object().unwrap().keys().cloned());
    }
    let described = schema["definitions"]["fiche"]["properties"]
        .as_object()
        .unwrap();
    let unused: Vec<&String> = described
        .keys()
        .filter(|key| !used.contains(*key))
        .collect();
    // What no record of the sample says: another test has records that do.
    let rare = [
        "adresse_confidentielle",
        "capacite",
        "grossesse",
        "interpretation",
        "siren",
    ];
    assert!(
        unused.iter().all(|key| rare.contains(&&***key)),
        "{unused:?}"
    );
    let mut broken = guide.clone();
    broken["fiches"][0]["inconnue"] = json!(1);
    assert!(!schema::faults(&schema, &broken).is_empty());
}

#[test]
fn a_record_is_the_same_in_every_format() {
    let place = "titre: La Ruche\ntype: csc\npartenaire: p\nadresse: {voie: 3 rue de l'Exemple, code_postal: 67500, commune: Haguenau}\ngeo: {lat: 48.8157, lon: 7.7905}\nhoraires: mardi et jeudi 9h-11h30\nvacances: ferme\njours_feries: ferme";
    let laep = "titre: Les Bulles\ngestionnaire: p\nlieu: ruche\nthemes: [separation]\npublics: [tous-parents]\nages: {de: 10 semaines, a: 4 ans}\ncapacite: 12\ngrossesse: true\ninterpretation: {mode: telephone, delai_jours: 3}\nouvert_a: tous\ntarif: {montant: 1.5, par: famille}\ncontact: {telephone: 01 99 00 12 34}\nhoraires: [{jours: [mercredi], de: \"09:00\", a: \"11:00\", semaines: [1er, 3e]}]";
    let site = small(&[
        ("lieux/ruche", place),
        ("laep/bulles", laep),
        (
            "territoires/agglo",
            "nom: Agglomération de Haguenau\nniveau: epci\nsiren: 200067874",
        ),
    ]);
    let files = files(&site);
    let guide = value(&files, "guide.json");
    assert_eq!(
        schema::faults(&value(&files, "schema.json"), &guide),
        [] as [&str; 0]
    );
    assert_eq!(guide["licence"]["nom"], "Licence Ouverte 2.0");
    let records = guide["fiches"].as_array().unwrap();
    let record = records.iter().find(|it| it["id"] == "laep/bulles").unwrap();
    assert_eq!(record["url"], "https://guide.example.org/laep/bulles/");
    assert_eq!(record["lieux"][0]["fiche"], "lieux/ruche");
    assert_eq!(record["lieux"][0]["position"], "exacte");
    assert_eq!(record["ages"][0]["de_jours"], 70);
    assert_eq!(record["contact"]["telephone"], "+33199001234");
    assert_eq!(
        guide["vocabulaire"]["publics"]["tous-parents"],
        "Tous les parents"
    );

    let line = line(&files, "laep/bulles");
    assert_eq!(line["telephone"], "01 99 00 12 34");
    assert_eq!((&*line["commune"], &*line["insee"]), ("Haguenau", "67180"));
    assert_eq!(line["ages"], "de 10 semaines à 4 ans");

    let map = value(&files, "guide.geojson");
    let points = map["features"].as_array().unwrap();
    let of: Vec<&Value> = points.iter().map(|point| &point["id"]).collect();
    assert_eq!(of, ["laep/bulles", "lieux/ruche"]);
    assert_eq!(
        points[0]["geometry"]["coordinates"],
        json!([7.7905, 48.8157])
    );

    let services = value(&files, "data-inclusion/services.json");
    let service = &services[0];
    assert_eq!(service["id"], "guide-example-org--laep/bulles");
    assert_eq!(service["structure_id"], "guide-example-org--partenaires/p");
    assert_eq!(service["date_maj"], "2026-11-01");
    assert_eq!(service["frais"], "payant");
    assert_eq!(service["publics"], json!(["familles"]));
    assert!(
        service["horaires_accueil"]
            .as_str()
            .unwrap()
            .starts_with("We[1,3] 09:00-11:00; ")
    );
    let structures = value(&files, "data-inclusion/structures.json");
    let ids: Vec<&Value> = structures
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["id"])
        .collect();
    assert_eq!(
        ids,
        [
            "guide-example-org--lieux/ruche",
            "guide-example-org--partenaires/p"
        ]
    );
    let hours = &structures[0]["horaires_accueil"];
    assert_eq!(hours, "Tu,Th 09:00-11:30; SH off; PH off");

    let services = value(&files, "hsds/services.json");
    let service = &services["contents"][0];
    assert_eq!(
        (&service["status"], &service["name"]),
        (&json!("active"), &json!("Les Bulles"))
    );
    assert_eq!(service["schedules"][0]["byday"], "1WE,3WE");
    let address = &service["service_at_locations"][0]["location"]["addresses"][0];
    assert_eq!(
        (&address["city"], &address["state_province"]),
        (&json!("Haguenau"), &json!("Bas-Rhin"))
    );
    let organisations = value(&files, "hsds/organizations.json");
    assert_eq!(
        service["organization"]["id"],
        organisations["contents"][0]["id"]
    );
}

#[test]
fn no_spreadsheet_reads_a_formula() {
    let action = "titre: =HYPERLINK(\"a,b\")\nporteurs: [p]\nthemes: [jeux]\nlieu: ile\npremiere_visite: |\n  +33 puis\n  -1";
    let place = "titre: Une île\ntype: csc\nadresse: {code_postal: 97110, commune: Pointe-à-Pitre}";
    let files = files(&small(&[("actions/a", action), ("lieux/ile", place)]));
    let line = line(&files, "actions/a");
    assert_eq!(line["titre"], "'=HYPERLINK(\"a,b\")");
    assert_eq!(line["premiere_visite"], "'+33 puis\n-1");
    let longitude: f64 = line["longitude"].parse().expect("a number stays a number");
    assert!(longitude < -60.0 && !line["position"].is_empty());
}

#[test]
fn nothing_tells_where_a_confidential_address_is() {
    let refuge = "titre: Le Toit\ntype: hebergement-protege\nterritoires: [haguenau]\ncommunes: [\"67180\"]\naccessibilite: {fauteuil: oui, transports: Ligne TEMOIN, guidage: TEMOIN}\nprive: {note: TEMOIN}";
    let helped = "titre: Écoute\nporteurs: [p]\nthemes: [violences]\nmode: telephone\nterritoires: [haguenau]";
    let draft = "titre: TEMOIN\ntype: csc\nbrouillon: true\nadresse: {code_postal: 67500, commune: Haguenau}";
    let example =
        "titre: TEMOIN\ntype: csc\nexemple: true\nadresse: {code_postal: 67500, commune: Haguenau}";
    let convention = "titre: TEMOIN\ntype: cej\nparties: [p, q]\nstatut: projet\nobjet: TEMOIN";
    let records = [
        ("lieux/toit", refuge),
        ("actions/ecoute", helped),
        ("lieux/brouillon", draft),
        ("lieux/exemple", example),
        ("conventions/c", convention),
        ("partenaires/q", "titre: Un autre\ntype: caf"),
    ];
    let site = small(&records);
    let files = files(&site);
    for (path, bytes) in &files {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains("TEMOIN"), "{path}");
    }
    let guide = value(&files, "guide.json");
    let records = guide["fiches"].as_array().unwrap();
    let refuge = records.iter().find(|it| it["id"] == "lieux/toit").unwrap();
    assert_eq!(refuge["adresse_confidentielle"], true);
    assert_eq!(refuge["discret"], Value::Null);
    for key in ["lieux", "territoires", "communes"] {
        assert_eq!(refuge[key], Value::Null, "{key}");
    }
    let helped = records
        .iter()
        .find(|it| it["id"] == "actions/ecoute")
        .unwrap();
    assert_eq!(helped["discret"], true);
    // What can't say that a visit must leave few traces holds nothing discreet.
    for name in [
        "data-inclusion/services.json",
        "data-inclusion/structures.json",
    ] {
        assert_eq!(value(&files, name), json!([]), "{name}");
    }
    assert_eq!(value(&files, "hsds/services.json")["contents"], json!([]));
    assert_eq!(value(&files, "guide.geojson")["features"], json!([]));
}

#[test]
fn the_loss_report_names_what_a_format_cannot_say() {
    let losses = value(&files(&sample()), "pertes.json");
    let of = |format: &str| losses["formats"][format].clone();
    let lost = |format: &str, kind: &str| of(format)["cles_absentes"][kind].clone();
    assert!(
        lost("guide.json", "actions")
            .as_array()
            .unwrap()
            .contains(&json!("bilans"))
    );
    assert!(
        lost("data-inclusion", "laep")
            .as_array()
            .unwrap()
            .contains(&json!("capacite"))
    );
    assert!(
        of("hsds")["fiches_absentes"]
            .as_array()
            .unwrap()
            .contains(&json!("pages"))
    );
    let text = losses.to_string();
    assert!(
        !text.contains("prive\"") && !text.contains("brouillon"),
        "{text}"
    );
}

#[test]
fn the_same_content_gives_the_same_data() {
    assert!(files(&sample()) == files(&sample()));
}
