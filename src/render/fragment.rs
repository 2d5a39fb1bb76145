//! The one pass over a record's HTML: links to records, foreign links, pictures, tables.

use lol_html::{RewriteStrSettings, element, rewrite_str};
use minijinja::Value;

use super::context::Context;
use crate::diag::FileId;
use crate::text::markdown::Body;

/// The HTML of a text of a record, with its links and pictures resolved.
pub(super) fn html(context: &Context<'_>, file: FileId, body: &Body) -> Value {
    // Most texts hold none of these: they are right as they are.
    if !["<a ", "<img", "<div class=\"table"]
        .iter()
        .any(|mark| body.html.contains(mark))
    {
        return Value::from_safe_string(body.html.to_string());
    }
    let table = context.t.get("table.label");
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("a[href]", |link| {
            let href = link.get_attribute("href").unwrap_or_default();
            if let Some(record) = href.strip_prefix("record:") {
                match resolve(context, record) {
                    Some(href) => link.set_attribute("href", &href)?,
                    None => link.remove_and_keep_content(),
                }
            } else if href.starts_with("http") {
                link.set_attribute("rel", "external noopener")?;
                link.set_attribute("class", "external")?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("img[src^='media:']", |image| {
            let path = image.get_attribute("src").unwrap_or_default();
            let path = path
                .strip_prefix("media:")
                .unwrap_or_default()
                .replace("&amp;", "&");
            let Some(media) = context.site.media.find(context.site.sources(), file, &path) else {
                image.remove();
                return Ok(());
            };
            image.set_attribute("src", &context.site.href(0, media.path.as_str()))?;
            if let Some((width, height)) = media.size {
                image.set_attribute("width", &width.to_string())?;
                image.set_attribute("height", &height.to_string())?;
            }
            image.set_attribute("loading", "lazy")?;
            Ok(())
        }))
        .append_element_content_handler(element!("div.table", |wrapper| {
            wrapper.set_attribute("tabindex", "0")?;
            wrapper.set_attribute("role", "region")?;
            wrapper.set_attribute("aria-label", table)?;
            Ok(())
        }));
    // The HTML is the Markdown writer's: should it ever not be read, the page does without it rather than leak placeholders.
    Value::from_safe_string(rewrite_str(&body.html, settings).unwrap_or_default())
}

/// Where `kind/slug#anchor` leads, where that record has a page.
///
/// The anchor is of the record's own text: where the page shows a translation without it, the link leads to its top.
fn resolve(context: &Context<'_>, record: &str) -> Option<String> {
    let (id, anchor) = record
        .split_once('#')
        .map_or((record, None), |(id, anchor)| (id, Some(anchor)));
    let index = context.site.guide.index(id)?;
    let href = context.record_href(index)?;
    let shown = context.body_of(context.entry(index));
    let anchor =
        anchor.filter(|anchor| shown.headings.iter().any(|heading| &*heading.id == *anchor));
    Some(anchor.map_or_else(|| href.clone(), |anchor| format!("{href}#{anchor}")))
}
