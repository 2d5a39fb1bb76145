//! The default theme, embedded in the binary and read from disk while developing.

use rust_embed::RustEmbed;

use super::{Content, SourceFile, Sources};

#[derive(RustEmbed)]
#[folder = "themes/guide/"]
struct DefaultTheme;

/// Adds the files of the default theme that are not on disk beside the content.
pub(super) fn add_default_theme(sources: &mut Sources, former: &Sources) {
    for path in DefaultTheme::iter() {
        let Some(file) = DefaultTheme::get(&path) else {
            continue;
        };
        let content = match std::str::from_utf8(&file.data) {
            Ok(text) => Content::Text(text.into()),
            Err(_) => Content::Bytes(file.data),
        };
        let name = format!("themes/guide/{path}");
        let mut file = SourceFile::new(name.as_str().into(), content);
        let kept = former.find(&name).map(|id| &former.files[id.0 as usize]);
        if let Some(kept) = kept.filter(|kept| kept.is_same(&file)) {
            file = kept.clone();
        }
        sources.insert(former, file);
    }
}
