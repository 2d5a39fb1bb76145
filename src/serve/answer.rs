//! Responses: the body, its type, and the headers that every host sends too.

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};

use super::{Served, route::Route};
use crate::{
    model::UrlPath,
    publish::{headers, media_type},
};

/// The response to what a path led to.
pub(super) fn answer(site: &dyn Served, route: Route, query: Option<&str>) -> Response<Body> {
    match route {
        Route::Found { path, bytes } => page(StatusCode::OK, &path, bytes),
        Route::Moved { to, permanent } => moved(&to, query, permanent),
        Route::Missing => {
            let own = UrlPath::new("/404.html").and_then(|path| {
                let bytes = site.get(&path)?;
                Some(page(StatusCode::NOT_FOUND, &path, bytes))
            });
            own.unwrap_or_else(|| refused(StatusCode::NOT_FOUND))
        }
    }
}

/// The response to a request that is not answered: its status in words.
pub(super) fn refused(status: StatusCode) -> Response<Body> {
    let mut response = dressed(status, status.to_string().into());
    let headers = response.headers_mut();
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, text);
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

fn page(status: StatusCode, path: &UrlPath, bytes: Vec<u8>) -> Response<Body> {
    let mut response = dressed(status, bytes.into());
    let kind = HeaderValue::from_static(media_type::of(path));
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

fn moved(to: &str, query: Option<&str>, permanent: bool) -> Response<Body> {
    let to = query.map_or(to.to_owned(), |query| format!("{to}?{query}"));
    let status = match permanent {
        true => StatusCode::MOVED_PERMANENTLY,
        false => StatusCode::FOUND,
    };
    match HeaderValue::from_str(&to) {
        Ok(location) => {
            let mut response = dressed(status, Body::empty());
            response.headers_mut().insert(header::LOCATION, location);
            response
        }
        Err(_) => refused(StatusCode::BAD_REQUEST),
    }
}

/// A response with the headers of all: what is served changes at any time, so that nothing is kept.
fn dressed(status: StatusCode, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in headers::SECURITY {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    response
}
