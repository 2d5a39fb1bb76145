//! Pages of which there is one.

use super::{Page, Topics};
use crate::model::UrlPath;
use crate::site::Site;
use crate::site::routes::Draft;

const NOT_FOUND: &str = "/404.html";

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    if site.searched {
        draft.page("/recherche/", Page::Search, None);
    }
    for (path, page) in [
        ("/", Page::Home),
        ("/agenda/", Page::Agenda),
        ("/urgence/", Page::Urgent),
        ("/mentions-legales/", Page::Legal),
        ("/accessibilite/", Page::Accessibility),
        (crate::site::DATA, Page::Data),
        (crate::site::MY_LIST, Page::MyList),
        (crate::site::OFFLINE, Page::Offline),
        ("/partenaires/", Page::Partners),
        ("/territoires/", Page::Territories),
        ("/communes/", Page::Communes),
        ("/articles/", Page::Articles),
        (Topics::Themes.path(), Page::Topics(Topics::Themes)),
        (Topics::Audiences.path(), Page::Topics(Topics::Audiences)),
        (Topics::Ages.path(), Page::Topics(Topics::Ages)),
    ] {
        draft.page(path, page, None);
    }
    draft.single(NOT_FOUND, Page::NotFound);
}

pub(super) fn not_found() -> UrlPath {
    // The text is a constant that keeps the rules of paths.
    UrlPath::new(NOT_FOUND).expect("a plain path")
}
