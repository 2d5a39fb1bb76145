//! Pictures and documents of the content: published under the hash of their bytes, photos without what they know besides.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::Guide;
use crate::diag::{Diagnostic, FileId, Report, Span, say};
use crate::image::{Orientation, Photo};
use crate::load::assets;
use crate::model::values::Slug;
use crate::model::{Data, UrlPath};
use crate::source::Sources;
use crate::text::yaml::Mention;

/// The files of the content that published records name.
#[derive(Debug, Default)]
pub struct Media {
    files: BTreeMap<FileId, MediaFile>,
}

/// A picture or a document.
#[derive(Debug)]
pub struct MediaFile {
    /// Where it is served.
    pub path: UrlPath,
    /// Its width and height in pixels as it is shown, where it is a picture that tells them.
    pub size: Option<(usize, usize)>,
}

impl Media {
    pub(super) fn new(
        sources: &Sources,
        guide: &Guide,
        addresses: &[Option<Box<str>>],
        report: &mut Report,
    ) -> Media {
        let mut wanted: Vec<FileId> = Vec::new();
        for (entry, address) in guide.entries().iter().zip(addresses) {
            if address.is_none() || matches!(entry.record.data, Data::Convention(_)) {
                continue;
            }
            wanted.extend(entry.record.mentions.iter().filter_map(
                |mention| match &mention.value {
                    Mention::File { path, .. } => assets::find(sources, entry.record.file, path),
                    _ => None,
                },
            ));
        }
        wanted.sort_unstable();
        wanted.dedup();
        let read: Vec<_> = wanted
            .par_iter()
            .map(|file| (*file, read(sources, *file).map(|(_, media)| media)))
            .collect();
        let mut files = BTreeMap::new();
        for (file, found) in read {
            match found {
                Some(found) => {
                    files.insert(file, found);
                }
                None => report.push(
                    Diagnostic::error(
                        "unreadable-file",
                        Span::file(file),
                        say("ce fichier ne peut pas être lu", "this file can't be read"),
                    )
                    .help(say(
                        "vérifiez ses droits, ou remplacez-le",
                        "check its permissions, or replace it",
                    )),
                ),
            }
        }
        Media { files }
    }

    /// The file that a record names, where it is published.
    pub fn find(&self, sources: &Sources, record: FileId, path: &str) -> Option<&MediaFile> {
        self.files.get(&assets::find(sources, record, path)?)
    }

    /// The bytes of a file as they are published; none where it is gone, or no longer what its address says.
    pub fn bytes(&self, sources: &Sources, file: FileId) -> Option<Vec<u8>> {
        let (bytes, now) = read(sources, file)?;
        let then = self.files.get(&file)?;
        (now.path == then.path).then(|| bytes.into_owned())
    }

    /// Every file with where it is served.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &MediaFile)> {
        self.files.iter().map(|(file, media)| (*file, media))
    }
}

/// Reads a file as it is published: a photo without what it knows besides, any other file as it is.
fn read(sources: &Sources, file: FileId) -> Option<(Cow<'_, [u8]>, MediaFile)> {
    let bytes = sources.bytes(file).ok()?;
    let photo = Photo::read(&bytes).ok()?;
    let is_turned = photo
        .as_ref()
        .and_then(Photo::orientation)
        .is_some_and(Orientation::swaps_sides);
    let published = photo.map(|photo| photo.published());
    let bytes = published.map_or(bytes, Cow::Owned);
    let name = sources.file(file).name.rsplit('/').next();
    let name = name.unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let hash = blake3::hash(&bytes).to_hex();
    let (stem, ending) = (Slug::proposed(stem), Slug::proposed(ending));
    let stem = if stem.is_empty() { "fichier" } else { &stem };
    let path = UrlPath::new(format!("/medias/{}/{stem}.{ending}", &hash[..16]))?;
    let size = if ending == "svg" {
        svg_size(&bytes)
    } else {
        imagesize::blob_size(&bytes)
            .ok()
            .map(|size| match is_turned {
                true => (size.height, size.width),
                false => (size.width, size.height),
            })
    };
    Some((bytes, MediaFile { path, size }))
}

/// The size that a drawing says of itself: by its width and height, else by its view box.
fn svg_size(bytes: &[u8]) -> Option<(usize, usize)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let attribute = |name: &str| {
        let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        tag[at..].split('"').next()
    };
    let number = |text: &str| {
        text.trim()
            .trim_end_matches("px")
            .parse::<f64>()
            .ok()
            .filter(|number| *number > 0.0)
            .map(|number| number.round() as usize)
    };
    if let (Some(width), Some(height)) = (
        attribute("width").and_then(number),
        attribute("height").and_then(number),
    ) {
        return Some((width, height));
    }
    let mut view = attribute("viewBox")?.split_ascii_whitespace().skip(2);
    Some((number(view.next()?)?, number(view.next()?)?))
}
