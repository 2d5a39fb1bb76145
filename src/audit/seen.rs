//! What is gathered while a page is read, and what only the whole page shows.

use std::collections::BTreeMap;

use crate::diag::{Text, say};

/// What is wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFault {
    /// The name of the check.
    pub code: &'static str,
    /// What it is about: an id, an address.
    pub detail: String,
    /// The tag at fault, as it is rendered.
    pub tag: String,
    /// What is wrong.
    pub message: Text,
}

/// What a page is to be, beside what any page is.
pub struct Expected<'e> {
    /// The language that it is to say, where that is known.
    pub language: Option<&'e str>,
    /// Knows the addresses within the site.
    pub leads_somewhere: &'e dyn Fn(&str) -> bool,
}

/// What is gathered while a page is read.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) language: Option<(String, String)>,
    pub(super) titles: usize,
    /// Whether it leads on to another page by itself: such a page has no frame.
    pub(super) leads_on: bool,
    /// The level of each heading, with its tag.
    pub(super) headings: Vec<(u8, String)>,
    /// How many there are of each landmark that a page has once.
    pub(super) landmarks: BTreeMap<&'static str, usize>,
    /// Each `nav`, with its name.
    pub(super) navs: Vec<(String, String)>,
    pub(super) ids: BTreeMap<String, Vec<String>>,
    pub(super) labelled: Vec<String>,
    /// Each field: its id, whether it has a name of its own, its tag.
    pub(super) fields: Vec<(String, bool, String)>,
    /// Each id that an attribute names, with the tag.
    pub(super) references: Vec<(String, String)>,
    /// Each address that is linked, with the tag.
    pub(super) links: Vec<(String, String)>,
    pub(super) faults: Vec<PageFault>,
}

impl Seen {
    pub(super) fn tell(&mut self, code: &'static str, detail: &str, tag: &str, message: Text) {
        self.faults.push(PageFault {
            code,
            detail: detail.to_owned(),
            tag: tag.to_owned(),
            message,
        });
    }

    /// Tells what only the whole page shows.
    pub(super) fn conclude(&mut self, expected: &Expected<'_>) {
        self.say_language(expected.language);
        self.count();
        self.order_headings();
        self.name_navs();
        self.compare_ids();
        self.follow(expected.leads_somewhere);
    }

    fn say_language(&mut self, expected: Option<&str>) {
        let (said, tag) = self.language.take().unwrap_or_default();
        let tag = if tag.is_empty() { "<html" } else { &tag };
        if said.is_empty() {
            self.tell(
                "page-language",
                "",
                tag,
                say(
                    "la page ne dit pas sa langue (<html lang>)",
                    "the page does not say its language (<html lang>)",
                ),
            );
        } else if let Some(expected) = expected.filter(|expected| *expected != said) {
            self.tell(
                "page-language",
                &said,
                tag,
                say(
                    format!("la page dit être en « {said} », elle est en « {expected} »"),
                    format!("the page says that it is in “{said}”, it is in “{expected}”"),
                ),
            );
        }
    }

    fn count(&mut self) {
        let of = |name| self.landmarks.get(name).copied().unwrap_or(0);
        let first = self.headings.iter().filter(|(level, _)| *level == 1);
        let second = first.clone().nth(1).map(|(_, tag)| tag.clone());
        for (code, count, name, tag) in [
            ("page-title", self.titles, "<title>", None),
            ("page-heading", first.count(), "<h1>", second),
            ("page-main", of("main"), "<main>", None),
            ("page-landmark", of("banner"), "<header>", None),
            ("page-landmark", of("contentinfo"), "<footer>", None),
        ] {
            if count != 1 && !(self.leads_on && code == "page-landmark") {
                let tag = tag.unwrap_or_else(|| name.trim_end_matches('>').to_owned());
                self.tell(
                    code,
                    name,
                    &tag,
                    say(
                        format!("{count} {name} : il en faut un"),
                        format!("{count} {name}: there must be one"),
                    ),
                );
            }
        }
    }

    fn order_headings(&mut self) {
        let mut last = 0;
        for (level, tag) in std::mem::take(&mut self.headings) {
            if level > last + 1 && last > 0 {
                self.tell(
                    "page-heading-order",
                    &format!("h{last} h{level}"),
                    &tag,
                    say(
                        format!("<h{level}> suit <h{last}> : un niveau de titre manque"),
                        format!("<h{level}> follows <h{last}>: a level of headings is missing"),
                    ),
                );
            }
            last = level;
        }
    }

    fn name_navs(&mut self) {
        let navs = std::mem::take(&mut self.navs);
        for (index, (name, tag)) in navs.iter().enumerate() {
            let is_twin = navs[..index].iter().any(|(other, _)| other == name);
            if navs.len() > 1 && (name.is_empty() || is_twin) {
                self.tell(
                    "page-unnamed-landmark",
                    tag,
                    tag,
                    say(
                        "plusieurs <nav>, dont un sans aria-label à lui",
                        "several <nav>, one without an aria-label of its own",
                    ),
                );
            }
        }
    }

    fn compare_ids(&mut self) {
        for (id, tags) in self.ids.clone() {
            if tags.len() > 1 {
                self.tell(
                    "page-duplicate-id",
                    &id,
                    &tags[1],
                    say(
                        format!("l'identifiant « {id} » sert plusieurs fois"),
                        format!("the id “{id}” is used more than once"),
                    ),
                );
            }
        }
        for (id, tag) in std::mem::take(&mut self.references) {
            if !self.ids.contains_key(&id) {
                self.tell(
                    "page-lost-reference",
                    &id,
                    &tag,
                    say(
                        format!("un attribut nomme « {id} », qui n'existe pas"),
                        format!("an attribute names “{id}”, which does not exist"),
                    ),
                );
            }
        }
        for (id, is_named, tag) in std::mem::take(&mut self.fields) {
            if !is_named && !self.labelled.contains(&id) {
                self.tell(
                    "page-unlabelled-field",
                    &id,
                    &tag,
                    say(
                        format!("le champ « {id} » n'a pas d'étiquette"),
                        format!("the field “{id}” has no label"),
                    ),
                );
            }
        }
    }

    fn follow(&mut self, leads_somewhere: &dyn Fn(&str) -> bool) {
        for (address, tag) in std::mem::take(&mut self.links) {
            let is_lost = match address.strip_prefix('#') {
                // « # » and « #top » lead to the top of any page.
                Some(anchor) => {
                    !anchor.is_empty() && anchor != "top" && !self.ids.contains_key(anchor)
                }
                None => address.starts_with('/') && !leads_somewhere(&address),
            };
            if is_lost || address.trim().is_empty() {
                self.tell(
                    "page-broken-link",
                    &address,
                    &tag,
                    say(
                        format!("le lien « {address} » ne mène nulle part"),
                        format!("the link “{address}” leads nowhere"),
                    ),
                );
            }
        }
    }
}
