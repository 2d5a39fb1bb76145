//! Text: YAML with places, Markdown, French analysis, nearest spellings.
