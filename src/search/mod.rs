//! Full-text search: analysis, index, ranking, shards.
