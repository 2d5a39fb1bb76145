//! What hosts are told of a site.

use std::collections::BTreeSet;

use crate::diag::say;
use crate::model::UrlPath;
use crate::publish::PublishError;
use crate::publish::hosting::Plan;
use crate::site::pages::{EMBEDS, Page};
use crate::site::{Site, Target};

/// The plan of a site, refused where its address has a folder that no host's syntax is sure to hold.
pub(super) fn of(site: &Site, precompressed: bool) -> Result<Plan, PublishError> {
    let mount = site.base_path();
    let base = UrlPath::new(format!("{mount}/")).ok_or_else(|| {
        PublishError::Refused(say(
            format!(
                "« {mount} », dans l'adresse du site, ne peut pas être écrit pour un hébergeur : des lettres sans accent, des chiffres et des tirets seulement"
            ),
            format!(
                "“{mount}”, in the site's address, can't be written for a host: plain letters, digits and dashes only"
            ),
        ))
    })?;
    let at = |path: &str| UrlPath::new(format!("{mount}{path}"));
    let mut moved = Vec::new();
    let mut gone = Vec::new();
    let mut folders: BTreeSet<&str> = BTreeSet::new();
    for (path, route) in site.routes() {
        match &route.target {
            Target::Page(Page::Moved(entry), _) => {
                let present = site
                    .address(*entry)
                    .and_then(|address| UrlPath::new(site.href(route.language, address)));
                moved.extend(at(path.as_str()).zip(present));
            }
            Target::Page(Page::Gone(_), _) => gone.extend(at(path.as_str())),
            _ => {}
        }
        if let (Target::Page(..), Some((folder, _))) =
            (&route.target, path.as_str()[1..].split_once('/'))
        {
            folders.insert(folder);
        }
    }
    Ok(Plan {
        not_found: at(site.not_found().as_str()).unwrap_or_else(|| base.clone()),
        base,
        folders: folders
            .into_iter()
            .filter(|folder| !EMBEDS.trim_matches('/').eq(*folder))
            .map(Into::into)
            .collect(),
        secure: site.guide.config.url.is_secure(),
        precompressed,
        moved,
        gone,
    })
}
