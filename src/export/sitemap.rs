//! The sitemap: every page that search engines may list, in every language.
//!
//! Format: sitemaps.org protocol 0.9, with the language links of `xhtml:link`. One file holds 50,000 addresses at
//! most; beyond that `/sitemap.xml` is an index of several.

use std::io::{self, Write};

use super::{File, xml};
use crate::model::UrlPath;
use crate::site::{Page, Site, Target};

/// How many addresses one file holds, below the protocol's 50,000.
const PER_FILE: usize = 40_000;

pub(super) fn files(site: &Site) -> Vec<File<'_>> {
    let parts = listed(site).count().div_ceil(PER_FILE);
    if parts <= 1 {
        let all = |to: &mut dyn Write| write_urls(site, 0, to);
        let path = UrlPath::new("/sitemap.xml");
        return path.map(|path| File::new(path, all)).into_iter().collect();
    }
    let name = |part: usize| format!("/sitemap-{}.xml", part + 1);
    let part = |part: usize| {
        let path = UrlPath::new(name(part))?;
        Some(File::new(path, move |to| write_urls(site, part, to)))
    };
    let index = UrlPath::new("/sitemap.xml").map(|path| {
        File::new(path, move |to| {
            to.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")?;
            let base = xml::escape(site.guide.config.base_url());
            for part in 0..parts {
                writeln!(to, "<sitemap><loc>{base}{}</loc></sitemap>", name(part))?;
            }
            to.write_all(b"</sitemapindex>\n")
        })
    });
    (0..parts).filter_map(part).chain(index).collect()
}

/// The pages that search engines may list, each with its own address and its language.
fn listed(site: &Site) -> impl Iterator<Item = (&Page, &str, usize)> {
    site.routes()
        .filter_map(move |(_, route)| match &route.target {
            Target::Page(page, own) if is_listed(site, page) => {
                Some((page, &**own, route.language))
            }
            _ => None,
        })
}

/// Writes one file's addresses.
fn write_urls(site: &Site, part: usize, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")?;
    for (page, own, language) in listed(site).skip(part * PER_FILE).take(PER_FILE) {
        to.write_all(row(site, page, own, language).as_bytes())?;
    }
    to.write_all(b"</urlset>\n")
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
