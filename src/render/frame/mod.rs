//! What every page has around its main part.

mod header;
mod shared;

use minijinja::Value;
use serde::Serialize;

use super::context::{Context, Link, Said};
use super::qr::Code;
use super::share;
use crate::site::Share;
use crate::text::typography::typeset;

pub(super) use header::Menu;
pub(super) use shared::{number_href, shared};

/// What the frame of a page says.
#[derive(Serialize)]
pub(super) struct Frame {
    /// The heading.
    pub(super) title: Said,
    /// The name of the tab; neutral on discreet pages.
    pub(super) tab_title: String,
    pub(super) title_attrs: Value,
    pub(super) description: Option<String>,
    /// The whole address.
    pub(super) url: String,
    /// The address as a QR code, for paper.
    pub(super) qr: Option<Code>,
    pub(super) alternates: Vec<Alternate>,
    pub(super) crumbs: Vec<Link>,
    /// Which word of the menu it belongs to.
    pub(super) section: Menu,
    pub(super) discreet: bool,
    pub(super) noindex: bool,
    pub(super) og_type: &'static str,
    /// The picture of shared links, where it is not the guide's own.
    pub(super) picture: Option<Picture>,
    pub(super) json_ld: Option<Value>,
}

/// The same page in a language.
#[derive(Serialize)]
pub(super) struct Alternate {
    code: String,
    name: String,
    direction: &'static str,
    href: String,
    url: String,
    current: bool,
}

impl Frame {
    /// The frame of a page with a title, at a path without the language's prefix.
    pub(super) fn new(context: &Context<'_>, path: &str, title: Said) -> Frame {
        let site = context.site;
        let alternates = site
            .languages
            .iter()
            .enumerate()
            .map(|(index, language)| Alternate {
                code: language.code.to_string(),
                name: language.name.to_string(),
                direction: language.direction(),
                href: site.href(index, path),
                url: site.url(index, path),
                current: index == context.language,
            });
        let url = site.url(context.language, path);
        Frame {
            tab_title: format!("{} – {}", title.text, typeset(&site.guide.config.name)),
            title_attrs: title.attrs.clone(),
            title,
            description: None,
            qr: Some(Code::of(&url)),
            url,
            alternates: alternates.collect(),
            crumbs: vec![context.link(context.here(context.t.get("home")), "/")],
            section: Menu::Elsewhere,
            discreet: false,
            noindex: false,
            og_type: "website",
            picture: None,
            json_ld: None,
        }
    }

    pub(super) fn section(mut self, section: Menu) -> Frame {
        self.section = section;
        self
    }

    /// Adds a step to the path of crumbs.
    pub(super) fn crumb(mut self, link: Link) -> Frame {
        self.crumbs.push(link);
        self
    }

    pub(super) fn described(mut self, description: Option<&Said>) -> Frame {
        self.description = description.map(|said| said.text.clone());
        self
    }

    /// Shows a picture where the page's link is shared.
    pub(super) fn pictured(mut self, context: &Context<'_>, share: &Share) -> Frame {
        self.picture = (*share != Share::Guide).then(|| Picture::new(context, share));
        self
    }

    /// Leaves no word of what the page is about in the tab, in shared links and in search engines' previews.
    ///
    /// `word` is the string that stands for it: one record, or several.
    pub(super) fn neutral(mut self, context: &Context<'_>, word: &str) -> Frame {
        self.tab_title = format!(
            "{} – {}",
            context.t.get(word),
            typeset(&context.site.guide.config.name)
        );
        self.title_attrs = Value::from("");
        self.description = Some(context.t.get("discreet.description").to_owned());
        self.discreet = true;
        self.json_ld = None;
        self.pictured(context, &Share::Guide)
    }
}

/// A picture of shared links.
#[derive(Serialize)]
pub(super) struct Picture {
    /// Its whole address.
    url: String,
    alt: String,
}

impl Picture {
    fn new(context: &Context<'_>, share: &Share) -> Picture {
        Picture {
            url: context.site.url(0, &share.path(context.site)),
            alt: share::alt(context, share),
        }
    }
}
