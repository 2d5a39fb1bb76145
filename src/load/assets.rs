//! Files that records name: found beside the record, then in `content/medias/`.

use crate::diag::FileId;
use crate::source::Sources;

/// Finds a file that a record names; `medias/plan.png` and `plan.png` mean the same.
///
/// Names are compared letter for letter: a host may tell case apart where a disk does not.
pub fn find(sources: &Sources, record: FileId, path: &str) -> Option<FileId> {
    candidates(sources, record, path)
        .into_iter()
        .find_map(|name| sources.find(&name))
}

/// Where a file that a record names is looked for, in this order.
pub(crate) fn candidates(sources: &Sources, record: FileId, path: &str) -> Vec<String> {
    let sound = !path.is_empty()
        && !path.starts_with('/')
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..");
    if !sound {
        return Vec::new();
    }
    let record = &sources.file(record).name;
    let folder = record.rfind('/').map_or("", |slash| &record[..=slash]);
    let in_media = path.strip_prefix("medias/").unwrap_or(path);
    vec![
        format!("{folder}{path}"),
        format!("content/medias/{in_media}"),
    ]
}
