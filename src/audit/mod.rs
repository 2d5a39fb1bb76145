//! What a theme can break, found on rendered pages.
