//! `robots.txt`: everything may be read; the sitemap says where it is.

use super::File;
use crate::model::UrlPath;
use crate::site::Site;

pub(super) fn files(site: &Site) -> Vec<File<'_>> {
    let path = UrlPath::new("/robots.txt");
    let file = |path| {
        File::new(path, |to| {
            let base = site.guide.config.base_url();
            write!(to, "User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n")
        })
    };
    path.map(file).into_iter().collect()
}
