//! Text: YAML with places, Markdown, scripts, French analysis, nearest spellings.

pub mod french;
pub mod hidden;
pub mod markdown;
pub mod nearest;
pub mod script;
pub mod typography;
pub mod yaml;
