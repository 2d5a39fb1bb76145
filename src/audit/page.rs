//! One page, read as a browser would.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use lol_html::html_content::Element;
use lol_html::{ElementContentHandlers, HtmlRewriter, Selector, Settings};

use crate::diag::{Text, say};

/// What is wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFault {
    /// The name of the check.
    pub code: &'static str,
    /// What it is about: an id, an address.
    pub detail: String,
    /// What is wrong.
    pub message: Text,
}

/// What is gathered while a page is read.
#[derive(Default)]
struct Seen {
    has_language: bool,
    titles: usize,
    first_headings: usize,
    mains: usize,
    ids: BTreeMap<String, usize>,
    labelled: Vec<String>,
    fields: Vec<(String, bool)>,
    references: Vec<String>,
    faults: Vec<PageFault>,
}

/// Reads a page and tells what is wrong; `leads_somewhere` knows the addresses within the site.
pub fn page(html: &[u8], leads_somewhere: &dyn Fn(&str) -> bool) -> Vec<PageFault> {
    let seen = Rc::new(RefCell::new(Seen::default()));
    let links: Rc<RefCell<Vec<String>>> = Rc::default();
    let handlers = vec![
        on("html", &seen, |element, seen| {
            seen.has_language = element
                .get_attribute("lang")
                .is_some_and(|lang| !lang.is_empty());
        }),
        on("head > title", &seen, |_, seen| seen.titles += 1),
        on("h1", &seen, |_, seen| seen.first_headings += 1),
        on("main", &seen, |_, seen| seen.mains += 1),
        on("[id]", &seen, |element, seen| {
            if let Some(id) = element.get_attribute("id") {
                *seen.ids.entry(id).or_default() += 1;
            }
        }),
        on("img", &seen, |element, seen| {
            if element.get_attribute("alt").is_none() {
                let image = element.get_attribute("src").unwrap_or_default();
                seen.tell(
                    "page-image-alt",
                    &image,
                    say(
                        format!("l'image {image} n'a pas d'attribut alt"),
                        format!("the image {image} has no alt attribute"),
                    ),
                );
            }
        }),
        on("label[for]", &seen, |element, seen| {
            seen.labelled.extend(element.get_attribute("for"))
        }),
        on("input, select, textarea", &seen, field),
        on("[style]", &seen, |element, seen| {
            let tag = element.tag_name();
            seen.tell(
                "page-inline-style",
                &tag,
                say(
                    format!(
                        "<{tag}> a un style dans la page, que les en-têtes de sécurité refusent"
                    ),
                    format!("<{tag}> has an inline style, which the security headers refuse"),
                ),
            );
        }),
        on(
            "[aria-labelledby], [aria-describedby], [aria-controls]",
            &seen,
            |element, seen| {
                for name in ["aria-labelledby", "aria-describedby", "aria-controls"] {
                    let ids = element.get_attribute(name).unwrap_or_default();
                    seen.references
                        .extend(ids.split_whitespace().map(str::to_owned));
                }
            },
        ),
        link("a[href]", "href", &links),
        link("link[href]", "href", &links),
        link("script[src]", "src", &links),
        link("img[src]", "src", &links),
    ];
    let settings = handlers
        .into_iter()
        .fold(Settings::new(), Settings::append_element_content_handler);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    let read = rewriter.write(html).and_then(|()| rewriter.end());
    // The handlers are gone with the rewriter: nothing else holds what was seen.
    let mut seen = std::mem::take(&mut *seen.borrow_mut());
    if let Err(error) = read {
        seen.tell(
            "page-unreadable",
            "",
            say(
                format!("la page ne se lit pas : {error}"),
                format!("the page can't be read: {error}"),
            ),
        );
    }
    seen.conclude();
    for address in links.borrow().iter() {
        if address.starts_with('/') && !leads_somewhere(address) {
            seen.tell(
                "page-broken-link",
                address,
                say(
                    format!("le lien {address} ne mène nulle part"),
                    format!("the link {address} leads nowhere"),
                ),
            );
        }
    }
    seen.faults
}

type Handler<'h> = (std::borrow::Cow<'h, Selector>, ElementContentHandlers<'h>);

