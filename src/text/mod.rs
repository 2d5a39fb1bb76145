//! Text: YAML with places, Markdown, scripts, analysis by language, nearest spellings.

pub mod french;
pub mod hidden;
pub mod markdown;
pub mod nearest;
pub mod script;
pub mod tongue;
pub mod typography;
pub mod yaml;
