//! The sitemap: every page that search engines may list, in every language.
//!
//! Format: sitemaps.org protocol 0.9, with the language links of `xhtml:link`. One file holds 50,000 addresses at
//! most; beyond that `/sitemap.xml` is an index of several.

use super::{ExportError, xml};
use crate::model::{Output, UrlPath};
use crate::site::{Page, Site, Target};

/// How many addresses one file holds, below the protocol's 50,000.
const PER_FILE: usize = 40_000;

pub(super) fn outputs(site: &Site) -> Result<Vec<Output>, ExportError> {
    let rows: Vec<String> = site
        .routes()
        .filter_map(|(_, route)| match &route.target {
            Target::Page(page, own) if is_listed(site, page) => {
                Some(row(site, page, own, route.language))
            }
            _ => None,
        })
        .collect();
    let file = |name: &str, text: String| {
        Some(Output {
            path: UrlPath::new(name)?,
            bytes: text.into_bytes(),
        })
    };
    if rows.len() <= PER_FILE {
        return Ok(file("/sitemap.xml", urls(&rows)).into_iter().collect());
    }
    let mut outputs = Vec::new();
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (number, part) in rows.chunks(PER_FILE).enumerate() {
        let name = format!("/sitemap-{}.xml", number + 1);
        index.push_str(&format!(
            "<sitemap><loc>{}{name}</loc></sitemap>\n",
            xml::escape(site.guide.config.base_url())
        ));
        outputs.extend(file(&name, urls(part)));
    }
    index.push_str("</sitemapindex>\n");
    outputs.extend(file("/sitemap.xml", index));
    Ok(outputs)
}

fn urls(rows: &[String]) -> String {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    format!("{head}{}</urlset>\n", rows.concat())
}

/// Whether search engines may list a page: no example, nothing that has moved or is gone.
fn is_listed(site: &Site, page: &Page) -> bool {
    match page {
        Page::Record(entry) => !site.guide.entries()[*entry].standing.example,
        Page::NotFound | Page::Moved(_) | Page::Gone(_) | Page::Search => false,
        Page::MyList | Page::Offline | Page::Embed(_) | Page::Edition(_) => false,
        _ => true,
    }
}

fn row(site: &Site, page: &Page, own: &str, language: usize) -> String {
    let mut row = format!("<url><loc>{}</loc>", xml::escape(&site.url(language, own)));
    if let Page::Record(entry) = page
        && let Some(verified) = &site.guide.entries()[*entry].record.data.common().verified
    {
        row.push_str(&format!("<lastmod>{}</lastmod>", verified.day()));
    }
    if site.languages.len() > 1 {
        for (other, language) in site.languages.iter().enumerate() {
            let url = site.url(other, own);
            row.push_str(&format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                language.code,
                xml::escape(&url)
            ));
        }
    }
    row.push_str("</url>\n");
    row
}
