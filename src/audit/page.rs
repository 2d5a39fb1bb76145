//! One page, read as a browser would.

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::Element;
use lol_html::{ElementContentHandlers, HtmlRewriter, Selector, Settings};

use super::seen::{Expected, PageFault, Seen};
use crate::diag::say;

/// A link or button that is open: its tag, and whether it has a name so far.
struct Open {
    tag: String,
    is_named: bool,
}

/// What is open while a page is read.
#[derive(Default)]
struct Reading {
    seen: Seen,
    /// Links and buttons.
    controls: Vec<Open>,
    /// How many labels are open: a field within one is named by its words.
    labels: usize,
    /// How many articles, sections and the like are open: a header within one is theirs.
    sections: usize,
}

type Shared = Rc<RefCell<Reading>>;
type Handler<'h> = (std::borrow::Cow<'h, Selector>, ElementContentHandlers<'h>);

/// Reads a page and tells what is wrong.
pub fn page(html: &[u8], expected: &Expected<'_>) -> Vec<PageFault> {
    let shared = Shared::default();
    let handlers = structure(html, &shared)
        .into_iter()
        .chain(names(html, &shared));
    let settings = handlers.fold(Settings::new(), Settings::append_element_content_handler);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    let read = rewriter.write(html).and_then(|()| rewriter.end());
    // The handlers are gone with the rewriter: nothing else holds what was seen.
    let mut seen = std::mem::take(&mut shared.borrow_mut().seen);
    if let Err(error) = read {
        let message = say(
            format!("la page ne se lit pas : {error}"),
            format!("the page can't be read: {error}"),
        );
        seen.tell("page-unreadable", "", "", message);
    }
    seen.conclude(expected);
    seen.faults
}

/// Language, title, headings, landmarks, ids.
fn structure<'h>(html: &'h [u8], shared: &Shared) -> Vec<Handler<'h>> {
    vec![
        on("html", html, shared, |element, tag, reading| {
            reading.seen.language = Some((attribute(element, "lang"), tag));
        }),
        on("head > title", html, shared, |_, _, reading| {
            reading.seen.titles += 1;
        }),
        on(
            "h1, h2, h3, h4, h5, h6",
            html,
            shared,
            |element, tag, reading| {
                let level = element.tag_name().as_bytes()[1] - b'0';
                reading.seen.headings.push((level, tag));
            },
        ),
        on(
            "meta[http-equiv='refresh']",
            html,
            shared,
            |_, _, reading| {
                reading.seen.leads_on = true;
            },
        ),
        within("article, section, main, aside, nav", shared, |reading| {
            &mut reading.sections
        }),
        on(
            "main, header, footer",
            html,
            shared,
            |element, _, reading| {
                let landmark = match element.tag_name().as_str() {
                    "main" => "main",
                    _ if reading.sections > 0 => return,
                    "header" => "banner",
                    _ => "contentinfo",
                };
                *reading.seen.landmarks.entry(landmark).or_default() += 1;
            },
        ),
        on("nav", html, shared, |element, tag, reading| {
            let name = attribute(element, "aria-label") + &attribute(element, "aria-labelledby");
            reading.seen.navs.push((name, tag));
        }),
        on("[id]", html, shared, |element, tag, reading| {
            let id = attribute(element, "id");
            reading.seen.ids.entry(id).or_default().push(tag);
        }),
        on("[style]", html, shared, |element, tag, reading| {
            let name = element.tag_name();
            let message = say(
                format!("<{name}> a un style dans la page, que les en-têtes de sécurité refusent"),
                format!("<{name}> has an inline style, which the security headers refuse"),
            );
            reading.seen.tell("page-inline-style", &name, &tag, message);
        }),
    ]
}

/// Names of images, fields, links and buttons; what links and attributes name.
fn names<'h>(html: &'h [u8], shared: &Shared) -> Vec<Handler<'h>> {
    let mut handlers = vec![
        on("img", html, shared, |element, tag, reading| {
            let alt = element.get_attribute("alt");
            if let (Some(alt), Some(open)) = (&alt, reading.controls.last_mut()) {
                open.is_named |= !alt.trim().is_empty();
            }
            if alt.is_none() {
                let image = attribute(element, "src");
                let message = say(
                    format!("l'image {image} n'a pas d'attribut alt"),
                    format!("the image {image} has no alt attribute"),
                );
                reading.seen.tell("page-image-alt", &image, &tag, message);
            }
        }),
        within("label", shared, |reading| &mut reading.labels),
        on("label[for]", html, shared, |element, _, reading| {
            reading.seen.labelled.push(attribute(element, "for"));
        }),
        on("input, select, textarea", html, shared, field),
        on(
            "[aria-labelledby], [aria-describedby], [aria-controls], label[for]",
            html,
            shared,
            |element, tag, reading| {
                for name in [
                    "aria-labelledby",
                    "aria-describedby",
                    "aria-controls",
                    "for",
                ] {
                    let ids = attribute(element, name);
                    let ids = ids.split_whitespace();
                    let named = ids.map(|id| (id.to_owned(), tag.clone()));
                    reading.seen.references.extend(named);
                }
            },
        ),
        control(html, shared),
        words(shared),
    ];
    for (selector, name) in [
        ("a[href]", "href"),
        ("link[href]", "href"),
        ("script[src]", "src"),
        ("img[src]", "src"),
        ("form[action]", "action"),
    ] {
        handlers.push(on(selector, html, shared, move |element, tag, reading| {
            let address = attribute(element, name);
            reading.seen.links.push((address, tag));
        }));
    }
    handlers
}

