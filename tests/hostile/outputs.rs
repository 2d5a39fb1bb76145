//! Texts of records in what is published: they stay texts, whatever they hold.
//!
//! Every text key holds a payload that would be markup in HTML or XML, a script, a template, a formula; each output is
//! then read as its readers do. A kind of file that is not known here fails: whoever adds one says what may not be in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::date;
use lol_html::{HtmlRewriter, Settings, element};
use ribambelle::check::check;
use ribambelle::diag::{Language, Level, Report};
use ribambelle::export::{EXPORTS, search};
use ribambelle::load::load;
use ribambelle::model::Output;
use ribambelle::render::render;
use ribambelle::site::Site;
use ribambelle::source::Sources;

/// What a text key holds: closes an attribute, a tag, a script, a template, a CDATA section.
const TEXT: &str = "=1+1'\"></script><xss-el xss=1>{{1337*3}}]]>{%x%}\r\nBEGIN:X";
/// The same where Markdown is read; as it stands raw HTML is refused.
const MARKDOWN: &str = r#"=1+1 \<xss-el xss=1> "xss='1 {{1337*3}} ]]> {% x %} `<xss-el xss=1>` &lt;xss-el&gt;

[a" xss='1 \<xss-el>](https://example.org/?"xss='1&lt;xss-el&gt; 'b" xss=1 <xss-el>') <https://example.org/?"xss='1>

![a" xss='1 \<xss-el>](medias/x.svg "t\" xss='1")

| a" xss='1 | `<xss-el>` |
|---|---|
| \<xss-el> | b |

```" xss='1
<xss-el xss=1>
```

Note[^x"y<z]

[^x"y<z]: \<xss-el>

## Titre" xss='1 \<xss-el> {#a"xss='1<b}
"#;

/// A record of each kind, `T` for the text and `M` for the Markdown in every key that takes one.
const RECORDS: &[(&str, &str)] = &[
    (
        "guide.yml",
        "nom: T\nterritoire: t\nurl: https://g.example.org/\nediteur: p\nlangues: [en]\ncontact: C\naccueil: {message: T, themes: [jeux], fiches: [laep/a, actions/a]}\nmentions_legales: {directeur_publication: T, hebergeur: T, texte: M}\naccessibilite: {etat: partiellement-conforme, declaree_le: 2026-01-01, contact: C}\nnumero_garde: T\ndisparus: [{ancien: lieux/parti, motif: T}]\ndemonstration: true\n",
    ),
    (
        "vocabulaire.yml",
        "themes:\n  mon-theme: {libelle: T, pluriel: T, description: T, synonymes: [T], traductions: {en: {libelle: T, description: T}}}\n  jeux: {libelle: T, description: T}\nformats: {mon-format: {libelle: T, synonymes: [T]}}\naccueil: {mon-fait: {libelle: T}}\npublics: {mon-public: {libelle: T}}\nequipe: {mon-metier: {libelle: T}}\n",
    ),
    (
        "numeros.yml",
        "- {numero: 119, nom: T, pour: T, quand: T, precisions: T, source: \"https://example.org/?'\", verifie: {le: 2026-11-01, comment: telephone}, traductions: {en: {nom: T, pour: T, quand: T, precisions: T}}}\n",
    ),
    (
        "partenaires/p.yml",
        "titre: T\nsigle: T\ntype: caf\nanciens_titres: [T]\nresume: R\ncontact: C\nlogo: P\ncorps: M\nS",
    ),
    (
        "territoires/t.yml",
        "nom: T\nniveau: groupement\nclp: {statut: effectif, depuis: 2020, perimetre: T, realisations: [T], reunions: [{date: 2026-01-01, parents: 7}], enquetes: [{date: 2026-01-01, envoyes: 9, reponses: 7, resultats: T}]}\nagregats: [{date: 2026-01-01, source: T, clp: {concernes: 3, effectif: 1, installation: 1, interesse: 1}}]\ncorps: M\nS",
    ),
    (
        "plans/a.yml",
        "titre: T\ncode: T\naxe: T\nterritoire: t\npilote: p\npartenaires: [p]\nactions: [T]\nindicateurs: [{code: T, intitule: T, unite: T, valeurs: [{date: 2026, valeur: 3, source: T}, {date: 2025, non_calculable: T}]}]\ncorps: M\nS",
    ),
    (
        "conventions/a.yml",
        "titre: T\ntype: mise-a-disposition\nparties: [p, q]\nobjet: T\nlieux: [a]\nstatut: signee\nsignee_le: 2026\ndebut: 2026\nduree_mois: 12\npublic: true\ndeliberation: {numero: T, date: 2026-01-01, instance: T}\nengagements: {p: [T], tous: [T]}\nassurances: T\nfinancement: {payeur: p, beneficiaire: q, lignes: [{intitule: T, plafond: 10, unites: 1, unite: T, taux: 0.5, par: an, base: reel}]}\nperimetre: [T]\ninstances: [T]\ncorps: M\nS",
    ),
    ("partenaires/q.yml", "titre: T\ntype: association\n"),
    (
        "lieux/a.yml",
        "D\ntype: csc\npartenaire: p\nadresse: A\nequipements: [T]\nhoraires: [{jours: [lundi], de: \"09:00\", a: \"10:00\"}]\nfermetures: [{du: 2026-12-01, au: 2026-12-02, motif: T}]\nouvertures: [{date: 2026-12-05, de: \"10:00\", a: \"17:00\", motif: T}]\n",
    ),
    (
        "laep/a.yml",
        "D\ngestionnaire: p\nlieu: a\naccueillants: 2\n",
    ),
    (
        "laep/b.yml",
        "D\ngestionnaire: p\netapes: [{adresse: A, horaires: [{jours: [mardi], de: \"09:00\", a: \"10:00\"}], precisions: T}]\netat: {type: suspendu, du: 2026-11-01, motif: T}\n",
    ),
    (
        "ram/a.yml",
        "D\ngestionnaire: p\nadresse: A\ncommunes: [\"67180\"]\nmissions: [T]\n",
    ),
    (
        "actions/a.yml",
        "D\nporteurs: [{partenaire: p, role: chef-de-file}]\nlieu: a\nformats: [mon-format]\nintitule: T\nnumero: T\nrecueil: T\nsecteurs_precisions: T\nobjectifs: M\nvulnerabilites: T\nsujets: M\nmodalites_precisions: T\nactivites: M\nfrequence: T\nmilieux_precisions: T\nlieux_types_precisions: T\neffets_inattendus: M\nformation: M\npartenaires_secteurs_precisions: T\nevaluation: {statut: finalisee, precisions: T, resultats: M, rapport: {titre: T, url: \"https://example.org/\"}}\nleviers: M\nfreins: M\nstrategies_precisions: T\neffets_sante: M\ninegalites_precisions: T\ntransferabilite: M\ncommentaires: M\nfinanceurs: [{type: ars, montant: 10, annee: 2026, precisions: T}]\nbilans: [{annee_precisions: T, commentaire: T, satisfaction: T}]\nseances: [{date: 2026-12-03, de: \"14:00\", a: \"16:00\", titre: T, statut: annulee, motif: T}, {chaque: jeudi, du: 2026-11-01, au: 2027-01-31, de: \"17:00\", a: \"18:00\", titre: T}]\n",
    ),
    (
        "pages/grandir/a.yml",
        "titre: T\nresume: R\nthemes: [jeux]\ncorps: M\nS",
    ),
    (
        "pages/discret.yml",
        "titre: T\nresume: R\ndiscret: true\ncorps: M\n",
    ),
];
/// What every directory record has.
const DIRECTORY: &str = "titre: T\nresume: R\nthemes: [mon-theme, jeux]\npublics: [mon-public]\nouvert_a: [commune]\nouvert_a_precisions: T\naccueil: [mon-fait]\nlangues: [de]\ncontact: C\ntarif: gratuit\naccessibilite: {fauteuil: oui, transports: T, guidage: T, precisions: T}\npremiere_visite: T\na_apporter: [T]\nequipe: [mon-metier]\nconfidentialite: T\nphoto: P\nmots_cles: [T]\nsynonymes: [T]\nfalc: T\ncorps: M\nS";
/// What every record may have.
const SHARED: &str = "documents: [{titre: T, fichier: medias/x.svg}]\nliens: [{titre: T, url: \"https://example.org/?a='x\"}]\nsources: [{titre: T}]\nverifie: {le: 2026-11-01, comment: telephone}\n";

fn site() -> Site {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let summary = format!("{TEXT} pour un parent");
    // Letters that stand alone between signs are to be filled in.
    let fill = |text: &str| -> String {
        let text = text.replace("D\n", &format!("{DIRECTORY}\n"));
        let mut out = String::new();
        let around = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let chars: Vec<char> = text.chars().collect();
        for (at, c) in chars.iter().enumerate() {
            let before = at.checked_sub(1).map(|at| chars[at]);
            let alone = around(before) && around(chars.get(at + 1).copied());
            match c {
                'T' if alone => out += &quoted(TEXT),
                'R' if alone => out += &quoted(&summary),
                'M' if alone => out += &quoted(MARKDOWN),
                'S' if alone => out += SHARED,
                'C' if alone => {
                    out += "{telephones: [{numero: 01 99 00 12 34, libelle: T}], horaires_telephone: T, courriel: contact@example.org, site: \"https://example.org/?a='x\"}"
                }
                'P' if alone => out += "{fichier: medias/x.svg, alt: T, credit: T}",
                'A' if alone => {
                    out +=
                        "{voie: T, complement: T, acces: T, code_postal: 67500, commune: Haguenau}"
                }
                c => out.push(*c),
            }
        }
        out
    };
    let translated = "traductions: {en: {titre: T, resume: R, corps: M}}\n";
    let files = RECORDS.iter().map(|(name, text)| {
        let has_page = text.contains("resume: R") || text.starts_with('D');
        let more = if has_page { translated } else { "" };
        // Twice: what is filled in holds letters of its own.
        let text = fill(&fill(&format!("{text}\n{more}")));
        (format!("content/{name}"), text)
    });
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    let files = files.chain([("content/medias/x.svg".to_owned(), drawing.to_owned())]);
    let sources = Arc::new(Sources::in_memory(files));
    let mut report = Report::default();
    let catalogue = load(&sources, &mut report);
    let guide = check(&sources, catalogue, date(2026, 11, 22), &mut report);
    let site = guide.and_then(|guide| Site::new(&sources, guide, &mut report));
    let errors = report.diagnostics().iter();
    let errors = errors.filter(|fault| fault.level == Level::Error);
    let named = |fault: &ribambelle::diag::Diagnostic| {
        let file = &sources.file(fault.span.file).name;
        let message = fault.message.get(Language::English);
        format!("{file}: {}: {message}", fault.code)
    };
    let errors: Vec<String> = errors.map(named).collect();
    // The records must be published to prove anything.
    assert!(errors.is_empty(), "{errors:#?}");
    site.expect("a site")
}

fn outputs(site: &Site) -> Vec<Output> {
    let pages = site
        .paths()
        .map(|path| render(site, path).unwrap_or_else(|fault| panic!("{path}: {fault:?}")));
    let indexes = search::indexes(site).expect("the indexes");
    let search = search::outputs(site, &indexes).expect("the search");
    let others = EXPORTS.iter().flat_map(|export| export(site));
    let others = others.map(|file| file.output().expect("an export"));
    pages.chain(search).chain(others).collect()
}

/// Reads a page as a browser does and gathers what no template of the guide would write.
fn foreign(path: &str, html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let schemes = [
        "https:", "http:", "mailto:", "tel:", "sms:", "geo:", "#", "/", "?",
    ];
    let mut rewriter = HtmlRewriter::new(
        Settings::new().append_element_content_handler(element!("*", |seen| {
            let tag = seen.tag_name();
            if tag.starts_with("xss") {
                found.push(format!("{path}: <{tag}>"));
            }
            for attribute in seen.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                if name.starts_with("xss")
                    || name.starts_with("on")
                    || name == "style"
                    || name == "srcdoc"
                {
                    found.push(format!("{path}: <{tag} {name}>"));
                }
                let leads = ["href", "src", "action", "formaction", "xlink:href"];
                let is_safe = schemes.iter().any(|scheme| value.starts_with(scheme));
                if leads.contains(&&*name) && !is_safe {
                    found.push(format!("{path}: {name}={value}"));
                }
            }
            let is_ours = seen
                .get_attribute("src")
                .is_some_and(|src| src.starts_with("/theme/"))
                || seen
                    .get_attribute("type")
                    .is_some_and(|kind| kind == "application/ld+json");
            if tag == "script" && !is_ours {
                found.push(format!("{path}: <script>"));
            }
            Ok(())
        })),
        |_: &[u8]| {},
    );
    rewriter.write(html.as_bytes()).unwrap();
    rewriter.end().unwrap();
    found
}

/// Every text of a JSON value.
fn texts<'j>(value: &'j serde_json::Value, all: &mut Vec<&'j str>) {
    match value {
        serde_json::Value::String(text) => all.push(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                all.push(key);
                texts(value, all);
            }
        }
        _ => {}
    }
}

