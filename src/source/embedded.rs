//! The default theme, embedded in the binary and read from disk while developing.

use rust_embed::RustEmbed;

use super::{Content, Sources};

#[derive(RustEmbed)]
#[folder = "themes/guide/"]
struct DefaultTheme;

/// Adds the files of the default theme that are not on disk beside the content.
pub(super) fn add_default_theme(sources: &mut Sources) {
    for path in DefaultTheme::iter() {
        let Some(file) = DefaultTheme::get(&path) else {
            continue;
        };
        let content = match std::str::from_utf8(&file.data) {
            Ok(text) => Content::Text(text.into()),
            Err(_) => Content::Bytes(file.data),
        };
        sources.insert(format!("themes/guide/{path}").into(), content);
    }
}