fn on<'h>(
    selector: &str,
    html: &'h [u8],
    shared: &Shared,
    act: impl Fn(&Element<'_, '_>, String, &mut Reading) + 'h,
) -> Handler<'h> {
    let shared = Rc::clone(shared);
    lol_html::element!(selector, move |element| {
        act(element, tag(html, element), &mut shared.borrow_mut());
        Ok(())
    })
}

/// Counts the elements that are open.
fn within<'h>(
    selector: &str,
    shared: &Shared,
    counter: fn(&mut Reading) -> &mut usize,
) -> Handler<'h> {
    let shared = Rc::clone(shared);
    lol_html::element!(selector, move |element| {
        *counter(&mut shared.borrow_mut()) += 1;
        let shared = Rc::clone(&shared);
        element.on_end_tag(lol_html::end_tag!(move |_| {
            let mut reading = shared.borrow_mut();
            let open = counter(&mut reading);
            *open = open.saturating_sub(1);
            Ok(())
        }))
    })
}

/// Links and buttons: told at their end, if nothing named them.
fn control<'h>(html: &'h [u8], shared: &Shared) -> Handler<'h> {
    let shared = Rc::clone(shared);
    lol_html::element!("a[href], button, summary", move |element| {
        let names = ["aria-label", "aria-labelledby", "title"];
        let is_named = names
            .iter()
            .any(|name| !attribute(element, name).trim().is_empty());
        let tag = tag(html, element);
        shared.borrow_mut().controls.push(Open { tag, is_named });
        let shared = Rc::clone(&shared);
        element.on_end_tag(lol_html::end_tag!(move |_| {
            let mut reading = shared.borrow_mut();
            if let Some(Open {
                tag,
                is_named: false,
            }) = reading.controls.pop()
            {
                let message = say(
                    "un lien ou un bouton sans texte",
                    "a link or button without words",
                );
                let detail = tag.clone();
                reading.seen.tell("page-empty-link", &detail, &tag, message);
            }
            Ok(())
        }))
    })
}

/// The words within a link or button name it.
fn words<'h>(shared: &Shared) -> Handler<'h> {
    let shared = Rc::clone(shared);
    lol_html::text!("a[href], button, summary", move |text| {
        if !text.as_str().trim().is_empty()
            && let Some(open) = shared.borrow_mut().controls.last_mut()
        {
            open.is_named = true;
        }
        Ok(())
    })
}

fn field(element: &Element<'_, '_>, tag: String, reading: &mut Reading) {
    let kind = attribute(element, "type");
    if ["hidden", "submit", "button", "reset"].contains(&kind.as_str()) {
        return;
    }
    let is_named = ["aria-label", "aria-labelledby", "title"]
        .iter()
        .any(|name| !attribute(element, name).trim().is_empty());
    let is_named = is_named || reading.labels > 0;
    let id = attribute(element, "id");
    reading.seen.fields.push((id, is_named, tag));
}

fn attribute(element: &Element<'_, '_>, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// A start tag as it is written.
fn tag(html: &[u8], element: &Element<'_, '_>) -> String {
    let written = html.get(element.source_location().bytes());
    String::from_utf8_lossy(written.unwrap_or_default()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_page_is_let_through_and_each_slip_is_told() {
        let sound = "<!doctype html><html lang=fr><head><title>x</title></head><body><header><nav><a href=#c>x</a></nav></header><main id=c><h1>x</h1><h2>y</h2><article><header><h3>z</h3></header></article><label for=q>q</label><input id=q><label>r <input></label><a href=/laep/x/><svg><title>x</title></svg></a><button aria-label=x></button></main><footer></footer></body></html>";
        let exists = |address: &str| address == "/laep/x/";
        let expected = Expected {
            language: Some("fr"),
            leads_somewhere: &exists,
        };
        assert_eq!(page(sound.as_bytes(), &expected), []);
        let broken = "<html><body><h1>x</h1><h1>y</h1><h3>z</h3><p id=a></p><p id=a style='color:red'></p><img src=/x.png><input><a href=/nulle-part/>x</a><a href=#rien><img src=/laep/x/ alt=''></a><button> </button><nav></nav><nav aria-label=x></nav><p aria-labelledby=z>";
        let faults = page(broken.as_bytes(), &expected);
        let codes: Vec<_> = faults.iter().map(|fault| fault.code).collect();
        for code in [
            "page-language",
            "page-title",
            "page-heading",
            "page-heading-order",
            "page-main",
            "page-landmark",
            "page-unnamed-landmark",
            "page-duplicate-id",
            "page-image-alt",
            "page-inline-style",
            "page-unlabelled-field",
            "page-empty-link",
            "page-broken-link",
            "page-lost-reference",
        ] {
            assert!(codes.contains(&code), "{code}: {codes:?}");
        }
        let empty = codes.iter().filter(|code| **code == "page-empty-link");
        assert_eq!(empty.count(), 2);
        let image = faults.iter().find(|fault| fault.code == "page-image-alt");
        assert_eq!(image.unwrap().tag, "<img src=/x.png>");
        let german = sound.replace("lang=fr", "lang=de");
        assert_eq!(page(german.as_bytes(), &expected)[0].code, "page-language");
    }
}
