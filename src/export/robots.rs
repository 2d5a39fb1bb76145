//! `robots.txt`: everything may be read; the sitemap says where it is.

use super::ExportError;
use crate::model::{Output, UrlPath};
use crate::site::Site;

pub(super) fn outputs(site: &Site) -> Result<Vec<Output>, ExportError> {
    let text = format!(
        "User-agent: *\nAllow: /\nSitemap: {}/sitemap.xml\n",
        site.guide.config.base_url()
    );
    Ok(UrlPath::new("/robots.txt")
        .map(|path| Output {
            path,
            bytes: text.into_bytes(),
        })
        .into_iter()
        .collect())
}
