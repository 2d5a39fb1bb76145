//! Where in a theme a tag of a page was written.

use std::collections::BTreeMap;

use crate::diag::{FileId, Span};
use crate::source::Sources;

/// The default theme.
const DEFAULT: &str = "guide";
/// The template of every page.
const BASE: &str = "base.html";
/// The least that a tag and a template must have in common, in bytes: `<img` alone is in many.
const SHORTEST: usize = 8;

/// The templates that pages are made of, a site's own first.
pub(super) struct Origin<'s> {
    templates: Vec<(FileId, &'s str)>,
    base: FileId,
}

impl<'s> Origin<'s> {
    pub(super) fn new(sources: &'s Sources, own: &str) -> Origin<'s> {
        let mut by_name: BTreeMap<&str, (bool, FileId)> = BTreeMap::new();
        for theme in [DEFAULT, own] {
            let folder = format!("themes/{theme}/");
            for (file, path) in sources.under("themes/") {
                if let Some(name) = path.strip_prefix(&*folder)
                    && name.ends_with(".html")
                {
                    by_name.insert(name, (theme == DEFAULT, file));
                }
            }
        }
        let base = by_name.get(BASE).map_or(FileId(0), |(_, file)| *file);
        let mut templates: Vec<(bool, FileId)> = by_name.into_values().collect();
        templates.sort_by_key(|(is_default, _)| *is_default);
        Origin {
            templates: templates
                .into_iter()
                .map(|(_, file)| (file, sources.text(file)))
                .collect(),
            base,
        }
    }

    /// The place of a tag as it is rendered; the template of every page where none can be told.
    ///
    /// What a template fills in differs from the tag: the longest beginning that a template holds counts,
    /// down to its first attribute.
    pub(super) fn of(&self, tag: &str) -> Span {
        if !tag.contains([' ', '>']) {
            // What a page lacks or has twice as a whole: its frame is the template of every page.
            return self.frame(tag);
        }
        let mut length = tag.len();
        while length >= SHORTEST.min(tag.len()).max(2) {
            let beginning = &tag[..length];
            let found = self
                .templates
                .iter()
                .find_map(|(file, text)| Some((*file, text.find(beginning)?)));
            if let Some((file, start)) = found {
                let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
                return Span {
                    file,
                    start: at(start),
                    end: at(start + length),
                };
            }
            length = shorter(beginning);
        }
        Span::file(self.base)
    }

    fn frame(&self, tag: &str) -> Span {
        let base = self.templates.iter().find(|(file, _)| *file == self.base);
        let start = base.and_then(|(_, text)| text.find(tag).filter(|_| !tag.is_empty()));
        let start = start.map_or(0, |start| u32::try_from(start).unwrap_or(0));
        Span {
            start,
            end: start,
            ..Span::file(self.base)
        }
    }
}

/// Where the last attribute of a beginning of a tag has its value, else where it begins: what is left out there.
fn shorter(beginning: &str) -> usize {
    let inner = &beginning[..beginning.len().saturating_sub(1)];
    let cut = inner.rfind(['"', '\'', '=', ' ', '/', '?', '#']);
    cut.map_or(0, |at| {
        let keeps_sign = at + 1 < beginning.len() && !beginning[at..].starts_with(' ');
        if keeps_sign { at + 1 } else { at }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_where_a_template_writes_it() {
        let sources = Sources::in_memory([
            (
                "themes/x/parts/a.html",
                "<p>\n<img class=\"a\" src=\"{{ one.src }}\">\n<a class=\"b\" href=\"/x/\"></a>",
            ),
            ("themes/x/home.html", "<img class=\"home\" src=\"/y.png\">"),
        ]);
        let origin = Origin::new(&sources, "x");
        let found = |tag: &str| {
            let span = origin.of(tag);
            let text = sources.text(span.file);
            (
                &*sources.file(span.file).name,
                &text[span.start as usize..span.end as usize],
            )
        };
        assert_eq!(
            found("<img class=\"a\" src=\"/medias/1.png\">"),
            ("themes/x/parts/a.html", "<img class=\"a\" src=\"")
        );
        assert_eq!(
            found("<img class=\"home\" src=\"/y.png\">"),
            ("themes/x/home.html", "<img class=\"home\" src=\"/y.png\">")
        );
        assert_eq!(
            found("<a class=\"b\" href=\"/x/\">"),
            ("themes/x/parts/a.html", "<a class=\"b\" href=\"/x/\">")
        );
        assert_eq!(found("<zzz zzz=\"1\">"), ("themes/guide/base.html", ""));
        assert_eq!(found("<html"), ("themes/guide/base.html", ""));
    }
}
