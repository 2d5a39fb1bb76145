//! What every view needs: the site, the language of the page, and words with the language they are in.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use crate::calendar::Occurrence;
use crate::check::Entry;
use crate::model::common::Translation;
use crate::model::values::{PhoneNumber, PhonePrice};
use crate::site::{Language, Site, Strings};
use crate::text::markdown::Body;
use crate::text::typography::typeset;

/// A page in the making.
#[derive(Clone, Copy)]
pub(super) struct Context<'s> {
    pub(super) site: &'s Site,
    /// The language, by its place among the site's.
    pub(super) language: usize,
    /// The strings of the language.
    pub(super) t: &'s Strings,
}

/// Words, and the attributes that say in which language they are where it is not the page's.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) attrs: Value,
}

/// A line of the five-second block.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) attrs: Value,
    pub(super) href: Option<String>,
    /// Whether it is what one came for.
    pub(super) main: bool,
    /// The record's own words on it, in parentheses.
    pub(super) aside: Option<Said>,
    /// The last day on which it is of use: a script puts it away later.
    pub(super) until: Option<String>,
}

/// A link in a list of links.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub(super) name: Said,
    pub(super) href: String,
    pub(super) count: Option<String>,
    pub(super) kind: Option<&'static str>,
}

/// One value of a row of facts.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) attrs: Value,
    pub(super) href: Option<String>,
    pub(super) external: bool,
    /// A word on it, in parentheses.
    pub(super) aside: Option<Said>,
}

/// A row of facts: a term, and values or a text.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) term: Said,
    pub(super) values: Vec<Cell>,
    pub(super) html: Option<Value>,
    pub(super) attrs: Value,
}

/// A way to call or write.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Phone {
    pub(super) href: String,
    pub(super) shown: String,
    pub(super) price: Option<String>,
    pub(super) label: Option<Said>,
}

impl<'s> Context<'s> {
    pub(super) fn new(site: &'s Site, language: usize) -> Context<'s> {
        Context {
            site,
            language,
            t: site.theme.strings(language),
        }
    }

    pub(super) fn language(&self) -> &'s Language {
        &self.site.languages[self.language]
    }

    /// The strings of the language as templates call them.
    pub(super) fn strings(&self) -> Value {
        Value::from_dyn_object(Arc::clone(self.site.theme.strings(self.language)))
    }

    /// Whether the page is in the content's own language.
    pub(super) fn is_own(&self) -> bool {
        self.language == 0
    }

