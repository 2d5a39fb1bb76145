//! Addresses that lead elsewhere: former names of records, and what is gone.

use super::Page;
use crate::model::Kind;
use crate::site::Site;
use crate::site::routes::Draft;

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    for (index, entry) in site.guide.entries().iter().enumerate() {
        if site.address(index).is_none() {
            continue;
        }
        for former in &entry.record.data.common().former_names {
            let path = match entry.record.kind {
                Kind::Article => {
                    let section = entry
                        .record
                        .slug
                        .rsplit_once('/')
                        .map_or(String::new(), |(section, _)| format!("{section}/"));
                    format!("/{section}{}/", former.value)
                }
                kind => format!("/{}/{}/", kind.address(), former.value),
            };
            draft.page(&path, Page::Moved(index), Some(former.span));
        }
    }
    for (index, gone) in site.guide.config.gone.iter().enumerate() {
        let Some((folder, slug)) = gone.former.split_once('/') else {
            continue;
        };
        let path = match Kind::of_folder(folder) {
            Some(Kind::Article) => format!("/{slug}/"),
            Some(kind) => format!("/{}/{slug}/", kind.address()),
            None => continue,
        };
        draft.page(&path, Page::Gone(index), Some(gone.former.span));
    }
}
