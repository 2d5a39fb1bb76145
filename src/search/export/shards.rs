//! Shards in folders named by their content.

/// Shards in one folder.
const FOLDER: usize = 256;
/// Letters and digits of names: neither case nor what looks alike matters to any file system.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Puts shards into folders; gives the folders' names, and the files by their names.
pub(super) fn folders(shards: Vec<String>) -> (Vec<String>, Vec<(String, String)>) {
    let (mut names, mut files) = (Vec::new(), Vec::with_capacity(shards.len()));
    let mut shards = shards.into_iter().peekable();
    while shards.peek().is_some() {
        let folder: Vec<String> = shards.by_ref().take(FOLDER).collect();
        let name = hash(&folder);
        let numbered = folder.into_iter().enumerate();
        files.extend(numbered.map(|(number, text)| (format!("{name}/{number}.json"), text)));
        names.push(name);
    }
    (names, files)
}

/// A shard of rows: a list in JSON, one row a line.
pub(super) fn list<'a>(rows: impl Iterator<Item = &'a str> + Clone) -> String {
    let length: usize = rows.clone().map(|row| row.len() + 2).sum();
    let mut text = String::with_capacity(length + 2);
    text.push('[');
    for row in rows {
        if text.len() > 1 {
            text.push_str(",\n");
        }
        text.push_str(row);
    }
    text.push(']');
    text
}

/// Ten letters and digits of the digest of some texts.
pub(super) fn hash(texts: &[impl AsRef<str>]) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        let text = text.as_ref();
        hasher
            .update(&(text.len() as u64).to_le_bytes())
            .update(text.as_bytes());
    }
    let digest = hasher.finalize();
    digest.as_bytes()[..10]
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect()
}

/// The hash of Fowler, Noll and Vo, in 32 bits, of the UTF-16 code units of a key; `shards.js` has the same.
pub(super) fn hash_of(key: &str) -> u32 {
    key.encode_utf16().fold(0x811c_9dc5, |hash, unit| {
        (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193)
    })
}
