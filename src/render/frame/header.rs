//! The header of pages: the same on all that belong to one word of the menu.

use std::collections::BTreeMap;

use minijinja::{Value, context as values};
use serde::Serialize;

use crate::diag::Diagnostic;
use crate::model::Kind;
use crate::render::context::{Context, value};

/// The word of the menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::render) enum Menu {
    /// To none.
    #[serde(rename = "")]
    Elsewhere,
    Home,
    Search,
    Agenda,
    Near,
    Article,
    Urgent,
}

impl Menu {
    const ALL: [Menu; 7] = [
        Menu::Elsewhere,
        Menu::Home,
        Menu::Search,
        Menu::Agenda,
        Menu::Near,
        Menu::Article,
        Menu::Urgent,
    ];
}

impl From<Kind> for Menu {
    fn from(kind: Kind) -> Menu {
        if kind == Kind::Article {
            Menu::Article
        } else {
            Menu::Elsewhere
        }
    }
}

/// The header as it is rendered; where the languages of the page stand, between both parts, it differs.
#[derive(Serialize)]
pub(super) struct Header {
    /// The guide's name, and the search field where the page has none of its own.
    brand: Value,
    menu: Value,
}

/// The headers of a language; `site` is what its pages share besides.
pub(super) fn all(
    context: &Context<'_>,
    site: &Value,
) -> Result<BTreeMap<Menu, Header>, Diagnostic> {
    let t = context.strings();
    let one = |menu: Menu| {
        let part = |name| {
            let page = values! { section => value(&menu) };
            let view = values! { t => t.clone(), site => site.clone(), page };
            let html = context.site.theme.render(name, view)?;
            Ok(Value::from_safe_string(html))
        };
        let header = Header {
            brand: part("parts/brand.html")?,
            menu: part("parts/menu.html")?,
        };
        Ok((menu, header))
    };
    Menu::ALL.into_iter().map(one).collect()
}
