//! Writing: sinks, and folders published whole or not at all.
