//! The Atom feed: the records verified last (RFC 4287).
//!
//! Discreet records stay out: a reader of feeds keeps what it shows.

use jiff::civil::Date;

use super::{File, xml};
use crate::check::Entry;
use crate::model::UrlPath;
use crate::site::Site;
use crate::text::typography::typeset;

/// How many records the feed holds.
const ENTRIES: usize = 50;

pub(super) fn files(site: &Site) -> Vec<File<'_>> {
    let path = UrlPath::new("/atom.xml");
    let file = |path| File::new(path, |to| to.write_all(feed(site).as_bytes()));
    path.map(file).into_iter().collect()
}

fn feed(site: &Site) -> String {
    let guide = &site.guide;
    let mut latest: Vec<(Date, usize, &Entry)> = guide
        .entries()
        .iter()
        .enumerate()
        .filter(|(_, entry)| {
            entry.takes_part() && !entry.standing.discreet && entry.record.kind.is_directory()
        })
        .filter_map(|(index, entry)| {
            Some((
                entry.record.data.common().verified.as_ref()?.day(),
                index,
                &**entry,
            ))
        })
        .collect();
    latest.sort_by_key(|(day, index, _)| (std::cmp::Reverse(*day), *index));
    latest.truncate(ENTRIES);
    let updated = latest.first().map_or(guide.today, |(day, ..)| *day);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}/</id>\n<updated>{}</updated>\n<link rel=\"self\" href=\"{}/atom.xml\"/>\n<link href=\"{}/\"/>\n<author><name>{}</name></author>\n",
        site.languages[0].code,
        xml::escape(&guide.config.name),
        xml::escape(guide.config.base_url()),
        instant(updated),
        xml::escape(guide.config.base_url()),
        xml::escape(guide.config.base_url()),
        xml::escape(
            guide
                .get(guide.config.publisher.id())
                .map_or(&guide.config.name, |publisher| publisher
                    .record
                    .data
                    .title())
        ),
    );
    for (day, index, entry) in latest {
        let Some(address) = site.address(index) else {
            continue;
        };
        let url = xml::escape(&site.url(0, address));
        let title = xml::escape(&typeset(entry.record.data.title()));
        let summary = xml::escape(&typeset(entry.record.data.summary().unwrap_or_default()));
        text.push_str(&format!("<entry>\n<title>{title}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{}</updated>\n<summary>{summary}</summary>\n</entry>\n", instant(day)));
    }
    text.push_str("</feed>\n");
    text
}

/// Noon of a day, so that it is the same day in every time zone of France but the farthest.
fn instant(day: Date) -> String {
    format!("{day}T12:00:00Z")
}
