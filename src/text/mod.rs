//! Text: YAML with places, Markdown, French analysis, nearest spellings.

pub mod french;
pub mod hidden;
pub mod markdown;
pub mod nearest;
pub mod typography;
pub mod yaml;
