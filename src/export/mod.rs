//! Data exports and feeds.
