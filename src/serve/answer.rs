//! Responses: the body, its type, and the headers that every host sends too.

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};

use super::{Shown, client, route::Route};
use crate::{
    model::UrlPath,
    publish::{headers, media_type},
};

/// The response to what a path led to in a site mounted at `prefix`.
pub(super) fn answer(
    shown: &Shown,
    prefix: &UrlPath,
    route: Route,
    query: Option<&str>,
) -> Response<Body> {
    let page = |status, path: &UrlPath, mut bytes| {
        let kind = media_type::of(path);
        if kind.starts_with("text/html") {
            client::insert(&mut bytes, prefix, &shown.version);
        }
        let mut response = of_type(status, kind, bytes.into());
        if headers::is_embedded(path.as_str()) {
            let (name, value) = headers::embedded(headers::SECURITY[0]);
            put(&mut response, name, value);
        }
        if headers::is_shared(path.as_str()) {
            let (name, value) = headers::SHARED;
            put(&mut response, name, value);
        }
        response
    };
    match route {
        Route::Found { path, bytes } => page(StatusCode::OK, &path, bytes),
        Route::Moved { to, permanent } => moved(&to, query, permanent),
        Route::Missing => {
            let own = UrlPath::new("/404.html").and_then(|path| {
                let bytes = shown.site.get(&path)?;
                Some(page(StatusCode::NOT_FOUND, &path, bytes))
            });
            own.unwrap_or_else(|| refused(StatusCode::NOT_FOUND))
        }
    }
}

/// The response to a request that is not answered: its status in words.
pub(super) fn refused(status: StatusCode) -> Response<Body> {
    let mut response = of_type(
        status,
        "text/plain; charset=utf-8",
        status.to_string().into(),
    );
    let headers = response.headers_mut();
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

fn put(response: &mut Response<Body>, name: &'static str, value: &'static str) {
    let (name, value) = (
        HeaderName::from_static(name),
        HeaderValue::from_static(value),
    );
    response.headers_mut().insert(name, value);
}

/// A body of a type.
pub(super) fn of_type(status: StatusCode, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = dressed(status, body);
    let kind = HeaderValue::from_static(kind);
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