#[test]
fn a_text_stays_a_text_in_every_output() {
    let site = site();
    let mut kinds = BTreeSet::new();
    let mut wrong = Vec::new();
    let mut with_payload = 0;
    for output in outputs(&site) {
        let path = output.path.as_str();
        let ending = path.rsplit(['.', '/']).next().unwrap_or_default();
        let is_page = output.path.is_page() || ending == "html";
        kinds.insert(if is_page { "html" } else { ending }.to_owned());
        if path.starts_with("/theme/") || path.starts_with("/medias/") {
            continue;
        }
        let text = String::from_utf8_lossy(&output.bytes).into_owned();
        if text.contains("4011") && !text.contains("1337*3") || text.contains("&amp;lt;xss") {
            wrong.push(format!(
                "{path}: a template ran, or a text is escaped twice"
            ));
        }
        with_payload += usize::from(text.contains("xss-el"));
        match ending {
            _ if is_page => {
                wrong.extend(foreign(path, &text));
                for block in text.split("application/ld+json\">").skip(1) {
                    let block = block.split("</script>").next().unwrap();
                    let graph: serde_json::Value = serde_json::from_str(block)
                        .unwrap_or_else(|error| panic!("{path}: {error}: {block}"));
                    let mut all = Vec::new();
                    texts(&graph, &mut all);
                    // The block is whole: what closes a script stands in a text of it.
                    if block.contains("xss-el")
                        && !all.iter().any(|text| text.contains("</script><xss-el"))
                    {
                        wrong.push(format!("{path}: a text of the JSON-LD is cut"));
                    }
                }
            }
            "xml" => {
                wrong.extend(foreign(path, &text));
                if text.contains("]]>") {
                    wrong.push(format!("{path}: the end of a CDATA section"));
                }
            }
            "json" | "geojson" => {
                let value: serde_json::Value = serde_json::from_str(&text).unwrap();
                let mut all = Vec::new();
                texts(&value, &mut all);
                // The client writes them with `textContent`; markup of our own in them would be shown as it is.
                if all
                    .iter()
                    .any(|text| text.contains("&lt;") && !text.contains("&lt;xss"))
                {
                    wrong.push(format!("{path}: escaped before it is known where it goes"));
                }
            }
            // A cell begins a line, follows a comma, or the quotes that it stands in.
            "csv" => {
                let begins = ["=", "+", "@", "\t"];
                let cells = ["\n", ",", ",\"", "\n\""];
                let is_formula = |cell: &str| {
                    let found = begins.map(|begin| text.contains(&format!("{cell}{begin}")));
                    found.contains(&true)
                };
                // Within quotes a comma is a text's own; the payload has none, so that all of them part cells.
                if cells.into_iter().any(is_formula) {
                    wrong.push(format!("{path}: a spreadsheet would compute a text"));
                }
                if !text.contains("'=1+1") {
                    wrong.push(format!("{path}: the payload is gone"));
                }
            }
            "txt" => {
                let known = ["User-agent: ", "Allow: ", "Sitemap: https://g.example.org/"];
                let is_known = |line: &str| known.iter().any(|begin| line.starts_with(begin));
                if !text.lines().all(is_known) {
                    wrong.push(format!("{path}: {text}"));
                }
            }
            // A line is a property of the format's own: no text begins one.
            "ics" => {
                let unfolded = text.replace("\r\n ", "");
                let is_property = |line: &str| {
                    let name = line.split([':', ';']).next().unwrap_or_default();
                    name.len() > 1
                        && name
                            .bytes()
                            .all(|byte| byte.is_ascii_uppercase() || byte == b'-')
                };
                let lines = unfolded.trim_end().split("\r\n");
                wrong.extend(
                    lines
                        .filter(|line| !is_property(line))
                        .map(|line| format!("{path}: {line:?}")),
                );
            }
            // A picture: its texts are outlines, and its chunks hold none.
            "png" => {
                let chunks = [b"tEXt", b"zTXt", b"iTXt", b"eXIf"];
                let holds = |name: &&[u8; 4]| output.bytes.windows(4).any(|four| four == **name);
                if !output.bytes.starts_with(b"\x89PNG") || chunks.iter().any(holds) {
                    wrong.push(format!("{path}: no picture without texts"));
                }
            }
            // The client's modules, which no text of a record reaches.
            "js" if !text.contains("xss-el") && !text.contains("1337*3") => {}
            other => wrong.push(format!("{path}: say here what may not be in « .{other} »")),
        }
    }
    println!("{kinds:?}, {with_payload} outputs hold a payload");
    assert!(with_payload > 20);
    assert_eq!(wrong, [] as [&str; 0]);
}

#[test]
fn scripts_of_the_theme_write_texts_as_texts() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/guide/recherche");
    let mut seen = 0;
    let mut paths = vec![folder];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap();
            paths.extend(entries.map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        seen += 1;
        for sink in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "setHTMLUnsafe",
            "createContextualFragment",
            "DOMParser",
            "srcdoc",
            "javascript:",
            "setTimeout(\"",
        ] {
            assert!(!text.contains(sink), "{sink} in {}", path.display());
        }
    }
    assert!(seen > 10);
}