fn on<'h>(
    selector: &str,
    seen: &Rc<RefCell<Seen>>,
    act: impl Fn(&Element<'_, '_>, &mut Seen) + 'h,
) -> Handler<'h> {
    let seen = Rc::clone(seen);
    lol_html::element!(selector, move |element| {
        act(element, &mut seen.borrow_mut());
        Ok(())
    })
}

fn link<'h>(
    selector: &str,
    attribute: &'static str,
    links: &Rc<RefCell<Vec<String>>>,
) -> Handler<'h> {
    let links = Rc::clone(links);
    lol_html::element!(selector, move |element| {
        links.borrow_mut().extend(element.get_attribute(attribute));
        Ok(())
    })
}

fn field(element: &Element<'_, '_>, seen: &mut Seen) {
    let kind = element.get_attribute("type").unwrap_or_default();
    if ["hidden", "submit", "button"].contains(&kind.as_str()) {
        return;
    }
    let named = element.get_attribute("aria-label").is_some()
        || element.get_attribute("aria-labelledby").is_some();
    seen.fields
        .push((element.get_attribute("id").unwrap_or_default(), named));
}

impl Seen {
    fn tell(&mut self, code: &'static str, detail: &str, message: Text) {
        self.faults.push(PageFault {
            code,
            detail: detail.to_owned(),
            message,
        });
    }

    /// Tells what only the whole page shows.
    fn conclude(&mut self) {
        if !self.has_language {
            self.tell(
                "page-language",
                "",
                say(
                    "la page ne dit pas sa langue (<html lang>)",
                    "the page does not say its language (<html lang>)",
                ),
            );
        }
        for (code, count, fr, en) in [
            ("page-title", self.titles, "<title>", "<title>"),
            ("page-heading", self.first_headings, "<h1>", "<h1>"),
            ("page-main", self.mains, "<main>", "<main>"),
        ] {
            if count != 1 {
                self.tell(
                    code,
                    "",
                    say(
                        format!("{count} {fr} : il en faut un"),
                        format!("{count} {en}: there must be one"),
                    ),
                );
            }
        }
        let twice: Vec<String> = self
            .ids
            .iter()
            .filter(|(_, count)| **count > 1)
            .map(|(id, _)| id.clone())
            .collect();
        for id in twice {
            self.tell(
                "page-duplicate-id",
                &id,
                say(
                    format!("l'identifiant « {id} » sert plusieurs fois"),
                    format!("the id “{id}” is used more than once"),
                ),
            );
        }
        let lost: Vec<String> = self
            .references
            .iter()
            .filter(|id| !self.ids.contains_key(*id))
            .cloned()
            .collect();
        for id in lost {
            self.tell(
                "page-lost-reference",
                &id,
                say(
                    format!("un attribut aria- nomme « {id} », qui n'existe pas"),
                    format!("an aria- attribute names “{id}”, which does not exist"),
                ),
            );
        }
        let unnamed: Vec<String> = self
            .fields
            .iter()
            .filter(|(id, named)| !named && !self.labelled.contains(id))
            .map(|(id, _)| id.clone())
            .collect();
        for id in unnamed {
            self.tell(
                "page-unlabelled-field",
                &id,
                say(
                    format!("le champ « {id} » n'a pas d'étiquette"),
                    format!("the field “{id}” has no label"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_page_is_let_through_and_each_slip_is_told() {
        let sound = "<!doctype html><html lang=fr><head><title>x</title></head><body><main><h1>x</h1><label for=q>q</label><input id=q><a href=/laep/x/>x</a></main></body></html>";
        let exists = |address: &str| address == "/laep/x/";
        assert_eq!(page(sound.as_bytes(), &exists), []);
        let broken = "<html><body><h1>x</h1><h1>y</h1><p id=a></p><p id=a style='color:red'></p><img src=/x.png><input><a href=/nulle-part/>x</a><p aria-labelledby=z>";
        let codes: Vec<_> = page(broken.as_bytes(), &exists)
            .into_iter()
            .map(|fault| fault.code)
            .collect();
        for code in [
            "page-language",
            "page-title",
            "page-heading",
            "page-main",
            "page-duplicate-id",
            "page-image-alt",
            "page-inline-style",
            "page-unlabelled-field",
            "page-broken-link",
            "page-lost-reference",
        ] {
            assert!(codes.contains(&code), "{code}: {codes:?}");
        }
    }
}
