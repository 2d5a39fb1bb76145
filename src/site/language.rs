//! The languages in which the site is offered.

use crate::check::Guide;

/// A language of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its code: `fr`.
    pub code: Box<str>,
    /// Its own name: « Français ».
    pub name: Box<str>,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    prefix: Box<str>,
}

impl Language {
    /// What paths of its pages begin with: nothing for the content's own, else `/de`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// `rtl` or `ltr`.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }
}

/// The languages of a guide, the content's own first.
pub(super) fn all(guide: &Guide) -> Vec<Language> {
    let codes = guide.languages();
    let of = |(index, code): (usize, &&str)| {
        let entry = guide.vocabulary.entry("langues", code);
        Language {
            code: (*code).into(),
            name: entry
                .and_then(|entry| entry.own_name.as_deref())
                .unwrap_or(code)
                .into(),
            right_to_left: entry.is_some_and(|entry| entry.direction.as_deref() == Some("rtl")),
            prefix: if index == 0 {
                "".into()
            } else {
                format!("/{code}").into()
            },
        }
    };
    codes.iter().enumerate().map(of).collect()
}
