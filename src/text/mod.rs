//! Text: YAML with places, Markdown, French analysis, nearest spellings.
pub mod french;