    pub(super) fn entry(&self, index: usize) -> &'s Entry {
        &self.site.guide.entries()[index]
    }

    /// The strings whose keys begin so, as JSON for a script; it knows them by the rest of their keys.
    pub(super) fn strings_for_script(&self, start: &str) -> String {
        let all = self.t.under(start).into_iter();
        let strings: BTreeMap<&str, &str> =
            all.map(|(key, text)| (&key[start.len()..], text)).collect();
        // A map of texts always has a form in JSON.
        serde_json::to_string(&strings).unwrap_or_default()
    }

    /// How a list kept on the device names a record: where its page stands; none for what is never kept there.
    pub(super) fn list_id(&self, index: usize) -> Option<&'s str> {
        let entry = self.entry(index);
        let is_kept = entry.directory().is_some() && !entry.standing.discreet;
        let address = self.site.address(index).filter(|_| is_kept)?;
        Some(address.trim_matches('/'))
    }

    /// The address of a page of this language, or of a file.
    pub(super) fn href(&self, path: &str) -> String {
        self.site.href(self.language, path)
    }

    /// The address of a record's page.
    pub(super) fn record_href(&self, index: usize) -> Option<String> {
        self.site.address(index).map(|path| self.href(path))
    }

    /// The attributes of words of the content that are not translated.
    pub(super) fn content_attrs(&self) -> Value {
        Value::from_safe_string(self.content_attributes())
    }

    fn content_attributes(&self) -> String {
        let own = &self.site.languages[0];
        match (
            self.is_own(),
            own.right_to_left == self.language().right_to_left,
        ) {
            (true, _) => String::new(),
            (false, true) => format!(" lang=\"{}\"", own.code),
            (false, false) => format!(" lang=\"{}\" dir=\"{}\"", own.code, own.direction()),
        }
    }

    /// Words in the page's language.
    pub(super) fn here(&self, text: impl AsRef<str>) -> Said {
        Said {
            text: typeset(text.as_ref()).into_owned(),
            attrs: Value::from_safe_string(String::new()),
        }
    }

    /// Words in the content's language.
    pub(super) fn content(&self, text: &str) -> Said {
        Said {
            text: typeset(text).into_owned(),
            attrs: self.content_attrs(),
        }
    }

    /// A translation where there is one, else the content's own words.
    pub(super) fn either(&self, translated: Option<&str>, own: &str) -> Said {
        match translated.filter(|_| !self.is_own()) {
            Some(text) => self.here(text),
            None => self.content(own),
        }
    }

    /// The texts of a record in the page's language.
    pub(super) fn translation_of<'e>(&self, entry: &'e Entry) -> Option<&'e Translation> {
        if self.is_own() {
            return None;
        }
        entry
            .record
            .data
            .common()
            .translations
            .as_ref()?
            .get(&self.language().code)
    }

    /// The text of a record that its page shows: the translation where there is one.
    pub(super) fn body_of<'e>(&self, entry: &'e Entry) -> &'e Body {
        let translated = self
            .translation_of(entry)
            .and_then(|texts| texts.body.as_ref());
        translated.map_or(&entry.record.body, |body| &body.0)
    }

    /// The title of a record.
    pub(super) fn title(&self, entry: &Entry) -> Said {
        let translated = self
            .translation_of(entry)
            .and_then(|texts| texts.title.as_deref().or(texts.name.as_deref()));
        self.either(translated, entry.record.data.title())
    }

    /// The one-sentence summary of a record.
    pub(super) fn summary(&self, entry: &Entry) -> Option<Said> {
        let own = entry.record.data.summary()?;
        let translated = self
            .translation_of(entry)
            .and_then(|texts| texts.summary.as_deref());
        Some(self.either(translated, own))
    }

    pub(super) fn phone(&self, number: &PhoneNumber) -> Phone {
        let price = number.price().map(|price| match price {
            PhonePrice::Free => self.t.get("phone.free"),
            PhonePrice::Ordinary => self.t.get("phone.ordinary"),
            PhonePrice::Surcharged => self.t.get("phone.surcharged"),
        });
        Phone {
            href: number.link(),
            shown: number.shown(),
            price: price.map(str::to_owned),
            label: None,
        }
    }

    /// The next date of a record that takes place for sure.
    pub(super) fn next_date<'e>(&self, entry: &'e Entry) -> Option<&'e Occurrence> {
        let sure = |occurrence: &&Occurrence| {
            occurrence.status().takes_place()
                && !occurrence.by_appointment
                && matches!(occurrence.certainty, crate::calendar::Certainty::Sure)
        };
        entry.dates.iter().map(|when| &when.occurrence).find(sure)
    }

    /// A link with a name.
    pub(super) fn link(&self, name: Said, path: &str) -> Link {
        Link {
            name,
            href: self.href(path),
            count: None,
            kind: None,
        }
    }

    /// A row of facts; none without values.
    pub(super) fn row(&self, term: &str, values: Vec<Cell>) -> Option<Row> {
        (!values.is_empty()).then(|| Row {
            term: self.here(self.t.get(term)),
            values,
            html: None,
            attrs: Value::from(""),
        })
    }

    /// A record as the value of a row, with a link where it has a page.
    pub(super) fn record_cell(&self, id: &str) -> Option<Cell> {
        let index = self.site.guide.index(id)?;
        let title = self.title(self.entry(index));
        Some(Cell {
            text: title.text,
            attrs: title.attrs,
            href: self.record_href(index),
            external: false,
            aside: None,
        })
    }
}

impl Said {
    pub(super) fn line(self, main: bool) -> Line {
        Line {
            text: self.text,
            attrs: self.attrs,
            href: None,
            main,
            aside: None,
            until: None,
        }
    }

    pub(super) fn cell(self) -> Cell {
        Cell {
            text: self.text,
            attrs: self.attrs,
            href: None,
            external: false,
            aside: None,
        }
    }

    /// With a capital at the beginning.
    pub(super) fn capital(mut self) -> Said {
        self.text = upper_first(&self.text);
        self
    }
}

impl Link {
    pub(super) fn counting(mut self, count: usize) -> Link {
        self.count = Some(count.to_string());
        self
    }
}

/// The text with a capital at the beginning.
pub(super) fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// A view as templates read it.
pub(super) fn value(view: &impl Serialize) -> Value {
    Value::from(Serde(view))
}
