//! Links, sources and translations, as data.

use super::super::view::view;
use crate::check::Entry;
use crate::model::common::Source as ModelSource;
use crate::model::values::{Link as ModelLink, PartialDate};

view! {
    /// A link.
    struct Link<'s> {
        title: &'s str = "titre",
        url: &'s str = "url",
        details: Option<&'s str> = "precisions",
    }

    /// Where facts come from.
    struct Source<'s> {
        title: &'s str = "titre",
        url: Option<&'s str> = "url",
        date: Option<String> = "date",
        details: Option<&'s str> = "precisions",
    }

    /// The texts of a record in another language.
    struct Translation<'s> {
        language: &'s str = "langue",
        title: Option<&'s str> = "titre",
        summary: Option<&'s str> = "resume",
        text: Option<&'s str> = "texte",
    }
}

/// The links that lead to the web; files of the guide stand on the record's page.
pub(super) fn links(links: &[ModelLink]) -> Vec<Link<'_>> {
    let on_the_web = links.iter().filter_map(|link| {
        Some(Link {
            title: &link.title,
            url: link.url.as_ref()?.as_str(),
            details: link.details.as_deref(),
            ..Link::default()
        })
    });
    on_the_web.collect()
}

pub(super) fn sources(sources: &[ModelSource]) -> Vec<Source<'_>> {
    let all = sources.iter().map(|source| Source {
        title: &source.title,
        url: source.url.as_ref().map(|url| url.0.as_str()),
        date: source.date.map(partial),
        details: source.details.as_deref(),
        ..Source::default()
    });
    all.collect()
}

pub(super) fn translations(entry: &Entry) -> Vec<Translation<'_>> {
    let all = entry.record.data.common().translations.iter();
    let all = all.flat_map(|all| &all.0);
    let all = all.map(|(language, texts)| Translation {
        language: &language.value,
        title: texts.title.as_deref().or(texts.name.as_deref()),
        summary: texts.summary.as_deref(),
        text: texts.body.as_ref().map(|body| body.0.text.trim()),
        ..Translation::default()
    });
    all.collect()
}

/// A date of which only the month or the year may be known: `2026-09-01`, `2026-09`, `2026`.
pub(super) fn partial(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Month(..) => {
            let first = date.first_day();
            format!("{:04}-{:02}", first.year(), first.month())
        }
        PartialDate::Day(day) => day.to_string(),
    }
}
