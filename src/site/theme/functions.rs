//! What templates may call beside the engine's own filters: `asset`, `icon`.

use minijinja::{Environment, Error, ErrorKind, Value};

use super::assets::Assets;

pub(super) fn add(environment: &mut Environment<'static>, assets: &Assets) {
    let known: std::collections::HashMap<String, Value> = assets
        .iter()
        .filter_map(|(name, _)| Some((name.to_owned(), Value::from(assets.href(name)?))))
        .collect();
    let icons = assets.href("icons.svg").unwrap_or_default();
    environment.add_function("asset", move |name: &str| match known.get(name) {
        Some(href) => Ok(href.clone()),
        None => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("no asset « {name} »"),
        )),
    });
    environment.add_function("icon", move |name: &str, more: Option<&str>| {
        let space = if more.is_some() { " " } else { "" };
        let more = more.unwrap_or_default();
        let plain = |text: &str| {
            text.bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b' '))
        };
        if !plain(name) || !plain(more) {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                format!("no icon « {name} »"),
            ));
        }
        let parts = [
            "<svg class=\"icon",
            space,
            more,
            "\" width=\"24\" height=\"24\" aria-hidden=\"true\"><use href=\"",
            &icons,
            "#",
            name,
            "\"/></svg>",
        ];
        Ok(Value::from_safe_string(parts.concat()))
    });
}
