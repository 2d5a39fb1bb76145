//! The only reader of content and themes: paths, texts and bytes.
