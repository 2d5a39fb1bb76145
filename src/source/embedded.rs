//! The default theme, embedded in the binary, so that it works anywhere; what lies beside the content comes first.

use std::sync::{Arc, LazyLock};

use rust_embed::RustEmbed;

use super::{Content, SourceFile, Sources};

#[derive(RustEmbed)]
#[folder = "themes/guide/"]
struct DefaultTheme;

/// Adds the files of the default theme that are not on disk beside the content.
pub(super) fn add_default_theme(sources: &mut Sources, former: &Sources) {
    for file in FILES.iter() {
        sources.insert(former, Arc::clone(file));
    }
}

/// The files of the default theme, made once: whoever reads again finds the same.
static FILES: LazyLock<Vec<Arc<SourceFile>>> = LazyLock::new(|| {
    let file = |path: std::borrow::Cow<'static, str>| {
        let file = DefaultTheme::get(&path)?;
        let content = match std::str::from_utf8(&file.data) {
            Ok(text) => Content::Text(text.into()),
            Err(_) => Content::Bytes(file.data),
        };
        Some(SourceFile::new(
            format!("themes/guide/{path}").into(),
            content,
        ))
    };
    DefaultTheme::iter().filter_map(file).collect()
});

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Where this fails because a file is new, this file must be compiled again: the compiler knows of no new file.
    #[test]
    fn the_whole_theme_is_embedded_as_it_stands() {
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/guide");
        let mut open = vec![theme.clone()];
        let mut found = 0;
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    open.push(path);
                    continue;
                }
                let name = path.strip_prefix(&theme).expect("below");
                let name = name.to_str().expect("a plain name");
                let embedded = DefaultTheme::get(name).map(|file| file.data.into_owned());
                assert_eq!(embedded, std::fs::read(&path).ok(), "{name}");
                found += 1;
            }
        }
        assert_eq!(DefaultTheme::iter().count(), found);
    }
}
