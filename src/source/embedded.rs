//! The default theme, embedded in the binary, so that it works anywhere; what lies beside the content comes first.

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
