//! Compressed copies of files, for hosts that send them as they are.
//!
//! Qualities by measurement, on the sample guide (1,606 files, 24.5 MB) and one core: brotli 8 makes 4.98 MB in 0.6 s,
//! brotli 10 makes 4.58 MB in 7.5 s, brotli 11 makes 4.51 MB in 23 s; gzip 9 makes 5.44 MB in 0.2 s, and zopfli 3 %
//! less in 230 times that. A file is compressed once and read often, on poor connections: brotli 10, gzip 9.

use std::io::{self, Write as _};

use super::media_type;
use crate::model::UrlPath;

/// The methods and qualities by name; to be changed with them, and with a library that compresses otherwise.
pub(super) const SCHEME: &str = "br10+gzip9";

/// A way to compress.
#[derive(Debug)]
pub(super) struct Method {
    /// Its name in `Accept-Encoding`.
    pub(super) coding: &'static str,
    /// What the name of a compressed file ends with.
    pub(super) suffix: &'static str,
    compress: fn(&[u8]) -> io::Result<Vec<u8>>,
}

/// Every way to compress, the one that saves most first.
pub(super) const METHODS: &[Method] = &[
    Method {
        coding: "br",
        suffix: ".br",
        compress: brotli,
    },
    Method {
        coding: "gzip",
        suffix: ".gz",
        compress: gzip,
    },
];

impl Method {
    /// The bytes in fewer bytes, or `None` where they don't shrink.
    pub(super) fn shrink(&self, bytes: &[u8]) -> io::Result<Option<Vec<u8>>> {
        let small = (self.compress)(bytes)?;
        Ok((small.len() < bytes.len()).then_some(small))
    }
}

/// Whether files of this name are worth compressing: text, and what is like it.
pub(super) fn is_compressible(path: &UrlPath) -> bool {
    let media_type = media_type::of(path);
    media_type.starts_with("text/")
        || ["json", "xml", "svg", "wasm", "geojson", "jsonl"]
            .iter()
            .any(|like| media_type.contains(like))
}

/// Whether this is the compressed copy of another file.
pub(super) fn is_copy(path: &UrlPath) -> bool {
    let file = path.as_str();
    let original = METHODS
        .iter()
        .find_map(|method| file.strip_suffix(method.suffix));
    original
        .and_then(UrlPath::new)
        .is_some_and(|path| is_compressible(&path))
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::with_capacity(bytes.len() / 4);
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 10, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(compressed)
}

/// As `gzip -9n`: without name or time.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let compressed = Vec::with_capacity(bytes.len() / 4);
    let mut writer = flate2::write::GzEncoder::new(compressed, flate2::Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn path(path: &str) -> UrlPath {
        UrlPath::new(path).expect("a sound path")
    }

    #[test]
    fn what_is_compressed_can_be_read_again() -> io::Result<()> {
        let text = "bonjour les enfants ".repeat(100).into_bytes();
        let [small_br, small_gz] = METHODS else {
            panic!("two methods")
        };
        let br = small_br.shrink(&text)?.expect("it shrinks");
        let mut read = Vec::new();
        brotli::Decompressor::new(br.as_slice(), 4096).read_to_end(&mut read)?;
        assert_eq!(read, text);
        let gz = small_gz.shrink(&text)?.expect("it shrinks");
        assert_eq!(gz[4..8], [0; 4], "a time");
        read.clear();
        flate2::read::GzDecoder::new(gz.as_slice()).read_to_end(&mut read)?;
        assert_eq!(read, text);
        assert!(br.len() < gz.len());
        Ok(())
    }

    #[test]
    fn what_does_not_shrink_is_left() -> io::Result<()> {
        for method in METHODS {
            assert_eq!(method.shrink(b"{}")?, None, "{}", method.suffix);
            assert_eq!(method.shrink(b"")?, None, "{}", method.suffix);
        }
        Ok(())
    }

    #[test]
    fn copies_are_told_from_files() {
        for (file, compressible, copy) in [
            ("/laep/x/", true, false),
            ("/laep/x/index.html.br", false, true),
            ("/recherche/a/1.json.gz", false, true),
            ("/theme/a/b.woff2", false, false),
            ("/medias/photo.jpg", false, false),
            ("/medias/photo.jpg.gz", false, false),
        ] {
            assert_eq!(is_compressible(&path(file)), compressible, "{file}");
            assert_eq!(is_copy(&path(file)), copy, "{file}");
        }
    }
}
