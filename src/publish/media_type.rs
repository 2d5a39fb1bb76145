//! Media types by file extension: one table for the development server and for every host.

use crate::model::UrlPath;

/// Extension and media type, sorted by extension.
pub const TABLE: [(&str, &str); 31] = [
    ("atom", "application/atom+xml"),
    ("avif", "image/avif"),
    ("bin", "application/octet-stream"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("geojson", "application/geo+json"),
    ("gif", "image/gif"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonl", "application/jsonl"),
    ("md", "text/markdown; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("vcf", "text/vcard; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
];

/// The media type of what is served at a path; unknown extensions are bytes to download.
pub fn of(path: &UrlPath) -> &'static str {
    let extension = match path.is_page() {
        true => "html",
        false => path.as_str().rsplit_once('.').map_or("", |(_, end)| end),
    };
    let extension = extension.to_ascii_lowercase();
    match TABLE.binary_search_by(|(name, _)| (*name).cmp(extension.as_str())) {
        Ok(index) => TABLE[index].1,
        Err(_) => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_found_by_extension() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (path, expected) in [
            ("/", "text/html; charset=utf-8"),
            ("/laep/x/", "text/html; charset=utf-8"),
            ("/theme/0a/main.JS", "text/javascript; charset=utf-8"),
            ("/medias/a.b.png", "image/png"),
            ("/.htaccess", "application/octet-stream"),
            ("/a.b/c", "application/octet-stream"),
        ] {
            let path = UrlPath::new(path).expect("a sound path");
            assert_eq!(of(&path), expected, "{path}");
        }
    }
}
