//! Files that pages load: one style sheet of many, pictures, scripts.

use std::collections::BTreeMap;

use super::DEFAULT;
use super::fault::script_fault;
use super::scripts::Scripts;
use crate::diag::{FileId, Report};
use crate::model::UrlPath;
use crate::source::Sources;
use crate::text::script::check;

/// The name of the one style sheet.
const STYLE: &str = "style.css";
/// The file that orders the layers: first of the style sheet.
const FIRST: &str = "style/main.css";

/// The served files of a theme.
pub(super) struct Assets {
    base_path: Box<str>,
    files: BTreeMap<Box<str>, (UrlPath, Parts)>,
    scripts: Scripts,
}

/// What a served file is made of.
enum Parts {
    One(FileId),
    /// A script, made small when it is asked for.
    Script(FileId),
    Sheets(Vec<FileId>),
}

impl Assets {
    pub(super) fn new(
        sources: &Sources,
        own: &str,
        base_path: &str,
        report: &mut Report,
    ) -> Assets {
        let mut found: BTreeMap<Box<str>, FileId> = BTreeMap::new();
        for theme in [DEFAULT, own] {
            let folder = format!("themes/{theme}/");
            found.extend(
                sources
                    .under(&folder)
                    .filter_map(|(file, path)| Some((path.strip_prefix(&*folder)?.into(), file))),
            );
        }
        let (sheets, others): (Vec<_>, Vec<_>) = found
            .into_iter()
            .filter(|(name, _)| is_served(name))
            .partition(|(name, _)| name.starts_with("style/") && name.ends_with(".css"));
        let first = sheets.iter().filter(|(name, _)| &**name == FIRST);
        let rest = sheets.iter().filter(|(name, _)| &**name != FIRST);
        let sheets: Vec<FileId> = first.chain(rest).map(|(_, file)| *file).collect();
        let mut files: BTreeMap<Box<str>, Parts> = others
            .into_iter()
            .map(|(name, file)| {
                let is_script = name.ends_with(".js");
                (
                    name,
                    if is_script {
                        Parts::Script(file)
                    } else {
                        Parts::One(file)
                    },
                )
            })
            .collect();
        files.insert(STYLE.into(), Parts::Sheets(sheets));
        let folder = format!("themes/{own}/");
        let scripts = sources.under(&folder);
        for (file, _) in scripts.filter(|(_, name)| own != DEFAULT && name.ends_with(".js")) {
            if let Err(fault) = check(sources.text(file)) {
                report.push(script_fault(file, &fault));
            }
        }
        // Named by what they are made of and by what makes them.
        let mut hasher = blake3::Hasher::new();
        hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
        for (name, parts) in &files {
            let bytes = parts.bytes(sources);
            hasher
                .update(name.as_bytes())
                .update(&[0])
                .update(&(bytes.len() as u64).to_le_bytes())
                .update(&bytes);
        }
        let folder = format!("/theme/{}", &hasher.finalize().to_hex()[..16]);
        let placed = files.into_iter().filter_map(|(name, parts)| {
            let path = UrlPath::new(format!("{folder}/{name}"))?;
            Some((name, (path, parts)))
        });
        Assets {
            base_path: base_path.into(),
            files: placed.collect(),
            scripts: Scripts::default(),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &UrlPath)> {
        self.files.iter().map(|(name, (path, _))| (&**name, path))
    }

    pub(super) fn href(&self, name: &str) -> Option<String> {
        self.files
            .get(name)
            .map(|(path, _)| format!("{}{path}", self.base_path))
    }

    /// The file that an asset is made of, where it is made of one.
    pub(super) fn file(&self, name: &str) -> Option<FileId> {
        match self.files.get(name)?.1 {
            Parts::One(file) | Parts::Script(file) => Some(file),
            Parts::Sheets(_) => None,
        }
    }

    pub(super) fn bytes(&self, sources: &Sources, name: &str) -> Option<Vec<u8>> {
        let (_, parts) = self.files.get(name)?;
        if let Parts::Script(_) = parts {
            let texts = self.files.iter().filter_map(|(name, (_, parts))| {
                let Parts::Script(file) = parts else {
                    return None;
                };
                Some((&**name, sources.text(*file)))
            });
            return Some(self.scripts.served(name, &texts.collect()).into_bytes());
        }
        Some(parts.bytes(sources))
    }
}

impl Parts {
    /// The bytes of its files, as they are.
    fn bytes(&self, sources: &Sources) -> Vec<u8> {
        // What can't be read was told when sources were read.
        match self {
            Parts::One(file) => sources
                .bytes(*file)
                .map(|bytes| bytes.into_owned())
                .unwrap_or_default(),
            Parts::Script(file) => sources.text(*file).as_bytes().to_vec(),
            Parts::Sheets(files) => files
                .iter()
                .flat_map(|file| [sources.text(*file), "\n"])
                .collect::<String>()
                .into_bytes(),
        }
    }
}

/// Whether browsers are to have a file; templates, strings, types and words for developers are not served.
fn is_served(name: &str) -> bool {
    ![".html", ".yml", ".md", ".ts"]
        .iter()
        .any(|ending| name.ends_with(ending))
}
